/* GIF87a and GIF89a (CompuServe): a screen, then blocks; application extensions carry XMP, ICC
 * profiles and the loop count. */
#include <stdio.h>
#include <string.h>

#include "meta/binary.h"
#include "meta/blocks.h"
#include "meta/print.h"

#define HEADER_BYTES 13
#define MAX_BLOCKS   200000
#define MAX_COMMENT  (1u << 20)
#define XMP_TRAILER  257  /* bytes 0xff down to 0 twice over, so that any reader gets out */
#define COLOUR_TABLE 0x80 /* a flag: one follows, of 2 ^ (the low bits + 1) colours */

/* Labels of extensions: GIF89a, appendix A. */
enum { PLAIN_TEXT = 0x01, GRAPHIC_CONTROL = 0xf9, COMMENT = 0xfe, APPLICATION = 0xff };

static const struct place gif_place = { .g0 = "GIF", .g1 = "GIF" };

struct gif_reading {
    struct meta_scan *scan;
    uint64_t at;
    uint32_t frames, delay, next_delay; /* hundredths of a second: of all frames, of the next */
};

static int peek(struct gif_reading *reading, void *out, size_t len, bool *whole, struct err *err)
{
    TRY(reader_peek(&reading->scan->reader, reading->at, out, len, whole, err));
    reading->at += len;
    return 0;
}

static bool no_aspect(const struct tag_env *env)
{
    return raw_int(env) != 0;
}

static bool aspect(const struct tag_env *env, struct buf *out)
{
    return number_put(((double)raw_int(env) + 15) / 64, out);
}

static bool plus_one(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%lld", (long long)raw_int(env) + 1);
    return true;
}

ENUM_MAP(no_yes, { 0, "No" }, { 1, "Yes" });

static const struct tag screen_rows[] = {
    { 0, "ImageWidth", FORMAT_U16 },
    { 2, "ImageHeight", FORMAT_U16 },
    { 4, "HasColorMap", FORMAT_U8, .mask = 0x80, PRINT_AS_ENUM(no_yes) },
    { 4, "ColorResolutionDepth", FORMAT_U8, .mask = 0x70, .convert = plus_one },
    { 4, "BitsPerPixel", FORMAT_U8, .mask = 0x07, .convert = plus_one },
    { 5, "BackgroundColor", FORMAT_U8 },
    { 6, "PixelAspectRatio", FORMAT_U8, .when = no_aspect, .convert = aspect },
};
static const struct tag_table screen_table = {
    .rows = screen_rows, .n_rows = ARRAY_LEN(screen_rows), .g0 = "GIF", .g1 = "GIF", .endian = -1
};

static uint64_t colour_table_bytes(uint8_t flags)
{
    return flags & COLOUR_TABLE ? (uint64_t)3 << ((flags & 7) + 1) : 0;
}

/* Jumps over sub-blocks, or (out not NULL) puts their data together. */
static int sub_blocks(struct gif_reading *reading, struct buf *out, struct err *err)
{
    for (;;) {
        uint8_t len;
        struct span data;
        bool whole;

        TRY(peek(reading, &len, 1, &whole, err));
        if (!whole || len == 0) {
            return 0;
        }
        if (out != NULL) {
            TRY(reader_bytes(&reading->scan->reader, reading->at, len, &data, err));
            buf_add_span(out, data);
        }
        reading->at += len;
    }
}

static int comment(struct gif_reading *reading, struct err *err)
{
    static const struct place place = { "File", "File", 0, PRIORITY_LOW }; /* the first stands */
    CLEANUP(buf_release) struct buf raw = BUF_INIT(MAX_COMMENT);

    TRY(sub_blocks(reading, &raw, err));
    (void)store_add_text(&reading->scan->store, &place, "Comment", buf_span(&raw));
    return 0;
}

/* A grid of 12 bytes, then text. */
static int plain_text(struct gif_reading *reading, struct err *err)
{
    CLEANUP(buf_release) struct buf raw = BUF_INIT(MAX_COMMENT);
    uint8_t len;
    bool whole;

    TRY(peek(reading, &len, 1, &whole, err));
    if (!whole) {
        return 0;
    }
    reading->at += len;
    TRY(sub_blocks(reading, &raw, err));
    (void)store_add_text(&reading->scan->store, &gif_place, "Text", buf_span(&raw));
    return 0;
}

static int graphic_control(struct gif_reading *reading, struct err *err)
{
    CLEANUP(buf_release) struct buf data = BUF_INIT(1024);

    TRY(sub_blocks(reading, &data, err));
    if (data.len >= 4) {
        reading->next_delay = get_u16(data.data + 1, false);
        if (data.data[0] & 1) {
            (void)store_add_u64(&reading->scan->store, &gif_place, "TransparentColor",
                                data.data[3]);
        }
    }
    return 0;
}

