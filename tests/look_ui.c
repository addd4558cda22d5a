// The grown-ups' widgets on one sheet, to be looked at beside the guide's:
//   look_ui OUT.png [W H]          W is at least 880 units
#include "look_page.h"

enum { LEFT = 28, COLUMN = 403, WIDE = 824, PAD = 22 };

static const struct look heading = {TYPE_BODY, true, 0, ALIGN_START, 1};
static const struct look caption = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 1};

static int card(struct page *page, int column, int y, int h, const char *title)
{
    const int x = LEFT + column * (COLUMN + 18);
    page_card(page, (struct rect){x, y, COLUMN, h}, CARD_PLAIN);
    page_text(page, (struct rect){x + PAD, y + 14, COLUMN - 2 * PAD, 28}, heading, title);
    return x + PAD;
}

static void buttons(struct page *page, int y)
{
    int x = card(page, 0, y, 250, "Button: main, second");
    page_button(page, (struct rect){x, y + 54, 140, 60}, 1, BUTTON_MAIN, ICON_CHECK, "Keep");
    page_button(page, (struct rect){x + 160, y + 54, 151, 60}, 2, BUTTON_SECOND, ICON_PLAY, "Listen");
    page_button_off(page, (struct rect){x, y + 130, 140, 60}, 3, ICON_CHECK, "Keep");
    page_button(page, (struct rect){x + 160, y + 130, 199, 92}, 4, BUTTON_SECOND, ICON_VOICE,
                "Hear a whole game");
    x = card(page, 1, y, 250, "Recorder, danger, quiet, round");
    page_button(page, (struct rect){x, y + 54, 136, 60}, 5, BUTTON_TEAL, ICON_STOP, "Stop");
    page_button(page, (struct rect){x + 156, y + 54, 184, 60}, 6, BUTTON_DANGER, ICON_TRASH, "Delete all");
    page_button(page, (struct rect){x, y + 128, 170, 60}, 7, BUTTON_QUIET, ICON_UNDO, "As it was");
    page_button(page, (struct rect){x + 186, y + 128, 160, 60}, 8, BUTTON_RECORD, ICON_MICROPHONE, "Record");
    for (int i = 0; i < 5; i++) {
        static const enum icon icons[] = {ICON_BACK, ICON_PLAY, ICON_MICROPHONE, ICON_TRASH, ICON_CLOSE};
        page_round(page, x + 68 * i, y + 188, 10 + i, (enum round)i, icons[i], "round");
    }
}

static void heroes(struct page *page, int y)
{
    int x = card(page, 0, y, 130, "Hero");
    page_button_hero(page, (struct rect){x + 110, y + 24, 248, 84}, 20, BUTTON_TEAL, ICON_RECORD, "Record");
    x = card(page, 1, y, 130, "Plate");
    page_button_hero(page, (struct rect){x + 60, y + 30, 300, 78}, 21, BUTTON_PLATE, ICON_PLAY, "Play now");
}

static void choices(struct page *page, int y)
{
    int x = card(page, 0, y, 196, "Toggle: off, on");
    page_toggle(page, (struct rect){x - PAD, y + 44, COLUMN, 68}, 30, false, "Larger text", NULL);
    page_toggle(page, (struct rect){x - PAD, y + 114, COLUMN, 72}, 31, true, "Stay in the game",
                "Lock the tablet to this app");
    x = card(page, 1, y, 196, "Chips, a field");
    const int w = page_choice(page, x, y + 54, 32, true, "Bear", true);
    const int second = page_choice(page, x + w + 12, y + 54, 33, false, "Duck", true);
    page_chip(page, x + w + second + 24, y + 62, CHIP_PLAIN, ICON_LOCK, "label only", true);
    page_field(page, (struct rect){x, y + 120, 200, 56}, 34,
               &(struct field){.text = "Mama", .placeholder = "What name?"});
    const int good = page_chip(page, x + 212, y + 118, CHIP_GOOD, ICON_CHECK, "Clear", true);
    page_chip(page, x + 212, y + 154, CHIP_WARN, ICON_WARNING, "Quiet", true);
    (void)good;
}

