// A small family's backup and one person's voice pack, for the family's fuzzer to begin with: family_seeds
// FOLDER
#include <sqlite3.h>

#include "fuzz_family.h"
#include "platform/files.h"
#include "require.h"
#include "shelf.h"
#include "store/backup.h"
#include "store/family.h"

// Into pages as small as SQLite has: fewer bytes to flip.
static void shrink(const char *from, const char *to)
{
    sqlite3 *database = NULL;
    char words[4096];
    remove(to);
    snprintf(words, sizeof words, "PRAGMA page_size = 512; VACUUM INTO '%s'", to);
    REQUIRE(sqlite3_open(from, &database) == SQLITE_OK &&
            sqlite3_exec(database, words, NULL, NULL, NULL) == SQLITE_OK);
    sqlite3_close(database);
}

int main(int count, char **words)
{
    char folder[SHELF_PATH_SIZE], large[SHELF_PATH_SIZE], small[4096], reason[200];
    REQUIRE(count == 2);
    shelf_path("family", folder);
    shelf_path("large", large);
    shelf_folder(folder);
    fuzz_family_make(folder);
    struct family *family = family_open(folder, reason, sizeof reason);
    REQUIRE(family && !backup_save(family, large));
    snprintf(small, sizeof small, "%s/backup", words[1]);
    shrink(large, small);
    for (int64_t person = 1; person <= 2; person++) {
        REQUIRE(!pack_save(family, person, large));
        snprintf(small, sizeof small, "%s/pack_%d", words[1], (int)person);
        shrink(large, small);
    }
    family_close(family);
    return 0;
}
