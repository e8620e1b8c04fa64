/* Calls of the services that speak JSON (DynamoDB, Step Functions); for their clients alone. */
#ifndef AWS_JSON_CALL_H
#define AWS_JSON_CALL_H

#include "aws/service.h"
#include "base/json.h"

struct json_call {
    const char *target;       /* X-Amz-Target: "DynamoDB_20120810.GetItem" */
    const char *content_type; /* "application/x-amz-json-1.0" */
    size_t max_answer_bytes;
    uint64_t idle_timeout_ms, budget_ms; /* as in service.h */
    unsigned attempts;
    const char *secret; /* as in service.h */
};

/*
 * Sends request and gives the answer's object (caller releases). A body that is cut or flipped (no
 * JSON object, another x-amz-crc32) is asked for again. raw, when not NULL, gets the body of an
 * error answer; its cap is the caller's.
 */
MUST_CHECK int json_call(struct service *service, const struct json_call *call,
                         const struct json_object *request, struct json_object **answer,
                         struct buf *raw, struct err *err);

#endif
