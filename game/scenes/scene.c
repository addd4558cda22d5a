// What a scene's hooks stand for where it has none.
#include "scenes/scene.h"

#include "scenes/app.h"
#include "ui/page.h"

void scene_draw(struct app *app)
{
    const struct scene *scene = app->scene;
    if (scene->draw) {
        scene->draw(app);
    } else if (scene->lay_out) {
        corner_draw_page(app, scene->lay_out);
    }
}

void scene_shown(struct app *app)
{
    const struct scene *scene = app->scene;
    if (scene->shown) {
        scene->shown(app);
    } else if (scene->lay_out) {
        corner_keep_laid(app, scene->lay_out);
    }
}

int scene_still_ms(const struct app *app)
{
    const struct scene *scene = app->scene;
    return scene->still_ms ? scene->still_ms(app) : page_still_ms(app->page, app->now_ms);
}
