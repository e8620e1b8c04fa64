/* The source object on its way into the decoder: one GET, its bytes handed on as they arrive, and
 * their digests taken as they pass. */
#ifndef MAKE_PROXY_INTAKE_H
#define MAKE_PROXY_INTAKE_H

#include "base/digest.h"
#include "marks.h"
#include "sandbox/sandbox.h"
#include "task/step.h"

struct intake {
    struct step_env *env;
    struct marks marks;
    struct sandbox_render render;
    struct sandbox_job *job;
    bool arriving; /* the first bytes are here */
    struct digest md5, sha256;
    char md5_hex[MD5_HEX], sha256_hex[SHA256_HEX];
    struct s3_head head;
    struct json_object *result; /* the decoder's, as sandbox.h has it */
};

/* Errors, beside those of reading and decoding: ERR_LIMIT that names INGEST_MAX_SOURCE_BYTES,
 * before a byte is read; ERR_SUPERSEDED. */
MUST_CHECK int intake_read(struct intake *intake, struct step_env *env,
                           const struct envelope *envelope, const struct profile *profile,
                           const struct sandbox_sink *sink, struct err *err);
void intake_release(struct intake *intake);

/* {md5, sha256} of the whole source; caller releases. */
struct json_object *intake_digests(const struct intake *intake);

#endif
