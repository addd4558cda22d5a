// Counts the calls of each function and fails the one that was asked for.
#include "faults/strike.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { OBJECTS_MAX = 256, FRAMES_MAX = 24, SITES_MAX = 1 << 16 };

static struct {
    bool armed; // main has begun
    char function[64];
    int number;
    bool stays;
    const char *report, *witness, *plant;
    bool surveys, tells;
    uint64_t sites[SITES_MAX]; // a table of hashes, 0: free
    struct call *calls;
    struct object {
        uintptr_t from, to;
        enum caller caller;
    } objects[OBJECTS_MAX];
    int object_count;
} strike;

static pthread_mutex_t counting = PTHREAD_MUTEX_INITIALIZER;
static _Thread_local int within; // a call that counting makes itself, or one that is excused

// ---- who calls

// libvorbis counts as one that is not ours to fail: it writes to where malloc gave it nothing.
static enum caller kind_of(const char *path, bool first)
{
    static const char *const system[] = {"/libc.so",  "/ld-linux", "/libasan",     "/libubsan",  "/libstdc++",
                                         "/libgcc_s", "/libm.so",  "libfaults",    "/libthread", "linux-vdso",
                                         "/libtsan",  "/libdl",    "/libvorbis.so"};
    if (first) {
        return CALLER_GAME;
    }
    for (size_t i = 0; i < sizeof system / sizeof *system; i++) {
        if (strstr(path, system[i])) {
            return CALLER_SYSTEM;
        }
    }
    return CALLER_LIBRARY;
}

static int add_object(struct dl_phdr_info *info, size_t size, void *context)
{
    (void)size;
    (void)context;
    const enum caller caller = kind_of(info->dlpi_name, strike.object_count == 0);
    for (int i = 0; i < info->dlpi_phnum && strike.object_count < OBJECTS_MAX; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        if (part->p_type == PT_LOAD && part->p_flags & PF_X) {
            const uintptr_t from = info->dlpi_addr + part->p_vaddr;
            strike.objects[strike.object_count++] = (struct object){from, from + part->p_memsz, caller};
        }
    }
    return 0;
}

static const struct object *object_at(const void *address)
{
    for (int i = 0; i < strike.object_count; i++) {
        const struct object *object = &strike.objects[i];
        if ((uintptr_t)address >= object->from && (uintptr_t)address < object->to) {
            return object;
        }
    }
    return NULL;
}

enum caller strike_caller(const void *address)
{
    const struct object *object = object_at(address);
    return object ? object->caller : CALLER_SYSTEM;
}

bool strike_within_one(const void *one, const void *other)
{
    return object_at(one) && object_at(one) == object_at(other);
}

bool strike_is_witness(const char *path)
{
    return strike.witness && strcmp(path, strike.witness) == 0;
}

// ---- what is said; past the C library, whose calls are counted

static void say(int how, const char *text)
{
    if (strike.report) {
        const int file = (int)syscall(SYS_openat, AT_FDCWD, strike.report, O_WRONLY | O_CREAT | how, 0600);
        syscall(SYS_write, file, text, strlen(text));
        syscall(SYS_close, file);
    }
}

__attribute__((destructor)) static void say_counts(void)
{
    strike.armed = false;
    for (const struct call *call = strike.calls; call; call = call->listed) {
        char line[96];
        snprintf(line, sizeof line, "%s %d\n", call->name, call->count);
        say(O_APPEND, line);
    }
}

// ---- planted faults of the game, for the walk to find

static void plant(void)
{
    if (strcmp(strike.plant, "crash") == 0) {
        abort();
    } else if (strcmp(strike.plant, "hang") == 0) {
        for (;;) {
            pause();
        }
    } else if (strncmp(strike.plant, "lose=", 5) == 0) {
        syscall(SYS_unlinkat, AT_FDCWD, strike.plant + 5, 0);
    }
}

// ---- where from: the calls of the game that led here, as one number

