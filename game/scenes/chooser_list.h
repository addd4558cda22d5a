// The files that a chooser offers.
#pragma once

#include <stdbool.h>

#include "scenes/chooser.h"

struct app;
struct sprite;

enum { CHOOSER_FILES_MAX = 200 };

struct chooser_file {
    char *path;           // owned
    int length_ms;        // of a sound; -1: it can't be read, or it is none
    struct sprite *thumb; // of a picture, owned; NULL: not yet, or none
    bool looked;          // length_ms or thumb is known
};

struct chooser_list {
    char folder[1024]; // "in"
    struct chooser_file *files;
    int count;
};

// What is in the folders now: sounds and packs by name, pictures with the last name (the newest of a camera)
// first. Makes the folder "in" where it is missing.
void chooser_list_read(const struct app *app, enum chooser_kind kind, struct chooser_list *list);
void chooser_list_free(struct chooser_list *list);
// Looks into the next file that was not looked into; thumb_px: how large a picture is shown. False where all
// were.
bool chooser_list_look(struct chooser_list *list, enum chooser_kind kind, int thumb_px);
// The folder as people read it: their home is "~".
const char *chooser_folder_shown(const struct chooser_list *list, char *out, int size);
