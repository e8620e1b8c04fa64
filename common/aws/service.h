/*
 * One call of an AWS service: signed, sent, tried again as net/retry has it, and its error body
 * made into a struct err. Shared by the clients (s3, dynamodb, states, sts); callers of those need
 * only the errors below.
 *
 * What service_call() gives, err->code holding the service's own name and err->http_status the
 * status:
 *   ERR_NOT_FOUND     NoSuchKey, NoSuchBucket, ResourceNotFoundException, ActivityDoesNotExist, 404
 *   ERR_DENIED        AccessDenied, a wrong key or signature, no credentials, 401, 403
 *   ERR_PRECONDITION  412, ConditionalCheckFailedException
 *   ERR_CLOSED        TaskTimedOut, TaskDoesNotExist, InvalidToken; "Stopped" by the stop flag
 *   ERR_OUTPUT        InvalidOutput
 *   ERR_TRANSIENT     throttling, 5xx, faults of the connection, answers that are none or over
 *                     their cap, when the tries are used up;
 *                     credentials that have expired, or that are refused when just fetched
 *   ERR_INPUT         any other 4xx
 * Refused credentials are fetched anew once and a skewed clock is corrected once, both tried again
 * at once and apart from the number of tries.
 */
#ifndef AWS_SERVICE_H
#define AWS_SERVICE_H

#include <stdatomic.h>

#include "aws/config.h"
#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"
#include "net/http.h"

enum service_errors { SERVICE_ERRORS_XML, SERVICE_ERRORS_JSON };

/* What is the same for all calls of one service. */
struct service_kind {
    const char *name;         /* in the signature's scope: "s3", "dynamodb", "states", "sts" */
    const char *endpoint_env; /* "AWS_ENDPOINT_URL_S3" */
    const char *endpoint_key; /* in a profile's services section: "s3" */
    const char *host_prefix;  /* of the default endpoint: "s3", "dynamodb", … */
    enum service_errors errors;
    bool s3_signing; /* path encoded once and not normalised, x-amz-content-sha256 signed */
};
extern const struct service_kind service_s3, service_dynamodb, service_states, service_sts;

struct service {
    struct aws_config *config;
    struct http_transport http;
    const struct service_kind *kind;
    const atomic_bool *stop; /* ends requests and waits, ERR_CLOSED "Stopped"; may be NULL */
};

struct service_pair {
    const char *name, *value; /* decoded; encoded when sent */
};

#define SERVICE_MAX_HEADERS 24

struct service_request {
    const char *method;
    const char *host;   /* "host" or "host:port"; NULL: the endpoint's own */
    const char *region; /* in the signature's scope; NULL: the configured one */
    const char *path;   /* encoded once, begins with '/'; appended to the endpoint's own path */
    const struct service_pair *query;
    size_t n_query;
    const struct http_header *headers; /* beside Host, X-Amz-*: for signing */
    size_t n_headers;
    struct span body;
    /* As in http.h. A sink that has taken bytes may change headers and n_headers (Range) before it
     * returns: each try reads them anew. */
    int (*sink)(void *ctx, const struct http_response *res, struct span piece, struct err *err);
    void *sink_ctx;
    uint64_t idle_timeout_ms, idle_bytes, total_timeout_ms; /* of one try, as in http.h */
    uint64_t budget_ms; /* of all tries and waits together; 0: SERVICE_BUDGET_MS */
    unsigned attempts;  /* 0: as configured; 1: no retry */
    bool not_signed;    /* AssumeRoleWithWebIdentity */
    /* Looks at an answer with status 2xx before it counts as one; -1 with ERR_TRANSIENT has it
     * tried again, any other error is final. May be NULL. */
    int (*accept)(void *ctx, struct http_response *res, struct err *err);
    void *accept_ctx;
    /* For calls whose credentials are themselves being fetched (STS); NULL: the shared ones. */
    const struct credentials *credentials;
    const char
        *secret; /* a task token in the body: never to be repeated in an error; may be NULL */
};

#define SERVICE_BUDGET_MS 90000

/* 0 once an answer with status 2xx is there; res->body has the caller's cap. */
MUST_CHECK int service_call(struct service *service, const struct service_request *req,
                            struct http_response *res, struct err *err);

/* For accept() and sinks: an answer that is to be asked for again, with a code of our own such as
 * "ChecksumMismatch" or "BadAnswer". Gives -1. */
int service_again(struct err *err, const char *code, const char *message);

#endif
