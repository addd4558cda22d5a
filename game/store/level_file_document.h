// A level's bytes -> one plain libyaml document. Only for store/level_*.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <yaml.h>

#include "store/level_file.h"

enum { LEVEL_BYTES_MAX = 64 * 1024 };

// False and *error for what is no level whatever its fields say: not UTF-8 text, not YAML, empty, too big,
// several documents, aliases, anchors or tags. On success the caller frees *document with
// yaml_document_delete.
bool level_document(const char *text, size_t length, yaml_document_t *document, struct level_error *error);
// The line of the last byte that is not blank. libyaml puts what is missing at the end of a file behind it.
int level_last_line(const char *text, size_t length);
