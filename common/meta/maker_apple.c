/*
 * Apple's notes hold binary property lists: the run time (a CMTime), styles. Their layout is that
 * of Apple's open CFBinaryPList.c: "bplist00", objects, a table of their offsets, and a trailer of
 * 32 bytes. Short texts and containers are read; what is longer is passed over.
 */
#include "meta/maker_apple.h"

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "meta/scan.h"

#define TRAILER_BYTES 32
#define MAX_DEPTH     4   /* of containers in containers */
#define MAX_OBJECTS   256 /* printed of one list: an object may be named many times */
#define NO_VALUE      0xf /* a length that stands elsewhere: longer than what is read */
#define OBJECT_SIMPLE 0x0
#define OBJECT_REAL   0x2
#define OBJECT_ARRAY  0xa
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

struct letters {
    const struct list *list;
    struct buf *out;
    unsigned n_objects;
};

static bool put_object(struct letters *to, uint64_t index, unsigned depth);

static bool put_number(struct letters *to, uint8_t kind, uint8_t length, uint64_t content)
{
    uint64_t bits;
    uint32_t low;
    double number;
    float narrow;

    if (length > 3 || !number_at(to->list->bytes, content, (size_t)1 << length, &bits)) {
        return false;
    }
    if (kind == OBJECT_INT) {
        buf_printf(to->out, "%" PRIu64, bits);
        return true;
    }
    low = (uint32_t)bits;
    memcpy(&narrow, &low, sizeof narrow);
    memcpy(&number, &bits, sizeof number);
    number_append(length == 2 ? (double)narrow : number, 15, to->out);
    return length >= 2;
}

/* Names begin with a letter: before others stands "_". */
static bool needs_underscore(struct span name)
{
    return name.len == 0 || !(text_is_letter(name.data[0]) || name.data[0] == '_');
}

static int letter_of(struct span name, size_t at)
{
    if (needs_underscore(name)) {
        if (at == 0) {
            return '_';
        }
        at--;
    }
    return at < name.len ? name.data[at] : -1;
}

static bool stands_before(struct span a, struct span b)
{
    for (size_t i = 0;; i++) {
        int left = letter_of(a, i), right = letter_of(b, i);

        if (left != right || left < 0) {
            return left < right;
        }
    }
}

/* The members' numbers, keys in the order of their names: ExifTool sorts them. */
static uint8_t sort_keys(const struct list *list, uint64_t content, uint8_t n, uint8_t order[])
{
    struct span names[NO_VALUE];
    uint8_t n_read = 0;
    uint64_t key;

    for (uint8_t i = 0; i < n; i++) {
        struct span name;
        uint8_t at = n_read;

        if (!number_at(list->bytes, content + (uint64_t)i * list->ref_size, list->ref_size, &key) ||
            !read_text(list, key, &name)) {
            continue;
        }
        for (; at > 0 && stands_before(name, names[at - 1]); at--) {
            names[at] = names[at - 1];
            order[at] = order[at - 1];
        }
        names[at] = name;
        order[at] = i;
        n_read++;
    }
    return n_read;
}

static bool put_members(struct letters *to, bool named, uint8_t n, uint64_t content, unsigned depth)
{
    const struct list *list = to->list;
    uint8_t order[NO_VALUE], n_read = n;
    uint64_t object;
    struct span name;

    for (uint8_t i = 0; i < n; i++) {
        order[i] = i;
    }
    if (named) {
        n_read = sort_keys(list, content, n, order);
    }
    for (uint8_t i = 0; i < n_read; i++) {
        uint64_t at = content + (uint64_t)order[i] * list->ref_size;

        buf_add_str(to->out, i == 0 ? "" : depth == 0 && !named ? ", " : ",");
        if (named) {
            if (!number_at(list->bytes, at, list->ref_size, &object) ||
                !read_text(list, object, &name)) {
                return false;
            }
            buf_add_str(to->out, needs_underscore(name) ? "_" : "");
            buf_add_span(to->out, name);
            buf_add_str(to->out, "=");
            at += (uint64_t)n * list->ref_size;
        }
        if (!number_at(list->bytes, at, list->ref_size, &object) ||
            !put_object(to, object, depth + 1)) {
            return false;
        }
    }
    return true;
}

static bool put_object(struct letters *to, uint64_t index, unsigned depth)
{
    uint64_t content;
    uint8_t kind, length;
    struct span text;

    if (depth > MAX_DEPTH || to->n_objects++ > MAX_OBJECTS ||
        !object_at(to->list, index, &kind, &length, &content) || length == NO_VALUE) {
        return false;
    }
    switch (kind) {
    case OBJECT_SIMPLE: /* 8 is false and 9 true; ExifTool has them the other way round */
        buf_add_str(to->out, length == 8 ? "True" : "False");
        return length == 8 || length == 9;
    case OBJECT_INT:
    case OBJECT_REAL:
        return put_number(to, kind, length, content);
    case OBJECT_TEXT:
        if (!read_text(to->list, index, &text)) {
            return false;
        }
        buf_add_span(to->out, text);
        return true;
    case OBJECT_ARRAY:
    case OBJECT_DICT: {
        const char *ends = kind == OBJECT_DICT ? "{}" : depth == 0 ? "" : "[]";

        buf_add(to->out, ends, ends[0] != '\0');
        if (!put_members(to, kind == OBJECT_DICT, length, content, depth)) {
            return false;
        }
        buf_add_str(to->out, ends[0] != '\0' ? ends + 1 : "");
        return true;
    }
    default:
        return false;
    }
}

bool apple_list_text(const struct tag_env *env, struct buf *out)
{
    struct list list;
    struct letters to = { &list, out, 0 };

    return open_list(env->raw->bytes, &list) && put_object(&to, list.top, 0);
}
