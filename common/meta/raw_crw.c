/* CIFF (Canon, "CIFF Specification on Image Data File", 1997): nested directories that stand at the
 * end of their block. */
#include "meta/binary.h"
#include "meta/blocks.h"
#include "meta/maker_canon.h"
#include "meta/raw.h"
#include "meta/trailer.h"

#define ENTRY_BYTES     10
#define MAX_ENTRIES     512
#define MAX_VALUE_BYTES (1u << 20)

/* Of a record's number. */
#define TYPE_BITS    0x3800
#define DIRECTORY_1  0x2800
#define DIRECTORY_2  0x3000
#define ID_BITS      0x3fff
#define JPG_FROM_RAW 0x2007
#define IN_ENTRY     0x4000 /* the value stands in the entry, eight bytes of it */

static const struct place crw_place = { "MakerNotes", "CanonRaw", 0, 0 };
static const struct place canon_place = { "MakerNotes", "Canon", 0, 0 };

/* Records that maker notes have too, under another number. */
static const struct {
    uint16_t id, canon_id;
} shared[] = {
    { 0x1029, 0x0002 }, { 0x102a, 0x0004 }, { 0x102d, 0x0001 }, { 0x1031, 0x00e0 },
    { 0x1033, 0x000f }, { 0x1038, 0x0012 }, { 0x1093, 0x0093 }, { 0x10a9, 0x00a9 },
};

int crw_make_model(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct value make = value_text(raw->bytes), model;
    struct span text = value_chars(&make);

    (void)err;
    scan->make = arena_text(scan->reader.arena, text);
    store_add_text(&scan->store, &crw_place, "Make", text);
    model = value_text(span_from(raw->bytes, text.len + 1));
    text = value_chars(&model);
    scan->model = arena_text(scan->reader.arena, text);
    store_add_text(&scan->store, &crw_place, "Model", text);
    scan->make = scan->make != NULL ? scan->make : "";
    scan->model = scan->model != NULL ? scan->model : "";
    return 0;
}

/* The number is a serial number in these cameras alone. */
bool crw_is_eos(const struct tag_env *env)
{
    return scan_model_has(env->scan, "EOS");
}

static uint8_t format_of(uint16_t tag)
{
    static const uint8_t formats[8] = { FORMAT_U8,    FORMAT_TEXT,  FORMAT_U16,   FORMAT_U32,
                                        FORMAT_UNDEF, FORMAT_UNDEF, FORMAT_UNDEF, FORMAT_UNDEF };

    return formats[(tag & TYPE_BITS) >> 11];
}

static int add_row(struct meta_scan *scan, const struct tag_table *table, uint32_t id,
                   const struct place *place, struct value *value, struct err *err)
{
    const struct tag *row = tag_choose(scan, table, id, value);
    bool single = value->count == 1;
    int result = 0;

    if (row == NULL || (row->flags & TAG_UNKNOWN)) {
        return 0;
    }
    if (row->format != FORMAT_NONE && format_size(row->format) > 0) {
        value->format = row->format;
        value->count = (uint32_t)(value->bytes.len / format_size(row->format));
        value->count = single && format_size(row->format) == 4 ? 1 : value->count;
    }
    if (row->kind != PRINT_BINARY && row->kind != PRINT_BLOCK) {
        store_add(&scan->store, place, row, value);
        return 0;
    }
    if (scan_enter(scan)) {
        result = row->kind == PRINT_BLOCK
                     ? row->block(scan, value, err)
                     : binary_read(scan, row->arg, place, value->bytes, value->big_endian, err);
        scan_leave(scan);
    }
    return result;
}

static int add_value(struct meta_scan *scan, const struct place *place, uint16_t tag,
                     struct value value, struct err *err)
{
    uint16_t id = tag & ID_BITS;

