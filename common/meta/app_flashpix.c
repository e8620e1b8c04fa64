/*
 * FlashPix streams in APP2 (Exif 2.3, annex "FlashPix extension data"): one segment lists them, the
 * others hold pieces of them. A stream is a property set, or a picture or sound behind a header.
 */
#include <string.h>

#include "base/mem.h"
#include "meta/app.h"
#include "meta/flashpix.h"
#include "meta/print.h"

#define STREAM_HEADER 28
#define MAX_STREAMS   100
#define STORAGE       0xffffffff /* in place of a size */
#define CLASS_BYTES   16

struct flashpix_stream {
    char *name; /* behind the last '/', ASCII */
    uint32_t size;
    struct buf bytes;
};

struct flashpix {
    struct flashpix_stream streams[MAX_STREAMS];
    uint32_t n;
};

void flashpix_free(struct flashpix *flashpix)
{
    for (uint32_t i = 0; flashpix != NULL && i < flashpix->n; i++) {
        mem_free(flashpix->streams[i].name);
        buf_release(&flashpix->streams[i].bytes);
    }
    mem_free(flashpix);
}

/* The name of a stream without its path and without its class, "_bd0100609719a180". */
static char *stream_name(struct span utf16)
{
    char name[64];
    size_t n = 0;
    bool in_class = false;

    for (size_t at = 0; at + 1 < utf16.len && n < sizeof name; at += 2) {
        uint16_t c = get_u16(utf16.data + at, false);

        in_class = c != '/' && (in_class || c == '_');
        if (c == '/') {
            n = 0;
        } else if (!in_class) {
            name[n++] = c < 0x80 ? (char)c : '?';
        }
    }
    return mem_strndup(name, n);
}

/* UTF-16 up to its NUL, which is passed over. */
static struct span next_name(struct cursor *at)
{
    size_t start = at->at;

    while (cursor_left(at) >= 2) {
        const uint8_t *c = cursor_bytes(at, 2).data;

        if (c[0] == 0 && c[1] == 0) {
            return (struct span){ at->in.data + start, at->at - start - 2 };
        }
    }
    at->bad = true;
    return (struct span){ NULL, 0 };
}

static void read_list(struct meta_scan *scan, struct flashpix *flashpix, struct span in)
{
    struct cursor at = { .in = in, .big_endian = true };
    uint16_t n = cursor_u16(&at);

    for (uint16_t i = 0; i < n && flashpix->n < MAX_STREAMS; i++) {
        struct flashpix_stream *stream = &flashpix->streams[flashpix->n];
        uint32_t size = cursor_u32(&at);
        struct span name;

        (void)cursor_u8(&at);
        name = next_name(&at);
        if (size == STORAGE) {
            (void)cursor_bytes(&at, CLASS_BYTES);
        }
        if (at.bad) {
            return;
        }
        stream->name = stream_name(name);
        stream->size = size;
        stream->bytes.max = scan->limits.max_unpacked_bytes;
        flashpix->n++;
    }
}

/* A JPEG inside counts as preview. */
static void picture_add(struct meta_scan *scan, struct span data)
{
    static const uint8_t start[] = { 0xff, 0xd8, 0xff };

    for (size_t at = 0; at + sizeof start <= data.len && at < 1024; at++) {
        if (memcmp(data.data + at, start, sizeof start) == 0) {
            (void)store_add_binary(&scan->store, &flashpix_place, "PreviewImage", data.len - at);
            return;
        }
    }
}

static void stream_read(struct meta_scan *scan, const struct flashpix_stream *stream)
{
    struct span data = arena_copy(scan->reader.arena, buf_span(&stream->bytes));

    if (strcmp(stream->name, "\5Screen Nail") == 0 && data.len > STREAM_HEADER) {
        (void)store_add_binary(&scan->store, &flashpix_place, "ScreenNail",
                               data.len - STREAM_HEADER);
        picture_add(scan, data);
    } else if (strncmp(stream->name, "Audio Stream", 12) == 0 && data.len > STREAM_HEADER) {
        (void)store_add_binary(&scan->store, &flashpix_place, "AudioStream",
                               data.len - STREAM_HEADER);
    } else if (strcmp(stream->name, "\5Extension List") == 0) {
        flashpix_properties(scan, data, true);
    } else if (stream->name[0] == 5) {
        flashpix_properties(scan, data, false);
    }
}

static void read_piece(struct meta_scan *scan, struct flashpix *flashpix, struct span in)
{
    struct cursor at = { .in = in, .big_endian = true };
    uint16_t index = cursor_u16(&at);
    struct flashpix_stream *stream = &flashpix->streams[index < MAX_STREAMS ? index : 0];

    (void)cursor_u32(&at); /* of the piece: cameras get it wrong, and pieces come in order */
    if (at.bad || index >= flashpix->n || stream->bytes.len >= stream->size) {
        return;
    }
    buf_add_span(&stream->bytes, span_from(in, at.at));
    if (stream->bytes.len >= stream->size && !stream->bytes.overflowed) {
        stream_read(scan, stream);
    }
}

int app_flashpix(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    struct app_state *state = app_state(scan);
    struct span in = segment->payload;

    (void)err;
    if (in.len < 2) {
        return 0;
    }
    if (state->flashpix == NULL) {
        state->flashpix = mem_zalloc(sizeof *state->flashpix);
    }
    if (in.data[1] == 1) {
        read_list(scan, state->flashpix, span_from(in, 2));
    } else if (in.data[1] == 2) {
        read_piece(scan, state->flashpix, span_from(in, 2));
    }
    return 0;
}
