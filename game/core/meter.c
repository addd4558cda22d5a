// The recorder's ears. A voice is what stands well above the room: the room's noise is followed down quickly
// and up slowly, so that it is known before the first word and does not learn the word.
#include "core/meter.h"

#include <math.h>

enum {
    WINDOW_MS = 10,
    WINDOW = METER_RATE * WINDOW_MS / 1000,
    BAR = METER_RATE * METER_BAR_MS / 1000,
    CLIP_RUN = 3,  // samples (science/README.md 4.1)
    VOICE_MS = 60, // shorter is a knock, a click; the shortest syllable is twice that
};

// The zones of ui/guide.md 3, dBFS, and where they end on the bar.
#define FLOOR_DB -60.0f
#define QUIET_DB -32.0f
#define LOUD_DB -8.0f
#define QUIET_END 0.28f
#define GOOD_END 0.8f
static const float up_ms = 30, down_ms = 300;
static const float voice_above_db = 10, voice_least_db = -48; // a voice at arm's length is above that
static const float noise_up_db_s = 3, noise_down_share = 0.5f;
static const float room_least_db = -58;    // a quieter room makes no fainter voice one
static const float offset_share = 0.0026f; // a sample: 20 Hz, far below any voice

static float decibels(float amplitude)
{
    return amplitude > 0.0001f ? 20 * log10f(amplitude) : -80;
}

// The bar's places: each zone is as wide as the guide draws it.
static float shown(float db)
{
    static const struct {
        float db, level;
    } ends[] = {{FLOOR_DB, 0}, {QUIET_DB, QUIET_END}, {LOUD_DB, GOOD_END}, {0, 1}};
    int zone = db < QUIET_DB ? 0 : db < LOUD_DB ? 1 : 2;
    float share = (db - ends[zone].db) / (ends[zone + 1].db - ends[zone].db),
          level = ends[zone].level + share * (ends[zone + 1].level - ends[zone].level);
    return level < 0 ? 0 : level > 1 ? 1 : level;
}

void meter_start(struct meter *meter)
{
    *meter = (struct meter){.window_left = WINDOW, .bar_left = BAR};
}

// The first thing that is heard is taken for the room: a voice has gaps, in which the room shows at once. The
// zeros that a device may begin with are no room.
static void follow_noise(struct meter *meter, float db)
{
    if (!meter->room_known) {
        meter->noise = db;
        meter->room_known = meter->any;
    } else if (db < meter->noise) {
        meter->noise += (db - meter->noise) * noise_down_share;
    } else {
        meter->noise += noise_up_db_s * WINDOW_MS / 1000;
    }
    meter->noise = fmaxf(meter->noise, room_least_db);
}

// It lasts; a gap takes away from it as fast as a sound adds.
static bool hear_voice(struct meter *meter, float db)
{
    bool loud = db > meter->noise + voice_above_db && db > voice_least_db;
    int voice_ms = meter->voice_ms + (loud ? WINDOW_MS : -WINDOW_MS);
    meter->voice_ms = voice_ms < 0 ? 0 : voice_ms > VOICE_MS ? VOICE_MS : voice_ms;
    return meter->voice_ms == VOICE_MS;
}

static void move_level(struct meter *meter, float target)
{
    float time_ms = target > meter->level ? up_ms : down_ms;
    meter->level += (target - meter->level) * (1 - expf(-WINDOW_MS / time_ms * 2));
}

static void end_window(struct meter *meter)
{
    float db = decibels(meter->window_peak);
    follow_noise(meter, db);
    bool voice = hear_voice(meter, db);
    move_level(meter, shown(db));
    meter->heard_ms += WINDOW_MS;
    meter->spoken = meter->spoken || voice;
    meter->quiet_ms = voice ? 0 : meter->quiet_ms + WINDOW_MS;
    meter->window_peak = 0;
    meter->window_left = WINDOW;
}

static void end_bar(struct meter *meter)
{
    if (meter->bar_count < METER_BARS) {
        meter->bars[meter->bar_count++] = (unsigned char)(shown(decibels(meter->bar_peak)) * 255);
    }
    meter->bar_peak = 0;
    meter->bar_left = BAR;
}

static void count_clipping(struct meter *meter, int16_t sample)
{
    meter->run = sample >= INT16_MAX - 1 || sample <= INT16_MIN + 1 ? meter->run + 1 : 0;
    meter->clipped += meter->run == CLIP_RUN;
}

// Cheap microphones add a constant to all they give: it is no sound.
static float without_offset(struct meter *meter, float sample)
{
    meter->offset += (sample - meter->offset) * offset_share;
    return sample - meter->offset;
}

static void feed(struct meter *meter, int16_t sample)
{
    float amplitude = fabsf(without_offset(meter, (float)sample / 32768));
    meter->any = meter->any || sample != 0;
    meter->peak = fmaxf(meter->peak, fabsf((float)sample / 32768));
    meter->window_peak = fmaxf(meter->window_peak, amplitude);
    meter->bar_peak = fmaxf(meter->bar_peak, amplitude);
    count_clipping(meter, sample);
    if (--meter->window_left == 0) {
        end_window(meter);
    }
    if (--meter->bar_left == 0) {
        end_bar(meter);
    }
}

void meter_again(struct meter *meter)
{
    struct meter before = *meter;
    meter_start(meter);
    meter->noise = before.noise;
    meter->level = before.level;
    meter->offset = before.offset;
    meter->room_known = before.room_known;
}

void meter_feed(struct meter *meter, const int16_t *samples, int count)
{
    for (int i = 0; i < count; i++) {
        feed(meter, samples[i]);
    }
}

enum meter_zone meter_zone(const struct meter *meter)
{
    return meter->level < QUIET_END ? METER_QUIET : meter->level > GOOD_END ? METER_LOUD : METER_GOOD;
}

bool meter_over(const struct meter *meter)
{
    return meter->spoken && meter->quiet_ms >= METER_STOP_QUIET_MS;
}
