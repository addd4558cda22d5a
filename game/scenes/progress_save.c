// A copy of the notes in the folder "out" of the family's folder: as a picture, as a table. Never over an
// older copy.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "platform/files.h"
#include "scenes/app.h"
#include "scenes/out.h"
#include "scenes/progress_inside.h"
#include "store/dates.h"
#include "store/words.h"
#include "ui/theme.h"

enum { PATH = 1400, PAPER_W = 1600, PAPER_H = 1000, EDGE_W = 48 };

// ---- where

static bool free_path(const struct app *app, const char *ending, char *out, size_t size)
{
    char folder[PATH];
    return out_folder(app, folder, sizeof folder) && files_make_folder(folder) &&
           out_path(app, folder, "progress", ending, out, size);
}

// Written beside, then renamed: a copy is whole or not there.
static bool part_path(const char *path, char *out, size_t size)
{
    return snprintf(out, size, "%s.part", path) < (int)size;
}

static bool put(const char *part, const char *path, bool written)
{
    bool done = written && rename(part, path) == 0;
    if (!done) {
        remove(part);
    }
    return done;
}

static void say(struct app *app, const char *path, bool saved)
{
    if (saved) {
        out_saved(app, path, "pr.exported", NULL);
    } else {
        page_toast(app->page, word("pr.unsaved"), false, app->now_ms);
    }
}

// ---- the table

static bool write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    if (!file) {
        return false;
    }
    size_t length = strlen(text);
    bool written = fwrite(text, 1, length, file) == length;
    return fclose(file) == 0 && written;
}

void progress_save_table(struct app *app)
{
    char path[PATH] = "", part[PATH + 8];
    char *text = progress_table(app->progress);
    bool saved = text && free_path(app, "csv", path, sizeof path) && part_path(path, part, sizeof part) &&
                 put(part, path, write_text(part, text));
    free(text);
    say(app, path, saved);
}

// ---- the picture: the chart alone, with its title and its days

static void lay_title(const struct app *app, struct page *page, struct rect at)
{
    const struct progress *progress = app->progress;
    char from[DATE_SIZE], to[DATE_SIZE], year[8], days[200];
    time_t now = (time_t)app_utc(app);
    struct tm date = {0};
    localtime_r(&now, &date);
    strftime(year, sizeof year, "%Y", &date);
    date_day(from, sizeof from, progress->notes[progress->from].began);
    date_day(to, sizeof to, app_utc(app));
    word_fill(days, sizeof days, "pr.days", "a", from, "b", to, "y", year, NULL);
    page_text(page, (struct rect){at.x, at.y, at.w, 40}, (struct look){TYPE_TITLE, true, 0, ALIGN_START, 1},
              word("pr.chart"));
    page_text(page, (struct rect){at.x, at.y + 44, at.w, 28},
              (struct look){TYPE_BODY, false, INK_SOFT, ALIGN_START, 1}, days);
}

static void lay_paper(const struct app *app, struct page *page)
{
    const struct progress *progress = app->progress;
    struct look small = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};
    page_begin(page, PAPER_W, PAPER_H, app->now_ms);
    struct rect in = {EDGE_W, EDGE_W - 8, page_w(page) - 2 * EDGE_W, page_h(page) - 2 * EDGE_W + 16};
    int honest_h = page_text_height(page, small, word("pr.honest"), in.w);
    const struct session_note *notes = progress->notes + progress->from;
    int count = progress->count - progress->from, key_h = progress_key(page, in, notes, count, false);
    int honest_y = in.y + in.h - honest_h, key_y = honest_y - 16 - key_h;
    lay_title(app, page, in);
    progress_chart(page, (struct rect){in.x, in.y + 88, in.w, key_y - 16 - (in.y + 88)}, PROGRESS_DOTS, notes,
                   count, -1, app_utc(app));
    progress_key(page, (struct rect){in.x, key_y, in.w, key_h}, notes, count, true);
    page_text(page, (struct rect){in.x, honest_y, in.w, honest_h}, small, word("pr.honest"));
    page_end(page);
}

static bool draw_paper(const struct app *app, const char *path)
{
    struct canvas *paper = canvas_paper(PAPER_W, PAPER_H);
    struct page *page = paper ? page_new(app->font) : NULL;
    bool saved = false;
    if (page) {
        lay_paper(app, page);
        canvas_begin(paper);
        canvas_fill(paper, NULL, 0xFF000000 | CARD);
        page_draw(page, paper, app->now_ms);
        canvas_end(paper);
        saved = canvas_save_png(paper, path);
    }
    canvas_close(paper);
    page_free(page);
    return saved;
}

void progress_save_picture(struct app *app)
{
    char path[PATH] = "", part[PATH + 8];
    if (app->progress->from == app->progress->count) {
        page_toast(app->page, word("pr.none"), false, app->now_ms);
        return;
    }
    bool saved = free_path(app, "png", path, sizeof path) && part_path(path, part, sizeof part) &&
                 put(part, path, draw_paper(app, part));
    say(app, path, saved);
}
