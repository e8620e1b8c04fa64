#include "task/slot.h"

#include <stdio.h>

#include "base/clock.h"
#include "base/digest.h"
#include "base/log.h"
#include "base/mem.h"
#include "net/retry.h"
#include "task/heartbeat.h"
#include "task/loop.h"
#include "task/report.h"
#include "task/run.h"

#define DELIVERY_MAX_MS (10 * 60 * 1000) /* heartbeats keep the task alive meanwhile */
#define DENIED_MAX_MS   (60 * 1000)      /* keys that rotate are good again within a minute */
#define NAP_MS          50
#define EMPTY_POLL_MS   100 /* the service holds a poll for 60 s: nobody asks faster */

/* The JSON of such an input took up to 30 times as much: not to be kept by each slot. */
#define LARGE_INPUT_BYTES (128 * 1024)

static void set_state(struct slot *slot, enum slot_state state, bool polled)
{
    pthread_mutex_lock(&slot->lock);
    slot->state = state;
    slot->since_ms = clock_monotonic_ms();
    if (polled) {
        slot->polled_ms = slot->since_ms;
    }
    pthread_mutex_unlock(&slot->lock);
}

/* Full jitter, as between the tries of one call; a stopping worker does not wait. */
static void wait_before_retry(struct loop *loop, unsigned retry)
{
    uint64_t until_ms;
    uint32_t random;

    digest_random(&random, sizeof random);
    until_ms = clock_monotonic_ms() + retry_wait_ms(retry, random);
    do {
        clock_sleep_ms(NAP_MS);
    } while (clock_monotonic_ms() < until_ms && !atomic_load(&loop->stopping));
}

static bool is_success(const struct run *run)
{
    return run->outcome == RUN_DONE || run->outcome == RUN_SKIPPED;
}

static int send_outcome(struct slot *slot, const char *token, const struct run *run,
                        struct err *err)
{
    CLEANUP(buf_release) struct buf cause = BUF_INIT(STATES_MAX_CAUSE);

    if (is_success(run)) {
        return states_succeed(slot->states, token, buf_span(&run->output), err);
    }
    run_cause(&run->err, &run->envelope, &cause);
    return states_fail(slot->states, token, err_name(run->err.kind), buf_span(&cause), err);
}

static bool task_closed(struct slot *slot)
{
    bool closed;

    pthread_mutex_lock(&slot->lock);
    closed = slot->closed;
    pthread_mutex_unlock(&slot->lock);
    return closed;
}

static bool worth_another_try(const struct err *err, uint64_t waited_ms)
{
    if (err->kind == ERR_DENIED) {
        return waited_ms < DENIED_MAX_MS;
    }
    return err_retried(err->kind) && waited_ms < DELIVERY_MAX_MS;
}

static void log_answer(enum log_level level, const char *event, const char *token,
                       const struct run *run, const struct err *err)
{
    char task[REPORT_TASK_NAME];

    report_task_name(token, task);
    LOG_AT(level, event, LOG_STR("task", task), LOG_STR("uuid", run->envelope.uuid),
           LOG_STR("error", err_name(err->kind)), LOG_STR("code", err->code),
           LOG_STR("message", err->message));
}

/* The output itself is what the service does not take: asking again would not help. */
static bool is_refused(const struct err *err)
{
    return err->kind == ERR_OUTPUT || err->kind == ERR_INPUT;
}

/* Exactly one answer a task, asked for again while the service cannot be reached. */
static bool deliver(struct slot *slot, const char *token, struct run *run)
{
    uint64_t begun_ms = clock_monotonic_ms();
    struct err err = { 0 };

    states_set_stop(slot->states, NULL);
    for (unsigned retry = 1; !task_closed(slot); retry++) {
        if (send_outcome(slot, token, run, &err) == 0) {
            return true;
        }
        if (is_refused(&err) && is_success(run)) {
            run->outcome = RUN_FAILED; /* the service will not take the output: say so */
            run->err = err;
        } else if (err.kind == ERR_CLOSED) {
            run->outcome = run->outcome == RUN_FAILED ? RUN_FAILED : RUN_CLOSED;
            return false;
        } else if (!worth_another_try(&err, clock_monotonic_ms() - begun_ms)) {
            break;
        } else {
            wait_before_retry(slot->loop, retry);
        }
        log_answer(LOG_LEVEL_WARN, "answer.retried", token, run, &err);
    }
    if (task_closed(slot)) {
        run->outcome = RUN_CLOSED;
    } else {
        log_answer(LOG_LEVEL_ERROR, "answer.lost", token, run, &err);
    }
    return false;
}

