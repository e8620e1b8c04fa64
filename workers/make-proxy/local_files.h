/* One input of a run on files to its output files. */
#ifndef MAKE_PROXY_LOCAL_FILES_H
#define MAKE_PROXY_LOCAL_FILES_H

#include "recipe/rendition.h"
#include "sandbox/sandbox.h"

/* paths: one for each rendition. */
struct local_work {
    struct sandbox_pool *pool;
    const char *input; /* "-": standard input */
    const struct rendition *renditions;
    size_t n_renditions;
    char *const *paths;
    bool keep; /* false: the files are made and thrown away (all but the last of a repetition) */
};

/*
 * Makes all files or none; a rendition that is optional may be missing. summary (caller releases):
 * {"source", "image", "renditions": [{"name", "file", "bytes", "width", "height", "contentType",
 * "format"}], "insight", "warnings", "milliseconds"}.
 */
MUST_CHECK int local_make(const struct local_work *work, struct json_object **summary,
                          struct err *err);

#endif
