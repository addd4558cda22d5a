// Somebody with a photo of one colour.
#include "flash/photo.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "platform/canvas.h"
#include "store/family.h"
#include "store/voices.h"

struct bytes {
    unsigned char items[128];
    size_t count;
};

static void put(struct bytes *bytes, unsigned long value, int length)
{
    for (int i = length - 1; i >= 0; i--) {
        bytes->items[bytes->count++] = (unsigned char)(value >> 8 * i);
    }
}

static unsigned long crc(const unsigned char *bytes, size_t count)
{
    unsigned long crc = 0xFFFFFFFF;
    for (size_t i = 0; i < 8 * count; i++) {
        crc = crc >> 1 ^ (((crc ^ bytes[i / 8] >> i % 8) & 1) ? 0xEDB88320 : 0);
    }
    return crc ^ 0xFFFFFFFF;
}

static void chunk(struct bytes *png, const char *type, const struct bytes *data)
{
    put(png, data->count, 4);
    const size_t from = png->count;
    for (int i = 0; i < 4; i++) {
        put(png, (unsigned char)type[i], 1);
    }
    for (size_t i = 0; i < data->count; i++) {
        put(png, data->items[i], 1);
    }
    put(png, crc(png->items + from, png->count - from), 4);
}

// A PNG of one pixel, not compressed.
static struct bytes picture(unsigned long colour)
{
    struct bytes png = {0}, head = {0}, pixel = {0}, none = {0};
    put(&png, 0x89504E47, 4);
    put(&png, 0x0D0A1A0A, 4);
    put(&head, 1, 4);
    put(&head, 1, 4);
    put(&head, 0x0802000000, 5);
    chunk(&png, "IHDR", &head);
    put(&pixel, 0x7801010400FBFF, 7); // a last block of four bytes as they are
    put(&pixel, colour, 4);           // the first says: no filter
    unsigned long a = 1, b = 1;       // Adler's sum; b has seen the first byte
    for (int i = 2; i >= 0; i--) {
        a += colour >> 8 * i & 0xFF;
        b += a;
    }
    put(&pixel, b << 16 | a, 4);
    chunk(&png, "IDAT", &pixel);
    chunk(&png, "IEND", &none);
    return png;
}

bool photo_of(const char *folder, const char *colour)
{
    const struct bytes file = picture(strtoul(colour, NULL, 16));
    size_t png_length = 0;
    char reason[256];
    const char *why = NULL;
    void *png = sprite_photo_png(file.items, file.count, 0, 0, 0, 512, &png_length, &why);
    struct family *family = family_open(folder, reason, sizeof reason);
    int64_t person = caregiver_add(family, "Mama");
    if (!png) {
        fprintf(stderr, "no photo of %s: %s\n", colour, why ? why : "?");
    }
    bool set = png && person && face_set(family, person, png, png_length, file.items, file.count) &&
               caregiver_choose(family, person);
    family_close(family);
    free(png);
    return set;
}
