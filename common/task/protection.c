#include "task/protection.h"

#include "base/json.h"
#include "base/log.h"
#include "base/mem.h"
#include "net/uri.h"

#define EXPIRES_MINUTES  30
#define RENEW_MS         (20 * 60 * 1000)
#define LINGER_MS        (60 * 1000)
#define TOTAL_TIMEOUT_MS 2000
#define ANSWER_MAX_BYTES (64 * 1024)

static int ask(const struct protection *protection, bool hold, struct http_transport http,
               struct err *err)
{
    CLEANUP(mem_freep) char *url = mem_printf("%s/task-protection/v1/state", protection->agent_uri);
    CLEANUP(json_releasep) struct json_object *order = json_new_object();
    CLEANUP(buf_release) struct buf body = BUF_INIT(256);
    CLEANUP(http_response_release)
    struct http_response res = { .body = BUF_INIT(ANSWER_MAX_BYTES) };
    struct http_header type = { "Content-Type", "application/json" };
    struct http_request req = { .method = "PUT",
                                .url = url,
                                .headers = &type,
                                .n_headers = 1,
                                .total_timeout_ms = TOTAL_TIMEOUT_MS };
    struct uri uri;

    TRY(uri_parse("ECS_AGENT_URI", url, &uri, err));
    if (!uri_host_is_local(uri.host)) {
        return err_set(err, ERR_USAGE, "ECS_AGENT_URI is '%s': a link-local address expected", url);
    }
    json_set_bool(order, "ProtectionEnabled", hold);
    if (hold) {
        json_set_u64(order, "ExpiresInMinutes", EXPIRES_MINUTES);
    }
    json_write(order, &body);
    req.body = buf_span(&body);
    TRY(http.send(http.ctx, &req, &res, err));
    return res.status == 200 ? 0 : err_set(err, ERR_DENIED, "the agent answered %d", res.status);
}

static void change(struct protection *protection, bool hold, uint64_t now_ms,
                   struct http_transport http)
{
    struct err err = { 0 };

    if (ask(protection, hold, http, &err) != 0) {
        log_warn("protection.failed", LOG_STR("message", err.message));
    }
    protection->held = hold; /* also when it failed: not again for this task */
    protection->renew_ms = now_ms + RENEW_MS;
}

uint64_t protection_tick(struct protection *protection, bool busy, uint64_t now_ms,
                         struct http_transport http)
{
    if (protection->agent_uri == NULL) {
        return UINT64_MAX;
    }
    if (busy) {
        protection->idle_ms = 0;
    } else if (protection->idle_ms == 0) {
        protection->idle_ms = now_ms;
    }
    if (busy && (!protection->held || now_ms >= protection->renew_ms)) {
        change(protection, true, now_ms, http);
    } else if (!busy && protection->held && now_ms >= protection->idle_ms + LINGER_MS) {
        change(protection, false, now_ms, http);
    }
    if (!protection->held) {
        return UINT64_MAX;
    }
    return busy ? protection->renew_ms : protection->idle_ms + LINGER_MS;
}
