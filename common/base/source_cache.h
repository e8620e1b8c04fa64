/*
 * A source that is far away (S3 by ranges) for a reader that jumps about in small steps: few
 * requests, few bytes, bounded memory whatever the size of the object.
 *
 * A miss fetches 64 KiB, after a jump the object's rest where that is at most 128 KiB; one that
 * lies at most 32 KiB behind what was fetched before fetches the gap too, and runs on: 256 KiB,
 * then 1 MiB at a time. The last pieces are kept. After 32 requests the object is read once from
 * its start to where the reader wants to be, as one stream (kept of it: the first megabyte and the
 * last six; what lies further back then reads as the object's end).
 */
#ifndef BASE_SOURCE_CACHE_H
#define BASE_SOURCE_CACHE_H

#include "base/def.h"
#include "base/err.h"
#include "base/source.h"

#define SOURCE_CACHE_BLOCK_BYTES  ((size_t)64 * 1024)
#define SOURCE_CACHE_GAP_BYTES    ((size_t)32 * 1024)
#define SOURCE_CACHE_REST_BYTES   ((size_t)128 * 1024)
#define SOURCE_CACHE_MOST_BYTES   ((size_t)1024 * 1024)
#define SOURCE_CACHE_MAX_REQUESTS 32
#define SOURCE_CACHE_PIECES       6 /* kept: 6 MiB at most */

struct source_cache; /* opaque */

/*
 * Hands the object's bytes to take in order, from the first one, until take gives -1 or the end.
 * Called at most once, on a thread of its own; nothing else uses the remote source then.
 */
struct source_stream {
    int (*run)(void *ctx, int (*take)(void *take_ctx, struct span piece, struct err *err),
               void *take_ctx, struct err *err);
    void *ctx;
};

/* remote outlives the cache and stays the caller's. stream NULL: requests go on past 32, of 1 MiB
 * each. */
struct source_cache *source_cache_new(struct source *remote, const struct source_stream *stream);
void source_cache_free(struct source_cache *cache);
DEFINE_FREEP(source_cache)

/* The source to read from; valid until source_cache_free(). */
struct source *source_cache_source(struct source_cache *cache);

/* What it cost so far: reads of remote (the stream counts as one) and their bytes. */
uint64_t source_cache_requests(const struct source_cache *cache);
uint64_t source_cache_bytes(const struct source_cache *cache);

#endif
