/* base/file_in: files and pipes as sources, a pipe in bounded memory and no further than asked. */
#include "lib/unit.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

#include "base/file_in.h"

#define MIB ((uint64_t)1024 * 1024)

static uint8_t byte_at(uint64_t i)
{
    return (uint8_t)(i * 13 + (i >> 9));
}

struct writer {
    int fd;
    uint64_t size;
    _Atomic uint64_t written;
    pthread_t thread;
};

static void *write_all(void *ctx)
{
    struct writer *writer = ctx;
    uint8_t piece[4000];

    while (writer->written < writer->size) {
        for (size_t i = 0; i < sizeof piece; i++) {
            piece[i] = byte_at(writer->written + i);
        }
        if (write(writer->fd, piece, sizeof piece) != (ssize_t)sizeof piece) {
            break;
        }
        writer->written += sizeof piece;
    }
    close(writer->fd);
    return NULL;
}

static int start(struct writer *writer, uint64_t size)
{
    int ends[2];

    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    *writer = (struct writer){ .fd = ends[1], .size = size };
    assert_int_equal(pthread_create(&writer->thread, NULL, write_all, writer), 0);
    return ends[0];
}

static size_t read_at(struct source *src, uint64_t offset, size_t len)
{
    uint8_t bytes[1000];
    struct err err;
    size_t got;

    assert_true(len <= sizeof bytes);
    assert_int_equal(source_read(src, offset, bytes, len, &got, &err), 0);
    for (size_t i = 0; i < got; i++) {
        assert_int_equal(bytes[i], byte_at(offset + i));
    }
    return got;
}

static void a_pipe_keeps_its_head_and_its_last_megabytes(void **state)
{
    struct writer writer;
    int fd = start(&writer, 20 * MIB);
    struct source src = source_pipe(fd);

    (void)state;
    assert_true(src.size == SOURCE_SIZE_UNKNOWN);
    assert_int_equal(read_at(&src, 12 * MIB, 1000), 1000);
    assert_int_equal(read_at(&src, 0, 1000), 1000);
    assert_int_equal(read_at(&src, MIB - 500, 500), 500);
    assert_int_equal(read_at(&src, 8 * MIB, 1000), 1000);
    assert_int_equal(read_at(&src, 3 * MIB, 1000), 0); /* gone by: as the end */
    assert_int_equal(read_at(&src, 20 * MIB - 10, 1000),
                     20 * MIB / 4000 * 4000 + 4000 - (20 * MIB - 10));
    assert_int_equal(read_at(&src, 30 * MIB, 10), 0);
    source_release(&src);
    close(fd);
    pthread_join(writer.thread, NULL);
}

static void a_pipe_is_read_no_further_than_asked(void **state)
{
    struct writer writer;
    int fd = start(&writer, 100 * MIB);
    struct source src = source_pipe(fd);

    (void)state;
    assert_int_equal(read_at(&src, 100000, 10), 10);
    assert_true(writer.written < MIB);
    source_release(&src);
    signal(SIGPIPE, SIG_IGN);
    close(fd);
    pthread_join(writer.thread, NULL);
}

static void only_files_are_opened(void **state)
{
    static const char *const refused[] = { "/nonexistent", "/", "/dev/null", "/dev/zero" };
    struct file_in in = { 0 };
    struct err err;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
        assert_int_equal(file_in_open(refused[i], &in, &err), -1);
        assert_int_equal(err.kind, ERR_IO);
        assert_non_null(strstr(err.message, refused[i]));
    }
    assert_int_equal(file_in_open("/proc/self/exe", &in, &err), 0);
    assert_true(in.source.size > 1000);
    file_in_release(&in);
    file_in_release(&in); /* an empty one is fine */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pipe_keeps_its_head_and_its_last_megabytes),
        cmocka_unit_test(a_pipe_is_read_no_further_than_asked),
        cmocka_unit_test(only_files_are_opened),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
