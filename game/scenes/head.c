// The head of a screen of the corner.
#include "scenes/head.h"

#include "scenes/app.h"
#include "store/words.h"
#include "ui/theme.h"

enum { NARROW = 700 /* below, the action stands under the titles */, HIGH = 60, TOP = 16 };

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

struct rect head_lay(struct app *app, int back_id, const char *title, const char *sub,
                     struct head_action action)
{
    struct page *page = app->page;
    bool tall = page_tall(page), narrow = page_w(page) < NARROW;
    int action_w = action.id ? page_button_w(page, action.icon, action.label) : 0;
    int x = MARGIN + ROUND_BUTTON + 20, right = page_w(page) - MARGIN;
    int bottom = titles(app, x, right - x - (narrow || !action.id ? 0 : action_w + 20), title, sub);
    page_round(page, MARGIN, tall ? 32 : 20, back_id, ROUND_CARD, ICON_BACK, word("back"));
    if (action.id && narrow) {
        lay_action(app, (struct rect){MARGIN, bottom + 12, right - MARGIN, HIGH}, action);
        bottom += HIGH + 16;
    } else if (action.id) {
        lay_action(app, (struct rect){right - action_w, tall ? 30 : 18, action_w, HIGH}, action);
    }
    int least = tall ? 124 : 96, top = bottom + 16 > least ? bottom + 16 : least;
    return (struct rect){MARGIN, top, right - MARGIN, page_h(page) - top};
}
