// What a frame of the real game costs (its ticks, its list, its painting, its showing) beside a bare loop of
// the same blits: processor time of this thread, ms, frame by frame in turn. Usage: frames LEVEL; the dummy
// drivers must be chosen in the environment.
#include <stdio.h>
#include <string.h>

#include "bench/blits.h"
#include "bench/figures.h"
#include "bench/moments.h"
#include "scenes/app.h"

enum { FRAMES_MAX = 4000, PLAYED_MS = 40000 };

struct measured {
    double game[FRAMES_MAX], pixman[FRAMES_MAX], painter[FRAMES_MAX];
    int64_t dirty, draws;
    int count;
};

static struct app app;
static struct measured measured[SHOWN];

static void measure_frame(enum moment_shown shown, int w, int h)
{
    struct measured *to = &measured[shown];
    blits_forget();
    const double from_ms = blits_cpu_ms();
    app_frame(&app);
    const double took_ms = blits_cpu_ms() - from_ms - blits_catching_ms();
    if (blits_count() == 0 || to->count == FRAMES_MAX) {
        return; // nothing changed, nothing to compare
    }
    to->game[to->count] = took_ms;
    to->pixman[to->count] = blits_by_pixman_ms(w, h);
    to->painter[to->count++] = blits_by_painter_ms(w, h);
    to->dirty += blits_dirty();
    to->draws += blits_count();
}

static bool judged(double value, double limit)
{
    printf("%9.2f%s", value, value <= limit ? "   " : " ! ");
    return value <= limit;
}

static bool tell(enum moment_shown shown, int w, int h)
{
    struct measured *of = &measured[shown];
    const double game = share_of(of->game, of->count, 0.5), most = share_of(of->game, of->count, 0.95);
    const double pixman = share_of(of->pixman, of->count, 0.5),
                 painter = share_of(of->painter, of->count, 0.5);
    printf("%4dx%-5d%-18s%6d%6.0f%7.1f%9.2f%9.2f%9.2f%9.2f", w, h, shown_names[shown], of->count,
           (double)of->draws / of->count, (double)of->dirty / of->count * 100 / w / h, game, most, pixman,
           painter);
    bool well = judged(game / pixman, 2);
    well = judged(game / painter, 2) && well;
    well = (w > 1280 || most <= 10) && of->count > 0 && well;
    printf("%s\n", well ? "" : "  MISSED");
    return well;
}

static bool measure(const char *level, int w, int h)
{
    bool well = true;
    memset(measured, 0, sizeof measured);
    if (!moments_open(&app, "play", level, w, h)) {
        return false;
    }
    while (app.now_ms < PLAYED_MS) {
        measure_frame(moments_next(&app), w, h);
    }
    for (enum moment_shown shown = 0; shown < SHOWN_OTHER; shown++) {
        well = tell(shown, w, h) && well;
    }
    moments_close(&app);
    return well;
}

int main(int count, char **words)
{
    if (count != 2) {
        fprintf(stderr, "usage: frames LEVEL\n");
        return 2;
    }
    printf("%-10s%-18s%6s%6s%7s%9s%9s%9s%9s%12s%12s\n", "window", "frames that paint", "count", "draws",
           "dirty", "game", "95 %", "pixman", "painter", ": pixman", ": painter");
    printf("%-10s%-18s%6s%6s%7s%9s%9s%9s%9s\n", "", "", "", "", "%", "ms", "ms", "ms", "ms");
    bool well = measure(words[1], 1280, 800);
    well = measure(words[1], 1920, 1200) && well;
    well = measure(words[1], 2560, 1600) && well;
    blits_end();
    printf("%s\n", well ? "Each frame costs at most twice its blits, and at most 10 ms at 1280x800."
                        : "MISSED: a frame costs more than twice its blits, or more than 10 ms at 1280x800.");
    return well ? 0 : 1;
}
