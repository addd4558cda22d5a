// A grown-ups' screen: a flat list of widgets in reading order, laid out anew each frame from the screen's
// own state (cheap: what is drawn is cached and the canvas repaints only what changed). The page knows what
// is pressed, focused, scrolled, dragged, and draws; the screen knows what it means. Lengths are units (1
// unit = 1 dp at 160 ppi; page_scale pixels each); looks are ui/guide.md's. Texts are copied.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "platform/canvas.h"

struct event;
struct font;
struct page;

// ---- life

// NULL only without memory. The font stays the caller's.
struct page *page_new(struct font *font);
void page_free(struct page *page);
void page_larger_text(struct page *page, bool larger); // all type x 1.2
void page_calm(struct page *page, bool calm);          // fewer movements: sheets fade and do not rise
// A screen is entered: presses, focus, scrolling and toast are forgotten. The toast's undo is then no longer
// offered.
void page_enter(struct page *page);

// ---- what happened. Act on what it returns at once: the widgets of the last layout are the ones that were
// seen.

enum {
    PAGE_NOTHING = 0,
    PAGE_BACK = -1,    // Esc
    PAGE_DRAG = -2,    // a page_handle moves: page_dragged says which and where
    PAGE_UNDO = -3,    // the toast's button
    PAGE_TYPED = -4,   // a page_field's text changed: page_typed
    PAGE_OUTSIDE = -5, // the scrim round a sheet was tapped
    PAGE_SLIDE = -6    // a page_slider moves: page_slid says which, and where to
};

// The id of the widget that this event pressed (on finger up inside it, Enter or Space), or one of the above.
// Presses count for the uppermost sheet only; the first finger counts; a finger that leaves by 24 units
// cancels; a second press of the same widget within 300 ms is ignored. Esc held is the gate's (scenes), so
// Back comes on its release within 1 s.
int page_event(struct page *page, const struct event *event);
// The moment of the events to come. A page at rest is not laid out, and would take them for old ones: a touch
// a minute after a sheet was closed is no second tap on its cross.
void page_moment(struct page *page, int now_ms);

struct page_drag {
    int id;
    float x, y;   // where the finger is, units
    float grip_x; // where in the widget it took hold: x - grip_x is where the widget's middle wants to be
    bool ended;
    float key_x, key_y; // an arrow key moved a surface by so much; both 0: a finger did
};
struct page_drag page_dragged(const struct page *page);

struct page_slide {
    int id;
    int value;  // what the slider is to show from now on; a whole number of steps from its least, never above
                // its stop
    bool ended; // the finger let go, or it was a press of + or - or a key: now it may be kept
    bool stopped; // it would go beyond its stop: the screen says why
};
struct page_slide page_slid(const struct page *page);
// + or - or a key is held: PAGE_SLIDE where it is time to repeat (after 400 ms, 4 a second), else
// PAGE_NOTHING. Once a tick.
int page_repeat(struct page *page, int now_ms);

// ---- laying out: page_begin, widgets, page_end, once a frame

// w, h: the canvas, pixels.
void page_begin(struct page *page, int w, int h, int now_ms);
void page_end(struct page *page);
// The part of the window that no notch covers, pixels: all that is laid out from the next page_begin on
// stands in it, only grounds and scrims go beyond. w 0: the whole window.
void page_keep_within(struct page *page, struct rect safe_px);
int page_w(const struct page *page); // units, of that part
int page_h(const struct page *page);
float page_scale(const struct page *page);
// Where a point of the window (fractions) is on the page, units.
void page_point(const struct page *page, float x, float y, float *at_x, float *at_y);
// Whether it lies on a widget of the last layout.
bool page_is_on(const struct page *page, int id, float x, float y);
// Portrait, or narrower than 900 units: blocks are stacked, sheets come from the bottom (ui/guide.md 4).
bool page_tall(const struct page *page);

