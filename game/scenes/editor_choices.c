// Who hides, where, before which backdrop; what a touch does, how big a step is, what is heard, and what the
// level is called.
#include <stdio.h>
#include <string.h>

#include "core/recast.h"
#include "scenes/app.h"
#include "scenes/editor_inside.h"
#include "store/cast.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum { PAD = 24, TOP = 16, GAP = 16, LABEL_GAP = 4, CHIP_H = 50, CHIP_GAP = 10, TOGGLE_H = 60 };

static const struct look label_look = {TYPE_BODY, true, 0, ALIGN_START, 0};
static const struct look caption = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};
static const struct look name_look = {TYPE_BODY, true, TEAL_DEEP, ALIGN_START, 0};

// Where the next thing goes, and whether it is drawn or only measured.
struct flow {
    struct app *app;
    int x, y, w;
    bool draw;
};

static void put_text(struct flow *flow, struct look look, const char *text, int gap)
{
    int h = page_text_height(flow->app->page, look, text, flow->w);
    if (flow->draw) {
        page_text(flow->app->page, (struct rect){flow->x, flow->y, flow->w, h}, look, text);
    }
    flow->y += h + gap;
}

// ---- chips

struct chips {
    int id, count;
    const char *(*words)(const struct app *app, int index, char *out, size_t size);
    bool (*on)(const struct app *app, int index);
};

static void put_chips(struct flow *flow, const struct chips *chips)
{
    struct page *page = flow->app->page;
    int x = 0;
    for (int i = 0; i < chips->count; i++) {
        char out[160];
        const char *words = chips->words(flow->app, i, out, sizeof out);
        bool on = chips->on(flow->app, i);
        int w = page_choice(page, 0, 0, 0, on, words, false);
        if (x > 0 && x + w > flow->w) {
            x = 0;
            flow->y += CHIP_H + CHIP_GAP;
        }
        if (flow->draw) {
            page_choice(page, flow->x + x, flow->y, chips->id + i, on, words, true);
        }
        x += w + CHIP_GAP;
    }
    flow->y += CHIP_H + GAP;
}

static const char *of_key(const char *room, const char *id)
{
    char key[64];
    snprintf(key, sizeof key, "%s.%s", room, id);
    return word(key);
}

static const char *who_words(const struct app *app, int index, char *out, size_t size)
{
    const struct today *today = &app->editor->today;
    if (index > 0) {
        return of_key("friend", editor_who_id(index));
    }
    if (!today->shown) {
        return word("friend.nobody");
    }
    word_fill(out, size, "friend.family", "n", today->name, NULL);
    return out;
}

static bool who_on(const struct app *app, int index)
{
    return app->editor->who[index];
}

static const char *place_words(const struct app *app, int index, char *out, size_t size)
{
    (void)app, (void)out, (void)size;
    return of_key("place", cast_place_name(index));
}

static bool place_on(const struct app *app, int index)
{
    return app->editor->places[index];
}

static const char *backdrop_words(const struct app *app, int index, char *out, size_t size)
{
    (void)app, (void)out, (void)size;
    return of_key("backdrop", cast_backdrop_name(index));
}

static bool backdrop_on(const struct app *app, int index)
{
    return editor_has_backdrop(app->editor, cast_backdrop_name(index));
}

static int count_of(const char *(*name)(int index))
{
    int count = 0;
    while (name(count)) {
        count++;
    }
    return count;
}

static void put_cast(struct flow *flow)
{
    char rounds[16], words[160];
    const struct level *level = &flow->app->editor->level;
    put_text(flow, label_look, word("ed.who"), LABEL_GAP);
    put_chips(flow, &(struct chips){EDITOR_WHO, count_of(editor_who_id), who_words, who_on});
    put_text(flow, label_look, word("ed.where"), LABEL_GAP);
    put_chips(flow, &(struct chips){EDITOR_PLACE, count_of(cast_place_name), place_words, place_on});
    if (recast_unseen(level) > 0) {
        snprintf(rounds, sizeof rounds, "%d", level->rounds);
        word_fill(words, sizeof words, "ed.unseen", "r", rounds, NULL);
        put_text(flow, caption, words, GAP);
    }
    put_text(flow, label_look, word("ed.backdrop"), LABEL_GAP);
    put_chips(flow,
              &(struct chips){EDITOR_BACKDROP, count_of(cast_backdrop_name), backdrop_words, backdrop_on});
}

