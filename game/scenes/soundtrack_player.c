// Plays parts at once or later, one a channel, over a bed that is softer while a tune sounds.
#include "scenes/soundtrack_player.h"

#include "core/least.h"

enum { // sound/guide.md, mixer rules 3 and 4
    BED_IN_MS = 250,
    BED_VOLUME = MIXER_VOLUME_MAX,
    BED_DUCKED = MIXER_VOLUME_MAX / 2,           // -6 dB
    UNDER_VOICE = MIXER_VOLUME_MAX * 398 / 1000, // -8 dB: everything under a recorded voice
    VOICE_OUT_MS = 300,
    DUCK_MS = 120,
    UNDUCK_MS = 400,
};

void player_start(struct player *player, uint64_t seed)
{
    parts_start(&player->parts, seed);
    player_forget_later(player);
    player->bed_off_ms = player->voice_off_ms = PLAYER_NEVER;
}

bool player_sounds(const struct player *player, int channel, int now_ms)
{
    return player->busy_ms[channel] > now_ms;
}

// ---- parts

// Who is there says so with a sound of its own, but not into somebody's words.
static bool speaks_into_a_voice(const struct player *player, enum part part, int now_ms)
{
    return part_channel(part) == MIXER_FRIEND && player_sounds(player, MIXER_VOICE, now_ms);
}

static bool begin(struct player *player, enum part part, int most_ms, struct part_clip *clip, int now_ms)
{
    player->due_ms[part] = PLAYER_NEVER;
    if (now_ms < PLAYER_QUIET_MS || speaks_into_a_voice(player, part, now_ms) ||
        !parts_clip(&player->parts, part, most_ms, clip)) {
        return false;
    }
    parts_played(&player->parts, part, clip);
    player->heard(player->context, part_moment(part), clip->name);
    return true;
}

static int under(const struct player *player, int volume)
{
    return player->under ? volume * UNDER_VOICE / MIXER_VOLUME_MAX : volume;
}

static void play(struct player *player, int channel, const struct part_clip *clip, int volume, float pan,
                 int now_ms)
{
    player->busy_ms[channel] = now_ms + clip->length_ms;
    player->volumes[channel] = volume;
    mixer_play(player->mixer, channel, clip->path, channel == MIXER_VOICE ? volume : under(player, volume),
               pan);
}

static bool is_from_hiding(enum part part)
{
    return part == PART_AWAY || part == PART_WHERE || part == PART_NEAR;
}

// What is said from the hiding place has to end in time.
static int most_ms(const struct player *player, enum part part, int now_ms)
{
    if (!is_from_hiding(part)) {
        return PLAYER_NEVER;
    }
    int end_ms =
        part == PART_AWAY ? lesser(player->first_words_end_ms, player->away_end_ms) : player->away_end_ms;
    return greater(end_ms - now_ms, 0);
}

// A recorded voice takes the place of its moment's tune, and of a voice before it. After one that comforts or
// says good night the tune follows: nobody is left in silence.
static void speak(struct player *player, enum part part, const struct part_clip *clip, int now_ms)
{
    player_hush(player, MIXER_TUNE, now_ms);
    play(player, MIXER_VOICE, clip, MIXER_VOLUME_MAX, part_panned(part) ? player->pan : 0, now_ms);
    player->voice_off_ms = PLAYER_NEVER;
    player_end_voice(player, is_from_hiding(part) ? player->away_end_ms : now_ms + VOICE_MAX_MS, now_ms);
    if (part == PART_COMFORT || part == PART_GOODNIGHT) {
        player_say_later(player, part == PART_COMFORT ? PART_COMFORT_TUNE : PART_GOODNIGHT_TUNE,
                         player->busy_ms[MIXER_VOICE] + VOICE_PAUSE_MS);
    }
}

void player_say(struct player *player, enum part part, int now_ms)
{
    struct part_clip clip;
    if (!begin(player, part, most_ms(player, part, now_ms), &clip, now_ms)) {
        return;
    }
    if (clip.voice) {
        speak(player, part, &clip, now_ms);
    } else {
        play(player, part_channel(part), &clip, MIXER_VOLUME_MAX, part_panned(part) ? player->pan : 0,
             now_ms);
    }
    player_duck(player, now_ms);
}

void player_end_voice(struct player *player, int end_ms, int now_ms)
{
    if (player->busy_ms[MIXER_VOICE] <= end_ms || !player_sounds(player, MIXER_VOICE, now_ms)) {
        return;
    }
    int off_ms = end_ms - VOICE_OUT_MS > now_ms ? end_ms - VOICE_OUT_MS : now_ms;
    player->voice_off_ms = off_ms;
    player->busy_ms[MIXER_VOICE] = off_ms + VOICE_OUT_MS;
}

