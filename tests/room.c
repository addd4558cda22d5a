// Babies who slap, hold, drag and bang; grown-ups who fuss, pause and finish; a device that goes away and
// comes back.
#include "room.h"

int room_between(struct room *room, int low, int high)
{
    return random_between(&room->random, low, high);
}

// How many fingers come down now, and when the next ones will.
static int fingers(struct room *room)
{
    switch (room->baby) {
    case QUIET: room->next_hand_ms = room_between(room, 20000, 200000); return 1;
    case SLAPS: room->next_hand_ms = room_between(room, 300, 6000); return room_between(room, 2, 5);
    case HOLDS:
        room->next_hand_ms = room_between(room, 5000, 20000);
        return room_between(room, 1, 5);                                       // and nothing meanwhile
    case DRAGS: room->next_hand_ms = room_between(room, 1000, 9000); return 1; // moves are no touches
    case BOTH_HANDS: room->next_hand_ms = room_between(room, 0, 700); return room_between(room, 1, 10);
    case BANGS: room->next_hand_ms = room_between(room, 160, 310); return room_between(room, 1, 3);
    case BABIES: break;
    }
    return 0;
}

static int touches(struct room *room, int dt_ms)
{
    int touches = 0;
    hands_pass(&room->hands, dt_ms);
    room->next_hand_ms -= dt_ms;
    if (room->next_hand_ms <= 0) {
        for (int finger = fingers(room); finger > 0; finger--) {
            touches += hands_down(&room->hands);
        }
    }
    return touches;
}

// True about once in so many ms.
static bool once_in(struct room *room, int ms, int dt_ms)
{
    return room_between(room, 0, ms - 1) < dt_ms;
}

static struct input grown_up(struct room *room, int dt_ms)
{
    int rarer = room->troubled ? 1 : 20;
    return (struct input){
        .fuss = once_in(room, 20000 * rarer, dt_ms),
        .cry = once_in(room, 90000 * rarer, dt_ms),
        .cry_soft = once_in(room, 15000 * rarer, dt_ms),
        .pause = once_in(room, 20000 * rarer, dt_ms),
        .resume = once_in(room, 8000, dt_ms),
        .stop = once_in(room, 200000 * rarer, dt_ms),
        .hide = once_in(room, 30000 * rarer, dt_ms),
    };
}

// The background comes back some day: the game may have been ticked meanwhile, or asleep.
static void background(struct room *room, struct input *input, int dt_ms)
{
    room->hidden_ms += room->hidden ? dt_ms : 0;
    if (room->hidden && once_in(room, 5000, dt_ms)) {
        input->show = true;
        input->hidden_ms = room->hidden_ms + (room_between(room, 0, 3) ? 0 : room_between(room, 0, 120000));
        room->hidden = false;
    } else if (input->hide && !room->hidden) {
        room->hidden = true;
        room->hidden_ms = 0;
    }
    input->hide = input->hide && room->hidden;
}

struct input room_live(struct room *room, int dt_ms)
{
    struct input input = grown_up(room, dt_ms);
    background(room, &input, dt_ms);
    input.touches = touches(room, dt_ms);
    return input;
}
