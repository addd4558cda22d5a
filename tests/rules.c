// Plays scripts of inputs through the real rules and writes down what they say.
#include "rules.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TWENTY_MINUTES_MS = 20 * 60 * 1000, TEXT_SIZE = 1 << 16 };

static struct {
    struct session session;
    int now_ms;
    const char *only;
    char text[TEXT_SIZE];
    size_t length;
} player;

struct level rules_level(void)
{
    return (struct level){
        .name = "test",
        .title = "A level for tests",
        .age_from = 6,
        .age_to = 36,
        .first_ms = 1000,
        .longest_ms = 30000,
        .step_permille = 1250,
        .rounds = 5,
        .scene_count = 2,
        .scenes = {{"theatre", "bear", "garden"}, {"sofa", "rabbit", "room"}},
        .touch = TOUCH_OPENS,
        .peek_permille = 150,
        .limit_ms = 600000,
        .sound_while_away = true,
    };
}

struct plan rules_plan(int step)
{
    struct level level = rules_level();
    return plan_make(&level, 36, step);
}

struct plan rules_even_plan(int away_ms, enum touch_rule touch)
{
    struct level level = rules_level();
    level.first_ms = away_ms;
    level.longest_ms = away_ms;
    level.touch = touch;
    return plan_make(&level, 36, 0);
}

// ---- writing down

static bool wanted(const char *words)
{
    size_t length = strcspn(words, " ");
    const char *at = player.only;
    while (*at) {
        size_t word = strcspn(at, " ");
        if (word == length && strncmp(at, words, length) == 0) {
            return true;
        }
        at += word + strspn(at + word, " ");
    }
    return *player.only == '\0';
}

static void note(const char *format, ...)
{
    char words[64];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(words, sizeof words, format, arguments);
    va_end(arguments);
    if (wanted(words) && player.length < TEXT_SIZE - sizeof words - 16) {
        player.length += (size_t)sprintf(player.text + player.length, "%d %s\n", player.now_ms, words);
    }
}

static void note_cue(struct cue cue)
{
    switch (cue.kind) {
    case CUE_ROUND: note("round %d %d", cue.value + 1, player.session.away_ms); break;
    case CUE_PHASE: note("%s", phase_name((enum phase)cue.value)); break;
    case CUE_GONE: note("gone"); break;
    case CUE_BACK: note("back %s", back_why_name((enum back_why)cue.value)); break;
    case CUE_BRIDGE: note("bridge %s", cue.value == BRIDGE_WHERE ? "where" : "near"); break;
    case CUE_UPSET: note("upset %s", upset_sign_name((enum upset_sign)cue.value)); break;
    case CUE_HELD: note(cue.value ? "held" : "on"); break;
    case CUE_END: note("end %s", end_why_name((enum end_why)cue.value)); break;
    }
}

static void note_cues(const struct cue_queue *cues)
{
    for (int i = 0; i < cues->count; i++) {
        note_cue(cues->items[i]);
    }
}

// ---- reading the script

static void add(struct input *input, const char *what)
{
    input->touches += strncmp(what, "touch", 5) == 0;
    input->fuss |= strncmp(what, "fuss", 4) == 0;
    input->cry_soft |= strncmp(what, "cry soft", 8) == 0;
    input->cry |= strncmp(what, "cry", 3) == 0 && strncmp(what, "cry soft", 8) != 0;
    input->stop |= strncmp(what, "stop", 4) == 0;
    input->pause |= strncmp(what, "pause", 5) == 0;
    input->resume |= strncmp(what, "resume", 6) == 0;
    input->hide |= strncmp(what, "hide", 4) == 0;
    if (strncmp(what, "show ", 5) == 0) {
        input->show = true;
        input->hidden_ms = atoi(what + 5);
    }
}

static const char *after_comma(const char *script)
{
    script += strcspn(script, ",");
    return script + strspn(script, ", ");
}

// Takes what is due by now off the script.
static struct input take(const char **script, bool *close)
{
    struct input input = {0};
    while (**script && atoi(*script) <= player.now_ms) {
        const char *what = *script + strcspn(*script, " ") + 1;
        *close |= strncmp(what, "close", 5) == 0;
        add(&input, what);
        *script = after_comma(*script);
    }
    return input;
}

const char *play(const struct plan *plan, const char *script, const char *only)
{
    player.now_ms = 0;
    player.only = only;
    player.length = 0;
    player.text[0] = '\0';
    struct cue_queue cues = {0};
    session_start(&player.session, plan, &cues);
    note_cues(&cues);
    while (!session_over(&player.session) && player.now_ms < TWENTY_MINUTES_MS) {
        player.now_ms += TICK_MS;
        bool close = false;
        struct input input = take(&script, &close);
        cues.count = 0;
        session_tick(&player.session, &input, TICK_MS, &cues);
        if (close) {
            session_close(&player.session, &cues);
        }
        note_cues(&cues);
    }
    return player.text;
}

const struct session *played(void)
{
    return &player.session;
}

// ---- reading a transcript

static bool begins(const char *line, const char *words)
{
    const char *at = line + strcspn(line, " ") + 1;
    size_t length = strlen(words);
    return strncmp(at, words, length) == 0 && (at[length] == '\n' || at[length] == ' ');
}

int when(const char *transcript, const char *words, int nth)
{
    for (const char *line = transcript; *line; line = strchr(line, '\n') + 1) {
        if (begins(line, words) && nth-- == 0) {
            return atoi(line);
        }
    }
    return -1;
}

int count_of(const char *transcript, const char *words)
{
    int count = 0;
    while (when(transcript, words, count) >= 0) {
        count++;
    }
    return count;
}
