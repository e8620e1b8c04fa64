/* JFIF, JFXX, Adobe, Ducky: segments of a few bytes. */
#include <stdio.h>

#include "meta/app.h"
#include "meta/binary.h"
#include "meta/print.h"
#include "meta/raw.h"
#include "meta/tables/app.h"

#define JFIF_BYTES 9 /* in front of the thumbnail */

bool jfif_version(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%lld.%02lld", (long long)raw_int(env), (long long)value_int(env->raw, 1));
    return true;
}

bool spiff_version(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%lld.%lld", (long long)raw_int(env), (long long)value_int(env->raw, 1));
    return true;
}

bool jfif_when_set(const struct tag_env *env)
{
    return raw_int(env) != 0;
}

int app_jfif(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { .g0 = "JFIF", .g1 = "JFIF" };
    struct span in = segment->payload;

    TRY(binary_read(scan, &jfif_table, &place, in, true, err));
    if (in.len > JFIF_BYTES && in.data[7] > 0 && in.data[8] > 0) {
        size_t want = (size_t)3 * in.data[7] * in.data[8], left = in.len - JFIF_BYTES;

        (void)store_add_binary(&scan->store, &place, "ThumbnailTIFF", want < left ? want : left);
    }
    return 0;
}

/* Kind, width and height, 256 colours of three bytes and pixels, or pixels of three bytes. */
static bool jfxx_is_whole(struct span in)
{
    size_t pixels = in.len < 3 ? 0 : (size_t)in.data[1] * in.data[2];

    return pixels > 0 && ((in.data[0] == 0x11 && in.len - 3 >= 768 + pixels) ||
                          (in.data[0] == 0x13 && in.len - 3 >= 3 * pixels));
}

int app_jfxx(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { .g0 = "JFIF", .g1 = "JFXX" };
    struct span in = segment->payload;

    (void)err;
    if (in.len < 2) {
        return 0;
    }
    if (in.data[0] == 0x10) {
        (void)store_add_binary(&scan->store, &place, "ThumbnailImage", in.len - 1);
        scan_preview(scan, segment->offset + 1, in.len - 1);
    } else if (jfxx_is_whole(in)) {
        (void)store_add_binary(&scan->store, &place, "ThumbnailTIFF", in.len - 1);
    }
    return 0;
}

int app_adobe(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { .g0 = "APP14", .g1 = "Adobe" };

    return binary_read(scan, &adobe_table, &place, segment->payload, true, err);
}

/* A count of characters, then UTF-16. */
static void add_ducky_text(struct meta_scan *scan, const struct place *place, const char *name,
                           struct span in)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(3 * 65536);

    utf16_append(span_from(in, 4), true, &text);
    (void)store_add_text(&scan->store, place, name, buf_span(&text));
}

/* "Save for web": tag, length, data, until tag 0. */
int app_ducky(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { .g0 = "APP12", .g1 = "Ducky" };
    struct cursor at = { .in = segment->payload, .big_endian = true };

    (void)err;
    while (cursor_left(&at) >= 4) {
        uint16_t tag = cursor_u16(&at);
        struct span data = cursor_bytes(&at, cursor_u16(&at));
        char percent[16];

        if (tag == 0 || at.bad) {
            break;
        }
        if (tag == 1 && data.len >= 4) {
            snprintf(percent, sizeof percent, "%u%%", get_u32(data.data, true));
            (void)store_add_cstr(&scan->store, &place, "Quality", percent);
        } else if (tag == 2) {
            add_ducky_text(scan, &place, "Comment", data);
        } else if (tag == 3) {
            add_ducky_text(scan, &place, "Copyright", data);
        }
    }
    return 0;
}

int app_adobe_cm(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { .g0 = "APP13", .g1 = "AdobeCM" };

    (void)err;
    if (segment->payload.len >= 2) {
        (void)store_add_u64(&scan->store, &place, "AdobeCMType",
                            get_u16(segment->payload.data, true));
    }
    return 0;
}

int app_avi1(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { .g0 = "APP0", .g1 = "AVI1" };

    return binary_read(scan, &avi1_table, &place, segment->payload, true, err);
}

bool qvci_date(const struct tag_env *env, struct buf *out)
{
    struct span in = value_chars(env->raw);
    size_t n_dots = 0;

    for (size_t i = 0; i < in.len; i++) {
        bool is_dot = in.data[i] == '.';

        n_dots += is_dot;
        buf_add_byte(out, !is_dot ? in.data[i] : n_dots == 3 ? ' ' : ':');
    }
    return true;
}

int app_qvci(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { .g0 = "MakerNotes", .g1 = "Casio" };

    return binary_read(scan, &qvci_table, &place, segment->whole, true, err);
}

int app_nitf(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { .g0 = "APP6", .g1 = "NITF" };

    return binary_read(scan, &nitf_table, &place, segment->payload, true, err);
}

int app_ciff(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { "MakerNotes", "CIFF", 0, 0 };

    return ciff_read(scan, &place, segment->offset, segment->whole.len, err);
}

int app_spiff(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { .g0 = "APP8", .g1 = "SPIFF" };

    return binary_read(scan, &spiff_table, &place, segment->payload, true, err);
}
