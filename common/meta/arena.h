/*
 * Memory of one reading: given out piece by piece, taken back all at once. What is parsed (blocks
 * of the file, names, printed texts) lives here until meta_free().
 */
#ifndef META_ARENA_H
#define META_ARENA_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"

struct arena_chunk;
struct arena {
    struct arena_chunk *chunks;
    uint64_t used, max_bytes; /* max_bytes 0 takes nothing */
};

void arena_release(struct arena *arena);

/* len bytes, aligned for any type, uninitialised; NULL when they would pass the cap. */
void *arena_take(struct arena *arena, size_t len);

/* Copies, followed by a NUL that is not counted. NULL and an empty span when over the cap. */
const char *arena_text(struct arena *arena, struct span text);
struct span arena_copy(struct arena *arena, struct span bytes);

#endif
