/*
 * One talk of a worker with one decoder process, from PREPARE to its end: messages without
 * blocking for good, a clock that runs only while the decoder is what is waited for, and the stop
 * flag looked at every 50 ms.
 */
#ifndef SANDBOX_EXCHANGE_H
#define SANDBOX_EXCHANGE_H

#include "sandbox/message.h"
#include "sandbox/pool.h"

struct exchange {
    struct sandbox_pool *pool;
    const struct sandbox_stop *stop; /* may be NULL */
    struct process process;
    struct message_reader reader;
    uint64_t deadline_us;
};

/* Takes a process and sends PREPARE; library: what it has to load before it is locked, as
 * exchange_library() or MESSAGE_NO_PICTURE. */
MUST_CHECK int exchange_start(struct sandbox_pool *pool, const char *library,
                              const struct sandbox_stop *stop, struct exchange *out,
                              struct err *err);
const char *exchange_library(struct span head); /* by an object's first bytes; "": none */
void exchange_release(struct exchange *exchange);

/* READY; from here on it may see the object. ERR_INTERNAL where it could not be locked,
 * ERR_TRANSIENT where it ended before. */
MUST_CHECK int exchange_await_lock(struct exchange *exchange, struct err *err);

/* A process that is gone does not fail a send: what it said last is still to be read. */
MUST_CHECK int exchange_send(struct exchange *exchange, enum message_type type, uint64_t a,
                             uint64_t b, struct span payload, struct err *err);

/*
 * 1: the next message, checked; payload valid until the next call. 0: none yet (only without wait).
 * -1: ERR_CLOSED by the stop flag, ERR_LIMIT by the clock, or what the process died of.
 */
MUST_CHECK int exchange_next(struct exchange *exchange, bool wait, struct message *out,
                             struct span *payload, struct err *err);

/* Around calls that wait for somebody else (the network, a disk): that time is not the decoder's.
 * resume takes what pause gave. */
uint64_t exchange_pause(void);
void exchange_resume(struct exchange *exchange, uint64_t paused_us);

/* What the decoder sends may not be: ends the talk. Gives -1. */
int exchange_lie(struct err *err, const char *what);

#endif
