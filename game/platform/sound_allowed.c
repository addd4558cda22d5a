// Where no browser stands between the game and its sound.
#include "platform/sound_allowed.h"

bool sound_allowed(void)
{
    return true;
}
