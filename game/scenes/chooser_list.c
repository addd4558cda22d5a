// The files that a chooser offers.
#include "scenes/chooser_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/canvas.h"
#include "platform/files.h"
#include "platform/pictures.h"
#include "scenes/app.h"
#include "scenes/out.h"
#include "store/sound_length.h"

enum { ENDINGS = 14, PICTURE_BYTES = 64 * 1024 * 1024 };

static const char *const endings[][ENDINGS] = {
    [CHOOSER_SOUND] = {".wav", ".WAV", ".ogg", ".OGG", ".oga", ".opus", ".flac", ".FLAC", ".mp3", ".MP3",
                       ".aif", ".aiff", NULL},
    [CHOOSER_PHOTO] = {".jpg", ".JPG", ".jpeg", ".JPEG", ".png", ".PNG", ".webp", ".WEBP", NULL},
    [CHOOSER_PACK] = {".peekaboo", ".PEEKABOO", NULL},
    [CHOOSER_BACKUP] = {".pkb", ".PKB", NULL},
};

static void add_file(struct chooser_list *list, const char *folder, const char *name)
{
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = list->count < CHOOSER_FILES_MAX ? malloc(size) : NULL;
    if (!path) {
        return;
    }
    snprintf(path, size, "%s/%s", folder, name);
    if (files_is_folder(path)) {
        free(path);
        return;
    }
    list->files[list->count++] = (struct chooser_file){.path = path, .length_ms = -1};
}

static void add_folder(struct chooser_list *list, const char *folder, enum chooser_kind kind)
{
    for (const char *const *ending = endings[kind]; *ending; ending++) {
        char **names = files_list(folder, *ending);
        for (int i = 0; names && names[i]; i++) {
            add_file(list, folder, names[i]);
        }
        files_free_list(names);
    }
}

static int by_name(const void *a, const void *b)
{
    const struct chooser_file *one = a, *other = b;
    int order = strcmp(chooser_file_name(one->path), chooser_file_name(other->path));
    return order ? order : strcmp(one->path, other->path);
}

static int by_name_last_first(const void *a, const void *b)
{
    return by_name(b, a);
}

static void add_other_folders(const struct app *app, struct chooser_list *list, enum chooser_kind kind)
{
    char folder[1024];
    if (kind == CHOOSER_PHOTO && pictures_folder(folder, sizeof folder)) {
        add_folder(list, folder, kind);
    }
    if (kind == CHOOSER_BACKUP && documents_folder(folder, sizeof folder)) {
        add_folder(list, folder, kind);
    }
    if (kind == CHOOSER_BACKUP && out_folder(app, folder, sizeof folder)) {
        add_folder(list, folder, kind);
    }
}

void chooser_list_read(const struct app *app, enum chooser_kind kind, struct chooser_list *list)
{
    *list = (struct chooser_list){.files = calloc(CHOOSER_FILES_MAX, sizeof *list->files)};
    if (!list->files) {
        return;
    }
    if (in_folder(app, list->folder, sizeof list->folder)) {
        files_make_folder(list->folder);
        add_folder(list, list->folder, kind);
    }
    add_other_folders(app, list, kind);
    if (list->count > 0) {
        bool last_first = kind == CHOOSER_PHOTO || kind == CHOOSER_BACKUP;
        qsort(list->files, (size_t)list->count, sizeof *list->files,
              last_first ? by_name_last_first : by_name);
    }
}

void chooser_list_free(struct chooser_list *list)
{
    for (int i = 0; i < list->count; i++) {
        free(list->files[i].path);
        sprite_free(list->files[i].thumb);
    }
    free(list->files);
    *list = (struct chooser_list){0};
}

static struct sprite *thumb(const char *path, int px)
{
    size_t length = 0;
    char *bytes = files_read_start(path, PICTURE_BYTES, &length);
    struct sprite *sprite = bytes ? sprite_from_photo_bytes(bytes, length, 0, 0, 0, px) : NULL;
    free(bytes);
    return sprite;
}

static void look_into(struct chooser_file *file, enum chooser_kind kind, int thumb_px)
{
    file->looked = true;
    switch (kind) {
    case CHOOSER_SOUND: file->length_ms = sound_length_ms(file->path); break;
    case CHOOSER_PHOTO: file->thumb = thumb(file->path, thumb_px); break;
    case CHOOSER_PACK:
    case CHOOSER_BACKUP: break;
    }
}

bool chooser_list_look(struct chooser_list *list, enum chooser_kind kind, int thumb_px)
{
    for (int i = 0; i < list->count; i++) {
        if (!list->files[i].looked) {
            look_into(&list->files[i], kind, thumb_px);
            return true;
        }
    }
    return false;
}

const char *chooser_folder_shown(const struct chooser_list *list, char *out, int size)
{
    return pictures_home_short(list->folder, out, (size_t)size);
}
