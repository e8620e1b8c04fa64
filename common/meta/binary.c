#include "meta/binary.h"

/* The bits of mask, shifted down to the lowest. */
static int64_t masked(int64_t number, uint32_t mask)
{
    uint64_t bits = (uint64_t)number & mask;

    for (; (mask & 1) == 0; mask >>= 1) {
        bits >>= 1;
    }
    return (int64_t)bits;
}

static bool endian_of(const struct tag_table *table, bool inherited)
{
    return table->endian == 0 ? inherited : table->endian > 0;
}

/* The row's value where it lies; false when it is not whole inside. */
static bool row_value(const struct tag_table *table, const struct tag *row, struct span bytes,
                      bool big_endian, struct value *out)
{
    uint8_t unit = table->format != FORMAT_NONE ? table->format : FORMAT_U8;
    uint8_t format = row->format != FORMAT_NONE ? row->format : unit;
    uint64_t at = (uint64_t)row->id * format_size(unit), size = format_size(format);
    uint64_t count = row->count > 0 ? row->count : 1;
    struct span inside;

    if (at >= bytes.len || size == 0) {
        return false;
    }
    /* of texts and blocks as much as there is */
    if (format == FORMAT_TEXT || format == FORMAT_UNDEF || row->kind == PRINT_BINARY ||
        row->kind == PRINT_BLOCK) {
        uint64_t left = (bytes.len - at) / size;

        count = row->count == 0 || count > left ? left : count;
    }
    if (!span_slice(bytes, at, count * size, &inside) || inside.len == 0) {
        return false;
    }
    *out = (struct value){ format, big_endian, (uint32_t)count, inside, 0 };
    return true;
}

static int hand_on(struct meta_scan *scan, const struct tag *row, const struct place *place,
                   const struct value *value, struct err *err)
{
    int result = 0;

    if (!scan_enter(scan)) {
        return 0;
    }
    if (row->kind == PRINT_BINARY) {
        result = binary_read(scan, row->arg, place, value->bytes, value->big_endian, err);
    } else {
        result = row->block(scan, value, err);
    }
    scan_leave(scan);
    return result;
}

int binary_take(struct meta_scan *scan, const struct place *place, const struct tag *row,
                struct value *value, struct err *err)
{
    if (row->kind == PRINT_BINARY || row->kind == PRINT_BLOCK) {
        return hand_on(scan, row, place, value, err);
    }
    if (row->mask != 0) {
        uint8_t *keep = arena_take(scan->reader.arena, 8);

        if (keep == NULL) {
            return 0;
        }
        *value = value_number(masked(value_int(value, 0), row->mask), keep);
    }
    if (row->flags & TAG_MEMBER) {
        scan_set_member(scan, row->name, value);
    }
    if (!(row->flags & TAG_UNKNOWN)) {
        store_add(&scan->store, place, row, value);
    }
    return 0;
}

int binary_read(struct meta_scan *scan, const struct tag_table *table, const struct place *place,
                struct span bytes, bool big_endian, struct err *err)
{
    struct place here = *place;
    bool big = endian_of(table, big_endian), done = false;

    here.g0 = table->g0 != NULL ? table->g0 : place->g0;
    here.g1 = table->g1 != NULL ? table->g1 : place->g1;
    here.table_priority = table->priority;
    for (uint16_t i = 0; i < table->n_rows; i++) {
        const struct tag *row = &table->rows[i];
        struct value value;
        struct tag_env env = { scan, row, &value, 0 };
        bool same = i > 0 && row->id == row[-1].id && row->mask == row[-1].mask;

        /* of rows for the same bytes the first that fits is taken */
        if ((same && done) || !row_value(table, row, bytes, big, &value)) {
            done = same && done;
            continue;
        }
        env.dir_format = value.format;
        done = row->when == NULL || row->when(&env);
        if (done) {
            TRY(binary_take(scan, &here, row, &value, err));
        }
    }
    return 0;
}
