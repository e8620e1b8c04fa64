#include "net/http.h"

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include "base/clock.h"
#include "base/mem.h"
#include "net/http_library.h"
#include "net/uri.h"

#define STOP_LOOK_MS   50   /* how often the stop flag is looked at */
#define IDLE_LOOK_MS   1000 /* the same without one */
#define KEPT_SOCKETS   8L
#define RECEIVE_BYTES  (128L * 1024)
#define RESOLVE_KEEP_S 60L

struct http {
    CURL *easy;
    CURLM *multi;
    char *ca_bundle;
};

/* One request under way. */
struct transfer {
    const struct http_library *curl;
    struct http *http;
    const struct http_request *req;
    struct http_response *res;
    struct err *err;  /* of a callback that ended the transfer */
    bool failed;      /* err is filled */
    uint64_t mark_ms; /* when progress was last seen */
    uint64_t mark_bytes;
    uint64_t header_bytes;
    bool head_ended; /* the blank line after the headers was seen */
    struct curl_slist *headers;
};

struct http *http_new(const char *ca_bundle)
{
    struct http *http = mem_zalloc(sizeof *http);

    http->ca_bundle = mem_strdup(ca_bundle);
    return http;
}

void http_free(struct http *http)
{
    if (http == NULL) {
        return;
    }
    if (http->easy != NULL) {
        http_library()->easy_cleanup(http->easy);
    }
    if (http->multi != NULL) {
        http_library()->multi_cleanup(http->multi);
    }
    mem_free(http->ca_bundle);
    mem_free(http);
}

const char *http_library_version(void)
{
    return "libcurl/" LIBCURL_VERSION;
}

/* "Name: value" of the answer; a status line (an interim answer's, too) starts anew. */
static int take_header(struct transfer *transfer, struct span line)
{
    const uint8_t *colon = line.len > 0 ? memchr(line.data, ':', line.len) : NULL;
    size_t name_len = colon != NULL ? (size_t)(colon - line.data) : 0;

    if (span_starts(line, span_str("HTTP/"))) {
        http_headers_clear(&transfer->res->headers);
        transfer->head_ended = false;
        return 0;
    }
    if (name_len == 0) {
        transfer->head_ended = transfer->head_ended || line.len <= 2; /* CR LF */
        return 0;
    }
    return http_headers_add(&transfer->res->headers, (struct span){ line.data, name_len },
                            span_from(line, name_len + 1), transfer->err);
}

static size_t on_header(char *bytes, size_t size, size_t count, void *ctx)
{
    struct transfer *transfer = ctx;
    struct span line = { (const uint8_t *)bytes, size * count };

    transfer->header_bytes += line.len;
    if (take_header(transfer, line) != 0) {
        transfer->failed = true;
        return 0;
    }
    return line.len;
}

static int read_status(struct transfer *transfer)
{
    long status = 0;

    transfer->curl->getinfo(transfer->http->easy, CURLINFO_RESPONSE_CODE, &status);
    transfer->res->status = (int)status;
    return transfer->res->status;
}

/* Of a refusal the beginning is enough: a proxy's long page must not hide the status. */
static int keep_body(struct transfer *transfer, struct span piece)
{
    struct buf *body = &transfer->res->body;
    size_t room = body->max - body->len;

    if (piece.len > room) {
        if (transfer->res->status / 100 == 2) {
            return http_bad_answer(transfer->err, "the answer's body is over its cap");
        }
        piece.len = room;
    }
    buf_add_span(body, piece);
    return 0;
}

static int take_body(struct transfer *transfer, struct span piece)
{
    const struct http_request *req = transfer->req;
    int status = read_status(transfer);

    transfer->res->body_received += piece.len;
    if (req->sink != NULL && status >= 200 && status <= 299) {
        uint64_t before_ms = clock_monotonic_ms();
        int result = req->sink(req->sink_ctx, transfer->res, piece, transfer->err);

        /* What a slow taker takes is not the service's silence. */
        transfer->mark_ms += clock_monotonic_ms() - before_ms;
        return result;
    }
    return keep_body(transfer, piece);
}

static size_t on_body(char *bytes, size_t size, size_t count, void *ctx)
{
    struct transfer *transfer = ctx;
    struct span piece = { (const uint8_t *)bytes, size * count };

    if (take_body(transfer, piece) != 0) {
        transfer->failed = true;
        return 0;
    }
    return piece.len;
}

