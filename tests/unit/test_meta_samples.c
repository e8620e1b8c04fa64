/* meta: every sample of tests/data/metadata against the reference's answers; then cut, damaged, and
 * behind a source that fails. */
#include "lib/unit.h"

#include "base/text.h"
#include "lib/answers.h"
#include "lib/damage.h"
#include "lib/samples.h"
#include "meta/meta.h"

static const struct meta_limits limits = { 16u << 20, 100, 8 };

/* What the reference prints and we do not, or otherwise: at most so many tags of a file; a file
 * that is not named prints all of them. Fewer is progress. */
static const struct {
    const char *file;
    unsigned tags;
} known_misses[] = {
    { "exiftool-CanonRaw.cr3", 35 },
    { "exiftool-CanonRaw.crw", 2 },
    { "exiftool-CasioQVCI.jpg", 5 },
    { "exiftool-DNG.dng", 1 },
    { "exiftool-FLIR.jpg", 3 },
    { "exiftool-Kodak.jpg", 2 },
    { "exiftool-Minolta.mrw", 2 },
    { "exiftool-Motorola.jpg", 4 },
    { "exiftool-NikonD2Hs.jpg", 1 },
    { "exiftool-Olympus.jpg", 1 },
    { "exiftool-Ricoh2.jpg", 2 },
    { "imagemeta-lumix_rw2_fraction.jpg", 1 },
    { "imagemeta-sample.nef", 2 },
    { "imagemeta-utf8-in-ztxt.png", 1 },
    { "libavif-apple_gainmap_old.jpg", 1 },
    { "mei-Issue_419.rw2", 1 },
    { "mei-Olympus_C4040Z.jpg", 1 },
    { "mei-c-9a3e0c7b687b526987e2270541002d47.png", 1 },
    { "mei-m16-42c19f8e79e582bef107f372f18a074b.tif", 4 },
    { "mei-m3-63c8b14ea08a18c884d05a3431716047.tif", 1 },
    { "metadata-extractor-withPanasonicFaces.jpg", 5 },
    { "nom-exif-endless_loop.jpg", 1 },
    { "nom-exif-exif.avif", 2 },
    { "nom-exif-exif.png", 1 },
};

static unsigned allowed_misses(const char *file)
{
    for (size_t i = 0; i < ARRAY_LEN(known_misses); i++) {
        if (strcmp(known_misses[i].file, file) == 0) {
            return known_misses[i].tags;
        }
    }
    return 0;
}

static bool is_scored(const char *name, const struct json_object *value)
{
    static const char *const others[] = { "SourceFile", "ExifToolVersion", "Warning", "Error" };

    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        if (strcmp(name, others[i]) == 0) {
            return false;
        }
    }
    return !text_starts(name, "File") && !text_starts(name, "Directory") && !json_is_null(value) &&
           !(json_is_str(value) && json_to_span(value).len == 0);
}

static void compare(const char *name, struct json_object *expected, struct json_object *flat)
{
    unsigned tags = 0, misses = 0;

    for (struct json_iter it = json_iter(expected); json_next(&it);) {
        if (is_scored(it.name, it.value)) {
            tags++;
            if (!is_right(it.value, json_member(flat, it.name))) {
                misses++;
                print_message("%s: %s\n", name, it.name);
            }
        }
    }
    assert_true(tags > 3);
    if (misses > allowed_misses(name)) {
        fail_msg("%s: %u of %u tags missing or other, %u known", name, misses, tags,
                 allowed_misses(name));
    }
}

static struct meta *read_bytes(struct span bytes)
{
    CLEANUP(source_release) struct source src = source_memory(bytes);
    struct meta *meta = NULL;
    struct err err = { 0 };

    if (meta_read(&src, &limits, &meta, &err) != 0) {
        fail_msg("%s", err.message);
    }
    return meta;
}

static void compare_sample(const char *name, struct span bytes)
{
    CLEANUP(mem_freep) char *path = mem_printf("%s/metadata/expected/%s.json", TEST_DATA, name);
    CLEANUP(json_releasep) struct json_object *reference = read_json(path);
    struct meta *meta = read_bytes(bytes);
    CLEANUP(json_releasep) struct json_object *flat = meta_flat(meta, name);

    assert_string_equal(json_to_str(json_member(flat, "SourceFile")), name);
    compare(name, json_member(reference, "imageinfo"), flat);
    meta_free(meta);
}

static void samples_print_what_the_reference_prints(void **state)
{
    (void)state;
    each_sample(compare_sample);
}

static void fail_sample(const char *name, struct span bytes)
{
    int status = -1;

    for (uint32_t reads = 0; status != 0; reads++) {
        struct failing failing = { bytes, reads, false };
        struct source src = { &failing_ops, &failing, bytes.len };
        struct meta *meta = NULL;
        struct err err = { 0 };

        status = meta_read(&src, &limits, &meta, &err);
        if ((status != 0) != failing.failed) {
            fail_msg("%s: read %u: status %d", name, reads, status);
        }
        if (status != 0) {
            assert_string_equal(err.message, FAILING_MESSAGE);
            assert_int_equal(err.kind, ERR_TRANSIENT);
        }
        meta_free(meta);
    }
}

/* No damage ends a reading by another name than these; what is answered can be printed. */
static void check_damaged(const char *name, struct span bytes)
{
    CLEANUP(source_release) struct source src = source_memory(bytes);
    CLEANUP(json_releasep) struct json_object *flat = NULL;
    CLEANUP(json_releasep) struct json_object *summary = NULL;
    CLEANUP(buf_release) struct buf exif = BUF_INIT(65536), text = BUF_INIT(4u << 20);
    struct meta *meta = NULL;
    struct err err = { 0 };

    if (meta_read(&src, &limits, &meta, &err) != 0) {
        assert_true(err.kind == ERR_MALFORMED || err.kind == ERR_UNSUPPORTED ||
                    err.kind == ERR_LIMIT);
        assert_null(meta);
        return;
    }
    flat = meta_flat(meta, name);
    summary = meta_summary(meta);
    meta_write_exif(meta, true, &exif);
    json_write(flat, &text);
    assert_true(text_is_utf8(buf_span(&text)));
    assert_true(json_is_bool(json_member(flat, "ThumbnailImage")));
    assert_non_null(json_member(summary, "format"));
    meta_free(meta);
}

static void damage_sample(const char *name, struct span bytes)
{
    each_damage(name, bytes, 32, check_damaged);
}

static void damage_is_survived_and_named(void **state)
{
    (void)state;
    each_sample(damage_sample);
    each_made(damage_sample);
}

/* Metadata that could not be fetched is an error, never an answer with less in it. */
static void a_read_that_fails_is_told(void **state)
{
    (void)state;
    each_sample(fail_sample);
    each_made(fail_sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samples_print_what_the_reference_prints),
        cmocka_unit_test(a_read_that_fails_is_told),
        cmocka_unit_test(damage_is_survived_and_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
