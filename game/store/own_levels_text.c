// A level as YAML, with what a parent needs to know to change it by hand beside each line. What is written
// here reads back as the same level: store/level_file_fields.c has the same fields.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/cast.h"
#include "store/level_file_number.h"
#include "store/own_levels.h"

static void put_number(FILE *out, const char *before, int thousandths, const char *after)
{
    char number[NUMBER_SIZE];
    number_write(thousandths, number);
    fprintf(out, "%s%s%s", before, number, after);
}

// Always in quotes: no title can be taken for something else then, whatever signs are in it.
static void put_title(FILE *out, const char *title)
{
    static const char byte_order_mark[] = "\xEF\xBB\xBF"; // libyaml takes none but the file's own
    fputs("# What the grown-ups' list shows: 1 to 60 letters, in quotes.\ntitle: \"", out);
    for (const char *at = title; *at; at++) {
        if (strncmp(at, byte_order_mark, 3) == 0) {
            fputs("\\uFEFF", out);
            at += 2;
            continue;
        }
        if (*at == '"' || *at == '\\') {
            fputc('\\', out);
        }
        fputc(*at, out);
    }
    fputs("\"\n\n", out);
}

static void put_times(FILE *out, const struct level *level)
{
    fprintf(out,
            "# Whom it is made for, in whole months from 6 to 36 (a baby who came early: from the day it was"
            " due).\n"
            "# A hint for the list: any baby may play any level.\n"
            "ages: %d to %d months\n\n"
            "# How long somebody is out of sight, in seconds.\n"
            "#   first     the shortest, 0.5 to 5\n"
            "#   longest   never longer than this, at most 30; your baby's age may set a lower limit\n"
            "#   step      after calm games the time grows by this, 1.05 to 1.5: 1.25 is a quarter longer\n"
            "away:\n",
            level->age_from, level->age_to);
    put_number(out, "  first: ", level->first_ms, "\n");
    put_number(out, "  longest: ", level->longest_ms, "\n");
    put_number(out, "  step: ", level->step_permille, "\n\n");
    fprintf(out,
            "# How often somebody goes and comes back in one game: 5 to 8. The first and the last are short "
            "ones.\n"
            "rounds: %d\n\n",
            level->rounds);
}

static void put_names(FILE *out, const char *what, const char *(*name)(int index))
{
    fprintf(out, "#   %-9s", what);
    for (int i = 0; name(i); i++) {
        fprintf(out, " %s", name(i));
    }
    fputc('\n', out);
}

static void put_scenes(FILE *out, const struct level *level)
{
    fputs("# Who hides where, round by round, and then from the beginning again: 1 to 12 scenes.\n", out);
    put_names(out, "place", cast_place_name);
    put_names(out, "friend", cast_friend_name);
    fputs("#             or family: the person chosen today, with photo and voice\n"
          "#   backdrop  only where it is another than the one below\n"
          "scenes:\n",
          out);
    for (int i = 0; i < level->scene_count; i++) {
        const struct level_scene *scene = &level->scenes[i];
        fprintf(out, "  - place: %s\n    friend: %s\n", scene->place, scene->who);
        if (strcmp(scene->backdrop, level->scenes[0].backdrop) != 0) {
            fprintf(out, "    backdrop: %s\n", scene->backdrop);
        }
    }
    fputs("\n# What is behind it all. May be left out: then it is the room.\n", out);
    put_names(out, "backdrop", cast_backdrop_name);
    fprintf(out, "backdrop: %s\n\n", level->scenes[0].backdrop);
}

static void put_rest(FILE *out, const struct level *level)
{
    fprintf(out,
            "# What a touch does while somebody is out of sight.\n"
            "#   opens     it brings the friend back at once\n"
            "#   answers   it is answered at once, and the friend comes when the time is over, or within 3 "
            "seconds\n"
            "touch: %s\n\n"
            "# How much of the friend still peeks out while it is away, 0 (nothing) to 0.3 (a third).\n",
            level->touch == TOUCH_OPENS ? "opens" : "answers");
    put_number(out, "peek: ", level->peek_permille, "\n\n");
    put_number(out, "# After this many seconds the game says good night, 60 to 600.\nlongest_session: ",
               level->limit_ms, "\n\n");
    fprintf(out,
            "# A voice or a hum from the hiding place, so that the baby hears that somebody is there: yes or "
            "no.\n"
            "# Without it, and without a peek, the times stay shorter.\n"
            "sound_while_away: %s\n",
            level->sound_while_away ? "yes" : "no");
}

char *own_levels_text(const struct level *level)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (!out) {
        return NULL;
    }
    fputs("# A level of your own. You may change everything here with any text editor, and copy it for\n"
          "# another family; a line that begins with # is a note. Where something is wrong, the game's list\n"
          "# of levels says in which line.\n\n",
          out);
    put_title(out, level->title);
    put_times(out, level);
    put_scenes(out, level);
    put_rest(out, level);
    const bool written = !ferror(out);
    if (fclose(out) == 0 && written) {
        return text;
    }
    free(text);
    return NULL;
}
