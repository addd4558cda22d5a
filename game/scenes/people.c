// The family's people as the corner shows them.
#include "scenes/people.h"

#include <stdlib.h>

#include "platform/canvas.h"
#include "scenes/app.h"
#include "ui/page.h"

static void free_faces(struct people *people)
{
    for (int i = 0; people->faces && i < people->count; i++) {
        sprite_free(people->faces[i]);
    }
    free(people->faces);
    people->faces = NULL;
    people->face_px = 0;
}

void people_free(struct people *people)
{
    free_faces(people);
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

static void make_faces(struct app *app, int px)
{
    struct people *people = &app->people;
    free_faces(people);
    people->faces = calloc((size_t)people->count, sizeof *people->faces);
    people->face_px = px;
    for (int i = 0; people->faces && i < people->count; i++) {
        people->faces[i] = make_face(app, &people->list[i], px);
    }
}

// Screens of one size follow each other: the faces are made anew only where a size changes.
const struct sprite *people_face(struct app *app, int index, int r)
{
    struct people *people = &app->people;
    if (index < 0 || index >= people->count || !app_looked_at(app)) {
        return NULL;
    }
    int px = page_face_px(app->page, r);
    if (people->face_px != px) {
        make_faces(app, px);
    }
    return people->faces ? people->faces[index] : NULL;
}
