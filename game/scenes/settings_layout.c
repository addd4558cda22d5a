// Settings as they stand on the page (ui/guide.md, mock-up 08a): one flat page, two columns or one.
#include <stdio.h>

#include "core/least.h"
#include "scenes/app.h"
#include "scenes/chooser.h"
#include "scenes/deletion.h"
#include "scenes/head.h"
#include "scenes/settings_inside.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { PAD = 24, COLUMN_GAP = 20, FOOT = 16, ROWS_MAX = 8, BELOW = 12, EDGE_ROOM = 8 };

static const struct look quiet = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};

// ---- the loudest sound

static int test_w(struct app *app)
{
    int play = page_button_w(app->page, ICON_VOLUME, word("s.test")),
        stop = page_button_w(app->page, ICON_STOP, word("a11y.stop"));
    return play > stop ? play : stop;
}

static const char *loudest_words(int loudest)
{
    static const char *const keys[] = {"s.vol.soft", "s.vol.talk", "s.vol.loud"};
    return word(keys[loudest]);
}

static int slider_h(struct app *app, int w)
{
    return page_slider_height(app->page, w, word("s.vol"), loudest_words(2), NULL);
}

static int below_slider_h(struct app *app, int w)
{
    int h = page_text_height(app->page, quiet, word("s.vol.sub"), w - test_w(app) - 20);
    return h > 60 ? h : 60;
}

static int loudest_h(struct app *app, int w)
{
    return 18 + slider_h(app, w) + BELOW + below_slider_h(app, w) + 18;
}

static void lay_test(struct app *app, struct rect at)
{
    bool heard = app->settings->heard_until_ms > 0;
    page_button(app->page, at, SETTINGS_TEST, heard ? BUTTON_TEAL : BUTTON_SECOND,
                heard ? ICON_STOP : ICON_VOLUME, heard ? word("a11y.stop") : word("s.test"));
}

static void lay_loudest(struct app *app, struct rect at)
{
    int loudest = settings_shown(app, SETTING_LOUDEST), button_w = test_w(app);
    struct slider slider = {.value = loudest, .least = 0, .most = 2, .step = 1, .stop = 2};
    int y = at.y + 18, h = slider_h(app, at.w);
    page_slider(app->page, (struct rect){at.x, y, at.w, h}, SETTINGS_LOUDEST, &slider, word("s.vol"),
                loudest_words(loudest), NULL);
    y += h + BELOW;
    h = below_slider_h(app, at.w);
    page_text_middle(app->page, (struct rect){at.x, y, at.w - button_w - 20, h}, quiet, word("s.vol.sub"));
    lay_test(app, (struct rect){at.x + at.w - button_w, y + (h - 60) / 2, button_w, 60});
}

// ---- rows

struct column {
    bool loudest; // begins with the slider
    struct settings_row rows[ROWS_MAX];
    int count;
};

static void add_switch(struct app *app, struct column *column, enum settings_id id, enum icon icon,
                       const char *title, const char *caption, enum setting setting)
{
    column->rows[column->count++] = (struct settings_row){.id = id,
                                                          .icon = icon,
                                                          .title = word(title),
                                                          .caption = caption ? word(caption) : NULL,
                                                          .on = settings_shown(app, setting) != 0};
}

static void add_more(struct column *column, enum settings_id id, enum icon icon, const char *title,
                     const char *caption, const char *value)
{
    column->rows[column->count++] = (struct settings_row){.id = id,
                                                          .icon = icon,
                                                          .title = word(title),
                                                          .caption = caption ? word(caption) : NULL,
                                                          .value = value};
}

struct values {
    char length[64], rest[64], listen[SETTINGS_LISTEN_WORDS];
};

static struct column of_the_game(struct app *app, struct values *values)
{
    struct column column = {.loudest = true};
    add_switch(app, &column, SETTINGS_PHONES, ICON_HEADPHONES, "s.phones", "s.phones.sub",
               SETTING_HEADPHONES);
    add_more(&column, SETTINGS_LENGTH, ICON_CLOCK, "s.len", "s.len.sub",
             settings_minutes(settings_shown(app, SETTING_GAME_S), values->length, sizeof values->length));
    add_more(&column, SETTINGS_REST, ICON_MOON, "s.rest", "s.rest.sub",
             settings_hours(settings_shown(app, SETTING_REST_MIN), values->rest, sizeof values->rest));
    add_switch(app, &column, SETTINGS_VOICE, ICON_VOICE, "s.voiceoff", "s.voiceoff.sub", SETTING_VOICE_OFF);
    add_more(&column, SETTINGS_LANGUAGE, ICON_GLOBE, "s.lang", NULL, settings_language_name(app));
    return column;
}

