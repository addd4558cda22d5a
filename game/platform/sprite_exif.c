// The one field of a JPEG's EXIF that a photo must not be shown without. Every offset comes from the file and
// is checked against its length.
#include "platform/sprite_exif.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { APP1 = 0xE1, SCAN = 0xDA, TAG_ORIENTATION = 0x0112, ENTRY_SIZE = 12 };

struct bytes {
    const unsigned char *at;
    size_t length;
    bool big_endian;
};

// 0 beyond the end: no offset and no tag that is looked for is 0.
static uint32_t number(const struct bytes *bytes, size_t offset, int size)
{
    uint32_t value = 0;
    if (offset > bytes->length || bytes->length - offset < (size_t)size) {
        return 0;
    }
    for (int i = 0; i < size; i++) {
        const int place = bytes->big_endian ? i : size - 1 - i;
        value = value << 8 | bytes->at[offset + (size_t)place];
    }
    return value;
}

// TIFF: byte order, 42, then the offset of a table of entries: tag, type, count, value.
static int orientation_in(struct bytes tiff)
{
    tiff.big_endian = tiff.length > 0 && tiff.at[0] == 'M';
    const size_t table = number(&tiff, 4, 4);
    const int entries = table ? (int)number(&tiff, table, 2) : 0;
    for (int i = 0; i < entries; i++) {
        const size_t entry = table + 2 + (size_t)i * ENTRY_SIZE;
        if (number(&tiff, entry, 2) == TAG_ORIENTATION) {
            const uint32_t value = number(&tiff, entry + 8, 2);
            return value >= 1 && value <= 8 ? (int)value : 1;
        }
    }
    return 1;
}

int exif_orientation(const unsigned char *jpeg, size_t length)
{
    const struct bytes file = {jpeg, length, true};
    if (number(&file, 0, 2) != 0xFFD8) {
        return 1;
    }
    for (size_t at = 2; number(&file, at, 1) == 0xFF;) {
        const uint32_t marker = number(&file, at + 1, 1), size = number(&file, at + 2, 2);
        if (marker == SCAN || size < 2 || length - at < size + 2) {
            return 1;
        }
        if (marker == APP1 && size > 8 && memcmp(jpeg + at + 4, "Exif\0", 6) == 0) {
            return orientation_in((struct bytes){jpeg + at + 10, size - 8, false});
        }
        at += 2 + size;
    }
    return 1;
}
