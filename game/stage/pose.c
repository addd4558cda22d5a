// Where every part of a rig stands: moved, scaled, turned, shown.
#include "stage/pose.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/easing.h"

enum { FADE_MS = 90, GROW_MS = 100 };
static const float HIDDEN = 0.01F;

void pose_rest(struct pose *pose, const struct svg_sheet *sheet)
{
    for (int i = 0; i < POSE_SIZE; i++) {
        pose->parts[i] = (struct part_pose){.sx = 1, .sy = 1, .show = 1};
    }
    for (int i = 0; i < sheet->part_count; i++) {
        pose->parts[i].show = sheet->parts[i].off ? 0 : 1;
    }
}

static float *number_of(struct part_pose *part, const char *name, size_t length)
{
    const struct {
        const char *name;
        float *at;
    } numbers[] = {{"dx", &part->dx}, {"dy", &part->dy},   {"sx", &part->sx},
                   {"sy", &part->sy}, {"rot", &part->rot}, {"show", &part->show}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        if (strlen(numbers[i].name) == length && memcmp(numbers[i].name, name, length) == 0) {
            return numbers[i].at;
        }
    }
    return NULL;
}

static const char *skip_spaces(const char *at)
{
    return at + strspn(at, " ");
}

// "name value name value" up to the next ; or the end.
static bool read_numbers(struct part_pose *part, const char **words)
{
    const char *at = skip_spaces(*words);
    while (*at && *at != ';') {
        const size_t length = strcspn(at, " ;");
        float *number = number_of(part, at, length);
        at = skip_spaces(at + length);
        char *end = NULL;
        const float value = strtof(at, &end);
        if (!number || end == at) {
            *words = at + strcspn(at, ";");
            return false;
        }
        *number = value;
        at = skip_spaces(end);
    }
    *words = at;
    return true;
}

bool pose_read(struct pose *pose, const struct svg_sheet *sheet, const char *words)
{
    bool known = true;
    for (const char *at = skip_spaces(words ? words : ""); *at; at = skip_spaces(at + (*at == ';'))) {
        const size_t length = strcspn(at, " ;");
        const bool root = length == 4 && memcmp(at, "root", 4) == 0;
        const int index = root ? POSE_ROOT : svg_sheet_find(sheet, at, length);
        struct part_pose nobody;
        at += length;
        known &= read_numbers(index < 0 ? &nobody : &pose->parts[index], &at) && index >= 0;
    }
    return known;
}

void pose_add(struct pose *pose, const struct pose *delta, float amount)
{
    for (int i = 0; i < POSE_SIZE; i++) {
        struct part_pose *part = &pose->parts[i];
        const struct part_pose *more = &delta->parts[i];
        part->dx += more->dx * amount;
        part->dy += more->dy * amount;
        part->rot += more->rot * amount;
        part->sx *= 1 + (more->sx - 1) * amount;
        part->sy *= 1 + (more->sy - 1) * amount;
    }
}

static bool nowhere(const struct part_pose *part)
{
    const bool at_rest = part->dx == 0 && part->dy == 0 && part->sx == 1 && part->sy == 1 && part->rot == 0;
    return part->show < HIDDEN && at_rest;
}

// A part that is nowhere appears where it is needed and goes where it was.
static struct part_pose mix(const struct part_pose *a, const struct part_pose *b, float t, float show_t)
{
    const float show = ease_mix(a->show, b->show, show_t);
    if (nowhere(a)) {
        a = b;
    } else if (nowhere(b)) {
        b = a;
    }
    return (struct part_pose){.dx = ease_mix(a->dx, b->dx, t),
                              .dy = ease_mix(a->dy, b->dy, t),
                              .sx = ease_mix(a->sx, b->sx, t),
                              .sy = ease_mix(a->sy, b->sy, t),
                              .rot = ease_mix(a->rot, b->rot, t),
                              .show = show};
}

// A limb is whole or not there: one that appears or goes is small, never see-through. One that is small
// already goes on from that.
static struct part_pose grow(const struct part_pose *a, const struct part_pose *b, float t, float grown)
{
    struct part_pose part = mix(a, b, t, grown);
    const float size = b->show > a->show ? grown : b->show < a->show ? 1 - grown : 1;
    part.sx *= size, part.sy *= size;
    part.show = size > 0 ? fmaxf(a->show, b->show) : 0;
    return part;
}

// The whole rig does not fade: it is there from the beginning of a step that shows it to the end of one that
// hides it.
static struct part_pose mix_root(const struct part_pose *a, const struct part_pose *b, float t)
{
    struct part_pose from = *a, to = *b;
    from.show = to.show = 1;
    struct part_pose root = mix(&from, &to, t, t);
    root.show = t >= 1 || b->show > a->show ? b->show : a->show;
    return root;
}

int timeline_length_ms(const struct timeline *timeline)
{
    int length_ms = 0;
    for (int i = 0; i < timeline->count; i++) {
        length_ms += timeline->keys[i].ms;
    }
    return length_ms;
}

static struct part_pose part_at(const struct timeline *timeline, const struct pose *from, int part, int at_ms)
{
    int k = 0;
    while (k < timeline->count && at_ms >= timeline->keys[k].ms) {
        at_ms -= timeline->keys[k].ms;
        from = timeline->keys[k++].pose;
    }
    if (k == timeline->count || at_ms < 0) {
        return from->parts[part];
    }
    const struct key *key = &timeline->keys[k];
    const float t = key->curve((float)at_ms / (float)key->ms);
    const struct part_pose *a = &from->parts[part], *b = &key->pose->parts[part];
    if (part == POSE_ROOT) {
        return mix_root(a, b, t);
    }
    if (timeline->grows >> part & 1) {
        return grow(a, b, t, ease_share(at_ms, 0, GROW_MS));
    }
    const bool fades = timeline->fades >> part & 1;
    return mix(a, b, t, fades ? ease_share(at_ms, 0, FADE_MS) : 1);
}

void timeline_pose(const struct timeline *timeline, const struct pose *from, int at_ms, const int *lag_ms,
                   struct pose *pose)
{
    for (int i = 0; i < POSE_SIZE; i++) {
        pose->parts[i] = part_at(timeline, from, i, at_ms - (lag_ms ? lag_ms[i] : 0));
    }
}
