// Plays parts at once or later, one a channel, over a bed that is softer while a tune sounds.
#include "scenes/soundtrack_player.h"

enum { // sound/guide.md, mixer rules 3 and 4
    BED_IN_MS = 250,
    BED_VOLUME = MIXER_VOLUME_MAX,
    BED_DUCKED = MIXER_VOLUME_MAX / 2, // -6 dB
    DUCK_MS = 120,
    UNDUCK_MS = 400,
};

void player_start(struct player *player, uint64_t seed)
{
    parts_start(&player->parts, seed);
    player_forget_later(player);
    player->bed_off_ms = PLAYER_NEVER;
}

bool player_sounds(const struct player *player, int channel, int now_ms)
{
    return player->busy_ms[channel] > now_ms;
}

// ---- parts

static bool begin(struct player *player, enum part part, struct part_clip *clip, int now_ms)
{
    player->due_ms[part] = PLAYER_NEVER;
    if (now_ms < PLAYER_QUIET_MS || !parts_clip(&player->parts, part, clip)) {
        return false;
    }
    parts_played(&player->parts, part);
    player->heard(player->context, part_moment(part), clip->name);
    return true;
}

void player_say(struct player *player, enum part part, int now_ms)
{
    struct part_clip clip;
    if (!begin(player, part, &clip, now_ms)) {
        return;
    }
    player->busy_ms[part_channel(part)] = now_ms + clip.length_ms;
    mixer_play(player->mixer, part_channel(part), clip.path, MIXER_VOLUME_MAX,
               part_panned(part) ? player->pan : 0);
    player_duck(player, now_ms);
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
    player->busy_ms[channel] = now_ms + clip->length_ms;
    player->heard(player->context, "touch", clip->name);
    mixer_play(player->mixer, channel, clip->path, volume, pan);
}

void player_hush(struct player *player, int channel, int now_ms)
{
    if (player_sounds(player, channel, now_ms)) {
        mixer_volume(player->mixer, channel, 0, MIXER_REPLACE_MS);
        player->busy_ms[channel] = now_ms;
    }
}

// ---- the bed

static int bed_wanted(const struct player *player, int now_ms)
{
    return player_sounds(player, MIXER_TUNE, now_ms) ? BED_DUCKED : BED_VOLUME;
}

void player_start_bed(struct player *player, int now_ms)
{
    struct part_clip clip;
    if (begin(player, PART_BED, &clip, now_ms)) {
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

void player_duck(struct player *player, int now_ms)
{
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
    player->bed_off_ms = PLAYER_NEVER;
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
    if (player->bed_off_ms <= now_ms) {
        player_stop_bed(player, player->bed_fade_ms);
    }
    player_duck(player, now_ms);
}

static int sooner(int a_ms, int b_ms)
{
    return a_ms < b_ms ? a_ms : b_ms;
}

int player_next_ms(const struct player *player)
{
    int next_ms = player->bed_off_ms;
    for (int part = 0; part < PARTS; part++) {
        next_ms = sooner(next_ms, player->due_ms[part]);
    }
    return player->bed_volume == BED_DUCKED ? sooner(next_ms, player->busy_ms[MIXER_TUNE]) : next_ms;
}
