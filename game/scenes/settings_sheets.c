// The sheets of Settings: what can be chosen, and what is kept where.
#include <stdio.h>
#include <string.h>

#include "platform/handover.h"
#include "platform/pictures.h"
#include "scenes/app.h"
#include "scenes/deletion.h"
#include "scenes/effects.h"
#include "scenes/settings_inside.h"
#include "scenes/sheet.h"
#include "store/forget.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { SHEET_W = 640, CHOICE_H = 50, GAP = 12, TEXT_GAP = 20, LINE_GAP = 14, DOT = 24 };

static const struct look body = {TYPE_BODY, false, 0, ALIGN_START, 0};

// ---- what a setting is, in words

const char *settings_minutes(int seconds, char *out, size_t size)
{
    char number[16];
    if (seconds == 0) {
        return word("s.len.level");
    }
    snprintf(number, sizeof number, "%d%s", seconds / 60, seconds % 60 == 30 ? "½" : "");
    word_fill(out, size, "s.len.min", "n", number, NULL);
    return out;
}

const char *settings_hours(int minutes, char *out, size_t size)
{
    char number[16];
    int hours = (minutes + 30) / 60;
    snprintf(number, sizeof number, "%d", hours);
    word_fill(out, size, hours == 1 ? "hours.one" : "hours.other", "n", number, NULL);
    return out;
}

const char *settings_language_name(struct app *app)
{
    char code[16];
    settings_language(app->family, code, sizeof code);
    return code[0] || app->options.language ? word("s.lang.own") : word("s.lang.sys");
}

// ---- choices

static const int lengths[] = {0, 90, 120, 180, 240, 300, 600}; // seconds; 0: as the level says
static const int rests[] = {60, 120, 180};                     // minutes
enum { LENGTHS = sizeof lengths / sizeof *lengths, RESTS = sizeof rests / sizeof *rests };

struct options_sheet {
    const char *heading, *text; // text may be NULL
    int count, on;
    const char *(*name)(struct app *app, int index, char *out, size_t size);
};

static const char *length_name(struct app *app, int index, char *out, size_t size)
{
    (void)app;
    return settings_minutes(lengths[index], out, size);
}

static const char *rest_name(struct app *app, int index, char *out, size_t size)
{
    (void)app;
    return settings_hours(rests[index], out, size);
}

// The first is the system's; "qps" is no language that anybody speaks.
static const char *language_name(struct app *app, int index, char *out, size_t size)
{
    (void)app, (void)out, (void)size;
    return index == 0 ? word("s.lang.sys") : word_in(words_code(index - 1), "s.lang.own");
}

static int place_of(int value, const int *values, int count)
{
    for (int i = 0; i < count; i++) {
        if (values[i] == value) {
            return i;
        }
    }
    return -1;
}

static int language_on(struct app *app)
{
    char code[16];
    settings_language(app->family, code, sizeof code);
    const char *now = app->options.language ? words_language() : code;
    for (int i = 0; words_code(i); i++) {
        if (strcmp(words_code(i), now) == 0) {
            return i + 1;
        }
    }
    return app->options.language ? -1 : 0;
}

static int languages(void)
{
    int count = 0;
    while (words_code(count)) {
        count++;
    }
    return count;
}

static struct options_sheet options_of(struct app *app)
{
    switch (app->settings->sheet) {
    case SETTINGS_LENGTH_SHEET:
        return (struct options_sheet){"s.len", "s.len.sub", LENGTHS,
                                      place_of(settings_shown(app, SETTING_GAME_S), lengths, LENGTHS),
                                      length_name};
    case SETTINGS_REST_SHEET:
        return (struct options_sheet){"s.rest", "s.rest.sub", RESTS,
                                      place_of(settings_shown(app, SETTING_REST_MIN), rests, RESTS),
                                      rest_name};
    case SETTINGS_LANGUAGE_SHEET:
        return (struct options_sheet){"s.lang", NULL, 1 + languages(), language_on(app), language_name};
    case SETTINGS_NO_SHEET:
    case SETTINGS_PRIVACY_SHEET:
    case SETTINGS_BACKUP_SHEET: break;
    }
    return (struct options_sheet){0};
}

// Chips that wrap. Returns how high they are.
static int lay_choices(struct app *app, const struct options_sheet *options, struct rect at, bool draw)
{
    int x = at.x, y = at.y;
    for (int i = 0; i < options->count; i++) {
        char out[64];
        const char *name = options->name(app, i, out, sizeof out);
        int w = page_choice(app->page, 0, 0, 0, i == options->on, name, false);
        if (x > at.x && x + w > at.x + at.w) {
            x = at.x;
            y += CHOICE_H + GAP;
        }
        if (draw) {
            page_choice(app->page, x, y, SETTINGS_OPTION + i, i == options->on, name, true);
        }
        x += w + GAP;
    }
    return y + CHOICE_H - at.y;
}

