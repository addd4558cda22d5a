// Files by stdio and by open: a stream that failed says so when it is asked. Standard error and the witness
// never fail: they tell what happened.
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "faults/strike.h"

static FILE *witness, *broken;

static bool due(struct call *call, const char *name, FILE *stream, const void *caller)
{
    if (stream == stderr || (stream && stream == witness) || strike_caller(caller) == CALLER_SYSTEM ||
        !strike_due(call, name)) {
        return false;
    }
    broken = stream;
    errno = ENOSPC;
    return true;
}

#define OPENS(name)                                                                                          \
    FILE *name(const char *path, const char *mode);                                                          \
    FILE *name(const char *path, const char *mode)                                                           \
    {                                                                                                        \
        static struct call call;                                                                             \
        FILE *(*next)(const char *, const char *) = strike_next(&call, #name);                               \
        if (strike_is_witness(path)) {                                                                       \
            return witness = next(path, mode);                                                               \
        }                                                                                                    \
        FILE *stream = due(&call, #name, NULL, __builtin_return_address(0)) ? NULL : next(path, mode);       \
        broken = stream && stream == broken ? NULL : broken;                                                 \
        return stream;                                                                                       \
    }
OPENS(fopen)
OPENS(fopen64)

#define STREAM(type, fails, name, parameters, arguments, stream)                                             \
    type name parameters                                                                                     \
    {                                                                                                        \
        static struct call call;                                                                             \
        type(*next) parameters = strike_next(&call, #name);                                                  \
        return due(&call, #name, stream, __builtin_return_address(0)) ? fails : next arguments;              \
    }
STREAM(size_t, 0, fread, (void *bytes, size_t size, size_t count, FILE *stream), (bytes, size, count, stream),
       stream)
STREAM(size_t, 0, fwrite, (const void *bytes, size_t size, size_t count, FILE *stream),
       (bytes, size, count, stream), stream)
STREAM(int, EOF, fputs, (const char *text, FILE *stream), (text, stream), stream)
STREAM(int, EOF, fputc, (int c, FILE *stream), (c, stream), stream)
STREAM(int, EOF, puts, (const char *text), (text), stdout)
STREAM(int, EOF, putchar, (int c), (c), stdout)
STREAM(int, EOF, fflush, (FILE * stream), (stream), stream)
STREAM(int, -1, fseeko, (FILE * stream, long at, int whence), (stream, at, whence), stream)
STREAM(int, -1, fseeko64, (FILE * stream, long at, int whence), (stream, at, whence), stream)

int fclose(FILE *stream)
{
    static struct call call;
    int (*next)(FILE *) = strike_next(&call, "fclose");
    const bool fails = due(&call, "fclose", stream, __builtin_return_address(0));
    witness = stream == witness ? NULL : witness;
    broken = stream == broken ? NULL : broken;
    const int closed = next(stream);
    return fails ? EOF : closed;
}

int ferror(FILE *stream)
{
    static struct call call;
    int (*next)(FILE *) = strike_next(&call, "ferror");
    return stream && stream == broken ? 1 : next(stream);
}

int fprintf(FILE *stream, const char *format, ...)
{
    static struct call call;
    if (due(&call, "fprintf", stream, __builtin_return_address(0))) {
        return -1;
    }
    va_list values;
    va_start(values, format);
    const int printed = vfprintf(stream, format, values);
    va_end(values);
    return printed;
}

int printf(const char *format, ...)
{
    static struct call call;
    if (due(&call, "printf", stdout, __builtin_return_address(0))) {
        return -1;
    }
    va_list values;
    va_start(values, format);
    const int printed = vprintf(format, values);
    va_end(values);
    return printed;
}

#define OPENS_NUMBERED(name)                                                                                 \
    int name(const char *path, int flags, ...);                                                              \
    int name(const char *path, int flags, ...)                                                               \
    {                                                                                                        \
        static struct call call;                                                                             \
        int (*next)(const char *, int, ...) = strike_next(&call, #name);                                     \
        va_list values;                                                                                      \
        va_start(values, flags);                                                                             \
        const unsigned mode = va_arg(values, unsigned); /* where there is none it is not looked at */        \
        va_end(values);                                                                                      \
        return due(&call, #name, NULL, __builtin_return_address(0)) ? -1 : next(path, flags, mode);          \
    }
OPENS_NUMBERED(open)
OPENS_NUMBERED(open64)
