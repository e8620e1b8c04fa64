/*
 * HTTP requests on libcurl, which is loaded at the first request (it would cost 5 ms of every
 * start) and seen in http.c alone.
 *
 * TLS certificates and names are always verified; there is no way to switch that off. Redirects
 * are not followed. Connections are kept and used again by the same struct http. Proxies are taken
 * from HTTPS_PROXY, HTTP_PROXY and NO_PROXY as libcurl reads them, but never for loopback and
 * link-local hosts (credentials come from there).
 */
#ifndef NET_HTTP_H
#define NET_HTTP_H

#include <stdatomic.h>

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"

#define HTTP_CONNECT_TIMEOUT_MS 3000
#define HTTP_IDLE_TIMEOUT_MS    10000

/* Header name and value. In a request both are the caller's until the answer is there. */
struct http_header {
    const char *name, *value;
};

/* The headers of an answer: names and values as they came, trimmed, NUL-terminated. */
#define HTTP_MAX_HEADERS      100
#define HTTP_MAX_HEADER_BYTES (64 * 1024) /* all names and values of one answer */
struct http_headers {
    struct http_header rows[HTTP_MAX_HEADERS];
    size_t n, bytes;
};

struct http_response {
    int status;
    struct http_headers headers;
    struct buf body;        /* what no sink took; the caller sets its cap before the request */
    uint64_t body_received; /* bytes of body, those that a sink took included */
};

struct http_request {
    const char *method;
    const char *url; /* complete, encoded, sent as it stands */
    const struct http_header *headers;
    size_t n_headers;
    struct span body; /* sent with Content-Length, also when empty (PUT, POST) */

    /* Takes the body of an answer with status 2xx piece by piece, in place of response->body. The
     * status and headers are there already. -1 (err filled) ends the request with that error. */
    int (*sink)(void *ctx, const struct http_response *res, struct span piece, struct err *err);
    void *sink_ctx;

    uint64_t connect_timeout_ms; /* 0: HTTP_CONNECT_TIMEOUT_MS */
    uint64_t idle_timeout_ms;    /* without progress in either direction; 0: HTTP_IDLE_TIMEOUT_MS */
    uint64_t idle_bytes; /* what counts as progress in that time; 0: a single byte. Catches a body
                            that crawls */
    uint64_t total_timeout_ms; /* 0: none */
    const atomic_bool *stop; /* set by another thread: the request ends within 0.1 s; may be NULL */
};

/*
 * The one seam to the network: tests replace it by a script. send() returns 0 once an answer with
 * any status has been read whole. Its errors, with err->code:
 *   ERR_TRANSIENT  ConnectTimeout, IdleTimeout, TotalTimeout, DnsFailure, ConnectionFault, BodyCut
 *                  (response->body_received says how far), TlsRefused (wrong name, expired or
 *                  unknown certificate: not asked again), BadAnswer (no HTTP, or over the caps;
 *                  the body of a refusal is cut at its cap instead)
 *   ERR_CLOSED     Stopped, by request->stop
 *   ERR_INTERNAL   no libcurl, no descriptors
 */
struct http_transport {
    int (*send)(void *ctx, const struct http_request *req, struct http_response *res,
                struct err *err);
    void *ctx;
};

struct http; /* opaque: one thread's connections */

/* ca_bundle: a PEM file in place of the system's (AWS_CA_BUNDLE), NULL for the system's; copied. */
struct http *http_new(const char *ca_bundle);
void http_free(struct http *http);
DEFINE_FREEP(http)

struct http_transport http_transport(struct http *http);

/* "libcurl/7.88.1": what this was built for. Asking the library itself would load it, which takes
 * longer than the rest of a start. */
const char *http_library_version(void);

/* The value of a header (name in any case), NULL when it is absent. */
const char *http_header_get(const struct http_headers *headers, const char *name);

/* For transports: sets ERR_TRANSIENT with the code BadAnswer. */
int http_bad_answer(struct err *err, const char *why);

/* For transports: keeps a copy of one header; BadAnswer over the caps above. */
MUST_CHECK int http_headers_add(struct http_headers *headers, struct span name, struct span value,
                                struct err *err);
void http_headers_clear(struct http_headers *headers);

/* Empties for the next request, or for good. The cap of body stays. */
void http_response_clear(struct http_response *res);
void http_response_release(struct http_response *res);

#endif
