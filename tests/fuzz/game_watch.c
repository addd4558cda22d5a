// The promise, in the trace of a running game.
#include "game_watch.h"

#include <string.h>
#include <unistd.h>

#include "replays/facts.h"
#include "require.h"
#include "scenes/app.h"
#include "scenes/away.h"
#include "scenes/gate_inside.h"

enum {
    FRAME_MS = 17,
    UPSET_MS = 300,
    FRAME_MS_MAX = 1000, // a longer one was time in the background
    PIECE = 1 << 14,
};

static bool is(const struct fact *fact, const char *event)
{
    return strcmp(fact->event, event) == 0;
}

// ---- coming and going

static void take_round(struct watch *watch, const struct fact *round)
{
    REQUIRE(watch->playing && !watch->gone);
    REQUIRE(fact_value(round, "who", watch->who, sizeof watch->who));
    REQUIRE(fact_value(round, "place", watch->place, sizeof watch->place));
    watch->away_ms = fact_number(round, "away_ms", 0);
    REQUIRE(watch->away_ms > 0 && watch->away_ms <= watch->cap_ms);
}

static void require_the_rounds(const struct watch *watch, const struct fact *fact)
{
    char who[64] = "", place[64] = "";
    REQUIRE(fact_value(fact, "who", who, sizeof who) && strcmp(who, watch->who) == 0);
    REQUIRE(fact_value(fact, "place", place, sizeof place) && strcmp(place, watch->place) == 0);
}

static void take_gone(struct watch *watch, const struct fact *gone)
{
    REQUIRE(watch->playing && !watch->gone);
    require_the_rounds(watch, gone);
    watch->gone = true;
    watch->gone_ms = gone->t_ms;
    watch->upset_ms = -1;
}

static void take_back(struct watch *watch, const struct fact *back)
{
    REQUIRE(watch->gone);
    require_the_rounds(watch, back);
    watch->gone = false;
}

static void take_upset(struct watch *watch, const struct fact *upset)
{
    watch->upset_ms = watch->gone && watch->upset_ms < 0 ? upset->t_ms : watch->upset_ms;
}

// `gone` and `back` are the times of frames.
static void require_in_time(const struct watch *watch, int now_ms, int frame_ms)
{
    if (!watch->gone) {
        return;
    }
    REQUIRE(now_ms - watch->gone_ms <= watch->away_ms + frame_ms + FRAME_MS);
    REQUIRE(watch->upset_ms < 0 || now_ms - watch->upset_ms <= UPSET_MS + frame_ms + FRAME_MS);
}

// ---- a session

static void take_session(struct watch *watch, const struct fact *session)
{
    REQUIRE(!watch->playing && !watch->gone);
    watch->playing = true;
    watch->let_in = false;
    watch->step = fact_number(session, "step", -1);
    watch->cap_ms = fact_number(session, "cap_ms", 0);
    REQUIRE(watch->step >= 0 && watch->cap_ms > 0 && watch->cap_ms <= 30000);
}

static void take_end(struct watch *watch, const struct fact *end)
{
    REQUIRE(watch->playing && !watch->gone);
    const int step = fact_number(end, "step", -1);
    REQUIRE(step >= 0 && step <= watch->step + 1);
    watch->playing = false;
}

// ---- the corner

static bool belongs_to_babies(const char *scene)
{
    return strcmp(scene, "play") == 0 || strcmp(scene, "good-night") == 0;
}

// Once it has asked, what is asked and what was tapped stays until it opens again.
static bool did_as_asked(const struct gate_task *gate)
{
    const struct reading_task *task = gate ? &gate->task : NULL;
    if (!task || task->asked_count < 2 || task->picked_count != task->asked_count) {
        return false;
    }
    for (int i = 0; i < task->asked_count; i++) {
        if (task->picked[i] != task->asked[i]) {
            return false;
        }
    }
    return task->right_ms >= TASK_AFTER_MS;
}

// Where the gate asked over a screen of the corner, that one comes again without an answer.
static bool may_enter(const struct watch *watch, const struct app *app, const char *scene)
{
    if (watch->scene[0] == '\0' || watch->let_in) {
        return true;
    }
    if (strcmp(watch->scene, "gate") == 0) {
        return app->gate_task && app->gate_task->behind && strcmp(app->gate_task->behind->name, scene) == 0;
    }
    return !belongs_to_babies(watch->scene) && !watch->waited;
}

static void take_scene(struct watch *watch, const struct app *app, const struct fact *scene)
{
    char name[16] = "";
    REQUIRE(fact_value(scene, "name", name, sizeof name));
    REQUIRE(!watch->gone || strcmp(name, "play") == 0); // nobody waits for them elsewhere
    watch->let_in = watch->let_in || (strcmp(watch->scene, "gate") == 0 && did_as_asked(app->gate_task));
    if (!belongs_to_babies(name) && strcmp(name, "gate") != 0) {
        REQUIRE(may_enter(watch, app, name));
        watch->let_in = false;
    }
    strcpy(watch->scene, name);
}

// ---- all of it

static void take(struct watch *watch, const struct app *app, const struct fact *fact, int frame_ms)
{
    require_in_time(watch, fact->t_ms, frame_ms);
    if (is(fact, "session")) {
        take_session(watch, fact);
    } else if (is(fact, "round")) {
        take_round(watch, fact);
    } else if (is(fact, "gone")) {
        take_gone(watch, fact);
    } else if (is(fact, "back")) {
        take_back(watch, fact);
    } else if (is(fact, "upset")) {
        take_upset(watch, fact);
    } else if (is(fact, "end")) {
        take_end(watch, fact);
    } else if (is(fact, "scene")) {
        take_scene(watch, app, fact);
    } else if (is(fact, "touch")) {
        watch->touches++;
    } else if (is(fact, "answer")) {
        watch->touches--;
    }
}

static void take_lines(struct watch *watch, const struct app *app, const char *text, int frame_ms)
{
    struct facts facts;
    char reason[REASON_SIZE] = "";
    const bool read = facts_read(&facts, text, reason);
    if (!read) {
        fprintf(stderr, "%s\n", reason);
    }
    REQUIRE(read);
    for (int i = 0; i < facts.count; i++) {
        take(watch, app, &facts.items[i], frame_ms);
    }
    facts_free(&facts);
}

void watch_start(struct watch *watch, int trace)
{
    *watch = (struct watch){.trace = trace, .upset_ms = -1};
}

void watch_frame(struct watch *watch, const struct app *app, int frame_ms)
{
    char text[PIECE];
    const ssize_t length = pread(watch->trace, text, sizeof text - 1, watch->read);
    REQUIRE(length >= 0 && length < (ssize_t)sizeof text - 1);
    if (length > 0) {
        text[length] = '\0';
        watch->read += length;
        take_lines(watch, app, text, frame_ms);
    }
    require_in_time(watch, app->now_ms, frame_ms);
    REQUIRE(!watch->gone || (!app->hidden && frame_ms <= FRAME_MS_MAX));
    REQUIRE(watch->touches == 0);
    watch->waited = away_waits(app);
}

void watch_end(const struct watch *watch)
{
    REQUIRE(!watch->gone && !watch->playing);
}
