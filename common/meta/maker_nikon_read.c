/* Nikon's directory: the keys of its cipher first, then the tags; and the records in cipher. */
#include "meta/binary.h"
#include "meta/maker_nikon.h"
#include "meta/scan.h"
#include "meta/tables/nikon.h"

#define ENTRY_BYTES       12
#define TAG_SERIAL_NUMBER 0x001d
#define TAG_SHUTTER_COUNT 0x00a7
#define BEHIND_VERSION    4   /* where a cipher begins, unless said otherwise */
#define BALANCE_AT        284 /* of the colour balance since version 0206 */

static int read_key(struct meta_scan *scan, const struct tiff_view *view, const uint8_t *entry,
                    struct err *err)
{
    uint16_t id = get_u16(entry, view->big_endian);
    uint8_t format = (uint8_t)get_u16(entry + 2, view->big_endian);
    uint64_t count = get_u32(entry + 4, view->big_endian);
    uint64_t len = count * format_size(format);
    struct value value = {
        format, view->big_endian, (uint32_t)count, { entry + 8, (size_t)len }, 0
    };

    if (len == 0 || len > 64) {
        return 0;
    }
    if (len > 4) {
        TRY(tiff_bytes(scan, view, get_u32(entry + 8, view->big_endian), len, &value.bytes, err));
    }
    if (value.bytes.len == len) {
        scan_set_member(scan, id == TAG_SERIAL_NUMBER ? "NikonSerialNumber" : "NikonShutterCount",
                        &value);
    }
    return 0;
}

static int read_keys(struct meta_scan *scan, const struct tiff_view *view, uint64_t offset,
                     struct err *err)
{
    struct span head, entries;
    uint32_t n;

    TRY(tiff_bytes(scan, view, offset, 2, &head, err));
    n = head.len == 2 ? get_u16(head.data, view->big_endian) : 0;
    if (n > 1000) {
        return 0;
    }
    TRY(tiff_bytes(scan, view, offset + 2, (uint64_t)n * ENTRY_BYTES, &entries, err));
    for (size_t at = 0; at + ENTRY_BYTES <= entries.len; at += ENTRY_BYTES) {
        uint16_t id = get_u16(entries.data + at, view->big_endian);

        if (id == TAG_SERIAL_NUMBER || id == TAG_SHUTTER_COUNT) {
            TRY(read_key(scan, view, entries.data + at, err));
        }
    }
    return 0;
}

int nikon_read(struct meta_scan *scan, const struct tiff_view *view, const struct ifd_walk *walk,
               struct err *err)
{
    uint64_t next;

    TRY(read_keys(scan, view, walk->offset, err));
    return ifd_read(scan, view, walk, &next, err);
}

/* Records by the version in their first four bytes. */
struct record {
    const char *version; /* beginning of it */
    bool in_cipher;
    uint16_t from; /* where the cipher begins */
    uint16_t skip; /* bytes before the table's index 0 */
    const struct tag_table *table;
    uint32_t len; /* of the whole record; 0: any */
};

static int read_record(struct meta_scan *scan, const struct value *raw,
                       const struct record *records, size_t n_records, struct err *err)
{
    static const struct place place = { "MakerNotes", "Nikon", 0, 0 };
    struct span bytes = raw->bytes;
    struct value whole;

    for (size_t i = 0; i < n_records; i++) {
        if (!span_starts(bytes, span_str(records[i].version)) ||
            (records[i].len != 0 && records[i].len != bytes.len)) {
            continue;
        }
        if (records[i].in_cipher && !nikon_decipher(scan, bytes, records[i].from, &bytes)) {
            return 0;
        }
        whole = value_bytes(bytes);
        scan_set_member(scan, "NikonShotInfo", &whole);
        return binary_read(scan, records[i].table, &place, span_from(bytes, records[i].skip),
                           raw->big_endian, err);
    }
    return 0;
}

int nikon_lens_data(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct record records[] = {
        { "0100", false, 0, 0, &nikon_lens_data_00 },
        { "0101", false, 0, 0, &nikon_lens_data_01 },
        { "0201", true, BEHIND_VERSION, 0, &nikon_lens_data_01 },
        { "0202", true, BEHIND_VERSION, 0, &nikon_lens_data_01 },
        { "0203", true, BEHIND_VERSION, 0, &nikon_lens_data_01 },
        { "0204", true, BEHIND_VERSION, 0, &nikon_lens_data_04 },
        { "0400", true, BEHIND_VERSION, 0, &nikon_lens_data_400 },
        { "0401", true, BEHIND_VERSION, 0, &nikon_lens_data_400 },
        { "0402", true, BEHIND_VERSION, 0, &nikon_lens_data_402 },
        { "0403", true, BEHIND_VERSION, 0, &nikon_lens_data_403 },
        { "080", true, BEHIND_VERSION, 0, &nikon_lens_data_800 },
        { "0", false, 0, 0, &nikon_lens_data_any },
    };

    return read_record(scan, raw, records, ARRAY_LEN(records), err);
}

int nikon_colour_balance(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct record records[] = {
        { "0100", false, 0, 72, &nikon_colour_balance_1 },
        { "0102", false, 0, 10, &nikon_colour_balance_2 },
        { "0103", false, 0, 20, &nikon_colour_balance_3 },
        { "0205", true, BEHIND_VERSION, 18, &nikon_colour_balance_2 },
        { "0209", true, BALANCE_AT, BALANCE_AT + 10, &nikon_colour_balance_4 },
        { "0211", true, BALANCE_AT, BALANCE_AT + 16, &nikon_colour_balance_4 },
        { "0215", true, BALANCE_AT, BALANCE_AT + 4, &nikon_colour_balance_4 },
        { "0213", true, BALANCE_AT, BALANCE_AT + 10, &nikon_colour_balance_2 },
        { "0219", true, BEHIND_VERSION, 0x7c, &nikon_colour_balance_2 },
        { "02", true, BALANCE_AT, BALANCE_AT + 6, &nikon_colour_balance_2 },
        { "0", false, 0, 0, &nikon_colour_balance_any },
    };

    return read_record(scan, raw, records, ARRAY_LEN(records), err);
}

