// Inside of the chooser: for scenes/chooser*.c only.
#pragma once

#include <stdbool.h>

#include "scenes/chooser.h"
#include "scenes/chooser_list.h"

enum {
    CHOOSER_SHEET = CHOOSER_FIRST_ID,
    CHOOSER_CLOSE = CHOOSER_PICK + 1,
    CHOOSER_READING,
    CHOOSER_LISTEN = 10500,
    CHOOSER_USE = 11000
};
enum { CHOOSER_FACE_R = 72 }; // of a picture in the list, units

struct chooser {
    bool open;
    enum chooser_kind kind;
    int longest_ms;
    struct chooser_list list;
    int heard, heard_end_ms; // the file that sounds; -1: none
    int looked;              // the frame in which a file was looked into
    bool looking;            // there are more
    int read_ms;             // when the folders were read
    char answer[1024];
};

// Why a file can't be used, NULL where it can (or is not known yet).
const char *chooser_wrong(const struct chooser *chooser, const struct chooser_file *file);
