// What is heard when: the table of sound/guide.md, told by cues and touches.
#include "scenes/soundtrack.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/bridge.h"
#include "core/cue.h"
#include "core/gap.h"
#include "core/plan.h"
#include "core/session.h"
#include "scenes/soundtrack_ahead.h"
#include "scenes/soundtrack_player.h"
#include "scenes/soundtrack_notes.h"

enum { // sound/guide.md, but where said
    ME_AFTER_HELLO_MS = 2000,
    ME_AFTER_REVEAL_MS = 1300,
    GIGGLE_REST_MS = 1200,
    BED_OUT_MS = 250,
    BED_OUT_EARLY_MS = 40, // a frame and a buffer: it has ended when the reveal's first frame is shown
    BED_CUT_MS = 120,      // a return that comes early
    NEAR_AFTER_TOUCH_MS =
        40, // a touch that brings the friend back has done so by then: no voice that is cut at once
    AHEAD_EACH_MS = 16,
    AWAY_VOICE_AFTER_GONE_MS = 300,
    AWAY_VOICE_BEFORE_BACK_MS = 100, // words from the hiding place have ended when the friend comes back
};

static const float TOUCH_PAN = 0.4f; // gently: a tablet's speakers are near each other

struct soundtrack {
    struct player player;
    struct notes notes;
    struct ahead ahead;
    bool quiet_away;
    bool gaps;  // no bed while away
    bool upset; // what comes now comforts
    enum phase phase;
    int gone_ms, away_ms; // when the friend went, and for how long
    int giggled_ms;
};

struct soundtrack *soundtrack_new(struct mixer *mixer, uint64_t seed,
                                  void (*heard)(void *context, const char *moment, const char *clip),
                                  void *context)
{
    struct soundtrack *soundtrack = calloc(1, sizeof *soundtrack);
    if (!soundtrack) {
        return NULL;
    }
    soundtrack->player = (struct player){.mixer = mixer, .heard = heard, .context = context};
    player_start(&soundtrack->player, seed);
    ahead_start(&soundtrack->ahead);
    return soundtrack;
}

void soundtrack_free(struct soundtrack *soundtrack)
{
    free(soundtrack);
}

void soundtrack_cast(struct soundtrack *soundtrack, const char *who, const char *place, float pan)
{
    struct parts *parts = &soundtrack->player.parts;
    snprintf(parts->who, sizeof parts->who, "%s", who);
    snprintf(parts->place, sizeof parts->place, "%s", place);
    soundtrack->player.pan = pan;
}

void soundtrack_voices(struct soundtrack *soundtrack, struct voice_clips *voices)
{
    soundtrack->player.parts.voices = voices;
}

void soundtrack_quiet_away(struct soundtrack *soundtrack, bool quiet)
{
    soundtrack->quiet_away = quiet;
}

void soundtrack_leave_gaps(struct soundtrack *soundtrack, bool gaps)
{
    soundtrack->gaps = gaps;
}

// ---- cues

static void greet(struct player *player, int now_ms)
{
    int hello_ms = now_ms < PLAYER_QUIET_MS ? PLAYER_QUIET_MS : now_ms;
    mixer_retry(player->mixer);
    player_forget_later(player);
    player_say_later(player, PART_HELLO, hello_ms);
    player_say_later(player, PART_ME_HELLO, hello_ms + ME_AFTER_HELLO_MS);
    player_frame(player, now_ms);
}

// Words that are said at once leave a gap behind them, or are not said.
static int first_words_end_ms(const struct soundtrack *soundtrack, int away_ms, int now_ms)
{
    if (!soundtrack->gaps) {
        return soundtrack->player.away_end_ms;
    }
    struct bridge_plan plan = bridge_plan(away_ms, true);
    int next_ms = plan.count > 0 ? bridge_at_ms(&plan, 0) : away_ms - CUE_MS;
    return now_ms + next_ms - GAP_LEAST_MS;
}

static void go_away(struct soundtrack *soundtrack, int away_ms, int now_ms)
{
    soundtrack->gone_ms = now_ms;
    soundtrack->away_ms = away_ms;
    bool short_away = bridge_plan(away_ms, false).count == 0;
    soundtrack->player.away_end_ms = now_ms + away_ms - (short_away ? AWAY_VOICE_BEFORE_BACK_MS : CUE_MS);
    soundtrack->player.first_words_end_ms = first_words_end_ms(soundtrack, away_ms, now_ms);
    if (soundtrack->quiet_away) {
        return;
    }
    if (!soundtrack->gaps) {
        player_start_bed(&soundtrack->player, now_ms);
    }
    if (bridge_plan(away_ms, false).first == BRIDGE_NEAR || short_away) {
        player_say_later(&soundtrack->player, PART_AWAY, now_ms + AWAY_VOICE_AFTER_GONE_MS);
    }
}

