// Sound out: clips on channels over one streamed bed. SDL2_mixer opens the device, decodes and streams; the
// sum is made here (mixer_sum.h), so that every ramp is exact to the sample and the same on every run.
// Without a device all goes on silently. Everything here belongs to the main thread.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// One sound a channel (sound/guide.md, mixer rules): a new one fades the old out while it begins.
enum mixer_channel {
    MIXER_BED,
    MIXER_TUNE,
    MIXER_FRIEND,
    MIXER_VOICE, // a recorded voice: beds and tunes are softer under it (sound/guide.md)
    MIXER_PLACE,
    MIXER_RUSTLE,
    MIXER_TOUCH, // and the two behind it
    MIXER_TOUCHES = 3,
    MIXER_CHANNELS = MIXER_TOUCH + MIXER_TOUCHES,
};

enum {
    MIXER_VOLUME_MAX = 128,
    MIXER_REPLACE_MS = 120, // how long a replaced sound takes to fade
    MIXER_SILENCE_MS = 250,
};

// What was asked of the mixer, whether or not there is a device: for tests.
struct mixer_request {
    enum {
        MIXER_ASKED_PLAY,
        MIXER_ASKED_BED,
        MIXER_ASKED_VOLUME,
        MIXER_ASKED_SILENCE,
        MIXER_ASKED_LOUDEST
    } kind;
    int channel;      // play, volume
    const char *path; // play, bed
    int volume;       // 0 to MIXER_VOLUME_MAX; not silence
    float pan;        // play
    int fade_ms;      // bed, volume, silence
};

struct mixer_options {
    bool virtual_time; // mix only in mixer_virtual, and only where SDL_AUDIODRIVER is disk; else no device at
                       // all
    void (*asked)(void *context, const struct mixer_request *request); // may be NULL
    // The samples of a kept clip, whose path is MIXER_KEPT and a number: mono, 48 kHz, malloced; the mixer
    // frees them. NULL: there is none. May be NULL.
    int16_t *(*kept)(void *context, const char *path, int *count);
    void *context;
};

struct mixer;

// Paths that begin so are no files: options.kept gives their samples. "kept:12" is the family's clip 12,
// "kept:take" the take that is being reviewed.
#define MIXER_KEPT "kept:"

// A mixer without a device: mixer_plug opens that, after the first frame, or the first clip that is played.
// NULL only without memory.
struct mixer *mixer_open(const struct mixer_options *options);
// Fades what sounds within a tenth of a second, and frees all. False where the device does not let go within
// a quarter of a second: then leave without SDL_Quit.
bool mixer_close(struct mixer *mixer);

// Opens the device, if it isn't; a bed that was asked for fades in as asked. False where there is none, or
// sound may not start yet (sound_allowed.h): try again later.
bool mixer_plug(struct mixer *mixer);
// Now and then: a device that came since, or another one where the first went. Not under virtual time, where
// devices come and go as the replay says.
void mixer_retry(struct mixer *mixer);
// The device went away: closes it, and forgets what sounded, but for the bed.
void mixer_unplug(struct mixer *mixer);

// Decodes a clip (a sound file's path) near its use, so that mixer_play is quick. Kept until others need the
// room.
void mixer_prepare(struct mixer *mixer, const char *path);
// The samples behind a path have changed: they are asked for anew.
void mixer_forget(struct mixer *mixer, const char *path);
// The same for every kept clip: there is another family.
void mixer_forget_kept(struct mixer *mixer);
// Plays a clip: volume 0 to MIXER_VOLUME_MAX; pan -1 (left) to 1: the far side gets softer, never the near
// one louder.
void mixer_play(struct mixer *mixer, int channel, const char *path, int volume, float pan);
// Brings what sounds on a channel to a volume within ms; a clip that arrives at 0 is over, a bed pauses.
void mixer_volume(struct mixer *mixer, int channel, int volume, int ms);
// Streams a file over and over, from silence to volume within fade_ms; the same file goes on where it paused.
void mixer_bed(struct mixer *mixer, const char *path, int volume, int fade_ms);
// How loud all together may be, from now on and on every device: MIXER_VOLUME_MAX (as it is opened) is the
// most there ever is (sound/guide.md: the master), 0 is silence. Within MIXER_SILENCE_MS.
void mixer_loudest(struct mixer *mixer, int volume);
// Whether any of it is to be heard, a bed too; what was mixed last is on its way for some 40 ms more. Never
// where there is no device, or all is silenced.
bool mixer_sounds(const struct mixer *mixer);
// Fades all.
void mixer_silence(struct mixer *mixer);

// Once a frame: a bed that has faded out stops costing time, and one whose file has arrived begins.
void mixer_frame(struct mixer *mixer);
// Under virtual time, once a frame before anything is played: returns when all sound up to now_ms is mixed.
// With a driver other than disk it returns at once.
void mixer_virtual(struct mixer *mixer, int now_ms);
