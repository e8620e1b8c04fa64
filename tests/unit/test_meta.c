/* meta: whole sample files: summaries, orientation, previews, the EXIF that a rendition keeps. */
#include "lib/unit.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/text.h"
#include "lib/meta_tags.h"

static const struct meta_limits limits = { 16u << 20, 100, 8 };

static struct meta *read_file(const char *name)
{
    CLEANUP(mem_freep) char *path = mem_printf("%s/metadata/images/%s", TEST_DATA, name);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct source src = { 0 };
    struct meta *meta = NULL;
    struct err err = { 0 };

    assert_true(fd >= 0);
    assert_int_equal(source_file(fd, &src, &err), 0);
    assert_int_equal(meta_read(&src, &limits, &meta, &err), 0);
    source_release(&src);
    close(fd);
    return meta;
}

static void a_summary_names_camera_time_place_and_size(void **state)
{
    struct meta *meta = read_file("exiftool-GoPro.jpg");
    CLEANUP(json_releasep) struct json_object *summary = meta_summary(meta);
    struct json_object *place = json_member(summary, "place");

    (void)state;
    assert_string_equal(json_to_str(json_member(summary, "format")), "JPEG");
    assert_string_equal(json_to_str(json_member(summary, "mime")), "image/jpeg");
    assert_non_null(json_member(summary, "camera"));
    assert_non_null(json_member(summary, "time"));
    assert_true(json_to_double(json_member(place, "latitude")) > 40.65);
    assert_true(json_to_double(json_member(place, "longitude")) < -73.99);
    meta_free(meta);
}

/* A state machine carries the summary: one photo's texts of any length stay small in it. */
static void a_summary_has_tags_and_cuts_what_is_long(void **state)
{
    static const char begin[] =
        "\xff\xd8\xff\xe1http://ns.adobe.com/xap/1.0/\0"
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
        "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
        "xmlns:aux='http://ns.adobe.com/exif/1.0/aux/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:tiff='http://ns.adobe.com/tiff/1.0/'><dc:subject><rdf:Bag><rdf:li>cat</rdf:li>"
        "<rdf:li>dog</rdf:li></rdf:Bag></dc:subject>";
    static const char end[] = "</rdf:Description></rdf:RDF></x:xmpmeta>\xff\xd9";
    static const char *const names[] = { "aux:Lens", "tiff:Make", "tiff:Model" };
    static const char *const members[] = { "lens", "camera" };
    CLEANUP(buf_release) struct buf jpeg = BUF_INIT(65536);
    CLEANUP(json_releasep) struct json_object *summary = NULL;
    struct meta *meta;

    (void)state;
    buf_add(&jpeg, begin, 4);
    buf_add(&jpeg, "\0\0", 2); /* the segment's length, known at the end */
    buf_add(&jpeg, begin + 4, sizeof begin - 5);
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        buf_printf(&jpeg, "<%s>", names[i]);
        for (unsigned n = 0; n < 5000; n++) {
            buf_add_str(&jpeg, "\xc3\xa9");
        }
        buf_printf(&jpeg, "%u</%s>", (unsigned)i, names[i]);
    }
    buf_add(&jpeg, end, sizeof end - 1);
    jpeg.data[4] = (uint8_t)((jpeg.len - 6) >> 8);
    jpeg.data[5] = (uint8_t)(jpeg.len - 6);
    meta = object_meta(buf_span(&jpeg));
    assert_non_null(meta);
    summary = meta_summary(meta);
    assert_string_equal(json_to_str(json_member(summary, "tags")), "cat,dog");
    for (size_t i = 0; i < ARRAY_LEN(members); i++) {
        struct span text = span_str(json_to_str(json_member(summary, members[i])));

        assert_true(text.len >= 250 && text.len <= 256);
        assert_int_equal(text_cut(text, text.len), text.len);
    }
    meta_free(meta);
}

/* True when needle's bytes occur in block. */
static bool holds(const struct buf *block, const char *needle)
{
    return block->len > 0 && memmem(block->data, block->len, needle, strlen(needle)) != NULL;
}

