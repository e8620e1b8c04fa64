/*
 * Whatever a service answers, from its status to the end of its body, through the clients that ask.
 * The first byte says who asks; the rest are the answers in turn, each ended by 0xff: a byte for
 * the status, header lines, an empty line, the body.
 */
#include <string.h>

#include "aws/config.h"
#include "aws/dynamodb.h"
#include "aws/s3.h"
#include "aws/states.h"
#include "base/clock.h"
#include "base/json.h"
#include "target.h"
#include "task/identity.h"

#define AGENT "http://169.254.170.2/"

static struct span next_part(struct span *rest, uint8_t end)
{
    const uint8_t *found = rest->len > 0 ? memchr(rest->data, end, rest->len) : NULL;
    struct span part = { rest->data, found != NULL ? (size_t)(found - rest->data) : rest->len };

    *rest = span_from(*rest, part.len + 1);
    return part;
}

static int answer(struct span *rest, const struct http_request *req, struct http_response *res,
                  struct err *err)
{
    static const int statuses[] = { 200, 206, 204, 301, 400, 403, 404, 409, 412, 416, 500, 503 };
    struct span text = next_part(rest, 0xff), line;
    uint8_t first = text.len > 0 ? text.data[0] : 255;

    http_response_clear(res);
    res->status = statuses[first % ARRAY_LEN(statuses)];
    text = span_from(text, 1);
    while ((line = next_part(&text, '\n')).len > 0) {
        struct span name = next_part(&line, ':');

        TRY(http_headers_add(&res->headers, name, line, err));
    }
    res->body_received = text.len;
    if (req->sink != NULL && res->status / 100 == 2 && text.len > 0) {
        TRY(req->sink(req->sink_ctx, res, text, err));
    } else {
        buf_add_span(&res->body, text);
        TRY(buf_check(&res->body, "answer's body", err));
    }
    if (first < 128) {
        return 0;
    }
    err_set(err, ERR_TRANSIENT, "the connection broke");
    memcpy(err->code, "BodyCut", sizeof "BodyCut");
    return -1;
}

static int send(void *ctx, const struct http_request *req, struct http_response *res,
                struct err *err)
{
    return answer(ctx, req, res, err);
}

static void read_objects(struct aws_config *config, struct http_transport http, uint8_t who)
{
    const struct s3_object object = { "bucket", "key", who & 8 ? "etag" : NULL, NULL };
    const struct s3_put put = { "bucket", "key", NULL, NULL };
    CLEANUP(s3_freep) struct s3 *s3 = s3_new(config, http);
    CLEANUP(buf_release) struct buf whole = BUF_INIT(4096);
    struct s3_head head = { 0 };
    char part[64], etag[S3_ETAG_MAX];
    size_t got = 0;
    struct err err;

    if (s3_head(s3, &object, &head, &err) != 0) {
        head.size = 0;
    }
    if (s3_get_buf(s3, &object, &whole, &head, &err) == 0 && whole.len != head.size) {
        __builtin_trap();
    }
    if (s3_get_range(s3, &object, 3, sizeof part, part, &got, &err) == 0 && got > sizeof part) {
        __builtin_trap();
    }
    (void)!s3_put(s3, &put, span_str("body"), etag, &err);
}

static void read_items(struct aws_config *config, struct http_transport http)
{
    CLEANUP(dynamodb_freep) struct dynamodb *dynamodb = dynamodb_new(config, http);
    CLEANUP(json_releasep) struct json_object *request = json_new_object();
    CLEANUP(json_releasep) struct json_object *item = NULL;
    CLEANUP(json_releasep) struct json_object *old = NULL;
    struct err err;

    if (dynamodb_update_item(dynamodb, request, &old, &err) == 0 || old != NULL) {
        json_release(dynamodb_plain_item(old));
    }
    if (dynamodb_get_item(dynamodb, request, &item, &err) == 0) {
        json_release(dynamodb_plain_item(item));
    }
}

static void read_tasks(struct aws_config *config, struct http_transport http)
{
    CLEANUP(states_freep) struct states *states = states_new(config, http);
    CLEANUP(states_task_release) struct states_task task = { 0 };
    struct identity identity;
    struct err err;

    if (states_get_task(states, "arn", "me", &task, &err) == 0 && task.token != NULL) {
        (void)!states_heartbeat(states, task.token, &err);
        (void)!states_succeed(states, task.token, span_str("{}"), &err);
    }
    identity_read(&identity, AGENT "v4", http);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char region[] = "AWS_REGION=us-east-1", id[] = "AWS_ACCESS_KEY_ID=AKID",
                key[] = "AWS_SECRET_ACCESS_KEY=key",
                agent[] = "AWS_CONTAINER_CREDENTIALS_FULL_URI=" AGENT "v2";
    /* keys of the environment, of the container, of the machine */
    static char *const environments[][4] = { { region, id, key }, { region, agent }, { region } };
    struct clock_virtual now = { .unix_ms = INT64_C(1440938160000) };
    uint8_t who = size > 0 ? data[0] : 0;
    struct span rest = span_from((struct span){ data, size }, 1);
    struct http_transport http = { send, &rest };
    CLEANUP(aws_config_freep) struct aws_config *config = NULL;
    struct err err;

    clock_use(&now);
    if (aws_config_new(environments[who / 16 % 3], &config, &err) == 0) {
        switch (who % 4) {
        case 0:
            read_tasks(config, http);
            break;
        case 1:
            read_items(config, http);
            break;
        default:
            read_objects(config, http, who);
        }
    }
    clock_use(NULL);
    return 0;
}
