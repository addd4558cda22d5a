// After a frame of play: what it showed is heard and written down, with that frame's time.
#include "scenes/play.h"

#include "platform/trace.h"
#include "scenes/app.h"
#include "scenes/ear.h"
#include "scenes/soundtrack.h"

void play_note_session(const struct app *app)
{
    const struct play *play = &app->play;
    trace_begin(app->trace, app->now_ms, "session");
    trace_text(app->trace, "level", play->today.level.name);
    trace_number(app->trace, "age", play->today.age_months);
    trace_number(app->trace, "step", play->today.plan.step);
    trace_number(app->trace, "rounds", play->today.plan.rounds);
    trace_numbers(app->trace, "away_ms", play->today.plan.away_ms, play->today.plan.rounds);
    trace_number(app->trace, "cap_ms", play->today.plan.cap_ms);
    trace_number(app->trace, "limit_ms", play->today.plan.limit_ms);
    trace_end(app->trace);
}

static void trace_round(const struct app *app, int round, const struct shown_cue *shown)
{
    trace_begin(app->trace, app->now_ms, "round");
    trace_number(app->trace, "round", round + 1);
    trace_text(app->trace, "who", today_who(&app->play.today, shown->cast_round));
    trace_text(app->trace, "place", plan_scene(&app->play.today.level, shown->cast_round)->place);
    trace_number(app->trace, "away_ms", shown->away_ms);
    trace_end(app->trace);
}

static void trace_hidden(const struct app *app, const char *event, int round, const char *why)
{
    trace_begin(app->trace, app->now_ms, event);
    trace_text(app->trace, "who", today_who(&app->play.today, round));
    trace_text(app->trace, "place", plan_scene(&app->play.today.level, round)->place);
    if (why) {
        trace_text(app->trace, "why", why);
    }
    trace_end(app->trace);
}

static void trace_word(const struct app *app, const char *event, const char *key, const char *word)
{
    trace_begin(app->trace, app->now_ms, event);
    trace_text(app->trace, key, word);
    trace_end(app->trace);
}

static void trace_over(const struct app *app)
{
    const struct session *session = &app->play.session;
    trace_begin(app->trace, app->now_ms, "end");
    trace_text(app->trace, "why", end_why_name(session->why));
    trace_number(app->trace, "step", app->play.next_step);
    trace_number(app->trace, "calm", session->calm);
    trace_number(app->trace, "upsets", session->upsets);
    trace_end(app->trace);
}

static void trace_cue(const struct app *app, const struct shown_cue *shown)
{
    int value = shown->cue.value;
    switch (shown->cue.kind) {
    case CUE_ROUND: trace_round(app, value, shown); break;
    case CUE_PHASE: trace_word(app, "phase", "phase", phase_name((enum phase)value)); break;
    case CUE_GONE: trace_hidden(app, "gone", shown->cast_round, NULL); break;
    case CUE_BACK: trace_hidden(app, "back", shown->cast_round, back_why_name((enum back_why)value)); break;
    case CUE_UPSET: trace_word(app, "upset", "sign", upset_sign_name((enum upset_sign)value)); break;
    case CUE_END: trace_over(app); break;
    case CUE_BRIDGE: // is heard, and noted as a sound
    case CUE_HELD: break;
    }
}

static void sound_cue(struct app *app, const struct shown_cue *shown)
{
    if (shown->cue.kind == CUE_ROUND) {
        const struct today *today = &app->play.today;
        bool person = today_is_person(today, shown->cast_round); // who may be called like a friend
        soundtrack_cast(app->soundtrack, person ? "family" : today_who(today, shown->cast_round),
                        plan_scene(&today->level, shown->cast_round)->place, stage_pan(app->stage));
    }
    if (shown->cue.kind == CUE_GONE) {
        soundtrack_leave_gaps(app->soundtrack, ear_leaves_gaps(app));
    }
    soundtrack_cue(app->soundtrack, &shown->cue, shown->away_ms, app->now_ms);
}

void play_shown(struct app *app)
{
    struct play *play = &app->play;
    touches_shown(app, true);
    aside_shown(app);
    for (int i = 0; i < play->cue_count; i++) {
        trace_cue(app, &play->cues[i]);
        if (!app->hidden) {
            sound_cue(app, &play->cues[i]);
        }
    }
    play->cue_count = 0;
    if (!app->closing) {
        soundtrack_frame(app->soundtrack, app->now_ms);
    }
}
