// What is renamed over another file was synced before: else a power cut may leave neither the one nor the
// other.
#include "disk_faults.h"
#include "family_people.h"
#include "store/backup.h"

static void test_what_is_renamed_over_another_was_synced_before(void **state)
{
    (void)state;
    char path_a[64], path_b[64];
    snprintf(path_a, sizeof path_a, "%s/backup", folder);
    snprintf(path_b, sizeof path_b, "%s/pack", folder);
    struct family *family = opened();
    const int64_t mama = caregiver_add(family, "Mama");
    assert_null(backup_save(family, path_a));
    assert_true(disk.renamed_synced);
    disk.renamed_synced = false;
    assert_null(pack_save(family, mama, path_b));
    assert_true(disk.renamed_synced);
    family_close(family);
    disk.renamed_synced = false;
    assert_null(backup_restore(folder, path_a));
    assert_true(disk.renamed_synced);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_what_is_renamed_over_another_was_synced_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
