/*
 * What stands in the JSON that a decoder process sends, and the checks of it: it comes from a
 * program that has read hostile bytes. Pure.
 */
#ifndef SANDBOX_ANSWER_H
#define SANDBOX_ANSWER_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"
#include "base/json.h"

/* {"error": "Ingest.…", "message", "setting"?, "limit"?, "value"?}, as the decoder writes it. */
void answer_write_error(const struct err *why, struct buf *out);

/*
 * Reads it into why. Only kinds that an image can be the reason of are believed, the rest are
 * ERR_MALFORMED; a setting must be one of ours. -1 (ERR_MALFORMED in err): not of that shape.
 */
MUST_CHECK int answer_read_error(struct span text, struct err *why, struct err *err);

/* Fails with the error that text holds. Gives -1. */
int answer_fail(struct span text, struct err *err);

/*
 * {"format", "contentType", "width", "height", "bytes"} of a rendition; the caller releases. bytes
 * is what arrived, which must be what the decoder says; the type must be one that is written.
 */
MUST_CHECK int answer_read_facts(struct span text, uint64_t bytes, struct json_object **out,
                                 struct err *err);

/* The result of a render (image, insight, warnings) and of metadata (imageinfo, summary, grouped).
 * The caller releases. */
MUST_CHECK int answer_read_render(struct span text, struct json_object **out, struct err *err);
MUST_CHECK int answer_read_meta(struct span text, const char *source_file, bool grouped,
                                struct json_object **out, struct err *err);

#endif
