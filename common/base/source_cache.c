#include "base/source_cache.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "base/file_in.h"
#include "base/file_out.h"
#include "base/mem.h"

#define GROWTH 4

struct piece {
    uint64_t offset, used; /* used: a count, of the last time; 0: empty */
    size_t len, room;
    uint8_t *bytes;
};

struct source_cache {
    struct source source; /* what the reader gets */
    struct source *remote;
    struct source_stream stream;
    struct piece pieces[SOURCE_CACHE_PIECES];
    struct piece *newest;
    uint64_t uses, requests, bytes;

    bool streaming;
    pthread_t thread;
    int from, to; /* the stream's pipe */
    struct source piped;
    atomic_uint_fast64_t streamed;
    atomic_bool failed; /* why is then complete */
    struct err why;
};

static struct piece *find(struct source_cache *cache, uint64_t offset)
{
    for (size_t i = 0; i < SOURCE_CACHE_PIECES; i++) {
        struct piece *piece = &cache->pieces[i];

        if (piece->used > 0 && offset >= piece->offset && offset - piece->offset < piece->len) {
            return piece;
        }
    }
    return NULL;
}

static struct piece *oldest(struct source_cache *cache)
{
    struct piece *oldest_piece = &cache->pieces[0];

    for (size_t i = 1; i < SOURCE_CACHE_PIECES; i++) {
        if (cache->pieces[i].used < oldest_piece->used) {
            oldest_piece = &cache->pieces[i];
        }
    }
    return oldest_piece;
}

/* For a jump: a block, or the whole rest of the object where that is little more. */
static size_t block_at(const struct source_cache *cache, uint64_t offset)
{
    uint64_t size = cache->remote->size;

    return size > offset && size - offset <= SOURCE_CACHE_REST_BYTES ? (size_t)(size - offset)
                                                                     : SOURCE_CACHE_BLOCK_BYTES;
}

/* Where the fetch for a miss at *offset begins, and how long it is. */
static size_t plan(const struct source_cache *cache, uint64_t *offset)
{
    const struct piece *last = cache->newest;
    uint64_t end = last != NULL ? last->offset + last->len : 0;
    size_t len;

    if (last == NULL || last->len == 0) {
        return SOURCE_CACHE_BLOCK_BYTES;
    }
    if (*offset < end || *offset - end > SOURCE_CACHE_GAP_BYTES) {
        return block_at(cache, *offset);
    }
    *offset = end;
    len = SOURCE_CACHE_BLOCK_BYTES;
    while (len <= last->len && len < SOURCE_CACHE_MOST_BYTES) {
        len *= GROWTH;
    }
    return len;
}

static int fetch(struct source_cache *cache, uint64_t offset, struct piece **out, struct err *err)
{
    size_t len = plan(cache, &offset);
    struct piece *piece = oldest(cache);

    if (piece->room < len) {
        mem_free(piece->bytes);
        piece->bytes = mem_alloc(len);
        piece->room = len;
    }
    *piece = (struct piece){ .offset = offset, .room = piece->room, .bytes = piece->bytes };
    cache->requests++;
    TRY(source_read(cache->remote, offset, piece->bytes, len, &piece->len, err));
    cache->bytes += piece->len;
    cache->newest = piece;
    *out = piece;
    return 0;
}

/* The stream's thread: into the pipe, which holds it back. */
static int take(void *ctx, struct span piece, struct err *err)
{
    struct source_cache *cache = ctx;

    TRY(file_write_all(cache->to, piece, "the stream", err));
    atomic_fetch_add(&cache->streamed, piece.len);
    return 0;
}

static void *run_stream(void *ctx)
{
    struct source_cache *cache = ctx;

    if (cache->stream.run(cache->stream.ctx, take, cache, &cache->why) != 0) {
        atomic_store(&cache->failed, true);
    }
    close(cache->to);
    return NULL;
}