    value.format = format_of(tag);
    value.count = (uint32_t)(value.bytes.len / format_size(value.format));
    if ((tag & IN_ENTRY) != 0 && value_is_number(&value)) {
        value.count = 1; /* the rest of the eight bytes is not cleared */
    }
    for (size_t i = 0; i < ARRAY_LEN(shared); i++) {
        if (shared[i].id == id) {
            return add_row(scan, &canon_table, shared[i].canon_id, &canon_place, &value, err);
        }
    }
    return add_row(scan, &crw_table, id, place, &value, err);
}

struct block {
    uint64_t start, len;
    bool big_endian;
    const struct place *place;
};

static int read_block(struct meta_scan *scan, const struct block *block, struct err *err);

static int read_entry(struct meta_scan *scan, const struct block *block, const uint8_t *entry,
                      struct err *err)
{
    uint16_t tag = get_u16(entry, block->big_endian);
    uint32_t len = get_u32(entry + 2, block->big_endian);
    uint32_t offset = get_u32(entry + 6, block->big_endian);
    struct value value = { .big_endian = block->big_endian, .bytes = { entry + 2, 8 } };
    const struct tag *row = tag_find(&crw_table, tag & ID_BITS);

    if ((tag & IN_ENTRY) != 0) {
        return add_value(scan, block->place, tag, value, err);
    }
    if (offset > block->len || len > block->len - offset) {
        return 0;
    }
    if ((tag & TYPE_BITS) == DIRECTORY_1 || (tag & TYPE_BITS) == DIRECTORY_2) {
        struct block below = { block->start + offset, len, block->big_endian, block->place };
        int result = 0;

        if (scan_enter(scan)) {
            result = read_block(scan, &below, err);
            scan_leave(scan);
        }
        return result;
    }
    if (row != NULL && (row->flags & TAG_BINARY)) {
        store_add_binary(&scan->store, block->place, row->name, len);
        if ((tag & ID_BITS) == JPG_FROM_RAW) {
            scan_preview(scan, block->start + offset, len);
        }
        return 0;
    }
    if (len > MAX_VALUE_BYTES) {
        return 0;
    }
    TRY(reader_bytes(&scan->reader, block->start + offset, len, &value.bytes, err));
    return value.bytes.len == len && len > 0 ? add_value(scan, block->place, tag, value, err) : 0;
}

static int read_block(struct meta_scan *scan, const struct block *block, struct err *err)
{
    struct span word, entries;
    uint32_t at, n;

    if (block->len < 6 || scan->n_ifds >= scan->limits.max_ifds) {
        return 0;
    }
    scan->n_ifds++;
    TRY(reader_bytes(&scan->reader, block->start + block->len - 4, 4, &word, err));
    at = word.len == 4 ? get_u32(word.data, block->big_endian) : UINT32_MAX;
    if (at > block->len - 6) {
        return 0;
    }
    TRY(reader_bytes(&scan->reader, block->start + at, 2, &word, err));
    n = word.len == 2 ? get_u16(word.data, block->big_endian) : 0;
    n = n < MAX_ENTRIES ? n : 0;
    TRY(reader_bytes(&scan->reader, block->start + at + 2, (uint64_t)n * ENTRY_BYTES, &entries,
                     err));
    for (size_t i = 0; i + ENTRY_BYTES <= entries.len; i += ENTRY_BYTES) {
        TRY(read_entry(scan, block, entries.data + i, err));
    }
    return 0;
}

int ciff_read(struct meta_scan *scan, const struct place *place, uint64_t offset, uint64_t len,
              struct err *err)
{
    struct span head;
    struct block root = { .place = place };
    uint32_t header;

    TRY(reader_bytes(&scan->reader, offset, 14, &head, err));
    if (head.len < 14) {
        return 0;
    }
    root.big_endian = head.data[0] == 'M';
    header = get_u32(head.data + 2, root.big_endian);
    if (header >= len) {
        return 0;
    }
    root.start = offset + header;
    root.len = len - header;
    return read_block(scan, &root, err);
}

int crw_read(struct meta_scan *scan, struct err *err)
{
    if (scan->reader.size == SOURCE_SIZE_UNKNOWN) {
        return 0;
    }
    TRY(ciff_read(scan, &crw_place, 0, scan->reader.size, err));
    return trailers_read(scan, err);
}
