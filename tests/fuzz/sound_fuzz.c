// Any bytes as a sound file: what is read is sound and fits, what is cleaned keeps its limits, what is
// refused leaves nothing behind.
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "core/cry.h"
#include "core/cry_thin.h"
#include "core/samples.h"
#include "require.h"
#include "store/take.h"

enum { CLEANED_MOST_MS = 500, HEARD_MOST_MS = 2000 }; // so that a second holds many inputs

static void require_samples(const struct take *take, float peak)
{
    REQUIRE(take->count >= TAKE_SHORTEST_MS * (TAKE_RATE / 1000));
    REQUIRE(take->count <= TAKE_LONGEST_MS * (TAKE_RATE / 1000));
    for (int i = 0; i < take->count; i++) {
        REQUIRE(isfinite(take->samples[i]) && fabsf(take->samples[i]) <= peak);
    }
}

static void require_limits(const struct take_measure *measure)
{
    REQUIRE(measure->lufs <= -19);
    REQUIRE(measure->momentary <= -17);
    REQUIRE(measure->peak_dbtp <= -7);
    REQUIRE(measure->gain_db <= 35);
    REQUIRE(!(measure->pause_lufs > -50));
    REQUIRE(measure->first_ms >= 0 && measure->end_ms > measure->first_ms);
}

static void clean(const struct take *raw, int first_ms, int end_ms)
{
    struct take cleaned;
    struct take_measure measure;
    const enum take_fault fault = take_clean(raw, first_ms, end_ms, &cleaned, &measure);
    if (fault == TAKE_FINE) {
        require_samples(&cleaned, 0.447f);
        require_limits(&measure);
    } else {
        REQUIRE(!cleaned.samples && cleaned.count == 0);
        REQUIRE(fault == TAKE_SILENT || fault == TAKE_SHORT);
    }
    take_free(&cleaned);
}

// The cry hint's score is a number, whatever it hears.
static void hear(const struct take *raw)
{
    static struct cry cry;
    struct cry_thin thin;
    int16_t *pcm = take_pcm(raw), *thinned = malloc(((size_t)raw->count / 3 + 1) * sizeof *thinned);
    cry_start(&cry);
    cry_thin_start(&thin);
    const int count = cry_thin(&thin, pcm, raw->count, thinned);
    REQUIRE(count == raw->count / 3);
    cry_hear(&cry, thinned, count);
    REQUIRE(isfinite(cry_score(&cry)) && cry_score(&cry) >= CRY_UNKNOWN);
    free(thinned);
    free(pcm);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct take raw;
    const enum take_fault fault = take_read_bytes(bytes, (int64_t)length, &raw);
    if (fault == TAKE_FINE) {
        require_samples(&raw, 1.0001f);
        if (take_length_ms(&raw) <= HEARD_MOST_MS) {
            hear(&raw);
        }
        if (take_length_ms(&raw) <= CLEANED_MOST_MS) {
            const bool by_hand = bytes[length - 1] & 1;
            clean(&raw, by_hand ? bytes[length / 2] * 2 : 0, by_hand ? bytes[length / 3] * 4 : 0);
        }
    } else {
        REQUIRE(!raw.samples && raw.count == 0);
    }
    take_free(&raw);
    return 0;
}
