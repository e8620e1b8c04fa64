/* Reads of S3: whole objects in a stream that is resumed where it was cut, and single ranges. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "aws/s3_call.h"
#include "base/mem.h"

/* One whole object on its way. */
struct download {
    const struct s3_object *object;
    const struct s3_sink *sink;
    uint64_t max_bytes; /* 0: any */
    uint64_t taken;     /* bytes that the sink has */
    bool started;       /* head is known; a later answer must be of the same object */
    bool sink_failed;   /* the rest is read all the same when a flipped byte may be the reason */
    struct err sink_err;
    struct s3_head head;
    struct checksum checksum;
    char expected[CHECKSUM_TEXT_MAX];
    struct s3_call call;
    char range[S3_MAX_RANGE_TEXT];
    size_t plain_headers; /* without Range and our own If-Match */
};

static void download_release(struct download *download)
{
    checksum_release(&download->checksum);
    s3_call_release(&download->call);
}

/* The first answer says what the object is. */
static int begin(struct download *download, const struct http_response *res, struct err *err)
{
    if (!s3_head_read(&res->headers, &download->head)) {
        return service_again(err, "BadAnswer", "s3 told no object size");
    }
    if (download->max_bytes > 0 && download->head.size > download->max_bytes) {
        return err_limit(err, NULL, download->max_bytes, download->head.size, "object's size");
    }
    checksum_init(&download->checksum, checksum_told(&res->headers, download->expected));
    download->started = true;
    return 0;
}

/* A later answer must go on where the last one broke off, in the same object. */
static int go_on(struct download *download, const struct http_response *res, struct err *err)
{
    uint64_t first, last, total;
    struct s3_head head;

    (void)s3_head_read(&res->headers, &head);
    if (strcmp(head.etag, download->head.etag) != 0) {
        return err_set(err, ERR_CHANGED, "the object was replaced while it was read");
    }
    if (download->taken == 0 && res->status == 200) {
        return 0;
    }
    if (res->status != 206 ||
        !s3_content_range(http_header_get(&res->headers, "Content-Range"), &first, &last, &total) ||
        first != download->taken || total != download->head.size) {
        return service_again(err, "BadAnswer", "another range came than was asked for");
    }
    return 0;
}

/* From here on the next try asks for the rest, of this very object. */
static void ask_for_rest(struct download *download)
{
    struct s3_call *call = &download->call;

    call->req.n_headers = download->plain_headers;
    if (download->head.etag[0] != '\0' && download->object->etag == NULL) {
        snprintf(call->if_match, sizeof call->if_match, "\"%s\"", download->head.etag);
        s3_call_header(call, "If-Match", call->if_match);
    }
    if (download->taken > 0 && download->taken < download->head.size) {
        snprintf(download->range, sizeof download->range, "bytes=%" PRIu64 "-", download->taken);
        s3_call_header(call, "Range", download->range);
    }
}

static int look_at(struct download *download, const struct http_response *res, struct err *err)
{
    if (!download->started) {
        TRY(begin(download, res, err));
    } else {
        TRY(go_on(download, res, err));
    }
    ask_for_rest(download);
    return 0;
}

/* A taker that cannot make sense of the bytes is right only when they are the object's: that is
 * known at their end. Any other failure of its ends the read. */
static int hand_on(struct download *download, struct span piece, struct err *err)
{
    const struct s3_sink *sink = download->sink;

    if (download->sink_failed ||
        sink->take(sink->ctx, &download->head, piece, &download->sink_err) == 0) {
        return 0;
    }
    download->sink_failed = true;
    switch (download->sink_err.kind) {
    case ERR_MALFORMED:
    case ERR_UNSUPPORTED:
    case ERR_LIMIT:
        return 0;
    default:
        break;
    }
    download->call.req.attempts = 1; /* the taker's own failure is not the network's */
    *err = download->sink_err;
    return -1;
}

static int take(void *ctx, const struct http_response *res, struct span piece, struct err *err)
{
    struct download *download = ctx;

    if (res->body_received == piece.len) { /* the first piece of a try */
        TRY(look_at(download, res, err));
    }
    if (piece.len > download->head.size - download->taken) {
        return service_again(err, "BadAnswer", "more bytes came than the object has");
    }
    checksum_update(&download->checksum, piece);
    download->taken += piece.len;
    ask_for_rest(download);
    if (download->taken == download->head.size) {
        download->call.req.attempts = 1; /* all is here: nothing is left to ask for */
    }
    return hand_on(download, piece, err);
}

/* A 2xx answer is at its end: is the object complete? */
static int complete(void *ctx, struct http_response *res, struct err *err)
{
    struct download *download = ctx;

    if (res->body_received == 0) {
        TRY(look_at(download, res, err)); /* an empty body never came to take() */
    }
    if (download->taken < download->head.size) {
        return service_again(err, "BodyCut", "the body ended before the object did");
    }
    return 0;
}

