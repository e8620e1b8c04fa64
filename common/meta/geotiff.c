#include "meta/geotiff.h"

#define MAX_KEYS 1000

/* Tags that a key's value may lie in; 0: in the key itself. */
enum { IN_KEYS = 34735, IN_DOUBLES = 34736, IN_TEXTS = 34737 };

int geotiff_keys(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    (void)err;
    scan_set_member(scan, "GeoTiffDirectory", raw);
    return 0;
}

int geotiff_doubles(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    (void)err;
    scan_set_member(scan, "GeoTiffDoubleParams", raw);
    return 0;
}

int geotiff_texts(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    (void)err;
    scan_set_member(scan, "GeoTiffAsciiParams", raw);
    return 0;
}

static bool find_value(struct meta_scan *scan, const struct value *keys, const uint8_t *key,
                       struct value *out)
{
    uint16_t where = get_u16(key + 2, keys->big_endian), count = get_u16(key + 4, keys->big_endian);
    uint16_t at = get_u16(key + 6, keys->big_endian);
    const struct value *from = keys;
    uint8_t format = FORMAT_U16;

    *out = (struct value){ FORMAT_U16, keys->big_endian, 1, { key + 6, 2 }, 0 };
    if (where == 0) {
        return true;
    }
    if (where == IN_DOUBLES || where == IN_TEXTS) {
        from =
            scan_member(scan, where == IN_DOUBLES ? "GeoTiffDoubleParams" : "GeoTiffAsciiParams");
        format = where == IN_DOUBLES ? FORMAT_DOUBLE : FORMAT_TEXT;
    } else if (where != IN_KEYS) {
        return false;
    }
    if (from == NULL || !span_slice(from->bytes, (uint64_t)at * format_size(format),
                                    (uint64_t)count * format_size(format), &out->bytes)) {
        return false;
    }
    out->format = format;
    out->count = count;
    out->big_endian = from->big_endian;
    /* texts are kept apart by "|" */
    while (
        format == FORMAT_TEXT && out->bytes.len > 0 &&
        (out->bytes.data[out->bytes.len - 1] == '|' || out->bytes.data[out->bytes.len - 1] == 0)) {
        out->bytes.len--;
    }
    return out->bytes.len > 0;
}

void geotiff_add(struct meta_scan *scan)
{
    static const struct place place = { .g0 = "GeoTiff", .g1 = "GeoTiff" };
    CLEANUP(buf_release) struct buf version = BUF_INIT(64);
    const struct value *keys = scan_member(scan, "GeoTiffDirectory");
    uint16_t n;

    if (keys == NULL || keys->bytes.len < 8) {
        return;
    }
    buf_printf(&version, "%u.%u.%u", get_u16(keys->bytes.data, keys->big_endian),
               get_u16(keys->bytes.data + 2, keys->big_endian),
               get_u16(keys->bytes.data + 4, keys->big_endian));
    store_add_text(&scan->store, &place, "GeoTiffVersion", buf_span(&version));
    n = get_u16(keys->bytes.data + 6, keys->big_endian);
    for (uint16_t i = 0; i < n && i < MAX_KEYS; i++) {
        struct span key;
        struct value value;
        const struct tag *row;

        if (!span_slice(keys->bytes, 8 + 8ull * i, 8, &key)) {
            return;
        }
        row = tag_find(&geotiff_table, get_u16(key.data, keys->big_endian));
        if (row != NULL && find_value(scan, keys, key.data, &value)) {
            store_add(&scan->store, &place, row, &value);
        }
    }
}
