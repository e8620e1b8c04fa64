#include "meta/reader.h"

#include <string.h>
#include <zlib.h>

#include "meta/value.h"

int reader_bytes(struct reader *reader, uint64_t offset, uint64_t len, struct span *out,
                 struct err *err)
{
    uint8_t *to;
    size_t got = 0;

    *out = (struct span){ NULL, 0 };
    if (offset >= reader->size || len == 0) {
        return 0;
    }
    if (reader->size != SOURCE_SIZE_UNKNOWN && len > reader->size - offset) {
        len = reader->size - offset;
    }
    if (len > reader->arena->max_bytes ||
        (to = arena_take(reader->arena, (size_t)len + 1)) == NULL) {
        return err_limit(err, NULL, reader->arena->max_bytes, reader->arena->used + len,
                         "metadata of the object is too large");
    }
    TRY(source_read(reader->src, offset, to, (size_t)len, &got, err));
    to[got] = 0;
    *out = (struct span){ to, got };
    return 0;
}

int reader_peek(struct reader *reader, uint64_t offset, void *out, size_t len, bool *whole,
                struct err *err)
{
    size_t got = 0;

    TRY(source_read(reader->src, offset, out, len, &got, err));
    *whole = got == len;
    return 0;
}

/* Inflates into fresh memory that doubles; the result is copied into the arena once its length is
 * known. */
static bool inflate_all(z_stream *stream, struct buf *out)
{
    int status = Z_OK;

    while (status == Z_OK) {
        size_t room = out->len < 4096 ? 4096 : out->len;
        uint8_t *to;

        if (room > out->max - out->len) {
            room = out->max - out->len;
        }
        if (room == 0 || (to = buf_reserve(out, room)) == NULL) {
            return false;
        }
        stream->next_out = to;
        stream->avail_out = (uInt)room;
        status = inflate(stream, Z_SYNC_FLUSH);
        buf_grown(out, room - stream->avail_out);
    }
    return status == Z_STREAM_END;
}

bool reader_inflate(struct reader *reader, struct span in, struct span *out)
{
    struct arena *arena = reader->arena;
    uint64_t left = arena->max_bytes > arena->used ? arena->max_bytes - arena->used : 0;
    /* half: the copy into the arena must fit as well */
    CLEANUP(buf_release) struct buf buf = BUF_INIT((size_t)(left / 2));
    z_stream stream = { 0 };
    bool raw, gzip, whole;

    *out = (struct span){ NULL, 0 };
    raw = in.len < 2 || (in.data[0] & 15) != 8 || (in.data[0] * 256 + in.data[1]) % 31 != 0;
    gzip = in.len >= 2 && in.data[0] == 0x1f && in.data[1] == 0x8b; /* RFC 1952 */
    if (in.len > UINT32_MAX || inflateInit2(&stream, gzip ? 31 : raw ? -15 : 15) != Z_OK) {
        return false;
    }
    stream.next_in = (uint8_t *)(uintptr_t)in.data;
    stream.avail_in = (uInt)in.len;
    whole = inflate_all(&stream, &buf);
    inflateEnd(&stream);
    *out = arena_copy(arena, buf_span(&buf));
    return whole && out->data != NULL;
}

size_t cursor_left(const struct cursor *cursor)
{
    return cursor->at < cursor->in.len ? cursor->in.len - cursor->at : 0;
}

struct span cursor_bytes(struct cursor *cursor, uint64_t len)
{
    struct span out;

    if (cursor->bad || len > cursor_left(cursor)) {
        cursor->bad = true;
        return (struct span){ NULL, 0 };
    }
    out = (struct span){ cursor->in.data + cursor->at, (size_t)len };
    cursor->at += (size_t)len;
    return out;
}

struct span cursor_until(struct cursor *cursor, uint8_t end)
{
    struct span rest = span_from(cursor->in, cursor->at);
    const uint8_t *at = rest.len > 0 ? memchr(rest.data, end, rest.len) : NULL;

    rest.len = at != NULL ? (size_t)(at - rest.data) : rest.len;
    cursor->at += rest.len + 1;
    return rest;
}

uint8_t cursor_u8(struct cursor *cursor)
{
    struct span bytes = cursor_bytes(cursor, 1);

    return bytes.len > 0 ? bytes.data[0] : 0;
}

uint16_t cursor_u16(struct cursor *cursor)
{
    struct span bytes = cursor_bytes(cursor, 2);

    return bytes.len > 0 ? get_u16(bytes.data, cursor->big_endian) : 0;
}

uint32_t cursor_u32(struct cursor *cursor)
{
    struct span bytes = cursor_bytes(cursor, 4);

    return bytes.len > 0 ? get_u32(bytes.data, cursor->big_endian) : 0;
}

uint64_t cursor_u64(struct cursor *cursor)
{
    struct span bytes = cursor_bytes(cursor, 8);

    return bytes.len > 0 ? get_u64(bytes.data, cursor->big_endian) : 0;
}
