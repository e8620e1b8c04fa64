/*
 * sandbox: what becomes of a job when the decoder process lies, dies, hangs or floods. It is played
 * by tests/tools/lying_sandbox.c, under a link whose name says what it does.
 */
#include "lib/unit.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "lib/files.h"
#include "sandbox/pool.h"

static char folder[] = "/tmp/test_sandbox.XXXXXX";
static struct settings settings = { .max_pixels = 1000000,
                                    .max_source_bytes = 1000000,
                                    .max_frames = 1,
                                    .max_decode_seconds = 1,
                                    .max_decode_memory_mib = 128 };

static void link_to_liar(const char *way, char path[PATH_MAX])
{
    char liar[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", liar, sizeof liar - 64);

    assert_true(n > 0);
    liar[n] = '\0';
    memcpy(strrchr(liar, '/') + 1, "lying_sandbox", sizeof "lying_sandbox");
    snprintf(path, PATH_MAX, "%s/%s", folder, way);
    if (symlink(liar, path) != 0) {
        assert_int_equal(errno, EEXIST);
    }
}

static struct sandbox_pool *pool_of(const char *way)
{
    char path[PATH_MAX];
    struct sandbox_pool *pool = NULL;
    struct err err = { 0 };

    link_to_liar(way, path);
    if (pool_new_of(path, true, &settings, &pool, &err) != 0) {
        fail_msg("%s", err.message);
    }
    return pool;
}

/* The next process is started by a thread of the pool. */
static pid_t await_spare(struct sandbox_pool *pool)
{
    for (int ms = 0; ms < 5000; ms++) {
        pid_t pid;

        pthread_mutex_lock(&pool->mutex);
        pid = pool->spare.pid;
        pthread_mutex_unlock(&pool->mutex);
        if (pid > 0) {
            return pid;
        }
        clock_sleep_ms(1);
    }
    fail_msg("no spare process in five seconds");
    return 0;
}

static size_t open_descriptors(void)
{
    DIR *open_files = opendir("/proc/self/fd");
    size_t n = 0;

    while (readdir(open_files) != NULL) {
        n++;
    }
    closedir(open_files);
    return n;
}

static void assert_nothing_left(size_t descriptors)
{
    assert_int_equal(open_descriptors(), descriptors);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

struct got {
    size_t bytes, done, failed;
    enum err_kind why;
};

static int count_write(void *ctx, size_t index, struct span piece, struct err *err)
{
    (void)index, (void)err;
    ((struct got *)ctx)->bytes += piece.len;
    return 0;
}

static int count_done(void *ctx, size_t index, struct json_object *facts, struct err *err)
{
    (void)index, (void)err;
    assert_int_equal(json_to_i64(json_member(facts, "bytes")), 5);
    ((struct got *)ctx)->done++;
    return 0;
}

static int count_failed(void *ctx, size_t index, const struct err *why, struct err *err)
{
    (void)index, (void)err;
    ((struct got *)ctx)->failed++;
    ((struct got *)ctx)->why = why->kind;
    return 0;
}

static int render_with(struct sandbox_pool *pool, const struct sandbox_stop *stop, struct got *got,
                       struct err *err)
{
    struct rendition rendition = { .name = "one", .json = json_new_object() };
    const struct sandbox_sink sink = { count_write, count_done, count_failed, got };
    const struct sandbox_render render = {
        .renditions = &rendition, .n_renditions = 1, .sink = &sink, .stop = stop
    };
    struct json_object *result = NULL;
    struct source src = source_memory(span_str("an image"));
    int status = sandbox_render(pool, &src, &render, &result, err);

    assert_true((result != NULL) == (status == 0));
    json_release(result);
    json_release(rendition.json);
    source_release(&src);
    return status;
}

static void each_way_to_misbehave_has_its_error(void **state)
{
    static const struct {
        const char *way;
        enum err_kind want;
        const char *message, *setting;
    } cases[] = {
        { "honest", ERR_NONE, NULL, NULL },
        { "rendition-fails", ERR_NONE, NULL, NULL },
        { "hang", ERR_LIMIT, "longer than 1 s", "INGEST_MAX_DECODE_SECONDS" },
        { "close-and-live", ERR_MALFORMED, "no answer", NULL },
        { "crash", ERR_MALFORMED, "SEGV", NULL },
        { "forbidden", ERR_MALFORMED, "SYS", NULL },
        { "killed", ERR_LIMIT, "killed", "INGEST_MAX_DECODE_MEMORY_MIB" },
        { "no-memory", ERR_LIMIT, "refused memory", "INGEST_MAX_DECODE_MEMORY_MIB" },
#ifdef SANITIZED
        { "complain", ERR_INTERNAL, "a report", NULL },
#else
        { "complain", ERR_MALFORMED, "status 99", NULL },
#endif
        { "leave", ERR_MALFORMED, "no answer", NULL },
        { "unknown-type", ERR_MALFORMED, "type 99", NULL },
        { "orders", ERR_MALFORMED, "type 2", NULL },
        { "long-length", ERR_MALFORMED, "4294967295 bytes", NULL },
        { "half", ERR_MALFORMED, "no answer", NULL },
        { "other-index", ERR_MALFORMED, "not under way", NULL },
        { "huge-index", ERR_MALFORMED, "not under way", NULL },
        { "wrong-bytes", ERR_MALFORMED, "another number of bytes", NULL },
        { "done-twice", ERR_MALFORMED, "not under way", NULL },
        { "early-result", ERR_MALFORMED, "before all renditions", NULL },
        { "no-json", ERR_MALFORMED, "no object", NULL },
        { "ready-again", ERR_MALFORMED, "out of turn", NULL },
        { "needs-much", ERR_MALFORMED, "out of turn", NULL },
        { "fails-as-ours", ERR_MALFORMED, "because\\x0a", NULL },
        { "unsupported", ERR_UNSUPPORTED, "because", NULL },
        { "refused", ERR_INTERNAL, "cannot be locked", NULL },
        { "flood", ERR_LIMIT, NULL, "*" }, /* of bytes or of time, what is first */
    };
    size_t descriptors = open_descriptors();

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct sandbox_pool *pool = pool_of(cases[i].way);
        struct got got = { 0 };
        struct err err = { 0 };
        int status;

        print_message("case: %s\n", cases[i].way);
        status = render_with(pool, NULL, &got, &err);
        print_message("  %s\n", err.message);
        assert_int_equal(status, cases[i].want == ERR_NONE ? 0 : -1);
        assert_int_equal(err.kind, cases[i].want);
        if (cases[i].message != NULL) {
            assert_non_null(strstr(err.message, cases[i].message));
        }
        if (cases[i].setting == NULL || cases[i].setting[0] != '*') {
            assert_string_equal(err.setting, cases[i].setting != NULL ? cases[i].setting : "");
        }
        sandbox_pool_free(pool);
        assert_nothing_left(descriptors);
    }
}

static void one_that_ends_before_it_has_the_object_says_nothing_about_it(void **state)
{
    static const char *const ways[] = { "crash-early", "killed-early",    "leave-early",
                                        "hang-early",  "no-memory-early", "lie-early" };
    size_t descriptors = open_descriptors();

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        struct sandbox_pool *pool = pool_of(ways[i]);
        struct got got = { 0 };
        struct err err = { 0 };

        assert_int_equal(render_with(pool, NULL, &got, &err), -1);
        print_message("%s: %s\n", ways[i], err.message);
        assert_int_equal(err.kind, ERR_TRANSIENT);
        assert_true(err.setting[0] == '\0' && !err.has_limit);
        sandbox_pool_free(pool);
        assert_nothing_left(descriptors);
    }
}

