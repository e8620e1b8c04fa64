/* Chunks of PNG, and the deflate stream that the IDAT chunks hold. */
#include <string.h>

#include "base/bytes.h"
#include "base/mem.h"
#include "image/codec_png.h"
#include "image/isal_library.h"
#include "image/processor.h"

#define CHUNK_OVERHEAD 12           /* length, type, check sum */
#define CHUNK_MAX      0x7fffffffu  /* PNG 5.3: lengths use 31 bits */
#define WINDOW_BYTES   (256u << 10) /* how much is asked of the source at once */

#ifdef __x86_64__
__attribute__((target("avx"))) static void zero_upper(void)
{
    __builtin_ia32_vzeroupper();
}
#endif

/* isa-l 2.30 leaves the upper halves of the vector registers in use; every SSE2 instruction after
 * it (the filters, libjpeg's) would take two to three times as long. */
static void tidy_registers(void)
{
#ifdef __x86_64__
    if (PROCESSOR_HAS(AVX)) {
        zero_upper();
    }
#endif
}

struct png_stream {
    struct source *src;
    uint64_t at;   /* the next byte of the file to look at */
    uint64_t left; /* of the chunk's data */
    bool in_chunk, ended;
    uint32_t crc;
    struct buf keep;
    uint8_t head[2]; /* zlib's (RFC 1950, 2.2), before the deflate stream */
    uint32_t head_len;
    struct inflate_state inflate; /* 80 KiB and more */
};

/* isa-l's CRC is IEEE's, 0 at the start: the one of PNG annex D. */
static uint32_t crc_of(uint32_t crc, const void *bytes, size_t len)
{
    crc = isal_library()->crc32_gzip_refl(crc, bytes, len);
    tidy_registers();
    return crc;
}

int png_next_chunk(struct source *src, uint64_t *at, struct png_chunk *out, struct err *err)
{
    uint8_t head[8];

    TRY(source_exact(src, *at, head, sizeof(head), err));
    out->length = get_u32(head, true);
    if (out->length > CHUNK_MAX) {
        return err_set(err, ERR_MALFORMED, "png with a chunk of %u bytes", out->length);
    }
    memcpy(out->type, head + 4, 4);
    out->type[4] = '\0';
    out->data_at = *at + 8;
    *at += (uint64_t)out->length + CHUNK_OVERHEAD;
    return 0;
}

int png_chunk_data(struct source *src, const struct png_chunk *chunk, struct buf *out,
                   struct err *err)
{
    uint8_t sum[4], *to;
    uint32_t crc;

    buf_clear(out);
    to = buf_reserve(out, chunk->length);
    TRY(buf_check(out, "a chunk of the png", err));
    TRY(source_exact(src, chunk->data_at, to, chunk->length, err));
    buf_grown(out, chunk->length);
    TRY(source_exact(src, chunk->data_at + chunk->length, sum, sizeof(sum), err));
    crc = crc_of(crc_of(0, chunk->type, 4), to, chunk->length);
    if (crc != get_u32(sum, true)) {
        return err_set(err, ERR_MALFORMED, "png with a wrong check sum");
    }
    return 0;
}

struct png_stream *png_stream_new(struct source *src, uint64_t first_idat_at)
{
    struct png_stream *stream = mem_zalloc(sizeof(*stream));

    stream->src = src;
    stream->at = first_idat_at;
    stream->keep.max = WINDOW_BYTES;
    isal_library()->isal_inflate_init(&stream->inflate);
    /* A checksum of what comes out would be a second one: every chunk has its own. */
    stream->inflate.crc_flag = ISAL_DEFLATE;
    return stream;
}

void png_stream_free(struct png_stream *stream)
{
    if (stream != NULL) {
        buf_release(&stream->keep);
        mem_free(stream);
    }
}

/* Goes into the next chunk; the stream has ended where it is not IDAT or not there. */
static int enter_chunk(struct png_stream *stream, struct err *err)
{
    uint8_t head[8];
    size_t got;

    TRY(source_read(stream->src, stream->at, head, sizeof(head), &got, err));
    if (got < sizeof(head) || memcmp(head + 4, "IDAT", 4) != 0 || get_u32(head, true) > CHUNK_MAX) {
        stream->ended = true;
        return 0;
    }
    stream->left = get_u32(head, true);
    stream->crc = crc_of(0, head + 4, 4);
    stream->at += sizeof(head);
    stream->in_chunk = true;
    return 0;
}

