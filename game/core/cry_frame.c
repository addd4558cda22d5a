// From samples to a frame's numbers.
#include "core/cry_frame.h"

#include <math.h>

enum {
    SPLIT_BIN = 64, // 1 kHz
    USED_BINS = CRY_END_BIN - CRY_LOW_BIN,
};

static const float rolled_off = 0.85f;
static const float least_share = 1e-4f; // of the mean bin: what is 40 dB below it is as good as nothing

void cry_tables_make(struct cry_tables *tables)
{
    cry_waves_make(&tables->waves);
    cry_lags_make(&tables->lags);
    cry_bands_make(&tables->bands);
}

static float db(float ratio)
{
    return 10 * log10f(ratio);
}

// Centroid, rolloff, and the balance of low and high.
static void place(const float *power, float sum, struct cry_frame *frame)
{
    float moment = 0, below = 0, low = 0;
    int rolloff = CRY_LOW_BIN;
    for (int bin = CRY_LOW_BIN; bin < CRY_END_BIN; bin++) {
        moment += power[bin] * (float)bin;
        below += power[bin];
        rolloff += below < rolled_off * sum;
        low += bin < SPLIT_BIN ? power[bin] : 0;
    }
    frame->centroid = moment / sum * CRY_BIN_HZ / 1000;
    frame->rolloff = (float)rolloff * CRY_BIN_HZ / 1000;
    frame->low_high = db((low + least_share * sum) / (fmaxf(sum - low, 0) + least_share * sum));
}

// Flatness and peakiness.
static void shape(const float *power, float sum, struct cry_frame *frame)
{
    const float mean = sum / USED_BINS;
    float logs = 0;
    int peak = CRY_LOW_BIN;
    for (int bin = CRY_LOW_BIN; bin < CRY_END_BIN; bin++) {
        logs += log10f(power[bin] / mean + least_share);
        peak = power[bin] > power[peak] ? bin : peak;
    }
    frame->flatness = 10 * logs / USED_BINS;
    frame->peak = (float)peak * CRY_BIN_HZ / 1000;
    frame->peakiness = db(power[peak] / mean);
}

static void outline(const struct cry_bands *tables, const float *power, float *bands, struct cry_frame *frame)
{
    float share[CRY_BANDS];
    cry_bands_share(tables, power, share);
    cry_bands_outline(tables, share, frame->mfcc);
    frame->flux = bands[0] < 0 ? 0 : cry_bands_change(bands, share);
    for (int band = 0; band < CRY_BANDS; band++) {
        bands[band] = share[band];
    }
}

void cry_frame_make(const struct cry_tables *tables, const int16_t *samples, float *bands,
                    struct cry_frame *frame)
{
    float numbers[CRY_FRAME], power[CRY_BINS];
    for (int i = 0; i < CRY_FRAME; i++) {
        numbers[i] = (float)samples[i] / 32768;
    }
    const float sum = cry_power(&tables->waves, numbers, power);
    *frame = (struct cry_frame){.level = db(sum + 1e-12f)};
    if (frame->level < CRY_QUIET_DB) {
        bands[0] = -1;
        return;
    }
    place(power, sum, frame);
    shape(power, sum, frame);
    outline(&tables->bands, power, bands, frame);
    frame->pitch = cry_pitch_find(&tables->waves, &tables->lags, power);
}
