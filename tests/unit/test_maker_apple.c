/* The binary property lists in Apple's notes, whole and damaged. */
#include "lib/unit.h"

#include "lib/maker_note.h"

/* The objects one byte each but the last, which is the list; its offsets begin at 8. */
static void put_list(struct buf *out, const char *objects, size_t len, const char *offsets,
                     size_t n)
{
    size_t table;

    buf_add_str(out, "bplist00");
    buf_add(out, objects, len);
    table = out->len;
    buf_add(out, offsets, n);
    put_number(out, 0, 6, true);
    put_number(out, 1, 1, true);
    put_number(out, 1, 1, true);
    put_number(out, n, 8, true);
    put_number(out, 0, 8, true);
    put_number(out, table, 8, true);
}

/* SemanticStyle of a note that holds only the list; len of its bytes. */
static void assert_style(const char *label, const struct buf *list, size_t len, const char *want)
{
    CLEANUP(buf_release) struct buf note = BUF_INIT(4096);
    const struct tiff_entry entry = { 0x0040, 7, (uint32_t)len, (const char *)list->data,
                                      (uint32_t)len };
    CLEANUP(json_releasep) struct json_object *json = NULL;

    print_message("case: %s\n", label);
    buf_add(&note, BYTES("Apple iOS\0\0\1MM"));
    put_directory(&note, 0, &entry, 1, 0, true);
    json = read_note("Apple", "iPhone 13", buf_span(&note));
    assert_non_null(json);
    assert_string_equal(tag_text(json, "SemanticStyle"), want);
}

static const struct {
    const char *label;
    const char *objects;
    size_t len;
    const char *offsets;
    size_t n;
    const char *want;
} lists[] = {
    { "a number", BYTES("\x10\x07"), BYTES("\x08"), "7" },
    { "a number of 4 bytes", BYTES("\x12\0\1\0\0"), BYTES("\x08"), "65536" },
    { "half, narrow", BYTES("\x22\xbf\0\0\0"), BYTES("\x08"), "-0.5" },
    { "half, wide", BYTES("\x23\x3f\xe0\0\0\0\0\0\0"), BYTES("\x08"), "0.5" },
    { "text", BYTES("\x52hi"), BYTES("\x08"), "hi" },
    { "keys are sorted", BYTES("\xd2\1\2\3\4\x51z\x51y\x10\1\x10\2"), BYTES("\x8\xd\xf\x11\x13"),
      "{y=2,z=1}" },
    { "a key that is the beginning of another", BYTES("\xd2\1\2\3\3\x52zz\x51z\x10\1"),
      BYTES("\x8\xd\x10\x12"), "{z=1,zz=1}" },
    { "a key that is no name", BYTES("\xd2\1\2\3\4\x51\x31\x51Z\x10\1\x10\2"),
      BYTES("\x8\xd\xf\x11\x13"), "{Z=2,_1=1}" },
    { "a list in a dictionary", BYTES("\xd1\1\2\x51z\xa2\3\3\x10\1"), BYTES("\x8\xb\xd\x10"),
      "{z=[1,1]}" },
    { "an empty one", BYTES("\xd0"), BYTES("\x08"), "{}" },
    { "of itself", BYTES("\xa1\0"), BYTES("\x08"), "" },
    { "of itself many times", BYTES("\xae\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), BYTES("\x08"), "" },
    { "an object outside of the list", BYTES("\xa1\5"), BYTES("\x08"), "" },
    { "an offset outside of the list", BYTES("\x10\1"), BYTES("\xff"), "" },
    { "a number that ends behind the list", BYTES("\x14\1"), BYTES("\x08"), "" },
    { "a kind that is not read", BYTES("\x41x"), BYTES("\x08"), "" },
};

static void lists_are_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(lists); i++) {
        CLEANUP(buf_release) struct buf list = BUF_INIT(4096);

        put_list(&list, lists[i].objects, lists[i].len, lists[i].offsets, lists[i].n);
        assert_style(lists[i].label, &list, list.len, lists[i].want);
    }
}

static void a_list_that_ends_early_is_none(void **state)
{
    CLEANUP(buf_release) struct buf list = BUF_INIT(4096);

    (void)state;
    put_list(&list, BYTES("\xd1\1\2\x51z\x10\1"), BYTES("\x8\xb\xd"));
    assert_style("whole", &list, list.len, "{z=1}");
    for (size_t len = 5; len < list.len; len++) {
        assert_style("cut", &list, len, "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_are_told),
        cmocka_unit_test(a_list_that_ends_early_is_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
