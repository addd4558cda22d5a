// A folder for a target's files.
#include "shelf.h"

#include <string.h>
#include <sys/stat.h>

#include "require.h"
#include "store/own_levels_file.h"

static char folder[SHELF_PATH_SIZE / 2];

static void clear(void)
{
    own_levels_remove_folder(folder);
}

static void make(void)
{
    const char *where = getenv("FUZZ_SHELF");
    REQUIRE(snprintf(folder, sizeof folder, "%s/fuzz_XXXXXX", where ? where : ".") < (int)sizeof folder);
    REQUIRE(mkdtemp(folder));
    char *whole = realpath(folder, NULL);
    REQUIRE(whole && snprintf(folder, sizeof folder, "%s", whole) < (int)sizeof folder);
    free(whole);
    atexit(clear);
}

void shelf_path(const char *name, char out[SHELF_PATH_SIZE])
{
    if (!folder[0]) {
        make();
    }
    REQUIRE(snprintf(out, SHELF_PATH_SIZE, "%s/%s", folder, name) < SHELF_PATH_SIZE);
}

void shelf_folder(const char *path)
{
    REQUIRE(own_levels_remove_folder(path));
    REQUIRE(mkdir(path, 0700) == 0);
}
