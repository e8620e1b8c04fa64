/*
 * The run time in Apple's notes is a CMTime as a binary property list. Layout of such lists:
 * Apple's open CFBinaryPList.c describes it: "bplist00", objects, a table of their offsets, and a
 * trailer of 32 bytes. Only a dictionary of short names and whole numbers is read; all else is
 * passed over.
 */
#include "meta/maker_apple.h"

#include <string.h>

#include "meta/scan.h"

#define TRAILER_BYTES 32
#define MAX_MEMBERS   64
#define OBJECT_INT    0x1
#define OBJECT_TEXT   0x5
#define OBJECT_DICT   0xd

struct list {
    struct span bytes;
    uint8_t offset_size, ref_size; /* bytes of an offset, and of an object's number */
    uint64_t n_objects, top, table;
};

static bool number_at(struct span bytes, uint64_t at, size_t size, uint64_t *out)
{
    struct span in;

    *out = 0;
    if (size == 0 || size > 8 || !span_slice(bytes, at, size, &in)) {
        return false;
    }
    for (size_t i = 0; i < size; i++) {
        *out = *out << 8 | in.data[i];
    }
    return true;
}

static bool open_list(struct span bytes, struct list *out)
{
    uint64_t trailer = bytes.len - TRAILER_BYTES, offset_size, ref_size;

    if (bytes.len < TRAILER_BYTES + 8 || !span_starts(bytes, span_str("bplist00"))) {
        return false;
    }
    *out = (struct list){ .bytes = bytes };
    if (!number_at(bytes, trailer + 6, 1, &offset_size) ||
        !number_at(bytes, trailer + 7, 1, &ref_size) ||
        !number_at(bytes, trailer + 8, 8, &out->n_objects) ||
        !number_at(bytes, trailer + 16, 8, &out->top) ||
        !number_at(bytes, trailer + 24, 8, &out->table)) {
        return false;
    }
    out->offset_size = (uint8_t)offset_size;
    out->ref_size = (uint8_t)ref_size;
    return out->n_objects <= bytes.len && out->table < bytes.len;
}

/* Kind and length nibble of an object, and where its content begins. */
static bool object_at(const struct list *list, uint64_t index, uint8_t *kind, uint8_t *length,
                      uint64_t *content)
{
    uint64_t marker;

    if (index >= list->n_objects ||
        !number_at(list->bytes, list->table + index * list->offset_size, list->offset_size,
                   content) ||
        !number_at(list->bytes, *content, 1, &marker)) {
        return false;
    }
    *kind = (uint8_t)(marker >> 4);
    *length = marker & 0xf;
    (*content)++;
    return true;
}

static bool read_int(const struct list *list, uint64_t index, uint64_t *out)
{
    uint64_t content;
    uint8_t kind, length;

    return object_at(list, index, &kind, &length, &content) && kind == OBJECT_INT && length <= 3 &&
           number_at(list->bytes, content, (size_t)1 << length, out);
}

static bool read_text(const struct list *list, uint64_t index, struct span *out)
{
    uint64_t content;
    uint8_t kind, length;

    return object_at(list, index, &kind, &length, &content) && kind == OBJECT_TEXT &&
           length < 0xf && span_slice(list->bytes, content, length, out);
}

static void add_flags(struct meta_scan *scan, const struct place *place, uint64_t flags)
{
    static const char *const names[] = { "Valid", "Has been rounded", "Positive infinity",
                                         "Negative infinity", "Indefinite" };
    CLEANUP(buf_release) struct buf text = BUF_INIT(256);

    for (size_t bit = 0; bit < ARRAY_LEN(names); bit++) {
        if ((flags >> bit & 1) != 0) {
            buf_add_str(&text, text.len > 0 ? ", " : "");
            buf_add_str(&text, names[bit]);
        }
    }
    if (text.len == 0) {
        buf_add_str(&text, "(none)");
    }
    store_add_text(&scan->store, place, "RunTimeFlags", buf_span(&text));
}

static void add_member(struct meta_scan *scan, struct span name, uint64_t value)
{
    static const struct place place = { "MakerNotes", "Apple", 0, 0 };
    static const struct {
        const char *key, *name;
    } members[] = {
        { "epoch", "RunTimeEpoch" },
        { "timescale", "RunTimeScale" },
        { "value", "RunTimeValue" },
    };

    if (span_equal(name, span_str("flags"))) {
        add_flags(scan, &place, value);
    }
    for (size_t i = 0; i < ARRAY_LEN(members); i++) {
        if (span_equal(name, span_str(members[i].key))) {
            store_add_u64(&scan->store, &place, members[i].name, value);
        }
    }
}

int apple_run_time(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct list list;
    uint64_t content, key, member, value;
    uint8_t kind, n_members;
    struct span name;

    (void)err;
    if (!open_list(raw->bytes, &list) || !object_at(&list, list.top, &kind, &n_members, &content) ||
        kind != OBJECT_DICT || n_members == 0xf) {
        return 0;
    }
    for (uint64_t i = 0; i < n_members; i++) {
        if (number_at(list.bytes, content + i * list.ref_size, list.ref_size, &key) &&
            number_at(list.bytes, content + (n_members + i) * list.ref_size, list.ref_size,
                      &member) &&
            read_text(&list, key, &name) && read_int(&list, member, &value)) {
            add_member(scan, name, value);
        }
    }
    return 0;
}
