#include "meta/maker_sony.h"

#include <string.h>

#include "meta/binary.h"
#include "meta/print.h"
#include "meta/tables/sony.h"

static const struct place sony_place = { "MakerNotes", "Sony", 0, 0 };

/* Records by their length; the byte order is the camera's, whatever the file's is. */
struct record {
    size_t len;
    const struct tag_table *table;
    bool big_endian;
};

static int read_record(struct meta_scan *scan, const struct value *raw,
                       const struct record *records, size_t n_records, struct err *err)
{
    for (size_t i = 0; i < n_records; i++) {
        if (raw->bytes.len == records[i].len) {
            return binary_read(scan, records[i].table, &sony_place, raw->bytes,
                               records[i].big_endian, err);
        }
    }
    return 0;
}

int sony_camera_info_read(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct record records[] = {
        { 368, &sony_camera_info, true },
        { 5478, &sony_camera_info, true },
        { 5506, &sony_camera_info_2, false },
        { 6118, &sony_camera_info_2, false },
    };

    return read_record(scan, raw, records, ARRAY_LEN(records), err);
}

int sony_focus_info_read(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct record records[] = {
        { 19148, &sony_focus_info, false },
        { 19154, &sony_focus_info, false },
    };

    return read_record(scan, raw, records, ARRAY_LEN(records), err);
}

int sony_camera_settings_read(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct record records[] = {
        { 280, &sony_camera_settings, true },
        { 364, &sony_camera_settings, true },
        { 332, &sony_camera_settings_2, true },
    };

    return read_record(scan, raw, records, ARRAY_LEN(records), err);
}

static bool ends_with_one_of(const char *model, const char *const *endings, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *at = strstr(model, endings[i]);

        if (at != NULL && at[strlen(endings[i])] == 0) {
            return true;
        }
    }
    return false;
}

int sony_extra_info_read(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const char *const full_frame[] = { "DSLR-A850", "DSLR-A900" };
    static const char *const small[] = { "DSLR-A230", "DSLR-A290", "DSLR-A330", "DSLR-A380",
                                         "DSLR-A390" };
    const struct tag_table *table = NULL;

    if (ends_with_one_of(scan->model, full_frame, ARRAY_LEN(full_frame))) {
        table = &sony_extra_info;
    } else if (ends_with_one_of(scan->model, small, ARRAY_LEN(small))) {
        table = &sony_extra_info_2;
    }
    return table == NULL ? 0 : binary_read(scan, table, &sony_place, raw->bytes, false, err);
}

/* Begins with its own byte order. */
int sony_shot_info_read(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    bool big_endian = raw->bytes.len >= 2 && memcmp(raw->bytes.data, "MM", 2) == 0;

    return binary_read(scan, &sony_shot_info, &sony_place, raw->bytes, big_endian, err);
}

/* Each byte b below 249 was written as b^3 modulo 249 (exiv2, "Sony2010e" and others). */
static void uncube(uint8_t *bytes, size_t len)
{
    uint8_t plain[256];

    for (unsigned i = 0; i < 256; i++) {
        plain[i] = (uint8_t)i;
    }
    for (unsigned i = 0; i < 249; i++) {
        plain[i * i * i % 249] = (uint8_t)i;
    }
    for (size_t i = 0; i < len; i++) {
        bytes[i] = plain[bytes[i]];
    }
}

int sony_tag_9402_read(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    uint8_t *copy = arena_take(scan->reader.arena, raw->bytes.len);

    if (copy == NULL || raw->bytes.len < 3) {
        return 0;
    }
    memcpy(copy, raw->bytes.data, raw->bytes.len);
    uncube(copy, raw->bytes.len);
    return binary_read(scan, &sony_tag_9402, &sony_place, (struct span){ copy, raw->bytes.len },
                       false, err);
}

void sony_decipher(uint8_t *bytes, size_t len, uint32_t key)
{
    uint32_t pad[128];

    for (size_t i = 0; i < 4; i++) {
        key = key * 48828125 + 1;
        pad[i] = key;
    }
    pad[3] = pad[3] << 1 | (pad[0] ^ pad[2]) >> 31;
    for (size_t i = 4; i < 127; i++) {
        pad[i] = (pad[i - 4] ^ pad[i - 2]) << 1 | (pad[i - 3] ^ pad[i - 1]) >> 31;
    }
    for (size_t i = 0; i + 4 <= len; i += 4) {
        size_t at = 127 + i / 4;
        uint32_t word = get_u32(bytes + i, true);

        pad[at & 127] = pad[(at + 1) & 127] ^ pad[(at + 65) & 127];
        word ^= pad[at & 127];
        for (size_t k = 0; k < 4; k++) {
            bytes[i + k] = (uint8_t)(word >> (24 - 8 * k));
        }
    }
}

#define MAX_SR2_BYTES (1u << 20) /* 36 KB in today's files */

/* The directory in cipher: its offsets count from the file's first byte. */
static int read_sr2(struct meta_scan *scan, bool big_endian, struct err *err)
{
    const struct value *offset = scan_member(scan, "SR2SubIFDOffset");
    const struct value *length = scan_member(scan, "SR2SubIFDLength");
    const struct value *key = scan_member(scan, "SR2SubIFDKey");
    struct ifd_walk walk = { .table = &sony_sr2, .name = "SR2SubIFD", .no_next = true };
    struct tiff_view view = { .big_endian = big_endian };
    struct span bytes;
    uint64_t at, len, next;
    uint8_t *copy;

    if (offset == NULL || length == NULL || key == NULL) {
        return 0;
    }
    at = (uint32_t)value_int(offset, 0);
    len = (uint32_t)value_int(length, 0);
    if (len > MAX_SR2_BYTES) {
        return 0;
    }
    TRY(reader_bytes(&scan->reader, at, len, &bytes, err));
    copy = bytes.len > 0 ? arena_take(scan->reader.arena, bytes.len) : NULL;
    if (copy == NULL) {
        return 0;
    }
    memcpy(copy, bytes.data, bytes.len);
    sony_decipher(copy, bytes.len, (uint32_t)value_int(key, 0));
    view.memory = (struct span){ copy, bytes.len };
    view.base = -(int64_t)at;
    walk.offset = at;
    return ifd_read(scan, &view, &walk, &next, err);
}

int sony_private_read(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct ifd_walk walk = { .table = &sony_private, .name = "SR2", .no_next = true };
    struct tiff_view view = { .big_endian = raw->big_endian };
    uint64_t next;

    if (raw->bytes.len < 4) {
        return 0;
    }
    walk.offset = get_u32(raw->bytes.data, raw->big_endian);
    TRY(ifd_read(scan, &view, &walk, &next, err));
    return read_sr2(scan, raw->big_endian, err);
}