static void a_rendition_that_fails_is_told_apart(void **state)
{
    struct sandbox_pool *pool = pool_of("rendition-fails");
    struct got got = { 0 };
    struct err err = { 0 };

    (void)state;
    assert_int_equal(render_with(pool, NULL, &got, &err), 0);
    assert_true(got.failed == 1 && got.done == 0 && got.why == ERR_LIMIT);
    sandbox_pool_free(pool);
}

static void metadata_that_is_asked_for_without_end_is_refused(void **state)
{
    static const char *const ways[] = { "needs-much", "needs-for-ever" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        struct sandbox_pool *pool = pool_of(ways[i]);
        struct source src = source_memory(span_str("an image"));
        struct json_object *result = NULL;
        struct err err = { 0 };

        assert_int_equal(sandbox_read_meta(pool, &src, "a", false, NULL, &result, &err), -1);
        print_message("%s: %s\n", ways[i], err.message);
        assert_true(err.kind == ERR_MALFORMED || err.kind == ERR_LIMIT);
        source_release(&src);
        sandbox_pool_free(pool);
    }
}

static void processor_time_has_its_own_limit(void **state)
{
    struct sandbox_pool *pool;
    struct got got = { 0 };
    struct err err = { 0 };

    (void)state;
    settings.max_decode_seconds = 5;
    pool = pool_of("spin"); /* limits itself to one second */
    settings.max_decode_seconds = 1;
    assert_int_equal(render_with(pool, NULL, &got, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    assert_string_equal(err.setting, "INGEST_MAX_DECODE_SECONDS");
    sandbox_pool_free(pool);
}

static void a_slow_download_is_not_the_decoders_time(void **state)
{
    struct sandbox_pool *pool = pool_of("honest");
    struct rendition rendition = { .name = "one", .json = json_new_object() };
    struct got got = { 0 };
    const struct sandbox_sink sink = { count_write, count_done, count_failed, &got };
    const struct sandbox_render render = { .renditions = &rendition,
                                           .n_renditions = 1,
                                           .sink = &sink };
    struct sandbox_job *job = NULL;
    struct json_object *result = NULL;
    struct err err = { 0 };

    (void)state;
    assert_int_equal(sandbox_job_start(pool, &render, 8, &job, &err), 0);
    assert_int_equal(sandbox_job_feed(job, span_str("an i"), &err), 0);
    clock_sleep_ms(1300); /* the limit is one second */
    assert_int_equal(sandbox_job_feed(job, span_str("mage"), &err), 0);
    assert_int_equal(sandbox_job_finish(job, &result, &err), 0);
    assert_int_equal(got.done, 1);
    json_release(result);
    json_release(rendition.json);
    sandbox_job_free(job);
    sandbox_pool_free(pool);
}

static void more_or_fewer_bytes_than_said_are_refused(void **state)
{
    struct sandbox_pool *pool = pool_of("hang");
    const struct sandbox_sink sink = { count_write, count_done, count_failed, NULL };
    const struct sandbox_render render = { .sink = &sink };
    struct sandbox_job *job = NULL;
    struct json_object *result = NULL;
    struct err err = { 0 };

    (void)state;
    assert_int_equal(sandbox_job_start(pool, &render, 4, &job, &err), 0);
    assert_int_equal(sandbox_job_feed(job, span_str("abc"), &err), 0);
    assert_int_equal(sandbox_job_feed(job, span_str("de"), &err), -1);
    assert_int_equal(err.kind, ERR_CHANGED);
    assert_int_equal(sandbox_job_finish(job, &result, &err), -1);
    assert_int_equal(err.kind, ERR_MALFORMED);
    sandbox_job_free(job);
    sandbox_pool_free(pool);
}

static void *stop_soon(void *ctx)
{
    clock_sleep_ms(50);
    atomic_store(&((struct sandbox_stop *)ctx)->stop, true);
    return NULL;
}

static void stopping_takes_a_tenth_of_a_second(void **state)
{
    struct sandbox_stop stop = { false };
    struct sandbox_pool *pool;
    struct got got = { 0 };
    struct err err = { 0 };
    uint64_t begun_ms;
    pthread_t thread;

    (void)state;
    settings.max_decode_seconds = 30;
    pool = pool_of("hang");
    settings.max_decode_seconds = 1;
    assert_int_equal(pthread_create(&thread, NULL, stop_soon, &stop), 0);
    begun_ms = clock_monotonic_ms();
    assert_int_equal(render_with(pool, &stop, &got, &err), -1);
    assert_int_equal(err.kind, ERR_CLOSED);
    assert_in_range(clock_monotonic_ms() - begun_ms, 40, 50 + 150);
    pthread_join(thread, NULL);
    sandbox_pool_free(pool);
}

static void a_spare_that_died_is_replaced(void **state)
{
    struct sandbox_pool *pool = pool_of("honest");
    struct got got = { 0 };
    struct err err = { 0 };

    (void)state;
    for (int i = 0; i < 3; i++) {
        kill(await_spare(pool), SIGKILL);
        clock_sleep_ms(20);
        assert_int_equal(render_with(pool, NULL, &got, &err), 0);
    }
    sandbox_pool_free(pool);
}

static void many_jobs_leak_nothing(void **state)
{
    size_t descriptors = open_descriptors();
    struct sandbox_pool *pool = pool_of("honest");
    struct got got = { 0 };
    struct err err = { 0 };
    size_t during = 0;

    (void)state;
    for (int i = 0; i < 300; i++) {
        assert_int_equal(render_with(pool, NULL, &got, &err), 0);
        await_spare(pool);
        during = i == 0 ? open_descriptors() : during;
        assert_int_equal(open_descriptors(), during);
    }
    assert_int_equal(got.done, 300);
    assert_int_equal(got.bytes, 1500);
    sandbox_pool_free(pool);
    assert_nothing_left(descriptors);
}

/* NULL when all went well. */
static void *run_jobs(void *ctx)
{
    static char complaint[] = "a job has failed";

    for (int i = 0; i < 40; i++) {
        struct got got = { 0 };
        struct err err = { 0 };

        if (render_with(ctx, NULL, &got, &err) != 0 || got.done != 1) {
            return complaint;
        }
    }
    return NULL;
}

static void slots_share_a_pool(void **state)
{
    size_t descriptors = open_descriptors();
    struct sandbox_pool *pool = pool_of("honest");
    pthread_t slots[6];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(slots); i++) {
        assert_int_equal(pthread_create(&slots[i], NULL, run_jobs, pool), 0);
    }
    for (size_t i = 0; i < ARRAY_LEN(slots); i++) {
        void *complaint;

        pthread_join(slots[i], &complaint);
        assert_null(complaint);
    }
    sandbox_pool_free(pool);
    assert_nothing_left(descriptors);
}

static void a_decoder_outlives_the_slot_before(void **state)
{
    struct sandbox_pool *pool = pool_of("honest");
    struct got got = { 0 };
    struct err err = { 0 };
    pthread_t slot;
    pid_t spare;

    (void)state;
    assert_int_equal(pthread_create(&slot, NULL, run_jobs, pool), 0);
    pthread_join(slot, NULL);
    spare = await_spare(pool); /* asked for by the slot that is gone */
    clock_sleep_ms(50);
    assert_int_equal(kill(spare, 0), 0);
    assert_true(process_is_alive(&pool->spare));
    assert_int_equal(render_with(pool, NULL, &got, &err), 0);
    sandbox_pool_free(pool);
}

static void on_alarm(int number)
{
    (void)number;
}

static void interrupted_calls_do_no_harm(void **state)
{
    struct sigaction action = { .sa_handler = on_alarm }; /* no SA_RESTART */
    struct itimerval often = { { 0, 500 }, { 0, 500 } }, never = { { 0, 0 }, { 0, 0 } };
    struct sandbox_pool *pool = pool_of("honest");

    (void)state;
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &often, NULL);
    assert_null(run_jobs(pool));
    setitimer(ITIMER_REAL, &never, NULL);
    sandbox_pool_free(pool);
}