/* As libcurl's own, but not inherited by the decoder processes that are started meanwhile. */
static curl_socket_t open_socket(void *ctx, curlsocktype purpose, struct curl_sockaddr *address)
{
    (void)ctx;
    (void)purpose;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static int check_header(const struct http_header *header, struct err *err)
{
    if (header->name[0] == '\0' || strpbrk(header->name, "\r\n:") != NULL ||
        strpbrk(header->value, "\r\n") != NULL) {
        return err_set(err, ERR_INTERNAL, "request header '%s' cannot be sent", header->name);
    }
    return 0;
}

/* libcurl copies texts. Where it has no memory for one the request must not go out without it:
 * unsigned, unconditional, by another method, trusting others. */
static void set_text(const struct http_library *curl, CURL *easy, CURLoption option,
                     const char *text)
{
    if (curl->setopt(easy, option, text) != CURLE_OK) {
        mem_refused();
    }
}

static void add_line(struct transfer *transfer, const char *line)
{
    struct curl_slist *longer = transfer->curl->slist_append(transfer->headers, line);

    if (longer == NULL) {
        mem_refused();
    }
    transfer->headers = longer;
}

/* libcurl's list: "Name: value"; "Name;" sends an empty value, "Name:" takes libcurl's own out. */
static int add_headers(struct transfer *transfer, struct err *err)
{
    static const char *const not_ours[] = { "Expect:", "Accept:", "Content-Type:" };
    const struct http_request *req = transfer->req;

    for (size_t i = 0; i < ARRAY_LEN(not_ours); i++) {
        add_line(transfer, not_ours[i]);
    }
    for (size_t i = 0; i < req->n_headers; i++) {
        CLEANUP(mem_freep) char *line = NULL;
        const struct http_header *header = &req->headers[i];

        TRY(check_header(header, err));
        line = header->value[0] == '\0' ? mem_printf("%s;", header->name)
                                        : mem_printf("%s: %s", header->name, header->value);
        add_line(transfer, line);
        mem_wipe(line, strlen(line)); /* may be a token; libcurl's copy ends with the list */
    }
    return 0;
}

static void set_body(const struct http_library *curl, CURL *easy, const struct http_request *req)
{
    bool sends = strcmp(req->method, "PUT") == 0 || strcmp(req->method, "POST") == 0;

    if (strcmp(req->method, "HEAD") == 0) {
        curl->setopt(easy, CURLOPT_NOBODY, 1L);
    } else if (sends || req->body.len > 0) {
        curl->setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)req->body.len);
        curl->setopt(easy, CURLOPT_POSTFIELDS,
                     req->body.len > 0 ? (const char *)req->body.data : "");
    }
    set_text(curl, easy, CURLOPT_CUSTOMREQUEST, req->method);
}

/* Credentials come from loopback and link-local addresses: no proxy is to see them. */
static int set_target(const struct http_library *curl, CURL *easy, const struct http_request *req,
                      struct err *err)
{
    CLEANUP(mem_freep) char *origin = NULL;
    const char *host = strstr(req->url, "://");
    struct uri uri;

    host = host != NULL ? host + 3 : req->url;
    origin = mem_strndup(req->url, (size_t)(host - req->url) + strcspn(host, "/?"));
    TRY(uri_parse("request", origin, &uri, err));
    if (!uri.https && !uri_host_is_local(uri.host)) {
        return err_set(err, ERR_USAGE, "request to '%s': http is for loopback and link-local hosts",
                       uri.host);
    }
    if (uri_host_is_local(uri.host)) {
        set_text(curl, easy, CURLOPT_PROXY, "");
    }
    set_text(curl, easy, CURLOPT_URL, req->url);
    return 0;
}

static void set_limits(const struct http_library *curl, CURL *easy, const struct http_request *req)
{
    curl->setopt(
        easy, CURLOPT_CONNECTTIMEOUT_MS,
        (long)(req->connect_timeout_ms > 0 ? req->connect_timeout_ms : HTTP_CONNECT_TIMEOUT_MS));
    curl->setopt(easy, CURLOPT_TIMEOUT_MS, (long)req->total_timeout_ms);
    curl->setopt(easy, CURLOPT_MAXCONNECTS, KEPT_SOCKETS);
    curl->setopt(easy, CURLOPT_BUFFERSIZE, RECEIVE_BYTES);
    curl->setopt(easy, CURLOPT_DNS_CACHE_TIMEOUT, RESOLVE_KEEP_S);
    curl->setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl->setopt(easy, CURLOPT_NOSIGNAL, 1L);
}