int nikon_flash_info(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct record records[] = {
        { "0100", false, 0, 0, &nikon_flash_info_00 },
        { "0101", false, 0, 0, &nikon_flash_info_00 },
        { "0102", false, 0, 0, &nikon_flash_info_02 },
        { "0103", false, 0, 0, &nikon_flash_info_03 },
        { "0104", false, 0, 0, &nikon_flash_info_03 },
        { "0105", false, 0, 0, &nikon_flash_info_03 },
        { "0106", false, 0, 0, &nikon_flash_info_06 },
        { "0107", false, 0, 0, &nikon_flash_info_07 },
        { "0108", false, 0, 0, &nikon_flash_info_07 },
        { "0300", false, 0, 0, &nikon_flash_info_300 },
        { "0301", false, 0, 0, &nikon_flash_info_300 },
    };

    return read_record(scan, raw, records, ARRAY_LEN(records), err);
}

int nikon_picture_control(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct record records[] = {
        { "01", false, 0, 0, &nikon_picture_control_1 },
        { "02", false, 0, 0, &nikon_picture_control_2 },
        { "03", false, 0, 0, &nikon_picture_control_3 },
    };

    return read_record(scan, raw, records, ARRAY_LEN(records), err);
}

int nikon_af_info_2(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct record records[] = {
        { "0100", false, 0, 0, &nikon_af_0100 },
        { "0101", false, 0, 0, &nikon_af_0101 },
        { "03", false, 0, 0, &nikon_af_0300 },
        { "04", false, 0, 0, &nikon_af_0400 },
    };

    return read_record(scan, raw, records, ARRAY_LEN(records), err);
}

int nikon_read_at(struct meta_scan *scan, const struct value *raw, const char *member,
                  const struct tag_table *table, struct err *err)
{
    static const struct place place = { "MakerNotes", "Nikon", 0, 0 };
    const struct value *whole = scan_member(scan, member);
    uint64_t at = (uint64_t)value_int(raw, 0);
    struct value rest;

    if (whole == NULL || at == 0 || at >= whole->bytes.len) {
        return 0;
    }
    rest = value_bytes(span_from(whole->bytes, (size_t)at));
    scan_set_member(scan, "NikonMenu", &rest);
    return binary_read(scan, table, &place, rest.bytes, raw->big_endian, err);
}

int nikon_shot_info(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct record records[] = {
        { "0208", true, BEHIND_VERSION, 0, &nikon_shot_d80 },
        { "0209", true, BEHIND_VERSION, 0, &nikon_shot_d40 },
        { "0210", true, BEHIND_VERSION, 0, &nikon_shot_d3a, 5399 },
        { "0210", true, BEHIND_VERSION, 0, &nikon_shot_d3b, 5408 },
        { "0210", true, BEHIND_VERSION, 0, &nikon_shot_d3b, 5412 },
        { "0210", true, BEHIND_VERSION, 0, &nikon_shot_d300a, 5291 },
        { "0210", true, BEHIND_VERSION, 0, &nikon_shot_d300b, 5303 },
        { "0212", true, BEHIND_VERSION, 0, &nikon_shot_d700, 5312 },
        { "0213", true, BEHIND_VERSION, 0, &nikon_shot_d90 },
        { "0214", true, BEHIND_VERSION, 0, &nikon_shot_d3x, 5409 },
        { "0215", true, BEHIND_VERSION, 0, &nikon_shot_d5000, 6745 },
        { "0216", true, BEHIND_VERSION, 0, &nikon_shot_d300s, 5311 },
        { "0218", true, BEHIND_VERSION, 0, &nikon_shot_d3s },
        { "0220", true, BEHIND_VERSION, 0, &nikon_shot_d7000 },
        { "0221", true, BEHIND_VERSION, 0, &nikon_shot_d5100 },
        { "0226", true, BEHIND_VERSION, 0, &nikon_shot_d5200 },
        { "0233", true, BEHIND_VERSION, 0, &nikon_shot_orientation_132 },
        { "0238", true, BEHIND_VERSION, 0, &nikon_shot_orientation_160 },
        { "0239", true, BEHIND_VERSION, 0, &nikon_shot_orientation_160 },
        { "0242", true, BEHIND_VERSION, 0, &nikon_shot_orientation_160 },
        { "0243", true, BEHIND_VERSION, 0, &nikon_shot_orientation_160 },
        { "0245", true, BEHIND_VERSION, 0, &nikon_shot_orientation_156 },
        { "0246", true, BEHIND_VERSION, 0, &nikon_shot_orientation_156 },
        { "0800", true, BEHIND_VERSION, 0, &nikon_shot_z },
        { "0801", true, BEHIND_VERSION, 0, &nikon_shot_z },
        { "0802", true, BEHIND_VERSION, 0, &nikon_shot_z },
        { "0803", true, BEHIND_VERSION, 0, &nikon_shot_z },
        { "0804", true, BEHIND_VERSION, 0, &nikon_shot_z },
        { "02", true, BEHIND_VERSION, 0, &nikon_shot_any },
        { "0", false, 0, 0, &nikon_shot_any },
        { "", false, 0, 0, &nikon_shot_p6000 },
    };

    return read_record(scan, raw, records, ARRAY_LEN(records), err);
}
