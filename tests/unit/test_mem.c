/* base/mem: memory that is refused ends the process by name, also where json-c asked for it. */
#include "lib/unit.h"

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/json.h"
#include "base/mem.h"

#define OWN_STATUS 7

static void end_our_way(void)
{
    _exit(OWN_STATUS);
}

/* No more than there is now, but for what malloc has left over. */
static void take_no_more(void)
{
    struct rlimit none = { 0, 0 };

    setrlimit(RLIMIT_DATA, &none);
}

static void ask_much(void)
{
    take_no_more();
    mem_free(mem_alloc((size_t)1 << 30));
}

/* An array of as many values as a task's input can have. */
static void parse_much(void)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(1 << 20);
    struct json_object *root = NULL;
    struct err err;

    buf_add_byte(&text, '[');
    for (size_t i = 0; i < 400000; i++) {
        buf_add(&text, "1,", 2);
    }
    buf_add(&text, "1]", 2);
    take_no_more();
    if (json_parse(buf_span(&text), &root, &err) == 0) {
        json_release(root);
    }
}

static void build_much(void)
{
    struct json_object *root = json_new_object();
    char name[24];

    take_no_more();
    for (size_t i = 0; i < 400000; i++) {
        snprintf(name, sizeof name, "%zu", i);
        json_set_u64(root, name, i);
    }
}

/* What act ends a process of its own with, and what that wrote. */
static int end_of(void (*act)(void), void (*end)(void), char *said, size_t size)
{
    int ends[2], status = 0;
    pid_t pid;
    ssize_t n;

    assert_int_equal(pipe(ends), 0);
    pid = fork();
    if (pid == 0) {
        dup2(ends[1], STDERR_FILENO);
        mem_when_refused(end);
        act();
        _exit(0);
    }
    close(ends[1]);
    n = read(ends[0], said, size - 1);
    said[n > 0 ? n : 0] = '\0';
    close(ends[0]);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void what_is_refused_ends_the_process_by_name(void **state)
{
    static void (*const acts[])(void) = { ask_much, parse_much, build_much };
    char said[256];

    (void)state;
#ifdef SANITIZED
    skip(); /* its allocator reports and ends the process itself */
#endif
    for (size_t i = 0; i < ARRAY_LEN(acts); i++) {
        print_message("case: %zu\n", i);
        assert_int_equal(end_of(acts[i], NULL, said, sizeof said), 74);
        assert_non_null(strstr(said, "\"error\":\"Ingest.Io\""));
        assert_int_equal(end_of(acts[i], end_our_way, said, sizeof said), OWN_STATUS);
        assert_string_equal(said, "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_refused_ends_the_process_by_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
