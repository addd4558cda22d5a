// voice: a clip comes in from a file, is listed, goes out, becomes an older take.
#include "scenes/commands_rooms.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "platform/clock.h"
#include "store/family.h"
#include "store/take.h"
#include "store/voices.h"

static const char unwritten[] = "family.db could not be written; nothing was kept";

struct arrival {
    struct take raw, clean;
    struct take_measure measure;
    int16_t *raw_pcm, *pcm;
};

static void arrival_free(struct arrival *arrival)
{
    take_free(&arrival->raw);
    take_free(&arrival->clean);
    free(arrival->raw_pcm);
    free(arrival->pcm);
}

// Everything that can be wrong with the file is known before the family's file is opened.
static enum take_fault arrival_read(const char *path, struct arrival *arrival)
{
    enum take_fault fault = take_read(path, &arrival->raw);
    if (fault == TAKE_FINE) {
        fault = take_clean(&arrival->raw, 0, 0, &arrival->clean, &arrival->measure);
    }
    if (fault != TAKE_FINE) {
        return fault;
    }
    arrival->raw_pcm = take_pcm(&arrival->raw);
    arrival->pcm = take_pcm(&arrival->clean);
    return arrival->raw_pcm && arrival->pcm ? TAKE_FINE : TAKE_NO_MEMORY;
}

static int64_t keep(struct family *family, int64_t who, enum moment moment, const struct arrival *arrival)
{
    const struct clip_take take = {
        .pcm = arrival->pcm,
        .count = arrival->clean.count,
        .raw = arrival->raw_pcm,
        .raw_count = arrival->raw.count,
        .first_ms = arrival->measure.first_ms,
        .end_ms = arrival->measure.end_ms,
        .lufs = arrival->measure.lufs,
        .peak_dbtp = arrival->measure.peak_dbtp,
    };
    return clip_keep(family, who, moment, 0, &take, clock_utc());
}

// Whoever was made only for a clip that could not be kept goes again.
static int64_t keep_for(struct family *family, const char *name, enum moment moment,
                        const struct arrival *arrival)
{
    struct caregiver person;
    const bool known = caregiver_by_name(family, name, &person);
    const int64_t who = command_find_or_make(family, name);
    const int64_t id = who ? keep(family, who, moment, arrival) : 0;
    if (who && !id) {
        command_wrong(NULL, unwritten);
        if (!known) {
            caregiver_remove(family, who);
        }
    }
    return id;
}

static int add(const struct options *options, enum moment moment, const struct arrival *arrival)
{
    struct family *family = command_open(options);
    const int64_t id = family ? keep_for(family, options->who, moment, arrival) : 0;
    family_close(family);
    if (!id) {
        return EXIT_INPUT;
    }
    printf("%" PRId64 " %d %.1f %.1f\n", id, take_length_ms(&arrival->clean), (double)arrival->measure.lufs,
           (double)arrival->measure.peak_dbtp);
    return command_said();
}

int command_voice_add(const struct options *options)
{
    enum moment moment;
    const char *reason = caregiver_name_wrong(options->who);
    if (reason) {
        return command_wrong(NULL, reason);
    }
    if (!moment_named(options->moment, &moment)) {
        return command_wrong(options->moment,
                             "no such moment; they are hello goodbye away return joy comfort good-night");
    }
    struct arrival arrival = {0};
    const enum take_fault fault = arrival_read(options->files[0], &arrival);
    const int status = fault == TAKE_FINE ? add(options, moment, &arrival)
                                          : command_wrong(options->files[0], take_sentence(fault));
    arrival_free(&arrival);
    return status;
}

static void print_clip(struct family *family, const struct voice_clip *clip)
{
    struct caregiver person;
    if (caregiver_by_id(family, clip->caregiver, &person)) {
        printf("%" PRId64 " %s %s %d %d %.1f %.1f\n", clip->id, person.name, moment_name(clip->moment),
               clip->slot, clip->length_ms, (double)clip->lufs, (double)clip->peak_dbtp);
    }
}

int command_voice_list(const struct options *options)
{
    if (!command_has_family(options)) {
        return EXIT_WELL;
    }
    struct family *family = command_open(options);
    if (!family) {
        return EXIT_INPUT;
    }
    struct voice_clip *clips = NULL;
    const int count = clips_list(family, 0, &clips);
    for (int i = 0; i < count; i++) {
        print_clip(family, &clips[i]);
    }
    free(clips);
    family_close(family);
    return command_said();
}

// A clip by the word that was given. EXIT_WELL and the open family, or a line is said.
static int open_clip(const struct options *options, struct family **family, struct voice_clip *clip)
{
    char *end;
    const char *word = options->files[0];
    const int64_t id = strtoll(word, &end, 10);
    *family = NULL;
    if (*word < '0' || *word > '9' || *end || !command_has_family(options)) {
        return command_wrong(word, "there is no such clip");
    }
    *family = command_open(options);
    if (!*family) {
        return EXIT_INPUT;
    }
    return clip_by_id(*family, id, clip) ? EXIT_WELL : command_wrong(word, "there is no such clip");
}

static int write_clip(struct family *family, const struct voice_clip *clip, const char *path)
{
    int count = 0;
    int16_t *pcm = clip_pcm(family, clip->id, &count);
    const int status = !pcm                               ? command_wrong(NULL, "the clip is damaged")
                       : take_write_wav(pcm, count, path) ? EXIT_WELL
                                                          : command_wrong(path, "the file can't be written");
    free(pcm);
    return status;
}

int command_voice_export(const struct options *options)
{
    struct family *family;
    struct voice_clip clip;
    const char *path = options->files[1];
    if (command_is_family(options, path)) {
        return command_wrong(path, "this is the family's own file");
    }
    int status = open_clip(options, &family, &clip);
    if (status == EXIT_WELL) {
        status = write_clip(family, &clip, path);
    }
    family_close(family);
    return status;
}

int command_voice_remove(const struct options *options)
{
    struct family *family;
    struct voice_clip clip;
    int status = open_clip(options, &family, &clip);
    if (status == EXIT_WELL && clip.retired) {
        status = command_wrong(options->files[0], "the clip is an older take already");
    } else if (status == EXIT_WELL && !clip_retire(family, clip.id, clock_utc())) {
        status = command_wrong(NULL, "family.db could not be written; nothing was changed");
    }
    family_close(family);
    return status;
}
