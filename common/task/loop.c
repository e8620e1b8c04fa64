#include "task/loop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "task/health.h"

#define POLL_MARGIN_MS 1000 /* an open poll is closed this long before the stop time is over */
#define LAST_MARGIN_MS 4000 /* after the stop time: to answer for what was interrupted */
#define STOP_TICK_MS   20

static void signals_of_interest(sigset_t *set)
{
    sigemptyset(set);
    sigaddset(set, SIGTERM);
    sigaddset(set, SIGINT);
}

void loop_block_signals(void)
{
    sigset_t signals;

    signals_of_interest(&signals);
    pthread_sigmask(SIG_BLOCK, &signals, NULL);
}

static void slot_open(struct slot *slot, struct loop *loop)
{
    struct http_transport transport;

    slot->loop = loop;
    pthread_mutex_init(&slot->lock, NULL);
    slot->state = SLOT_ENDED;
    slot->http = http_new(aws_config_ca_bundle(loop->config));
    slot->http_out = http_new(aws_config_ca_bundle(loop->config));
    transport = http_transport(slot->http);
    slot->states = states_new(loop->config, transport);
    slot->env = (struct step_env){
        .settings = loop->settings,
        .s3 = s3_new(loop->config, transport),
        .s3_out = s3_new(loop->config, http_transport(slot->http_out)),
        .dynamodb = dynamodb_new(loop->config, transport),
        .shared = loop->shared,
        .stop = &slot->stop_task,
    };
    s3_set_stop(slot->env.s3, slot->env.stop);
    s3_set_stop(slot->env.s3_out, slot->env.stop);
    dynamodb_set_stop(slot->env.dynamodb, slot->env.stop);
}

static void slot_close(struct slot *slot)
{
    s3_free(slot->env.s3);
    s3_free(slot->env.s3_out);
    dynamodb_free(slot->env.dynamodb);
    states_free(slot->states);
    http_free(slot->http);
    http_free(slot->http_out);
    pthread_mutex_destroy(&slot->lock);
}

static int start(struct loop *loop, struct err *err)
{
    loop->slots = mem_array(loop->n_slots, sizeof *loop->slots);
    for (size_t i = 0; i < loop->n_slots; i++) {
        slot_open(&loop->slots[i], loop);
    }
    TRY(heartbeat_start(&loop->heartbeat, loop->slots, loop->n_slots,
                        loop->settings->heartbeat_seconds * 1000 / 3, loop->config, err));
    for (size_t i = 0; i < loop->n_slots; i++) {
        struct slot *slot = &loop->slots[i];

        slot->state = SLOT_POLLING;
        slot->since_ms = slot->polled_ms = clock_monotonic_ms();
        if (pthread_create(&slot->thread, NULL, slot_main, slot) != 0) {
            return err_set(err, ERR_TRANSIENT, "cannot start the thread of slot %zu", i);
        }
    }
    return 0;
}

/* Until a signal asks the worker to stop; health is answered meanwhile. */
static void wait_for_signal(struct loop *loop, int signal_fd, int health_fd)
{
    struct pollfd fds[2] = { { .fd = signal_fd, .events = POLLIN },
                             { .fd = health_fd, .events = POLLIN } };
    struct signalfd_siginfo info;

    for (;;) {
        if (poll(fds, ARRAY_LEN(fds), -1) < 0) {
            continue; /* EINTR */
        }
        if (fds[1].revents != 0) {
            health_answer(health_fd, loop->slots, loop->n_slots);
        }
        if (fds[0].revents != 0 && read(signal_fd, &info, sizeof info) == sizeof info) {
            log_info("worker.stopping",
                     LOG_STR("signal", info.ssi_signo == SIGTERM ? "SIGTERM" : "SIGINT"));
            return;
        }
    }
}

static size_t slots_running(struct loop *loop)
{
    size_t n = 0;

    for (size_t i = 0; i < loop->n_slots; i++) {
        pthread_mutex_lock(&loop->slots[i].lock);
        n += loop->slots[i].state != SLOT_ENDED;
        pthread_mutex_unlock(&loop->slots[i].lock);
    }
    return n;
}

static void interrupt_tasks(struct loop *loop)
{
    atomic_store(&loop->interrupt, true);
    for (size_t i = 0; i < loop->n_slots; i++) {
        atomic_store(&loop->slots[i].stop_task, true);
    }
}

/* False where a slot did not come back in time. */
static bool stop(struct loop *loop)
{
    uint64_t stop_ms = loop->settings->stop_seconds * 1000;
    uint64_t margin_ms = stop_ms / 4 < POLL_MARGIN_MS ? stop_ms / 4 : POLL_MARGIN_MS;
    uint64_t begun_ms = clock_monotonic_ms();

    atomic_store(&loop->stopping, true);
    while (slots_running(loop) > 0) {
        uint64_t passed_ms = clock_monotonic_ms() - begun_ms;

        if (passed_ms >= stop_ms - margin_ms) {
            atomic_store(&loop->stop_polls, true);
        }
        if (passed_ms >= stop_ms && !atomic_load(&loop->interrupt)) {
            interrupt_tasks(loop);
        }
        if (passed_ms >= stop_ms + LAST_MARGIN_MS) {
            return false;
        }
        clock_sleep_ms(STOP_TICK_MS);
    }
    return true;
}

static void finish(struct loop *loop)
{
    for (size_t i = 0; i < loop->n_slots; i++) {
        pthread_join(loop->slots[i].thread, NULL);
    }
    heartbeat_stop(&loop->heartbeat);
    for (size_t i = 0; i < loop->n_slots; i++) {
        slot_close(&loop->slots[i]);
    }
    mem_free(loop->slots);
}

int loop_run(struct loop *loop, struct err *err)
{
    sigset_t signals;
    int signal_fd, health_fd;

    signals_of_interest(&signals);
    signal_fd = signalfd(-1, &signals, SFD_CLOEXEC);
    if (signal_fd < 0) {
        return err_set(err, ERR_INTERNAL, "cannot wait for signals: %s", strerror(errno));
    }
    health_fd = health_listen(loop->settings->activity_arn);
    TRY(start(loop, err));
    log_info("worker.started", LOG_U64("slots", loop->n_slots),
             LOG_STR("activity", loop->settings->activity_arn),
             LOG_STR("profile", loop->choice->name), LOG_BOOL("health", health_fd >= 0));
    wait_for_signal(loop, signal_fd, health_fd);
    if (!stop(loop)) {
        log_warn("worker.stopped", LOG_STR("how", "a slot did not come back in time"));
        _exit(0); /* its task comes back by its heartbeat */
    }
    finish(loop);
    close(signal_fd);
    if (health_fd >= 0) {
        close(health_fd);
    }
    log_info("worker.stopped", LOG_STR("how", "all tasks are answered"));
    return 0;
}