void player_say_later(struct player *player, enum part part, int at_ms)
{
    player->due_ms[part] = at_ms;
}

void player_forget_later(struct player *player)
{
    for (int part = 0; part < PARTS; part++) {
        player->due_ms[part] = PLAYER_NEVER;
    }
}

void player_ring(struct player *player, int channel, const struct part_clip *clip, int volume, float pan,
                 int now_ms)
{
    player->heard(player->context, "touch", clip->name);
    play(player, channel, clip, volume, pan, now_ms);
}

void player_hush(struct player *player, int channel, int now_ms)
{
    if (player_sounds(player, channel, now_ms)) {
        mixer_volume(player->mixer, channel, 0, MIXER_REPLACE_MS);
        player->busy_ms[channel] = now_ms;
    }
    if (channel == MIXER_VOICE) {
        player->voice_off_ms = PLAYER_NEVER;
    }
}

// ---- the bed

static int bed_wanted(const struct player *player, int now_ms)
{
    return player_sounds(player, MIXER_VOICE, now_ms)  ? UNDER_VOICE
           : player_sounds(player, MIXER_TUNE, now_ms) ? BED_DUCKED
                                                       : BED_VOLUME;
}

void player_start_bed(struct player *player, int now_ms)
{
    struct part_clip clip;
    if (begin(player, PART_BED, PLAYER_NEVER, &clip, now_ms)) {
        player->bed_volume = bed_wanted(player, now_ms);
        mixer_bed(player->mixer, clip.path, player->bed_volume, BED_IN_MS);
    }
}

void player_stop_bed(struct player *player, int fade_ms)
{
    if (player->bed_volume > 0) {
        mixer_volume(player->mixer, MIXER_BED, 0, fade_ms);
    }
    player->bed_volume = 0;
    player->bed_off_ms = PLAYER_NEVER;
}

void player_stop_bed_later(struct player *player, int at_ms, int fade_ms)
{
    player->bed_off_ms = at_ms;
    player->bed_fade_ms = fade_ms;
}

static void bow_to_voice(struct player *player, int now_ms)
{
    bool spoken = player_sounds(player, MIXER_VOICE, now_ms);
    if (spoken == player->under) {
        return;
    }
    player->under = spoken;
    for (int channel = 0; channel < MIXER_CHANNELS; channel++) {
        if (channel != MIXER_BED && channel != MIXER_VOICE && player_sounds(player, channel, now_ms)) {
            mixer_volume(player->mixer, channel, under(player, player->volumes[channel]),
                         spoken ? DUCK_MS : UNDUCK_MS);
        }
    }
}

void player_duck(struct player *player, int now_ms)
{
    bow_to_voice(player, now_ms);
    int wanted = bed_wanted(player, now_ms);
    if (player->bed_volume > 0 && player->bed_volume != wanted) {
        mixer_volume(player->mixer, MIXER_BED, wanted, wanted < player->bed_volume ? DUCK_MS : UNDUCK_MS);
        player->bed_volume = wanted;
    }
}

// ---- time

void player_silence(struct player *player, int now_ms)
{
    player_forget_later(player);
    player->bed_volume = 0;
    player->bed_off_ms = player->voice_off_ms = PLAYER_NEVER;
    player->under = false;
    for (int channel = 0; channel < MIXER_CHANNELS; channel++) {
        player->busy_ms[channel] = now_ms;
    }
    mixer_silence(player->mixer);
}

void player_frame(struct player *player, int now_ms)
{
    for (int part = 0; part < PARTS; part++) {
        if (player->due_ms[part] <= now_ms) {
            player_say(player, (enum part)part, now_ms);
        }
    }
    if (player->voice_off_ms <= now_ms) {
        mixer_volume(player->mixer, MIXER_VOICE, 0, VOICE_OUT_MS);
        player->voice_off_ms = PLAYER_NEVER;
    }
    if (player->bed_off_ms <= now_ms) {
        player_stop_bed(player, player->bed_fade_ms);
    }
    player_duck(player, now_ms);
}

int player_next_ms(const struct player *player)
{
    int next_ms = lesser(player->bed_off_ms, player->voice_off_ms);
    next_ms = player->under ? lesser(next_ms, player->busy_ms[MIXER_VOICE]) : next_ms;
    for (int part = 0; part < PARTS; part++) {
        next_ms = lesser(next_ms, player->due_ms[part]);
    }
    return player->bed_volume == BED_DUCKED ? lesser(next_ms, player->busy_ms[MIXER_TUNE]) : next_ms;
}
