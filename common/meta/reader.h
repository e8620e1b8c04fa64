/*
 * Reads pieces of a source into memory that lives until the end of the reading. What is kept and
 * what is inflated count against one cap (meta_limits.max_unpacked_bytes).
 */
#ifndef META_READER_H
#define META_READER_H

#include "base/source.h"
#include "meta/arena.h"

struct reader {
    struct source *src;
    struct arena *arena;
    uint64_t size; /* SOURCE_SIZE_UNKNOWN for a pipe */
};

/*
 * Up to len bytes at offset, kept until the end; shorter at the end of the object, empty past it. A
 * span that lies in memory already is given as it is. -1: the source failed, or the cap.
 */
MUST_CHECK int reader_bytes(struct reader *reader, uint64_t offset, uint64_t len, struct span *out,
                            struct err *err);

/* Exactly len bytes into out, not kept; *whole false at the end of the object. For headers. */
MUST_CHECK int reader_peek(struct reader *reader, uint64_t offset, void *out, size_t len,
                           bool *whole, struct err *err);

/* zlib (RFC 1950) or raw deflate, inflated into kept memory; false when damaged (*out has what came
 * out before) or over the cap. */
bool reader_inflate(struct reader *reader, struct span in, struct span *out);

/* A cursor over bytes in memory: every step is checked, a step past the end gives 0 and sets bad.
 */
struct cursor {
    struct span in;
    size_t at;
    bool big_endian, bad;
};
uint8_t cursor_u8(struct cursor *cursor);
uint16_t cursor_u16(struct cursor *cursor);
uint32_t cursor_u32(struct cursor *cursor);
uint64_t cursor_u64(struct cursor *cursor);
struct span cursor_bytes(struct cursor *cursor, uint64_t len); /* empty when they are not there */
/* Up to the next `end`, which is passed over, or to the last byte; empty past that. */
struct span cursor_until(struct cursor *cursor, uint8_t end);
size_t cursor_left(const struct cursor *cursor);

#endif
