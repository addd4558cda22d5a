// The grown-ups' widgets for numbers on one sheet, to be looked at beside the guide's:
//   look_numbers OUT.png [W H]          1280 x 800 units, or as many as it is given
#include "look_page.h"

enum { LEFT = 28, COLUMN = 603, PAD = 22, INNER = COLUMN - 2 * PAD };

static const struct look heading = {TYPE_BODY, true, 0, ALIGN_START, 1};

static struct rect card(struct page *page, int column, int y, int h, const char *title)
{
    const int x = LEFT + column * (COLUMN + 18);
    page_card(page, (struct rect){x, y, COLUMN, h}, CARD_PLAIN);
    page_text(page, (struct rect){x + PAD, y + 14, INNER, 28}, heading, title);
    return (struct rect){x + PAD, y + 52, INNER, h - 66};
}

static void sliders(struct page *page)
{
    const struct rect at = card(page, 0, 14, 262, "Slider: ± for one step, the line is a limit");
    const struct slider calm = {23, 5, 54, 1, 29, false}, wrong = {57, 5, 75, 1, 50, true};
    page_slider(page, (struct rect){at.x, at.y, at.w, 80}, 10, &calm, "Longest away", "2.3 s", NULL);
    page_slider(page, (struct rect){at.x, at.y + 88, at.w, 110}, 20, &wrong, "Longest away", "5.7 s",
                "Without sound, 5.0 s is the limit at this age.");
}

static void segments(struct page *page)
{
    static const char *const three[] = {"3 weeks", "3 months", "All"};
    static const char *const two[] = {"opens at once", "answers first, then opens"};
    const struct rect at = card(page, 1, 14, 262, "Segmented choice");
    page_segments(page, (struct rect){at.x, at.y, at.w, page_segments_height(page, at.w, three, 3)}, 30,
                  three, 3, 0);
    page_segments(page, (struct rect){at.x, at.y + 76, 320, page_segments_height(page, 320, two, 2)}, 40, two,
                  2, 1);
}

static void stairs(struct page *page)
{
    static const int values[] = {15, 19, 23, 29, 37, 46, 57, 72, 80}, real[] = {10, 20, 45, 90, 180};
    static const char *const labels[] = {"1.5", "1.9", "2.3", "2.9", "3.7", "4.6", "5.7", "7.2", "8.0"};
    static const char *const words[] = {"10 s", "20 s", "45 s", "90 s", "3 min"};
    const struct rect at = card(page, 0, 294, 240, "Staircase: done, now, to come; small; narrow");
    page_stairs(page, (struct rect){at.x, at.y, 240, at.h}, &(struct stairs){values, 6, 2, labels, -1});
    page_stairs(page, (struct rect){at.x + 260, at.y + 120, 104, 54},
                &(struct stairs){values, 9, 2, NULL, -1});
    page_stairs(page, (struct rect){at.x + 260, at.y, 104, 100}, &(struct stairs){values, 9, 9, NULL, -1});
    page_stairs(page, (struct rect){at.x + 384, at.y, 175, at.h}, &(struct stairs){values, 9, 3, labels, -1});
    const struct rect away = card(page, 1, 294, 240, "Away for real");
    page_stairs(page, away, &(struct stairs){real, 4, 2, words, 1});
}

static void timelines(struct page *page)
{
    struct band_part parts[14];
    static const char *const labels[] = {"1.5", "1.9", "2.3", "2.3", "2.3", "1.5"};
    static const int aways[] = {1500, 1900, 2300, 2300, 2300, 1500};
    int count = 0;
    for (int i = 0; i < 6; i++) {
        parts[count++] = (struct band_part){BAND_TOGETHER, 11000, NULL};
        parts[count++] = (struct band_part){BAND_AWAY, aways[i], labels[i]};
    }
    parts[count++] = (struct band_part){BAND_TOGETHER, 8000, NULL};
    parts[count++] = (struct band_part){BAND_GOODNIGHT, 9000, NULL};
    const struct rect at = card(page, 0, 552, 234, "Timeline");
    page_timeline_key(page, (struct rect){at.x, at.y - 40, at.w, 30}, true);
    page_timeline(page, (struct rect){at.x, at.y, at.w, 72}, parts, count);
    page_timeline(page, (struct rect){at.x, at.y + 82, 180, 72}, parts, count);
    for (int i = 0; i < 3; i++) {
        static const char *const left[] = {"3", "2", ""};
        page_ring(page, at.x + 280 + i * 110, at.y + 130, 48, (float)i * i / 4, left[i]);
    }
}

static void charts(struct page *page)
{
    static const int values[] = {15, 15, 19, 19, 23, 23, 15, 15, 19, 19, 23, 23, 29, 29, 19, 23};
    static const int days[] = {0, 1, 2, 4, 5, 6, 8, 9, 11, 12, 13, 15, 16, 18, 19, 20};
    static const struct chart_tick up[] = {{1 / 3.6F, "1 s"}, {2 / 3.6F, "2 s"}, {3 / 3.6F, "3 s"}};
    static const struct chart_tick along[] = {{0, "4 Nov"}, {6 / 20.0F, "10"}, {13 / 20.0F, "17"}, {1, "24"}};
    struct chart_dot dots[16];
    for (int i = 0; i < 16; i++) {
        dots[i] = (struct chart_dot){(float)days[i] / 20, values[i], i == 5 || i == 13, false};
    }
    const struct chart chart = {dots, 16, 36, up, along, 3, 4, 12};
    const struct rect at = card(page, 1, 552, 234, "Longest time out of sight in each game");
    page_chart(page, at, 100, &chart);
}

static void lay_out(struct page *page, int w, int h)
{
    page_begin(page, w, h, 1000);
    page_wall(page, false);
    sliders(page);
    segments(page);
    stairs(page);
    timelines(page);
    charts(page);
    page_end(page);
}

int main(int count, char **words)
{
    return look_main(count, words, 1280, 800, NULL, lay_out);
}
