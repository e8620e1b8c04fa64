/* meta/store: which of several instances of a name stands. */
#include "lib/unit.h"

#include "meta/store.h"

struct fixture {
    struct arena arena;
    struct store store;
};

static void fixture_init(struct fixture *f)
{
    *f = (struct fixture){ .arena = { .max_bytes = 1u << 20 } };
    store_init(&f->store, &f->arena, NULL);
}

static void fixture_release(struct fixture *f)
{
    store_release(&f->store);
    arena_release(&f->arena);
}

static const struct place ifd0 = { "EXIF", "IFD0", 0, 0 };
static const struct place ifd1 = { "EXIF", "IFD1", PRIORITY_LOW, 0 };
static const struct place xmp = { "XMP", "XMP-tiff", 0, PRIORITY_LOW };
static const struct place sub = { "QuickTime", "QuickTime", PRIORITY_LOWEST, 0 };

static void the_later_of_equals_wins_and_low_ones_give_way(void **state)
{
    static const struct {
        const char *label;
        const struct place *first, *second;
        const char *want;
    } cases[] = {
        { "equal: the later", &ifd0, &ifd0, "second" },
        { "low after normal", &ifd0, &ifd1, "first" },
        { "normal after low", &ifd1, &ifd0, "second" },
        { "low after low", &ifd1, &ifd1, "first" },
        { "table's low after normal", &ifd0, &xmp, "first" },
        { "sub-document after normal", &ifd0, &sub, "first" },
        { "low after sub-document", &sub, &ifd1, "second" },
        { "sub-document after sub-document", &sub, &sub, "first" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(fixture_release) struct fixture f;

        print_message("case: %s\n", cases[i].label);
        fixture_init(&f);
        store_add_cstr(&f.store, cases[i].first, "Name", "first");
        store_add_cstr(&f.store, cases[i].second, "Name", "second");
        assert_string_equal(store_cstr(&f.store, "Name"), cases[i].want);
        assert_int_equal(f.store.n_items, 2);
    }
}

static void low_tags_count_in_the_first_directory(void **state)
{
    CLEANUP(fixture_release) struct fixture f;
    static const struct tag width = { .id = 0x100, .name = "ImageWidth", .priority = PRIORITY_LOW };
    static const struct place sub_ifd = { "EXIF", "SubIFD", 0, 0 };
    uint8_t one[8], two[8];
    struct value first = value_number(1, one), second = value_number(2, two);

    (void)state;
    fixture_init(&f);
    store_first_dir(&f.store, "SubIFD");
    store_add(&f.store, &ifd0, &width, &first);
    store_add(&f.store, &sub_ifd, &width, &second);
    assert_string_equal(store_cstr(&f.store, "ImageWidth"), "2");
}

static void a_group_is_found_and_the_table_grows(void **state)
{
    CLEANUP(fixture_release) struct fixture f;
    char name[32];

    (void)state;
    fixture_init(&f);
    for (int i = 0; i < 3000; i++) {
        snprintf(name, sizeof name, "Name%d", i);
        assert_non_null(store_add_u64(&f.store, i % 2 ? &ifd0 : &xmp, name, (uint64_t)i));
    }
    assert_string_equal(store_cstr(&f.store, "Name2999"), "2999");
    assert_string_equal(store_cstr(&f.store, "Name0"), "0");
    assert_non_null(store_find_in(&f.store, "XMP", "Name2"));
    assert_null(store_find_in(&f.store, "EXIF", "Name2"));
    assert_null(store_find(&f.store, "Other"));
}

static void it_takes_no_more_than_its_cap(void **state)
{
    CLEANUP(fixture_release) struct fixture f;

    (void)state;
    fixture_init(&f);
    f.arena.max_bytes = 64;
    assert_null(store_add_text(&f.store, &ifd0, "Name", (struct span){ (uint8_t *)&f, 100 }));
    f.arena.max_bytes = 8u << 20;
    for (int i = 0; i < 20000; i++) {
        assert_non_null(store_add_cstr(&f.store, &ifd0, "Name", "x"));
    }
    assert_null(store_add_cstr(&f.store, &ifd0, "Name", "x"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_later_of_equals_wins_and_low_ones_give_way),
        cmocka_unit_test(low_tags_count_in_the_first_directory),
        cmocka_unit_test(a_group_is_found_and_the_table_grows),
        cmocka_unit_test(it_takes_no_more_than_its_cap),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
