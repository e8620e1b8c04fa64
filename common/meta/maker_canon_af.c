/*
 * Canon's autofocus records: sequences of 16-bit numbers in which the count of points, read on the
 * way, says how long the following lists are.
 */
#include <string.h>

#include "meta/maker_canon.h"
#include "meta/print.h"
#include "meta/scan.h"

#define MAX_POINTS 2048 /* the EOS R6 tells of 1,053 */

enum list_length {
    ONE,
    POINTS,
    POINT_BITS,
    EIGHT,     /* there only when nine words are left */
    MORE_BITS, /* a word longer than the bits; compact cameras only */
};

struct af_row {
    const char *name; /* NULL: passed over */
    enum list_length length;
    bool is_signed, eos_only, not_eos;
    const struct enum_map *map;
};

static const struct enum_name area_mode_names[] = {
    { 0, "Off (Manual Focus)" },
    { 1, "AF Point Expansion (surround)" },
    { 2, "Single-point AF" },
    { 4, "Auto" },
    { 5, "Face Detect AF" },
    { 6, "Face + Tracking" },
    { 7, "Zone AF" },
    { 8, "AF Point Expansion (4 point)" },
    { 9, "Spot AF" },
    { 10, "AF Point Expansion (8 point)" },
    { 11, "Flexizone Multi (49 point)" },
    { 12, "Flexizone Multi (9 point)" },
    { 13, "Flexizone Single" },
    { 14, "Large Zone AF" },
    { 16, "Large Zone AF (vertical)" },
    { 17, "Large Zone AF (horizontal)" },
    { 19, "Flexible Zone AF 1" },
    { 20, "Flexible Zone AF 2" },
    { 21, "Flexible Zone AF 3" },
    { 22, "Whole Area AF" },
};
static const struct enum_map area_modes = { .names = area_mode_names,
                                            .n_names = ARRAY_LEN(area_mode_names) };

static const struct af_row info_rows[] = {
    { .name = "NumAFPoints" },
    { .name = "ValidAFPoints" },
    { .name = "CanonImageWidth" },
    { .name = "CanonImageHeight" },
    { .name = "AFImageWidth" },
    { .name = "AFImageHeight" },
    { .name = "AFAreaWidth" },
    { .name = "AFAreaHeight" },
    { .name = "AFAreaXPositions", .length = POINTS, .is_signed = true },
    { .name = "AFAreaYPositions", .length = POINTS, .is_signed = true },
    { .name = "AFPointsInFocus", .length = POINT_BITS },
    { .name = NULL, .length = EIGHT },
    { .name = "PrimaryAFPoint", .not_eos = true },
};

static const struct af_row info_2_rows[] = {
    { .name = NULL }, /* the record's size */
    { .name = "AFAreaMode", .map = &area_modes },
    { .name = "NumAFPoints" },
    { .name = "ValidAFPoints" },
    { .name = "CanonImageWidth" },
    { .name = "CanonImageHeight" },
    { .name = "AFImageWidth" },
    { .name = "AFImageHeight" },
    { .name = "AFAreaWidths", .length = POINTS, .is_signed = true },
    { .name = "AFAreaHeights", .length = POINTS, .is_signed = true },
    { .name = "AFAreaXPositions", .length = POINTS, .is_signed = true },
    { .name = "AFAreaYPositions", .length = POINTS, .is_signed = true },
    { .name = "AFPointsInFocus", .length = POINT_BITS },
    { .name = "AFPointsSelected", .length = POINT_BITS, .eos_only = true },
    { .name = NULL, .length = MORE_BITS, .not_eos = true },
    { .name = "PrimaryAFPoint", .not_eos = true },
};

/* "0,4,7": the numbers of the points whose bits are set. */
static void print_points(struct span words, bool big_endian, struct buf *out)
{
    bool first = true;

    for (size_t i = 0; i + 2 <= words.len; i += 2) {
        uint16_t word = get_u16(words.data + i, big_endian);

        for (size_t bit = 0; bit < 16; bit++) {
            if ((word >> bit & 1) != 0) {
                buf_printf(out, first ? "%zu" : ",%zu", i * 8 + bit);
                first = false;
            }
        }
    }
    if (first) {
        buf_add_str(out, "(none)");
    }
}

static void add_row(struct meta_scan *scan, const struct af_row *row, struct span bytes,
                    bool big_endian)
{
    static const struct place place = { "MakerNotes", "Canon", 0 };
    CLEANUP(buf_release) struct buf text = BUF_INIT(16 * MAX_POINTS);
    struct value value = { .format = row->is_signed ? FORMAT_S16 : FORMAT_U16,
                           .big_endian = big_endian,
                           .count = (uint32_t)(bytes.len / 2),
                           .bytes = bytes };

    if (row->length == POINT_BITS) {
        print_points(bytes, big_endian, &text);
    } else if (row->map != NULL) {
        enum_append(row->map, value_int(&value, 0), &text);
    } else {
        value_append(&value, &text);
    }
    if (!text.overflowed) {
        store_add_text(&scan->store, &place, row->name, buf_span(&text));
    }
}

