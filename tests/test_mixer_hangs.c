// A sound server that has died may never let go of its device: the game leaves all the same. Here
// SDL2_mixer's own closing is replaced by one that never returns.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "platform/mixer.h"

void Mix_CloseAudio(void);

void Mix_CloseAudio(void)
{
    while (true) {
        pause();
    }
}

static struct mixer *open_mixer(void)
{
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    struct mixer *mixer = mixer_open(&(struct mixer_options){.virtual_time = false});
    assert_non_null(mixer);
    assert_true(mixer_plug(mixer));
    return mixer;
}

static void test_a_device_that_never_closes_is_left_to_itself(void **state)
{
    (void)state;
    assert_false(mixer_close(open_mixer()));
}

static void test_play_goes_on_silently_where_it_goes_and_never_closes(void **state)
{
    (void)state;
    struct mixer *mixer = open_mixer();
    mixer_unplug(mixer);
    assert_false(mixer_plug(mixer));
    mixer_play(mixer, MIXER_TUNE, "no/such.ogg", MIXER_VOLUME_MAX, 0);
    mixer_silence(mixer);
    mixer_frame(mixer);
    assert_false(mixer_close(mixer));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_device_that_never_closes_is_left_to_itself),
        cmocka_unit_test(test_play_goes_on_silently_where_it_goes_and_never_closes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
