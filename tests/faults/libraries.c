// Each call of the table stands before the library's own.
#include <stddef.h>

#include "faults/strike.h"

#pragma GCC diagnostic ignored "-Wbuiltin-declaration-mismatch"
#pragma GCC diagnostic ignored "-Wpedantic"

extern int *__errno_location(void);
enum { NO_SPACE = 28 };

#define DEFINE(type, fails, name, parameters, arguments, AT_ONCE, INSIDE)                                    \
    type name parameters;                                                                                    \
    type name parameters                                                                                     \
    {                                                                                                        \
        static struct call call;                                                                             \
        type(*next) parameters = strike_next(&call, #name);                                                  \
        const void *caller = __builtin_return_address(0);                                                    \
        const _Bool due = strike_caller(caller) != CALLER_SYSTEM && !strike_within_one(caller, next) &&      \
                          strike_due(&call, #name);                                                          \
        if (due && !(AT_ONCE)) {                                                                             \
            next arguments;                                                                                  \
        }                                                                                                    \
        if (due) {                                                                                           \
            *__errno_location() = NO_SPACE;                                                                  \
            return fails;                                                                                    \
        }                                                                                                    \
        strike_excuse(INSIDE);                                                                               \
        type answer = next arguments;                                                                        \
        strike_excuse(-(INSIDE));                                                                            \
        return answer;                                                                                       \
    }
#define CALL(type, fails, name, parameters, arguments) DEFINE(type, fails, name, parameters, arguments, 1, 0)
#define AFTER(type, fails, name, parameters, arguments) DEFINE(type, fails, name, parameters, arguments, 0, 0)
#define WITHIN(type, fails, name, parameters, arguments)                                                     \
    DEFINE(type, fails, name, parameters, arguments, 1, 1)

#define EMPTY(type, fails, name, parameters, arguments)                                                      \
    DEFINE(type, (*made = NULL, fails), name, parameters, arguments, 1, 0)

#include "faults/calls.h"
