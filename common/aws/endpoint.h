/*
 * Where a service is: by variable (the particular one first), by profile, or AWS's own host of the
 * region. https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
#ifndef AWS_ENDPOINT_H
#define AWS_ENDPOINT_H

#include "aws/config.h"
#include "aws/service.h"
#include "base/def.h"
#include "base/err.h"
#include "net/uri.h"

struct endpoint {
    struct uri uri; /* path without a trailing '/', no query */
    bool custom;    /* not AWS's own: S3 goes path style */
};

/* ERR_USAGE names the variable or key: no URL, or http to a host that is not local. */
MUST_CHECK int endpoint_resolve(const struct aws_config *config, const struct service_kind *kind,
                                struct endpoint *out, struct err *err);

/* "amazonaws.com", "amazonaws.com.cn", … by the region's partition. */
const char *endpoint_dns_suffix(const char *region);

/* A region as one label of a host name: letters, digits, '-', at most 63. */
bool endpoint_region_valid(const char *region);

/* How one bucket is addressed. */
struct bucket_address {
    char host[256];   /* "" for the endpoint's own */
    char region[64];  /* "" for the configured one; an access point's ARN names its own */
    char prefix[800]; /* of the path, encoded: "" or "/bucket" */
};

/*
 * Virtual host at AWS's own endpoint; path style at custom ones and for names with dots or names
 * that are no host label. ERR_INPUT for what can be neither a bucket nor an access point's ARN.
 */
MUST_CHECK int endpoint_bucket(const struct aws_config *config, const struct endpoint *endpoint,
                               const char *bucket, struct bucket_address *out, struct err *err);

#endif