static bool wanted(const struct af_row *row, bool eos)
{
    return row->name != NULL && !(row->eos_only && !eos) && !(row->not_eos && eos);
}

/* Words that a row takes. */
static size_t row_words(const struct af_row *row, size_t n_points, size_t n_left, bool eos)
{
    size_t n_bits = (n_points + 15) / 16;

    switch (row->length) {
    case POINTS:
        return n_points;
    case POINT_BITS:
        return !eos && row->eos_only ? 0 : n_bits;
    case EIGHT:
        return n_left >= 9 ? 8 : 0;
    case MORE_BITS:
        return eos ? 0 : n_bits + 1;
    default:
        return 1;
    }
}

static int read_rows(struct meta_scan *scan, const struct value *raw, const struct af_row *rows,
                     size_t n_rows)
{
    bool eos = strstr(scan->model, "EOS") != NULL;
    size_t n_points = 0, at = 0;

    for (size_t i = 0; i < n_rows; i++) {
        size_t n = row_words(&rows[i], n_points, raw->bytes.len / 2 - at, eos);
        struct span bytes;

        if (n == 0 && rows[i].length != POINTS) {
            continue;
        }
        if (!span_slice(raw->bytes, at * 2, n * 2, &bytes) || n == 0) {
            break;
        }
        at += n;
        if (rows[i].name != NULL && strcmp(rows[i].name, "NumAFPoints") == 0) {
            n_points = get_u16(bytes.data, raw->big_endian);
            if (n_points > MAX_POINTS) {
                break;
            }
        }
        if (wanted(&rows[i], eos)) {
            add_row(scan, &rows[i], bytes, raw->big_endian);
        }
    }
    return 0;
}

/* Some cameras and editors leave rubbish here: then the lists do not fit. */
static bool fits(const struct value *raw, size_t n_heads, size_t count_at, size_t n_lists)
{
    size_t n_points;

    if (raw->bytes.len < n_heads * 2) {
        return false;
    }
    n_points = get_u16(raw->bytes.data + count_at * 2, raw->big_endian);
    return n_points > 0 &&
           raw->bytes.len / 2 >= n_heads + n_lists * n_points + (n_points + 15) / 16;
}

int canon_af_info(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    (void)err;
    if (!fits(raw, 8, 0, 2)) {
        return 0;
    }
    return read_rows(scan, raw, info_rows, ARRAY_LEN(info_rows));
}

int canon_af_info_2(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    (void)err;
    return read_rows(scan, raw, info_2_rows, ARRAY_LEN(info_2_rows));
}

int canon_af_info_3(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    (void)err;
    return read_rows(scan, raw, info_2_rows, ARRAY_LEN(info_2_rows) - 1);
}

/*
 * Creative filters: after 8 bytes of header come records {number, size, count of parameters}, each
 * parameter {tag, count, values of 32 bits}.
 */
static const struct {
    uint32_t tag;
    const char *name;
    const struct enum_map *map;
} filters[] = {
    { 0x0101, "GrainyBWFilter", NULL },
    { 0x0201, "SoftFocusFilter", NULL },
    { 0x0301, "ToyCameraFilter", NULL },
    { 0x0401, "MiniatureFilter", NULL },
    { 0x0402, "MiniatureFilterOrientation", NULL },
    { 0x0403, "MiniatureFilterPosition", NULL },
    { 0x0404, "MiniatureFilterParameter", NULL },
    { 0x0501, "FisheyeFilter", NULL },
    { 0x0601, "PaintingFilter", NULL },
    { 0x0701, "WatercolorFilter", NULL },
};

static void add_filter(struct meta_scan *scan, uint32_t tag, int32_t value)
{
    static const struct place place = { "MakerNotes", "Canon", 0 };
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);

    for (size_t i = 0; i < ARRAY_LEN(filters); i++) {
        if (filters[i].tag != tag) {
            continue;
        }
        if (tag == 0x0402) {
            buf_add_str(&text, value == 0 ? "Horizontal" : "Vertical");
        } else if ((tag & 0xff) == 1 && value == -1) {
            buf_add_str(&text, "Off");
        } else {
            buf_printf(&text, "%d", value);
        }
        store_add_text(&scan->store, &place, filters[i].name, buf_span(&text));
    }
}

static void read_parameters(struct meta_scan *scan, struct cursor *in)
{
    uint32_t n_parameters = cursor_u32(in);

    for (uint32_t i = 0; i < n_parameters && !in->bad; i++) {
        uint32_t tag = cursor_u32(in);
        uint32_t count = cursor_u32(in);
        struct span values = cursor_bytes(in, (uint64_t)count * 4);

        if (values.len >= 4) {
            add_filter(scan, tag, (int32_t)get_u32(values.data, in->big_endian));
        }
    }
}

int canon_filter_info(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct cursor in = { .in = raw->bytes, .big_endian = raw->big_endian };
    uint32_t n_filters;

    (void)err;
    cursor_u32(&in);
    n_filters = cursor_u32(&in);
    for (uint32_t i = 0; i < n_filters && !in.bad; i++) {
        cursor_u32(&in); /* number */
        cursor_u32(&in); /* size */
        read_parameters(scan, &in);
    }
    return 0;
}
