// How quiet the room is when nobody makes a sound: the floor that a sound stands above. Only for core/cry*.
#pragma once

enum { CRY_ROOM_FRAMES = 625 }; // the last 10 s that were listened to

struct cry_room {
    float levels[CRY_ROOM_FRAMES]; // dB
    int count, next;
};

void cry_room_hear(struct cry_room *room, float level_db);
// The level that a tenth of the frames don't pass; CRY_QUIET_DB at least.
float cry_room_floor(const struct cry_room *room);
