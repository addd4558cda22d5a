// The head of a screen of the corner.
#include "scenes/head.h"

#include "scenes/app.h"
#include "store/words.h"
#include "ui/theme.h"

enum { NARROW = 700 /* below, the action stands under the titles */, HIGH = 60, TOP = 16, GAP = 14 };

static int titles(struct app *app, int x, int w, const char *title, const char *sub)
{
    struct look big = {TYPE_TITLE, true, 0, ALIGN_START, 0},
                small = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};
    int title_h = page_text_height(app->page, big, title, w);
    int sub_h = sub ? page_text_height(app->page, small, sub, w) : 0;
    int top = sub ? TOP : TOP + 12;
    page_text(app->page, (struct rect){x, top, w, title_h}, big, title);
    if (sub) {
        page_text(app->page, (struct rect){x, top + title_h, w, sub_h}, small, sub);
    }
    return top + title_h + sub_h;
}

static void lay_action(struct app *app, struct rect at, struct head_action action)
{
    if (action.off) {
        page_button_off(app->page, at, action.id, action.icon, action.label);
    } else {
        page_button(app->page, at, action.id, action.button, action.icon, action.label);
    }
}

static int action_w(struct app *app, struct head_action action)
{
    return action.id ? page_button_w(app->page, action.icon, action.label) : 0;
}

// At the right end of the row, the second one before it. Returns how wide they are together.
static int lay_actions(struct app *app, int right, int y, struct head_action before,
                       struct head_action action)
{
    int w = action_w(app, action), before_w = action_w(app, before);
    if (action.id) {
        lay_action(app, (struct rect){right - w, y, w, HIGH}, action);
    }
    if (before.id) {
        lay_action(app, (struct rect){right - w - GAP - before_w, y, before_w, HIGH}, before);
    }
    return w + before_w + (before.id ? GAP : 0);
}

struct rect head_lay_two(struct app *app, int back_id, const char *title, const char *sub,
                         struct head_action before, struct head_action action)
{
    struct page *page = app->page;
    bool high = sub && page_tall(page), narrow = page_w(page) < NARROW;
    int x = MARGIN + ROUND_BUTTON + 20, right = page_w(page) - MARGIN, actions_w = 0;
    if (action.id && !narrow) {
        actions_w = lay_actions(app, right, high ? 30 : 18, before, action) + 20;
    }
    int bottom = titles(app, x, right - x - actions_w, title, sub);
    page_round(page, MARGIN, high ? 32 : 20, back_id, ROUND_CARD, ICON_BACK, word("back"));
    if (action.id && narrow) {
        int before_w = before.id ? action_w(app, before) + GAP : 0, w = right - MARGIN - before_w;
        lay_action(app, (struct rect){right - w, bottom + 12, w, HIGH}, action);
        if (before.id) {
            lay_action(app, (struct rect){MARGIN, bottom + 12, before_w - GAP, HIGH}, before);
        }
        bottom += HIGH + 16;
    }
    int least = high ? 124 : 96, top = bottom + 16 > least ? bottom + 16 : least;
    return (struct rect){MARGIN, top, right - MARGIN, page_h(page) - top};
}

struct rect head_lay(struct app *app, int back_id, const char *title, const char *sub,
                     struct head_action action)
{
    return head_lay_two(app, back_id, title, sub, (struct head_action){0}, action);
}
