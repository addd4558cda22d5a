// The pause card before there are words: three picture buttons on a plate at the bottom: go on, baby is
// fussing, finish. Acts on finger up inside the button it went down on (ui/guide.md 3).
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "platform/canvas.h"

enum pause_choice { PAUSE_NONE, PAUSE_GO_ON, PAUSE_FUSS, PAUSE_FINISH };

enum { PAUSE_BUTTONS = 3 };

struct pause_card {
    bool open;
    int opened_ms;
    int w, h; // the window it is laid out for
    struct rect plate;
    struct rect buttons[PAUSE_BUTTONS];
    struct sprite *plate_sprite, *button_sprites[PAUSE_BUTTONS];
    int pressed; // -1: none
    int64_t finger;
};

void pause_card_start(struct pause_card *card);
void pause_card_free(struct pause_card *card);
// Opens it, or lays it out again, for a window of w x h pixels.
void pause_card_open(struct pause_card *card, int w, int h, int now_ms);
void pause_card_close(struct pause_card *card);
// x, y: fractions of the window.
void pause_card_down(struct pause_card *card, int64_t finger, float x, float y);
enum pause_choice pause_card_up(struct pause_card *card, int64_t finger);
void pause_card_move(struct pause_card *card, int64_t finger, float x, float y);
void pause_card_draw(const struct pause_card *card, struct canvas *canvas, int now_ms);
// How long it stays as it is.
int pause_card_still_ms(const struct pause_card *card, int now_ms);
