/* aws/credentials_process: how a command is split, how long it may take, and how it may end. */
#include "lib/unit.h"

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include "aws/credentials_providers.h"
#include "base/clock.h"

static int run(const char *command, struct credentials *out, struct err *err)
{
    *out = (struct credentials){ 0 };
    *err = (struct err){ 0 };
    return provider_process(command, out, err);
}

/* Each command prints the JSON of its second word as key id, as a shell would split it. */
static void words_are_split_as_a_shell_does(void **state)
{
#define ECHO(word) "printf '{\"Version\":1,\"AccessKeyId\":\"%s\",\"SecretAccessKey\":\"s\"}'" word
    static const struct {
        const char *command, *id;
    } cases[] = {
        { ECHO(" plain"), "plain" },         { ECHO("\t 'a b' "), "a b" },
        { ECHO(" \"a 'b'\""), "a 'b'" },     { ECHO(" a\\ b"), "a b" },
        { ECHO(" \"a\\\\b\"x'\\y'"), NULL }, /* one backslash: no JSON */
        { ECHO(" 'a'\"b\"c"), "abc" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct credentials got;
        struct err err;
        int status = run(cases[i].command, &got, &err);

        print_message("case: %s\n", cases[i].command);
        if (cases[i].id == NULL) {
            assert_int_equal(status, -1);
            assert_non_null(strstr(err.message, "no JSON"));
            continue;
        }
        if (status != 0) {
            fail_msg("%s", err.message);
        }
        assert_string_equal(got.access_key_id, cases[i].id);
        credentials_release(&got);
    }
}

static void commands_that_fail_are_named(void **state)
{
    static const struct {
        const char *command, *words;
    } cases[] = {
        { "", "is empty" },
        { " \t ", "is empty" },
        { "a \"b", "not closed" },
        { "sh -c 'exit 7'", "ended with status 7" },
        { "sh -c 'kill -TERM $$'", "ended with status 143" },
        { "/none/at/all x", "cannot run credential_process '/none/at/all'" },
        { "echo {}", "credential_process" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct credentials got;
        struct err err;

        print_message("case: %s\n", cases[i].command);
        assert_int_equal(run(cases[i].command, &got, &err), -1);
        assert_int_equal(err.kind, ERR_USAGE);
        assert_non_null(strstr(err.message, cases[i].words));
    }
}

static struct clock_virtual now;

static void *pass_half_a_minute(void *unused)
{
    usleep(50000);
    __atomic_add_fetch(&now.monotonic_us, 31000000, __ATOMIC_SEQ_CST);
    return unused;
}

static void half_a_minute_is_the_most(void **state)
{
    struct credentials got;
    pthread_t thread;
    struct err err;

    (void)state;
    clock_use(&now);
    assert_int_equal(pthread_create(&thread, NULL, pass_half_a_minute, NULL), 0);
    assert_int_equal(run("sleep 600", &got, &err), -1); /* and it does not outlive us */
    pthread_join(thread, NULL);
    clock_use(NULL);
    assert_string_equal(err.message, "credential_process took over 30 s");
}

static void no_descriptor_is_left(void **state)
{
    struct rlimit whole, none;
    struct credentials got;
    struct err err;
    int status;

    (void)state;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &whole), 0);
    none = (struct rlimit){ 3, whole.rlim_max };
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    status = run("true", &got, &err);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &whole), 0);
    assert_int_equal(status, -1);
    assert_int_equal(err.kind, ERR_TRANSIENT);
    assert_non_null(strstr(err.message, "cannot make a pipe"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_split_as_a_shell_does),
        cmocka_unit_test(commands_that_fail_are_named),
        cmocka_unit_test(half_a_minute_is_the_most),
        cmocka_unit_test(no_descriptor_is_left),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
