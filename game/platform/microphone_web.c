// The microphone of a browser: the page asks for it and hears it (game/web/microphone.js); what it heard is
// taken here and made 48 kHz. A page closes a microphone at once, and never hangs.
#include "platform/microphone.h"

#include <math.h>
#include <stdlib.h>

#include <SDL.h>
#include <emscripten.h>
#include <speex/speex_resampler.h>

#include "platform/microphone_ring.h"

enum {
    PIECE = 8192,       // samples at once, more than the page hands over in one
    PIECE_48K = 65536,  // what they may become: from 8 kHz six times as many
    QUALITY = 8,        // of 10: aliases 90 dB down
    PUMP_MS_MOST = 100, // a page that stood still heard nothing because of that
};

// game/web/microphone.js counts on it.
_Static_assert(MICROPHONE_OPENING == 0 && MICROPHONE_LISTENING == 1 && MICROPHONE_NONE == 2 &&
                   MICROPHONE_REFUSED == 3 && MICROPHONE_STALLED == 4 && MICROPHONE_GONE == 5,
               "the page's numbers of the states");

EM_JS(void, page_microphone_open, (void), { peekaboo.microphone.open(); })
EM_JS(void, page_microphone_close, (void), { peekaboo.microphone.close(); })
EM_JS(int, page_microphone_state, (void), { return peekaboo.microphone.state(); })
EM_JS(int, page_microphone_allowed, (void), { return peekaboo.microphone.allowed(); })
EM_JS(int, page_microphone_rate, (void), { return peekaboo.microphone.rate(); })
EM_JS(int, page_microphone_take, (float *samples, int most),
      { return peekaboo.microphone.take(samples, most); })

struct microphone {
    bool none;                      // virtual time: no page is asked
    int rate;                       // that the page hears with; 0: not known yet
    SpeexResamplerState *resampler; // NULL where that is right already
    Uint64 pumped_ms;
    int quiet_ms; // since something came, as long as it listens
    struct ring ring;
    float heard[PIECE], resampled[PIECE_48K];
    int16_t samples[PIECE_48K];
};

bool microphone_in_browser(void)
{
    return true;
}

bool microphone_allowed(void)
{
    return page_microphone_allowed();
}

// ---- what the page heard

static bool knows_rate(struct microphone *microphone)
{
    if (microphone->rate == 0) {
        microphone->rate = page_microphone_rate();
        if (microphone->rate != 0 && microphone->rate != MICROPHONE_RATE) {
            microphone->resampler =
                speex_resampler_init(1, (spx_uint32_t)microphone->rate, MICROPHONE_RATE, QUALITY, NULL);
        }
    }
    return microphone->rate == MICROPHONE_RATE || microphone->resampler;
}

static int16_t to_sample(float value)
{
    float scaled = value * 32768;
    return (int16_t)lrintf(scaled > INT16_MAX ? INT16_MAX : scaled < INT16_MIN ? INT16_MIN : scaled);
}

static void keep_48k(struct microphone *microphone, const float *heard, int count)
{
    for (int i = 0; i < count; i++) {
        microphone->samples[i] = to_sample(heard[i]);
    }
    ring_keep(&microphone->ring, microphone->samples, count);
}

static void keep(struct microphone *microphone, int count)
{
    spx_uint32_t in = (spx_uint32_t)count, out = PIECE_48K;
    microphone->quiet_ms = 0;
    if (!microphone->resampler) {
        keep_48k(microphone, microphone->heard, count);
        return;
    }
    speex_resampler_process_float(microphone->resampler, 0, microphone->heard, &in, microphone->resampled,
                                  &out);
    keep_48k(microphone, microphone->resampled, (int)out);
}

static void count_quiet(struct microphone *microphone)
{
    Uint64 now_ms = SDL_GetTicks64(), passed_ms = now_ms - microphone->pumped_ms;
    microphone->pumped_ms = now_ms;
    if (page_microphone_state() == MICROPHONE_LISTENING) {
        microphone->quiet_ms += passed_ms < PUMP_MS_MOST ? (int)passed_ms : PUMP_MS_MOST;
    }
}

static void pump(struct microphone *microphone)
{
    int count;
    count_quiet(microphone);
    while (knows_rate(microphone) && (count = page_microphone_take(microphone->heard, PIECE)) > 0) {
        keep(microphone, count);
    }
}

// ---- the game's side

struct microphone *microphone_open(bool virtual_time)
{
    struct microphone *microphone = calloc(1, sizeof *microphone);
    if (!microphone) {
        return NULL;
    }
    microphone->none = virtual_time;
    microphone->pumped_ms = SDL_GetTicks64();
    if (!microphone->none) {
        page_microphone_open();
    }
    return microphone;
}

// The question may stand for as long as somebody thinks about it: only who listens can stall.
enum microphone_state microphone_state(const struct microphone *microphone)
{
    enum microphone_state state =
        microphone->none ? MICROPHONE_NONE : (enum microphone_state)page_microphone_state();
    if (state != MICROPHONE_LISTENING) {
        return state;
    }
    int zeros_ms = (int)(microphone->ring.zeros * 1000 / MICROPHONE_RATE);
    return microphone->quiet_ms >= MICROPHONE_STALL_MS ? MICROPHONE_STALLED
           : zeros_ms >= MICROPHONE_STALL_MS           ? MICROPHONE_DEAD
                                                       : MICROPHONE_LISTENING;
}

int microphone_read(struct microphone *microphone, int16_t *samples, int most)
{
    if (microphone->none) {
        return 0;
    }
    pump(microphone);
    return ring_take(&microphone->ring, INT64_MAX, samples, most);
}

void microphone_virtual(struct microphone *microphone, int now_ms)
{
    (void)microphone, (void)now_ms; // there is none
}

bool microphone_close(struct microphone *microphone)
{
    if (!microphone) {
        return true;
    }
    if (!microphone->none) {
        page_microphone_close();
    }
    if (microphone->resampler) {
        speex_resampler_destroy(microphone->resampler);
    }
    microphone_wipe(microphone, sizeof *microphone);
    free(microphone);
    return true;
}

// A page's never waits.
void microphone_leave(struct microphone *microphone)
{
    microphone_close(microphone);
}

bool microphone_all_let_go(int most_ms)
{
    (void)most_ms;
    return true;
}
