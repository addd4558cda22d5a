// The levels to choose from: those that come with the game, and the family's own, one YAML file each in
// FOLDER/levels, to be read, edited and copied by hand.
#pragma once

#include <stdbool.h>

#include "store/level_file.h"

struct level_entry {
    bool own;
    bool broken; // somebody edited it: error says what is wrong, level has only its name
    struct level level;
    struct level_error error;
    char file[256]; // "our_peek.yaml", for an own one
};

// The game's in the order of their numbers, then the family's own by title. One that was copied by hand under
// the name of the game's stands in its place: names are told apart by nothing else. malloced, the caller's;
// folder may be NULL.
int own_levels_list(const char *folder, struct level_entry **entries);
// By name among the family's own, then as level_find. False and *error where there is none or it is wrong.
bool own_levels_find(const char *folder, const char *name_or_path, struct level *level,
                     struct level_error *error);
// Writes it, whole or not at all. level->name "" or one of the game's own: a new name is made of the title
// and put there. NULL, or a sentence and nothing is changed.
const char *own_levels_save(const char *folder, struct level *level);
// Deletes it for good; its text is given back for an undo (malloced): NULL where there is none, for want of
// memory or because the file is no level's text. text may be NULL.
bool own_levels_remove(const char *folder, const char *name, char **text);
bool own_levels_put_back(const char *folder, const char *name, const char *text);
// A level as YAML with the comments that a parent needs. malloced; NULL only without memory.
char *own_levels_text(const struct level *level);