/* The pipe is broken when the reader has what it wants: an error of that write, no signal. */
static int start_thread(struct source_cache *cache)
{
    sigset_t broken, before;
    int failed;

    sigemptyset(&broken);
    sigaddset(&broken, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken, &before);
    failed = pthread_create(&cache->thread, NULL, run_stream, cache);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return failed;
}

static int start_stream(struct source_cache *cache, struct err *err)
{
    int ends[2], failed;

    if (pipe2(ends, O_CLOEXEC) != 0) {
        return err_set(err, ERR_TRANSIENT, "cannot make a pipe: %s", strerror(errno));
    }
    cache->from = ends[0];
    cache->to = ends[1];
    failed = start_thread(cache);
    if (failed != 0) {
        close(cache->from);
        close(cache->to);
        return err_set(err, ERR_TRANSIENT, "cannot start a thread: %s", strerror(failed));
    }
    cache->piped = source_pipe(cache->from);
    cache->streaming = true;
    cache->requests++;
    return 0;
}

static int read_stream(struct source_cache *cache, uint64_t offset, void *out, size_t len,
                       size_t *got, struct err *err)
{
    TRY(source_read(&cache->piped, offset, out, len, got, err));
    if (*got < len && atomic_load(&cache->failed)) {
        *err = cache->why;
        return -1;
    }
    return 0;
}

/* What is at hand at offset, fetched where it is missing; 0 bytes at the object's end. */
static int read_some(struct source_cache *cache, uint64_t offset, void *out, size_t len,
                     size_t *got, struct err *err)
{
    struct piece *piece = find(cache, offset);
    size_t at;

    *got = 0;
    if (piece == NULL && !cache->streaming && cache->stream.run != NULL &&
        cache->requests >= SOURCE_CACHE_MAX_REQUESTS) {
        TRY(start_stream(cache, err));
    }
    if (piece == NULL && cache->streaming) {
        return read_stream(cache, offset, out, len, got, err);
    }
    if (piece == NULL) {
        TRY(fetch(cache, offset, &piece, err));
    }
    piece->used = ++cache->uses;
    at = (size_t)(offset - piece->offset);
    *got = piece->len > at ? piece->len - at : 0;
    *got = *got < len ? *got : len;
    if (*got > 0) {
        memcpy(out, piece->bytes + at, *got);
    }
    return 0;
}

static int cache_read(void *ctx, uint64_t offset, void *out, size_t len, size_t *got,
                      struct err *err)
{
    size_t n = 1;

    for (*got = 0; *got < len && n > 0; *got += n) {
        TRY(read_some(ctx, offset + *got, (uint8_t *)out + *got, len - *got, &n, err));
    }
    return 0;
}

static const struct source_ops cache_ops = { cache_read, NULL, NULL };

struct source_cache *source_cache_new(struct source *remote, const struct source_stream *stream)
{
    struct source_cache *cache = mem_zalloc(sizeof *cache);

    cache->remote = remote;
    cache->source = (struct source){ &cache_ops, cache, remote->size };
    if (stream != NULL) {
        cache->stream = *stream;
    }
    return cache;
}

void source_cache_free(struct source_cache *cache)
{
    if (cache == NULL) {
        return;
    }
    if (cache->streaming) {
        source_release(&cache->piped);
        close(cache->from); /* a stream that is not at its end stops at its next write */
        pthread_join(cache->thread, NULL);
    }
    for (size_t i = 0; i < SOURCE_CACHE_PIECES; i++) {
        mem_free(cache->pieces[i].bytes);
    }
    mem_free(cache);
}

struct source *source_cache_source(struct source_cache *cache)
{
    return &cache->source;
}

uint64_t source_cache_requests(const struct source_cache *cache)
{
    return cache->requests;
}

uint64_t source_cache_bytes(const struct source_cache *cache)
{
    return cache->bytes + atomic_load(&cache->streamed);
}
