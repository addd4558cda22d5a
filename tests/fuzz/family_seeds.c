// A small family's backup, two people's voice packs, and backups that only strangers make, for the family's
// fuzzer to begin with: family_seeds FOLDER
#include <sqlite3.h>

#include "fuzz_family.h"
#include "platform/files.h"
#include "require.h"
#include "shelf.h"
#include "store/backup.h"
#include "store/family.h"

static char folder[SHELF_PATH_SIZE], large[SHELF_PATH_SIZE];
static const char *seeds;

static void run(const char *path, const char *words)
{
    sqlite3 *database = NULL;
    REQUIRE(sqlite3_open(path, &database) == SQLITE_OK &&
            sqlite3_exec(database, words, NULL, NULL, NULL) == SQLITE_OK);
    sqlite3_close(database);
}

// Into pages as small as SQLite has: fewer bytes to flip. changes: what a stranger's program does to it.
static void keep(const char *name, const char *changes)
{
    char path[4096], words[4200];
    snprintf(path, sizeof path, "%s/%s", seeds, name);
    snprintf(words, sizeof words, "PRAGMA page_size = 512; VACUUM INTO '%s'", path);
    remove(path);
    run(large, words);
    run(path, changes);
}

int main(int count, char **words)
{
    char reason[200];
    REQUIRE(count == 2);
    seeds = words[1];
    shelf_path("family", folder);
    shelf_path("large", large);
    shelf_folder(folder);
    fuzz_family_make(folder);
    struct family *family = family_open(folder, reason, sizeof reason);
    REQUIRE(family && !backup_save(family, large));
    keep("backup", "");
    keep("levels_elsewhere",
         "UPDATE own_level SET file = '../family.yaml';"
         "INSERT INTO own_level(file, text) VALUES('../../out.yaml', x'78'), ('.hidden.yaml', x'78')");
    keep("ids_below_1", "UPDATE caregiver SET id = -id; UPDATE face SET caregiver = -caregiver;"
                        "UPDATE clip SET caregiver = -caregiver");
    REQUIRE(!pack_save(family, 1, large));
    keep("pack_with_a_face", "");
    REQUIRE(!pack_save(family, 2, large));
    keep("pack", "");
    family_close(family);
    return 0;
}
