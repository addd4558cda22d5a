// What the tests of the stage share: a stage in a window of its own, whose first set has been there for a
// second.
#pragma once

#include "with_canvas.h"

#include "platform/loader.h"
#include "stage/stage.h"

struct scene {
    struct window *window;
    struct canvas *canvas;
    struct loader *loader;
    struct stage *stage;
    int now_ms;
};

static inline struct scene open_scene(int w, int h, const char *who, const char *place, int peek_permille)
{
    struct scene scene = {.window = open_software(w, h), .loader = loader_new(true), .now_ms = 1000};
    scene.canvas = window_canvas(scene.window);
    scene.stage = stage_new(scene.canvas, scene.loader, 7);
    stage_peek(scene.stage, peek_permille);
    struct stage_set set = {.backdrop = "garden"};
    snprintf(set.who, sizeof set.who, "%s", who);
    snprintf(set.place, sizeof set.place, "%s", place);
    stage_prepare(scene.stage, &set);
    stage_change(scene.stage, scene.now_ms);
    scene.now_ms += 1000;
    return scene;
}

static inline void close_scene(struct scene *scene)
{
    stage_free(scene->stage);
    loader_free(scene->loader);
    window_close(scene->window);
}