// The guide's; count: the recorder's three, two, one.
enum type { TYPE_DISPLAY, TYPE_HERO, TYPE_TITLE, TYPE_HEADING, TYPE_BODY, TYPE_CAPTION, TYPE_COUNT };
enum align { ALIGN_START, ALIGN_MIDDLE, ALIGN_END };
enum icon {
    ICON_NONE,
    ICON_BACK,
    ICON_CAMERA,
    ICON_CHART,
    ICON_CHECK,
    ICON_CLOCK,
    ICON_CLOSE,
    ICON_COPY,
    ICON_DOOR,
    ICON_DOTS,
    ICON_EAR,
    ICON_EXPORT,
    ICON_GEAR,
    ICON_GLOBE,
    ICON_HAND,
    ICON_HEADPHONES,
    ICON_HEART,
    ICON_IMPORT,
    ICON_INFO,
    ICON_LAP,
    ICON_LOCK,
    ICON_MICROPHONE,
    ICON_MICROPHONE_OFF,
    ICON_MINUS,
    ICON_MOON,
    ICON_NEXT,
    ICON_PAUSE,
    ICON_PERSON,
    ICON_PHONE,
    ICON_PLAY,
    ICON_PLUS,
    ICON_REDO,
    ICON_SHIELD,
    ICON_STAIRS,
    ICON_STOP,
    ICON_SUN,
    ICON_TEXT,
    ICON_TRASH,
    ICON_TUNE,
    ICON_UNDO,
    ICON_VOICE,
    ICON_VOLUME,
    ICON_WARNING,
    ICON_RECORD /* the coral dot with its ring */,
    ICONS
};

// One by itself, for who has no page: square, in that colour, the caller's. NULL where there is none.
struct sprite *icon_alone(enum icon icon, int size_px, uint32_t rgb);

struct look {
    enum type type;
    bool bold;
    uint32_t rgb; // 0: ink
    enum align align;
    int lines; // at most; 0: as many as fit the box. Too long ends in "…"
};

// Wrapped at words; the first line's top is the box's top. page_text_middle: in the middle of the box's
// height.
void page_text(struct page *page, struct rect at, struct look look, const char *text);
void page_text_middle(struct page *page, struct rect at, struct look look, const char *text);
// How high (units) a text is when wrapped at w, and how wide its longest line.
int page_text_height(struct page *page, struct look look, const char *text, int w);
int page_text_width(struct page *page, struct look look, const char *text);

// The page's own ground: the wall's gradient; where floor is set, with the floor's rounded hill (home).
void page_wall(struct page *page, bool floor);

enum card {
    CARD_PLAIN,
    CARD_WARM,
    CARD_EMPTY /* outlined, nothing in it yet */,
    CARD_WAVE /* a waveform's ground */,
    CARD_TILE,
    CARD_CHOSEN, // plain with a teal border all round
    CARD_WRONG,  // ... and a red one: something is to be repaired
    CARD_PICKED, // a tile in pale teal with a teal border
    CARD_CALM,   // answers: how was it?
    CARD_MIDDLING,
    CARD_FUSSY
};
void page_card(struct page *page, struct rect at, enum card card);
// A step's number on its yellow disc, NUMBER_SIDE units wide and high.
enum { NUMBER_SIDE = 62 };
void page_number(struct page *page, int x, int y, int number);
void page_line(struct page *page, int x, int y, int w); // divider

// Home's plate where Play now would be while it rests: flat, and nothing to press.
void page_plate(struct page *page, struct rect at, enum icon icon, const char *text);
int page_plate_w(struct page *page, const char *text); // on one line
// How soon: red, amber, teal.
enum urgency { URGENCY_NOW, URGENCY_TODAY, URGENCY_LATER };
uint32_t page_urgency_ink(enum urgency urgency);
// The coloured head of a card that was laid before; at: the head alone, as wide as the card. The card is at
// least 24 higher.
void page_card_head(struct page *page, struct rect at, enum urgency urgency, enum icon icon,
                    const char *text);

enum button {
    BUTTON_MAIN,   // yellow, one a screen
    BUTTON_SECOND, // card with a border
    BUTTON_RECORD, // coral ground
    BUTTON_TEAL,   // record, stop
    BUTTON_DANGER, // red border and text
    BUTTON_QUIET,  // text only
    BUTTON_PLATE,  // home's Play now
};
// Label on one or two lines; hero: 32 bold. off: grey, and a press still comes (the screen says why in a
// toast).
void page_button(struct page *page, struct rect at, int id, enum button button, enum icon icon,
                 const char *label);
void page_button_hero(struct page *page, struct rect at, int id, enum button button, enum icon icon,
                      const char *label);
void page_button_off(struct page *page, struct rect at, int id, enum icon icon, const char *label);
// How wide a button wants to be (>= 120), how high (60, or more where its label wraps at w).
int page_button_w(struct page *page, enum icon icon, const char *label);

enum round { ROUND_CARD /* back */, ROUND_PLAY, ROUND_RECORD, ROUND_GHOST, ROUND_TINT };
// 56 x 56, name: what it does, for whoever can't see it.
void page_round(struct page *page, int x, int y, int id, enum round round, enum icon icon, const char *name);
// A place that can be pressed, with nothing drawn but focus and a pressed shade: rows, tiles, medallions.
void page_press(struct page *page, struct rect at, int id, const char *name);
void page_icon(struct page *page, struct rect at, enum icon icon, uint32_t rgb);
// A home tile's icon on its soft square (60 x 60).
void page_tile_icon(struct page *page, int x, int y, enum icon icon, uint32_t rgb_ground);
// A row's icon on its square (52 x 52).
void page_row_icon(struct page *page, int x, int y, enum icon icon);

