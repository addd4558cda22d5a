// What the cards are: the short advice of science/README.md 8, the signs that bring families here, and what
// many of them do. None of it is a treatment, and none of it says so.
#include "scenes/guidance.h"

#include <stdio.h>

#include "store/words.h"
#include "ui/theme.h"

static const struct guidance_card cards[] = {
    {"y.cry", ICON_HEART, PINK_PALE, 5, "y.g.basics"},
    {"y.when", ICON_SUN, TEAL_PALE, 4, NULL},
    {"y.real", ICON_LAP, LEAF_PALE, 4, NULL},
    {"y.norm", ICON_CLOCK, NIGHT_PALE, 4, NULL},
    {"y.leave", ICON_DOOR, PINK_PALE, 5, "y.g.signs"},
    {"y.cling", ICON_LAP, AMBER_PALE, 5, NULL},
    {"y.new", ICON_PERSON, LEAF_PALE, 5, NULL},
    {"y.night", ICON_MOON, NIGHT_PALE, 5, NULL},
    {"y.short", ICON_STAIRS, NIGHT_PALE, 5, "y.g.ways"},
    {"y.bye", ICON_DOOR, AMBER_PALE, 4, NULL},
    {"y.ritual", ICON_HAND, PINK_PALE, 4, NULL},
    {"y.calm", ICON_SUN, AMBER_PALE, 4, NULL},
    {"y.say", ICON_VOICE, TEAL_PALE, 4, NULL},
    {"y.trust", ICON_PERSON, LEAF_PALE, 5, NULL},
    {"y.limit", ICON_PERSON, PINK_PALE, 5, "y.g.you"},
    {"y.well", ICON_HEART, AMBER_PALE, 5, NULL},
};

int guidance_count(void)
{
    return sizeof cards / sizeof *cards;
}

const struct guidance_card *guidance_card(int index)
{
    return &cards[index];
}

const char *guidance_word(const struct guidance_card *card, const char *part)
{
    char key[32];
    snprintf(key, sizeof key, "%s.%s", card->key, part);
    const char *text = word(key);
    return text == key ? card->key : text; // where one is missing, its card's
}
