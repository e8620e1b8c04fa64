/*
 * ECS task protection: a worker that is at work is not chosen when the service scales in. Held
 * while any slot has a task, given back a minute after the last one, so that a busy queue does not
 * call for every task.
 * Amazon ECS Developer Guide, "Amazon ECS task scale-in protection endpoint".
 */
#ifndef TASK_PROTECTION_H
#define TASK_PROTECTION_H

#include "base/def.h"
#include "net/http.h"

struct protection {
    const char *agent_uri; /* ECS_AGENT_URI; NULL outside ECS, and then nothing is done */
    bool held;
    uint64_t renew_ms; /* when it is asked for again: it ends by itself */
    uint64_t idle_ms;  /* since when no slot has a task; 0: one has */
};

/* Asks the agent for what the moment calls for; gives when to be called again at the latest. A
 * refusal is logged and tried again at the next task. */
uint64_t protection_tick(struct protection *protection, bool busy, uint64_t now_ms,
                         struct http_transport http);

#endif
