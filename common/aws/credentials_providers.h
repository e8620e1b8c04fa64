/* The providers of credentials, one file each; for credentials.c and tests. */
#ifndef AWS_CREDENTIALS_PROVIDERS_H
#define AWS_CREDENTIALS_PROVIDERS_H

#include "aws/config.h"
#include "aws/credentials.h"
#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"
#include "net/http.h"

/* What a provider works with. */
struct provider_env {
    struct aws_config *config;
    struct http_transport http;
};

/*
 * *configured says whether this provider is meant to answer at all; when it is and cannot, the
 * chain ends with err. out is released by the caller.
 */
typedef int provider_fetch(const struct provider_env *env, bool *configured,
                           struct credentials *out, struct err *err);

provider_fetch provider_environment;  /* AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, … */
provider_fetch provider_web_identity; /* AWS_WEB_IDENTITY_TOKEN_FILE, AWS_ROLE_ARN */
provider_fetch provider_profile;      /* AWS_PROFILE in the shared files */
provider_fetch provider_container;    /* ECS, EKS: AWS_CONTAINER_CREDENTIALS_… */
provider_fetch provider_imds;         /* EC2, version 2 of the metadata service */

/* "credential_process": runs the command, reads its JSON. 30 s at most; its words are split as a
 * shell would ('…', "…", \), without a shell. */
MUST_CHECK int provider_process(const char *command, struct credentials *out, struct err *err);

/* A role by a token file: re-read each time, since the platform renews it. */
MUST_CHECK int provider_web_identity_role(const struct provider_env *env, const char *token_file,
                                          const char *role_arn, const char *session_name,
                                          struct credentials *out, struct err *err);

/*
 * The JSON of ECS, IMDS and processes. token: "Token" or "SessionToken". who names the provider in
 * errors. ERR_USAGE for what has not the members, or a time that is none.
 */
MUST_CHECK int provider_parse_json(const char *who, struct span text, const char *token,
                                   struct credentials *out, struct err *err);

/* A plain GET or PUT to a local address, up to `tries` times. Status 200 or err. */
MUST_CHECK int provider_http(const struct provider_env *env, const char *who, unsigned tries,
                             const struct http_request *req, struct http_response *res,
                             struct err *err);

#define PROVIDER_MAX_ANSWER_BYTES ((size_t)64 * 1024)
#define PROVIDER_MAX_TOKEN_BYTES  ((size_t)32 * 1024)

#endif
