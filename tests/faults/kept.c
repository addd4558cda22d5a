#include "faults/kept.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/files.h"
#include "store/family.h"
#include "store/family_inside.h"

static const char everything[] =
    "SELECT 'clip ' || id || ' ' || moment || ' ' || slot || ' ' || (retired <> 0) FROM clip;"
    "SELECT 'sound ' || clip || ' ' || pcm_sum || ' ' || length(pcm) FROM sound;"
    "SELECT 'recording ' || clip || ' ' || pcm_sum || ' ' || length(pcm) FROM recording;"
    "SELECT 'person ' || id || ' ' || name || ' ' || (removed IS NULL) FROM caregiver;"
    "SELECT 'face ' || caregiver || ' ' || shown_sum FROM face;"
    "SELECT 'setting ' || name || ' ' || value FROM setting WHERE name NOT LIKE '%utc%' AND name NOT LIKE "
    "'%corner%';"
    "SELECT 'step ' || level || ' ' || step FROM ladder;"
    "SELECT 'game ' || id || ' ' || level || ' ' || why || ' ' || calm || ' ' || mark FROM session;"
    "SELECT 'goodbye ' || id || ' ' || how FROM parting;"
    "SELECT 'whole ' || integrity_check FROM pragma_integrity_check;";

static int add_row(void *out, int count, char **values, char **names)
{
    (void)count;
    (void)names;
    fprintf(out, "%s\n", values[0] ? values[0] : "");
    return 0;
}

static void add_levels(const char *folder, FILE *out)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/levels", folder);
    char **names = files_list(path, ".yaml");
    for (char **name = names; name && *name; name++) {
        snprintf(path, sizeof path, "%s/levels/%s", folder, *name);
        fprintf(out, "level %s %lld\n", *name, (long long)files_size(path));
    }
    files_free_list(names);
}

// Backups that the corner saved; their names are of the day.
static void add_saved(const char *folder, FILE *out)
{
    char path[1024];
    int count = 0;
    snprintf(path, sizeof path, "%s/out", folder);
    char **names = files_list(path, ".pkb");
    while (names && names[count]) {
        count++;
    }
    files_free_list(names);
    fprintf(out, "saved %d\n", count);
}

char *kept_read(const char *folder)
{
    char reason[256], *text = NULL;
    size_t length = 0;
    struct family *family = family_open(folder, reason, sizeof reason);
    if (!family) {
        printf("the family does not open any more: %s\n", reason);
        return NULL;
    }
    FILE *out = open_memstream(&text, &length);
    const bool read = sqlite3_exec(family_database(family), everything, add_row, out, NULL) == SQLITE_OK;
    add_levels(folder, out);
    add_saved(folder, out);
    fclose(out);
    family_close(family);
    if (!read || !strstr(text, "whole ok\n")) {
        printf("the family is damaged: %s\n", text);
        free(text);
        return NULL;
    }
    return text;
}

static bool has_line(const char *text, const char *line)
{
    const size_t length = strlen(line);
    for (const char *at = text; (at = strstr(at, line)); at++) {
        if ((at == text || at[-1] == '\n') && at[length] == '\n') {
            return true;
        }
    }
    return false;
}

const char *kept_lost(const char *before, const char *untouched, const char *after)
{
    static char line[512];
    for (const char *at = before, *end; (end = strchr(at, '\n')); at = end + 1) {
        snprintf(line, sizeof line, "%.*s", (int)(end - at), at);
        if (strncmp(at, "clip ", 5) != 0 && has_line(untouched, line) && !has_line(after, line)) {
            return line;
        }
    }
    return NULL;
}