static uint64_t site_of(const char *name)
{
    void *frames[FRAMES_MAX];
    const int count = backtrace(frames, FRAMES_MAX);
    uint64_t hash = 14695981039346656037u;
    for (const char *c = name; *c; c++) {
        hash = (hash ^ (uint64_t)*c) * 1099511628211u;
    }
    for (int i = 0; i < count; i++) {
        if (strike_caller(frames[i]) == CALLER_GAME) {
            hash = (hash ^ (uint64_t)((uintptr_t)frames[i] - strike.objects[0].from)) * 1099511628211u;
        }
    }
    return hash ? hash : 1;
}

// True the first time. Call with the lock.
static bool is_new(uint64_t site)
{
    for (uint64_t at = site;; at++) {
        uint64_t *known = &strike.sites[at % SITES_MAX];
        if (*known == site || *known == 0) {
            const bool new = *known == 0;
            *known = site;
            return new;
        }
    }
}

static void survey(const char *name, int number)
{
    if (is_new(site_of(name))) {
        char line[96];
        snprintf(line, sizeof line, "site %s %d\n", name, number);
        say(O_APPEND, line);
    }
}

// ---- telling where

static void tell(void)
{
    void *frames[FRAMES_MAX];
    backtrace_symbols_fd(frames, backtrace(frames, FRAMES_MAX), STDERR_FILENO);
}

static void on_crash(int number)
{
    strike.armed = false;
    tell();
    signal(number, SIG_DFL);
    raise(number);
}

// ---- counting

static void enlist(struct call *call, const char *name)
{
    call->name = name;
    call->known = true;
    call->listed = strike.calls;
    strike.calls = call;
}

static int counted(struct call *call, const char *name)
{
    pthread_mutex_lock(&counting);
    if (!call->known) {
        enlist(call, name);
    }
    const int number = call->count++;
    if (strike.surveys) {
        survey(name, number);
    }
    pthread_mutex_unlock(&counting);
    return number;
}

void strike_excuse(int change)
{
    within += change;
}

bool strike_due(struct call *call, const char *name)
{
    if (!strike.armed || within) {
        return false;
    }
    within++;
    const int number = counted(call, name);
    within--;
    const bool due = strcmp(name, strike.function) == 0 &&
                     (strike.stays ? number >= strike.number : number == strike.number);
    if (due && number == strike.number) {
        say(O_APPEND, "struck\n");
        if (strike.tells) {
            tell();
        }
        if (strike.plant) {
            plant();
        }
    }
    return due;
}

void *strike_next(struct call *call, const char *name)
{
    if (!call->next) {
        call->next = dlsym(RTLD_NEXT, name);
    }
    return call->next;
}

// ---- the start

static void read_wish(void)
{
    const char *wish = getenv("FAULTS_FAIL");
    const char *number = wish ? strchr(wish, ':') : NULL;
    strike.report = getenv("FAULTS_REPORT");
    strike.witness = getenv("FAULTS_WITNESS");
    strike.plant = getenv("FAULTS_PLANT");
    strike.tells = getenv("FAULTS_TELL") != NULL;
    strike.surveys = getenv("FAULTS_SURVEY") != NULL;
    if (number && (size_t)(number - wish) < sizeof strike.function) {
        memcpy(strike.function, wish, (size_t)(number - wish));
        strike.number = atoi(number + 1);
        strike.stays = strchr(number, '+') != NULL;
    }
}

static int (*real_main)(int, char **, char **);

static int armed_main(int count, char **words, char **environment)
{
    read_wish();
    dl_iterate_phdr(add_object, NULL);
    backtrace((void *[1]){NULL}, 1); // loads what it needs
    say(O_TRUNC, "");
    if (strike.tells) {
        signal(SIGSEGV, on_crash);
        signal(SIGABRT, on_crash);
    }
    strike.armed = true;
    return real_main(count, words, environment);
}

int __libc_start_main(int (*main)(int, char **, char **), int count, char **words, void (*init)(void),
                      void (*fini)(void), void (*rtld_fini)(void), void *stack_end);

int __libc_start_main(int (*main)(int, char **, char **), int count, char **words, void (*init)(void),
                      void (*fini)(void), void (*rtld_fini)(void), void *stack_end)
{
    static struct call call;
    int (*next)(int (*)(int, char **, char **), int, char **, void (*)(void), void (*)(void), void (*)(void),
                void *) = strike_next(&call, "__libc_start_main");
    real_main = main;
    return next(armed_main, count, words, init, fini, rtld_fini, stack_end);
}