static void a_process_that_cannot_be_started_is_told(void **state)
{
    struct sandbox_pool *pool = pool_of("honest");
    struct got got = { 0 };
    struct err err = { 0 };

    (void)state;
    assert_int_equal(unlink(pool->executable), 0);
    for (int i = 0; i < 3; i++) { /* the spare still works */
        int status = render_with(pool, NULL, &got, &err);

        assert_int_equal(status, i == 0 ? 0 : -1);
        assert_int_equal(err.kind, i == 0 ? ERR_NONE : ERR_INTERNAL);
    }
    sandbox_pool_free(pool);
}

static void no_process_is_started_for_nobody(void **state)
{
    struct sandbox_pool *pool = pool_of("honest");
    struct got got = { 0 };
    struct err err = { 0 };

    (void)state;
    sandbox_pool_expect(pool, 1);
    assert_int_equal(render_with(pool, NULL, &got, &err), 0);
    assert_int_equal(pool->spare.pid, 0);
    sandbox_pool_free(pool);
}

static void a_missing_executable_is_told_at_the_start(void **state)
{
    struct sandbox_pool *pool = NULL;
    struct err err = { 0 };

    (void)state;
    assert_int_equal(pool_new_of("/nonexistent/image-sandbox", true, &settings, &pool, &err), -1);
    assert_int_equal(err.kind, ERR_INTERNAL);
    assert_non_null(strstr(err.message, "/nonexistent/image-sandbox"));
    assert_string_not_equal(err.hint, "");
}