static void bridge(struct soundtrack *soundtrack, enum bridge bridge, int now_ms)
{
    struct player *player = &soundtrack->player;
    if (soundtrack->quiet_away || player_sounds(player, MIXER_VOICE, now_ms)) {
        return;
    }
    player_say(player, bridge == BRIDGE_WHERE ? PART_WHERE : PART_NEAR, now_ms);
}

static void cue_return(struct soundtrack *soundtrack, int now_ms)
{
    struct player *player = &soundtrack->player;
    int left_ms = soundtrack->away_ms < CUE_MS ? soundtrack->away_ms : CUE_MS;
    player_forget_later(player);
    player_end_voice(player, now_ms + left_ms - AWAY_VOICE_BEFORE_BACK_MS, now_ms);
    player_say(player, PART_RETURN, now_ms);
    player_stop_bed_later(player, now_ms + left_ms - BED_OUT_MS - BED_OUT_EARLY_MS, BED_OUT_MS);
}

static void reveal(struct player *player, int now_ms)
{
    player_hush(player, MIXER_VOICE, now_ms); // one from the hiding place
    player_say(player, PART_REVEAL, now_ms);
    player_say(player, PART_OPEN, now_ms);
    int words_ms = player->busy_ms[MIXER_VOICE] - now_ms;
    player_say_later(player, PART_ME_JOY, now_ms + ME_AFTER_REVEAL_MS);
    player_say_later(player, PART_JOY,
                     now_ms + plan_joy_at_ms(words_ms < VOICE_MAX_MS ? words_ms : VOICE_MAX_MS));
}

static void calm_down(struct player *player)
{
    player_forget_later(player);
    player_stop_bed(player, BED_CUT_MS);
}

// After an upset comfort speaks; a cry that was only heard has its return as any.
static void come_back(struct soundtrack *soundtrack, enum back_why why, int now_ms)
{
    struct player *player = &soundtrack->player;
    calm_down(player);
    if (why == BACK_PAUSE) {
        return;
    }
    if (soundtrack->upset) {
        player_say(player, PART_OPEN, now_ms);
    } else {
        reveal(player, now_ms);
    }
}

static void comfort(struct player *player, int now_ms)
{
    calm_down(player);
    player_hush(player, MIXER_TUNE, now_ms);
    player_hush(player, MIXER_FRIEND, now_ms);
    player_hush(player, MIXER_VOICE, now_ms);
    player_hush(player, MIXER_RUSTLE, now_ms);
    player_say_later(player, PART_COMFORT, now_ms + COMFORT_SOUND_MS);
}

// Where the grown-up finishes, the words of the return may still be heard: they are not cut.
static void good_night(struct player *player, int now_ms)
{
    calm_down(player);
    if (player_sounds(player, MIXER_VOICE, now_ms)) {
        player_say_later(player, PART_GOODNIGHT, player->busy_ms[MIXER_VOICE] + VOICE_PAUSE_MS);
    } else {
        player_say(player, PART_GOODNIGHT, now_ms);
    }
}

static void enter(struct soundtrack *soundtrack, enum phase phase, int now_ms)
{
    soundtrack->phase = phase;
    soundtrack->upset = false;
    ahead_phase(&soundtrack->ahead, phase);
    switch (phase) {
    case PHASE_GREET: greet(&soundtrack->player, now_ms); break;
    case PHASE_GOODBYE: player_say(&soundtrack->player, PART_BYE, now_ms); break;
    case PHASE_HIDE: player_say(&soundtrack->player, PART_CLOSE, now_ms); break;
    case PHASE_CUE: cue_return(soundtrack, now_ms); break;
    case PHASE_COMFORT: comfort(&soundtrack->player, now_ms); break;
    case PHASE_RITUAL: good_night(&soundtrack->player, now_ms); break;
    case PHASE_AWAY:
    case PHASE_REVEAL: // CUE_BACK said it
    case PHASE_JOY:
    case PHASE_REST:
    case PHASE_OVER: break;
    }
}

void soundtrack_cue(struct soundtrack *soundtrack, const struct cue *cue, int away_ms, int now_ms)
{
    switch (cue->kind) {
    case CUE_PHASE: enter(soundtrack, (enum phase)cue->value, now_ms); break;
    case CUE_GONE: go_away(soundtrack, away_ms, now_ms); break;
    case CUE_BACK: come_back(soundtrack, (enum back_why)cue->value, now_ms); break;
    case CUE_BRIDGE: bridge(soundtrack, (enum bridge)cue->value, now_ms); break;
    case CUE_HELD:
        if (cue->value) {
            soundtrack_silence(soundtrack, now_ms);
        }
        break;
    case CUE_UPSET: soundtrack->upset = true; break;
    case CUE_ROUND:
    case CUE_END: break;
    }
}

// ---- touches

static int free_slot(const struct player *player, int now_ms)
{
    for (int slot = 0; slot < MIXER_TOUCHES; slot++) {
        if (!player_sounds(player, MIXER_TOUCH + slot, now_ms)) {
            return slot;
        }
    }
    return -1;
}

