// A picture's text as it stands among the assets. Where that file is missing or is not whole, and the program
// has that picture built in, it is that one: there is always a friend, a place to hide, and something behind
// it.
#pragma once

// name: "friends/bear.svg". NULL where there is neither (or no memory). The caller frees it.
char *built_in_read(const char *name);
