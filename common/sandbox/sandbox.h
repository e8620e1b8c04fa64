/*
 * The worker's side of the decoder process. One image-sandbox an image: exec'ed with an empty
 * environment, limited, locked, thrown away. It asks for bytes, it answers with outputs; everything
 * that comes back is checked as hostile input. The message format is in message.h.
 *
 * A crash, a flood, a hang or a lie becomes ERR_MALFORMED or ERR_LIMIT; the worker goes on.
 */
#ifndef SANDBOX_SANDBOX_H
#define SANDBOX_SANDBOX_H

#include <stdatomic.h>

#include "base/def.h"
#include "base/err.h"
#include "base/json.h"
#include "base/settings.h"
#include "base/source.h"
#include "recipe/rendition.h"

/*
 * Keeps one locked process started ahead, so that its start is hidden; made once a worker process,
 * shared by its slots. Fails (ERR_INTERNAL with a hint) where the executable "image-sandbox" beside
 * the real path of this one is missing, or the kernel refuses seccomp.
 */
struct sandbox_pool; /* opaque */
MUST_CHECK int sandbox_pool_new(const struct settings *settings, struct sandbox_pool **out,
                                struct err *err);
/* The same for sandbox_read_meta() alone: its processes load nothing that only pictures need. */
MUST_CHECK int sandbox_pool_new_for_metadata(const struct settings *settings,
                                             struct sandbox_pool **out, struct err *err);
void sandbox_pool_free(struct sandbox_pool *pool); /* ends the processes that wait */
DEFINE_FREEP(sandbox_pool)

/* How many images are still to come, so that no process is started for nobody (a run on files).
 * Without it: any number. */
void sandbox_pool_expect(struct sandbox_pool *pool, uint64_t n_images);

/* Set by another thread (task over, stopping): the call that is under way ends the process and
 * fails with ERR_CLOSED within 0.1 s. */
struct sandbox_stop {
    atomic_bool stop;
};

/* Where a rendition's encoded bytes go, in order; -1 ends the render. Called from within
 * sandbox_render(), or sandbox_job_feed() and sandbox_job_finish(). */
struct sandbox_sink {
    int (*write)(void *ctx, size_t index, struct span piece, struct err *err);
    int (*done)(void *ctx, size_t index, struct json_object *facts,
                struct err *err); /* facts borrowed: width, height, contentType, format, bytes */
    int (*failed)(void *ctx, size_t index, const struct err *why, struct err *err);
    void *ctx;
};

/* What to make. All of it is borrowed until the render has ended. */
struct sandbox_render {
    const struct rendition *renditions;
    size_t n_renditions;
    struct source **marks; /* image marks by order of appearance; NULL: none can be had */
    size_t n_marks;
    const struct sandbox_sink *sink;
    const struct sandbox_stop *stop; /* may be NULL */
};

/*
 * The renditions of an object that is pushed as it arrives, so that decoding overlaps the download:
 * start, feed every piece in order, finish. size: of the whole object, over the limit it is
 * ERR_LIMIT at once; SOURCE_SIZE_UNKNOWN: decoding begins at finish. feed fails as soon as the
 * decoder has given up: nothing more need be fetched. Once all outputs are there it takes the rest
 * for nothing. finish: result (caller releases) is
 * {"image": {format, contentType, width, height, orientation, …}, "insight": {…}, "warnings":
 * […]}; ERR_MALFORMED when less than size was fed. sandbox_job_free ends what is still under way.
 * The time limit of a decode runs only inside feed and finish.
 */
struct sandbox_job; /* opaque */
MUST_CHECK int sandbox_job_start(struct sandbox_pool *pool, const struct sandbox_render *render,
                                 uint64_t size, struct sandbox_job **out, struct err *err);
MUST_CHECK int sandbox_job_feed(struct sandbox_job *job, struct span piece, struct err *err);
MUST_CHECK int sandbox_job_finish(struct sandbox_job *job, struct json_object **result,
                                  struct err *err);
void sandbox_job_free(struct sandbox_job *job);
DEFINE_FREEP(sandbox_job)

/* The same of a source, which is read in order from its start, not always to its end. */
MUST_CHECK int sandbox_render(struct sandbox_pool *pool, struct source *src,
                              const struct sandbox_render *render, struct json_object **result,
                              struct err *err);

/*
 * Reads src's metadata, from only the ranges that it takes. result (caller releases): {"imageinfo":
 * {flat, ExifTool names}, "grouped": {…} when asked for, "summary": {camera, lens, time, place,
 * …}}. source_file is what stands as SourceFile.
 */
MUST_CHECK int sandbox_read_meta(struct sandbox_pool *pool, struct source *src,
                                 const char *source_file, bool grouped,
                                 const struct sandbox_stop *stop, struct json_object **result,
                                 struct err *err);

#endif
