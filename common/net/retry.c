#include "net/retry.h"

#include <string.h>

static unsigned cost_of(enum retry_reason reason)
{
    return reason == RETRY_TIMED_OUT ? RETRY_COST_TIMEOUT : RETRY_COST;
}

unsigned retry_acquire(struct retry_bucket *bucket, enum retry_reason reason)
{
    unsigned cost = cost_of(reason);

    if (reason == RETRY_NOT || bucket->tokens < cost) {
        return 0;
    }
    bucket->tokens -= cost;
    return cost;
}

void retry_release(struct retry_bucket *bucket, unsigned taken)
{
    bucket->tokens += taken > 0 ? taken : 1;
    if (bucket->tokens > RETRY_BUCKET_TOKENS) {
        bucket->tokens = RETRY_BUCKET_TOKENS;
    }
}

uint64_t retry_wait_ms(unsigned retry, uint32_t random)
{
    unsigned doublings = retry > 0 ? retry - 1 : 0;
    uint64_t most_ms = doublings < 5 ? UINT64_C(1000) << doublings : RETRY_MAX_WAIT_MS;

    return most_ms * random / UINT32_MAX;
}

enum retry_reason retry_of_status(int http_status)
{
    switch (http_status) {
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
        return RETRY_FAULT;
    case 408:
        return RETRY_TIMED_OUT;
    default:
        return RETRY_NOT;
    }
}

enum retry_reason retry_of_code(const char *code)
{
    static const struct {
        const char *code;
        enum retry_reason reason;
    } rows[] = {
        /* the SDKs' list of throttling names */
        { "BandwidthLimitExceeded", RETRY_FAULT },
        { "EC2ThrottledException", RETRY_FAULT },
        { "LimitExceededException", RETRY_FAULT },
        { "PriorRequestNotComplete", RETRY_FAULT },
        { "ProvisionedThroughputExceededException", RETRY_FAULT },
        { "RequestLimitExceeded", RETRY_FAULT },
        { "RequestThrottled", RETRY_FAULT },
        { "RequestThrottledException", RETRY_FAULT },
        { "SlowDown", RETRY_FAULT },
        { "ThrottledException", RETRY_FAULT },
        { "Throttling", RETRY_FAULT },
        { "ThrottlingException", RETRY_FAULT },
        { "TooManyRequestsException", RETRY_FAULT },
        { "TransactionInProgressException", RETRY_FAULT },
        /* those of the services that we call */
        { "ActivityWorkerLimitExceeded", RETRY_FAULT },
        { "KMS.ThrottlingException", RETRY_FAULT }, /* of the key that S3 wanted */
        { "KmsThrottlingException", RETRY_FAULT },  /* the same at Step Functions */
        { "ReplicatedWriteConflictException", RETRY_FAULT },
        { "TransactionConflictException", RETRY_FAULT },
        /* transient faults of the services */
        { "IDPCommunicationError", RETRY_FAULT },
        { "InternalError", RETRY_FAULT },
        { "InternalFailure", RETRY_FAULT },
        { "InternalServerError", RETRY_FAULT },
        { "OperationAborted", RETRY_FAULT },
        { "TemporaryRedirect", RETRY_FAULT }, /* a new bucket, not yet known everywhere */
        { "RequestTimeout", RETRY_TIMED_OUT },
        { "RequestTimeoutException", RETRY_TIMED_OUT },
        { "ServiceUnavailable", RETRY_FAULT },
        { "BadDigest", RETRY_FAULT }, /* our bytes were flipped on their way */
        { "IncompleteBody", RETRY_FAULT },
        { "XAmzContentSHA256Mismatch", RETRY_FAULT },
        { "XAmzContentChecksumMismatch", RETRY_FAULT },
        /* of the transport (net/http.h) and of our own checks */
        { "BadAnswer", RETRY_FAULT },
        { "BodyCut", RETRY_FAULT },
        { "ChecksumMismatch", RETRY_FAULT },
        { "ConnectionFault", RETRY_FAULT },
        { "DnsFailure", RETRY_FAULT },
        { "ConnectTimeout", RETRY_TIMED_OUT },
        { "IdleTimeout", RETRY_TIMED_OUT },
        { "TotalTimeout", RETRY_TIMED_OUT },
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (strcmp(rows[i].code, code) == 0) {
            return rows[i].reason;
        }
    }
    return RETRY_NOT;
}
