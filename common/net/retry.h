/*
 * Whether and when a failed call is tried again: the AWS SDKs' "standard" retry mode, as numbers.
 * Pure: the caller brings the randomness and does the waiting.
 *
 * A retry takes 5 tokens (10 after a timeout) out of a bucket of 500 that all clients of a process
 * share, so that an outage is not made worse; a call that succeeds gives back what its last retry
 * took, or 1 when it needed none. Waits are random between 0 and 1, 2, 4 … s, at most 20 s
 * ("full jitter").
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
#ifndef NET_RETRY_H
#define NET_RETRY_H

#include "base/def.h"

#define RETRY_BUCKET_TOKENS     500
#define RETRY_COST              5
#define RETRY_COST_TIMEOUT      10
#define RETRY_DEFAULT_ATTEMPTS  3
#define RETRY_MAX_WAIT_MS       20000
#define RETRY_MAX_ATTEMPTS_EVER 100 /* of AWS_MAX_ATTEMPTS */

enum retry_reason {
    RETRY_NOT,      /* the answer is final */
    RETRY_FAULT,    /* the service's or the connection's fault, throttling */
    RETRY_TIMED_OUT /* no answer in time: dearer */
};

struct retry_bucket {
    unsigned tokens;
};
#define RETRY_BUCKET_INIT                                                                          \
    {                                                                                              \
        RETRY_BUCKET_TOKENS                                                                        \
    }

/* Takes the tokens for one retry; 0 when there are too few (then the call has failed), else what
 * was taken. */
unsigned retry_acquire(struct retry_bucket *bucket, enum retry_reason reason);

/* After a success: taken is what this call's last retry took, 0 when the first try succeeded. */
void retry_release(struct retry_bucket *bucket, unsigned taken);

/* Before retry number 1, 2, …; random is uniform over all 32 bits. */
uint64_t retry_wait_ms(unsigned retry, uint32_t random);

/* By status alone: 429, 500, 502, 503, 504 are RETRY_FAULT, 408 is RETRY_TIMED_OUT. */
enum retry_reason retry_of_status(int http_status);

/* By the service's name for the error ("SlowDown", "ThrottlingException", …) or the transport's
 * ("ConnectTimeout", …); RETRY_NOT for an unknown one. */
enum retry_reason retry_of_code(const char *code);

#endif