static int leave_chunk(struct png_stream *stream, struct err *err)
{
    uint8_t sum[4];
    size_t got;

    TRY(source_read(stream->src, stream->at, sum, sizeof(sum), &got, err));
    stream->in_chunk = false;
    stream->at += sizeof(sum);
    stream->ended = got < sizeof(sum);
    if (got == sizeof(sum) && get_u32(sum, true) != stream->crc) {
        return err_set(err, ERR_MALFORMED, "png with a wrong check sum");
    }
    return 0;
}

/* Takes zlib's two bytes off the first piece or pieces. */
static int read_head(struct png_stream *stream, struct span *piece, struct err *err)
{
    uint8_t *head = stream->head;

    while (stream->head_len < sizeof(stream->head) && piece->len > 0) {
        head[stream->head_len++] = piece->data[0];
        *piece = span_from(*piece, 1);
        /* Method 8, no dictionary, and the check bits. */
        if (stream->head_len == sizeof(stream->head) &&
            ((head[0] & 15) != 8 || (head[1] & 32) != 0 || (head[0] << 8 | head[1]) % 31 != 0)) {
            return err_set(err, ERR_MALFORMED, "png with damaged pixel data");
        }
    }
    return 0;
}

/* Gives the inflater more bytes, where there are more. */
static int feed(struct png_stream *stream, struct err *err)
{
    while (!stream->ended && stream->inflate.avail_in == 0) {
        struct span piece;

        if (!stream->in_chunk) {
            TRY(enter_chunk(stream, err));
            continue;
        }
        if (stream->left == 0) {
            TRY(leave_chunk(stream, err));
            continue;
        }
        TRY(source_view(stream->src, stream->at,
                        stream->left < WINDOW_BYTES ? (size_t)stream->left : WINDOW_BYTES,
                        &stream->keep, &piece, err));
        if (piece.len == 0) {
            stream->ended = true;
            return 0;
        }
        stream->crc = crc_of(stream->crc, piece.data, piece.len);
        stream->at += piece.len;
        stream->left -= piece.len;
        TRY(read_head(stream, &piece, err));
        stream->inflate.next_in = (uint8_t *)(uintptr_t)piece.data; /* read only, but not const */
        stream->inflate.avail_in = (uint32_t)piece.len;
    }
    return 0;
}

int png_stream_read(struct png_stream *stream, uint8_t *out, size_t len, size_t *got,
                    struct err *err)
{
    struct inflate_state *inflate = &stream->inflate;

    *got = 0;
    while (*got < len && inflate->block_state != ISAL_BLOCK_FINISH) {
        uint32_t room = len - *got < UINT32_MAX / 2 ? (uint32_t)(len - *got) : UINT32_MAX / 2;
        uint32_t in_before;
        int result;

        TRY(feed(stream, err));
        inflate->next_out = out + *got;
        inflate->avail_out = room;
        in_before = inflate->avail_in;
        result = isal_library()->isal_inflate(inflate);
        tidy_registers();
        *got += room - inflate->avail_out;
        if (result < 0) {
            return err_set(err, ERR_MALFORMED, "png with damaged pixel data (isa-l %d)", result);
        }
        if (inflate->avail_out == room && inflate->avail_in == in_before && stream->ended) {
            break; /* the data ended early */
        }
    }
    return 0;
}

int png_stream_end(struct png_stream *stream, struct err *err)
{
    uint8_t beyond[64];
    size_t got;

    /* The rows are there, but the deflate stream's own end and the chunk's sum come after them. */
    TRY(png_stream_read(stream, beyond, sizeof(beyond), &got, err));
    while (stream->in_chunk && !stream->ended) {
        stream->inflate.avail_in = 0;
        if (stream->left == 0) {
            return leave_chunk(stream, err);
        }
        TRY(feed(stream, err));
    }
    return 0;
}
