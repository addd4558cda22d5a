// A rig: the parts of one SVG as sprites, drawn in a pose.
#include "stage/rig.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "stage/built_in.h"

static const float DEGREE = 3.14159265F / 180;
static const float THIN =
    0.04F; // a part squeezed below this share is not drawn: a closed lid's line would smear

bool rig_read(struct rig *rig, const char *asset)
{
    *rig = (struct rig){0};
    if (!svg_sheet_read(&rig->sheet, built_in_read(asset))) {
        return false;
    }
    for (int i = 0; i < rig->sheet.part_count; i++) {
        const int parent = rig_find(rig, rig->sheet.parts[i].parent);
        rig->parent[i] = parent < 0 || parent == i ? POSE_ROOT : parent;
    }
    return true;
}

void rig_free(struct rig *rig)
{
    for (int i = 0; i < SVG_PARTS_MAX; i++) {
        picture_free(&rig->pictures[i]);
    }
    svg_sheet_free(&rig->sheet);
}

void rig_rasterise(struct rig *rig, struct loader *loader, const struct placing *placing)
{
    for (int i = 0; i < rig->sheet.part_count; i++) {
        picture_load_part(&rig->pictures[i], loader, &rig->sheet, i, placing);
    }
}

bool rig_ready(const struct rig *rig)
{
    for (int i = 0; i < rig->sheet.part_count; i++) {
        if (!picture_ready(&rig->pictures[i])) {
            return false;
        }
    }
    return true;
}

int rig_find(const struct rig *rig, const char *id)
{
    return svg_sheet_find(&rig->sheet, id, strlen(id));
}

rig_parts rig_part(const struct rig *rig, const char *id)
{
    const int part = rig_find(rig, id);
    return part < 0 ? 0 : (rig_parts)1 << part;
}

static struct matrix multiply(const struct matrix *p, const struct matrix *q)
{
    return (struct matrix){.a = p->a * q->a + p->c * q->b,
                           .b = p->b * q->a + p->d * q->b,
                           .c = p->a * q->c + p->c * q->d,
                           .d = p->b * q->c + p->d * q->d,
                           .e = p->a * q->e + p->c * q->f + p->e,
                           .f = p->b * q->e + p->d * q->f + p->f};
}

// Scaled, then turned about the pivot, then moved.
static struct matrix local(const struct part_pose *part, float pivot_x, float pivot_y)
{
    const float cosine = cosf(part->rot * DEGREE), sine = sinf(part->rot * DEGREE);
    struct matrix m = {
        .a = cosine * part->sx, .b = sine * part->sx, .c = -sine * part->sy, .d = cosine * part->sy};
    m.e = pivot_x + part->dx - m.a * pivot_x - m.c * pivot_y;
    m.f = pivot_y + part->dy - m.b * pivot_x - m.d * pivot_y;
    return m;
}

// A parent may stand behind its child in the sheet (a trunk under its tip), so each part walks up by itself.
static void shape_part(const struct rig *rig, const struct matrix *root, const struct pose *pose, int part,
                       struct rig_shape *shape)
{
    struct matrix m = {.a = 1, .d = 1};
    float show = pose->parts[POSE_ROOT].show > 0 ? 1 : 0;
    int depth = 0;
    for (int i = part; i != POSE_ROOT && depth < SVG_PARTS_MAX; i = rig->parent[i], depth++) {
        const struct svg_part *at = &rig->sheet.parts[i];
        const struct matrix own = local(&pose->parts[i], at->pivot_x, at->pivot_y);
        m = multiply(&own, &m);
        show *= pose->parts[i].show;
    }
    shape->to_window[part] = multiply(root, &m);
    shape->show[part] = show;
}

void rig_shape(const struct rig *rig, const struct placing *placing, const struct pose *pose,
               struct rig_shape *shape)
{
    const struct svg_sheet *sheet = &rig->sheet;
    const struct matrix base = {.a = placing->scale,
                                .d = placing->scale,
                                .e = placing->x - sheet->origin_x * placing->scale,
                                .f = placing->y - sheet->origin_y * placing->scale};
    const struct matrix own = local(&pose->parts[POSE_ROOT], sheet->origin_x, sheet->origin_y);
    const struct matrix root = multiply(&base, &own);
    for (int i = 0; i < sheet->part_count; i++) {
        shape_part(rig, &root, pose, i, shape);
    }
}

// Sprite pixels -> window pixels. What is a whole-pixel move but for rounding becomes one: it is copied
// exactly.
static struct matrix from_sprite(const struct rig *rig, const struct rig_shape *shape, int part)
{
    const struct picture *picture = &rig->pictures[part].shown;
    const struct placing *made = &picture->placing;
    const float unit = 1 / made->scale;
    const struct matrix to_sheet = {.a = unit,
                                    .d = unit,
                                    .e = ((float)picture->x - made->x) * unit + rig->sheet.origin_x,
                                    .f = ((float)picture->y - made->y) * unit + rig->sheet.origin_y};
    struct matrix m = multiply(&shape->to_window[part], &to_sheet);
    const float small = 0.00005F, near = 0.03F;
    const bool upright =
        fabsf(m.a - 1) < small && fabsf(m.d - 1) < small && fabsf(m.b) < small && fabsf(m.c) < small;
    if (upright && fabsf(m.e - roundf(m.e)) < near && fabsf(m.f - roundf(m.f)) < near) {
        m = (struct matrix){.a = 1, .d = 1, .e = roundf(m.e), .f = roundf(m.f)};
    }
    return m;
}

static bool thin(const struct matrix *m)
{
    return hypotf(m->a, m->b) < THIN || hypotf(m->c, m->d) < THIN;
}

void rig_draw(const struct rig *rig, struct canvas *canvas, const struct rig_shape *shape, rig_parts parts,
              int alpha, const struct rect *clip)
{
    for (int i = 0; i < rig->sheet.part_count; i++) {
        const struct sprite *sprite = rig->pictures[i].shown.sprite;
        const int part_alpha = (int)(shape->show[i] * (float)alpha + 0.5F);
        if (!(parts >> i & 1) || !sprite || part_alpha <= 0) {
            continue;
        }
        const struct matrix m = from_sprite(rig, shape, i);
        if (!thin(&m)) {
            canvas_draw(canvas, sprite, &m, part_alpha, clip);
        }
    }
}

bool rig_within(const struct rig *rig, const struct placing *placing, float x, float y)
{
    const struct svg_sheet *sheet = &rig->sheet;
    const float left = placing->x + (sheet->view.x - sheet->origin_x) * placing->scale;
    const float top = placing->y + (sheet->view.y - sheet->origin_y) * placing->scale;
    return x >= left && y >= top && x < left + sheet->view.w * placing->scale &&
           y < top + sheet->view.h * placing->scale;
}
