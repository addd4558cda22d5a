// Numbers as a parent writes them ("1.25") <-> whole thousandths, exactly. Only for store/level_*.
#pragma once

#include <stddef.h>

enum number_form {
    NUMBER_FINE,
    NUMBER_TOO_EXACT, // more than three decimals
    NUMBER_COMMA,     // "1,5"
    NUMBER_NONE,      // not a number, or too long to be meant
};

enum { NUMBER_SIZE = 16 };

// text is not NUL-ended. *thousandths and *decimals (places written behind the point) are set only where it
// is fine.
enum number_form number_read(const char *text, size_t length, int *thousandths, int *decimals);
// 1250 -> "1.25", 5000 -> "5". thousandths from 0 to 999999999.
void number_write(int thousandths, char out[NUMBER_SIZE]);
