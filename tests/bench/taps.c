// How soon a press changes the picture at its place.
#include <math.h>

#include "bench/measure.h"
#include "bench/tap.h"

enum { TAPS = 60 };

void measure_taps(const struct bench *bench)
{
    double took[TAPS];
    int count = 0, unanswered = 0;
    for (int i = 0; count < TAPS && i < 4 * TAPS; i++) {
        int x, y;
        double ms;
        tap_spot(i, &x, &y);
        if (!tap_measured(bench->screen, x, y, &ms)) {
            continue;
        }
        unanswered += isnan(ms);
        if (!isnan(ms)) {
            took[count++] = ms;
        }
        nap_ms(350 + i % 7 * 3); // no rhythm with the frames
    }
    tell("taps measured", count, "", 0);
    tell("taps without an answer at their place", unanswered, "", 0);
    tell("tap to changed pixels, median", share_of(took, count, 0.5), "ms", 5);
    tell("tap to changed pixels, 95 %", share_of(took, count, 0.95), "ms", 0);
}