/* What never depends on the request. Verification is libcurl's default; said here, so that it can
 * be seen. */
static void set_rules(const struct http_library *curl, CURL *easy, const char *ca_bundle)
{
    curl->setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl->setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl->setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (ca_bundle != NULL) {
        set_text(curl, easy, CURLOPT_CAINFO, ca_bundle);
        curl->setopt(easy, CURLOPT_CAPATH, NULL);
    }
    curl->setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl->setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl->setopt(easy, CURLOPT_PATH_AS_IS, 1L); /* a key may hold "../" and is signed with it */
    curl->setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    curl->setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl->setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
}

static int set_up(struct transfer *transfer, struct err *err)
{
    const struct http_library *curl = transfer->curl;
    CURL *easy = transfer->http->easy;

    curl->easy_reset(easy);
    set_rules(curl, easy, transfer->http->ca_bundle);
    TRY(set_target(curl, easy, transfer->req, err));
    set_limits(curl, easy, transfer->req);
    set_body(curl, easy, transfer->req);
    TRY(add_headers(transfer, err));
    curl->setopt(easy, CURLOPT_HTTPHEADER, transfer->headers);
    curl->setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
    curl->setopt(easy, CURLOPT_HEADERDATA, transfer);
    curl->setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    curl->setopt(easy, CURLOPT_WRITEDATA, transfer);
    return 0;
}

static int open_handles(struct http *http, struct err *err)
{
    const struct http_library *curl = http_library();

    if (curl == NULL) {
        return err_set(err, ERR_INTERNAL, "cannot load libcurl.so.4");
    }
    if (http->easy == NULL) {
        http->easy = curl->easy_init();
    }
    if (http->multi == NULL) {
        http->multi = curl->multi_init();
    }
    if (http->easy == NULL || http->multi == NULL) {
        return err_set(err, ERR_TRANSIENT, "cannot start libcurl"); /* memory is short */
    }
    curl->multi_setopt(http->multi, CURLMOPT_MAXCONNECTS, KEPT_SOCKETS);
    return 0;
}

static int fail(struct err *err, enum err_kind kind, const char *code, const char *host,
                const char *why)
{
    err_set(err, kind, "request to '%s': %s", host, why);
    return err_code(err, code);
}

/* Which of our names a failure of libcurl has; the rest are faults of the connection. */
static const struct {
    CURLcode curl;
    enum err_kind kind;
    const char *code;
} failures[] = {
    { CURLE_COULDNT_RESOLVE_HOST, ERR_TRANSIENT, "DnsFailure" },
    { CURLE_COULDNT_RESOLVE_PROXY, ERR_TRANSIENT, "DnsFailure" },
    { CURLE_PEER_FAILED_VERIFICATION, ERR_TRANSIENT, "TlsRefused" },
    { CURLE_SSL_ISSUER_ERROR, ERR_TRANSIENT, "TlsRefused" },
    { CURLE_SSL_CACERT_BADFILE, ERR_TRANSIENT, "TlsRefused" },
    { CURLE_PARTIAL_FILE, ERR_TRANSIENT, "BodyCut" },
    { CURLE_WEIRD_SERVER_REPLY, ERR_TRANSIENT, "BadAnswer" },
    { CURLE_UNSUPPORTED_PROTOCOL, ERR_TRANSIENT, "BadAnswer" },
    { CURLE_OUT_OF_MEMORY, ERR_TRANSIENT,
      "BadAnswer" }, /* a header over libcurl's own limit, too */
    { CURLE_FAILED_INIT, ERR_TRANSIENT, "" },
};

/* libcurl has one code for both of its time limits. */
static const char *timeout_code(struct transfer *transfer)
{
    curl_off_t before_send_us = 0;

    transfer->curl->getinfo(transfer->http->easy, CURLINFO_PRETRANSFER_TIME_T, &before_send_us);
    return before_send_us == 0 ? "ConnectTimeout" : "TotalTimeout";
}

static int explain(struct transfer *transfer, CURLcode result, const char *host)
{
    const char *why = transfer->curl->strerror(result);

    if (transfer->failed) {
        return -1; /* a callback has said it */
    }
    if (result == CURLE_OPERATION_TIMEDOUT) {
        return fail(transfer->err, ERR_TRANSIENT, timeout_code(transfer), host, why);
    }
    if (transfer->res->body_received > 0 &&
        (result == CURLE_RECV_ERROR || result == CURLE_SEND_ERROR)) {
        return fail(transfer->err, ERR_TRANSIENT, "BodyCut", host, why);
    }
    for (size_t i = 0; i < ARRAY_LEN(failures); i++) {
        if (failures[i].curl == result) {
            return fail(transfer->err, failures[i].kind, failures[i].code, host, why);
        }
    }
    return fail(transfer->err, ERR_TRANSIENT, "ConnectionFault", host, why);
}

