// Small sound files of every kind a family has, for the fuzzer to begin with: sound_seeds FOLDER
#include <math.h>
#include <stdio.h>

#include <sndfile.h>

enum { RATE = 16000, COUNT = RATE * 3 / 10 };

struct kind {
    const char *name;
    int format, channels;
};

static const struct kind kinds[] = {
    {"plain.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1},
    {"float.wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT, 2},
    {"long.wav", SF_FORMAT_WAVEX | SF_FORMAT_PCM_24, 8},
    {"phone.wav", SF_FORMAT_WAV | SF_FORMAT_MS_ADPCM, 1},
    {"big.wav", SF_FORMAT_RF64 | SF_FORMAT_PCM_16, 1},
    {"gsm.wav", SF_FORMAT_WAV | SF_FORMAT_GSM610, 1},
    {"a.w64", SF_FORMAT_W64 | SF_FORMAT_PCM_16, 1},
    {"a.aiff", SF_FORMAT_AIFF | SF_FORMAT_PCM_16, 1},
    {"a.au", SF_FORMAT_AU | SF_FORMAT_ULAW, 1},
    {"a.caf", SF_FORMAT_CAF | SF_FORMAT_ALAC_16, 1},
    {"a.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 1},
    {"vorbis.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 1},
    {"opus.ogg", SF_FORMAT_OGG | SF_FORMAT_OPUS, 1},
    {"a.mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, 1},
};

static int write_kind(const char *folder, const struct kind *kind)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, kind->name);
    SF_INFO info = {.samplerate = RATE, .channels = kind->channels, .format = kind->format};
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    if (!file) {
        fprintf(stderr, "%s: %s\n", path, sf_strerror(NULL));
        return 1;
    }
    for (int i = 0; i < COUNT; i++) {
        const float swell = i > COUNT / 3 && i < COUNT * 2 / 3 ? 0.5f : 0.001f;
        float frame[8];
        for (int channel = 0; channel < kind->channels; channel++) {
            frame[channel] = swell * sinf((float)i * 0.1f * (float)(channel + 1));
        }
        sf_writef_float(file, frame, 1);
    }
    return sf_close(file);
}

int main(int count, char **words)
{
    int failed = count != 2;
    for (size_t i = 0; !failed && i < sizeof kinds / sizeof *kinds; i++) {
        failed = write_kind(words[1], &kinds[i]);
    }
    return failed;
}
