/* Renders: the object goes into the memory file as it arrives, outputs come back as they are made.
 */
#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "sandbox/answer.h"
#include "sandbox/exchange.h"
#include "sandbox/font.h"

#define CHUNK_BYTES      ((size_t)256 * 1024)
#define PAGE_BYTES       4096
#define MARK_MAX_BYTES   (UINT64_C(32) * 1024 * 1024)
#define OUTPUT_MAX_BYTES (UINT64_C(1) << 30) /* of all renditions: more is a flood */
#define SCANS_MAX        500

struct output {
    uint64_t bytes;
    bool ended;
};

struct sandbox_job {
    struct exchange exchange;
    const struct sandbox_render *render;
    struct output outputs[RENDITIONS_MAX];
    uint64_t size, filled, told, sent_bytes;
    uint64_t left_at; /* when the caller went for the next piece; 0: it has not been away */
    bool locked;      /* READY was heard and the job was sent */
    struct json_object *result;
};

static int put_bytes(int fd, uint64_t at, struct span bytes, struct err *err)
{
    while (bytes.len > 0) {
        ssize_t n = pwrite(fd, bytes.data, bytes.len, (off_t)at);

        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return err_set(err, ERR_TRANSIENT, "cannot keep the object in memory: %s",
                           strerror(errno));
        }
        at += (uint64_t)n;
        bytes = span_from(bytes, (size_t)n);
    }
    return 0;
}

/* Bytes into the memory file at *at, which moves on to the next page. */
static int put_place(struct sandbox_job *job, struct span bytes, uint64_t *at,
                     struct json_object *place, struct err *err)
{
    TRY(put_bytes(job->exchange.process.object, *at, bytes, err));
    json_set_u64(place, "offset", *at);
    json_set_u64(place, "bytes", bytes.len);
    *at = (*at + bytes.len + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
    return 0;
}

static int put_mark(struct sandbox_job *job, struct source *src, uint64_t *at,
                    struct json_object *place, struct err *err)
{
    CLEANUP(buf_release) struct buf keep = BUF_INIT(MARK_MAX_BYTES);
    struct span bytes;

    if (src == NULL) {
        return 0;
    }
    if (src->size > MARK_MAX_BYTES) {
        return err_limit(err, NULL, MARK_MAX_BYTES, src->size, "bytes of a mark's image");
    }
    TRY(source_view(src, 0, (size_t)src->size, &keep, &bytes, err));
    return put_place(job, bytes, at, place, err);
}

/* A font once for all marks that name it; "" is the one for marks that name none. */
static int put_font(struct sandbox_job *job, const struct mark *mark, uint64_t *at,
                    struct json_object *fonts, struct err *err)
{
    CLEANUP(buf_release) struct buf bytes = BUF_INIT(FONT_MAX_BYTES);
    const char *name = mark->font != NULL ? mark->font : "";
    const char *path = mark->font != NULL ? mark->font : font_default();
    struct json_object *place;