/* True while bytes move fast enough in either direction. */
static bool progressing(struct transfer *transfer)
{
    const struct http_request *req = transfer->req;
    uint64_t now_ms = clock_monotonic_ms();
    uint64_t enough = req->idle_bytes > 0 ? req->idle_bytes : 1;
    uint64_t limit_ms = req->idle_timeout_ms > 0 ? req->idle_timeout_ms : HTTP_IDLE_TIMEOUT_MS;
    curl_off_t sent = 0;
    uint64_t bytes;

    transfer->curl->getinfo(transfer->http->easy, CURLINFO_SIZE_UPLOAD_T, &sent);
    bytes = transfer->header_bytes + transfer->res->body_received + (uint64_t)sent;
    if (bytes - transfer->mark_bytes >= enough) {
        transfer->mark_bytes = bytes;
        transfer->mark_ms = now_ms;
    }
    return now_ms < transfer->mark_ms + limit_ms;
}

/* Runs the transfer to its end, or until it is stopped or stands still. */
static int run(struct transfer *transfer, const char *host)
{
    const struct http_library *curl = transfer->curl;
    const atomic_bool *stop = transfer->req->stop;
    int running = 1, queued;
    CURLMsg *message;

    for (;;) {
        if (stop != NULL && atomic_load(stop)) {
            return fail(transfer->err, ERR_CLOSED, "Stopped", host, "stopped");
        }
        if (curl->multi_perform(transfer->http->multi, &running) != CURLM_OK) {
            return fail(transfer->err, ERR_TRANSIENT, "", host, "libcurl failed");
        }
        if (running == 0) {
            break;
        }
        if (!progressing(transfer)) {
            return fail(transfer->err, ERR_TRANSIENT, "IdleTimeout", host, "no progress");
        }
        curl->multi_poll(transfer->http->multi, NULL, 0, stop != NULL ? STOP_LOOK_MS : IDLE_LOOK_MS,
                         NULL);
    }
    message = curl->multi_info_read(transfer->http->multi, &queued);
    if (message == NULL || message->msg != CURLMSG_DONE) {
        return fail(transfer->err, ERR_TRANSIENT, "", host, "libcurl lost the request");
    }
    if (message->data.result != CURLE_OK) {
        return explain(transfer, message->data.result, host);
    }
    /* libcurl takes an answer that was cut inside its headers for one without a body. */
    return transfer->head_ended ? 0
                                : fail(transfer->err, ERR_TRANSIENT, "ConnectionFault", host,
                                       "the answer was cut in its headers");
}

/* The host of a URL that set_target has taken, for messages. */
static void host_of(const char *url, char out[256])
{
    const char *start = strstr(url, "://");
    size_t len;

    start = start != NULL ? start + 3 : url;
    len = strcspn(start, "/?");
    snprintf(out, 256, "%.*s", (int)(len < 255 ? len : 255), start);
}

static int send_request(void *ctx, const struct http_request *req, struct http_response *res,
                        struct err *err)
{
    struct http *http = ctx;
    struct transfer transfer = { .curl = http_library(), .http = http, .req = req, .res = res };
    struct err own = { 0 };
    char host[256];
    int result;

    transfer.err = err != NULL ? err : &own;
    http_response_clear(res);
    TRY(open_handles(http, err));
    host_of(req->url, host);
    result = set_up(&transfer, err);
    if (result == 0) {
        transfer.mark_ms = clock_monotonic_ms();
        result = transfer.curl->multi_add(http->multi, http->easy) == CURLM_OK
                     ? run(&transfer, host)
                     : fail(transfer.err, ERR_TRANSIENT, "", host, "libcurl failed");
        transfer.curl->multi_remove(http->multi, http->easy);
        read_status(&transfer);
    }
    transfer.curl->easy_reset(http->easy); /* forgets pointers into the request */
    transfer.curl->slist_free_all(transfer.headers);
    return result;
}

struct http_transport http_transport(struct http *http)
{
    return (struct http_transport){ send_request, http };
}
