#include "sandbox/pool.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "sandbox/lock.h"

#define EXECUTABLE "image-sandbox"

/*
 * A write to a decoder that has just died, or of an object that is over a limit on the size of
 * files (it holds for shared memory too), is an error of that write, not the end of the worker.
 */
static void ignore_signals_of_writes(void)
{
    static const int signals[] = { SIGPIPE, SIGXFSZ };
    struct sigaction now;

    for (size_t i = 0; i < ARRAY_LEN(signals); i++) {
        if (sigaction(signals[i], NULL, &now) == 0 && now.sa_handler == SIG_DFL) {
            signal(signals[i], SIG_IGN);
        }
    }
}

int pool_new_of(const char *executable, bool for_pictures, const struct settings *settings,
                struct sandbox_pool **out, struct err *err)
{
    struct sandbox_pool *pool;

    if (access(executable, X_OK) != 0) {
        err_set(err, ERR_INTERNAL, "cannot execute '%s': %s", executable, strerror(errno));
        if (err != NULL) {
            snprintf(err->hint, sizeof err->hint, "%s belongs beside the worker's executable",
                     EXECUTABLE);
        }
        return -1;
    }
    TRY(lock_available(err));
    ignore_signals_of_writes();
    pool = mem_zalloc(sizeof *pool);
    pool->executable = mem_strdup(executable);
    pool->for_pictures = for_pictures;
    pool->limits =
        (struct process_limits){ settings->max_decode_memory_mib, settings->max_decode_seconds };
    pool->max_pixels = settings->max_pixels;
    pool->max_source_bytes = settings->max_source_bytes;
    pool->max_frames = settings->max_frames;
    pool->expected = UINT64_MAX;
    pthread_mutex_init(&pool->mutex, NULL);
    pthread_cond_init(&pool->work, NULL);
    pthread_cond_init(&pool->answered, NULL);
    if (process_start(pool->executable, pool->for_pictures, &pool->spare, NULL) != 0) {
        pool->spare = (struct process){ 0 }; /* tried again when it is needed */
    }
    *out = pool;
    return 0;
}

static int new_beside_us(bool for_pictures, const struct settings *settings,
                         struct sandbox_pool **out, struct err *err)
{
    char path[PATH_MAX + sizeof EXECUTABLE];
    ssize_t n = readlink("/proc/self/exe", path, PATH_MAX);
    char *name;

    if (n <= 0 || n >= PATH_MAX) {
        return err_set(err, ERR_INTERNAL, "cannot read /proc/self/exe: %s", strerror(errno));
    }
    path[n] = '\0';
    name = strrchr(path, '/');
    name = name != NULL ? name + 1 : path;
    memcpy(name, EXECUTABLE, sizeof EXECUTABLE);
    return pool_new_of(path, for_pictures, settings, out, err);
}

int sandbox_pool_new(const struct settings *settings, struct sandbox_pool **out, struct err *err)
{
    return new_beside_us(true, settings, out, err);
}

int sandbox_pool_new_for_metadata(const struct settings *settings, struct sandbox_pool **out,
                                  struct err *err)
{
    return new_beside_us(false, settings, out, err);
}

void sandbox_pool_expect(struct sandbox_pool *pool, uint64_t n_images)
{
    pthread_mutex_lock(&pool->mutex);
    pool->expected = n_images;
    pthread_mutex_unlock(&pool->mutex);
}

static void end_starter(struct sandbox_pool *pool)
{
    pthread_mutex_lock(&pool->mutex);
    pool->stopping = true;
    pthread_cond_signal(&pool->work);
    pthread_mutex_unlock(&pool->mutex);
    if (pool->has_starter) {
        pthread_join(pool->starter, NULL);
    }
}

void sandbox_pool_free(struct sandbox_pool *pool)
{
    if (pool == NULL) {
        return;
    }
    end_starter(pool);
    process_release(&pool->spare);
    process_reap(pool->last);
    pthread_cond_destroy(&pool->answered);
    pthread_cond_destroy(&pool->work);
    pthread_mutex_destroy(&pool->mutex);
    mem_free(pool->executable);
    mem_free(pool);
}

