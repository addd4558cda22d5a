// SDL's capture device.
#include "platform/capture.h"

#include <SDL.h>

enum { RATE = 48000 };

bool capture_listed(void)
{
    return SDL_GetNumAudioDevices(SDL_TRUE) != 0; // -1: this driver can't say
}

uint32_t capture_open(capture_heard *heard, void *context)
{
    SDL_AudioSpec wanted = {
        .freq = RATE,
        .format = AUDIO_S16SYS,
        .channels = 1,
        .samples = CAPTURE_BUFFER,
        .callback = heard,
        .userdata = context,
    };
    SDL_AudioSpec had; // as wanted: SDL converts
    return SDL_OpenAudioDevice(NULL, SDL_TRUE, &wanted, &had, 0);
}

void capture_start(uint32_t device)
{
    SDL_PauseAudioDevice(device, 0);
}

// SDL 2.26 never returns from closing a PulseAudio source that has stalled.
void capture_close(uint32_t device)
{
    SDL_CloseAudioDevice(device);
}
