/* meta: HEIF hazards: iloc's versions, idat, several extents, deflated items, irot, damage. */
#include "lib/unit.h"

#include "lib/meta_tags.h"
#include "lib/tiff_bytes.h"

/* A box whose length is filled in by box_end(). */
static size_t box_begin(struct buf *out, const char *type)
{
    size_t at = out->len;

    put_number(out, 0, 4, true);
    buf_add(out, type, 4);
    return at;
}

static void box_end(struct buf *out, size_t at)
{
    uint32_t len = (uint32_t)(out->len - at);

    for (int i = 0; i < 4; i++) {
        out->data[at + (size_t)i] = (uint8_t)(len >> (24 - 8 * i));
    }
}

static void add_file_type(struct buf *out, const char *brand)
{
    size_t box = box_begin(out, "ftyp");

    buf_add(out, brand, 4);
    put_number(out, 0, 4, true);
    buf_add_str(out, "mif1");
    box_end(out, box);
}

/* The Exif item's bytes: where the TIFF header begins, then a TIFF with one entry. */
static void add_exif(struct buf *out)
{
    static const struct tiff_entry make = { 0x10f, 2, 4, "abc", 4 };
    size_t start;

    put_number(out, 6, 4, true);
    buf_add(out, "Exif\0\0", 6);
    start = out->len;
    put_header(out, 8, true);
    put_directory(out, start, &make, 1, 0, true);
}

/* How one item of the file is laid out. */
struct layout {
    const char *label;
    uint8_t version, construction;
    unsigned extents, offset_size, index_size;
};

static void add_infos(struct buf *out)
{
    size_t box = box_begin(out, "iinf"), info;

    put_number(out, 0, 4, true);
    put_number(out, 1, 2, true);
    info = box_begin(out, "infe");
    put_number(out, 2u << 24, 4, true);
    put_number(out, 7, 2, true);
    put_number(out, 0, 2, true);
    buf_add(out, "Exif\0", 5);
    box_end(out, info);
    box_end(out, box);
}

static void add_locations(struct buf *out, const struct layout *l, uint64_t base, uint64_t len)
{
    size_t box = box_begin(out, "iloc");
    unsigned id_size = l->version < 2 ? 2 : 4;

    put_number(out, (uint32_t)l->version << 24, 4, true);
    put_number(out, l->offset_size << 4 | 4, 1, true);
    put_number(out, 4u << 4 | l->index_size, 1, true);
    put_number(out, 1, id_size, true);
    put_number(out, 7, id_size, true);
    if (l->version > 0) {
        put_number(out, l->construction, 2, true);
    }
    put_number(out, 0, 2, true);
    put_number(out, base, 4, true);
    put_number(out, l->extents, 2, true);
    for (unsigned i = 0; i < l->extents; i++) {
        uint64_t from = len * i / l->extents, to = len * (i + 1) / l->extents;

        put_number(out, 0, l->index_size, true);
        put_number(out, from, l->offset_size, true);
        put_number(out, to - from, 4, true);
    }
    box_end(out, box);
}

static void add_rotation(struct buf *out, uint8_t turns)
{
    size_t box = box_begin(out, "iprp"), container = box_begin(out, "ipco"), part;

    part = box_begin(out, "irot");
    put_number(out, turns, 1, true);
    box_end(out, part);
    box_end(out, container);
    part = box_begin(out, "ipma");
    put_number(out, 0, 4, true);
    put_number(out, 1, 4, true);
    put_number(out, 7, 2, true);
    put_number(out, 1, 1, true);
    put_number(out, 1, 1, true);
    box_end(out, part);
    box_end(out, box);
}

static void build(struct buf *out, const struct layout *l)
{
    CLEANUP(buf_release) struct buf exif = BUF_INIT(4096);
    size_t meta, box;

    add_exif(&exif);
    add_file_type(out, "heic");
    box = box_begin(out, "mdat");
    buf_add_span(out, buf_span(&exif));
    box_end(out, box);
    meta = box_begin(out, "meta");
    put_number(out, 0, 4, true);
    box = box_begin(out, "pitm");
    put_number(out, 0, 4, true);
    put_number(out, 7, 2, true);
    box_end(out, box);
    add_infos(out);
    add_locations(out, l, l->construction == 0 ? 28 : 0, exif.len);
    if (l->construction == 1) {
        box = box_begin(out, "idat");
        buf_add_span(out, buf_span(&exif));
        box_end(out, box);
    }
    add_rotation(out, 3);
    box_end(out, meta);
}

static const struct layout layouts[] = {
    { "version 0", 0, 0, 1, 4, 0 },     { "version 1", 1, 0, 1, 4, 4 },
    { "version 2", 2, 0, 1, 8, 0 },     { "in idat", 1, 1, 1, 4, 0 },
    { "three extents", 1, 0, 3, 4, 0 }, { "three extents in idat", 2, 1, 3, 4, 4 },
};

static void an_item_is_found_however_it_lies(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(layouts); i++) {
        CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
        CLEANUP(json_releasep) struct json_object *json = NULL;
        struct meta *meta;

        print_message("case: %s\n", layouts[i].label);
        build(&bytes, &layouts[i]);
        meta = object_meta(buf_span(&bytes));
        assert_non_null(meta);
        json = meta_flat(meta, "key");
        assert_string_equal(json_to_str(json_member(json, "Make")), "abc");
        assert_string_equal(json_to_str(json_member(json, "Rotation")), "Rotate 90 CW");
        assert_string_equal(meta_format(meta), "HEIC");
        meta_free(meta);
    }
}

static void cut_or_turned_nothing_breaks(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(layouts); i++) {
        CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);

        build(&bytes, &layouts[i]);
        for (size_t at = 12; at < bytes.len; at++) {
            uint8_t kept = bytes.data[at];

            meta_free(object_meta((struct span){ bytes.data, at }));
            bytes.data[at] = 0xff;
            meta_free(object_meta(buf_span(&bytes)));
            bytes.data[at] = kept;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item_is_found_however_it_lies),
        cmocka_unit_test(cut_or_turned_nothing_breaks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
