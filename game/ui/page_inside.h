// Inside of a page: for ui/page_*.c only. Lengths end in nothing for units, in _px for pixels.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "ui/page.h"
#include "ui/page_cache.h"

enum {
    SINK_MS = 60,
    RISE_MS = 120,
    SINK = 4, // units
    LEAVES_AT = 24,
    SCROLLS_AT = 12,
    AGAIN_MS = 300,
    SHEET_IN_MS = 220,
    SHEET_OUT_MS = 160,
    SHEET_RISE = 40,
    TOAST_MS = 7000,
    BACK_MS = 1000,
    STILL_MS = 60000,
    SETTLE_MS = 120,
    LAYER_LEAVING = 99,
    LAYER_TOAST = 100,
    ID_TOAST = -1000, // the toast's button
    SHEETS = 4,
    SCROLLS = 4,
    FAULT_BYTES = 256,
    NAME_BYTES = 64,
};

// One draw, where it rests.
struct item {
    const struct sprite *sprite; // NULL: a fill
    float scale_x, scale_y;
    struct rect at_px; // of a sprite only x and y
    uint32_t argb;
    int alpha;
    struct rect clip_px;
    int sinks; // it moves with the press of this widget; 0: with none
    int shade; // it is seen only while this widget is pressed; 0: always
    int layer;
    bool foreign; // its sprite is the screen's and may be gone with the next frame
};

// WAITING is a field that does not take what is typed, TRACK and STEP are a slider's, CHART is one for all
// the dots of a chart.
enum widget_kind {
    WIDGET_PRESS,
    WIDGET_HANDLE,
    WIDGET_SURFACE,
    WIDGET_FIELD,
    WIDGET_WAITING,
    WIDGET_TRACK,
    WIDGET_STEP,
    WIDGET_CHART
};

struct widget {
    int id;
    enum widget_kind kind;
    struct rect at_px, clip_px;
    int layer, scroll;   // scroll: -1 for none
    int slider, towards; // of a track or a step: whose, and -1 or 1
    char name[NAME_BYTES];
};

// A text that was laid out, for page_fault.
struct seen_text {
    struct rect box_px, ink_px;
    bool cut, scrolled;
    int layer, scroll;
    char text[NAME_BYTES];
};

// A slider as it was laid out.
struct laid_slider {
    int id, from_px, travel_px; // the knob's middle at least, and from there to most
    struct slider slider;
};

// A finger on a slider's track: undecided, until it has gone sideways far enough.
struct sliding {
    int id; // 0: none
    bool decided;
    float from_px; // where it would be had it not moved
    float at_px;   // where it is now
    int value;     // when it took hold
};

// A knob that was let go between two steps glides onto its own.
struct settling {
    int id; // 0: none
    float from_px;
    int since_ms;
    bool pending; // waits for the next layout's clock
};

// A step that is held: + or - under a finger, or a key.
struct hold {
    int slider, towards; // slider 0: none
    bool by_key;         // else by the finger
    bool pending;        // waits for the clock
    int since_ms, repeats;
};

// A chart's dots where they are, for taps.
struct chart_laid {
    int id, count, chosen, room;
    struct dot_laid {
        int x_px, y_px;
    } * dots;
};

struct press {
    int id; // 0: none
    int since_ms;
    float from; // how far it was down then, 0..1
};

struct touch {
    bool down;
    int64_t finger;
    float start_x, start_y, x, y; // pixels
    int id;                       // what it is on, 0: nothing or no longer
    enum widget_kind kind;
    int scroll; // -1: none
    bool scrolling, outside;
};

struct scroll {
    struct rect view_px;
    int layer, height_px;
    float offset_px, speed; // pixels, pixels a ms
    int moved_ms;
    bool seen, let_go; // let_go: waits for the next layout's clock
};

struct sheet {
    int id, opened_ms, layer;
    struct rect at_px;
    bool seen;
};

