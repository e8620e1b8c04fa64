#include "meta/scan.h"

#include <string.h>

#include "base/text.h"

const struct value *scan_member(const struct meta_scan *scan, const char *name)
{
    for (uint32_t i = 0; i < scan->n_members; i++) {
        if (strcmp(scan->members[i].name, name) == 0) {
            return &scan->members[i].value;
        }
    }
    return NULL;
}

void scan_set_member(struct meta_scan *scan, const char *name, const struct value *value)
{
    for (uint32_t i = 0; i < scan->n_members; i++) {
        if (strcmp(scan->members[i].name, name) == 0) {
            scan->members[i].value = *value;
            return;
        }
    }
    if (scan->n_members < ARRAY_LEN(scan->members)) {
        scan->members[scan->n_members++] = (struct member){ name, *value };
    }
}

bool scan_model_has(const struct meta_scan *scan, const char *text)
{
    return strstr(scan->model, text) != NULL;
}

bool scan_model_starts(const struct meta_scan *scan, const char *text)
{
    return text_starts(scan->model, text);
}

bool scan_model_is(const struct meta_scan *scan, const char *word)
{
    const char *at = strstr(scan->model, word);

    return at != NULL && (at[strlen(word)] == 0 || at[strlen(word)] == ' ');
}

bool scan_enter(struct meta_scan *scan)
{
    if (scan->depth >= scan->limits.max_depth) {
        return false;
    }
    scan->depth++;
    return true;
}

void scan_leave(struct meta_scan *scan)
{
    scan->depth--;
}

void scan_preview(struct meta_scan *scan, uint64_t offset, uint64_t len)
{
    if (offset >= scan->reader.size || len > scan->reader.size - offset) {
        return;
    }
    if (len > scan->preview.len) {
        scan->preview = (struct meta_preview){ offset, len };
    }
}

static const struct place file_place = { .g0 = "File", .g1 = "File" };

void scan_file_u64(struct meta_scan *scan, const char *name, uint64_t value)
{
    store_add_u64(&scan->store, &file_place, name, value);
}

void scan_file_text(struct meta_scan *scan, const char *name, const char *text)
{
    store_add_cstr(&scan->store, &file_place, name, text);
}

const char *byte_order_name(bool big_endian)
{
    return big_endian ? "Big-endian (Motorola, MM)" : "Little-endian (Intel, II)";
}

void scan_byte_order(struct meta_scan *scan, bool big_endian)
{
    if (!scan->has_byte_order) {
        scan->has_byte_order = true;
        scan_file_text(scan, "ExifByteOrder", byte_order_name(big_endian));
    }
}
