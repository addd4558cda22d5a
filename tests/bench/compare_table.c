// The table: a row a figure, with ours divided by theirs beneath.
#include <math.h>
#include <stdio.h>

#include "bench/compare.h"
#include "bench/figures.h"

enum { BUSY = 5 }; // % of a core that others may use before the figures are doubted

void series_add(struct series *series, double value)
{
    if (!isnan(value) && series->count < SERIES_MAX) {
        series->values[series->count++] = value;
    }
}

double figures_share(struct figures *figures, enum figure figure, double part)
{
    return share_of(figures->series[figure].values, figures->series[figure].count, part);
}

static void print_cells(const char *what, const double *values, const char *form)
{
    printf("%-36s", what);
    for (int i = 0; i < PEERS; i++) {
        char cell[24] = "-";
        if (!isnan(values[i])) {
            snprintf(cell, sizeof cell, form, values[i]);
        }
        printf("%11s", cell);
    }
    printf("\n");
}

// What is 0 with them has no ratio.
static void print_ratios(const double *values)
{
    double ratios[PEERS];
    for (int i = 0; i < PEERS; i++) {
        ratios[i] = i > OUR_HOME && values[i] > 0 ? values[OURS] / values[i] : NAN;
    }
    print_cells("    ours : theirs", ratios, "%.2f");
}

struct row {
    const char *what;
    enum figure figure;
    double part;
    bool is_part; // of the row that follows, so without ratios
};

static const struct row rows[] = {
    {"first frame, ms", FRAME, 0.5, false},
    {"    of a first start", FIRST_FRAME, 0.5, false},
    {"first picture whole, ms", WHOLE, 0.5, false},
    {"tap to pixels, median, ms", TAP, 0.5, false},
    {"tap to pixels, 95 %, ms", TAP, 0.95, false},
    {"waiting: program, CPU s a minute", WAIT, 0.5, true},
    {"waiting: X server", WAIT_SERVER, 0.5, true},
    {"waiting, both", WAIT_BOTH, 0.5, false},
    {"two taps a second: program", TAPPED, 0.5, true},
    {"two taps a second: X server", TAPPED_SERVER, 0.5, true},
    {"two taps a second, both", TAPPED_BOTH, 0.5, false},
    {"peak memory, MB", MEMORY, 0.5, false},
    {"    of a first start", FIRST_MEMORY, 0.5, false},
};

static void print_row(const struct row *row, struct figures *figures)
{
    double values[PEERS];
    for (int i = 0; i < PEERS; i++) {
        values[i] = figures_share(&figures[i], row->figure, row->part);
    }
    print_cells(row->what, values, "%.2f");
    if (!row->is_part) {
        print_ratios(values);
    }
}

static void print_size(struct figures *figures)
{
    double values[PEERS];
    for (int i = 0; i < PEERS; i++) {
        values[i] = figures[i].installed_mb > 0 ? figures[i].installed_mb : NAN;
    }
    print_cells("installed, MB", values, "%.2f");
    print_ratios(values);
}

static void print_counts(struct figures *figures)
{
    double starts[PEERS], taps[PEERS], unanswered[PEERS], others[PEERS], worst = 0;
    for (int i = 0; i < PEERS; i++) {
        starts[i] = figures[i].series[FRAME].count;
        taps[i] = figures[i].series[TAP].count;
        unanswered[i] = figures[i].series[UNANSWERED].count;
        others[i] = figures_share(&figures[i], OTHERS, 0.5);
        worst = fmax(worst, others[i]);
    }
    print_cells("starts", starts, "%.0f");
    print_cells("taps measured", taps, "%.0f");
    print_cells("taps without an answer there", unanswered, "%.0f");
    print_cells("others meanwhile, % of a core", others, "%.0f");
    printf("%s\n", worst > BUSY
                       ? "THE MACHINE WAS BUSY with other work: times are too long, ratios are only hints."
                       : "The machine did nothing else.");
}

void table_print(const struct peer *peers, struct figures *figures)
{
    printf("%-36s", "");
    for (int i = 0; i < PEERS; i++) {
        printf("%11s", peers[i].name);
    }
    printf("\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_row(&rows[i], figures);
    }
    print_size(figures);
    print_counts(figures);
}
