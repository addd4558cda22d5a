// What is said of a session and what it does are one: the plan's sentence on home, the editor's preview, the
// plan command and the rules themselves, for levels, ages and steps by chance.
#include "family_folder.h"
#include "random_levels.h"

#include <fcntl.h>

#include "core/session.h"
#include "scenes/app.h"
#include "scenes/commands.h"
#include "scenes/editor_inside.h"
#include "scenes/plan_words.h"
#include "store/own_levels.h"
#include "store/words.h"

enum { LEVELS = 500, TEXT_SIZE = 2000 };

// A session as it went.
struct went {
    int away_ms[LEVEL_ROUNDS_MAX], round[LEVEL_ROUNDS_MAX];
    int rounds, longest_ms, total_ms;
};

static void note(struct went *went, const struct session *session, const struct cue_queue *cues, int *gone_ms)
{
    for (int i = 0; i < cues->count; i++) {
        if (cues->items[i].kind == CUE_GONE) {
            *gone_ms = session->elapsed_ms;
        } else if (cues->items[i].kind == CUE_BACK) {
            int away_ms = session->elapsed_ms - *gone_ms;
            assert_in_range(away_ms, session->away_ms, session->away_ms + TICK_MS - 1);
            away_ms = session->away_ms; // as planned: the tick goes on
            went->round[went->rounds] = session->round;
            went->away_ms[went->rounds++] = away_ms;
            went->longest_ms = away_ms > went->longest_ms ? away_ms : went->longest_ms;
        }
    }
}

// Tick by tick, with a baby who touches in the joy of each round.
static struct went play(const struct plan *plan)
{
    struct went went = {.rounds = 0};
    struct session session;
    struct cue_queue cues = {.count = 0};
    int gone_ms = 0;
    session_start(&session, plan, &cues);
    while (!session_over(&session)) {
        struct input input = {.touches = session.phase == PHASE_JOY && session.phase_ms == 1000};
        cues.count = 0;
        session_tick(&session, &input, TICK_MS, &cues);
        note(&went, &session, &cues, &gone_ms);
    }
    went.total_ms = session.elapsed_ms;
    return went;
}

// ---- home's sentence

static void sentence_of(const struct went *went, char *out, size_t size)
{
    char number[16], rounds[48], seconds[16], minutes[48];
    int about = (went->total_ms + 30000) / 60000;
    about = about > 0 ? about : 1;
    snprintf(number, sizeof number, "%d", went->rounds);
    word_fill(rounds, sizeof rounds, went->rounds == 1 ? "rounds.one" : "rounds.other", "n", number, NULL);
    word_seconds(seconds, sizeof seconds, went->longest_ms);
    snprintf(number, sizeof number, "%d", about);
    word_fill(minutes, sizeof minutes, about == 1 ? "minutes.one" : "minutes.other", "n", number, NULL);
    word_fill(out, size, "home.plan", "rounds", rounds, "t", seconds, "m", minutes, NULL);
}

static void assert_sentence(const struct plan *plan, const struct went *went)
{
    char said[200], true_one[200];
    plan_words(plan, said, sizeof said);
    sentence_of(went, true_one, sizeof true_one);
    assert_string_equal(said, true_one);
}

// ---- the editor's preview

static void assert_preview(const struct options *options, const struct went *went)
{
    struct app app = {.options = *options};
    assert_true(editor_open(&app));
    const struct timeline *timeline = &app.editor->timeline;
    int away = 0;
    for (int i = 0; i < timeline->count; i++) {
        if (timeline->parts[i].kind == TIMELINE_AWAY) {
            assert_int_equal(timeline->parts[i].length_ms, went->away_ms[away++]);
        }
    }
    assert_int_equal(away, went->rounds);
    assert_int_equal(timeline->rounds, went->rounds);
    assert_int_equal(timeline->longest_ms, went->longest_ms);
    assert_int_equal(timeline->total_ms, went->total_ms);
    free(app.editor);
}

// ---- the plan command

static void run_plan(struct options options, char out[TEXT_SIZE])
{
    options.command = "plan";
    fflush(stdout);
    int before = dup(STDOUT_FILENO), file = open(inside("plan.txt"), O_RDWR | O_CREAT | O_TRUNC, 0600);
    dup2(file, STDOUT_FILENO);
    int status = commands_run(&options);
    fflush(stdout);
    dup2(before, STDOUT_FILENO);
    close(before);
    ssize_t length = pread(file, out, TEXT_SIZE - 1, 0);
    close(file);
    assert_int_equal(status, EXIT_WELL);
    out[length > 0 ? length : 0] = '\0';
}

static void assert_command(const struct options *options, const struct today *today, const struct went *went)
{
    char said[TEXT_SIZE], true_one[TEXT_SIZE] = "";
    size_t length = 0;
    for (int i = 0; i < went->rounds; i++) {
        length += (size_t)snprintf(true_one + length, TEXT_SIZE - length, "%d %d %s %s\n", went->round[i] + 1,
                                   went->away_ms[i], today_who(today, went->round[i]),
                                   plan_scene(&today->level, went->round[i])->place);
    }
    snprintf(true_one + length, TEXT_SIZE - length, "cap %d\n",
             ladder_level_cap_ms(&today->level, options->age_months));
    run_plan(*options, said);
    assert_string_equal(said, true_one);
}

static void write_level(const struct level *level)
{
    char *text = own_levels_text(level);
    assert_non_null(text);
    write_file("by_chance.yaml", text, strlen(text));
    free(text);
}

static void test_all_that_is_said_of_a_session_is_what_it_does(void **state)
{
    (void)state;
    struct random random;
    random_seed(&random, 500);
    words_choose("en");
    char path[256];
    snprintf(path, sizeof path, "%s", inside("by_chance.yaml"));
    for (int i = 0; i < LEVELS; i++) {
        struct level level = random_level(&random);
        struct today today;
        write_level(&level);
        struct options options = {.level = path, .data = folder};
        options.age_months = random_between(&random, 0, 3) == 0 ? 0 : random_between(&random, 6, 36);
        options.step = random_between(&random, 0, 2) == 0 ? -1 : random_between(&random, 0, 20);
        assert_true(today_choose(&today, &options, NULL, 0));
        struct went went = play(&today.plan);
        assert_true(went.total_ms <= level.limit_ms || went.rounds == 1);
        assert_sentence(&today.plan, &went);
        assert_command(&options, &today, &went);
        assert_preview(&options, &went);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_all_that_is_said_of_a_session_is_what_it_does, make_folder,
                                        remove_folder),
    };
    return cmocka_run_group_tests_name("agreement", tests, NULL, NULL);
}
