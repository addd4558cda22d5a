// The pause card over the game (ui/guide.md 4): the friend stays; go on, baby is fussing, finish for today.
// It answers whichever finger presses it, as a resting hand must not block a grown-up's. Going on and fussing
// do no harm by a baby's hand; finishing wants a calm press.
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct app;
struct event;

enum pause_choice { PAUSE_NONE, PAUSE_GO_ON, PAUSE_FUSS, PAUSE_FINISH };

enum { PAUSE_CALM_MS = 500 }; // no other touch or key for so long before a press that finishes

struct pause {
    bool open;
    int opened_ms;
    bool pressing;
    int64_t finger; // that presses
    bool calm;
    int touched_ms; // when a hand or a key did anything last
};

void pause_open(struct app *app);
void pause_close(struct app *app);
// While the card is there; the game gets every event too.
enum pause_choice pause_event(struct app *app, const struct event *event);
// Lays the card out in app->page.
void pause_lay_out(struct app *app);
int pause_still_ms(const struct app *app, int still_ms);