struct toast {
    char text[256];
    bool undo, shown;
    bool waits; // what it says is not safe yet
    int since_ms;
    struct rect at_px;
};

struct page {
    struct font *font;
    bool larger, calm;
    struct cache cache;
    // this layout
    int w_px, h_px, now_ms;
    struct rect asked_px, safe_px; // asked: page_keep_within's
    float scale;
    int layer, shift_px, scroll, scroll_count, fade; // fade: 0..255 off what is drawn
    struct rect clip_px;
    struct item *items, *before; // of this layout, of the one before
    int item_count, item_room, before_count, before_room;
    struct widget *widgets;
    int widget_count, widget_room;
    struct seen_text *texts;
    int text_count, text_room;
    int sinking; // what is drawn now moves with this widget
    // what the hands do
    struct touch touch;
    struct press pressed, rising;
    int last_id, last_ms;
    bool press_pending, rise_pending, last_pending, escape_pending; // waits for the next layout's clock
    bool unsettled; // what this layout found out is seen with the next
    bool escape_down, shift_down;
    int escape_ms;
    int focus; // 0: none
    bool focus_shown;
    int reveal; // comes into view with the next layout
    struct page_drag drag;
    struct laid_slider *sliders;
    int slider_count, slider_room;
    struct sliding sliding;
    struct settling settling;
    struct hold hold;
    struct page_slide slide;
    struct chart_laid chart;
    struct field_laid {
        char text[256];
        size_t size;
        bool phone;
    } field;
    enum { TYPED_NOTHING, TYPED_TEXT, TYPED_BACKSPACE } typed;
    char typed_text[256];
    struct scroll scrolls[SCROLLS];
    struct sheet sheets[SHEETS];
    struct item *leaving;          // a closed sheet's, with their sprites held
    int leaving_count, leaving_ms; // ms: when the last sheet closed; 0: none has
    struct toast toast;
    char fault[FAULT_BYTES];
};

// ---- lengths (page.c)
int px_of(const struct page *page, float units);              // rounded
struct rect px_rect(const struct page *page, struct rect at); // where it is shown: scrolled
float units_x(const struct page *page, float x_px);           // where a point of the window is on the page
float units_y(const struct page *page, float y_px);
// The array with room for one more than count; NULL, and the array as it was, without memory.
void *with_room(void *array, int *room, int count, size_t size);

// ---- draws (page_items.c). Pixels.
void put_sprite(struct page *page, const struct sprite *sprite, int x_px, int y_px);
void put_stretched(struct page *page, const struct sprite *sprite, struct rect at_px);
void put_fill(struct page *page, struct rect at_px, uint32_t argb);
struct item *put(struct page *page, struct item item);
// Only what of it lies within `part`: one long sprite serves every length.
void put_part_of(struct page *page, const struct sprite *sprite, int x_px, int y_px, struct rect part);

// ---- shapes (page_shapes.c). Cached.
struct shape {
    int w_px, h_px, radius_px;
    uint32_t fill; // 0xRRGGBB, or SHAPE_CLEAR
    uint32_t border;
    int border_tenths_px; // 0: none
    int fill_percent;     // 0: 100
};
enum { SHAPE_CLEAR = 0x1000000 };
const struct sprite *shape_sprite(struct page *page, struct shape shape);
void put_shape(struct page *page, struct rect at_px, struct shape shape); // its size is at's
// Any drawing by its name and numbers; svg makes the text on the first call. The viewBox is in pixels.
typedef int drawing(char *svg, size_t size, const int *numbers);
const struct sprite *drawing_sprite(struct page *page, const char *name, drawing *make, const int *numbers,
                                    int count, int w_px, int h_px);
const struct sprite *icon_sprite(struct page *page, enum icon icon, int size_px, uint32_t rgb);
void put_icon(struct page *page, struct rect at_px, enum icon icon, uint32_t rgb);

// A disc round x, y.
void put_disc(struct page *page, int x_px, int y_px, int r_px, uint32_t rgb);

