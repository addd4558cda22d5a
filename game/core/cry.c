// The cry hint: samples become frames, frames windows, windows scores, and scores levels.
#include "core/cry.h"

#include <math.h>
#include <string.h>

#include "core/cry_trees.h"
#include "core/least.h"

enum { MS = CRY_RATE / 1000 }; // samples

static const uint32_t remembered = (1u << CRY_HARD_OF) - 1;

// What is to come does not join what was.
static void part(struct cry *cry)
{
    cry->sample_count = cry->frame_count = cry->score_count = 0;
    cry->until_window = CRY_WINDOW_LEAST_MS * MS;
    cry->bands[0] = -1;
}

void cry_start(struct cry *cry)
{
    memset(cry, 0, sizeof *cry);
    cry_tables_make(&cry->tables);
    part(cry);
}

static void forget(struct cry *cry)
{
    if (cry->now - cry->last_soft > (int64_t)CRY_FORGET_MS * MS) {
        cry->soft_windows = 0;
    }
}

void cry_gap(struct cry *cry, int passed_ms)
{
    part(cry);
    cry->now += (int64_t)greater(passed_ms, 0) * MS;
    forget(cry);
}

static void keep_score(struct cry *cry, float score)
{
    memmove(cry->scores + 1, cry->scores, (CRY_RUN - 1) * sizeof *cry->scores);
    cry->scores[0] = score;
    cry->score_count = lesser(cry->score_count + 1, CRY_RUN);
    cry->windows++;
}

float cry_score(const struct cry *cry)
{
    float least = cry->score_count < CRY_RUN ? CRY_UNKNOWN : cry->scores[0];
    for (int i = 1; i < cry->score_count; i++) {
        least = fminf(least, cry->scores[i]);
    }
    return least;
}

static bool went_on(const struct cry *cry)
{
    int soft = 0;
    for (uint32_t left = cry->soft_windows; left; left &= left - 1) {
        soft++;
    }
    return soft >= CRY_HARD_LEAST;
}

static enum cry_level level_of(struct cry *cry)
{
    const float score = cry_score(cry);
    const bool hard = score > cry_model.hard && went_on(cry);
    if (!hard && (score <= cry_model.soft || cry->now < cry->rested)) {
        return CRY_NOTHING;
    }
    cry->rested = cry->now + (int64_t)CRY_REFRACTORY_MS * MS;
    cry->soft_windows = hard ? 0 : cry->soft_windows; // it is told once; to be told again it has to go on so
    return hard ? CRY_HARD : CRY_SOFT;
}

static enum cry_level judge(struct cry *cry)
{
    float features[CRY_FEATURES];
    const bool any = cry_features(cry->frames, cry->frame_count, cry_room_floor(&cry->room), features);
    const float score = any ? cry_trees_score(&cry_model, features) : CRY_SILENT;
    const bool soft = score > cry_model.soft;
    keep_score(cry, score);
    forget(cry);
    cry->soft_windows = (cry->soft_windows << 1 | soft) & remembered;
    cry->last_soft = soft ? cry->now : cry->last_soft;
    return level_of(cry);
}

static void add_frame(struct cry *cry)
{
    if (cry->frame_count == CRY_FRAMES) {
        memmove(cry->frames, cry->frames + 1, (CRY_FRAMES - 1) * sizeof *cry->frames);
        cry->frame_count--;
    }
    struct cry_frame *frame = &cry->frames[cry->frame_count++];
    cry_frame_make(&cry->tables, cry->samples, cry->bands, frame);
    cry_room_hear(&cry->room, frame->level);
    cry->sample_count = CRY_FRAME - CRY_HOP;
    memmove(cry->samples, cry->samples + CRY_HOP, (CRY_FRAME - CRY_HOP) * sizeof *cry->samples);
}

// Takes so many as the next frame needs, at most. Returns how many.
static int take(struct cry *cry, const int16_t *samples, int count)
{
    const int taken = lesser(count, CRY_FRAME - cry->sample_count);
    memcpy(cry->samples + cry->sample_count, samples, (size_t)taken * sizeof *samples);
    cry->sample_count += taken;
    cry->until_window -= taken;
    cry->now += taken;
    return taken;
}

enum cry_level cry_hear(struct cry *cry, const int16_t *samples, int count)
{
    enum cry_level highest = CRY_NOTHING;
    while (count > 0) {
        const int taken = take(cry, samples, count);
        samples += taken;
        count -= taken;
        if (cry->sample_count == CRY_FRAME) {
            add_frame(cry);
            if (cry->until_window <= 0) {
                cry->until_window += CRY_STEP_MS * MS;
                const enum cry_level level = judge(cry);
                highest = level > highest ? level : highest;
            }
        }
    }
    return highest;
}
