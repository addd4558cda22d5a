// A sheet of the corner.
#include "scenes/sheet.h"

#include "scenes/app.h"
#include "store/words.h"
#include "ui/page.h"

enum { MARGIN = 28, CLOSE = 56, WIDEST = 880 };

static int plate_w(const struct app *app, int w)
{
    int most = page_w(app->page) - 2 * MARGIN;
    w = page_tall(app->page) ? most : w < WIDEST ? w : WIDEST;
    return w < most ? w : most;
}

int sheet_inner_w(const struct app *app, int w)
{
    return plate_w(app, w) - 2 * SHEET_PAD;
}

struct rect sheet_begin(struct app *app, int id, int close_id, int w, int inner_h, const char *heading)
{
    struct rect plate = page_sheet(app->page, id, plate_w(app, w), SHEET_HEAD + inner_h + SHEET_PAD);
    struct rect in = {plate.x + SHEET_PAD, plate.y + SHEET_HEAD, plate.w - 2 * SHEET_PAD, inner_h};
    page_text_middle(app->page, (struct rect){in.x, plate.y + 12, in.w - CLOSE - 12, 88},
                     (struct look){TYPE_HEADING, true, 0, ALIGN_START, 2}, heading);
    page_round(app->page, in.x + in.w - CLOSE, plate.y + 28, close_id, ROUND_TINT, ICON_CLOSE, word("close"));
    return in;
}
