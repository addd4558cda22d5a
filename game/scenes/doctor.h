// When to call a doctor. Only for scenes/doctor*.c and tests.
#pragma once

#include <stdbool.h>

#include "platform/canvas.h"

struct app;

enum doctor_id {
    DOCTOR_BACK = 1,
    DOCTOR_WRITE,
    DOCTOR_KEEP,
    DOCTOR_CLOSE,
    DOCTOR_FIELDS // and the two behind it
};

// What a parent wrote down, in their own words.
enum doctor_field { FIELD_EMERGENCY, FIELD_NAME, FIELD_NUMBER, DOCTOR_FIELD_COUNT };
enum { DOCTOR_TEXT_SIZE = 64 };

struct doctor {
    char kept[DOCTOR_FIELD_COUNT][DOCTOR_TEXT_SIZE];
    char typed[DOCTOR_FIELD_COUNT][DOCTOR_TEXT_SIZE]; // on the sheet
    bool writing;
    enum doctor_field field; // takes what is typed
};

void doctor_lay_out(struct app *app);
// The bar with the numbers: how high it is, and itself.
int doctor_bar_height(struct app *app, int w);
void doctor_lay_bar(struct app *app, struct rect at);
void doctor_lay_sheet(struct app *app);
