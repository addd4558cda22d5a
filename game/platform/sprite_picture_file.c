// What a picture file says of itself. A header may lie and a download may have stopped half-way: all of it is
// known here before a decoder asks for memory. Every offset is checked against the file's length.
#include "platform/sprite_picture_file.h"

#include <stdint.h>
#include <string.h>

enum { SIDE_UNKNOWN = 1 << 30, SCANS_MAX = 64 }; // a camera's progressive JPEG has about ten scans

enum {
    JPEG_SCAN = 0xDA,
    JPEG_END = 0xD9,
    JPEG_RESTART = 0xD0, // to 0xD7
    JPEG_FRAME = 0xC0,   // to 0xCF, but three of them that are tables
    JPEG_TABLE = 0xC4,
    JPEG_EXTENSION = 0xC8,
    JPEG_ARITHMETIC = 0xCC,
};

static const char cut_off[] = "the picture is not all there: the end of the file is missing";
static const char unknown[] = "this is no picture that can be read: PNG, JPG and WebP can";

struct bytes {
    const unsigned char *at;
    size_t length;
};

// `size` bytes at an offset as a number; 0 beyond the end.
static uint32_t big_endian(const struct bytes *bytes, size_t offset, size_t size)
{
    uint32_t value = 0;
    if (offset > bytes->length || bytes->length - offset < size) {
        return 0;
    }
    for (size_t i = 0; i < size; i++) {
        value = value << 8 | bytes->at[offset + i];
    }
    return value;
}

static uint32_t little_endian(const struct bytes *bytes, size_t offset, size_t size)
{
    uint32_t value = 0;
    if (offset > bytes->length || bytes->length - offset < size) {
        return 0;
    }
    for (size_t i = size; i > 0; i--) {
        value = value << 8 | bytes->at[offset + i - 1];
    }
    return value;
}

static bool has(const struct bytes *bytes, size_t offset, const char *word, size_t length)
{
    return offset <= bytes->length && bytes->length - offset >= length &&
           memcmp(bytes->at + offset, word, length) == 0;
}

static int side(uint32_t pixels)
{
    return pixels > SIDE_UNKNOWN ? SIDE_UNKNOWN : (int)pixels;
}

// Chunks: length, name, data, checksum; the last is IEND.
static const char *read_png(const struct bytes *bytes, struct picture_file *file)
{
    file->type = "PNG";
    file->w = side(big_endian(bytes, 16, 4)), file->h = side(big_endian(bytes, 20, 4));
    for (size_t at = 8; at + 12 <= bytes->length;) {
        const size_t size = big_endian(bytes, at, 4);
        if (has(bytes, at + 4, "IEND", 4)) {
            return NULL;
        }
        if (size > bytes->length - at - 12) {
            return cut_off;
        }
        at += size + 12;
    }
    return cut_off;
}

// From the first byte of a scan's data to the marker behind it; in the data 0xFF is followed by 0.
static size_t end_of_scan(const struct bytes *bytes, size_t at)
{
    for (; at + 1 < bytes->length; at++) {
        const unsigned char next = bytes->at[at + 1];
        const bool restart = next >= JPEG_RESTART && next < JPEG_RESTART + 8;
        if (bytes->at[at] == 0xFF && next != 0 && next != 0xFF && !restart) {
            return at;
        }
    }
    return bytes->length;
}

static bool is_frame(uint32_t marker)
{
    return marker >= JPEG_FRAME && marker < JPEG_FRAME + 16 && marker != JPEG_TABLE &&
           marker != JPEG_EXTENSION && marker != JPEG_ARITHMETIC;
}

// Segments: 0xFF, marker, length, data; a scan's data follows its segment. A scan costs a pass over the whole
// picture, so that thousands of them would keep a family waiting for minutes.
static const char *read_jpeg(const struct bytes *bytes, struct picture_file *file)
{
    file->type = "JPG";
    int scans = 0;
    for (size_t at = 2; big_endian(bytes, at, 1) == 0xFF;) {
        const uint32_t marker = big_endian(bytes, at + 1, 1), size = big_endian(bytes, at + 2, 2);
        if (marker == JPEG_END) {
            return NULL;
        }
        if (marker == 0xFF) { // any number of them may stand before a marker
            at++;
            continue;
        }
        if (size < 2 || bytes->length - at < size + 2) {
            return cut_off;
        }
        if (is_frame(marker)) {
            file->h = side(big_endian(bytes, at + 5, 2)), file->w = side(big_endian(bytes, at + 7, 2));
        }
        at += size + 2;
        if (marker == JPEG_SCAN && ++scans > SCANS_MAX) {
            return unknown;
        }
        at = marker == JPEG_SCAN ? end_of_scan(bytes, at) : at;
    }
    return cut_off;
}

// RIFF: the whole length at 4, then one of three kinds of picture at 12.
static const char *read_webp(const struct bytes *bytes, struct picture_file *file)
{
    file->type = "WEBP";
    const uint32_t riff = little_endian(bytes, 4, 4);
    if (riff > bytes->length - 8) {
        return cut_off;
    }
    if (has(bytes, 12, "VP8 ", 4)) {
        file->w = side(little_endian(bytes, 26, 2) & 0x3FFF);
        file->h = side(little_endian(bytes, 28, 2) & 0x3FFF);
    } else if (has(bytes, 12, "VP8L", 4)) {
        const uint32_t sides = little_endian(bytes, 21, 4);
        file->w = side((sides & 0x3FFF) + 1), file->h = side((sides >> 14 & 0x3FFF) + 1);
    } else if (has(bytes, 12, "VP8X", 4)) {
        file->w = side(little_endian(bytes, 24, 3) + 1), file->h = side(little_endian(bytes, 27, 3) + 1);
    }
    return NULL;
}

static const char *read_kind(const struct bytes *bytes, struct picture_file *file)
{
    if (has(bytes, 0, "\x89PNG\r\n\x1A\n", 8)) {
        return read_png(bytes, file);
    }
    if (has(bytes, 0, "\xFF\xD8\xFF", 3)) {
        return read_jpeg(bytes, file);
    }
    return has(bytes, 0, "RIFF", 4) && has(bytes, 8, "WEBP", 4) ? read_webp(bytes, file) : unknown;
}

const char *picture_file_read(const void *bytes, size_t length, struct picture_file *file)
{
    const struct bytes all = {bytes, length};
    *file = (struct picture_file){0};
    if (length == 0) {
        return "the file is empty";
    }
    const char *reason = read_kind(&all, file);
    // A picture that is too large is called so even where its end is missing, too.
    if (file->w > PICTURE_SIDE_MAX || file->h > PICTURE_SIDE_MAX ||
        (int64_t)file->w * file->h > PICTURE_PIXELS_MAX) {
        return "the picture is too large: 12,000 pixels a side and 60 megapixels are the most";
    }
    return reason ? reason : file->w == 0 || file->h == 0 ? unknown : NULL;
}
