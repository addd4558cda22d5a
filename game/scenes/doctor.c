// When to call a doctor: a list by urgency that judges nothing, and the numbers to call.
#include "scenes/doctor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/events.h"
#include "scenes/app.h"
#include "store/family.h"
#include "store/words.h"
#include "ui/page.h"

// Europe's; reached from mobiles in most of the world, and a parent may write another one.
static const char emergency[] = "112";
static const char *const names[DOCTOR_FIELD_COUNT] = {"doctor_emergency", "doctor_name", "doctor_number"};

static const char *usual(int field)
{
    return field == FIELD_EMERGENCY ? emergency : "";
}

static void enter(struct app *app)
{
    app->doctor = calloc(1, sizeof *app->doctor);
    if (!app->doctor) {
        app_end(app);
        return;
    }
    for (int i = 0; i < DOCTOR_FIELD_COUNT; i++) {
        family_setting_text(app->family, names[i], usual(i), app->doctor->kept[i], DOCTOR_TEXT_SIZE);
    }
    doctor_lay_out(app);
}

static void write_down(struct app *app)
{
    struct doctor *doctor = app->doctor;
    memcpy(doctor->typed, doctor->kept, sizeof doctor->typed);
    doctor->field = FIELD_NAME;
    doctor->writing = true;
}

static void keep(struct app *app)
{
    struct doctor *doctor = app->doctor;
    bool all = true;
    for (int i = 0; i < DOCTOR_FIELD_COUNT; i++) {
        bool none = doctor->typed[i][0] == '\0';
        snprintf(doctor->kept[i], DOCTOR_TEXT_SIZE, "%s", none ? usual(i) : doctor->typed[i]);
        all = family_set_text(app->family, names[i], doctor->kept[i]) && all;
    }
    doctor->writing = false;
    if (!all) {
        page_toast(app->page, word("r.full"), false, app->now_ms);
    }
}

// Enter goes on to the next field, and from the last one keeps.
static void field_done(struct app *app)
{
    struct doctor *doctor = app->doctor;
    if (doctor->field == FIELD_NUMBER) {
        keep(app);
    } else {
        doctor->field++;
    }
}

static void go_back(struct app *app)
{
    if (app->doctor->writing) {
        app->doctor->writing = false;
    } else {
        app_go(app, &scene_guidance);
    }
}

static void obey(struct app *app, int id)
{
    struct doctor *doctor = app->doctor;
    switch (id) {
    case DOCTOR_BACK:
    case DOCTOR_CLOSE:
    case PAGE_BACK: go_back(app); return;
    case DOCTOR_WRITE: write_down(app); return;
    case DOCTOR_KEEP: keep(app); return;
    case PAGE_TYPED: page_typed(app->page, doctor->typed[doctor->field], DOCTOR_TEXT_SIZE); return;
    default: break;
    }
    if (id >= DOCTOR_FIELDS && id < DOCTOR_FIELDS + DOCTOR_FIELD_COUNT) {
        doctor->field = (enum doctor_field)(id - DOCTOR_FIELDS);
    }
}

// Tab goes from field to field, and what is typed with it.
static void type_at_the_focus(struct app *app)
{
    int field = page_focused(app->page) - DOCTOR_FIELDS;
    if (app->doctor->writing && field >= 0 && field < DOCTOR_FIELD_COUNT) {
        app->doctor->field = (enum doctor_field)field;
    }
}

static void on_event(struct app *app, const struct event *event)
{
    struct doctor *doctor = app->doctor;
    if (!doctor || app->next_scene) {
        return;
    }
    int focused = page_focused(app->page), id = page_event(app->page, event);
    if (page_focused(app->page) != focused) {
        type_at_the_focus(app);
    }
    bool done = event->kind == EVENT_KEY_DOWN && strcmp(event->text, "Return") == 0 && doctor->writing;
    if (done && (id == PAGE_NOTHING || id == DOCTOR_FIELDS + (int)doctor->field)) {
        field_done(app);
    } else {
        obey(app, id);
    }
}

static void leave(struct app *app)
{
    free(app->doctor);
    app->doctor = NULL;
}

const struct scene scene_doctor = {
    .name = "doctor",
    .enter = enter,
    .event = on_event,
    .lay_out = doctor_lay_out,
    .leave = leave,
};
