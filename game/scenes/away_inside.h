// Inside of Away for real: for scenes/away*.c only. One scene in four parts: who stays and how long, saying
// goodbye, the waiting picture, and the reunion.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/parting.h"
#include "platform/canvas.h"
#include "scenes/away.h"
#include "scenes/voice_clips.h"

struct event;
struct sprite;

enum away_part { AWAY_CHOOSING, AWAY_LEAVING, AWAY_WAITING, AWAY_REUNION };

// What can be pressed.
enum away_id {
    AWAY_BACK = 1,
    AWAY_SHORTER,
    AWAY_LONGER,
    AWAY_AS_BEFORE, // what "shorter" or "longer" did is taken back
    AWAY_OTHER,     // someone else stays
    AWAY_ADD,
    AWAY_START,
    AWAY_HEAR_GOES, // their goodbye
    AWAY_HEAR_HELLO,
    AWAY_HEAR_BYE, // of the one who stays
    AWAY_PHOTO_OFF,
    AWAY_VOICE_ON,
    AWAY_GO,
    AWAY_CALL,
    AWAY_RETURNED,
    AWAY_EASY,
    AWAY_SHORT_CRY,
    AWAY_HARD,
    AWAY_SKIP,
    AWAY_GOES = 100, // + a person's place in the list
    AWAY_STAYS = 1000,
};

// Who stays, where it is nobody of the family's list.
enum { STAYS_SOMEONE = 0, STAYS_UNKNOWN = -1 };

enum wait_state { WAIT_RUNS, WAIT_OVER, WAIT_CALLED };

// The time away, on the program's clock, and on the calendar for the time that the program slept.
struct away_wait {
    enum wait_state state;
    int64_t began_utc;
    int began_ms, length_ms;
    int slept_ms;     // what the program's clock did not count
    int seen_ms;      // when it last ran in the foreground,
    int64_t seen_utc; // and what the calendar said then
    int took_ms;      // until it was over or the one who went was called
};

// The two buttons of the waiting picture need a press of a moment, so that a baby's hand does nothing.
struct away_hold {
    int id; // 0: nothing is held
    int64_t finger;
    bool by_key;
    int since_ms;
    int hint_ms; // until when the line says that it wants to be held
};

// What the pictures are made of, for the window's size and the part they were made for.
struct away_picture {
    int w, h; // 0: not made
    enum away_part part;
    int64_t person; // whose photo; 0: the bear
    struct sprite *back, *front, *flower, *photo, *sun;
    int sways_ms; // when it began to sway
    bool sways;
};

struct away {
    enum away_part part;
    struct parting_stand stand; // as all goodbyes so far say
    int wish, wish_before;      // a step that the grown-up wished for, and what it was; -1: none
    int64_t goes;               // 0: nobody by name
    int64_t stays;
    bool photo_off, voice_on; // while waiting
    bool voices_off;          // the baby gets upset by recorded voices
    bool less_motion;
    int64_t noted; // the toast can take it back; 0: nothing
    struct voice_clips goes_clips, stays_clips;
    int voice_at_ms; // of the waiting time: when their voice may be heard again
    struct away_wait wait;
    struct away_hold hold;
    struct away_picture picture;
    int back_ms;  // when the reunion began
    bool greeted; // the reunion's voice was heard
};

// ---- what is known (away_state.c)
// Asks the family.
void away_load(struct app *app);
// The next one, with what the grown-up wished for.
struct parting_stand away_stand(const struct away *away);
void away_wish(struct app *app, int step);
void away_choose_goes(struct app *app, int64_t id);
void away_choose_stays(struct app *app, int64_t id);
void away_switch(struct app *app, int id);
// Keeps how it was; a toast says so, and can take it back.
void away_note(struct app *app, enum parting_how how);
void away_take_back(struct app *app);
// "45 s", "3 min"
void away_time(char *out, size_t size, int seconds);
// A text about who goes or stays: {n} is the name, {s} the time (seconds 0: none); without a name the text of
// key.none.
void away_words(const struct app *app, char *out, size_t size, const char *key, int64_t person, int seconds);

// ---- the wait (away_wait.c)
void away_wait_start(struct app *app);
// Milliseconds that have gone, 0 to length_ms.
int away_wait_gone_ms(const struct app *app);
void away_wait_tick(struct app *app);
void away_wait_event(struct app *app, const struct event *event);
int away_wait_still_ms(const struct app *app);

// ---- layouts
void away_lay_choosing(struct app *app);
// Its card with who goes and who stays, from at.x, at.y, at.w wide and at.h high; without draw it only
// measures. Returns the height it needs.
int away_lay_who(struct app *app, struct rect at, bool draw);
void away_lay_leaving(struct app *app);
void away_lay_waiting(struct app *app);
void away_lay_reunion(struct app *app);

// ---- the picture (away_picture.c)
// Draws sky, hills, sun and flower of the waiting picture or the reunion.
void away_draw_picture(struct app *app);
// The flower answers a touch.
void away_sway(struct app *app);
// How far the sun moves at a time, ms.
int away_sun_step_ms(const struct app *app);
int away_picture_still_ms(const struct app *app);
void away_free_picture(struct away_picture *picture);

// ---- sound (away_sound.c)
void away_load_voices(struct app *app);
bool away_has_voice(const struct voice_clips *clips, enum moment moment);
// Says the next clip of a moment that takes at most most_ms. How long it takes; 0: there is none.
int away_say(struct app *app, struct voice_clips *clips, enum moment moment, int most_ms, int volume);
void away_chime(struct app *app, const char *sound, const char *moment);
void away_hush(struct app *app);

// ---- from part to part (away.c)
void away_go(struct app *app, enum away_part part);
