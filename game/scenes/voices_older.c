// Older takes: what was replaced or deleted in the last 30 days. Listen, and use again.
#include <stdio.h>

#include "scenes/app.h"
#include "scenes/sheet.h"
#include "scenes/voices_inside.h"
#include "store/dates.h"
#include "store/words.h"
#include "ui/page.h"

enum { SHEET_W = 744, ROW_H = 82, PLAY = 56, USE_W = 140, ROOM = 60, NARROW = 700, DAY_S = 24 * 60 * 60 };

static const uint32_t quiet_ink = 0x5C4B62;

// "24 December": until when it is kept.
static void last_day(const struct voice_clip *clip, char *out, size_t size)
{
    date_day(out, size, clip->retired + (int64_t)CLIP_KEPT_DAYS * DAY_S);
}

// Where it is narrow, the words take two lines.
static int row_height(const struct app *app)
{
    return page_w(app->page) < NARROW ? ROW_H + 24 : ROW_H;
}

static void lay_texts(struct app *app, const struct voice_clip *clip, struct rect at)
{
    char title[128], day[64], seconds[16], length[32], caption[128];
    voices_clip_title(clip, title, sizeof title);
    last_day(clip, day, sizeof day);
    word_seconds(seconds, sizeof seconds, clip->length_ms);
    snprintf(length, sizeof length, "%s s", seconds);
    word_fill(caption, sizeof caption, "v.older.day", "m", length, "d", day, NULL);
    page_text(app->page, (struct rect){at.x, at.y + 10, at.w, 28},
              (struct look){TYPE_BODY, true, 0, ALIGN_START, 1}, title);
    page_text(app->page, (struct rect){at.x, at.y + 38, at.w, at.h - 46},
              (struct look){TYPE_CAPTION, false, quiet_ink, ALIGN_START, 2}, caption);
}

static void lay_row(struct app *app, int index, struct rect at)
{
    const struct voice_clip *clip = &app->voices->older[index];
    char title[128], play[160];
    voices_clip_title(clip, title, sizeof title);
    word_fill(play, sizeof play, "a11y.play", "m", title, NULL);
    bool heard = voices_played_bar(app, clip->id) >= 0;
    int use_w = page_button_w(app->page, ICON_NONE, word("v.older.back"));
    use_w = use_w > USE_W ? use_w : USE_W;
    page_round(app->page, at.x, at.y + 8, VOICES_OLDER_PLAY + index, ROUND_PLAY,
               heard ? ICON_STOP : ICON_PLAY, heard ? word("a11y.stop") : play);
    int x = at.x + PLAY + 20;
    lay_texts(app, clip, (struct rect){x, at.y, at.x + at.w - use_w - 16 - x, at.h});
    page_button(app->page, (struct rect){at.x + at.w - use_w, at.y + 6, use_w, 60}, VOICES_OLDER_USE + index,
                BUTTON_SECOND, ICON_NONE, word("v.older.back"));
    if (index + 1 < app->voices->older_count) {
        page_line(app->page, at.x, at.y + at.h - 6, at.w);
    }
}

void voices_older_layout(struct app *app)
{
    struct look quiet = {TYPE_CAPTION, false, quiet_ink, ALIGN_START, 0};
    int count = app->voices->older_count, row_h = row_height(app);
    const char *text = word(count > 0 ? "v.older.sub" : "v.older.none");
    int text_h = page_text_height(app->page, quiet, text, sheet_inner_w(app, SHEET_W));
    int most_h = page_h(app->page) - ROOM - SHEET_HEAD - text_h - 16 - SHEET_PAD;
    int list_h = count * row_h < most_h ? count * row_h : most_h;
    struct rect in = sheet_begin(app, VOICES_SHEET, VOICES_CLOSE, SHEET_W,
                                 text_h + (count > 0 ? 16 + list_h : 0) - SHEET_TEXT_UP, word("v.older"));
    in.y -= SHEET_TEXT_UP;
    page_text(app->page, (struct rect){in.x, in.y, in.w, text_h}, quiet, text);
    if (count == 0) {
        return;
    }
    struct rect view = {in.x, in.y + text_h + 16, in.w, list_h};
    page_scroll_begin(app->page, view, count * row_h);
    for (int i = 0; i < count; i++) {
        lay_row(app, i, (struct rect){view.x, view.y + i * row_h, view.w, row_h});
    }
    page_scroll_end(app->page);
}

static void use_again(struct app *app, const struct voice_clip *clip)
{
    char title[128];
    int64_t id = clip->id;
    voices_hush(app);
    if (!clip_restore(app->family, id)) {
        voices_say_lost(app);
        return;
    }
    struct voice_clip again;
    voices_load(app);
    if (clip_by_id(app->family, id, &again)) { // where its place was taken, it has another one now
        voices_clip_title(&again, title, sizeof title);
        voices_say(app, "v.restored", title, UNDO_NONE, 0);
    }
}

bool voices_older_pressed(struct app *app, int id)
{
    int count = app->voices->older_count;
    if (id == VOICES_OLDER) {
        voices_open_sheet(app, SHEET_OLDER);
    } else if (id >= VOICES_OLDER_PLAY && id < VOICES_OLDER_PLAY + count) {
        voices_play(app, &app->voices->older[id - VOICES_OLDER_PLAY]);
    } else if (id >= VOICES_OLDER_USE && id < VOICES_OLDER_USE + count) {
        use_again(app, &app->voices->older[id - VOICES_OLDER_USE]);
    } else {
        return false;
    }
    return true;
}
