/* meta: whole sample files: summaries, orientation, previews, the EXIF that a rendition keeps. */
#include "lib/unit.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/mem.h"
#include "meta/meta.h"

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
        cmocka_unit_test(only_all_keeps_the_place),
        cmocka_unit_test(copyright_and_artist_are_kept),
        cmocka_unit_test(raw_files_are_known_and_have_a_preview),
        cmocka_unit_test(groups_show_what_the_flat_shape_hides),
        cmocka_unit_test(too_little_memory_is_a_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
