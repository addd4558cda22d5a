// Jobs in a queue, done in order beside the game by one worker thread, or in place where there are no
// threads.
#include "platform/loader.h"

#include <stdlib.h>

#include <SDL.h>

#include "platform/threads.h"

struct job {
    void (*work)(void *arg);
    void (*done)(void *arg);
    void *arg;
    struct job *next;
};

struct queue {
    struct job *first, *last;
};

struct loader {
    bool at_once;
    // SDL shares one description of their pixels among all surfaces, behind a lock of its own that a thread
    // sanitizer can't see: made before there are two threads, neither of them makes or unmakes it.
    SDL_PixelFormat *shared;
    SDL_Thread *thread; // NULL: jobs are worked off by loader_poll
    SDL_mutex *lock;    // guards all below
    SDL_cond *changed;
    struct queue waiting, finished;
    int to_come; // added and not yet polled
    bool stop;
};

static void push(struct queue *queue, struct job *job)
{
    *(queue->last ? &queue->last->next : &queue->first) = job;
    queue->last = job;
}

static struct job *take(struct queue *queue)
{
    struct job *job = queue->first;
    if (job) {
        queue->first = job->next;
        queue->last = job->next ? queue->last : NULL;
        job->next = NULL;
    }
    return job;
}

static void drop(struct queue *queue)
{
    for (struct job *job = take(queue); job; job = take(queue)) {
        free(job);
    }
}

static int run_jobs(void *arg)
{
    struct loader *loader = arg;
    SDL_LockMutex(loader->lock);
    while (!loader->stop) {
        struct job *job = take(&loader->waiting);
        if (!job) {
            SDL_CondWait(loader->changed, loader->lock);
            continue;
        }
        SDL_UnlockMutex(loader->lock);
        job->work(job->arg);
        SDL_LockMutex(loader->lock);
        push(&loader->finished, job);
        SDL_CondBroadcast(loader->changed);
    }
    SDL_UnlockMutex(loader->lock);
    return 0;
}

struct loader *loader_new(bool at_once)
{
    struct loader *loader = calloc(1, sizeof *loader);
    if (!loader) {
        return NULL;
    }
    loader->at_once = at_once;
    loader->shared = SDL_AllocFormat(SDL_PIXELFORMAT_ABGR8888);
    loader->lock = SDL_CreateMutex();
    loader->changed = SDL_CreateCond();
    if (THREADS && !at_once && loader->lock && loader->changed) {
        loader->thread = SDL_CreateThread(run_jobs, "loader", loader);
    }
    return loader;
}

void loader_free(struct loader *loader)
{
    if (!loader) {
        return;
    }
    SDL_LockMutex(loader->lock);
    loader->stop = true;
    SDL_CondBroadcast(loader->changed);
    SDL_UnlockMutex(loader->lock);
    SDL_WaitThread(loader->thread, NULL);
    drop(&loader->waiting);
    drop(&loader->finished);
    SDL_DestroyCond(loader->changed);
    SDL_DestroyMutex(loader->lock);
    if (loader->shared) {
        SDL_FreeFormat(loader->shared);
    }
    free(loader);
}

static struct job *new_job(void (*work)(void *arg), void (*done)(void *arg), void *arg)
{
    struct job *job = malloc(sizeof *job);
    if (job) {
        *job = (struct job){.work = work, .done = done, .arg = arg};
    }
    return job;
}

static void run_here(const struct job *job)
{
    job->work(job->arg);
    if (job->done) {
        job->done(job->arg);
    }
}

void loader_add(struct loader *loader, void (*work)(void *arg), void (*done)(void *arg), void *arg)
{
    struct job *job = loader->at_once ? NULL : new_job(work, done, arg);
    if (!job) {
        run_here(&(struct job){.work = work, .done = done, .arg = arg});
        return;
    }
    SDL_LockMutex(loader->lock);
    push(&loader->waiting, job);
    loader->to_come++;
    SDL_CondBroadcast(loader->changed);
    SDL_UnlockMutex(loader->lock);
}

// Without a thread: one job a call, so that a frame is late by one job at most.
static void work_one(struct loader *loader)
{
    struct job *job = take(&loader->waiting);
    if (job) {
        job->work(job->arg);
        push(&loader->finished, job);
    }
}

static struct job *take_finished(struct loader *loader)
{
    SDL_LockMutex(loader->lock);
    struct job *job = take(&loader->finished);
    loader->to_come -= job ? 1 : 0;
    SDL_UnlockMutex(loader->lock);
    return job;
}

int loader_to_come(struct loader *loader)
{
    if (!loader) {
        return 0;
    }
    SDL_LockMutex(loader->lock);
    const int count = loader->to_come;
    SDL_UnlockMutex(loader->lock);
    return count;
}

int loader_poll(struct loader *loader)
{
    if (!loader) {
        return 0;
    }
    if (!loader->thread) {
        work_one(loader);
    }
    for (struct job *job = take_finished(loader); job; job = take_finished(loader)) {
        if (job->done) {
            job->done(job->arg);
        }
        free(job);
    }
    return loader_to_come(loader);
}

static void wait_for_one(struct loader *loader)
{
    SDL_LockMutex(loader->lock);
    while (loader->thread && loader->to_come && !loader->finished.first) {
        SDL_CondWait(loader->changed, loader->lock);
    }
    SDL_UnlockMutex(loader->lock);
}

void loader_finish(struct loader *loader)
{
    while (loader_poll(loader)) {
        wait_for_one(loader);
    }
}