static void lay_options(struct app *app)
{
    struct options_sheet options = options_of(app);
    int w = sheet_inner_w(app, SHEET_W);
    int text_h = options.text ? page_text_height(app->page, body, word(options.text), w) + TEXT_GAP : 0;
    int h = text_h + lay_choices(app, &options, (struct rect){0, 0, w, 0}, false) + 8;
    struct rect in = sheet_begin(app, SETTINGS_SHEET, SETTINGS_CLOSE, SHEET_W, h, word(options.heading));
    if (options.text) {
        page_text(app->page, (struct rect){in.x, in.y - SHEET_TEXT_UP, in.w, text_h - TEXT_GAP}, body,
                  word(options.text));
    }
    lay_choices(app, &options, (struct rect){in.x, in.y + text_h, in.w, 0}, true);
}

static void choose_language(struct app *app, int index)
{
    if ((deletion_waits(app) & FORGET_SETTINGS) && !settings_delete_now(app)) {
        return;
    }
    if (!settings_set_language(app->family, index == 0 ? "" : words_code(index - 1))) {
        settings_say(app, app->family ? "r.full" : "v.not.kept", "");
        return;
    }
    app->options.language = NULL; // what was chosen now is what is wanted
    effects_language(app);
}

void settings_option(struct app *app, int index)
{
    switch (app->settings->sheet) {
    case SETTINGS_LENGTH_SHEET: settings_put(app, SETTING_GAME_S, lengths[index]); break;
    case SETTINGS_REST_SHEET: settings_put(app, SETTING_REST_MIN, rests[index]); break;
    case SETTINGS_LANGUAGE_SHEET: choose_language(app, index); break;
    case SETTINGS_NO_SHEET:
    case SETTINGS_PRIVACY_SHEET:
    case SETTINGS_BACKUP_SHEET: return;
    }
    settings_open_sheet(app, SETTINGS_NO_SHEET);
}

// ---- privacy

enum { FACTS = 6 };

static void facts(struct app *app, char texts[FACTS][600])
{
    static const char *const places[][2] = {{"s.priv.where", "s.priv.gone"},
                                            {"s.priv.browser", "s.priv.gone.browser"}};
    const char *const *place = places[handover_here()];
    const char *keys[FACTS] = {"s.priv.net", "s.priv.keep", place[0], "s.priv.mic", place[1], "s.priv.copy"};
    char shown[400];
    const char *folder = today_folder(&app->options);
    for (int i = 0; i < FACTS; i++) {
        word_fill(texts[i], 600, keys[i], "f",
                  folder ? pictures_home_short(folder, shown, sizeof shown) : "–", NULL);
    }
}

static int lay_facts(struct app *app, char texts[FACTS][600], struct rect at, bool draw)
{
    int y = at.y;
    for (int i = 0; i < FACTS; i++) {
        int h = page_text_height(app->page, body, texts[i], at.w - DOT);
        if (draw) {
            page_text(app->page, (struct rect){at.x, y, DOT, 28}, (struct look){TYPE_BODY, true, TEAL, 0, 1},
                      "•");
            page_text(app->page, (struct rect){at.x + DOT, y, at.w - DOT, h}, body, texts[i]);
        }
        y += h + LINE_GAP;
    }
    return y - LINE_GAP - at.y;
}

static void lay_privacy(struct app *app)
{
    char texts[FACTS][600];
    facts(app, texts);
    int w = sheet_inner_w(app, SHEET_W + 120), h = lay_facts(app, texts, (struct rect){0, 0, w, 0}, false);
    int most = page_h(app->page) - 60 - SHEET_HEAD - SHEET_PAD, view_h = h < most ? h : most;
    struct rect in = sheet_begin(app, SETTINGS_SHEET, SETTINGS_CLOSE, SHEET_W + 120, view_h, word("s.priv"));
    page_scroll_begin(app->page, (struct rect){in.x, in.y, in.w, view_h}, h);
    lay_facts(app, texts, in, true);
    page_scroll_end(app->page);
}

void settings_sheet(struct app *app)
{
    switch (app->settings->sheet) {
    case SETTINGS_NO_SHEET: return;
    case SETTINGS_LENGTH_SHEET:
    case SETTINGS_REST_SHEET:
    case SETTINGS_LANGUAGE_SHEET: lay_options(app); return;
    case SETTINGS_PRIVACY_SHEET: lay_privacy(app); return;
    case SETTINGS_BACKUP_SHEET: settings_backup_sheet(app); return;
    }
}
