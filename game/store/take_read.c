// Reads any sound file a family has.
#include <stdlib.h>
#include <string.h>

#include "store/take_source.h"

enum {
    CHANNELS_MOST = 64,
    RATE_LEAST = 1000,
    RATE_MOST = 768000,
    BLOCK = 16384, // samples of all channels at once
    LOG_SIZE = 16384,
};

// libsndfile reads on where a header says there is more sound than there is; it only notes what "should be".
// What a RIFF or FORM says of the whole file is often wrong by a tag at its end, and harmless.
static bool header_lies(SNDFILE *sound)
{
    char *log = calloc(1, LOG_SIZE);
    bool lies = !log;
    if (log) {
        sf_command(sound, SFC_GET_LOG_INFO, log, LOG_SIZE - 1);
    }
    for (char *line = log ? strtok(log, "\n") : NULL; line; line = strtok(NULL, "\n")) {
        const bool whole = strncmp(line, "RIFF", 4) == 0 || strncmp(line, "FORM", 4) == 0;
        lies = lies || (!whole && strstr(line, "should be"));
    }
    free(log);
    return lies;
}

static enum take_fault fault_of(SNDFILE *sound, const SF_INFO *info)
{
    const bool possible = info->channels >= 1 && info->channels <= CHANNELS_MOST &&
                          info->samplerate >= RATE_LEAST && info->samplerate <= RATE_MOST;
    if (!possible || header_lies(sound)) {
        return TAKE_UNREADABLE;
    }
    return info->frames > (sf_count_t)info->samplerate * (TAKE_LONGEST_MS / 1000) ? TAKE_LONG : TAKE_FINE;
}

static enum take_fault read_all(SNDFILE *sound, const SF_INFO *info, struct take_funnel *funnel)
{
    float block[BLOCK];
    const sf_count_t frames = BLOCK / info->channels;
    sf_count_t whole = 0;
    enum take_fault fault = TAKE_FINE;
    for (sf_count_t got = frames; got == frames && fault == TAKE_FINE; whole += got) {
        got = sf_readf_float(sound, block, frames);
        fault = got > 0 ? take_funnel_add(funnel, block, (int)got) : fault;
    }
    // A tenth of a second less is a codec's way of counting.
    const bool missing = whole < info->frames - info->samplerate / 10;
    return fault == TAKE_FINE && missing ? TAKE_UNREADABLE : fault;
}

static enum take_fault decode(SNDFILE *sound, const SF_INFO *info, struct take *raw)
{
    struct take_funnel *funnel = take_funnel_start(info->samplerate, info->channels);
    if (!funnel) {
        return TAKE_NO_MEMORY;
    }
    enum take_fault fault = read_all(sound, info, funnel);
    fault = fault == TAKE_FINE ? take_funnel_finish(funnel, raw) : fault;
    take_funnel_free(funnel);
    return fault;
}

static enum take_fault read_source(struct take_source *source, struct take *raw)
{
    SF_INFO info;
    SNDFILE *sound = take_source_looks_right(source) ? take_source_decode(source, &info) : NULL;
    if (!sound) {
        return TAKE_UNREADABLE;
    }
    enum take_fault fault = fault_of(sound, &info);
    fault = fault == TAKE_FINE ? decode(sound, &info, raw) : fault;
    sf_close(sound);
    return fault;
}

enum take_fault take_read(const char *path, struct take *raw)
{
    struct take_source source;
    *raw = (struct take){0};
    if (!take_source_open(&source, path)) {
        return TAKE_UNREADABLE;
    }
    const enum take_fault fault = read_source(&source, raw);
    fclose(source.file);
    return fault;
}

enum take_fault take_read_bytes(const void *bytes, int64_t length, struct take *raw)
{
    struct take_source source = {.bytes = bytes, .length = length};
    *raw = (struct take){0};
    return read_source(&source, raw);
}
