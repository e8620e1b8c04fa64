/*
 * What all AWS clients of a process share, between threads: region, endpoints, credentials, retry
 * bucket, clock skew. Read once from the environment and the shared files.
 */
#ifndef AWS_CONFIG_H
#define AWS_CONFIG_H

#include "aws/credentials.h"
#include "base/def.h"
#include "base/err.h"
#include "net/http.h"
#include "net/retry.h"

struct aws_config; /* opaque */

/*
 * environment: NAME=value strings, NULL at the end, read now and not kept.
 * Errors: ERR_USAGE that names the variable or file: no region, a region, endpoint or
 * AWS_MAX_ATTEMPTS that is none, a profile that does not exist.
 */
MUST_CHECK int aws_config_new(char *const *environment, struct aws_config **out, struct err *err);
void aws_config_free(struct aws_config *config); /* after the clients */
DEFINE_FREEP(aws_config)

/* The variable's value at the time of aws_config_new; NULL when unset or empty. */
const char *aws_config_env(const struct aws_config *config, const char *name);

const char *aws_config_region(const struct aws_config *config);
const char *aws_config_ca_bundle(const struct aws_config *config); /* for http_new; NULL: none */
unsigned aws_config_attempts(const struct aws_config *config);

/* The selected profile's value of a key ("endpoint_url", "role_arn"); NULL when it has none. */
const char *aws_config_profile_value(const struct aws_config *config, const char *key);

struct profile_files;
const struct profile_files *aws_config_files(const struct aws_config *config);

/* Reads the shared files anew (keys in them may have been changed since the start). */
MUST_CHECK int aws_config_read_files(const struct aws_config *config, struct profile_files *out,
                                     struct err *err);
const char *aws_config_profile_name(const struct aws_config *config);

struct credentials_cache *aws_config_credentials(struct aws_config *config);

/* The shared retry bucket, under its lock. */
unsigned aws_config_retry_acquire(struct aws_config *config, enum retry_reason reason);
void aws_config_retry_release(struct aws_config *config, unsigned taken);

/* The service's clock less ours, as its Date headers told. */
int64_t aws_config_skew_ms(const struct aws_config *config);
void aws_config_set_skew_ms(struct aws_config *config, int64_t skew_ms);

#endif
