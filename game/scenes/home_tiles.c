// The six tiles: the way to the other screens.
#include "scenes/app.h"
#include "scenes/home.h"
#include "store/words.h"
#include "ui/page.h"
#include "ui/theme.h"

enum {
    TILES = 6,
    COLUMNS = 2,
    GAP = 16,
    LEAST = 112,
    LEAST_COMPACT = 88,
    TEXT_X = 96,
    PAD = 16,
    ICON_SIDE = 60
};

struct tile {
    enum home_id id;
    enum icon icon;
    uint32_t ground;
    const char *title, *caption;
};

static void list(const struct app *app, struct tile tiles[TILES])
{
    const struct home *home = app->home;
    const struct tile all[TILES] = {
        {HOME_VOICES, ICON_MICROPHONE, CORAL_PALE, word("v.title"), home->voices},
        {HOME_LEVELS, ICON_STAIRS, NIGHT_PALE, word("lv.title"), word("home.levels.sub")},
        {HOME_PROGRESS, ICON_CHART, LEAF_PALE, word("pr.title"), home->progress},
        {HOME_AWAY, ICON_DOOR, AMBER_PALE, word("aw.title"), home->away},
        {HOME_SETTINGS, ICON_GEAR, TEAL_PALE, word("s.title"), word("home.settings.sub")},
        {HOME_YOU, ICON_HEART, PINK_PALE, word("y.title"), word("home.you.sub")},
    };
    for (int i = 0; i < TILES; i++) {
        tiles[i] = all[i];
    }
}

static const struct look title_look = {TYPE_HEADING, true, 0, ALIGN_START, 0},
                         caption_look = {TYPE_CAPTION, false, INK_SOFT, ALIGN_START, 0};

static int words_h(struct app *app, const struct tile *tile, int w)
{
    return page_text_height(app->page, title_look, tile->title, w) +
           page_text_height(app->page, caption_look, tile->caption, w);
}

static int tile_w(int w)
{
    return (w - GAP) / COLUMNS;
}

static int row_height(struct app *app, const struct tile *row, int w, int least)
{
    int h = least;
    for (int i = 0; i < COLUMNS; i++) {
        int own = words_h(app, &row[i], tile_w(w) - TEXT_X - PAD) + 20;
        h = own > h ? own : h;
    }
    return h;
}

// All rows are as high as the highest.
static int rows_height(struct app *app, int w, int least)
{
    struct tile tiles[TILES];
    list(app, tiles);
    int h = least;
    for (int i = 0; i < TILES; i += COLUMNS) {
        h = row_height(app, &tiles[i], w, h);
    }
    return h;
}

int home_tiles_height(struct app *app, int w, bool compact)
{
    int rows = TILES / COLUMNS;
    return rows * rows_height(app, w, compact ? LEAST_COMPACT : LEAST) + (rows - 1) * GAP;
}

static void lay_tile(struct app *app, const struct tile *tile, struct rect at)
{
    int w = at.w - TEXT_X - PAD, title_h = page_text_height(app->page, title_look, tile->title, w),
        caption_h = page_text_height(app->page, caption_look, tile->caption, w),
        y = at.y + (at.h - title_h - caption_h) / 2 - 1;
    page_card(app->page, at, CARD_PLAIN);
    page_press(app->page, at, (int)tile->id, tile->title);
    page_tile_icon(app->page, at.x + 20, at.y + (at.h - ICON_SIDE) / 2, tile->icon, tile->ground);
    page_text(app->page, (struct rect){at.x + TEXT_X, y, w, title_h}, title_look, tile->title);
    page_text(app->page, (struct rect){at.x + TEXT_X, y + title_h, w, caption_h}, caption_look,
              tile->caption);
}

void home_lay_tiles(struct app *app, struct rect at)
{
    struct tile tiles[TILES];
    list(app, tiles);
    int w = tile_w(at.w), rows = TILES / COLUMNS, h = (at.h - (rows - 1) * GAP) / rows;
    for (int i = 0; i < TILES; i++) {
        lay_tile(app, &tiles[i],
                 (struct rect){at.x + i % COLUMNS * (w + GAP), at.y + i / COLUMNS * (h + GAP), w, h});
    }
}
