/*
 * The row of an ingest: a profile's record and an envelope in, an UpdateItem request out. Pure.
 *
 * A row holds, beside what the profile asks for, the map `ingest` {order, executionArn, status,
 * error, etag}. order is the event's sequencer, else the object's lastModified, else the start of
 * the execution; a row whose order is newer is not written. Sequencers and times do not compare:
 * where one stands against the other the later writer wins, because it has read the object as it
 * is now. A failure never takes the place of the same event's success.
 */
#ifndef TASK_RECORD_H
#define TASK_RECORD_H

#include "base/def.h"
#include "base/err.h"
#include "base/json.h"
#include "recipe/profile.h"
#include "task/envelope.h"

/*
 * *request (caller releases) is NULL where there is nothing to write: a profile without record, a
 * failure that the profile keeps no row of. envelope->failure_error decides which it is. Errors:
 * ERR_INPUT that names the record's member.
 */
MUST_CHECK int record_request(const struct profile *profile, const struct envelope *envelope,
                              const char *table, struct json_object **request, struct err *err);

/* What orders the events of one object; borrowed from the envelope. */
const char *record_order(const struct envelope *envelope);

#endif
