// Any bytes as a family's photo: what is read becomes a square that can be kept and read again, what is
// refused has its sentence.
#include <string.h>

#include "platform/canvas.h"
#include "platform/sprite_picture_file.h"
#include "require.h"

enum { SIZE = 24, MOST = 40, PIXELS_MAX = 1 << 20 };

static void require_png(const void *png, size_t length)
{
    int w = 0, h = 0;
    struct sprite *again = sprite_from_picture(png, length, MOST, &w, &h);
    REQUIRE(again && w == SIZE && h == SIZE);
    sprite_free(again);
}

static void require_whole(const uint8_t *bytes, size_t length)
{
    int w = 0, h = 0;
    struct sprite *sprite = sprite_from_picture(bytes, length, MOST, &w, &h);
    REQUIRE(sprite && w >= 1 && h >= 1);
    REQUIRE(sprite_width(sprite) <= MOST && sprite_height(sprite) <= MOST);
    sprite_free(sprite);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct picture_file file;
    const char *wrong = picture_file_read(bytes, length, &file);
    if (!wrong && (int64_t)file.w * file.h > PIXELS_MAX) {
        return 0; // a large one is only slower
    }
    // The square is anywhere, inside or beyond.
    const int x = length > 20 ? bytes[20] - 100 : 0, side = length > 40 ? bytes[length - 20] : 0;
    size_t png_length = 0;
    const char *reason = "unsaid";
    void *png = sprite_photo_png(bytes, length, x, -x, side, SIZE, &png_length, &reason);
    REQUIRE(!wrong || !png);
    if (!png) {
        REQUIRE(reason && strlen(reason) > 10);
        return 0;
    }
    REQUIRE(!reason);
    require_png(png, png_length);
    require_whole(bytes, length);
    free(png);
    return 0;
}