// Where all three sound, the picture alone answers.
static void ring(struct soundtrack *soundtrack, float x, float y, int now_ms)
{
    struct part_clip clip;
    int slot = free_slot(&soundtrack->player, now_ms);
    if (slot < 0 || !parts_note(notes_take(&soundtrack->notes, y, now_ms), &clip)) {
        return;
    }
    int volume = notes_volume(slot, soundtrack->phase == PHASE_AWAY);
    player_ring(&soundtrack->player, MIXER_TOUCH + slot, &clip, volume, TOUCH_PAN * (2 * x - 1), now_ms);
}

static void rustle(struct player *player, int now_ms)
{
    if (!player_sounds(player, MIXER_RUSTLE, now_ms)) {
        player_say(player, PART_RUSTLE, now_ms);
    }
}

// The return comes within ANSWER_MS of a touch: what is said from the hiding place ends before its cue.
static void come_sooner(struct soundtrack *soundtrack, int now_ms)
{
    int end_ms = now_ms + ANSWER_MS - CUE_MS;
    if (soundtrack->phase == PHASE_AWAY && end_ms < soundtrack->player.away_end_ms) {
        soundtrack->player.away_end_ms = end_ms;
        player_end_voice(&soundtrack->player, end_ms, now_ms);
    }
}

// Whoever is behind answers, where there is time for it before the return.
static void answer(struct soundtrack *soundtrack, int now_ms)
{
    int at_ms = now_ms + NEAR_AFTER_TOUCH_MS;
    int latest_ms = soundtrack->gone_ms + soundtrack->away_ms - CUE_MS - BRIDGE_BEFORE_CUE_MS;
    if (!soundtrack->quiet_away && at_ms <= latest_ms &&
        !player_sounds(&soundtrack->player, MIXER_TUNE, at_ms) &&
        !player_sounds(&soundtrack->player, MIXER_VOICE, at_ms)) {
        player_say_later(&soundtrack->player, PART_NEAR, at_ms);
    }
}

static void giggle(struct soundtrack *soundtrack, int now_ms)
{
    bool rested = now_ms - soundtrack->giggled_ms >= GIGGLE_REST_MS &&
                  !player_sounds(&soundtrack->player, MIXER_VOICE, now_ms);
    if (rested && !player_sounds(&soundtrack->player, MIXER_RUSTLE, now_ms)) {
        soundtrack->giggled_ms = now_ms;
        player_say(&soundtrack->player, PART_GIGGLE, now_ms);
    }
}

static void touch_cover(struct soundtrack *soundtrack, int now_ms)
{
    enum phase phase = soundtrack->phase;
    if (phase == PHASE_GREET || phase == PHASE_GOODBYE || phase == PHASE_AWAY) {
        rustle(&soundtrack->player, now_ms);
    }
    if (phase == PHASE_AWAY) {
        answer(soundtrack, now_ms);
    }
}

void soundtrack_touch(struct soundtrack *soundtrack, float x, float y, enum stage_hit hit, int now_ms)
{
    if (now_ms < PLAYER_QUIET_MS) {
        return;
    }
    ring(soundtrack, x, y, now_ms);
    come_sooner(soundtrack, now_ms);
    // While away a touch on the part that peeks out is one on the cover.
    if (hit == HIT_PLACE || (hit == HIT_FRIEND && soundtrack->phase == PHASE_AWAY)) {
        touch_cover(soundtrack, now_ms);
    } else if (hit == HIT_FRIEND && soundtrack->phase == PHASE_JOY) {
        giggle(soundtrack, now_ms);
    }
}

// ---- time

void soundtrack_frame(struct soundtrack *soundtrack, int now_ms)
{
    player_frame(&soundtrack->player, now_ms);
    ahead_frame(&soundtrack->ahead, &soundtrack->player.parts, soundtrack->player.mixer);
}

int soundtrack_next_ms(const struct soundtrack *soundtrack, int now_ms)
{
    int next_ms = player_next_ms(&soundtrack->player);
    int left_ms = next_ms == PLAYER_NEVER ? PLAYER_NEVER : next_ms > now_ms ? next_ms - now_ms : 0;
    return ahead_busy(&soundtrack->ahead) && left_ms > AHEAD_EACH_MS ? AHEAD_EACH_MS : left_ms;
}

void soundtrack_silence(struct soundtrack *soundtrack, int now_ms)
{
    player_silence(&soundtrack->player, now_ms);
}

void soundtrack_still(struct soundtrack *soundtrack, int now_ms)
{
    struct player *player = &soundtrack->player;
    int tune_ms = player->busy_ms[MIXER_TUNE], voice_ms = player->busy_ms[MIXER_VOICE];
    int ended_ms = tune_ms > voice_ms ? tune_ms : voice_ms;
    player->due_ms[PART_GOODNIGHT_TUNE] = PLAYER_NEVER; // the words took as long as it would have
    player_say_later(player, PART_SLEEP, ended_ms > now_ms ? ended_ms : now_ms);
}