// ---- segments

static void put_segments(struct flow *flow, int id, const char *const *labels, int count, int chosen, int gap)
{
    int h = page_segments_height(flow->app->page, flow->w, labels, count);
    if (flow->draw) {
        page_segments(flow->app->page, (struct rect){flow->x, flow->y, flow->w, h}, id, labels, count,
                      chosen);
    }
    flow->y += h + gap;
}

static void put_touch(struct flow *flow)
{
    bool opens = flow->app->editor->level.touch == TOUCH_OPENS;
    const char *labels[] = {word("ed.opens"), word("ed.answers")};
    put_text(flow, label_look, word("ed.touch"), LABEL_GAP);
    put_segments(flow, EDITOR_TOUCH, labels, 2, opens ? 0 : 1, LABEL_GAP);
    put_text(flow, caption, word(opens ? "ed.opens.sub" : "ed.answers.sub"), GAP);
}

static void put_step(struct flow *flow)
{
    const struct editor *editor = flow->app->editor;
    int steps[3], count = editor_steps(editor, steps), chosen = 0;
    char number[16], own[48];
    snprintf(number, sizeof number, "%d", (steps[2] - 1000 + 5) / 10);
    word_fill(own, sizeof own, "ed.step.own", "n", number, NULL);
    const char *labels[] = {word("ed.small"), word("ed.usual"), own};
    for (int i = 0; i < count; i++) {
        chosen = steps[i] == editor->level.step_permille ? i : chosen;
    }
    put_text(flow, label_look, word("ed.step"), LABEL_GAP);
    put_segments(flow, EDITOR_STEP, labels, count, chosen, GAP);
}

static void put_sound(struct flow *flow)
{
    int label_h = page_text_height(flow->app->page, label_look, word("ed.sound"), flow->w - 100),
        h = label_h + 16 > TOGGLE_H ? label_h + 16 : TOGGLE_H;
    if (flow->draw) {
        page_toggle(flow->app->page, (struct rect){flow->x, flow->y, flow->w, h}, EDITOR_SOUND,
                    flow->app->editor->level.sound_while_away, word("ed.sound"), NULL);
    }
    flow->y += h + GAP;
}

// ---- its name

static void put_name(struct flow *flow)
{
    struct page *page = flow->app->page;
    const char *title = flow->app->editor->level.title;
    int w = flow->w - 60, label_h = page_text_height(page, caption, word("ed.name"), w),
        title_h = page_text_height(page, name_look, title, w), h = 12 + label_h + title_h + 12;
    if (flow->draw) {
        struct rect at = {flow->x, flow->y, flow->w, h};
        page_line(page, at.x, at.y, at.w);
        page_press(page, at, EDITOR_NAME, word("ed.name"));
        page_text(page, (struct rect){at.x, at.y + 12, w, label_h}, caption, word("ed.name"));
        page_text(page, (struct rect){at.x, at.y + 12 + label_h, w, title_h}, name_look, title);
        page_icon(page, (struct rect){at.x + at.w - 36, at.y + (h - 28) / 2, 28, 28}, ICON_TEXT, TEAL_DEEP);
    }
    flow->y += h;
}

int editor_choices(struct app *app, struct rect at, bool draw)
{
    struct flow flow = {app, at.x + PAD, at.y + TOP, at.w - 2 * PAD, draw};
    if (draw) {
        page_card(app->page, at, CARD_PLAIN);
    }
    put_cast(&flow);
    put_touch(&flow);
    put_step(&flow);
    put_sound(&flow);
    put_name(&flow);
    return flow.y + 8 - at.y;
}