static void interrupt(struct run *run)
{
    run->outcome = RUN_INTERRUPTED;
    err_set(&run->err, ERR_INTERRUPTED, "the worker stops");
    snprintf(run->err.hint, sizeof run->err.hint, "the state machine tries the task again");
}

/* A task that the service did not close and that ended by our stop flag gives way to the stop. */
static void tell_stop_from_close(struct slot *slot, struct run *run)
{
    if (run->outcome == RUN_CLOSED && !task_closed(slot)) {
        interrupt(run);
    }
}

static void handle(struct slot *slot, const struct states_task *task, uint64_t begun_us)
{
    struct loop *loop = slot->loop;
    struct run run = { .output = BUF_INIT(0) };
    struct report report = { .worker = loop->spec->name, .token = task->token, .run = &run };
    uint64_t ended_us;

    heartbeat_begin(&loop->heartbeat, slot, task->token);
    slot->env.phases = (struct phases){ 0 };
    if (atomic_load(&loop->stopping)) {
        interrupt(&run); /* it came with the poll that was open when the signal came */
    } else {
        run_task(loop->spec, &slot->env, loop->choice, buf_span(&task->input), &run);
        tell_stop_from_close(slot, &run);
    }
    ended_us = clock_monotonic_us();
    if (run.outcome != RUN_CLOSED) {
        report.delivered = deliver(slot, task->token, &run);
    }
    heartbeat_end(slot);
    report.phases = &slot->env.phases;
    report.ms = (ended_us - begun_us) / 1000;
    report.report_ms = (clock_monotonic_us() - ended_us) / 1000;
    trace_send(&loop->trace, &run, &slot->env.phases, begun_us);
    report_log(&report);
    run_release(&run);
    if (task->input.len >= LARGE_INPUT_BYTES) {
        mem_trim();
    }
}

/* Polls once; false where the poll did not come back well. */
static bool poll_once(struct slot *slot)
{
    struct loop *loop = slot->loop;
    CLEANUP(states_task_release) struct states_task task = { 0 };
    uint64_t begun_ms = clock_monotonic_ms();
    struct err err = { 0 };

    states_set_stop(slot->states, &loop->stop_polls);
    if (states_get_task(slot->states, loop->settings->activity_arn, loop->identity.worker_name,
                        &task, &err) != 0) {
        if (!atomic_load(&loop->stopping)) {
            log_warn("poll.failed", LOG_STR("error", err_name(err.kind)), LOG_STR("code", err.code),
                     LOG_STR("message", err.message));
        }
        return false;
    }
    if (task.token == NULL) {
        uint64_t took_ms = clock_monotonic_ms() - begun_ms;

        set_state(slot, SLOT_POLLING, true);
        clock_sleep_ms(took_ms < EMPTY_POLL_MS ? EMPTY_POLL_MS - took_ms : 0);
        return true;
    }
    set_state(slot, SLOT_BUSY, true);
    handle(slot, &task, clock_monotonic_us());
    set_state(slot, SLOT_POLLING, true);
    return true;
}

void *slot_main(void *arg)
{
    struct slot *slot = arg;
    unsigned failures = 0;

    set_state(slot, SLOT_POLLING, true);
    while (!atomic_load(&slot->loop->stopping)) {
        if (poll_once(slot)) {
            failures = 0;
        } else {
            failures++;
            wait_before_retry(slot->loop, failures);
        }
    }
    set_state(slot, SLOT_ENDED, false);
    return NULL;
}
