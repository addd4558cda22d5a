// JSON lines, only printed, never read.
#include "platform/trace.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct trace {
    FILE *file;
};

struct trace *trace_open(const char *path)
{
    FILE *file = strcmp(path, "-") == 0 ? stdout : fopen(path, "w");
    struct trace *trace = file ? malloc(sizeof *trace) : NULL;
    if (trace) {
        trace->file = file;
        setvbuf(file, NULL, _IOLBF, BUFSIZ); // a game that is killed leaves whole lines
    }
    return trace;
}

void trace_free(struct trace *trace)
{
    if (!trace) {
        return;
    }
    if (trace->file == stdout) {
        fflush(stdout);
    } else {
        fclose(trace->file);
    }
    free(trace);
}

static void print_string(FILE *file, const char *text)
{
    fputc('"', file);
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        if (*c == '"' || *c == '\\') {
            fprintf(file, "\\%c", *c);
        } else if (*c < 0x20 || *c == 0x7f) {
            fprintf(file, "\\u%04x", *c);
        } else {
            fputc(*c, file);
        }
    }
    fputc('"', file);
}

void trace_begin(struct trace *trace, int t_ms, const char *event)
{
    if (trace) {
        fprintf(trace->file, "{\"t\":%d,\"event\":\"%s\"", t_ms, event);
    }
}

void trace_text(struct trace *trace, const char *key, const char *value)
{
    if (trace) {
        fprintf(trace->file, ",\"%s\":", key);
        print_string(trace->file, value);
    }
}

void trace_number(struct trace *trace, const char *key, int value)
{
    if (trace) {
        fprintf(trace->file, ",\"%s\":%d", key, value);
    }
}

void trace_fraction(struct trace *trace, const char *key, float value)
{
    if (trace) {
        int hundredths = (int)(value * 100 + 0.5f); // no locale's comma
        fprintf(trace->file, ",\"%s\":%d.%02d", key, hundredths / 100, hundredths % 100);
    }
}

void trace_numbers(struct trace *trace, const char *key, const int *values, int count)
{
    if (!trace) {
        return;
    }
    fprintf(trace->file, ",\"%s\":[", key);
    for (int i = 0; i < count; i++) {
        fprintf(trace->file, i ? ",%d" : "%d", values[i]);
    }
    fputc(']', trace->file);
}

void trace_end(struct trace *trace)
{
    if (trace) {
        fputs("}\n", trace->file);
    }
}
