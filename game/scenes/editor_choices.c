// Who hides, where, before which backdrop; what a touch does, and what the level is called.
#include <stdio.h>
#include <string.h>

#include "core/recast.h"
#include "scenes/app.h"
#include "scenes/editor_flow.h"
#include "scenes/editor_inside.h"
#include "store/cast.h"
#include "store/words.h"
#include "ui/theme.h"

enum { CHIP_H = 50, CHIP_GAP = 10 };

static const struct look caption = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};
static const struct look name_look = {TYPE_BODY, true, TEAL_DEEP, ALIGN_START, 0};

// ---- chips

struct chips {
    int id, count;
    const char *(*words)(const struct app *app, int index, char *out, size_t size);
    bool (*on)(const struct app *app, int index);
};

static void put_chips(const struct app *app, struct editor_flow *flow, const struct chips *chips)
{
    struct page *page = flow->page;
    int x = 0;
    for (int i = 0; i < chips->count; i++) {
        char out[160];
        const char *words = chips->words(app, i, out, sizeof out);
        bool on = chips->on(app, i);
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
    flow->y += CHIP_H + EDITOR_GAP;
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

static void put_cast(const struct app *app, struct editor_flow *flow)
{
    char rounds[16], words[160];
    const struct level *level = &app->editor->level;
    editor_flow_label(flow, word("ed.who"));
    put_chips(app, flow, &(struct chips){EDITOR_WHO, count_of(editor_who_id), who_words, who_on});
    editor_flow_label(flow, word("ed.where"));
    put_chips(app, flow, &(struct chips){EDITOR_PLACE, count_of(cast_place_name), place_words, place_on});
    if (recast_unseen(level) > 0) {
        snprintf(rounds, sizeof rounds, "%d", level->rounds);
        word_fill(words, sizeof words, "ed.unseen", "r", rounds, NULL);
        editor_flow_text(flow, caption, words, EDITOR_GAP);
    }
    editor_flow_label(flow, word("ed.backdrop"));
    put_chips(app, flow,
              &(struct chips){EDITOR_BACKDROP, count_of(cast_backdrop_name), backdrop_words, backdrop_on});
}

// ---- segments

static void put_touch(const struct app *app, struct editor_flow *flow)
{
    bool opens = app->editor->level.touch == TOUCH_OPENS;
    const char *labels[] = {word("ed.opens"), word("ed.answers")};
    editor_flow_label(flow, word("ed.touch"));
    editor_flow_segments(flow, EDITOR_TOUCH, labels, 2, opens ? 0 : 1, EDITOR_LABEL_GAP);
    editor_flow_text(flow, caption, word(opens ? "ed.opens.sub" : "ed.answers.sub"), EDITOR_GAP);
}

// ---- its name

static void put_name(const struct app *app, struct editor_flow *flow)
{
    struct page *page = flow->page;
    const char *title = app->editor->level.title;
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
    struct editor_flow flow = {app->page, at.x + EDITOR_PAD, at.y + EDITOR_TOP, at.w - 2 * EDITOR_PAD, draw};
    if (draw) {
        page_card(app->page, at, CARD_PLAIN);
    }
    put_cast(app, &flow);
    put_touch(app, &flow);
    put_name(app, &flow);
    return flow.y + 8 - at.y;
}
