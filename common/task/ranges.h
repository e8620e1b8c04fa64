/*
 * An S3 object for a reader of metadata: few bytes in few requests. Parts of 64 KiB are fetched,
 * and larger ones (256 KiB, 1 MiB) where a structure runs on; the last few stay at hand. After 32
 * requests one streaming read takes over, in bounded memory, whatever the size of the object.
 */
#ifndef TASK_RANGES_H
#define TASK_RANGES_H

#include "aws/s3.h"
#include "base/def.h"
#include "base/source.h"

#define RANGES_MAX_REQUESTS 32
#define RANGES_WINDOWS      4

struct ranges_window {
    uint64_t offset;
    size_t len, room;
    uint8_t *bytes;
    uint64_t used; /* a count, for the one that was used longest ago */
};

struct ranges {
    struct source source; /* what the reader gets */
    struct s3_traffic traffic;
    struct source remote;
    struct ranges_window windows[RANGES_WINDOWS];
    uint64_t uses, run_end; /* where the last fetch ended: a read there runs on */
    size_t run_bytes;
};

/* object's strings are copied; s3 outlives it. object->etag must be set. */
void ranges_open(struct ranges *ranges, struct s3 *s3, const struct s3_object *object,
                 uint64_t size);
void ranges_release(struct ranges *ranges);

#endif