// ---- text (page_text.c)
struct line {
    int start, length, width_px;
    bool cut;
};
struct wrap {
    int count, widest_px;
    bool cut;
    struct line lines[];
};
int text_size_px(const struct page *page, struct look look);
float text_line_height(const struct page *page, struct look look); // units
const struct wrap *text_wrap(struct page *page, struct look look, const char *text, int w_px, int lines);
// Draws it with the box's top at y; at is in units and scrolls.
void put_text(struct page *page, struct rect at, struct look look, const char *text, bool middle);
int text_width_px(struct page *page, struct look look, const char *text);
// One line with its left top at these pixels, noted for page_fault.
void put_px_text(struct page *page, struct look look, const char *text, int x_px, float top_px);
// One line with its baseline for a line whose top is at top_px.
void put_line(struct page *page, struct look look, const char *text, int x_px, float top_px);

// ---- widgets (page_widgets.c)
struct widget *add_widget(struct page *page, enum widget_kind kind, struct rect at, int id, const char *name);
const struct widget *widget_of(const struct page *page, int id);
int top_layer(const struct page *page);
bool is_pressed(const struct page *page, int id);
float press_depth(const struct page *page, int id, int now_ms); // 0..1
// The shade while it is pressed, and its ring.
void put_press(struct page *page, const struct widget *widget, struct rect at);
// The ring round what has the focus, radius in units.
void put_focus(struct page *page, const struct widget *widget, int radius, bool on_night);

// ---- what moves (page_scroll.c, page_sheet.c)
void scrolls_begin(struct page *page);
void scrolls_end(struct page *page);
bool scrolls_moving(const struct page *page);
int scroll_at(const struct page *page, float x_px, float y_px);
void scroll_drag(struct page *page, int scroll, float dy_px);
void scroll_turn(struct page *page, const struct event *wheel);
// By so many of what is seen, and beyond either end.
void scroll_pages(struct page *page, float pages);
void sheets_begin(struct page *page);
void sheets_end(struct page *page);
void leaving_end(struct page *page); // nothing leaves any more
void leave(struct page *page, int layer);
void put_leaving(struct page *page);
bool sheets_moving(const struct page *page, int now_ms);
float sheet_there(const struct page *page, int layer, int now_ms); // 0..1
bool sheet_scrim_at(const struct page *page, float x_px, float y_px);
bool toast_at(const struct page *page, float x_px, float y_px);
bool rect_holds(struct rect at, float x, float y); // both in pixels, or both in units
void put_toast(struct page *page);

// ---- events (page_event.c, page_keys.c)
const struct widget *field(const struct page *page); // that takes what is typed; NULL: none
int key_event(struct page *page, const struct event *event);
void press_start(struct page *page, int id);
void let_rise(struct page *page);
int press_done(struct page *page, int id, bool inside); // what page_event returns

// ---- sliders (page_slide.c): each gives what page_event returns
const struct laid_slider *slider_of(const struct page *page, int id);
float slider_share(const struct laid_slider *laid, int value);                 // 0..1
float slider_knob_px(const struct page *page, const struct laid_slider *laid); // its middle
void slide_down(struct page *page, const struct widget *widget, float x_px);
int slide_move(struct page *page); // the touch has moved
int slide_up(struct page *page, const struct touch *was);
int slide_ended(struct page *page); // the finger is no longer the slider's
int slide_step(struct page *page, int slider, int towards, bool ended);
void hold_start(struct page *page, int slider, int towards, bool by_key);
int hold_ended(struct page *page, bool by_key);       // a key or a finger is let go
int hold_due_ms(const struct page *page, int now_ms); // until the next repeat

// ---- a chart's dots (page_chart.c)
int chart_dot_at(const struct page *page, float x_px, float y_px); // the nearest one's id
int chart_dot_beside(const struct page *page, int step);           // of the chosen one
bool chart_dot_place(const struct page *page, int id, struct rect *at_px);
