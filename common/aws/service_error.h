/* The error body of an AWS answer, made into a struct err; for service.c and tests. */
#ifndef AWS_SERVICE_ERROR_H
#define AWS_SERVICE_ERROR_H

#include "aws/service.h"
#include "base/def.h"
#include "base/err.h"
#include "net/http.h"

/* What an error is about beside its kind. */
enum service_trouble {
    SERVICE_TROUBLE_NONE,
    SERVICE_TROUBLE_EXPIRED, /* the credentials: fetch others */
    SERVICE_TROUBLE_SKEWED   /* our clock: err is ERR_TRANSIENT */
};

/*
 * Fills err (kind, code, http_status, message, hint) from an answer whose status is not 2xx, or
 * whose body is an error all the same. secrets: texts that no message may repeat, even in part (a
 * message that does is left out); NULL at the end.
 */
enum service_trouble service_error(const struct service_kind *kind, const struct http_response *res,
                                   const char *const *secrets, struct err *err);

#endif
