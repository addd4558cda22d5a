// For you: short cards. Only for scenes/guidance*.c and tests.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "platform/canvas.h"
#include "ui/page.h"

struct app;

enum guidance_id { GUIDANCE_BACK = 1, GUIDANCE_DOCTOR, GUIDANCE_HONEST, GUIDANCE_CLOSE, GUIDANCE_CARDS = 10 };
enum { GUIDANCE_NOTHING = -1, GUIDANCE_STATEMENT = -2 }; // opened: no card, the honest statement

struct guidance {
    int opened; // a card's number, or one of the above
};

// A card: its words are key.h (title), key (one line), key.1, key.2, ... (what it says when opened).
struct guidance_card {
    const char *key;
    enum icon icon;
    uint32_t ground;
    int sentences;
    const char *group; // the heading above it; NULL: the same group as the card before
};

int guidance_count(void);
const struct guidance_card *guidance_card(int index);
// The words of one of its keys: "h", "1", ...
const char *guidance_word(const struct guidance_card *card, const char *part);

void guidance_lay_out(struct app *app);
void guidance_lay_sheet(struct app *app);
