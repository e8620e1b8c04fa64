/*
 * The images of marks: keys in the bucket of the source, or files where the deployment's own
 * profile names them by a path that begins "/" or "./". A task's input names no files: it could ask
 * for any.
 */
#ifndef MAKE_PROXY_MARKS_H
#define MAKE_PROXY_MARKS_H

#include "base/source.h"
#include "task/step.h"

struct mark_image {
    struct buf bytes;
    struct source source;
};

struct marks {
    struct mark_image *images; /* one for each mark that is an image, by order of appearance */
    struct source **sources;
    size_t n;
};

/* Reads them all. Errors: ERR_INPUT that names the mark's image where it is not there, and those of
 * reading. */
MUST_CHECK int marks_open(struct marks *marks, struct step_env *env,
                          const struct envelope *envelope, const struct profile *profile,
                          struct err *err);
void marks_release(struct marks *marks);

#endif