static void sizes_are_checked_before_anything_is_started(void **state)
{
    struct sandbox_pool *pool = pool_of("honest");
    const struct sandbox_render render = { 0 };
    struct sandbox_job *job = NULL;
    struct err err = { 0 };

    (void)state;
    assert_int_equal(sandbox_job_start(pool, &render, 1000001, &job, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    assert_string_equal(err.setting, "INGEST_MAX_SOURCE_BYTES");
    assert_int_equal(sandbox_job_start(pool, &render, 0, &job, &err), -1);
    assert_int_equal(err.kind, ERR_UNSUPPORTED);
    sandbox_pool_free(pool);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) != NULL ? 0 : -1;
}

static int remove_links(void **state)
{
    (void)state;
    return remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_way_to_misbehave_has_its_error),
        cmocka_unit_test(one_that_ends_before_it_has_the_object_says_nothing_about_it),
        cmocka_unit_test(a_rendition_that_fails_is_told_apart),
        cmocka_unit_test(metadata_that_is_asked_for_without_end_is_refused),
        cmocka_unit_test(processor_time_has_its_own_limit),
        cmocka_unit_test(a_slow_download_is_not_the_decoders_time),
        cmocka_unit_test(more_or_fewer_bytes_than_said_are_refused),
        cmocka_unit_test(stopping_takes_a_tenth_of_a_second),
        cmocka_unit_test(a_spare_that_died_is_replaced),
        cmocka_unit_test(many_jobs_leak_nothing),
        cmocka_unit_test(slots_share_a_pool),
        cmocka_unit_test(a_decoder_outlives_the_slot_before),
        cmocka_unit_test(interrupted_calls_do_no_harm),
        cmocka_unit_test(a_process_that_cannot_be_started_is_told),
        cmocka_unit_test(no_process_is_started_for_nobody),
        cmocka_unit_test(a_missing_executable_is_told_at_the_start),
        cmocka_unit_test(sizes_are_checked_before_anything_is_started),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_links);
}
