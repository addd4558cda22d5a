// Samples as they lie in the file: 16-bit little-endian, with a checksum. What was damaged since is not
// played: it might be a bang.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/family_query.h"
#include "store/voices_inside.h"

int64_t sum_of(const void *bytes, size_t length)
{
    uint64_t sum = 0xCBF29CE484222325;
    const unsigned char *at = bytes;
    for (size_t i = 0; i < length; i++) {
        sum = (sum ^ at[i]) * 0x100000001B3;
    }
    int64_t kept;
    memcpy(&kept, &sum, sizeof kept);
    return kept;
}

void *blob_from_row(sqlite3_stmt *row, int column, size_t most, size_t *length)
{
    *length = 0;
    if (sqlite3_column_type(row, column) != SQLITE_BLOB ||
        sqlite3_column_type(row, column + 1) != SQLITE_INTEGER) {
        return NULL;
    }
    const void *bytes = sqlite3_column_blob(row, column); // NULL without memory, or where it is empty
    const size_t count = (size_t)sqlite3_column_bytes(row, column);
    if (!bytes || count == 0 || count > most ||
        sum_of(bytes, count) != sqlite3_column_int64(row, column + 1)) {
        return NULL;
    }
    void *copy = malloc(count);
    if (copy) {
        memcpy(copy, bytes, count);
        *length = count;
    }
    return copy;
}

// To and from the machine's own order; on a little-endian one nothing changes.
static void swap_where_big_endian(int16_t *samples, int count)
{
    const uint16_t one = 1;
    if (*(const unsigned char *)&one == 1) {
        return;
    }
    for (int i = 0; i < count; i++) {
        const uint16_t sample = (uint16_t)samples[i];
        samples[i] = (int16_t)(uint16_t)(sample >> 8 | sample << 8);
    }
}

bool samples_insert(sqlite3 *database, const char *table, int64_t clip, const int16_t *samples, int count)
{
    if (!samples || count <= 0 || count > SAMPLES_MAX) {
        return false;
    }
    const size_t length = (size_t)count * sizeof *samples;
    int16_t *bytes = malloc(length);
    if (!bytes) {
        return false;
    }
    memcpy(bytes, samples, length);
    swap_where_big_endian(bytes, count);
    char insert[100];
    snprintf(insert, sizeof insert, "INSERT INTO %s(clip, pcm_sum, pcm) VALUES(?, ?, ?)", table);
    sqlite3_stmt *prepared = query(database, insert, (int64_t[]){clip, sum_of(bytes, length)}, 2);
    const bool kept = query_done(query_blob(prepared, 3, bytes, length));
    free(bytes);
    return kept;
}

int16_t *samples_read(sqlite3 *database, const char *table, int64_t clip, int *count)
{
    char select[100];
    snprintf(select, sizeof select, "SELECT pcm, pcm_sum FROM %s WHERE clip = ?", table);
    sqlite3_stmt *row = query(database, select, &clip, 1);
    int16_t *samples = NULL;
    size_t length = 0;
    if (row && sqlite3_step(row) == SQLITE_ROW) {
        samples = blob_from_row(row, 0, SAMPLES_MAX * sizeof *samples, &length);
    }
    sqlite3_finalize(row);
    if (length % sizeof *samples != 0) { // half a sample: nothing that was kept here
        free(samples);
        samples = NULL;
        length = 0;
    }
    *count = (int)(length / sizeof *samples);
    if (samples) {
        swap_where_big_endian(samples, *count);
    }
    return samples;
}
