// What the scripts of this folder ask for:
//   voice_tool speak FILE LEAD_MS TRAIL_MS            the known voice in a quiet room (.raw, .wav)
//   voice_tool cry FILE.wav MS                        the known crying in a quiet room
//   voice_tool same CLIP.wav                          is it what was spoken?
//   voice_tool listen TRACE FILE.raw                  writes down what comes in, until it ends; prints at
//   which ms
//                                                     of it the trace's time is 0
//   voice_tool returns TRACE SOUND CLIP.wav MOST_MS [CLOCK_MS]
//       is the clip heard at each return, at most so long after it? CLOCK_MS is what `listen` printed;
//       without it the clip must be whole
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "replays/outside.h"
#include "voice/cried.h"
#include "voice/heard.h"
#include "voice/listen.h"
#include "voice/spoken.h"

enum { ROOM = SPOKEN_RATE / 2 };
static const char clip_name[] = "Mama/return/1";
static const double same_least = 0.9;

static int wrong(const char *sentence, const char *about)
{
    fprintf(stderr, "voice_tool: %s%s\n", sentence, about);
    return 1;
}

static int speak(char **words)
{
    bool written = spoken_write(words[0], (int)strtol(words[1], NULL, 10), (int)strtol(words[2], NULL, 10));
    return written ? 0 : wrong("can't write ", words[0]);
}

static int cry(char **words)
{
    return cried_write(words[0], (int)strtol(words[1], NULL, 10)) ? 0 : wrong("can't write ", words[0]);
}

// The spoken words may begin a little before the clip or in it: silence is put on both sides.
static int same(char **words)
{
    struct mono clip = mono_read(words[0]);
    struct mono voice = {malloc(SPOKEN_COUNT * sizeof(float)), SPOKEN_COUNT};
    struct mono wide = {calloc((size_t)clip.count + 2 * ROOM, sizeof(float)), clip.count + 2 * ROOM};
    struct found found = {0};
    if (clip.samples && voice.samples && wide.samples) {
        spoken_voice(voice.samples);
        memcpy(wide.samples + ROOM, clip.samples, (size_t)clip.count * sizeof(float));
        found = find(&voice, &wide, 0, wide.count);
    }
    printf("what was kept is what was spoken: %.3f, from %.0f ms on\n", found.like,
           (found.at - ROOM) * 1000.0 / SPOKEN_RATE);
    free(clip.samples);
    free(voice.samples);
    free(wide.samples);
    return found.like > same_least ? 0 : wrong("another voice is in ", words[0]);
}

static int listen_to(char **words)
{
    double clock_ms;
    if (!listen_and_write(words[0], words[1], &clock_ms)) {
        return wrong("nothing was heard, or no trace, or it can't be written: ", words[1]);
    }
    printf("%.1f\n", clock_ms);
    return 0;
}

static bool compare(const struct facts *facts, char **words)
{
    struct mono sound = mono_read(words[1]), clip = mono_read(words[2]);
    struct bounds bounds = {0, strtod(words[3], NULL), words[4] == NULL};
    double clock_ms = words[4] ? strtod(words[4], NULL) : 0;
    bool fine = sound.samples && clip.samples &&
                heard_at_each_return(facts, &sound, &clip, clip_name, clock_ms, bounds);
    free(sound.samples);
    free(clip.samples);
    return fine;
}

static int returns(char **words)
{
    struct facts facts = {0};
    char reason[REASON_SIZE] = "it can't be read";
    char *text = outside_read(words[0], NULL);
    bool read = text && facts_read(&facts, text, reason);
    bool fine = read && compare(&facts, words);
    facts_free(&facts);
    free(text);
    return fine ? 0 : wrong(read ? "the voice is not at each return of " : reason, read ? words[0] : "");
}

int main(int count, char **words)
{
    static const struct {
        const char *name;
        int least, most;
        int (*run)(char **words);
    } jobs[] = {{"speak", 3, 3, speak},
                {"cry", 2, 2, cry},
                {"same", 1, 1, same},
                {"listen", 2, 2, listen_to},
                {"returns", 4, 5, returns}};
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs && count > 1; i++) {
        if (strcmp(words[1], jobs[i].name) == 0 && count - 2 >= jobs[i].least && count - 2 <= jobs[i].most) {
            return jobs[i].run(words + 2);
        }
    }
    return wrong("speak FILE LEAD_MS TRAIL_MS | cry FILE MS | same CLIP | returns TRACE SOUND CLIP MOST_MS "
                 "[CLOCK_MS] | "
                 "listen TRACE FILE",
                 "") +
           1;
}
