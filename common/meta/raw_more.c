/* What RW2 and IIQ have beside TIFF: a JPEG with EXIF of its own, and Phase One's directory. */
#include "meta/binary.h"
#include "meta/blocks.h"
#include "meta/ifd.h"
#include "meta/print.h"
#include "meta/raw.h"

#define PHASE_ONE_AT    8 /* its offsets count from here */
#define ENTRY_BYTES     16
#define MAX_ENTRIES     512
#define MAX_VALUE_BYTES (1u << 20)

static const struct place phase_one_place = { "MakerNotes", "PhaseOne", 0, 0 };

bool panasonic_32768th(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) / 32768, out);
}

bool panasonic_scale(const struct tag_env *env, struct buf *out)
{
    return number_put(1 / (1 + (double)raw_int(env) / 32768), out);
}

/* The size of the picture is told by its borders on the sensor. */
static void add_size(struct meta_scan *scan, const char *name, const char *from, const char *to)
{
    static const struct place place = { "Composite", "Composite", 0, 0 };
    double first, last;

    if (store_double(&scan->store, from, &first) && store_double(&scan->store, to, &last) &&
        last > first) {
        store_add_u64(&scan->store, &place, name, (uint64_t)(last - first));
    }
}

int rw2_read_jpeg(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const struct place place = { "EXIF", "IFD0", 0, 0 };

    store_add_binary(&scan->store, &place, "JpgFromRaw", raw->bytes.len);
    if (raw->offset != 0) {
        TRY(raw_embedded_jpeg(scan, raw->offset, raw->bytes.len, err));
    }
    add_size(scan, "ImageWidth", "SensorLeftBorder", "SensorRightBorder");
    add_size(scan, "ImageHeight", "SensorTopBorder", "SensorBottomBorder");
    return 0;
}

/* "1.280 -0.280 …" */
bool phase_one_print_matrix(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    for (uint32_t i = 0; i < env->raw->count; i++) {
        buf_printf(out, i > 0 ? " %.3f" : "%.3f", value_double(env->raw, i));
    }
    return true;
}

/* A directory in the directory, of which the list of defects is named. */
int phase_one_calibration(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct span entries;
    uint32_t n, at;

    (void)err;
    at = raw->bytes.len >= 12 ? get_u32(raw->bytes.data + 8, raw->big_endian) : UINT32_MAX;
    if (!span_slice(raw->bytes, at, 8, &entries)) {
        return 0;
    }
    n = get_u32(entries.data, raw->big_endian);
    if (n > MAX_ENTRIES || !span_slice(raw->bytes, (uint64_t)at + 8, (uint64_t)n * 12, &entries)) {
        return 0;
    }
    for (uint32_t i = 0; i < n; i++) {
        const uint8_t *entry = entries.data + (size_t)i * 12;

        if (get_u32(entry, raw->big_endian) == 0x0400) {
            store_add_binary(&scan->store, &phase_one_place, "SensorDefects",
                             get_u32(entry + 4, raw->big_endian));
        }
    }
    return 0;
}

/* Entries {tag, kind, bytes, value or offset}, 32 bits each. */
static int read_entry(struct meta_scan *scan, const uint8_t *entry, bool big_endian,
                      struct err *err)
{
    uint32_t len = get_u32(entry + 8, big_endian), at = get_u32(entry + 12, big_endian);
    const struct tag *row = tag_find(&phase_one_table, get_u32(entry, big_endian));
    struct value value = { FORMAT_UNDEF, big_endian, len, { entry + 12, len }, 0 };

    if (row == NULL || len == 0) {
        return 0;
    }
    if (row->flags & TAG_BINARY) {
        store_add_binary(&scan->store, &phase_one_place, row->name, len);
        return 0;
    }
    if (len > MAX_VALUE_BYTES) {
        return 0;
    }
    if (len > 4) {
        TRY(reader_bytes(&scan->reader, PHASE_ONE_AT + (uint64_t)at, len, &value.bytes, err));
    }
    if (value.bytes.len != len) {
        return 0;
    }
    if (row->kind == PRINT_BLOCK) {
        return row->block(scan, &value, err);
    }
    if (row->format != FORMAT_NONE) {
        value.format = row->format;
        value.count = (uint32_t)(len / format_size(row->format));
    }
    store_add(&scan->store, &phase_one_place, row, &value);
    return 0;
}

static int phase_one_read(struct meta_scan *scan, struct err *err)
{
    struct span head, entries;
    bool big_endian;
    uint64_t at;
    uint32_t n;

    TRY(reader_bytes(&scan->reader, 0, 20, &head, err));
    if (head.len < 20) {
        return 0;
    }
    big_endian = head.data[PHASE_ONE_AT] == 'M';
    at = PHASE_ONE_AT + (uint64_t)get_u32(head.data + PHASE_ONE_AT + 8, big_endian);
    TRY(reader_bytes(&scan->reader, at, 8, &head, err));
    n = head.len == 8 ? get_u32(head.data, big_endian) : 0;
    n = n < MAX_ENTRIES ? n : 0;
    TRY(reader_bytes(&scan->reader, at + 8, (uint64_t)n * ENTRY_BYTES, &entries, err));
    for (size_t i = 0; i + ENTRY_BYTES <= entries.len; i += ENTRY_BYTES) {
        TRY(read_entry(scan, entries.data + i, big_endian, err));
    }
    return 0;
}

int iiq_read(struct meta_scan *scan, struct err *err)
{
    TRY(tiff_read(scan, err));
    return phase_one_read(scan, err);
}
