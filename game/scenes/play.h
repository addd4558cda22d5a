// A session on the screen: the rules say what, the stage shows it, the soundtrack is heard, the trace notes
// it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/input.h"
#include "core/session.h"
#include "scenes/pause.h"
#include "scenes/today.h"
#include "scenes/voice_clips.h"
#include "stage/stage.h"

enum { PLAY_SHOWN_MAX = 128 };

// A cue with what the trace says of it, kept until the frame that shows it.
struct shown_cue {
    struct cue cue;
    int cast_round, away_ms;
};

struct play {
    struct today today;
    struct voice_clips voices; // of who plays today
    void *photo;               // their face's bytes, owned; NULL: none
    size_t photo_length;
    struct session session;
    int cast_round; // whose friend and place are on: the round's, but after an upset the one who comforted
                    // stays
    bool started;
    bool leave; // the grown-up passed the gate: the corner comes after the ritual
    int64_t began_utc;
    int next_step; // the ladder's, after this session

    struct input pending; // since the last tick; touches are counted in app->touches
    struct pause pause;
    bool fussed;       // the last upset was the grown-up's word
    bool heard_crying; // the cry hint said of this session that there was one; kept nowhere else

    struct shown_cue cues[PLAY_SHOWN_MAX];
    int cue_count;
};

struct app;

// Dresses the stage with the level's first scene without playing: for the good-night screen opened by itself.
void play_dress(struct app *app);
// Begins to load today's first scene, without showing it: for the screen from which play is entered.
void play_prepare(struct app *app);
// The gate was passed during play: the ritual comes first, then the grown-ups' corner. False where no session
// is on.
bool play_leaves(struct app *app);
// Chooses the level, and who plays with their clips and their face; the plan makes room for their words.
void play_choose(struct app *app);
// Begins to load a round's friend and place; nothing behind the last round.
void play_prepare_round(struct app *app, int round);
// Shows them.
void play_set_stage(struct app *app, int round);
// Frees what was kept for the session: nothing was played, nobody is at hand.
void play_forget(struct app *app);
// The trace's line about the session that begins.
void play_note_session(const struct app *app);
// The frame has been shown: its touches and cues are heard and traced.
void play_shown(struct app *app);