/* The connection broke after the last byte: nothing is missing. */
static bool all_taken(const struct download *download, const struct err *err)
{
    return download->started && download->head.size > 0 && download->taken == download->head.size &&
           err->kind == ERR_TRANSIENT;
}

static int compare_checksum(struct download *download, struct err *err)
{
    enum checksum_kind kind = download->checksum.kind;
    char found[CHECKSUM_TEXT_MAX];

    checksum_final(&download->checksum, found);
    if (kind != CHECKSUM_NONE && strcmp(found, download->expected) != 0) {
        char words[96];

        snprintf(words, sizeof words, "%s of the bytes that came is not the object's",
                 checksum_name(kind));
        return service_again(err, "ChecksumMismatch", words);
    }
    return 0;
}

int s3_get(struct s3 *s3, const struct s3_object *object, uint64_t max_bytes,
           const struct s3_sink *sink, struct s3_head *head, struct err *err)
{
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(S3_ERROR_BODY_BYTES) };
    CLEANUP(download_release)
    struct download download = { .object = object, .sink = sink, .max_bytes = max_bytes };
    struct s3_call *call = &download.call;
    struct err own;

    err = err != NULL ? err : &own;
    TRY(s3_call_init(s3, "GET", object->bucket, object->key, call, err));
    s3_call_object(call, object);
    s3_call_header(call, "x-amz-checksum-mode", "ENABLED");
    download.plain_headers = call->req.n_headers;
    call->req.sink = take;
    call->req.sink_ctx = &download;
    call->req.accept = complete;
    call->req.accept_ctx = &download;
    call->req.idle_bytes = S3_TRANSFER_IDLE;
    call->req.budget_ms = S3_TRANSFER_MS;
    if ((service_call(&s3->service, &call->req, &res, err) != 0 && !all_taken(&download, err)) ||
        compare_checksum(&download, err) != 0) {
        return s3_explain("read", object, err);
    }
    if (head != NULL) {
        *head = download.head;
    }
    if (download.sink_failed) {
        *err = download.sink_err;
        return -1;
    }
    return 0;
}

static int into_buf(void *ctx, const struct s3_head *head, struct span piece, struct err *err)
{
    struct buf *out = ctx;

    (void)head;
    buf_add_span(out, piece);
    return buf_check(out, "object", err);
}

int s3_get_buf(struct s3 *s3, const struct s3_object *object, struct buf *out, struct s3_head *head,
               struct err *err)
{
    const struct s3_sink sink = { into_buf, out };
    unsigned most = aws_config_attempts(s3->service.config);
    struct err own;

    err = err != NULL ? err : &own;
    for (unsigned attempt = 1;; attempt++) {
        buf_clear(out);
        if (s3_get(s3, object, out->max, &sink, head, err) == 0) {
            return 0;
        }
        if (strcmp(err->code, "ChecksumMismatch") != 0 || attempt >= most) {
            buf_clear(out);
            return -1;
        }
    }
}

/* One range on its way into the caller's memory. After a cut the next try asks for the rest. */
struct range {
    uint64_t offset;
    size_t len, got, expected;
    size_t from;     /* where the next try begins: 0, or what was reached */
    uint64_t before; /* bytes that come before ours, from who sends the whole object */
    uint8_t *out;
    struct s3_call call;
    char text[S3_MAX_RANGE_TEXT]; /* the header's value */
    enum checksum_kind checksum;  /* known only of a range that is the whole object */
    char told[CHECKSUM_TEXT_MAX];
};

static void range_release(struct range *range)
{
    s3_call_release(&range->call);
}

static void range_ask(struct range *range, size_t from)
{
    range->from = from;
    snprintf(range->text, sizeof range->text, "bytes=%" PRIu64 "-%" PRIu64, range->offset + from,
             range->offset + range->len - 1);
}

/* What comes after a cut must be of this very object. False when it has no ETag to hold to. */
static bool range_holds(struct range *range, const struct http_response *res)
{
    struct s3_head head;

    if (range->call.if_match[0] == '\0') {
        (void)s3_head_read(&res->headers, &head);
        s3_call_object(&range->call, &(struct s3_object){ .etag = head.etag });
    }
    return range->call.if_match[0] != '\0';
}

/* What of the object is on its way: [*first, *last] of *total bytes. Who does not heed Range sends
 * the whole (RFC 9110, 14.2), as some stores do when a version is named. */
static bool range_on_its_way(const struct http_response *res, uint64_t *first, uint64_t *last,
                             uint64_t *total)
{
    struct s3_head head;

    if (res->status == 206) {
        return s3_content_range(http_header_get(&res->headers, "Content-Range"), first, last,
                                total);
    }
    if (res->status != 200 || !s3_head_read(&res->headers, &head) || head.size == 0) {
        return false;
    }
    *first = 0;
    *last = head.size - 1;
    *total = head.size;
    return true;
}

