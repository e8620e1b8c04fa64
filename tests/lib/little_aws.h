/*
 * S3, Step Functions and DynamoDB as far as a worker goes to them, on a loopback port: for unit
 * tests of whole programs. Objects are kept in memory; any call can be given another answer.
 * Nothing is signed or checked here: tests/stage does that.
 */
#ifndef TESTS_LIB_LITTLE_AWS_H
#define TESTS_LIB_LITTLE_AWS_H

#include "base/buf.h"

/* Its address, for AWS_ENDPOINT_URL. One at a time; fails the test where there is no port. */
const char *little_aws_start(void);
void little_aws_stop(void);

/* An object at "/bucket/key" as the path of a request says it. get: a copy, empty where there is
 * none; the caller releases. */
void little_aws_put(const char *path, struct span bytes);
struct buf little_aws_get(const char *path);

/*
 * The next calls of an operation are answered so, each once, in order. operation: "GET", "HEAD",
 * "PUT", "POST" or "DELETE" of S3, else what stands behind the dot of X-Amz-Target. status 0: the
 * connection is closed without an answer; -1: there is none until the caller gives up. body NULL:
 * empty.
 */
void little_aws_answer(const char *operation, int status, const char *body);

/* What GetActivityTask gives next; when there is none it answers after a moment without a task. */
void little_aws_task(const char *token, const char *input);

/* How often an operation was called, and the last body that it brought (a copy, "" for none). */
unsigned little_aws_calls(const char *operation);
struct buf little_aws_body(const char *operation);

/* Until the operation was called so often; false after five seconds. */
bool little_aws_await(const char *operation, unsigned calls);

#endif
