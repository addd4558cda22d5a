// What must be true of the household whatever happened.
#include "kills/household.h"

#include <string.h>

#include "store/family.h"
#include "store/voices.h"

const char *in(const struct test *test, const char *name)
{
    static char paths[16][PATH_MAX_SIZE];
    static int next;
    char *path = paths[next++ % 16];
    snprintf(path, PATH_MAX_SIZE, "%s/%.30s", test->folder, name);
    return path;
}

struct family *opened(const struct test *test, const char *folder)
{
    char reason[256] = "";
    struct family *family = family_open(in(test, folder), reason, sizeof reason);
    if (!family) {
        fprintf(stderr, "%s does not open any more: %s\n", folder, reason);
        exit(1);
    }
    return family;
}

static void require_whole(struct test *test, struct family *family, int64_t id)
{
    int count = 0, raw_count = 0;
    int16_t *pcm = clip_pcm(family, id, &count), *raw = clip_raw(family, id, &raw_count);
    REQUIRE(pcm && raw);
    REQUIRE(count == test->pcm_count && memcmp(pcm, test->pcm, (size_t)count * sizeof *pcm) == 0);
    free(pcm);
    free(raw);
}

int require_all_whole(struct test *test, const char *folder)
{
    struct family *family = opened(test, folder);
    struct voice_clip *clips = NULL;
    const int count = clips_list(family, 0, &clips);
    for (int i = 0; i < count; i++) {
        require_whole(test, family, clips[i].id);
    }
    free(clips);
    family_close(family);
    return count;
}

void require_confirmed(struct test *test)
{
    struct family *family = opened(test, "home");
    for (int i = 0; i < test->confirmed_count; i++) {
        struct voice_clip clip;
        REQUIRE(clip_by_id(family, test->confirmed[i], &clip));
        require_whole(test, family, test->confirmed[i]);
    }
    family_close(family);
}
