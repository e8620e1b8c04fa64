/*
 * The renditions of one task on their way to S3. Bytes come from the decoder while the source is
 * still being read; nothing is visible under any key before outputs_finish(), which is called once
 * the whole source has been read and every rendition is complete.
 */
#ifndef MAKE_PROXY_OUTPUTS_H
#define MAKE_PROXY_OUTPUTS_H

#include "base/digest.h"
#include "sandbox/sandbox.h"
#include "task/step.h"

struct output {
    char key[KEY_MAX_BYTES + 1];
    struct buf head; /* the first bytes, which tell the type that the upload begins with */
    struct s3_upload *upload;
    struct digest md5;
    uint64_t bytes;
    struct json_object *facts; /* of the complete rendition; NULL until then */
};

struct outputs {
    struct step_env *env;
    struct envelope *envelope;
    const struct profile *profile;
    struct output *list; /* one a rendition */
    struct json_object *warnings;
    struct sandbox_sink sink;
};

/* Names every key; ERR_INPUT where a template gives none, or the source's own. */
MUST_CHECK int outputs_open(struct outputs *outputs, struct step_env *env,
                            struct envelope *envelope, const struct profile *profile,
                            struct err *err);
void outputs_release(struct outputs *outputs); /* what was not finished is aborted */

/* Makes all visible, and lists them in data.transcode. */
MUST_CHECK int outputs_finish(struct outputs *outputs, struct err *err);

#endif