    if (mark->text == NULL || json_member(fonts, name) != NULL) {
        return 0;
    }
    if (path == NULL) {
        return err_set(err, ERR_INPUT, "no font for text marks is installed");
    }
    TRY(font_read(path, &bytes, err));
    place = json_new_object();
    json_set(fonts, name, place);
    return put_place(job, buf_span(&bytes), at, place, err);
}

static int put_fonts(struct sandbox_job *job, uint64_t *at, struct json_object *fonts,
                     struct err *err)
{
    for (size_t i = 0; i < job->render->n_renditions; i++) {
        const struct rendition *rendition = &job->render->renditions[i];

        for (size_t k = 0; k < rendition->n_marks; k++) {
            TRY(put_font(job, &rendition->marks[k], at, fonts, err));
        }
    }
    return 0;
}

/* Marks' images and fonts lie behind the object, each on a page of its own. */
static int put_marks(struct sandbox_job *job, struct json_object *order, struct err *err)
{
    uint64_t at = (job->size + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
    struct json_object *marks = json_new_array(), *fonts = json_new_object();

    json_set(order, "marks", marks);
    json_set(order, "fonts", fonts);
    for (size_t i = 0; job->render->marks != NULL && i < job->render->n_marks; i++) {
        struct json_object *place = json_new_object();

        json_append(marks, place);
        TRY(put_mark(job, job->render->marks[i], &at, place, err));
    }
    TRY(put_fonts(job, &at, fonts, err));
    json_set_u64(order, "mapped", at);
    if (ftruncate(job->exchange.process.object, (off_t)at) != 0) {
        return err_set(err, ERR_TRANSIENT, "cannot keep the object in memory: %s", strerror(errno));
    }
    return 0;
}

static struct json_object *limits_json(const struct sandbox_pool *pool)
{
    struct json_object *limits = json_new_object();

    json_set_u64(limits, "pixels", pool->max_pixels);
    json_set_u64(limits, "side", RENDITION_MAX_SIDE_PX);
    json_set_u64(limits, "sourceBytes", pool->max_source_bytes);
    json_set_u64(limits, "memoryBytes", pool->limits.memory_mib * 1024 * 1024);
    json_set_u64(limits, "scans", SCANS_MAX);
    return limits;
}

static int send_job(struct sandbox_job *job, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *order = json_new_object();
    CLEANUP(buf_release) struct buf text = BUF_INIT(MESSAGE_JOB_MAX);
    struct json_object *renditions = json_new_array();

    json_set(order, "renditions", renditions);
    for (size_t i = 0; i < job->render->n_renditions; i++) {
        json_append(renditions, json_retain(job->render->renditions[i].json));
    }
    json_set(order, "limits", limits_json(job->exchange.pool));
    json_set_u64(order, "bytes", job->size);
    TRY(put_marks(job, order, err));
    json_write(order, &text);
    TRY(buf_check(&text, "a render's job", err));
    TRY(exchange_await_lock(&job->exchange, err));
    TRY(exchange_send(&job->exchange, MESSAGE_RENDER, 0, 0, buf_span(&text), err));
    job->locked = true;
    pool_restock(job->exchange.pool);
    return 0;
}

static int check_size(const struct sandbox_pool *pool, uint64_t size, struct err *err)
{
    if (size > pool->max_source_bytes) {
        return err_limit(err, "INGEST_MAX_SOURCE_BYTES", pool->max_source_bytes, size,
                         "bytes of the object");
    }
    return size > 0 ? 0 : err_set(err, ERR_UNSUPPORTED, "the object is empty");
}

static int check_job(const struct sandbox_pool *pool, const struct sandbox_render *render,
                     uint64_t size, struct err *err)
{
    if (size != SOURCE_SIZE_UNKNOWN) {
        TRY(check_size(pool, size, err));
    }
    if (render->n_renditions > RENDITIONS_MAX) {
        return err_limit(err, NULL, RENDITIONS_MAX, render->n_renditions, "renditions");
    }
    return 0;
}

int sandbox_job_start(struct sandbox_pool *pool, const struct sandbox_render *render, uint64_t size,
                      struct sandbox_job **out, struct err *err)
{
    struct sandbox_job *job;

    TRY(check_job(pool, render, size, err));
    job = mem_zalloc(sizeof *job);
    job->render = render;
    job->size = size;
    job->exchange.pool = pool;
    *out = job;
    return 0;
}

void sandbox_job_free(struct sandbox_job *job)
{
    if (job == NULL) {
        return;
    }
    exchange_release(&job->exchange);
    json_release(job->result);
    mem_free(job);
}

static int take_piece(struct sandbox_job *job, const struct message *message, struct span piece,
                      struct err *err)
{
    struct output *output = &job->outputs[message->a];

    output->bytes += piece.len;
    job->sent_bytes += piece.len;
    if (job->sent_bytes > OUTPUT_MAX_BYTES) {
        return err_limit(err, NULL, OUTPUT_MAX_BYTES, job->sent_bytes, "bytes of output");
    }
    return job->render->sink->write(job->render->sink->ctx, (size_t)message->a, piece, err);
}

static int take_facts(struct sandbox_job *job, const struct message *message, struct span text,
                      struct err *err)
{
    CLEANUP(json_releasep) struct json_object *facts = NULL;
    struct output *output = &job->outputs[message->a];

    TRY(answer_read_facts(text, output->bytes, &facts, err));
    output->ended = true;
    return job->render->sink->done(job->render->sink->ctx, (size_t)message->a, facts, err);
}

static int take_failure(struct sandbox_job *job, const struct message *message, struct span text,
                        struct err *err)
{
    struct err why;

    TRY(answer_read_error(text, &why, err));
    job->outputs[message->a].ended = true;
    return job->render->sink->failed(job->render->sink->ctx, (size_t)message->a, &why, err);
}

static int take_of_rendition(struct sandbox_job *job, const struct message *message,
                             struct span payload, struct err *err)
{
    if (message->a >= job->render->n_renditions || job->outputs[message->a].ended) {
        return exchange_lie(err, "bytes for a rendition that is not under way");
    }
    if (message->type == MESSAGE_WRITE) {
        return take_piece(job, message, payload, err);
    }
    if (message->type == MESSAGE_DONE) {
        return take_facts(job, message, payload, err);
    }
    return take_failure(job, message, payload, err);
}

static int take_result(struct sandbox_job *job, struct span text, struct err *err)
{
    for (size_t i = 0; i < job->render->n_renditions; i++) {
        if (!job->outputs[i].ended) {
            return exchange_lie(err, "a result before all renditions have ended");
        }
    }
    TRY(answer_read_render(text, &job->result, err));
    pool_dismiss(job->exchange.pool, &job->exchange.process);
    return 0;
}

static int take_message(struct sandbox_job *job, const struct message *message, struct span payload,
                        struct err *err)
{
    uint64_t paused = exchange_pause();
    int status;

    switch (message->type) {
    case MESSAGE_WRITE:
    case MESSAGE_DONE:
    case MESSAGE_FAILED:
        status = take_of_rendition(job, message, payload, err);
        exchange_resume(&job->exchange, paused);
        return status;
    case MESSAGE_RESULT:
        return take_result(job, payload, err);
    case MESSAGE_FAIL:
        return answer_fail(payload, err);
    default:
        return exchange_lie(err, "a message out of turn");
    }
}

/* Tells how far the object is there, and takes what has come; with wait, one message at least. */
static int turn(struct sandbox_job *job, bool wait, struct err *err)
{
    struct message message;
    struct span payload;
    int got;

    if (job->filled > job->told) {
        job->told = job->filled;
        TRY(exchange_send(&job->exchange, MESSAGE_FILLED, job->filled, 0, (struct span){ NULL, 0 },
                          err));
    }
    do {
        got = exchange_next(&job->exchange, wait, &message, &payload, err);
        if (got < 0) {
            return -1;
        }
        if (got > 0) {
            TRY(take_message(job, &message, payload, err));
        }
    } while (got > 0 && job->result == NULL && !wait);
    return 0;
}

static int keep_piece(struct sandbox_job *job, struct span piece, struct err *err)
{
    if (job->size != SOURCE_SIZE_UNKNOWN && piece.len > job->size - job->filled) {
        return err_set(err, ERR_CHANGED, "more bytes than the object's %" PRIu64, job->size);
    }
    TRY(check_size(job->exchange.pool, job->filled + piece.len, err));
    if (job->exchange.process.pid == 0) {
        TRY(exchange_start(job->exchange.pool, exchange_library(piece), job->render->stop,
                           &job->exchange, err));
    }
    TRY(put_bytes(job->exchange.process.object, job->filled, piece, err));
    job->filled += piece.len;
    return 0;
}

/* The time that a piece takes to come is not the decoder's. */
static void come_back(struct sandbox_job *job)
{
    if (job->left_at > 0) {
        exchange_resume(&job->exchange, job->left_at);
        job->left_at = 0;
    }
}

int sandbox_job_feed(struct sandbox_job *job, struct span piece, struct err *err)
{
    if (job->result != NULL || piece.len == 0) {
        return 0;
    }
    come_back(job);
    TRY(keep_piece(job, piece, err));
    if (job->size != SOURCE_SIZE_UNKNOWN) { /* it is told the size before it is told to begin */
        if (!job->locked) {
            TRY(send_job(job, err));
        }
        TRY(turn(job, false, err));
    }
    job->left_at = exchange_pause();
    return 0;
}

int sandbox_job_finish(struct sandbox_job *job, struct json_object **result, struct err *err)
{
    come_back(job);
    if (job->size == SOURCE_SIZE_UNKNOWN) {
        job->size = job->filled;
        TRY(check_size(job->exchange.pool, job->size, err));
        TRY(send_job(job, err));
    }
    if (job->filled < job->size && job->result == NULL) {
        return err_set(err, ERR_MALFORMED, "ends at byte %" PRIu64 " of %" PRIu64, job->filled,
                       job->size);
    }
    while (job->result == NULL) {
        TRY(turn(job, true, err));
    }
    *result = job->result;
    job->result = NULL;
    return 0;
}

int sandbox_render(struct sandbox_pool *pool, struct source *src,
                   const struct sandbox_render *render, struct json_object **result,
                   struct err *err)
{
    CLEANUP(sandbox_job_freep) struct sandbox_job *job = NULL;
    CLEANUP(buf_release) struct buf keep = BUF_INIT(CHUNK_BYTES);

    TRY(sandbox_job_start(pool, render, src->size, &job, err));
    while (job->filled < job->size && job->result == NULL) {
        struct span piece;

        TRY(source_view(src, job->filled, CHUNK_BYTES, &keep, &piece, err));
        if (piece.len == 0) {
            break;
        }
        TRY(sandbox_job_feed(job, piece, err));
    }
    return sandbox_job_finish(job, result, err);
}
