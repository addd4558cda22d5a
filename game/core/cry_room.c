// The floor: a tenth of ten seconds.
#include "core/cry_room.h"

#include "core/cry_frame.h"
#include "core/least.h"

enum { BINS = 160, TENTH = 10 }; // half decibels above CRY_QUIET_DB

void cry_room_hear(struct cry_room *room, float level_db)
{
    room->levels[room->next] = level_db;
    room->next = (room->next + 1) % CRY_ROOM_FRAMES;
    room->count += room->count < CRY_ROOM_FRAMES;
}

float cry_room_floor(const struct cry_room *room)
{
    int bins[BINS] = {0}, bin = 0;
    for (int i = 0; i < room->count; i++) {
        bins[between((int)((room->levels[i] - CRY_QUIET_DB) * 2), 0, BINS - 1)]++;
    }
    for (int seen = bins[0]; seen < room->count / TENTH; seen += bins[bin]) {
        bin++;
    }
    return CRY_QUIET_DB + (float)bin * 0.5f;
}
