/*
 * One slot of a worker: a thread that polls, carries a task out and answers. What other threads
 * (heartbeat, health, the one that stops the worker) need to know of it is under its lock.
 */
#ifndef TASK_SLOT_H
#define TASK_SLOT_H

#include <pthread.h>
#include <stdatomic.h>

#include "aws/states.h"
#include "base/def.h"
#include "net/http.h"
#include "task/step.h"

enum slot_state { SLOT_POLLING, SLOT_BUSY, SLOT_ENDED };

struct loop;
struct slot {
    struct loop *loop;
    pthread_t thread;
    struct http *http, *http_out;
    struct states *states;
    struct step_env env;
    atomic_bool stop_task; /* env.stop: the task is closed, or its time is over */

    pthread_mutex_t lock; /* of what follows */
    enum slot_state state;
    uint64_t since_ms;  /* when that state began, of the monotonic clock */
    uint64_t polled_ms; /* when a poll last came back with an answer */
    char *token;        /* of the task at hand, for heartbeats; NULL: none */
    uint64_t beat_ms;   /* when the next heartbeat is due */
    uint64_t task;      /* counts tasks, so that a late answer does not meet the next one */
    bool closed;        /* the service said that the task is over */
};

/* The thread's whole life: until loop->stopping. */
void *slot_main(void *slot);

#endif