static void only_all_keeps_the_place(void **state)
{
    CLEANUP(buf_release) struct buf some = BUF_INIT(65536), all = BUF_INIT(65536);
    struct meta *meta = read_file("exiftool-GoPro.jpg"), *again = NULL;
    struct source src;
    struct err err = { 0 };

    (void)state;
    meta_write_exif(meta, false, &some);
    meta_write_exif(meta, true, &all);
    assert_true(all.len > some.len);
    assert_false(holds(&some, "GoPro"));
    assert_true(holds(&all, "GoPro"));
    meta_free(meta);
    src = source_memory(buf_span(&all)); /* a TIFF of its own */
    assert_int_equal(meta_read(&src, &limits, &again, &err), 0);
    source_release(&src);
    {
        CLEANUP(json_releasep) struct json_object *json = meta_flat(again, "key");

        assert_non_null(json_member(json, "GPSPosition"));
        assert_null(json_member(json, "Orientation"));
        assert_null(json_member(json, "ThumbnailOffset"));
    }
    meta_free(again);
}

static void copyright_and_artist_are_kept(void **state)
{
    CLEANUP(buf_release) struct buf some = BUF_INIT(65536);
    struct meta *meta = read_file("metadata-extractor-withXmp.jpg");

    (void)state;
    meta_write_exif(meta, false, &some);
    assert_true(some.len == 0 || memcmp(some.data, "II*\0", 4) == 0);
    meta_free(meta);
}

static void raw_files_are_known_and_have_a_preview(void **state)
{
    static const struct {
        const char *name, *format;
        bool raw, preview;
    } cases[] = {
        { "imagemeta-sample.nef", "NEF", true, false },
        { "exiftool-DNG.dng", "DNG", true, false },
        { "exiftool-CanonRaw.cr3", "CR3", true, true },
        { "exiftool-PhaseOne.iiq", "IIQ", true, false },
        { "Pillow-hopper.webp", "WEBP", false, false },
        { "imagemeta-sunset.avif", "AVIF", false, false },
        { "exiftool-ExifTool.tif", "TIFF", false, false },
        { "Pillow-child_ifd.tiff", "TIFF", false, true },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct meta *meta = read_file(cases[i].name);
        struct meta_preview preview;

        print_message("case: %s\n", cases[i].name);
        assert_string_equal(meta_format(meta), cases[i].format);
        assert_int_equal(meta_is_raw(meta), cases[i].raw);
        if (cases[i].preview) {
            assert_true(meta_largest_preview(meta, &preview));
        }
        meta_free(meta);
    }
}

static void groups_show_what_the_flat_shape_hides(void **state)
{
    struct meta *meta = read_file("ExifReader-test.png");
    CLEANUP(json_releasep) struct json_object *grouped = meta_grouped(meta, "key");

    (void)state;
    assert_true(json_to_double(json_member(grouped, "EXIF:IFD1:ImageWidth")) == 256);
    assert_true(json_to_double(json_member(grouped, "EXIF:IFD0:ImageWidth")) == 14);
    assert_true(json_to_double(json_member(grouped, "PNG:ImageWidth")) == 14);
    meta_free(meta);
}

static void too_little_memory_is_a_limit(void **state)
{
    const struct meta_limits little = { 16, 100, 8 };
    struct source src = source_memory(span_str("\xff\xd8\xff\xe0................"));
    struct meta *meta = NULL;
    struct err err = { 0 };

    (void)state;
    assert_int_equal(meta_read(&src, &little, &meta, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    source_release(&src);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_summary_names_camera_time_place_and_size),
        cmocka_unit_test(a_summary_has_tags_and_cuts_what_is_long),
        cmocka_unit_test(only_all_keeps_the_place),
        cmocka_unit_test(copyright_and_artist_are_kept),
        cmocka_unit_test(raw_files_are_known_and_have_a_preview),
        cmocka_unit_test(groups_show_what_the_flat_shape_hides),
        cmocka_unit_test(too_little_memory_is_a_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
