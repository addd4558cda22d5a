// The sheet in which a file is chosen: what it does.
#include "scenes/chooser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/mixer.h"
#include "scenes/app.h"
#include "scenes/chooser_inside.h"
#include "store/words.h"
#include "ui/page.h"

enum {
    LISTEN_MS_MAX = 120000, // longer files take too long to decode for a touch
    READ_MS = 1000,         // so often empty folders are read again
    STILL_MS = 60000,
    READING_MS = 100 // so often it is looked whether the browser has read
};

bool chooser_is_open(const struct app *app)
{
    return app->chooser && app->chooser->open;
}

static void read_folders(struct app *app)
{
    struct chooser *chooser = app->chooser;
    chooser_list_free(&chooser->list);
    chooser_list_read(app, chooser->kind, &chooser->list);
    chooser->read_ms = app->now_ms;
}

void chooser_open(struct app *app, enum chooser_kind kind, int longest_ms)
{
    chooser_close(app);
    app->chooser = calloc(1, sizeof *app->chooser);
    if (!app->chooser) {
        return;
    }
    *app->chooser =
        (struct chooser){.open = true, .kind = kind, .longest_ms = longest_ms, .heard = -1, .looked = -1};
    if (!handover_here()) {
        read_folders(app);
    }
}

enum handover_kind chooser_hands_over(const struct app *app)
{
    static const enum handover_kind kinds[] = {[CHOOSER_SOUND] = HANDOVER_SOUND,
                                               [CHOOSER_PHOTO] = HANDOVER_PHOTO,
                                               [CHOOSER_PACK] = HANDOVER_PACK,
                                               [CHOOSER_BACKUP] = HANDOVER_BACKUP};
    return kinds[app->chooser->kind];
}

bool chooser_is_handed_over(const struct app *app)
{
    return handover_here() && chooser_is_open(app);
}

bool chooser_is_elsewhere(const struct app *app)
{
    return app->hidden && chooser_is_handed_over(app);
}

static void hush(struct app *app)
{
    if (app->chooser->heard >= 0) {
        mixer_volume(app->mixer, MIXER_VOICE, 0, MIXER_REPLACE_MS);
        app->chooser->heard = -1;
    }
}

void chooser_close(struct app *app)
{
    if (app->chooser) {
        if (app->chooser->open) {
            handover_forget(); // else whoever has its answer does
        }
        hush(app);
        chooser_list_free(&app->chooser->list);
        free(app->chooser);
        app->chooser = NULL;
    }
}

const char *chooser_file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

// The list goes, the path stays until the next call.
static const char *answer(struct app *app, const char *path)
{
    struct chooser *chooser = app->chooser;
    snprintf(chooser->answer, sizeof chooser->answer, "%s", path);
    hush(app);
    chooser_list_free(&chooser->list);
    chooser->open = false;
    return chooser->answer;
}

static void listen(struct app *app, int index)
{
    struct chooser *chooser = app->chooser;
    const struct chooser_file *file = &chooser->list.files[index];
    bool stop = chooser->heard == index;
    hush(app);
    if (stop || file->length_ms < 0) {
        return;
    }
    if (file->length_ms > LISTEN_MS_MAX) {
        page_toast(app->page, word("i.listen.long"), false, app->now_ms);
        return;
    }
    mixer_play(app->mixer, MIXER_VOICE, file->path, MIXER_VOLUME_MAX, 0);
    chooser->heard = index;
    chooser->heard_end_ms = app->now_ms + file->length_ms;
}

static const char *use(struct app *app, int index)
{
    const struct chooser *chooser = app->chooser;
    const struct chooser_file *file = &chooser->list.files[index];
    const char *wrong = chooser_wrong(chooser, file);
    if (wrong) {
        char said[256];
        word_fill(said, sizeof said, "i.wrong", "f", chooser_file_name(file->path), "why", wrong, NULL);
        page_toast(app->page, said, false, app->now_ms);
        return NULL;
    }
    return answer(app, file->path);
}

static const char *pressed(struct app *app, int id)
{
    int count = app->chooser->list.count;
    if (id >= CHOOSER_LISTEN && id < CHOOSER_LISTEN + count) {
        listen(app, id - CHOOSER_LISTEN);
    } else if (id >= CHOOSER_USE && id < CHOOSER_USE + count) {
        return use(app, id - CHOOSER_USE);
    } else if (id == CHOOSER_PICK) {
        handover_ask(chooser_hands_over(app));
    } else if (id == CHOOSER_CLOSE || id == PAGE_BACK || id == PAGE_OUTSIDE) {
        chooser_close(app);
    }
    return NULL;
}

// Whoever reads where files have to lie puts one there; it is offered without another touch.
static void wait_for_files(struct app *app)
{
    if (!handover_here() && app->chooser->list.count == 0 && app->now_ms - app->chooser->read_ms >= READ_MS) {
        read_folders(app);
    }
}

// One file a frame, so that a folder full of photos stops nothing.
static void look(struct app *app)
{
    struct chooser *chooser = app->chooser;
    if (chooser->looked == app->frames || (chooser->kind == CHOOSER_PHOTO && !app_looked_at(app))) {
        return;
    }
    chooser->looked = app->frames;
    chooser->looking =
        chooser_list_look(&chooser->list, chooser->kind, page_face_px(app->page, CHOOSER_FACE_R));
}

const char *chooser_event(struct app *app, int id)
{
    if (!chooser_is_open(app)) {
        return NULL;
    }
    if (app->chosen_file[0]) {
        const char *path = answer(app, app->chosen_file);
        app->chosen_file[0] = '\0';
        return path;
    }
    if (app->chooser->heard >= 0 && app->now_ms >= app->chooser->heard_end_ms) {
        app->chooser->heard = -1;
    }
    wait_for_files(app);
    look(app);
    return pressed(app, id);
}

int chooser_still_ms(const struct app *app)
{
    const struct chooser *chooser = app->chooser;
    if (!chooser_is_open(app)) {
        return STILL_MS;
    }
    if (handover_here()) {
        return handover_reading() ? READING_MS : STILL_MS;
    }
    int heard_ms = chooser->heard >= 0 ? chooser->heard_end_ms - app->now_ms : STILL_MS;
    int read_ms = chooser->list.count > 0 ? STILL_MS : chooser->read_ms + READ_MS - app->now_ms;
    int next_ms = heard_ms < read_ms ? heard_ms : read_ms;
    return chooser->looking || next_ms < 0 ? 0 : next_ms;
}
