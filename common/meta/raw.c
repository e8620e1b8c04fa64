#include "meta/raw.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "meta/binary.h"
#include "meta/blocks.h"
#include "meta/ifd.h"
#include "meta/print.h"

#define MAX_BLOCKS      64
#define MAX_BLOCK_BYTES (1u << 20)

/* RAF's header: where the places of its parts stand. Fujifilm has published no layout; these are as
 * its cameras write them. */
#define RAF_HEADER_BYTES 160
#define RAF_LEAST_BYTES  0x70 /* without the second directory */
#define RAF_JPEG         0x54 /* offset, then length */
#define RAF_DIRECTORY    0x5c

bool crw_measured_ev(const struct tag_env *env, struct buf *out)
{
    return number_put(value_double(env->raw, 0) + 5, out);
}

bool mrw_colour_temperature(const struct tag_env *env, struct buf *out)
{
    int64_t code = raw_int(env);

    return code != 0 && number_put((double)code * 100, out);
}

bool raf_log2(const struct tag_env *env, struct buf *out)
{
    double value = value_double(env->raw, 0);

    return number_put(value > 0 ? log2(value) : 0, out);
}

/* The mode in the lower half, its tuning (8 is none) in the upper one. */
bool mrw_print_wb(const struct tag_env *env, struct span value, struct buf *out)
{
    static const char *const names[] = {
        "Auto",  "Daylight", "Cloudy", "Tungsten", "Flash/Fluorescent", "Fluorescent",
        "Shade", "User 1",   "User 2", "User 3",   "Temperature"
    };
    int64_t code = raw_int(env), low = code & 0x0f, high = code >> 4;

    (void)value;
    if (low >= (int64_t)ARRAY_LEN(names)) {
        return false;
    }
    buf_add_str(out, names[low]);
    if (high >= 6 && high <= 12) {
        buf_printf(out, " (%" PRId64 ")", high - 8);
    }
    return true;
}

bool mrw_print_iso(const struct tag_env *env, struct span value, struct buf *out)
{
    double code = number_parse(value, NULL);

    (void)env;
    if (code == 0) {
        buf_add_str(out, "Auto");
    } else {
        buf_printf(out, "%.0f", exp2((code - 48) / 8) * 100);
    }
    return true;
}

/* Heights stand first. */
static bool reversed(const struct tag_env *env, char between, struct buf *out)
{
    if (env->raw->count != 2) {
        return false;
    }
    buf_printf(out, "%" PRId64 "%c%" PRId64, value_int(env->raw, 1), between, raw_int(env));
    return true;
}

bool raf_size(const struct tag_env *env, struct buf *out)
{
    return reversed(env, 'x', out);
}

bool raf_ratio(const struct tag_env *env, struct buf *out)
{
    return reversed(env, ':', out);
}

bool crw_never(const struct tag_env *env)
{
    (void)env;
    return false;
}

static bool is_sony(const struct tag_env *env)
{
    return scan_model_starts(env->scan, "DSLR-A");
}

bool mrw_is_sony(const struct tag_env *env)
{
    return is_sony(env) && strcmp(env->scan->model, "DSLR-A100") != 0;
}

bool mrw_is_minolta(const struct tag_env *env)
{
    return !is_sony(env);
}

bool mrw_has_levels(const struct tag_env *env)
{
    return !mrw_is_sony(env);
}

bool mrw_has_iso(const struct tag_env *env)
{
    return raw_int(env) != 255;
}

bool mrw_is_a200(const struct tag_env *env)
{
    return scan_model_has(env->scan, "DiMAGE A200");
}

int raw_embedded_jpeg(struct meta_scan *scan, uint64_t offset, uint64_t len, struct err *err)
{
    struct source_window window;
    struct source inside;
    struct reader outer = scan->reader;
    int result;

    if (len == 0 || offset >= outer.size || !scan_enter(scan)) {
        return 0;
    }
    if (outer.size != SOURCE_SIZE_UNKNOWN && len > outer.size - offset) {
        len = outer.size - offset;
    }
    inside = source_window(&window, outer.src, offset, len);
    scan->reader.src = &inside;
    scan->reader.size = len;
    scan->embedded_at = offset;
    result = jpeg_read(scan, err);
    scan->reader.src = outer.src;
    scan->reader.size = outer.size;
    scan->embedded_at = 0;
    source_release(&inside);
    scan_leave(scan);
    scan_preview(scan, offset, len);
    return result;
}

static const struct place raf_place = { "RAF", "RAF", 0, 0 };

/* Count, then {tag, length, value}: all big-endian. */
static int read_raf_directory(struct meta_scan *scan, uint64_t offset, uint64_t len,
                              struct err *err)
{
    struct cursor in = { .big_endian = true };
    uint32_t n;

