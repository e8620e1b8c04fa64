#include "sandbox/exchange.h"

#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/clock.h"

#define TURN_MS   50               /* the stop flag is honoured within 0.1 s */
#define MARGIN_US UINT64_C(250000) /* the end of a process and our own, inside the limit */
#define SECOND_US UINT64_C(1000000)
#define MIB       (UINT64_C(1024) * 1024)

/*
 * Formats whose library is too slow to start to be loaded by every process (libtiff 1.3 ms, libheif
 * 3 ms). Only compared; what they are is the decoder's business. ISO 14496-12 for "ftyp".
 */
static const struct {
    const char *format, *bytes;
    size_t offset, len;
} heads[] = {
    { "tiff", "II*\0", 0, 4 }, { "tiff", "MM\0*", 0, 4 }, { "tiff", "II+\0", 0, 4 }, /* BigTIFF */
    { "tiff", "MM\0+", 0, 4 }, { "heif", "ftyp", 4, 4 },
};

const char *exchange_library(struct span head)
{
    for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
        struct span bytes = { (const uint8_t *)heads[i].bytes, heads[i].len };

        if (span_starts(span_from(head, heads[i].offset), bytes)) {
            return heads[i].format;
        }
    }
    return "";
}

int exchange_start(struct sandbox_pool *pool, const char *library, const struct sandbox_stop *stop,
                   struct exchange *out, struct err *err)
{
    *out = (struct exchange){ .pool = pool, .stop = stop };
    TRY(pool_take(pool, &out->process, err));
    message_reader_init(&out->reader, FROM_DECODER);
    out->deadline_us = clock_monotonic_us() + pool->limits.wall_seconds * SECOND_US - MARGIN_US;
    return exchange_send(out, MESSAGE_PREPARE, pool->limits.memory_mib * MIB,
                         pool->limits.wall_seconds + 1, span_str(library), err);
}

void exchange_release(struct exchange *exchange)
{
    if (exchange->pool != NULL) {
        pool_dismiss(exchange->pool, &exchange->process);
    }
    message_reader_release(&exchange->reader);
}

/* A decoder that has seen nothing of the object does not end of it: the machine is short of
 * something, another try may do better. */
static int acquit_object(struct err *err)
{
    struct err found;

    if (err == NULL || (err->kind != ERR_MALFORMED && err->kind != ERR_LIMIT)) {
        return -1;
    }
    found = *err;
    return err_set(err, ERR_TRANSIENT, "the decoder did not come up: %s", found.message);
}

int exchange_await_lock(struct exchange *exchange, struct err *err)
{
    struct message message;
    struct span payload;

    if (exchange_next(exchange, true, &message, &payload, err) < 0) {
        return acquit_object(err);
    }
    if (message.type == MESSAGE_REFUSED) {
        return err_set(err, ERR_INTERNAL, "the decoder process cannot be locked: %s",
                       strerror((int)(message.a & 0xfff)));
    }
    return message.type == MESSAGE_READY ? 0 : exchange_lie(err, "no word of its lock");
}

static int check_time(const struct exchange *exchange, struct err *err)
{
    uint64_t limit = exchange->pool->limits.wall_seconds;

    if (exchange->stop != NULL && atomic_load(&exchange->stop->stop)) {
        return err_set(err, ERR_CLOSED, "stopped while the image was decoded");
    }
    if (clock_monotonic_us() < exchange->deadline_us) {
        return 0;
    }
    err_set(err, ERR_LIMIT, "decoding takes longer than %" PRIu64 " s (INGEST_MAX_DECODE_SECONDS)",
            limit);
    if (err != NULL) {
        memcpy(err->setting, "INGEST_MAX_DECODE_SECONDS", sizeof "INGEST_MAX_DECODE_SECONDS");
        err->has_limit = true;
        err->limit = limit;
        err->value = limit;
    }
    return -1;
}

static int wait_for(struct exchange *exchange, int fd, short events, struct err *err)
{
    struct pollfd wanted = { fd, events, 0 };

    TRY(check_time(exchange, err));
    if (poll(&wanted, 1, TURN_MS) < 0 && errno != EINTR) {
        return err_set(err, ERR_TRANSIENT, "cannot wait for the decoder: %s", strerror(errno));
    }
    return 0;
}

/* The parts not yet written; a pipe takes what it has room for. */
static void skip_written(struct iovec parts[2], size_t n)
{
    for (int i = 0; i < 2; i++) {
        size_t here = n < parts[i].iov_len ? n : parts[i].iov_len;

        parts[i].iov_base = (uint8_t *)parts[i].iov_base + here;
        parts[i].iov_len -= here;
        n -= here;
    }
}

int exchange_send(struct exchange *exchange, enum message_type type, uint64_t a, uint64_t b,
                  struct span payload, struct err *err)
{
    struct message header = { type, (uint32_t)payload.len, a, b };
    struct iovec parts[2] = { { &header, sizeof header },
                              { (void *)(uintptr_t)payload.data, payload.len } };

    while (parts[0].iov_len + parts[1].iov_len > 0) {
        ssize_t n = writev(exchange->process.to, parts, 2);

        if (n >= 0) {
            skip_written(parts, (size_t)n);
        } else if (errno == EPIPE) {
            return 0;
        } else if (errno == EAGAIN) {
            TRY(wait_for(exchange, exchange->process.to, POLLOUT, err));
        } else if (errno != EINTR) {
            return err_set(err, ERR_TRANSIENT, "cannot write to the decoder: %s", strerror(errno));
        }
    }
    return 0;
}

int exchange_next(struct exchange *exchange, bool wait, struct message *out, struct span *payload,
                  struct err *err)
{
    for (;;) {
        int got = message_next(&exchange->reader, out, payload, err);
        size_t room;
        uint8_t *to;
        ssize_t n;

        if (got != 0) {
            return got;
        }
        TRY(check_time(exchange, err));
        to = message_room(&exchange->reader, &room);
        n = read(exchange->process.from, to, room);
        if (n > 0) {
            message_filled(&exchange->reader, (size_t)n);
        } else if (n == 0) {
            return process_why(&exchange->process, &exchange->pool->limits, err);
        } else if (errno == EAGAIN && !wait) {
            return 0;
        } else if (errno == EAGAIN) {
            TRY(wait_for(exchange, exchange->process.from, POLLIN, err));
        } else if (errno != EINTR) {
            return err_set(err, ERR_TRANSIENT, "cannot hear the decoder: %s", strerror(errno));
        }
    }
}

uint64_t exchange_pause(void)
{
    return clock_monotonic_us();
}

void exchange_resume(struct exchange *exchange, uint64_t paused_us)
{
    exchange->deadline_us += clock_monotonic_us() - paused_us;
}

int exchange_lie(struct err *err, const char *what)
{
    return err_set(err, ERR_MALFORMED, "the decoder's answer is not sound: %s", what);
}
