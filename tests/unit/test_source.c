/* base/source: the same bytes from memory, a file and a window; short at the end, refused where all
 * are wanted. */
#include <unistd.h>

#include "lib/unit.h"

#include "base/source.h"

static const char text[] = "0123456789";

static int text_file(void)
{
    FILE *file = tmpfile();
    int fd;

    fputs(text, file);
    fflush(file);
    fd = dup(fileno(file));
    fclose(file);
    return fd;
}

static void check_reads(struct source *src)
{
    static const struct {
        uint64_t at;
        size_t len, got;
    } cases[] = { { 0, 10, 10 }, { 3, 4, 4 }, { 8, 5, 2 }, { 10, 1, 0 }, { UINT64_MAX, 1, 0 } };
    char out[16];
    size_t got;
    struct err err;

    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_int_equal(source_read(src, cases[i].at, out, cases[i].len, &got, &err), 0);
        assert_int_equal(got, cases[i].got);
        assert_memory_equal(out, text + (got > 0 ? cases[i].at : 0), got);
    }
    assert_int_equal(source_exact(src, 8, out, 2, &err), 0);
    assert_int_equal(source_exact(src, 8, out, 3, &err), -1);
    assert_int_equal(err.kind, ERR_MALFORMED);
}

static void memory_and_file_read_the_same(void **state)
{
    CLEANUP(source_release) struct source memory = source_memory(span_str(text));
    CLEANUP(source_release) struct source file = { 0 };
    int fd = text_file();
    struct err err;

    (void)state;
    check_reads(&memory);
    assert_int_equal(source_file(fd, &file, &err), 0);
    assert_int_equal(file.size, 10);
    check_reads(&file);
    close(fd);
}

static void a_view_is_in_place_or_copied(void **state)
{
    CLEANUP(source_release) struct source memory = source_memory(span_str(text));
    CLEANUP(source_release) struct source file = { 0 };
    CLEANUP(buf_release) struct buf keep = BUF_INIT(4);
    int fd = text_file();
    struct span view;
    struct err err;

    (void)state;
    assert_int_equal(source_view(&memory, 2, 100, &keep, &view, &err), 0);
    assert_ptr_equal(view.data, text + 2);
    assert_int_equal(view.len, 8);
    assert_int_equal(source_file(fd, &file, &err), 0);
    assert_int_equal(source_view(&file, 2, 3, &keep, &view, &err), 0);
    assert_true(span_equal(view, span_str("234")));
    assert_int_equal(source_view(&file, 2, 5, &keep, &view, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    close(fd);
}

static void a_window_cannot_be_left(void **state)
{
    CLEANUP(source_release) struct source memory = source_memory(span_str(text));
    struct source_window keep;
    struct source window = source_window(&keep, &memory, 4, 3);
    struct source past = source_window(&keep, &memory, 11, 3);
    char out[16];
    size_t got;
    struct err err;

    (void)state;
    assert_int_equal(past.size, 0);
    window = source_window(&keep, &memory, 4, 3);
    assert_int_equal(source_read(&window, 1, out, sizeof out, &got, &err), 0);
    assert_int_equal(got, 2);
    assert_memory_equal(out, "56", 2);
    window = source_window(&keep, &memory, 8, UINT64_MAX);
    assert_int_equal(window.size, 2);
}

static void a_folder_is_refused(void **state)
{
    struct source source;
    struct err err;
    int pipes[2];

    (void)state;
    assert_int_equal(pipe(pipes), 0);
    assert_int_equal(source_file(pipes[0], &source, &err), -1);
    assert_int_equal(err.kind, ERR_IO);
    close(pipes[0]);
    close(pipes[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_and_file_read_the_same),
        cmocka_unit_test(a_view_is_in_place_or_copied),
        cmocka_unit_test(a_window_cannot_be_left),
        cmocka_unit_test(a_folder_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
