// The commands, a room each, and what they share. Only for scenes/commands*.
#pragma once

#include <stdbool.h>

#include "scenes/options.h"

struct caregiver;
struct family;

int command_check(const struct options *options);
int command_plan(const struct options *options);
int command_voice_add(const struct options *options);
int command_voice_list(const struct options *options);
int command_voice_export(const struct options *options);
int command_voice_remove(const struct options *options);
int command_face_add(const struct options *options);
int command_face_remove(const struct options *options);
int command_backup(const struct options *options);
int command_restore(const struct options *options);
int command_pack_save(const struct options *options);
int command_pack_add(const struct options *options);
int command_hear(const struct options *options);

// One line on standard error, whatever about (a file's name, NULL: none) holds; EXIT_INPUT.
int command_wrong(const char *about, const char *sentence);
// What was printed has arrived.
int command_said(void);
// The folder of the family's file: --data, else the platform's own; NULL where there is none.
const char *command_folder(const struct options *options);
// A command that only asks makes no file.
bool command_has_family(const struct options *options);
// Opens the family's file, or makes it. NULL: a line is said.
struct family *command_open(const struct options *options);
// Takes away a family's file that was made for nothing.
void command_forget_family(const struct options *options);
// Whether path is the family's own file, which no command writes over.
bool command_is_family(const struct options *options, const char *path);
// By --who. EXIT_WELL, or a line is said: nobody can be called that, nobody is.
int command_find(struct family *family, const char *name, struct caregiver *person);
// The same, but whoever is missing is made. 0: a line is said.
int64_t command_find_or_make(struct family *family, const char *name);
