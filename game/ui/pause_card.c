// Three picture buttons on a plate.
#include "ui/pause_card.h"

#include <stdio.h>

#include "core/easing.h"

enum {
    RISE_MS = 250,
    BUTTON = 120, // units of 1/800 of the window's short side
    GAP = 32,
    PADDING = 24,
    EDGE = 6,
    SINK = 4,
    MARGIN = 16,
};

static const char *const button_files[PAUSE_BUTTONS] = {
    "assets/icons/pause_go.svg",
    "assets/icons/pause_fuss.svg",
    "assets/icons/pause_finish.svg",
};

void pause_card_start(struct pause_card *card)
{
    *card = (struct pause_card){.pressed = -1};
}

static void free_sprites(struct pause_card *card)
{
    sprite_free(card->plate_sprite);
    card->plate_sprite = NULL;
    for (int i = 0; i < PAUSE_BUTTONS; i++) {
        sprite_free(card->button_sprites[i]);
        card->button_sprites[i] = NULL;
    }
}

void pause_card_free(struct pause_card *card)
{
    free_sprites(card);
    pause_card_start(card);
}

static int units(const struct pause_card *card, int count)
{
    int side = card->w < card->h ? card->w : card->h;
    return count * side / 800;
}

static void lay_out(struct pause_card *card)
{
    int button = units(card, BUTTON), gap = units(card, GAP), padding = units(card, PADDING);
    int w = PAUSE_BUTTONS * button + (PAUSE_BUTTONS - 1) * gap + 2 * padding;
    int h = button + 2 * padding + units(card, EDGE);
    card->plate = (struct rect){(card->w - w) / 2, card->h - h - units(card, MARGIN), w, h};
    for (int i = 0; i < PAUSE_BUTTONS; i++) {
        card->buttons[i] = (struct rect){card->plate.x + padding + i * (button + gap),
                                         card->plate.y + padding, button, button};
    }
}

// The plate is a card of the grown-ups' corner: warm white with one lower edge.
static struct sprite *make_plate(const struct pause_card *card)
{
    char svg[512];
    int w = card->plate.w, h = card->plate.h, edge = units(card, EDGE), round = units(card, 32);
    int length =
        snprintf(svg, sizeof svg,
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">"
                 "<rect x=\"0\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"#B4D6D3\"/>"
                 "<rect x=\"0\" y=\"0\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"#FFFDF8\"/></svg>",
                 w, h, edge, w, h - edge, round, w, h - edge, round);
    return sprite_from_svg(svg, (size_t)length, w, h);
}

void pause_card_open(struct pause_card *card, int w, int h, int now_ms)
{
    if (!card->open) {
        card->opened_ms = now_ms;
    }
    bool same = card->w == w && card->h == h && card->plate_sprite;
    card->open = true;
    card->pressed = -1;
    if (same) {
        return;
    }
    card->w = w;
    card->h = h;
    free_sprites(card);
    lay_out(card);
    card->plate_sprite = make_plate(card);
    for (int i = 0; i < PAUSE_BUTTONS; i++) {
        card->button_sprites[i] = sprite_from_asset(button_files[i], card->buttons[i].w, card->buttons[i].h);
    }
}

void pause_card_close(struct pause_card *card)
{
    card->open = false;
    card->pressed = -1;
}

static int button_at(const struct pause_card *card, float x, float y)
{
    int px = (int)(x * (float)card->w), py = (int)(y * (float)card->h);
    for (int i = 0; i < PAUSE_BUTTONS; i++) {
        const struct rect *button = &card->buttons[i];
        if (px >= button->x && px < button->x + button->w && py >= button->y && py < button->y + button->h) {
            return i;
        }
    }
    return -1;
}

void pause_card_down(struct pause_card *card, int64_t finger, float x, float y)
{
    if (card->open && card->pressed < 0) {
        card->pressed = button_at(card, x, y);
        card->finger = finger;
    }
}

void pause_card_move(struct pause_card *card, int64_t finger, float x, float y)
{
    if (card->pressed >= 0 && card->finger == finger && button_at(card, x, y) != card->pressed) {
        card->pressed = -1;
    }
}

enum pause_choice pause_card_up(struct pause_card *card, int64_t finger)
{
    static const enum pause_choice choices[PAUSE_BUTTONS] = {PAUSE_GO_ON, PAUSE_FUSS, PAUSE_FINISH};
    if (!card->open || card->pressed < 0 || card->finger != finger) {
        return PAUSE_NONE;
    }
    int pressed = card->pressed;
    card->pressed = -1;
    return choices[pressed];
}

static void draw_at(struct canvas *canvas, const struct sprite *sprite, int x, int y, int alpha)
{
    if (sprite) {
        canvas_draw(canvas, sprite, &(struct matrix){1, 0, 0, 1, (float)x, (float)y}, alpha, NULL);
    }
}

void pause_card_draw(const struct pause_card *card, struct canvas *canvas, int now_ms)
{
    if (!card->open) {
        return;
    }
    float there = ease_out_cubic(ease_share(now_ms, card->opened_ms, card->opened_ms + RISE_MS));
    int alpha = (int)(255 * there), rise = (int)((float)units(card, MARGIN) * (1 - there));
    draw_at(canvas, card->plate_sprite, card->plate.x, card->plate.y + rise, alpha);
    for (int i = 0; i < PAUSE_BUTTONS; i++) {
        int sink = card->pressed == i ? units(card, SINK) : 0;
        draw_at(canvas, card->button_sprites[i], card->buttons[i].x, card->buttons[i].y + rise + sink, alpha);
    }
}

int pause_card_still_ms(const struct pause_card *card, int now_ms)
{
    return card->open && now_ms < card->opened_ms + RISE_MS ? 0 : 1000;
}