static int range_begin(struct range *range, const struct http_response *res, struct err *err)
{
    uint64_t begin = range->offset + range->from, first, last, total;
    uint64_t left = range->len - range->from;
    bool whole = res->status == 200;

    range->got = range->from;
    if (!range_on_its_way(res, &first, &last, &total) || last < begin ||
        (!whole && (first != begin || last - begin >= left)) ||
        (last - begin + 1 < left && last + 1 != total)) {
        return service_again(err, "BadAnswer", "another range came than was asked for");
    }
    range->before = begin - first;
    range->expected = range->got + (size_t)(last - begin < left ? last - begin + 1 : left);
    range->checksum = range->offset == 0 && range->expected == total
                          ? checksum_told(&res->headers, range->told)
                          : CHECKSUM_NONE;
    return 0;
}

static int range_take(void *ctx, const struct http_response *res, struct span piece,
                      struct err *err)
{
    struct range *range = ctx;
    size_t before, wanted;

    if (res->body_received == piece.len) {
        TRY(range_begin(range, res, err));
    }
    before = range->before < piece.len ? (size_t)range->before : piece.len;
    range->before -= before;
    wanted = piece.len - before;
    if (wanted > range->expected - range->got) {
        if (res->status != 200) {
            return service_again(err, "BadAnswer", "more bytes came than were asked for");
        }
        wanted = range->expected - range->got;
    }
    memcpy(range->out + range->got, piece.data + before, wanted);
    range->got += wanted;
    range_ask(range, range->got < range->expected && range_holds(range, res) ? range->got : 0);
    return 0;
}

static int range_complete(void *ctx, struct http_response *res, struct err *err)
{
    struct range *range = ctx;
    char found[CHECKSUM_TEXT_MAX];
    struct checksum checksum;

    if (res->body_received == 0 || range->got != range->expected) {
        return service_again(err, "BodyCut", "the range ended early");
    }
    if (range->checksum != CHECKSUM_NONE) {
        checksum_init(&checksum, range->checksum);
        checksum_update(&checksum, (struct span){ range->out, range->got });
        checksum_final(&checksum, found);
        return strcmp(found, range->told) == 0
                   ? 0
                   : service_again(err, "ChecksumMismatch",
                                   "the bytes that came are not the object's");
    }
    return 0;
}

int s3_get_range(struct s3 *s3, const struct s3_object *object, uint64_t offset, size_t len,
                 void *out, size_t *got, struct err *err)
{
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(S3_ERROR_BODY_BYTES) };
    CLEANUP(range_release) struct range range = { .offset = offset, .len = len, .out = out };
    struct s3_call *call = &range.call;

    *got = 0;
    if (len == 0) {
        return 0;
    }
    if (offset > UINT64_MAX - len) {
        return err_set(err, ERR_INPUT, "range from %" PRIu64 " is past any object", offset);
    }
    TRY(s3_call_init(s3, "GET", object->bucket, object->key, call, err));
    s3_call_object(call, object);
    range_ask(&range, 0);
    s3_call_header(call, "Range", range.text);
    call->req.sink = range_take;
    call->req.sink_ctx = &range;
    call->req.accept = range_complete;
    call->req.accept_ctx = &range;
    call->req.idle_bytes = S3_TRANSFER_IDLE;
    if (service_call(&s3->service, &call->req, &res, err) != 0) {
        return s3_explain("read", object, err);
    }
    *got = range.got;
    return 0;
}

/* An object as a struct source. */
struct ranged {
    struct s3 *s3;
    struct s3_object object;
    char *bucket, *key, *etag, *version_id;
    struct s3_traffic *traffic;
};

static int ranged_read(void *ctx, uint64_t offset, void *out, size_t len, size_t *got,
                       struct err *err)
{
    struct ranged *ranged = ctx;

    TRY(s3_get_range(ranged->s3, &ranged->object, offset, len, out, got, err));
    if (ranged->traffic != NULL) {
        ranged->traffic->requests++;
        ranged->traffic->bytes += *got;
    }
    return 0;
}

static void ranged_release(void *ctx)
{
    struct ranged *ranged = ctx;

    mem_free(ranged->bucket);
    mem_free(ranged->key);
    mem_free(ranged->etag);
    mem_free(ranged->version_id);
    mem_free(ranged);
}

struct source s3_source(struct s3 *s3, const struct s3_object *object, uint64_t size,
                        struct s3_traffic *traffic)
{
    static const struct source_ops ops = { ranged_read, NULL, ranged_release };
    struct ranged *ranged = mem_zalloc(sizeof *ranged);

    *ranged = (struct ranged){ .s3 = s3,
                               .bucket = mem_strdup(object->bucket),
                               .key = mem_strdup(object->key),
                               .etag = mem_strdup(object->etag),
                               .version_id = mem_strdup(object->version_id),
                               .traffic = traffic };
    ranged->object =
        (struct s3_object){ ranged->bucket, ranged->key, ranged->etag, ranged->version_id };
    return (struct source){ &ops, ranged, size };
}