static void add_listen(struct app *app, struct column *column, char *says, size_t size)
{
    add_switch(app, column, SETTINGS_LISTEN, ICON_EAR, "s.ear", NULL, SETTING_LISTEN);
    settings_listen_words(app, says, size);
    column->rows[column->count - 1].caption = says;
}

static struct column of_the_tablet(struct app *app, struct values *values)
{
    struct column column = {0};
    add_listen(app, &column, values->listen, sizeof values->listen);
    add_switch(app, &column, SETTINGS_CALM, ICON_HAND, "s.calm", "s.calm.sub", SETTING_LESS_MOTION);
    add_switch(app, &column, SETTINGS_LARGE, ICON_TEXT, "s.big", NULL, SETTING_LARGE_TEXT);
    column.rows[column.count - 1].on |= app->options.large_text;
    add_more(&column, SETTINGS_LOCK, ICON_LOCK, "s.lock", "s.lock.sub", word("s.how"));
    add_more(&column, SETTINGS_PRIVACY, ICON_SHIELD, "s.priv", "s.priv.sub", word("s.read"));
    add_more(&column, SETTINGS_BACKUP, ICON_COPY, "s.back", "s.back.sub", word("s.open"));
    add_more(&column, SETTINGS_DELETE, ICON_TRASH, "s.del", "s.del.sub", word("s.open"));
    return column;
}

static int column_h(struct app *app, const struct column *column, int w)
{
    int h = 8 + (column->loudest ? loudest_h(app, w - 2 * PAD) : 0) + FOOT - 8;
    for (int i = 0; i < column->count; i++) {
        h += settings_row_h(app, &column->rows[i], w - 2 * PAD);
    }
    return h;
}

static void lay_column(struct app *app, const struct column *column, struct rect at)
{
    int x = at.x + PAD, w = at.w - 2 * PAD, y = at.y + 8;
    page_card(app->page, at, CARD_PLAIN);
    if (column->loudest) {
        int h = loudest_h(app, w);
        lay_loudest(app, (struct rect){x, y, w, h});
        y += h;
    }
    for (int i = 0; i < column->count; i++) {
        int h = settings_row_h(app, &column->rows[i], w);
        settings_row(app, &column->rows[i], (struct rect){x, y, w, h});
        y += h;
        if (i + 1 < column->count) {
            page_line(app->page, x, y - 1, w);
        }
    }
}

// ---- the page

static void lay_beside(struct app *app, const struct column *one, const struct column *other,
                       struct rect room)
{
    int w = (room.w - COLUMN_GAP) / 2, h = greater(column_h(app, one, w), column_h(app, other, w));
    page_scroll_begin(app->page, (struct rect){room.x - EDGE_ROOM, room.y, room.w + 2 * EDGE_ROOM, room.h},
                      h + MARGIN);
    lay_column(app, one, (struct rect){room.x, room.y, w, h});
    lay_column(app, other, (struct rect){room.x + w + COLUMN_GAP, room.y, w, h});
    page_scroll_end(app->page);
}

static void lay_below(struct app *app, const struct column *one, const struct column *other, struct rect room)
{
    int h = column_h(app, one, room.w), other_h = column_h(app, other, room.w);
    page_scroll_begin(app->page, (struct rect){room.x - EDGE_ROOM, room.y, room.w + 2 * EDGE_ROOM, room.h},
                      h + COLUMN_GAP + other_h + MARGIN);
    lay_column(app, one, (struct rect){room.x, room.y, room.w, h});
    lay_column(app, other, (struct rect){room.x, room.y + h + COLUMN_GAP, room.w, other_h});
    page_scroll_end(app->page);
}

void settings_lay_out(struct app *app)
{
    int w, h;
    struct values values;
    canvas_size(app->canvas, &w, &h);
    page_begin(app->page, w, h, app->now_ms);
    page_wall(app->page, false);
    struct rect room = head_lay(app, SETTINGS_BACK, word("s.title"), NULL, (struct head_action){0});
    struct column game = of_the_game(app, &values), tablet = of_the_tablet(app, &values);
    if (page_tall(app->page)) {
        lay_below(app, &game, &tablet, room);
    } else {
        lay_beside(app, &game, &tablet, room);
    }
    settings_sheet(app);
    chooser_layout(app);
    deletion_lay_out(app);
    page_end(app->page);
}
