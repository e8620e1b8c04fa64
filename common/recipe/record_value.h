/*
 * The values of a profile's record:
 *   "$.data.source.size"                          what stands there in the envelope
 *   {"time": "$.execution.startTime", "as": …}    a moment: iso, iso-naive or ms (a number)
 *   {"template": "{basename}"}                    a key template
 *   anything else                                 itself
 */
#ifndef RECIPE_RECORD_VALUE_H
#define RECIPE_RECORD_VALUE_H

#include "base/def.h"
#include "base/err.h"
#include "base/json.h"
#include "recipe/template.h"

/* Checks an object of attributes: 1 to 64 names of 1 to 255 characters, not "ingest", which is
 * ours. */
MUST_CHECK int record_check_attributes(struct json_object *attributes, const char *path,
                                       struct err *err);

/*
 * A value's meaning in this envelope (caller releases); *out is NULL and *absent true where the
 * envelope has no such member. ERR_INPUT for a time that is none.
 */
MUST_CHECK int record_resolve(struct json_object *value, struct json_object *envelope,
                              const struct key_parts *parts, struct json_object **out, bool *absent,
                              struct err *err);

#endif
