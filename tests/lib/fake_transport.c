#include "lib/fake_transport.h"

#include <string.h>

#include "base/mem.h"
#include "lib/unit.h"

static char *describe(const struct http_request *req)
{
    struct buf text = BUF_INIT((size_t)64 * 1024 * 1024);

    buf_printf(&text, "%s %s\n", req->method, req->url);
    for (size_t i = 0; i < req->n_headers; i++) {
        buf_printf(&text, "%s: %s\n", req->headers[i].name, req->headers[i].value);
    }
    buf_add_str(&text, "\n");
    buf_add_span(&text, req->body);
    buf_cstr(&text);
    return (char *)text.data;
}

static void expect(const struct fake_transport *fake, const char *text, const char *part,
                   const char *what)
{
    if (part != NULL && strstr(text, part) == NULL) {
        fail_msg("request %zu: %s '%s' expected in:\n%s", fake->at, what, part, text);
    }
}

static void check_request(const struct fake_transport *fake, const struct fake_step *step,
                          const char *text)
{
    char method[32];

    snprintf(method, sizeof method, "%s ", step->method != NULL ? step->method : "");
    if (step->method != NULL && strncmp(text, method, strlen(method)) != 0) {
        fail_msg("request %zu: %s expected: %s", fake->at, step->method, text);
    }
    expect(fake, text, step->url, "URL");
    if (step->header != NULL && step->header[0] == '!') {
        if (strstr(text, step->header + 1) != NULL) {
            fail_msg("request %zu: no header %s expected in:\n%s", fake->at, step->header + 1,
                     text);
        }
    } else {
        expect(fake, text, step->header, "header");
    }
    expect(fake, text, step->body, "body");
}

static void add_headers(const char *lines, struct http_response *res)
{
    while (lines != NULL && *lines != '\0') {
        size_t len = strcspn(lines, "\n");
        const char *colon = memchr(lines, ':', len);
        struct err err;

        assert_non_null(colon);
        assert_int_equal(
            http_headers_add(
                &res->headers, (struct span){ (const uint8_t *)lines, (size_t)(colon - lines) },
                (struct span){ (const uint8_t *)colon + 1, len - (size_t)(colon - lines) - 1 },
                &err),
            0);
        lines += len + (lines[len] == '\n');
    }
}

static int deliver(const struct fake_transport *fake, const struct http_request *req,
                   struct span body, struct http_response *res, struct err *err)
{
    while (body.len > 0) {
        size_t len =
            fake->piece_bytes > 0 && fake->piece_bytes < body.len ? fake->piece_bytes : body.len;
        struct span piece = { body.data, len };

        res->body_received += len;
        if (req->sink != NULL && res->status / 100 == 2) {
            TRY(req->sink(req->sink_ctx, res, piece, err));
        } else {
            buf_add_span(&res->body, piece);
            TRY(buf_check(&res->body, "answer's body", err));
        }
        body = span_from(body, len);
    }
    return 0;
}

static int send(void *ctx, const struct http_request *req, struct http_response *res,
                struct err *err)
{
    struct fake_transport *fake = ctx;
    const struct fake_step *step = &fake->steps[fake->at];
    char *text = describe(req);

    if (fake->at == fake->n_steps || fake->at == FAKE_MAX_REQUESTS) {
        fail_msg("a request more than the script has:\n%s", text);
    }
    fake->requests[fake->at] = text;
    check_request(fake, step, text);
    fake->at++;
    if (step->before != NULL) {
        step->before();
    }
    http_response_clear(res);
    res->status = step->status;
    add_headers(step->headers, res);
    TRY(deliver(fake, req,
                (struct span){ (const uint8_t *)step->answer, step->answer == NULL ? 0
                                                              : step->answer_len > 0
                                                                  ? step->answer_len
                                                                  : strlen(step->answer) },
                res, err));
    if (step->fault != NULL) {
        err_set(err, ERR_TRANSIENT, "scripted %s", step->fault);
        snprintf(err->code, sizeof err->code, "%s", step->fault);
        return -1;
    }
    return 0;
}

struct http_transport fake_transport(struct fake_transport *fake)
{
    return (struct http_transport){ send, fake };
}

void fake_transport_done(struct fake_transport *fake)
{
    if (fake->at != fake->n_steps) {
        fail_msg("%zu requests, the script has %zu", fake->at, fake->n_steps);
    }
    for (size_t i = 0; i < fake->at; i++) {
        mem_free(fake->requests[i]);
        fake->requests[i] = NULL;
    }
}
