// What a deletion takes with it, in words.
#include <stdio.h>

#include "scenes/deletion_inside.h"
#include "store/words.h"

static void count_words(const char *one, const char *other, int count, char *out, size_t size)
{
    char number[16];
    snprintf(number, sizeof number, "%d", count);
    word_fill(out, size, count == 1 ? one : other, "n", number, NULL);
}

const char *deletion_part_name(int part)
{
    static const char *const names[DELETION_PARTS] = {"del.notes", "del.voices", "del.photos", "del.set"};
    return word(names[part]);
}

static void voices_words(const struct forget_counts *counts, char *out, size_t size)
{
    char clips[64], people[64];
    count_words("clips.one", "clips.other", counts->clips, clips, sizeof clips);
    count_words("people.one", "people.other", counts->people, people, sizeof people);
    word_fill(out, size, "del.voices.sub", "a", clips, "b", people, NULL);
}

static int count_of(const struct forget_counts *counts, int part)
{
    const int all[DELETION_PARTS] = {counts->sessions, counts->clips, counts->photos, counts->own_levels};
    return all[part];
}

// "16 games", "3 photos": what has a number.
static void counted(const struct forget_counts *counts, int part, char *out, size_t size)
{
    static const char *const keys[DELETION_PARTS][2] = {{"games.one", "games.other"},
                                                        {"clips.one", "clips.other"},
                                                        {"photos.one", "photos.other"},
                                                        {"del.set.own.one", "del.set.own.other"}};
    count_words(keys[part][0], keys[part][1], count_of(counts, part), out, size);
}

void deletion_part_words(const struct forget_counts *counts, int part, char *out, size_t size)
{
    bool some = count_of(counts, part) > 0, settings = 1 << part == FORGET_SETTINGS;
    if (!some) {
        snprintf(out, size, "%s", word(settings ? "del.set.sub" : "del.nothing"));
    } else if (1 << part == FORGET_VOICES && counts->people > 0) {
        voices_words(counts, out, size);
    } else {
        counted(counts, part, out, size);
    }
}

static void amount(const struct forget_counts *counts, int part, char *out, size_t size)
{
    static const char *const names[DELETION_PARTS] = {"del.a.notes", "del.a.voices", "del.a.photos",
                                                      "del.a.set"};
    if (1 << part == FORGET_SETTINGS || count_of(counts, part) == 0) {
        snprintf(out, size, "%s", word(names[part]));
    } else {
        counted(counts, part, out, size);
    }
}

void deletion_amount_words(const struct forget_counts *counts, int parts, char *out, size_t size)
{
    static const char *const keys[] = {"del.go.none", "del.go.one", "del.go.two", "del.go.three",
                                       "del.go.all"};
    char amounts[DELETION_PARTS][64] = {"", "", "", ""};
    int count = 0;
    for (int part = 0; part < DELETION_PARTS; part++) {
        if (parts & 1 << part) {
            amount(counts, part, amounts[count], sizeof amounts[count]);
            count++;
        }
    }
    word_fill(out, size, keys[count], "a", amounts[0], "b", amounts[1], "c", amounts[2], NULL);
}