enum chip { CHIP_GOOD, CHIP_PLAIN, CHIP_WARN };
// Returns its width; with draw false it only measures.
int page_chip(struct page *page, int x, int y, enum chip chip, enum icon icon, const char *text, bool draw);
// A choice among chips (50 high): teal with a tick when on. Returns its width.
int page_choice(struct page *page, int x, int y, int id, bool on, const char *text, bool draw);
// The whole row is the hit rect: label, caption (may be NULL), the switch at its end.
void page_toggle(struct page *page, struct rect at, int id, bool on, const char *label, const char *caption);

// A face in its ring, r units; face NULL: the stand-in (a person on a pastel ground, by `tint`); chosen:
// blooms. The sprite is round already and as large as page_face_px(r) says; it stays the caller's until
// page_end of the next frame.
void page_medallion(struct page *page, int x, int y, int r, const struct sprite *face, int tint, bool chosen);
int page_face_px(const struct page *page, int r);
// The dashed ring with a plus.
void page_medallion_add(struct page *page, int x, int y, int r);

// Bars 0..255, grey outside from..end (bars), teal inside; bars before `played` darker while it is heard (-1:
// not).
void page_waveform(struct page *page, struct rect at, const unsigned char *bars, int count, int from, int end,
                   int played);
// zone 0, 1, 2; level 0..1; three words below by keys r.quiet r.good r.loud.
void page_meter(struct page *page, struct rect at, float level, int zone);
// ---- numbers (ui/guide.md 3)

struct slider {
    int value, least, most, step; // whole numbers of whatever it is
    int stop;   // drawn as a line on the track, and it does not go beyond; most where there is none. A value
                // that stands beyond it may stay, but goes only down
    bool wrong; // red
};
// Label at the left above, value at the right, - track +; caption below (may be NULL). Uses ids id, id + 1
// (-), id + 2 (+), which are not handed to the screen: it gets PAGE_SLIDE. Dragged from anywhere on the
// track; a tap beside the knob, +, -, and with the focus Left, Right, + and - go one step.
// page_slider_height: how high it is.
void page_slider(struct page *page, struct rect at, int id, const struct slider *slider, const char *label,
                 const char *value, const char *caption);
int page_slider_height(struct page *page, int w, const char *label, const char *value, const char *caption);

// Two or three equal cells in a trough, the chosen one teal with a tick; ids id, id + 1, ...
// page_segments_height: their labels wrap.
void page_segments(struct page *page, struct rect at, int id, const char *const *labels, int count,
                   int chosen);
int page_segments_height(struct page *page, int w, const char *const *labels, int count);

enum { PAGE_STEPS_MAX = 64 };

struct stairs {
    const int *values; // a column each
    int count;         // at most PAGE_STEPS_MAX
    int now;           // the column of today: night with a yellow dot; -1: none yet, count: all are done
    const char *const *labels; // above the columns, every second where they are narrow; NULL: the small one
    int easy;                  // of three dots at the foot of `now`, how many are full; -1: no such dots
};
// Done night2, now night, to come hollow. Height of a column: (value / greatest) ^ .8.
void page_stairs(struct page *page, struct rect at, const struct stairs *stairs);

enum band { BAND_TOGETHER, BAND_AWAY, BAND_GOODNIGHT };
struct band_part {
    enum band band;
    int length_ms;
    const char *label; // below an away; NULL: none
};
// A session as a band: together yellow, away night (true to scale, at least 3 px), good night pink.
void page_timeline(struct page *page, struct rect at, const struct band_part *parts, int count);
// Its key: three squares with words, ending at the right of `at`. Returns its width.
int page_timeline_key(struct page *page, struct rect at, bool draw);

struct chart_dot {
    float x; // 0..1 along the axis
    int value;
    bool fussy;   // pink with a ring
    bool unclear; // hollow; not where it is fussy
};
struct chart_tick {
    float at; // 0..1
    const char *label;
};
struct chart {
    const struct chart_dot *dots; // in order of x
    int count;
    int greatest; // of the y axis, which begins at 0
    const struct chart_tick *up, *along;
    int up_count, along_count;
    int chosen; // the dot with a ring round it, -1: none
};
// A step line with a dot for each session, one chart a page. A tap is the nearest dot's: id + its index;
// Left and Right go from the chosen one to its neighbours.
void page_chart(struct page *page, struct rect at, int id, const struct chart *chart);
// What its dots mean, 28 high: a dot like this and its word. Returns its width; with draw false it only
// measures.
int page_chart_key(struct page *page, int x, int y, struct chart_dot like, const char *text, bool draw);

