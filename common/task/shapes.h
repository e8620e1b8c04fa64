/* The three shapes of input that are not native, made native in place. Pure. */
#ifndef TASK_SHAPES_H
#define TASK_SHAPES_H

#include "base/def.h"
#include "base/err.h"
#include "base/json.h"
#include "base/settings.h"

/*
 * Adds `input` {bucket, key, etag?, versionId?, sequencer?, origin} to an EventBridge event, an S3
 * notification or a backfill item; does nothing where `input` is there. ERR_INPUT names what is
 * missing or of a wrong type by its path.
 */
MUST_CHECK int shapes_to_native(struct json_object *root, const struct settings *settings,
                                struct err *err);

#endif
