// What training looks at: the features of each window of many sounds, as the game measures them.
//   cry_rows           reads the path of a raw file (16 kHz, mono, s16le) a line; writes for each, little
//   endian,
//                      an int32 count of windows and so many rows of CRY_FEATURES float32, as the game
//                      computes them where it hears the sound from its beginning in one go. A row of zeros
//                      alone is a window in which there is nothing to judge: the game gives it CRY_SILENT,
//                      whatever the trees say. A file that can't be read has -1 windows, and a line on
//                      standard error.
//   cry_rows --names   the features' names, one a line
#include <stdio.h>
#include <string.h>

#include "core/cry.h"

enum {
    BLOCK = 4096,
    ROWS_MOST = 4 * 60 * 20, // 20 minutes
};

struct rows {
    int32_t count; // -1: no sound was read
    float features[ROWS_MOST][CRY_FEATURES];
};

static int names(void)
{
#define CRY_NAME(name) puts(#name);
    CRY_FEATURE_LIST(CRY_NAME)
#undef CRY_NAME
    return 0;
}

static void add_row(struct rows *rows, const struct cry *cry)
{
    if (rows->count < ROWS_MOST) {
        cry_features(cry->frames, cry->frame_count, cry_room_floor(&cry->room),
                     rows->features[rows->count++]);
    }
}

// Sample by sample: each window is met, and what is heard is the same in any pieces.
static void hear(struct cry *cry, const int16_t *samples, size_t count, struct rows *rows)
{
    for (size_t i = 0; i < count; i++) {
        const int windows = cry->windows;
        cry_hear(cry, &samples[i], 1);
        if (cry->windows > windows) {
            add_row(rows, cry);
        }
    }
}

static void read_rows(FILE *sound, struct rows *rows)
{
    static struct cry cry;
    int16_t samples[BLOCK];
    size_t got;
    cry_start(&cry);
    rows->count = 0;
    while ((got = fread(samples, sizeof *samples, BLOCK, sound)) > 0) {
        hear(&cry, samples, got, rows);
    }
}

static bool file_rows(const char *path)
{
    static struct rows rows;
    FILE *sound = fopen(path, "rb");
    rows.count = -1;
    if (sound) {
        read_rows(sound, &rows);
        fclose(sound);
    } else {
        fprintf(stderr, "%s: can't be read\n", path);
    }
    fwrite(&rows.count, sizeof rows.count, 1, stdout);
    fwrite(rows.features, sizeof *rows.features, rows.count > 0 ? (size_t)rows.count : 0, stdout);
    return sound;
}

int main(int count, char **words)
{
    char line[BLOCK];
    bool fine = true;
    if (count > 1) {
        return strcmp(words[1], "--names") == 0 ? names() : 2;
    }
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        fine = file_rows(line) && fine;
    }
    return fine && fflush(stdout) == 0 ? 0 : 1;
}