static void people(struct page *page, int y)
{
    const int x = card(page, 0, y, 200, "Medallion: plain, chosen, add");
    page_medallion(page, x + 50, y + 116, 48, NULL, 0, false);
    page_medallion(page, x + 170, y + 116, 48, NULL, 1, true);
    page_medallion_add(page, x + 290, y + 116, 48);
    const int other = card(page, 1, y, 200, "Tiles");
    for (int i = 0; i < 4; i++) {
        static const uint32_t grounds[] = {CORAL_PALE, NIGHT_PALE, LEAF_PALE, AMBER_PALE};
        static const enum icon icons[] = {ICON_MICROPHONE, ICON_STAIRS, ICON_CHART, ICON_DOOR};
        page_tile_icon(page, other + 84 * i, y + 60, icons[i], grounds[i]);
    }
    page_line(page, other, y + 140, COLUMN - 2 * PAD);
    page_text(page, (struct rect){other, y + 150, 350, 24}, caption,
              "A caption that is too long for its one line ends so");
}

static void sound(struct page *page, int y)
{
    static unsigned char bars[52];
    for (int i = 0; i < 52; i++) {
        bars[i] = (unsigned char)(i < 8 || i > 44 ? 2 : 60 + (i * 37) % 150);
    }
    const int x = card(page, 0, y, 320, "Waveform: rest, playing, trimmed");
    page_waveform(page, (struct rect){x, y + 50, 359, 50}, bars, 52, 0, 52, -1);
    page_waveform(page, (struct rect){x, y + 104, 359, 50}, bars, 52, 0, 52, 24);
    page_card(page, (struct rect){x, y + 166, 359, 90}, CARD_WAVE);
    page_waveform(page, (struct rect){x, y + 176, 359, 70}, bars, 52, 8, 45, -1);
    page_handle(page, x + 50, y + 158, 136, 40, "start");
    page_handle(page, x + 320, y + 158, 136, 41, "end");
    const int other = card(page, 1, y, 320, "Meter: too quiet, good, too loud");
    for (int i = 0; i < 3; i++) {
        static const float levels[] = {0.16F, 0.56F, 0.93F};
        page_meter(page, (struct rect){other, y + 54 + 84 * i, COLUMN - 2 * PAD, 34}, levels[i], i);
    }
}

static void icons(struct page *page, int y)
{
    const int x = card(page, 0, y, 270, "Icons");
    for (int i = ICON_BACK; i < ICONS; i++) {
        const int at = i - 1;
        page_icon(page, (struct rect){x + at % 9 * 40, y + 56 + at / 9 * 40, 28, 28}, (enum icon)i, INK);
    }
    const int other = card(page, 1, y, 270, "Words");
    page_text(page, (struct rect){other, y + 44, 359, 48},
              (struct look){TYPE_DISPLAY, true, 0, ALIGN_MIDDLE, 1}, "“I’m still here …”");
    page_text(page, (struct rect){other, y + 100, 359, 40},
              (struct look){TYPE_TITLE, true, 0, ALIGN_START, 1}, "Title");
    page_text(page, (struct rect){other + 160, y + 104, 199, 32},
              (struct look){TYPE_HEADING, true, 0, ALIGN_END, 1}, "Heading");
    page_text(
        page, (struct rect){other, y + 146, 359, 112}, (struct look){TYPE_BODY, false, 0, ALIGN_START, 4},
        "Three are enough to start: goodbye, while away 1, return 1. The bear’s own sounds fill the gaps.");
}

static void lay_out(struct page *page, int w, int h)
{
    page_begin(page, w, h, 1000);
    page_wall(page, true);
    page_text(page, (struct rect){LEFT, 18, WIDE, 40}, (struct look){TYPE_TITLE, true, 0, ALIGN_START, 1},
              "Widget kit");
    buttons(page, 74);
    heroes(page, 342);
    choices(page, 490);
    people(page, 704);
    sound(page, 922);
    icons(page, 1260);
    page_card(page, (struct rect){LEFT, 1548, COLUMN, 120}, CARD_EMPTY);
    page_card(page, (struct rect){LEFT + COLUMN + 18, 1548, COLUMN, 120}, CARD_WARM);
    page_end(page);
}

int main(int count, char **words)
{
    return look_main(count, words, 880, 1800, "“Return 2” was deleted.", lay_out);
}
