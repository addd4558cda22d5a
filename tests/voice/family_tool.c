// What family_in_play asks for:
//   family_tool make FOLDER                          a family of invented voices
//   family_tool hard FOLDER                          one whose recordings could startle
//   family_tool hush FOLDER                          the voice upsets the baby: the switch is on
//   family_tool said TRACE SOUND FOLDER [broken]     is all that was spoken heard, in time and whole?
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "replays/outside.h"
#include "store/family.h"
#include "voice/invented_family.h"
#include "voice/said.h"

static int wrong(const char *sentence, const char *about)
{
    fprintf(stderr, "family_tool: %s%s\n", sentence, about);
    return 1;
}

static bool compare(const struct facts *facts, char **words)
{
    char reason[256];
    struct mono sound = mono_read(words[1]);
    struct family *family = family_open(words[2], reason, sizeof reason);
    bool fine = sound.samples && family && said_is_heard(facts, &sound, family, words[3] != NULL);
    family_close(family);
    free(sound.samples);
    return fine;
}

static int said(char **words)
{
    struct facts facts = {0};
    char reason[REASON_SIZE] = "it can't be read";
    char *text = outside_read(words[0], NULL);
    bool fine = text && facts_read(&facts, text, reason) && facts_promise(&facts, reason);
    fine = fine ? compare(&facts, words) || wrong("not all was heard of ", words[0]) == 0
                : wrong(reason, words[0]) == 0;
    facts_free(&facts);
    free(text);
    return fine ? 0 : 1;
}

static bool hush(const char *folder)
{
    char reason[256];
    struct family *family = family_open(folder, reason, sizeof reason);
    bool set = family_set(family, "voice_off", 1);
    family_close(family);
    return set;
}

int main(int count, char **words)
{
    if (count == 3 && strcmp(words[1], "make") == 0) {
        return invented_family(words[2]) ? 0 : wrong("no family can be made in ", words[2]);
    }
    if (count == 3 && strcmp(words[1], "hard") == 0) {
        return hard_family(words[2]) ? 0 : wrong("no family can be made in ", words[2]);
    }
    if (count == 3 && strcmp(words[1], "hush") == 0) {
        return hush(words[2]) ? 0 : wrong("nothing can be set in ", words[2]);
    }
    if (count >= 5 && count <= 6 && strcmp(words[1], "said") == 0) {
        return said(words + 2);
    }
    return wrong("make FOLDER | hard FOLDER | hush FOLDER | said TRACE SOUND FOLDER [broken]", "") + 1;
}
