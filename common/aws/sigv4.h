/*
 * AWS Signature Version 4: from a request, credentials and a time to the headers that sign it.
 * Pure: no clock, no environment, no I/O.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
#ifndef AWS_SIGV4_H
#define AWS_SIGV4_H

#include "base/buf.h"
#include "base/def.h"
#include "base/digest.h"
#include "base/err.h"

struct sigv4_pair {
    struct span name, value;
};

struct sigv4_request {
    struct span method;
    struct span path;               /* as it is sent, without the query; "" is "/" */
    const struct sigv4_pair *query; /* decoded, in any order */
    size_t n_query;
    const struct sigv4_pair *headers; /* as sent, repeats allowed; Host must be there */
    size_t n_headers;
    struct span payload_hash; /* SHA-256 of the body in lower-case hex, or "UNSIGNED-PAYLOAD" */
};

struct sigv4_signer {
    struct span access_key_id, secret_access_key, session_token; /* an empty token: none */
    struct span region, service;
    struct span timestamp; /* YYYYMMDDTHHMMSSZ */
    /* S3: all but omit_session_token the other way round than the rest of AWS. */
    bool normalize_path;     /* take ".", ".." and empty segments out of the signed path */
    bool double_encode;      /* encode the path once more before it is signed */
    bool signed_body_header; /* add and sign x-amz-content-sha256 */
    bool omit_session_token; /* neither add nor sign x-amz-security-token */
};

#define SIGV4_MAX_ADDED 3

struct sigv4_signed {
    struct buf canonical_request, string_to_sign, authorization;
    char signature[SHA256_HEX];
    /* Headers to send beside Authorization: they replace those of the same name. The values are
     * borrowed from request and signer. */
    struct sigv4_pair added[SIGV4_MAX_ADDED];
    size_t n_added;
};

/*
 * out: released by the caller; empty on failure.
 * ERR_INPUT, in words that hold no part of a secret: a header name that is no token (RFC 9110), CR,
 * LF or NUL in what becomes a line, a timestamp of another form, an empty id or secret, no Host.
 */
MUST_CHECK int sigv4_sign(const struct sigv4_request *request, const struct sigv4_signer *signer,
                          struct sigv4_signed *out, struct err *err);
void sigv4_signed_release(struct sigv4_signed *result);
DEFINE_TAKE(sigv4_signed)

#endif
