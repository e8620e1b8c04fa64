/*
 * The worker's loop: slots that poll an activity, one thread for heartbeats, and the calling thread
 * for signals and health. SIGTERM and SIGINT: no further poll; open polls and tasks at hand have
 * INGEST_STOP_SECONDS, and the process is gone 5 s later at most.
 */
#ifndef TASK_LOOP_H
#define TASK_LOOP_H

#include <stdatomic.h>

#include "aws/config.h"
#include "base/def.h"
#include "base/err.h"
#include "recipe/profile.h"
#include "task/heartbeat.h"
#include "task/identity.h"
#include "task/slot.h"
#include "task/step.h"
#include "task/trace.h"

struct loop {
    const struct worker_spec *spec;
    const struct settings *settings;
    const struct profile_choice *choice;
    struct aws_config *config;
    void *shared;
    struct identity identity;
    struct trace trace;
    struct heartbeat heartbeat;
    struct slot *slots;
    size_t n_slots;
    atomic_bool stopping;   /* no further poll */
    atomic_bool stop_polls; /* open polls are closed */
    atomic_bool interrupt;  /* tasks at hand are given back */
};

/* Called first of all: from here on SIGTERM and SIGINT wait for loop_run(), also one that comes
 * while the worker still starts. Threads inherit it. */
void loop_block_signals(void);

/*
 * Runs until a signal has ended it; gives the exit status. May end the process itself (status 0)
 * where a slot does not come back in time.
 */
MUST_CHECK int loop_run(struct loop *loop, struct err *err);

#endif
