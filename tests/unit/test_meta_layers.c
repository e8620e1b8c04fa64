/* meta/photoshop_layers: the layers of a TIFF's document data, in both byte orders. */
#include "lib/unit.h"

#include "lib/meta_tags.h"
#include "lib/tiff_bytes.h"
#include "meta/exif.h"

static const char title[] = "Adobe Photoshop Document Data Block";

static void put_key(struct buf *out, const char *key, bool big)
{
    for (unsigned i = 0; i < 4; i++) {
        buf_add_byte(out, (uint8_t)key[big ? i : 3 - i]);
    }
}

static void put_block(struct buf *out, const char *key, const struct buf *data, bool big)
{
    put_key(out, "8BIM", big);
    put_key(out, key, big);
    put_number(out, data->len, 4, big);
    buf_add_span(out, buf_span(data));
    put_number(out, 0, (4 - data->len % 4) % 4, big);
}

/* A layer whose name is one letter; blocks behind it. */
static void put_layer(struct buf *out, uint8_t flags, char name, const struct buf *blocks, bool big)
{
    for (unsigned side = 1; side <= 4; side++) {
        put_number(out, side, 4, big);
    }
    put_number(out, 1, 2, big);
    put_number(out, 0, 6, big); /* a channel */
    put_key(out, "8BIM", big);
    put_key(out, "mul ", big);
    buf_add_byte(out, 128);
    buf_add_byte(out, 0);
    buf_add_byte(out, flags);
    buf_add_byte(out, 0);
    put_number(out, 12 + blocks->len, 4, big);
    put_number(out, 0, 8, big); /* no mask, no ranges */
    buf_add_byte(out, 1);
    buf_add_byte(out, (uint8_t)name);
    put_number(out, 0, 2, big);
    buf_add_span(out, buf_span(blocks));
}

static void put_document(struct buf *out, int16_t count, bool big)
{
    CLEANUP(buf_release) struct buf none = BUF_INIT(8), blocks = BUF_INIT(256);
    CLEANUP(buf_release) struct buf data = BUF_INIT(64), layers = BUF_INIT(1024);

    put_number(&data, 1, 4, big);
    put_number(&data, 0xe9, 2, big);
    put_block(&blocks, "luni", &data, big);
    buf_clear(&data);
    put_number(&data, 5, 2, big);
    put_number(&data, 0, 6, big);
    put_block(&blocks, "lclr", &data, big);
    put_number(&layers, (uint16_t)count, 2, big);
    put_layer(&layers, 0, 'a', &none, big);
    put_layer(&layers, 2, 'b', &blocks, big);
    buf_add(out, title, sizeof title);
    put_block(out, "Patt", &none, big);
    put_block(out, "Layr", &layers, big);
}

static int read_document(struct meta_scan *scan, struct span block, struct err *err)
{
    struct value raw = value_bytes(block);

    return photoshop_document(scan, &raw, err);
}

static void layers_are_told(void **state)
{
    static const struct {
        const char *tag, *want;
    } cases[] = {
        { "Photoshop:LayerCount", "2" },
        { "Photoshop:LayerRectangles", "1 2 3 4,1 2 3 4" },
        { "Photoshop:LayerBlendModes", "Multiply,Multiply" },
        { "Photoshop:LayerOpacities", "50%,50%" },
        { "Photoshop:LayerVisible", "Yes,No" },
        { "Photoshop:LayerNames", "a,b" },
        { "Photoshop:LayerUnicodeNames", ",\xc3\xa9" },
        { "Photoshop:LayerColors", "Unknown (),Blue" },
        { "Photoshop:LayerSections", "" },
    };

    (void)state;
    for (int big = 0; big < 2; big++) {
        CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
        struct json_object *tags;

        put_document(&bytes, -2, big != 0);
        tags = block_tags(read_document, buf_span(&bytes));
        for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
            assert_string_equal(tag_text(tags, cases[i].tag), cases[i].want);
        }
        json_release(tags);
        for (size_t len = 0; len < bytes.len; len++) { /* no cut does harm */
            json_release(block_tags(read_document, (struct span){ bytes.data, len }));
        }
    }
}

/* Counts that no file has, and more layers than there are bytes. */
static void counts_are_not_believed(void **state)
{
    static const struct {
        int16_t count;
        const char *want;
    } cases[] = { { 3, "a,b" }, { INT16_MIN, "" }, { INT16_MAX, "" } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
        struct json_object *tags;

        put_document(&bytes, cases[i].count, false);
        tags = block_tags(read_document, buf_span(&bytes));
        assert_string_equal(tag_text(tags, "Photoshop:LayerNames"), cases[i].want);
        json_release(tags);
    }
}

/* A mask longer than its layer: that layer has no name, and none is told behind it. */
static void a_damaged_layer_is_the_last(void **state)
{
    enum { MASK_LENGTH_AT = sizeof title + 12 + 12 + 2 + 40 };
    CLEANUP(buf_release) struct buf bytes = BUF_INIT(4096);
    struct json_object *tags;

    (void)state;
    put_document(&bytes, 2, true);
    bytes.data[MASK_LENGTH_AT] = 0x7f;
    tags = block_tags(read_document, buf_span(&bytes));
    assert_string_equal(tag_text(tags, "Photoshop:LayerCount"), "2");
    assert_string_equal(tag_text(tags, "Photoshop:LayerNames"), "");
    assert_string_equal(tag_text(tags, "Photoshop:LayerRectangles"), "1 2 3 4");
    json_release(tags);
}

static void another_title_is_refused(void **state)
{
    struct json_object *tags = block_tags(read_document, span_str("Adobe Photoshop"));

    (void)state;
    assert_int_equal(json_length(tags), 0);
    json_release(tags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layers_are_told),
        cmocka_unit_test(counts_are_not_believed),
        cmocka_unit_test(a_damaged_layer_is_the_last),
        cmocka_unit_test(another_title_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
