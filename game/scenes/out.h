// The folders in the family's folder through which a grown-up brings and takes files, and names for what is
// taken along.
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct app;

// FAMILY/in or FAMILY/out. False, and "", where there is no folder for the family.
bool in_folder(const struct app *app, char *out, size_t size);
bool out_folder(const struct app *app, char *out, size_t size);
// "FOLDER/NAME-2026-11-27.ENDING", or "...-2.ENDING" where that is there already: a copy never takes an older
// one's place, for something may have been deleted since. False after 99 of a day.
bool out_path(const struct app *app, const char *folder, const char *name, const char *ending, char *out,
              size_t size);
