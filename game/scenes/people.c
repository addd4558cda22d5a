// The family's people as the corner shows them.
#include "scenes/people.h"

#include <stdlib.h>

#include "platform/canvas.h"
#include "scenes/app.h"
#include "ui/page.h"

static void free_faces(const struct people *people, struct people_faces *size)
{
    for (int i = 0; size->faces && i < people->count; i++) {
        sprite_free(size->faces[i]);
    }
    free(size->faces);
    *size = (struct people_faces){0};
}

void people_free(struct people *people)
{
    for (int i = 0; i < PEOPLE_SIZES; i++) {
        free_faces(people, &people->sizes[i]);
    }
    free(people->list);
    *people = (struct people){0};
}

void people_load(struct app *app)
{
    people_free(&app->people);
    app->people.count = caregivers_list(app->family, &app->people.list);
    app->people.today = caregiver_today(app->family);
}

int people_find(const struct people *people, int64_t id)
{
    for (int i = 0; i < people->count; i++) {
        if (people->list[i].id == id) {
            return i;
        }
    }
    return -1;
}

static struct sprite *make_face(const struct app *app, const struct caregiver *person, int px)
{
    size_t length = 0;
    void *bytes = person->has_photo ? face_get(app->family, person->id, &length) : NULL;
    struct sprite *face = bytes ? sprite_from_photo_bytes(bytes, length, 0, 0, 0, px) : NULL;
    free(bytes);
    return face;
}

static const struct people_faces *make_faces(struct app *app, int px)
{
    struct people *people = &app->people;
    struct people_faces *size = &people->sizes[people->oldest];
    people->oldest = (people->oldest + 1) % PEOPLE_SIZES;
    free_faces(people, size);
    size->faces = calloc((size_t)people->count, sizeof *size->faces);
    size->px = px;
    for (int i = 0; size->faces && i < people->count; i++) {
        size->faces[i] = make_face(app, &people->list[i], px);
    }
    return size;
}

static const struct people_faces *faces_of(struct app *app, int px)
{
    for (int i = 0; i < PEOPLE_SIZES; i++) {
        if (app->people.sizes[i].px == px) {
            return &app->people.sizes[i];
        }
    }
    return make_faces(app, px);
}

const struct sprite *people_face(struct app *app, int index, int r)
{
    if (index < 0 || index >= app->people.count || !app_looked_at(app)) {
        return NULL;
    }
    const struct people_faces *size = faces_of(app, page_face_px(app->page, r));
    return size->faces ? size->faces[index] : NULL;
}
