// A trace is one JSON object a line, without spaces, whatever the names in it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "platform/files.h"
#include "platform/trace.h"

static void test_a_line_holds_every_kind_of_value(void **state)
{
    (void)state;
    struct trace *trace = trace_open("test.trace");
    assert_non_null(trace);
    trace_begin(trace, 1233, "session");
    trace_text(trace, "who", "Oma \"Lene\"\\\n");
    trace_number(trace, "age", 8);
    trace_fraction(trace, "x", .5f);
    trace_numbers(trace, "away_ms", (const int[]){1000, 1300}, 2);
    trace_end(trace);
    trace_free(trace);
    char *text = files_read("test.trace", NULL);
    assert_non_null(text);
    assert_string_equal(text,
                        "{\"t\":1233,\"event\":\"session\",\"who\":\"Oma \\\"Lene\\\"\\\\\\u000a\",\"age\":8,"
                        "\"x\":0.50,\"away_ms\":[1000,1300]}\n");
    free(text);
}

static void test_without_a_file_nothing_is_written(void **state)
{
    (void)state;
    trace_begin(NULL, 0, "session");
    trace_number(NULL, "age", 8);
    trace_end(NULL);
    trace_free(NULL);
    assert_null(trace_open("no/such/folder/test.trace"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_line_holds_every_kind_of_value),
        cmocka_unit_test(test_without_a_file_nothing_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
