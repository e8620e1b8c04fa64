#include "task/heartbeat.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "task/report.h"

#define RETRY_MS 2000 /* after a beat that did not get through */

/* The slot's token and task number when a beat is due; else NULL, and *next at most its time. */
static char *due(struct slot *slot, uint64_t now_ms, uint64_t *task, uint64_t *next_ms)
{
    char *token = NULL;

    pthread_mutex_lock(&slot->lock);
    if (slot->token != NULL && slot->beat_ms <= now_ms) {
        token = mem_strdup(slot->token);
        *task = slot->task;
    } else if (slot->token != NULL && slot->beat_ms < *next_ms) {
        *next_ms = slot->beat_ms;
    }
    pthread_mutex_unlock(&slot->lock);
    return token;
}

static void note(struct slot *slot, uint64_t task, bool closed, uint64_t beat_ms)
{
    pthread_mutex_lock(&slot->lock);
    if (slot->token != NULL && slot->task == task) {
        slot->beat_ms = beat_ms;
        if (closed) {
            slot->closed = true;
            atomic_store(&slot->stop_task, true);
        }
    }
    pthread_mutex_unlock(&slot->lock);
}

/* Gives when the next one is due. */
static uint64_t beat(struct heartbeat *heartbeat, struct slot *slot, const char *token,
                     uint64_t task)
{
    uint64_t next_ms = clock_monotonic_ms() + heartbeat->interval_ms;
    struct err err = { 0 };
    bool failed = states_heartbeat(heartbeat->states, token, &err) != 0;
    /* InvalidToken is final for this call, but only TaskTimedOut and TaskDoesNotExist say that the
     * task is over: some emulators answer so to a state without HeartbeatSeconds. */
    bool refused = failed && strcmp(err.code, "InvalidToken") == 0;
    bool closed = failed && err.kind == ERR_CLOSED && !refused;

    if (failed && !closed && !refused) {
        uint64_t soon_ms = clock_monotonic_ms() + RETRY_MS;
        char name[REPORT_TASK_NAME];

        report_task_name(token, name);
        log_warn("heartbeat.failed", LOG_STR("task", name), LOG_STR("error", err_name(err.kind)),
                 LOG_STR("code", err.code), LOG_STR("message", err.message));
        next_ms = soon_ms < next_ms ? soon_ms : next_ms;
    }
    note(slot, task, closed, next_ms);
    return next_ms;
}

static bool any_busy(struct heartbeat *heartbeat)
{
    bool busy = false;

    for (size_t i = 0; i < heartbeat->n_slots; i++) {
        pthread_mutex_lock(&heartbeat->slots[i].lock);
        busy = busy || heartbeat->slots[i].token != NULL;
        pthread_mutex_unlock(&heartbeat->slots[i].lock);
    }
    return busy;
}

static uint64_t protect(struct heartbeat *heartbeat, uint64_t next_ms)
{
    uint64_t tick_ms = protection_tick(&heartbeat->protection, any_busy(heartbeat),
                                       clock_monotonic_ms(), http_transport(heartbeat->http));

    return tick_ms < next_ms ? tick_ms : next_ms;
}

/* Sends what is due; gives when the next is. */
static uint64_t beat_all(struct heartbeat *heartbeat)
{
    uint64_t next_ms = UINT64_MAX;

    for (size_t i = 0; i < heartbeat->n_slots; i++) {
        struct slot *slot = &heartbeat->slots[i];
        uint64_t task = 0;
        char *token = due(slot, clock_monotonic_ms(), &task, &next_ms);

        if (token != NULL) {
            uint64_t again_ms = beat(heartbeat, slot, token, task);

            next_ms = again_ms < next_ms ? again_ms : next_ms;
            mem_free_secret(token);
        }
    }
    return protect(heartbeat, next_ms);
}

static void wait_until(struct heartbeat *heartbeat, uint64_t when_ms)
{
    struct timespec until = { (time_t)(when_ms / 1000), (long)(when_ms % 1000) * 1000000 };

    if (when_ms == UINT64_MAX) {
        pthread_cond_wait(&heartbeat->changed, &heartbeat->lock);
    } else {
        pthread_cond_timedwait(&heartbeat->changed, &heartbeat->lock, &until);
    }
}

static void *heartbeat_main(void *arg)
{
    struct heartbeat *heartbeat = arg;

    pthread_mutex_lock(&heartbeat->lock);
    while (!heartbeat->end) {
        uint64_t next_ms;

        heartbeat->wanted = false;
        pthread_mutex_unlock(&heartbeat->lock);
        next_ms = beat_all(heartbeat);
        pthread_mutex_lock(&heartbeat->lock);
        if (!heartbeat->wanted && !heartbeat->end) {
            wait_until(heartbeat, next_ms);
        }
    }
    pthread_mutex_unlock(&heartbeat->lock);
    return NULL;
}

int heartbeat_start(struct heartbeat *heartbeat, struct slot *slots, size_t n_slots,
                    uint64_t interval_ms, struct aws_config *config, struct err *err)
{
    pthread_condattr_t monotonic;

    *heartbeat = (struct heartbeat){
        .slots = slots,
        .n_slots = n_slots,
        .interval_ms = interval_ms,
        .http = http_new(aws_config_ca_bundle(config)),
        .protection = { .agent_uri = getenv("ECS_AGENT_URI") },
    };
    heartbeat->states = states_new(config, http_transport(heartbeat->http));
    pthread_mutex_init(&heartbeat->lock, NULL);
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&heartbeat->changed, &monotonic);
    pthread_condattr_destroy(&monotonic);
    if (pthread_create(&heartbeat->thread, NULL, heartbeat_main, heartbeat) != 0) {
        return err_set(err, ERR_TRANSIENT, "cannot start the thread of heartbeats");
    }
    return 0;
}

void heartbeat_stop(struct heartbeat *heartbeat)
{
    pthread_mutex_lock(&heartbeat->lock);
    heartbeat->end = true;
    pthread_cond_signal(&heartbeat->changed);
    pthread_mutex_unlock(&heartbeat->lock);
    pthread_join(heartbeat->thread, NULL);
    states_free(heartbeat->states);
    http_free(heartbeat->http);
    pthread_cond_destroy(&heartbeat->changed);
    pthread_mutex_destroy(&heartbeat->lock);
}

void heartbeat_begin(struct heartbeat *heartbeat, struct slot *slot, const char *token)
{
    pthread_mutex_lock(&slot->lock);
    slot->token = mem_strdup(token);
    slot->beat_ms = 0;
    slot->task++;
    slot->closed = false;
    atomic_store(&slot->stop_task, false);
    pthread_mutex_unlock(&slot->lock);

    pthread_mutex_lock(&heartbeat->lock);
    heartbeat->wanted = true;
    pthread_cond_signal(&heartbeat->changed);
    pthread_mutex_unlock(&heartbeat->lock);
}

bool heartbeat_end(struct slot *slot)
{
    bool closed;

    pthread_mutex_lock(&slot->lock);
    mem_free_secret(slot->token);
    slot->token = NULL;
    closed = slot->closed;
    pthread_mutex_unlock(&slot->lock);
    return closed;
}