static int xmp_extension(struct gif_reading *reading, struct err *err)
{
    struct meta_scan *scan = reading->scan;
    CLEANUP(buf_release) struct buf packet = BUF_INIT(scan->limits.max_unpacked_bytes);

    /* the packet stands there as it is, its characters taken for lengths */
    for (;;) {
        uint8_t len;
        struct span data;
        bool whole;

        TRY(reader_peek(&scan->reader, reading->at, &len, 1, &whole, err));
        if (!whole || len == 0) {
            reading->at++;
            break;
        }
        TRY(reader_bytes(&scan->reader, reading->at, 1u + len, &data, err));
        buf_add_span(&packet, data);
        reading->at += 1u + len;
    }
    if (packet.len > XMP_TRAILER) {
        packet.len -= XMP_TRAILER;
    }
    return xmp_read(scan, arena_copy(scan->reader.arena, buf_span(&packet)), err);
}

static int icc_extension(struct gif_reading *reading, struct err *err)
{
    struct meta_scan *scan = reading->scan;
    CLEANUP(buf_release) struct buf profile = BUF_INIT(scan->limits.max_unpacked_bytes);

    TRY(sub_blocks(reading, &profile, err));
    return icc_read(scan, arena_copy(scan->reader.arena, buf_span(&profile)), err);
}

/* NETSCAPE2.0: 1 and the number of times, 0 for ever. */
static int loop_extension(struct gif_reading *reading, struct err *err)
{
    CLEANUP(buf_release) struct buf data = BUF_INIT(1024);
    uint16_t times;
    char text[8];

    TRY(sub_blocks(reading, &data, err));
    if (data.len >= 3) {
        times = get_u16(data.data + 1, false);
        snprintf(text, sizeof text, "%u", times);
        (void)store_add_printed(&reading->scan->store, &gif_place, "AnimationIterations",
                                span_str(text), span_str(times == 0 ? "Infinite" : text));
    }
    return 0;
}

static const struct {
    char name[12];
    int (*read)(struct gif_reading *reading, struct err *err);
} applications[] = {
    { "XMP DataXMP", xmp_extension },
    { "ICCRGBG1012", icc_extension },
    { "NETSCAPE2.0", loop_extension },
};

static int application(struct gif_reading *reading, struct err *err)
{
    uint8_t head[12];
    bool whole;

    TRY(peek(reading, head, 12, &whole, err));
    if (whole && head[0] == 11) {
        for (size_t i = 0; i < ARRAY_LEN(applications); i++) {
            if (memcmp(head + 1, applications[i].name, 11) == 0) {
                return applications[i].read(reading, err);
            }
        }
    } else {
        reading->at -= 12;
    }
    return sub_blocks(reading, NULL, err);
}

static int extension(struct gif_reading *reading, struct err *err)
{
    uint8_t label;
    bool whole;

    TRY(peek(reading, &label, 1, &whole, err));
    if (!whole) {
        return 0;
    }
    switch (label) {
    case COMMENT:
        return comment(reading, err);
    case GRAPHIC_CONTROL:
        return graphic_control(reading, err);
    case APPLICATION:
        return application(reading, err);
    case PLAIN_TEXT:
        return plain_text(reading, err);
    default:
        return sub_blocks(reading, NULL, err);
    }
}

static int image(struct gif_reading *reading, struct err *err)
{
    uint8_t head[9];
    bool whole;

    TRY(peek(reading, head, sizeof head, &whole, err));
    if (!whole) {
        return 0;
    }
    reading->frames++;
    reading->delay += reading->next_delay;
    reading->next_delay = 0;
    reading->at += colour_table_bytes(head[8]);
    reading->at++; /* least code size */
    return sub_blocks(reading, NULL, err);
}

static void totals_add(const struct gif_reading *reading)
{
    struct store *store = &reading->scan->store;
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);
    CLEANUP(buf_release) struct buf value = BUF_INIT(64);

    if (reading->frames > 1) {
        (void)store_add_u64(store, &gif_place, "FrameCount", reading->frames);
    }
    if (reading->delay > 0) {
        number_append((double)reading->delay / 100, 15, &value);
        buf_printf(&text, "%.2f s", (double)reading->delay / 100);
        (void)store_add_printed(store, &gif_place, "Duration", buf_span(&value), buf_span(&text));
    }
}

static int blocks(struct gif_reading *reading, struct err *err)
{
    for (uint32_t i = 0; i < MAX_BLOCKS; i++) {
        uint8_t kind;
        bool whole;

        TRY(peek(reading, &kind, 1, &whole, err));
        if (!whole || (kind != '!' && kind != ',' && kind != 0)) {
            return 0;
        }
        if (kind != 0) {
            TRY(kind == '!' ? extension(reading, err) : image(reading, err));
        }
    }
    return 0;
}

int gif_read(struct meta_scan *scan, struct err *err)
{
    struct gif_reading reading = { .scan = scan, .at = HEADER_BYTES };
    struct span head;

    scan->mime = "image/gif";
    TRY(reader_bytes(&scan->reader, 0, HEADER_BYTES, &head, err));
    if (head.len < HEADER_BYTES) {
        return 0;
    }
    (void)store_add_text(&scan->store, &gif_place, "GIFVersion", (struct span){ head.data + 3, 3 });
    TRY(binary_read(scan, &screen_table, &gif_place, span_from(head, 6), false, err));
    reading.at += colour_table_bytes(head.data[10]);
    TRY(blocks(&reading, err));
    totals_add(&reading);
    return 0;
}