// How much of a hold is done (0..1), a plate of r units, with a text in its middle ("" a tick, NULL
// nothing).
void page_ring(struct page *page, int x, int y, int r, float done, const char *text);

// A number on a teal disc, its middle at x, y: which of the chosen it is.
void page_badge(struct page *page, int x, int y, const char *text);
void page_disc(struct page *page, int x, int y, int r, uint32_t rgb);
// Words on a small plate in the middle of the page's width, over what a baby sees. Returns its height.
int page_pill(struct page *page, int y, struct look look, const char *text);
// A small caption on a plate that is seen through, its foot at y: not meant to be looked at.
void page_dim(struct page *page, int y, const char *text);

// A trim handle: a line at x over the wave's height, its grip below. Dragging gives PAGE_DRAG.
void page_handle(struct page *page, int x, int y, int h, int id, const char *name);
// A surface that is dragged (a photo in its ring), with the focus by the arrows; pinching is the screen's
// own, from events.
void page_surface(struct page *page, struct rect at, int id, const char *name);
void page_picture(struct page *page, struct rect at, const struct sprite *sprite); // stretched to at
void page_picture_press(struct page *page, struct rect at, int id, const struct sprite *sprite,
                        const char *name);
// Whether a field is on the page: the system is asked for text then.
bool page_wants_text(const struct page *page);
struct field {
    const char *text;        // what it shows
    const char *placeholder; // while it is empty
    size_t size;             // of what keeps the text, bytes
    bool phone;              // numbers are typed rather than words
};
// A text field; typing goes to it while it is on the page.
void page_field(struct page *page, struct rect at, int id, const struct field *field);
// One of several that does not take what is typed: it waits to be pressed.
void page_field_waiting(struct page *page, struct rect at, int id, const char *text, const char *name);
// What a field's text became by the last PAGE_TYPED event: give it `text` and it edits it (letters,
// Backspace).
void page_typed(const struct page *page, char *text, size_t size);

// ---- where a browser lays things of its own over what was laid out: window pixels

// Where a widget is, if it can be touched all over: under no sheet and no toast, not scrolled out of its
// view.
bool page_uncovered(const struct page *page, int id, struct rect *at_px);
struct typing;
// The field that takes what is typed, and those that wait; its words are the page's until the next layout.
// False where there is none.
bool page_writing(const struct page *page, struct typing *typing);

// What is laid out from here on is seen through: alpha 0..255, to the end of this layout.
void page_fade(struct page *page, int alpha);

// ---- scrolling: widgets between are moved with the finger and clipped to `view`; height: of all of them.
void page_scroll_begin(struct page *page, struct rect view, int height);
void page_scroll_end(struct page *page);
// Scrolls so that the widget comes into view.
void page_reveal(struct page *page, int id);

// ---- a sheet over all that was laid out before: scrim, plate, 220 ms in. Returns the plate's box for
// contents of that size (landscape: centred, at most 880 wide; tall: at the bottom, full width). Widgets
// after it are on it. page_sheet_end is not needed; a second page_sheet lies over the first.
struct rect page_sheet(struct page *page, int id, int w, int h);

// ---- a toast, 7 s, at the bottom, with an Undo button where undo is set. A new one takes the old one's
// place. It may confirm what was done just before: it comes when that is safe (platform/keeping.h).
void page_toast(struct page *page, const char *text, bool undo, int now_ms);
// Whether it is still there (its undo still possible).
bool page_toasting(const struct page *page, int now_ms);

// ---- drawing, between canvas_begin and canvas_end
void page_draw(struct page *page, struct canvas *canvas, int now_ms);
// How long nothing on it changes by itself.
int page_still_ms(const struct page *page, int now_ms);

// ---- for tests: where a widget with this id is (units), and what is wrong with the layout as a whole
bool page_find(const struct page *page, int id, struct rect *at);
// The ids of what can be touched or get the focus now, in reading order; 0 after the last.
int page_target(const struct page *page, int index);
// What shows that it has the focus; 0: nothing.
int page_focused(const struct page *page);
// Whether a widget is wholly in its view, or fills it.
bool page_in_sight(const struct page *page, int id);
// Whether this text stands in this layout.
bool page_says(const struct page *page, const char *text);
// The first fault of this layout as a sentence: a target under 48 x 48, two targets that overlap on one
// layer or have one id, a text cut or out of its box, two texts on each other, something off the screen. NULL
// where all is well.
const char *page_fault(struct page *page);
