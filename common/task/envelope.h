/*
 * The envelope: the JSON that goes into and comes out of every step. One normaliser takes the four
 * shapes of an execution's input (native, EventBridge event, S3 notification, backfill item), each
 * with or without `execution` beside it, and gives the native one. It is idempotent: what a step
 * returned goes through it unchanged. Members that it does not know are kept and handed on.
 *
 * Where an event has no parent state machine, input.origin says which shape it had ("event",
 * "notification", "backfill"), so that the last step still knows.
 */
#ifndef TASK_ENVELOPE_H
#define TASK_ENVELOPE_H

#include "base/def.h"
#include "base/err.h"
#include "base/json.h"
#include "base/settings.h"
#include "recipe/profile.h"
#include "recipe/template.h"

struct envelope {
    struct json_object *json; /* the native shape; owns every string below */
    const char *uuid;
    const char *bucket, *key;
    const char *version_id, *etag, *sequencer; /* NULL where the input has none; etag as it came */
    const char *destination_bucket, *destination_prefix;
    const char *profile;                       /* input.profile; NULL: the deployment's */
    struct json_object *renditions;            /* input.renditions; NULL: the profile's */
    const char *execution_arn;                 /* "" where it is not known */
    const char *start_time;                    /* execution.startTime, RFC 3339 */
    const char *trace_header;                  /* traceHeader of the input; NULL: none */
    const char *failure_error, *failure_cause; /* $.failure of RecordFailure; NULL: none */
    bool standalone;                           /* no parent state machine owns the row */
    struct json_object *data;
    char etag_bare[KEY_MAX_BYTES + 1]; /* etag without quotes; "" where there is none */
};

/*
 * now_ms stands in for the execution's start where there is none. Errors: ERR_INPUT that names the
 * member ("input.destination.bucket: string expected"), or the setting that would have given it.
 */
MUST_CHECK int envelope_parse(struct span text, const struct settings *settings, int64_t now_ms,
                              struct envelope *out, struct err *err);
void envelope_release(struct envelope *envelope);

/* What templates are made of; borrowed from the envelope. */
struct key_parts envelope_key_parts(const struct envelope *envelope);

/* The profile of this ingest: input.renditions in input.profile, else in the deployment's. */
MUST_CHECK int envelope_profile(const struct envelope *envelope,
                                const struct profile_choice *choice, struct profile *out,
                                struct err *err);

/* data.<name>, made an object where it is none yet. Borrowed. */
struct json_object *envelope_data(struct envelope *envelope, const char *name);

/* Ends the ingest without work: status SKIPPED, reason, data.skipped.reason. */
void envelope_skip(struct envelope *envelope, const char *reason);
/* The reason that an earlier step gave; NULL where none skipped. */
const char *envelope_skipped(const struct envelope *envelope);

#endif