/* With the mutex held, which is given up while the process starts. */
static void start_spare(struct sandbox_pool *pool)
{
    struct process process = { 0 };
    struct err why = { 0 };
    int failed;

    pthread_mutex_unlock(&pool->mutex);
    failed = process_start(pool->executable, pool->for_pictures, &process, &why);
    pthread_mutex_lock(&pool->mutex);
    pool->wanted = false;
    if (failed != 0) {
        pool->failures++;
        pool->why = why;
    } else {
        pool->spare = process; /* its place is empty: only the starter fills it */
    }
    pthread_cond_broadcast(&pool->answered);
}

static void *run_starter(void *ctx)
{
    struct sandbox_pool *pool = ctx;

    pthread_mutex_lock(&pool->mutex);
    while (!pool->stopping) {
        if (pool->wanted && pool->spare.pid <= 0) {
            start_spare(pool);
        } else {
            pool->wanted = false;
            pthread_cond_wait(&pool->work, &pool->mutex);
        }
    }
    pthread_mutex_unlock(&pool->mutex);
    return NULL;
}

/* With the mutex held. False where the caller has to start its processes itself. */
static bool ask_starter(struct sandbox_pool *pool)
{
    sigset_t all, before;

    if (pool->expected != UINT64_MAX) {
        return false;
    }
    if (!pool->has_starter) {
        sigfillset(&all); /* signals are for the threads that know what to do with them */
        pthread_sigmask(SIG_BLOCK, &all, &before);
        pool->has_starter = pthread_create(&pool->starter, NULL, run_starter, pool) == 0;
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
    pool->wanted = true;
    pthread_cond_signal(&pool->work);
    return pool->has_starter;
}

/* With the mutex held: waits for the starter's next process. */
static int await_spare(struct sandbox_pool *pool, struct process *out, struct err *err)
{
    uint64_t failures = pool->failures;

    while (pool->spare.pid <= 0 && pool->failures == failures) {
        (void)ask_starter(pool);
        pthread_cond_wait(&pool->answered, &pool->mutex);
    }
    if (pool->spare.pid <= 0) {
        if (err != NULL) {
            *err = pool->why;
        }
        return -1;
    }
    *out = process_take(&pool->spare);
    return 0;
}

static int take_another(struct sandbox_pool *pool, struct process *out, struct err *err)
{
    int status = 0;
    bool asked;

    pthread_mutex_lock(&pool->mutex);
    asked = ask_starter(pool);
    if (asked) {
        status = await_spare(pool, out, err);
    }
    pthread_mutex_unlock(&pool->mutex);
    return asked ? status : process_start(pool->executable, pool->for_pictures, out, err);
}

int pool_take(struct sandbox_pool *pool, struct process *out, struct err *err)
{
    pthread_mutex_lock(&pool->mutex);
    *out = process_take(&pool->spare);
    if (pool->expected > 0 && pool->expected < UINT64_MAX) {
        pool->expected--;
    }
    pthread_mutex_unlock(&pool->mutex);
    if (process_is_alive(out)) {
        return 0;
    }
    process_release(out);
    return take_another(pool, out, err);
}

void pool_restock(struct sandbox_pool *pool)
{
    pthread_mutex_lock(&pool->mutex);
    if (pool->spare.pid <= 0 && pool->expected > 0 && !ask_starter(pool)) {
        process_release(&pool->spare);
        if (process_start(pool->executable, pool->for_pictures, &pool->spare, NULL) != 0) {
            pool->spare = (struct process){ 0 };
        }
    }
    pthread_mutex_unlock(&pool->mutex);
}

void pool_dismiss(struct sandbox_pool *pool, struct process *process)
{
    pid_t pid = process_dismiss(process);

    pthread_mutex_lock(&pool->mutex);
    if (pool->expected == 0 && pool->last == 0) {
        pool->last = pid;
        pid = 0;
    }
    pthread_mutex_unlock(&pool->mutex);
    process_reap(pid);
}
