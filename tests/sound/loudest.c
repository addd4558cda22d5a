// Makes a family in which the loudest sound is the most that is allowed: loudest FOLDER.
#include <stdio.h>

#include "store/family.h"
#include "store/settings.h"

int main(int count, char **words)
{
    char reason[256] = "loudest FOLDER";
    struct family *family = count == 2 ? family_open(words[1], reason, sizeof reason) : NULL;
    bool set = settings_set(family, SETTING_LOUDEST, 2);
    family_close(family);
    if (!set) {
        fprintf(stderr, "%s\n", reason);
    }
    return set ? 0 : 1;
}
