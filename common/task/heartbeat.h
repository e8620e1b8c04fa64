/* Heartbeats (and ECS task protection) of all slots, from one thread on a client of its own: the
 * first of a task at once, then one every third of INGEST_HEARTBEAT_SECONDS. */
#ifndef TASK_HEARTBEAT_H
#define TASK_HEARTBEAT_H

#include <pthread.h>

#include "aws/config.h"
#include "base/def.h"
#include "base/err.h"
#include "task/protection.h"
#include "task/slot.h"

struct heartbeat {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed; /* a task began, or the end */
    bool wanted, end;       /* under lock */
    struct slot *slots;
    size_t n_slots;
    uint64_t interval_ms;
    struct http *http;
    struct states *states;
    struct protection protection;
};

MUST_CHECK int heartbeat_start(struct heartbeat *heartbeat, struct slot *slots, size_t n_slots,
                               uint64_t interval_ms, struct aws_config *config, struct err *err);
void heartbeat_stop(struct heartbeat *heartbeat); /* waits for the beat that is under way */

/* From a slot's thread. begin: beats start for this token (copied). end: none after it returns will
 * close the slot's next task; gives whether the service has closed this one. */
void heartbeat_begin(struct heartbeat *heartbeat, struct slot *slot, const char *token);
bool heartbeat_end(struct slot *slot);

#endif
