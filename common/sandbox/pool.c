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

/* A write to a decoder that has just died is an error of that write, not the end of the worker. */
static void ignore_broken_pipes(void)
{
    struct sigaction now;

    if (sigaction(SIGPIPE, NULL, &now) == 0 && now.sa_handler == SIG_DFL) {
        signal(SIGPIPE, SIG_IGN);
    }
}

int pool_new_of(const char *executable, const struct settings *settings, struct sandbox_pool **out,
                struct err *err)
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
    ignore_broken_pipes();
    pool = mem_zalloc(sizeof *pool);
    pool->executable = mem_strdup(executable);
    pool->limits =
        (struct process_limits){ settings->max_decode_memory_mib, settings->max_decode_seconds };
    pool->max_pixels = settings->max_pixels;
    pool->max_source_bytes = settings->max_source_bytes;
    pool->max_frames = settings->max_frames;
    pool->expected = UINT64_MAX;
    pthread_mutex_init(&pool->mutex, NULL);
    pool_restock(pool);
    *out = pool;
    return 0;
}

int sandbox_pool_new(const struct settings *settings, struct sandbox_pool **out, struct err *err)
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
    return pool_new_of(path, settings, out, err);
}

void sandbox_pool_expect(struct sandbox_pool *pool, uint64_t n_images)
{
    pthread_mutex_lock(&pool->mutex);
    pool->expected = n_images;
    pthread_mutex_unlock(&pool->mutex);
}

void sandbox_pool_free(struct sandbox_pool *pool)
{
    if (pool == NULL) {
        return;
    }
    process_release(&pool->spare);
    process_reap(pool->last);
    pthread_mutex_destroy(&pool->mutex);
    mem_free(pool->executable);
    mem_free(pool);
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
    return process_start(pool->executable, out, err);
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

void pool_restock(struct sandbox_pool *pool)
{
    pthread_mutex_lock(&pool->mutex);
    if (pool->spare.pid <= 0 && pool->expected > 0) {
        process_release(&pool->spare);
        if (process_start(pool->executable, &pool->spare, NULL) != 0) {
            pool->spare = (struct process){ 0 };
        }
    }
    pthread_mutex_unlock(&pool->mutex);
}
