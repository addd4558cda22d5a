// The part of the window that no notch covers.
#include "scenes/safe.h"

#include "platform/canvas.h"
#include "platform/safe_area.h"
#include "scenes/app.h"
#include "ui/page.h"

void safe_follow(struct app *app)
{
    int w, h;
    canvas_size(app->canvas, &w, &h);
    app->safe = safe_area(w, h);
    if (app->page) {
        page_keep_within(app->page, app->safe);
    }
}

static float within(float at, int size, int from, int length)
{
    const float share = (at * (float)size - (float)from) / (float)length;
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

struct safe_point safe_point(const struct app *app, float x, float y)
{
    const struct rect safe = app->safe;
    int w, h;
    canvas_size(app->canvas, &w, &h);
    if (safe.w <= 0 || safe.h <= 0) { // not yet asked
        return (struct safe_point){x, y, w, h};
    }
    return (struct safe_point){within(x, w, safe.x, safe.w), within(y, h, safe.y, safe.h), safe.w, safe.h};
}
