// Hands that never rest: what babies do at their worst, and what could make a picture flicker.
#include "flash/hands.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/random.h"
#include "platform/events.h"
#include "scenes/app.h"

enum {
    TOUCH_EVERY_MS = 100,
    HELD_MS = 60,
    TOUCHED_MS = 240000, // longer than any session of a level's
    FINGERS = 5,
    STRETCH_MS = 6000,
};

struct point {
    float x, y;
};

// Where the friend and the cover are: the middle, a little above.
static const struct point FRIEND = {0.5f, 0.45f};

static void tap(FILE *file, int ms, struct point at, int finger)
{
    fprintf(file, "%d down %.3f %.3f %d\n%d up %d\n", ms, (double)at.x, (double)at.y, finger, ms + HELD_MS,
            finger);
}

static float chance(struct random *random, float low, float high)
{
    return low + (high - low) * (float)random_between(random, 0, 1000) / 1000;
}

// ---- one finger, ten times a second

static struct point on_the_friend(int touch, struct random *random)
{
    (void)touch;
    (void)random;
    return FRIEND;
}

// Within a place of ten degrees: what a touch draws is never twice at the same spot, but always near.
static struct point around_the_friend(int touch, struct random *random)
{
    (void)random;
    float angle = (float)touch * 2.4f;
    return (struct point){FRIEND.x + 0.10f * cosf(angle), FRIEND.y + 0.10f * sinf(angle)};
}

static struct point everywhere(int touch, struct random *random)
{
    (void)touch;
    // The corners are the gate's.
    return (struct point){chance(random, 0.15f, 0.85f), chance(random, 0.15f, 0.85f)};
}

// Left and right by turns: the friend looks to and fro.
static struct point two_hands(int touch, struct random *random)
{
    (void)random;
    return (struct point){touch % 2 ? 0.8f : 0.2f, 0.6f};
}

static void drum(FILE *file, struct point (*at)(int touch, struct random *random))
{
    struct random random;
    random_seed(&random, 1);
    for (int touch = 0; touch * TOUCH_EVERY_MS < TOUCHED_MS; touch++) {
        tap(file, touch * TOUCH_EVERY_MS, at(touch, &random), touch % 2);
    }
}

// ---- rhythms

// The eye is troubled most by a few changes a second: each rate from 1 to 4 Hz in turn, one after the other.
static int rhythm_ms(int ms)
{
    static const int every_ms[] = {1000, 670, 500, 400, 333, 286, 250, 200};
    return every_ms[ms / STRETCH_MS % 8];
}

static void rhythm(FILE *file)
{
    for (int ms = 0, touch = 0; ms < TOUCHED_MS; ms += rhythm_ms(ms), touch++) {
        tap(file, ms, FRIEND, touch % 2);
    }
}

static void slap(FILE *file, int ms, struct point middle, float spread)
{
    for (int finger = 0; finger < FINGERS; finger++) {
        float across = (float)(finger - FINGERS / 2) / FINGERS;
        struct point at = {middle.x + spread * across, middle.y + spread * fabsf(across)};
        tap(file, ms + finger, at, finger);
    }
}

// A whole hand, here and there by turns.
static void slaps(FILE *file)
{
    for (int ms = 0, touch = 0; ms < TOUCHED_MS; ms += rhythm_ms(ms), touch++) {
        struct point middle = touch / 2 % 2 ? (struct point){0.3f + 0.4f * (float)(touch % 2), 0.6f} : FRIEND;
        slap(file, ms, middle, 0.3f);
    }
}

// ---- by chance

// Each stretch has its own rate, its own spot, and so many fingers.
static void invent(FILE *file, unsigned long long seed)
{
    struct random random;
    random_seed(&random, seed);
    for (int from = 0; from < TOUCHED_MS; from += STRETCH_MS) {
        int every = random_between(&random, HELD_MS + 20, 1000),
            fingers = random_between(&random, 1, FINGERS);
        float x = chance(&random, 0.3f, 0.7f), y = chance(&random, 0.25f, 0.8f);
        float spread = chance(&random, 0, 0.2f);
        for (int ms = from; ms < from + STRETCH_MS; ms += every) {
            for (int finger = 0; finger < fingers; finger++) {
                struct point at = {x + chance(&random, -spread, spread),
                                   y + chance(&random, -spread, spread)};
                tap(file, ms, (struct point){at.x, at.y > 0.88f ? 0.88f : at.y}, finger);
            }
        }
    }
}

// ---- what waits for the reveal

// From the cue to the joy, a rate for each round: 10, 4, 3, 2 Hz.
static void at_the_reveal(struct app *app, int frame)
{
    static const int every[] = {6, 15, 20, 30};
    const struct session *session = &app->play.session;
    bool now = app->scene == &scene_play && app->play.started &&
               (session->phase == PHASE_CUE || session->phase == PHASE_REVEAL || session->phase == PHASE_JOY);
    int step = frame % every[app->play.cast_round % 4];
    if (app->scene->event && now && (step == 0 || step == 3)) {
        for (int finger = 1; finger <= FINGERS; finger++) {
            float x = FRIEND.x + 0.06f * (float)(finger - 3);
            app->scene->event(
                app, &(struct event){
                         .kind = step ? EVENT_UP : EVENT_DOWN, .finger = finger, .x = x, .y = FRIEND.y});
        }
    }
}

void (*hands_live(const char *name))(struct app *app, int frame)
{
    return strcmp(name, "reveal") == 0 ? at_the_reveal : NULL;
}

static bool write(FILE *file, const char *name)
{
    static const struct {
        const char *name;
        struct point (*at)(int touch, struct random *random);
    } fingers[] = {{"friend", on_the_friend},
                   {"around", around_the_friend},
                   {"everywhere", everywhere},
                   {"two", two_hands}};
    for (size_t i = 0; i < sizeof fingers / sizeof *fingers; i++) {
        if (strcmp(name, fingers[i].name) == 0) {
            drum(file, fingers[i].at);
            return true;
        }
    }
    char *end;
    unsigned long long seed = strtoull(name, &end, 10);
    if (strcmp(name, "rhythm") == 0) {
        rhythm(file);
    } else if (strcmp(name, "slaps") == 0) {
        slaps(file);
    } else if (end != name && !*end) {
        invent(file, seed);
    } else {
        return strcmp(name, "still") == 0 || strcmp(name, "planted") == 0 || strcmp(name, "reveal") == 0;
    }
    return true;
}

bool hands_write(const char *name, const char *path)
{
    FILE *file = fopen(path, "w");
    bool known = file && write(file, name);
    return file && fclose(file) == 0 && known;
}
