/* IPTC-NAA Information Interchange Model 4.1: datasets of a marker, record, number and length. */
#include "meta/tables/iptc.h"

#include "base/text.h"
#include "meta/blocks.h"
#include "meta/print.h"

#define DATASET_MARKER      0x1c
#define CODED_CHARACTER_SET (1 << 8 | 90)
#define MAX_DATASETS        5000
#define MAX_LISTS           32 /* more than the table has */
#define MAX_LIST_BYTES      (1u << 20)

bool iptc_date(const struct tag_env *env, struct buf *out)
{
    struct span in = value_chars(env->raw);
    bool spaced = in.len >= 10 && in.data[4] == '-' && in.data[7] == '-';
    size_t month = spaced ? 5 : 4, day = spaced ? 8 : 6;

    if (!text_digits_at(in, 0, 4) || !text_digits_at(in, month, 2) || !text_digits_at(in, day, 2)) {
        buf_add_span(out, in);
        return true;
    }
    buf_add(out, in.data, 4);
    buf_add_byte(out, ':');
    buf_add(out, in.data + month, 2);
    buf_add_byte(out, ':');
    buf_add_span(out, span_from(in, day));
    return true;
}

/* "135926.054-0600" and "135926-0600"; anything else as it stands. */
bool iptc_time(const struct tag_env *env, struct buf *out)
{
    struct span in = value_chars(env->raw);
    size_t zone = 6;

    if (!text_digits_at(in, 0, 6)) {
        buf_add_span(out, in);
        return true;
    }
    buf_add(out, in.data, 2);
    buf_add_byte(out, ':');
    buf_add(out, in.data + 2, 2);
    buf_add_byte(out, ':');
    buf_add(out, in.data + 4, 2);
    while (zone < in.len && in.data[zone] != '+' && in.data[zone] != '-') {
        buf_add_byte(out, in.data[zone++]);
    }
    if (!text_digits_at(in, zone + 1, 4)) {
        buf_add_span(out, span_from(in, zone));
        return true;
    }
    buf_add(out, in.data + zone, 3);
    buf_add_byte(out, ':');
    buf_add_span(out, span_from(in, zone + 3));
    return true;
}

/* ISO 2022 escape sequences: "UTF8" for that of UTF-8, else "ESC - A, ESC . B". */
bool iptc_charset_name(const struct tag_env *env, struct buf *out)
{
    struct span in = value_chars(env->raw);

    if (span_equal(in, span_str("\033%G"))) {
        buf_add_str(out, "UTF8");
        return true;
    }
    for (size_t i = 0; i < in.len; i++) {
        if (i > 0) {
            buf_add_str(out, in.data[i] == 033 ? ", " : " ");
        }
        if (in.data[i] == 033) {
            buf_add_str(out, "ESC");
        } else {
            buf_add_byte(out, in.data[i]);
        }
    }
    return true;
}

/* Three numbers and eight letters: maker, equipment, date, sequence. */
bool iptc_picture_number(const struct tag_env *env, struct buf *out)
{
    struct span in = env->raw->bytes;

    if (in.len < 16) {
        return false;
    }
    buf_printf(out, "%u %u %.8s %u", get_u16(in.data, true), get_u16(in.data + 2, true),
               (const char *)in.data + 4, get_u32(in.data + 12, true));
    return true;
}

/* Texts of the application and news photo records are UTF-8 where the envelope says so, and
 * Windows-1252 where it does not. */
static struct span decode(struct meta_scan *scan, bool is_utf8, struct span text)
{
    CLEANUP(buf_release) struct buf utf8 = BUF_INIT(scan->limits.max_unpacked_bytes);

    while (text.len > 0 && text.data[text.len - 1] == 0) {
        text.len--;
    }
    if (is_utf8) {
        return text;
    }
    latin1_append(text, &utf8);
    return arena_copy(scan->reader.arena, buf_span(&utf8));
}

/* A repeated dataset whose values are one tag. */
struct iptc_list {
    const struct tag *tag;
    uint32_t item, n; /* index in the store, values so far */
    struct buf text;
};

struct iptc_reading {
    struct meta_scan *scan;
    const struct place *place;
    bool is_utf8;
    struct iptc_list lists[MAX_LISTS];
    size_t n_lists;
};

static struct iptc_list *list_of(struct iptc_reading *reading, const struct tag *tag)
{
    for (size_t i = 0; i < reading->n_lists; i++) {
        if (reading->lists[i].tag == tag) {
            return &reading->lists[i];
        }
    }
    return NULL;
}