    TRY(reader_bytes(&scan->reader, offset, len < MAX_BLOCK_BYTES ? len : MAX_BLOCK_BYTES, &in.in,
                     err));
    n = cursor_u32(&in);
    for (uint32_t i = 0; i < n && !in.bad; i++) {
        uint16_t id = cursor_u16(&in), bytes = cursor_u16(&in);
        const struct tag *row = tag_find(&raf_table, id);
        struct value value = value_bytes(cursor_bytes(&in, bytes));

        if (in.bad || row == NULL || bytes == 0) {
            continue;
        }
        value.big_endian = true;
        if (row->format != FORMAT_NONE) {
            value.format = row->format;
            value.count = (uint32_t)(bytes / format_size(row->format));
        }
        if (row->count > 0 && row->count < value.count) {
            value.count = row->count;
        }
        store_add(&scan->store, &raf_place, row, &value);
    }
    return 0;
}

/* Places in the header (offset, then length): the JPEG, the first directory. */
int raf_read(struct meta_scan *scan, struct err *err)
{
    static const struct place file = { "File", "File", 0, 0 };
    struct span head;
    uint32_t jpeg, jpeg_len;

    TRY(reader_bytes(&scan->reader, 0, RAF_HEADER_BYTES, &head, err));
    if (head.len < RAF_LEAST_BYTES) {
        return 0;
    }
    jpeg = get_u32(head.data + RAF_JPEG, true);
    jpeg_len = get_u32(head.data + RAF_JPEG + 4, true);
    TRY(binary_read(scan, &raf_header, &raf_place, head, true, err));
    if (jpeg != 0 && jpeg_len != 0) {
        store_add_binary(&scan->store, &file, "PreviewImage", jpeg_len);
    }
    TRY(raw_embedded_jpeg(scan, jpeg, jpeg_len, err));
    return read_raf_directory(scan, get_u32(head.data + RAF_DIRECTORY, true),
                              get_u32(head.data + RAF_DIRECTORY + 4, true), err);
}

/* Blocks {name, length, bytes} in front of the picture. */
static int read_mrw_block(struct meta_scan *scan, struct span name, struct span block,
                          uint64_t offset, bool big_endian, struct err *err)
{
    static const struct place place = { "MakerNotes", "MinoltaRaw", 0, 0 };
    static const struct {
        const char *name;
        const struct tag_table *table;
    } blocks[] = { { "PRD", &mrw_prd }, { "RIF", &mrw_rif }, { "WBG", &mrw_wbg } };

    if (memcmp(name.data + 1, "TTW", 3) == 0) {
        return exif_read(scan, block, offset, err);
    }
    for (size_t i = 0; i < ARRAY_LEN(blocks); i++) {
        if (memcmp(name.data + 1, blocks[i].name, 3) == 0) {
            return binary_read(scan, blocks[i].table, &place, block, big_endian, err);
        }
    }
    return 0;
}

int mrw_read(struct meta_scan *scan, struct err *err)
{
    uint64_t at = 8, end;
    struct span head, block;

    TRY(reader_bytes(&scan->reader, 0, 8, &head, err));
    if (head.len < 8) {
        return 0;
    }
    end = 8 + (uint64_t)get_u32(head.data + 4, true);
    for (int i = 0; i < MAX_BLOCKS && at + 8 <= end; i++) {
        uint32_t len;

        TRY(reader_bytes(&scan->reader, at, 8, &head, err));
        if (head.len < 8) {
            return 0;
        }
        len = get_u32(head.data + 4, true);
        if (len > MAX_BLOCK_BYTES) {
            return 0;
        }
        TRY(reader_bytes(&scan->reader, at + 8, len, &block, err));
        TRY(read_mrw_block(scan, head, block, at + 8, true, err));
        at += 8 + (uint64_t)len;
    }
    return 0;
}

/* The same blocks inside Sony's ARW, in Intel's order when the first is "\0MRI". */
int mrw_info_read(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct cursor in = { .in = raw->bytes };

    if (raw->bytes.len < 8 || memcmp(raw->bytes.data, "\0MR", 3) != 0) {
        return 0;
    }
    in.big_endian = raw->bytes.data[3] == 'M';
    in.at = 8;
    for (int i = 0; i < MAX_BLOCKS; i++) {
        struct span name = cursor_bytes(&in, 4);
        struct span block = cursor_bytes(&in, cursor_u32(&in));

        if (in.bad || name.data[0] != 0) {
            return 0;
        }
        TRY(read_mrw_block(scan, name, block, 0, in.big_endian, err));
    }
    return 0;
}
