// What tests of the whole program share.
#include "replays/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "replays/facts.h"

enum { LIMIT_MS = 120000 };

int desk_begin(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    desk->folder = outside_folder();
    *state = desk;
    return desk->folder ? 0 : -1;
}

int desk_end(void **state)
{
    struct desk *desk = *state;
    outside_remove(desk->folder);
    outside_forget(&desk->said);
    free(desk->folder);
    free(desk);
    return 0;
}

int desk_run(struct desk *desk, const char *const *arguments)
{
    outside_forget(&desk->said);
    outside_run(PEEKABOO_PROGRAM, arguments, "/", desk->folder, LIMIT_MS, &desk->said);
    return desk->said.status;
}

char *desk_path(struct desk *desk, const char *name)
{
    return outside_path(desk->folder, name);
}

static void read_facts(struct facts *facts, const char *text)
{
    char reason[REASON_SIZE] = "";
    if (!facts_read(facts, text, reason)) {
        fail_msg("%s", reason);
    }
}

void says(const char *text, const char *sentence)
{
    struct facts facts;
    char reason[REASON_SIZE] = "";
    read_facts(&facts, text);
    bool so = facts_say(&facts, sentence, reason);
    facts_free(&facts);
    if (!so) {
        fail_msg("%s\n%s", reason, text);
    }
}
