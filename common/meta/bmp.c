/* BMP: a file header of 14 bytes and one of several information headers. */
#include <math.h>

#include "meta/binary.h"
#include "meta/blocks.h"
#include "meta/print.h"
#include "meta/tables/bmp.h"

#define FILE_HEADER  14
#define LONGEST      124
#define LEAST_LETTER 0x10000 /* smaller numbers are no letters */
#define ONE_2_30     0x40000000

/* [MS-WMF], LogicalColorSpaceV5 */
#define PROFILE_LINKED   0x4c494e4b /* "LINK" */
#define PROFILE_EMBEDDED 0x4d424544 /* "MBED" */

bool bmp_four_letters(const struct tag_env *env, struct buf *out)
{
    uint32_t number = (uint32_t)raw_int(env);

    if (number < LEAST_LETTER) {
        buf_printf(out, "%u", number);
        return true;
    }
    for (unsigned shift = 32; shift > 0; shift -= 8) {
        buf_add_byte(out, (uint8_t)(number >> (shift - 8)));
    }
    return true;
}

/* Negative: the rows lie from top to bottom. */
bool bmp_abs(const struct tag_env *env, struct buf *out)
{
    int64_t number = raw_int(env);

    buf_printf(out, "%lld", (long long)(number < 0 ? -number : number));
    return true;
}

static uint32_t color_space(const struct tag_env *env)
{
    const struct value *space = scan_member(env->scan, "ColorSpace");

    return space == NULL ? 1 : (uint32_t)value_int(space, 0);
}

bool bmp_when_calibrated(const struct tag_env *env)
{
    return color_space(env) == 0;
}

bool bmp_when_profile(const struct tag_env *env)
{
    uint32_t space = color_space(env);

    return space == PROFILE_LINKED || space == PROFILE_EMBEDDED;
}

static void add_fixed(const struct value *raw, double one, struct buf *out)
{
    for (uint32_t i = 0; i < raw->count; i++) {
        if (i > 0) {
            buf_add_byte(out, ' ');
        }
        number_append(floor((double)value_int(raw, i) / one * 1e5 + 0.5) / 1e5, 15, out);
    }
}

bool bmp_fixed_2_30(const struct tag_env *env, struct buf *out)
{
    for (uint32_t i = 0; i < env->raw->count; i++) {
        buf_printf(out, i > 0 ? " %.6f" : "%.6f", (double)value_int(env->raw, i) / ONE_2_30);
    }
    return true;
}

bool bmp_fixed_16_16(const struct tag_env *env, struct buf *out)
{
    add_fixed(env->raw, 65536, out);
    return true;
}

/* BITMAPV5HEADER: the profile lies at an offset from the information header. */
static int profile_read(struct meta_scan *scan, struct span header, struct err *err)
{
    static const struct place place = { .g0 = "File", .g1 = "File" };
    uint32_t space, offset, len;
    struct span data;

    if (header.len < LONGEST) {
        return 0;
    }
    space = get_u32(header.data + 56, false);
    offset = get_u32(header.data + 112, false);
    len = get_u32(header.data + 116, false);
    if (space != PROFILE_LINKED && space != PROFILE_EMBEDDED) {
        return 0;
    }
    TRY(reader_bytes(&scan->reader, FILE_HEADER + (uint64_t)offset, len, &data, err));
    if (data.len < len) {
        return 0;
    }
    if (space == PROFILE_LINKED) {
        CLEANUP(buf_release) struct buf name = BUF_INIT(4096);

        latin1_append(data, &name);
        (void)store_add_text(&scan->store, &place, "LinkedProfileName", buf_span(&name));
        return 0;
    }
    return icc_read(scan, data, err);
}

/* Compression 4 and 5: the pixels are a whole JPEG or PNG. */
static int embedded_add(struct meta_scan *scan, struct span header, struct err *err)
{
    static const struct place place = { .g0 = "File", .g1 = "File" };
    uint32_t compression, len;
    uint8_t offset[4];
    bool whole;

    if (header.len < 40) {
        return 0;
    }
    compression = get_u32(header.data + 16, false);
    len = get_u32(header.data + 20, false);
    TRY(reader_peek(&scan->reader, 10, offset, 4, &whole, err));
    if (!whole || len == 0 || (compression != 4 && compression != 5)) {
        return 0;
    }
    (void)store_add_binary(&scan->store, &place, compression == 4 ? "EmbeddedJPG" : "EmbeddedPNG",
                           len);
    return 0;
}

int bmp_read(struct meta_scan *scan, struct err *err)
{
    static const struct place place = { .g0 = "File", .g1 = "File" };
    struct span header;
    uint32_t len;

    scan->mime = "image/bmp";
    TRY(reader_bytes(&scan->reader, FILE_HEADER, LONGEST, &header, err));
    if (header.len < 12) {
        return 0;
    }
    len = get_u32(header.data, false);
    header.len = len < header.len && len >= 12 ? len : header.len;
    if (len == 12 || len == 16 || len == 64) {
        return binary_read(scan, &bmp_os2_table, &place, header, false, err);
    }
    TRY(binary_read(scan, &bmp_table, &place, header, false, err));
    TRY(embedded_add(scan, header, err));
    return profile_read(scan, header, err);
}
