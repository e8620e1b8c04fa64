/* base/file_out and sandbox/font: a file is there whole or not at all; a font's name fetches only
 * fonts. */
#include "lib/unit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_out.h"
#include "base/mem.h"
#include "sandbox/font.h"

static char folder[] = "/tmp/test_files.XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) != NULL ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder); /* which fails where a test has left something */
}

static void put(const char *path, struct span bytes)
{
    CLEANUP(file_out_release) struct file_out out = { 0 };
    struct err err;

    assert_int_equal(file_out_open(path, &out, &err), 0);
    assert_int_equal(file_out_write(&out, bytes, &err), 0);
    assert_int_not_equal(access(path, F_OK), 0); /* not before it is whole */
    assert_int_equal(file_out_commit(&out, &err), 0);
    assert_int_equal(access(path, R_OK), 0);
}

static void a_file_is_whole_or_not_there(void **state)
{
    CLEANUP(mem_freep) char *path = mem_printf("%s/a", folder);
    struct file_out out = { 0 };
    struct stat st;
    struct err err;

    (void)state;
    assert_int_equal(file_out_open(path, &out, &err), 0);
    assert_int_equal(file_out_write(&out, span_str("half"), &err), 0);
    file_out_release(&out);
    assert_int_not_equal(access(path, F_OK), 0);
    put(path, span_str("whole"));
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_size, 5);
    unlink(path);
}

static void a_bare_name_is_in_the_working_folder(void **state)
{
    char before[1024];

    (void)state;
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(folder), 0);
    put("bare", span_str("x"));
    unlink("bare");
    assert_int_equal(chdir(before), 0);
}

static void what_is_no_regular_file_is_written_in_place(void **state)
{
    CLEANUP(file_out_release) struct file_out out = { 0 };
    struct err err;

    (void)state;
    assert_int_equal(file_out_open("/dev/null", &out, &err), 0);
    assert_true(out.in_place);
    assert_int_equal(file_out_write(&out, span_str("x"), &err), 0);
    assert_int_equal(file_out_commit(&out, &err), 0);
    assert_int_equal(file_out_open("/dev/full", &out, &err), 0);
    assert_int_equal(file_out_write(&out, span_str("x"), &err), -1);
    assert_int_equal(err.kind, ERR_IO);
    assert_non_null(strstr(err.message, "No space left"));
}

static void names_that_cannot_be_files(void **state)
{
    static const char *const paths[] = { "", "/tmp/", "/none/at/all", "/proc/1/x" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
        struct file_out out = { 0 };
        struct err err = { 0 };

        print_message("case: '%s'\n", paths[i]);
        assert_int_equal(file_out_open(paths[i], &out, &err), -1);
        assert_int_equal(err.kind, ERR_IO);
        assert_non_null(strstr(err.message, paths[i]));
        file_out_release(&out);
    }
}

static void a_file_that_becomes_a_folder_meanwhile(void **state)
{
    CLEANUP(mem_freep) char *path = mem_printf("%s/b", folder);
    CLEANUP(file_out_release) struct file_out out = { 0 };
    struct err err;

    (void)state;
    assert_int_equal(file_out_open(path, &out, &err), 0);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_int_equal(file_out_commit(&out, &err), -1);
    assert_int_equal(err.kind, ERR_IO);
    file_out_release(&out);
    assert_int_equal(rmdir(path), 0);
}

static void fonts_are_told_by_their_first_bytes(void **state)
{
    static const struct {
        const char *label;
        struct span bytes;
        bool font;
    } cases[] = {
        { "TrueType", { (const uint8_t *)"\0\1\0\0rest", 8 }, true },
        { "OpenType", { (const uint8_t *)"OTTOrest", 8 }, true },
        { "collection", { (const uint8_t *)"ttcfrest", 8 }, true },
        { "old TrueType", { (const uint8_t *)"truerest", 8 }, true },
        { "text", { (const uint8_t *)"root:x:0", 8 }, false },
        { "three bytes", { (const uint8_t *)"OTT", 3 }, false },
        { "empty", { (const uint8_t *)"", 0 }, false },
    };
    CLEANUP(mem_freep) char *path = mem_printf("%s/font", folder);
    CLEANUP(buf_release) struct buf bytes = BUF_INIT(FONT_MAX_BYTES), few = BUF_INIT(4);
    struct err err;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        print_message("case: %s\n", cases[i].label);
        put(path, cases[i].bytes);
        assert_int_equal(font_read(path, &bytes, &err), cases[i].font ? 0 : -1);
        assert_int_equal(bytes.len, cases[i].font ? cases[i].bytes.len : 0);
        assert_int_equal(font_read(path, &few, &err), -1); /* over its cap, or none */
        assert_int_equal(few.len, 0);
        unlink(path);
    }
    assert_int_equal(font_read("/dev/zero", &bytes, &err), -1);
    assert_int_equal(font_read(folder, &bytes, &err), -1);
    assert_int_equal(font_read("/none", &bytes, &err), -1);
    assert_int_equal(err.kind, ERR_INPUT);
    assert_non_null(strstr(err.message, "'/none' cannot be used as a font"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_whole_or_not_there),
        cmocka_unit_test(a_bare_name_is_in_the_working_folder),
        cmocka_unit_test(what_is_no_regular_file_is_written_in_place),
        cmocka_unit_test(names_that_cannot_be_files),
        cmocka_unit_test(a_file_that_becomes_a_folder_meanwhile),
        cmocka_unit_test(fonts_are_told_by_their_first_bytes),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
