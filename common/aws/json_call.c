#include "aws/json_call.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "base/mem.h"

#define MAX_REQUEST_BYTES ((size_t)4 * 1024 * 1024)

/* DynamoDB sends the CRC32 of its bodies in decimal. */
static bool crc_holds(const struct http_response *res)
{
    const char *told = http_header_get(&res->headers, "x-amz-crc32");
    char found[16];

    snprintf(found, sizeof found, "%" PRIu32, digest_crc32(0, buf_span(&res->body)));
    return told == NULL || strcmp(told, found) == 0;
}

static int accept_answer(void *ctx, struct http_response *res, struct err *err)
{
    struct json_object **answer = ctx;
    struct err why; /* may quote the body: not handed on */

    if (!crc_holds(res)) {
        return service_again(err, "ChecksumMismatch", "CRC32 of the answer is not x-amz-crc32");
    }
    if (res->body.len == 0) {
        *answer = json_new_object();
        return 0;
    }
    if (json_parse(buf_span(&res->body), answer, &why) != 0 || !json_is_object(*answer)) {
        json_releasep(answer);
        return service_again(err, "BadAnswer", "the answer is no JSON object");
    }
    return 0;
}

int json_call(struct service *service, const struct json_call *call,
              const struct json_object *request, struct json_object **answer, struct buf *raw,
              struct err *err)
{
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(call->max_answer_bytes) };
    CLEANUP(buf_release) struct buf body = BUF_INIT(MAX_REQUEST_BYTES);
    const struct http_header headers[] = {
        { "Content-Type", call->content_type },
        { "X-Amz-Target", call->target },
    };
    struct service_request req = {
        .method = "POST",
        .path = "/",
        .headers = headers,
        .n_headers = ARRAY_LEN(headers),
        .idle_timeout_ms = call->idle_timeout_ms,
        .budget_ms = call->budget_ms,
        .attempts = call->attempts,
        .accept = accept_answer,
        .accept_ctx = answer,
        .secret = call->secret,
    };
    int result;

    *answer = NULL;
    json_write(request, &body);
    TRY(buf_check(&body, "request body", err));
    req.body = buf_span(&body);
    result = service_call(service, &req, &res, err);
    if (result != 0 && raw != NULL) {
        buf_add_span(raw, buf_span(&res.body));
    }
    if (call->secret != NULL) {
        mem_wipe(body.data, body.len);
    }
    return result;
}
