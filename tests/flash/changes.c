// What changes on the screen around and in a game, and a baby sees it, under the flash checker.
//     flash_changes LEVEL WxH CHANGE
// CHANGE: start play_now card finish gate background turn asleep. Prints the worst of each measure; fails
// where a limit is passed.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "flash/photo.h"
#include "flash/watching.h"
#include "platform/events.h"
#include "scenes/home.h"
#include "ui/page.h"

enum { GO_ON = 1, IS_FUSSING, FINISH, PRESSED_FRAMES = 6 };

// A press of something on the page, wherever it stands by then.
struct press {
    int ms, id;
};

struct change {
    const char *name;
    const char *screen;
    const char *replay;
    struct press presses[4];
    int over_ms; // 0: a second after the game's end
};

static const struct change changes[] = {
    {.name = "start", .screen = "play", .replay = "", .over_ms = 5000},
    {.name = "play_now", .screen = "home", .replay = "", .presses = {{1500, HOME_PLAY}}, .over_ms = 9000},
    // It goes on by itself; by a press; and with a fuss.
    {.name = "card",
     .screen = "play",
     .replay = "2000 down .01 .01 1\n3200 up 1\n20000 down .01 .01 1\n21200 up 1\n"
               "30000 down .99 .01 1\n31200 up 1\n",
     .presses = {{23000, GO_ON}, {33000, IS_FUSSING}},
     .over_ms = 42000},
    {.name = "finish",
     .screen = "play",
     .replay = "6000 down .01 .01 1\n7200 up 1\n",
     .presses = {{9000, FINISH}}},
    // A baby opens it by chance, slaps at it, and it goes; again, and nobody touches it.
    {.name = "gate",
     .screen = "play",
     .replay = "2000 down .01 .01 1\n2000 down .99 .99 2\n5300 up 1\n5300 up 2\n"
               "6000 down .4 .6 3\n6010 down .5 .6 4\n6100 up 3\n6100 up 4\n6400 down .4 .4 3\n6500 up 3\n"
               "6800 down .3 .4 3\n6900 up 3\n7200 down .4 .6 3\n7300 up 3\n7600 down .6 .6 3\n7700 up 3\n"
               "12000 down .01 .01 1\n12000 down .99 .99 2\n15300 up 1\n15300 up 2\n",
     .over_ms = 60000},
    {.name = "background",
     .screen = "play",
     .replay =
         "1000 hide\n1500 show\n4300 hide\n5000 show\n9700 hide\n11000 show\n17000 hide\n17200 show\n"
         "17400 hide\n17600 show\n17800 hide\n18000 show\n24100 hide\n24900 show\n31300 hide\n32000 show\n"
         "38900 hide\n39400 show\n45000 hide\n115000 show\n"},
    {.name = "turn", .screen = "play", .over_ms = 45000},
    // Good night, hands on the dark screen, and the gate over it.
    {.name = "asleep",
     .screen = "play",
     .replay =
         "1000 stop\n18000 down .5 .5 1\n18060 up 1\n18250 down .5 .5 1\n18310 up 1\n18500 down .4 .5 1\n"
         "18560 up 1\n18750 down .5 .5 1\n18810 up 1\n19000 down .6 .5 1\n19060 up 1\n20000 hide\n"
         "20500 show\n22000 down .5 .5 1\n22001 down .6 .5 2\n22060 up 1\n22061 up 2\n"
         "24000 down .01 .01 1\n24000 down .99 .99 2\n27300 up 1\n27300 up 2\n",
     .over_ms = 52000},
};

static char folder[] = "/tmp/peekaboo_change_XXXXXX";
static const struct change *change;

static bool is_over(const struct app *app)
{
    return app->now_ms >= change->over_ms;
}

static void send(struct app *app, enum event_kind kind, struct rect at)
{
    if (app->scene->event) {
        app->scene->event(app, &(struct event){.kind = kind,
                                               .finger = 77,
                                               .x = (float)(at.x + at.w / 2) / (float)page_w(app->page),
                                               .y = (float)(at.y + at.h / 2) / (float)page_h(app->page)});
    }
}

static void press(struct app *app, int frame)
{
    for (int i = 0; i < 4; i++) {
        const struct press *press = &change->presses[i];
        const int from = press->ms * 60 / 1000;
        struct rect at;
        if (press->id && (frame == from || frame == from + PRESSED_FRAMES)) {
            if (app->page && page_find(app->page, press->id, &at)) {
                send(app, frame == from ? EVENT_DOWN : EVENT_UP, at);
            } else if (frame == from) {
                printf("there is no %d to press\n", press->id);
                exit(1);
            }
        }
    }
}

// To and fro, at every moment of a round, as fast as a system follows hands.
static void turns(FILE *file, int w, int h)
{
    for (int ms = 900, i = 0; ms < 44000; ms += i % 4 == 3 ? 1300 : 2300, i++) {
        fprintf(file, "%d resize %d %d\n", ms, i % 2 ? w : h, i % 2 ? h : w);
    }
}

static bool write_replay(const char *path, int w, int h)
{
    FILE *file = fopen(path, "w");
    if (file && change->replay) {
        fputs(change->replay, file);
    } else if (file) {
        turns(file, w, h);
    }
    return file && fclose(file) == 0;
}

static bool play(const char *level, const struct watching *watching)
{
    char replay[64];
    snprintf(replay, sizeof replay, "%s/replay", folder);
    struct options options = watch_options(watching, folder, level, replay);
    options.screen = change->screen;
    options.stop_after_ms = 400000;
    return write_replay(replay, watching->w, watching->h) && watch_play(watching, &options);
}

static bool find(const char *name)
{
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        if (strcmp(changes[i].name, name) == 0) {
            change = &changes[i];
        }
    }
    return change;
}

int main(int count, char **words)
{
    struct watching watching = {.live = press};
    char command[80];
    if (count != 4 || sscanf(words[2], "%dx%d", &watching.w, &watching.h) != 2 || !find(words[3]) ||
        !mkdtemp(folder)) {
        fprintf(stderr, "usage: flash_changes LEVEL WxH CHANGE\n");
        return 2;
    }
    watching.over = change->over_ms ? is_over : NULL;
    bool good = play(words[1], &watching);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command) == 0 && good ? 0 : 1;
}
