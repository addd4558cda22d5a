// Decimal numbers without binary rounding: 1.1 is 1100 thousandths, never 1099. One form only (digits, a
// point, digits): what looks like a number in some other form (1e3, 0x10, 1_000, .inf) is as good as a typing
// mistake.
#include "store/level_file_number.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { DIGITS_MAX = 6, DECIMALS_MAX = 3 }; // 999999.999 still fits an int of thousandths

static bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

// How many digits text begins with.
static size_t count_digits(const char *text, size_t length)
{
    size_t count = 0;
    while (count < length && is_digit(text[count])) {
        count++;
    }
    return count;
}

static int digits_value(const char *text, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++) {
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

// Zeros at the end say nothing: "1.2500" is as exact as 1.25.
static size_t without_zeros(const char *text, size_t count)
{
    while (count > 0 && text[count - 1] == '0') {
        count--;
    }
    return count;
}

enum number_form number_read(const char *text, size_t length, int *thousandths, int *decimals)
{
    static const int scale[DECIMALS_MAX + 1] = {1000, 100, 10, 1};
    const size_t whole = count_digits(text, length);
    const bool point = whole < length && (text[whole] == '.' || text[whole] == ',');
    const size_t behind = point ? count_digits(text + whole + 1, length - whole - 1) : 0;
    const bool leading_zero = whole > 1 && text[0] == '0'; // 010 is eight to some readers of YAML
    if (whole + point + behind != length || (point && behind == 0) || whole > DIGITS_MAX || leading_zero ||
        whole + behind == 0) {
        return NUMBER_NONE;
    }
    if (point && text[whole] == ',') {
        return NUMBER_COMMA;
    }
    const size_t exact = point ? without_zeros(text + whole + 1, behind) : 0;
    if (exact > DECIMALS_MAX) {
        return NUMBER_TOO_EXACT;
    }
    *thousandths =
        digits_value(text, whole) * 1000 + digits_value(text + whole + point, exact) * scale[exact];
    *decimals = (int)(behind > DECIMALS_MAX ? DECIMALS_MAX : behind);
    return NUMBER_FINE;
}

void number_write(int thousandths, char out[NUMBER_SIZE])
{
    snprintf(out, NUMBER_SIZE, "%d.%03d", thousandths / 1000, thousandths % 1000);
    size_t length = without_zeros(out, strlen(out));
    length -= out[length - 1] == '.';
    out[length] = '\0';
}
