/* The source object of an ingest: which state of it is read, and what is told of it. */
#ifndef TASK_OBJECT_H
#define TASK_OBJECT_H

#include "aws/s3.h"
#include "base/def.h"
#include "base/err.h"
#include "task/envelope.h"

/* The object as the input names it; reads of it are If-Match with the event's etag, and then of the
 * current version: an event of another one has been superseded. A parent's version is read as it
 * asks. Borrowed. */
struct s3_object object_of(const struct envelope *envelope);

/* The same, held to the state that a read has met. */
struct s3_object object_as_read(const struct envelope *envelope, const struct s3_head *head);

/*
 * Says of a failed first read what it means for the ingest, with the object's address in front:
 * ERR_CHANGED against the event's own etag is ERR_SUPERSEDED (a newer event is under way). Gives
 * -1.
 */
int object_failed(const struct envelope *envelope, struct err *err);

/* data.source: {bucket, key, etag, versionId, size, contentType, lastModified, storageClass}. */
void object_describe(struct envelope *envelope, const struct s3_head *head);

/* The key of a template, refused (ERR_INPUT) where it is the source object itself. */
MUST_CHECK int object_output_key(const struct envelope *envelope, const char *template,
                                 char out[KEY_MAX_BYTES + 1], struct err *err);

#endif
