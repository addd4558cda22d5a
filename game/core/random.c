// A small seeded generator: SplitMix64, the same numbers on every machine.
#include "core/random.h"

void random_seed(struct random *random, uint64_t seed)
{
    random->state = seed;
}

uint32_t random_next(struct random *random)
{
    random->state += 0x9E3779B97F4A7C15u;
    uint64_t z = random->state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (uint32_t)((z ^ (z >> 31)) >> 32);
}

int random_between(struct random *random, int low, int high)
{
    uint64_t span = (uint64_t)((int64_t)high - low + 1);
    return (int)(low + (int64_t)((random_next(random) * span) >> 32));
}
