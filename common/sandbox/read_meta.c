/* Metadata: the decoder asks for parts, the worker reads them where the object is. */
#include "base/mem.h"
#include "sandbox/answer.h"
#include "sandbox/exchange.h"

#define NEEDS_MAX 100000 /* parts of 64 KiB; whoever asks for more does not read metadata */

struct reading {
    struct exchange exchange;
    struct source *src;
    uint64_t n_needs;
    uint8_t *part; /* MESSAGE_DATA_MAX */
};

static void reading_release(struct reading *reading)
{
    exchange_release(&reading->exchange);
    mem_free(reading->part);
}

static int read_part(struct reading *reading, uint64_t offset, size_t len, size_t *got,
                     struct err *err)
{
    uint64_t paused = exchange_pause();

    TRY(source_read(reading->src, offset, reading->part, len, got, err));
    exchange_resume(&reading->exchange, paused);
    return 0;
}

static int send_part(struct reading *reading, uint64_t offset, size_t got, size_t wanted,
                     struct err *err)
{
    return exchange_send(&reading->exchange, MESSAGE_DATA, offset, got < wanted ? 1 : 0,
                         (struct span){ reading->part, got }, err);
}

static int serve(struct reading *reading, const struct message *need, struct err *err)
{
    size_t got;

    if (need->b == 0 || need->b > MESSAGE_DATA_MAX || ++reading->n_needs > NEEDS_MAX) {
        return exchange_lie(err, "a part that cannot be asked for");
    }
    TRY(read_part(reading, need->a, (size_t)need->b, &got, err));
    return send_part(reading, need->a, got, (size_t)need->b, err);
}

static int send_job(struct reading *reading, bool grouped, size_t head_bytes,
                    const char *source_file, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *order = json_new_object();
    CLEANUP(buf_release) struct buf text = BUF_INIT(MESSAGE_JOB_MAX);

    json_set_str(order, "sourceFile", source_file);
    json_set_bool(order, "grouped", grouped);
    json_write(order, &text);
    TRY(exchange_await_lock(&reading->exchange, err));
    TRY(exchange_send(&reading->exchange, MESSAGE_READ_META, reading->src->size, 0, buf_span(&text),
                      err));
    TRY(send_part(reading, 0, head_bytes, MESSAGE_DATA_MAX, err));
    pool_restock(reading->exchange.pool);
    return 0;
}

/* Until RESULT: its text stays in the exchange's reader. */
static int talk(struct reading *reading, struct span *result, struct err *err)
{
    struct message message;

    for (;;) {
        if (exchange_next(&reading->exchange, true, &message, result, err) < 0) {
            return -1;
        }
        switch (message.type) {
        case MESSAGE_NEED:
            TRY(serve(reading, &message, err));
            break;
        case MESSAGE_RESULT:
            return 0;
        case MESSAGE_FAIL:
            return answer_fail(*result, err);
        default:
            return exchange_lie(err, "a message out of turn");
        }
    }
}

int sandbox_read_meta(struct sandbox_pool *pool, struct source *src, const char *source_file,
                      bool grouped, const struct sandbox_stop *stop, struct json_object **result,
                      struct err *err)
{
    CLEANUP(reading_release) struct reading reading = { .src = src };
    struct span text;
    size_t head_bytes;

    reading.part = mem_alloc(MESSAGE_DATA_MAX);
    TRY(exchange_start(pool, MESSAGE_NO_PICTURE, stop, &reading.exchange, err));
    /* Every type begins in the first part: it is sent unasked. */
    TRY(read_part(&reading, 0, MESSAGE_DATA_MAX, &head_bytes, err));
    if (head_bytes == 0) {
        return err_set(err, ERR_UNSUPPORTED, "the object is empty");
    }
    TRY(send_job(&reading, grouped, head_bytes, source_file, err));
    TRY(talk(&reading, &text, err));
    return answer_read_meta(text, source_file, grouped, result, err);
}
