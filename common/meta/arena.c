#include "meta/arena.h"

#include <stdalign.h>
#include <string.h>

#include "base/mem.h"

#define CHUNK_BYTES 65536

struct arena_chunk {
    struct arena_chunk *next;
    size_t used, size;
    alignas(max_align_t) uint8_t bytes[];
};

void arena_release(struct arena *arena)
{
    while (arena->chunks != NULL) {
        struct arena_chunk *next = arena->chunks->next;

        mem_free(arena->chunks);
        arena->chunks = next;
    }
    arena->used = 0;
}

static struct arena_chunk *chunk_new(size_t size)
{
    struct arena_chunk *chunk = mem_alloc(sizeof *chunk + size);

    *chunk = (struct arena_chunk){ .size = size };
    return chunk;
}

void *arena_take(struct arena *arena, size_t len)
{
    struct arena_chunk *chunk = arena->chunks;
    size_t rounded;
    void *out;

    if (len > arena->max_bytes || arena->used > arena->max_bytes - len) {
        return NULL;
    }
    rounded = (len + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
    arena->used += rounded;
    if (chunk == NULL || rounded > chunk->size - chunk->used) {
        struct arena_chunk *fresh = chunk_new(rounded > CHUNK_BYTES / 4 ? rounded : CHUNK_BYTES);

        /* a chunk of one large piece goes behind the one that still has room */
        if (chunk != NULL && fresh->size == rounded) {
            fresh->next = chunk->next;
            chunk->next = fresh;
        } else {
            fresh->next = chunk;
            arena->chunks = fresh;
        }
        chunk = fresh;
    }
    out = chunk->bytes + chunk->used;
    chunk->used += rounded;
    return out;
}

struct span arena_copy(struct arena *arena, struct span bytes)
{
    uint8_t *out = arena_take(arena, bytes.len + 1);

    if (out == NULL) {
        return (struct span){ NULL, 0 };
    }
    if (bytes.len > 0) {
        memcpy(out, bytes.data, bytes.len);
    }
    out[bytes.len] = 0;
    return (struct span){ out, bytes.len };
}

const char *arena_text(struct arena *arena, struct span text)
{
    return (const char *)arena_copy(arena, text).data;
}
