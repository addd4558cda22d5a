// What a browser lays over the page.
#include "scenes/laid_over.h"

#include "platform/handover.h"
#include "platform/typing.h"
#include "scenes/app.h"
#include "scenes/chooser.h"
#include "ui/page.h"

static void follow_field(struct app *app)
{
    struct typing typing;
    typing_show(page_writing(app->page, &typing) ? &typing : NULL);
}

static void follow_chooser(struct app *app)
{
    struct rect at_px;
    bool offered = chooser_is_open(app) && page_uncovered(app->page, CHOOSER_PICK, &at_px);
    handover_offer(offered ? &at_px : NULL, offered ? chooser_hands_over(app) : HANDOVER_SOUND);
}

void laid_over_follow(struct app *app)
{
    if (app->page && corner_is(app->scene)) {
        follow_field(app);
        follow_chooser(app);
    }
}

int laid_over_still_ms(const struct app *app, int still_ms)
{
    return handover_here() && app->page && page_wants_text(app->page) ? 0 : still_ms;
}

void laid_over_go(void)
{
    typing_show(NULL);
    handover_offer(NULL, HANDOVER_SOUND);
}