/* One more value; the first makes the tag, the others are put behind it at the end. */
static void add_to_list(struct iptc_reading *reading, const struct tag *tag,
                        const struct value *raw)
{
    struct meta_scan *scan = reading->scan;
    struct iptc_list *list = list_of(reading, tag);
    struct tag_env env = { .scan = scan, .tag = tag, .raw = raw };

    if (list == NULL && reading->n_lists < MAX_LISTS) {
        struct found *found = store_add(&scan->store, reading->place, tag, raw);

        if (found == NULL) {
            return;
        }
        list = &reading->lists[reading->n_lists++];
        list->tag = tag;
        list->item = (uint32_t)(found - scan->store.items);
        list->text.max = MAX_LIST_BYTES;
    }
    if (list == NULL) {
        return;
    }
    if (list->n++ > 0) {
        buf_add_byte(&list->text, ',');
    }
    if (tag->convert == NULL || !tag->convert(&env, &list->text)) {
        buf_add_span(&list->text, value_chars(raw));
    }
}

static void lists_finish(struct iptc_reading *reading)
{
    struct meta_scan *scan = reading->scan;

    for (size_t i = 0; i < reading->n_lists; i++) {
        struct iptc_list *list = &reading->lists[i];
        struct found *found = &scan->store.items[list->item];

        if (list->n > 1) {
            found->is_list = true;
            found->value = found->text = arena_copy(scan->reader.arena, buf_span(&list->text));
        }
        buf_release(&list->text);
    }
}

static void add_dataset(struct iptc_reading *reading, uint32_t id, struct span data)
{
    static const uint8_t formats[] = { 0, FORMAT_U8, FORMAT_U16, FORMAT_U24, FORMAT_U32 };
    struct meta_scan *scan = reading->scan;
    const struct tag *tag = tag_find(&iptc_table, id);
    struct value raw;

    if (tag == NULL) {
        return;
    }
    if (tag->format == FORMAT_TEXT) {
        raw = value_text(id >> 8 == 1 ? data : decode(scan, reading->is_utf8, data));
    } else if (tag->format == FORMAT_UNDEF) {
        raw = value_bytes(data);
    } else if (data.len > 0 && data.len < ARRAY_LEN(formats)) {
        raw = (struct value){ formats[data.len], true, 1, data, 0 }; /* a whole number */
    } else {
        raw = value_text(decode(scan, reading->is_utf8, data)); /* no number after all */
    }
    if (tag->format == FORMAT_TEXT && (tag->flags & TAG_LIST)) {
        add_to_list(reading, tag, &raw);
    } else {
        (void)store_add(&scan->store, reading->place, tag, &raw);
    }
}

/* The length of a dataset, in two bytes, or in as many as these tell. */
static uint64_t dataset_length(struct cursor *at)
{
    uint32_t len = cursor_u16(at);
    uint64_t wide = 0;

    if (!(len & 0x8000)) {
        return len;
    }
    len &= 0x7fff;
    if (len > 8) {
        at->bad = true;
        return 0;
    }
    for (uint32_t i = 0; i < len; i++) {
        wide = wide << 8 | cursor_u8(at);
    }
    return wide;
}

static void read_datasets(struct iptc_reading *reading, struct span block)
{
    struct cursor at = { .in = block, .big_endian = true };

    for (uint32_t i = 0; i < MAX_DATASETS && cursor_left(&at) >= 5; i++) {
        uint8_t marker = cursor_u8(&at), record = cursor_u8(&at), number = cursor_u8(&at);
        uint64_t len = dataset_length(&at);
        uint32_t id = (uint32_t)record << 8 | number;
        struct span data = cursor_bytes(&at, len);

        if (marker != DATASET_MARKER || at.bad) {
            return;
        }
        if (id == CODED_CHARACTER_SET) {
            reading->is_utf8 = span_equal(data, span_str("\033%G"));
        }
        add_dataset(reading, id, data);
    }
}

int iptc_read_as(struct meta_scan *scan, const struct place *place, struct span block,
                 struct err *err)
{
    struct iptc_reading reading = { .scan = scan, .place = place };

    (void)err;
    read_datasets(&reading, block);
    lists_finish(&reading);
    return 0;
}

int iptc_read(struct meta_scan *scan, struct span block, struct err *err)
{
    static const struct place place = { .g0 = "IPTC", .g1 = "IPTC" };

    return iptc_read_as(scan, &place, block, err);
}
