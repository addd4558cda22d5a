// The pictures that are a part of the program; the table is made by the build (built_in.sh).
#pragma once

struct built_in {
    const char *name; // as below assets/; NULL behind the last
    const char *text;
};

extern const struct built_in built_in_table[];
