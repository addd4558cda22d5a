// The database within a family, for those who keep more in it than family.c does: store/voices*, backup*,
// pack*.
#pragma once

#include <sqlite3.h>

struct family;

// NULL where family is NULL. Owned by the family.
sqlite3 *family_database(struct family *family);
