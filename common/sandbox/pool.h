/* Inside of struct sandbox_pool, for this room and its tests. */
#ifndef SANDBOX_POOL_H
#define SANDBOX_POOL_H

#include <pthread.h>

#include "base/settings.h"
#include "sandbox/process.h"
#include "sandbox/sandbox.h"

/*
 * A decoder process dies with the thread that started it (PR_SET_PDEATHSIG), so slots, which come
 * and go, do not start them: a thread of the pool does, which lives as long as the pool. Where the
 * images to come are counted (a run on files), the caller's thread starts them itself.
 */
struct sandbox_pool {
    char *executable;
    bool for_pictures; /* false: sandbox_read_meta() alone */
    struct process_limits limits;
    uint64_t max_pixels, max_source_bytes, max_frames;
    pthread_mutex_t mutex; /* over all below */
    struct process spare;  /* pid 0: none */
    uint64_t expected;     /* images still to come, as far as is known */
    pid_t last;            /* of the last image, ended and not yet waited for; 0: none */

    pthread_t starter;
    bool has_starter, stopping;
    bool wanted;                   /* a spare is to be started */
    pthread_cond_t work, answered; /* for the starter; for who waits for a spare */
    uint64_t failures;             /* starts that failed; why is the last one's reason */
    struct err why;
};

/* The same as sandbox_pool_new() with another executable in the place of image-sandbox. */
MUST_CHECK int pool_new_of(const char *executable, bool for_pictures,
                           const struct settings *settings, struct sandbox_pool **out,
                           struct err *err);

/* The spare process, or a new one; the caller releases it. */
MUST_CHECK int pool_take(struct sandbox_pool *pool, struct process *out, struct err *err);

/* Ends a process that has answered. When no further image is expected it is waited for in
 * sandbox_pool_free(), so that its answer need not wait. */
void pool_dismiss(struct sandbox_pool *pool, struct process *process);

/* Starts the next process ahead where one is expected: called when a job has been handed over, so
 * that the start takes nobody's time. A start that fails is tried again when it is needed. */
void pool_restock(struct sandbox_pool *pool);

#endif
