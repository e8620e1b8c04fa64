#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "aws/states.h"
#include "base/file_out.h"
#include "base/log.h"
#include "task/health.h"
#include "task/help.h"
#include "task/loop.h"
#include "task/run.h"
#include "task/step.h"

#define MALLOC_ARENAS 2 /* one a thread would keep the high water of each */

/* What stands between settings and the work. */
struct office {
    struct profile_choice choice;
    struct aws_config *config;
    void *shared;
    const struct worker_spec *spec;
};

static void office_release(struct office *office)
{
    if (office->shared != NULL && office->spec->close != NULL) {
        office->spec->close(office->shared);
    }
    aws_config_free(office->config);
    profile_choice_release(&office->choice);
}

static int office_open(struct office *office, const struct settings *settings, bool services,
                       struct err *err)
{
    TRY(profile_choose(settings->profile, &office->choice, err));
    if (template_check(settings->prefix, "INGEST_PREFIX", err) != 0) {
        err->kind = ERR_USAGE;
        return -1;
    }
    if (office->spec->needs_table && settings->ingest_table == NULL) {
        return err_set(err, ERR_USAGE, "INGEST_TABLE is not set");
    }
    if (!services) {
        return 0;
    }
    TRY(aws_config_new(environ, &office->config, err));
    return office->spec->open != NULL ? office->spec->open(settings, &office->shared, err) : 0;
}

static void set_log_level(const char *level)
{
    static const char *const names[] = { "debug", "info", "warn", "error" };

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (strcmp(names[i], level) == 0) {
            log_set_level((enum log_level)i);
        }
    }
}

static int poll_activity(const struct worker_spec *spec, const struct settings *settings,
                         struct err *err)
{
    CLEANUP(office_release) struct office office = { .spec = spec };
    struct loop loop = { .spec = spec, .settings = settings, .n_slots = settings->slots };
    CLEANUP(http_freep) struct http *http = NULL;
    int failed;

    if (settings->activity_arn == NULL) {
        return err_set(err, ERR_USAGE, "ACTIVITY_ARN is not set (see --help)");
    }
    loop_block_signals();
    TRY(office_open(&office, settings, true, err));
    loop.choice = &office.choice;
    loop.config = office.config;
    loop.shared = office.shared;
    TRY(trace_open(&loop.trace, aws_config_env(office.config, "AWS_XRAY_DAEMON_ADDRESS"),
                   spec->name, err));
    http = http_new(aws_config_ca_bundle(office.config));
    identity_read(&loop.identity, getenv("ECS_CONTAINER_METADATA_URI_V4"), http_transport(http));
    log_set_common("worker", spec->name);
    log_set_common("workerName", loop.identity.worker_name);
    if (loop.identity.cluster[0] != '\0') {
        log_set_common("cluster", loop.identity.cluster);
    }
    failed = loop_run(&loop, err);
    trace_close(&loop.trace);
    return failed;
}

static int read_task(const char *path, struct buf *out, struct err *err)
{
    int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = fd < 0 ? -1 : 1;

    while (n > 0) {
        uint8_t *to = buf_reserve(out, 4096);

        if (to == NULL) {
            break; /* over the service's limit */
        }
        n = read(fd, to, 4096);
        n = n < 0 && errno == EINTR ? 1 : n;
        buf_grown(out, n > 0 && to != NULL ? (size_t)n : 0);
    }
    if (fd > STDIN_FILENO) {
        close(fd);
    }
    if (n < 0) {
        return err_set(err, ERR_IO, "cannot read '%s': %s", path, strerror(errno));
    }
    return buf_check(out, "the task's input", err);
}

static int print_plan(const struct office *office, struct step_env *env, struct span input,
                      struct err *err)
{
    CLEANUP(envelope_release) struct envelope envelope = { 0 };
    CLEANUP(profile_release) struct profile profile = { 0 };
    CLEANUP(json_releasep) struct json_object *request = NULL;
    CLEANUP(buf_release) struct buf text = BUF_INIT(STATES_MAX_INPUT);

    TRY(envelope_parse(input, env->settings, clock_unix_ms(), &envelope, err));
    TRY(envelope_profile(&envelope, &office->choice, &profile, err));
    TRY(office->spec->plan(env, &envelope, &profile, &request, err));
    json_write_pretty(request, &text);
    printf("%s\n", buf_cstr(&text));
    return 0;
}

static int print_run(const struct office *office, struct step_env *env, struct span input,
                     struct err *err)
{
    struct run run;
    int failed = 0;

    run_task(office->spec, env, &office->choice, input, &run);
    if (run.outcome == RUN_DONE || run.outcome == RUN_SKIPPED) {
        printf("%s\n", buf_cstr(&run.output));
    } else {
        *err = run.err;
        failed = -1;
    }
    run_release(&run);
    return failed;
}

/* --task FILE|- [--dry-run]: one task's input against the configured services. */
static int one_task(const struct worker_spec *spec, int argc, char **argv,
                    const struct settings *settings, struct err *err)
{
    CLEANUP(office_release) struct office office = { .spec = spec };
    CLEANUP(buf_release) struct buf input = BUF_INIT(STATES_MAX_INPUT + 4096);
    CLEANUP(http_freep) struct http *http = NULL;
    CLEANUP(http_freep) struct http *http_out = NULL;
    CLEANUP(s3_freep) struct s3 *s3 = NULL;
    CLEANUP(s3_freep) struct s3 *s3_out = NULL;
    CLEANUP(dynamodb_freep) struct dynamodb *dynamodb = NULL;
    bool dry_run = argc == 4 && strcmp(argv[3], "--dry-run") == 0;
    atomic_bool never = false;
    struct step_env env = { .settings = settings, .stop = &never };

    if (argc < 3 || argc > 3 + dry_run || (dry_run && spec->plan == NULL)) {
        return err_set(err, ERR_USAGE, "--task FILE expected%s (see --help)",
                       spec->plan != NULL ? ", and --dry-run at most" : "");
    }
    TRY(read_task(argv[2], &input, err));
    TRY(office_open(&office, settings, !dry_run, err));
    if (dry_run) {
        return print_plan(&office, &env, buf_span(&input), err);
    }
    http = http_new(aws_config_ca_bundle(office.config));
    http_out = http_new(aws_config_ca_bundle(office.config));
    env.s3 = s3 = s3_new(office.config, http_transport(http));
    env.s3_out = s3_out = s3_new(office.config, http_transport(http_out));
    env.dynamodb = dynamodb = dynamodb_new(office.config, http_transport(http));
    env.shared = office.shared;
    return print_run(&office, &env, buf_span(&input), err);
}

static bool is_own(const char *argument)
{
    return strcmp(argument, "--task") == 0 || strcmp(argument, "--check-health") == 0;
}

/* The exit status, or -1. */
static int dispatch(int argc, char **argv, const struct worker_spec *spec,
                    const struct settings *settings, struct err *err)
{
    const char *first = argc > 1 ? argv[1] : "";

    if (argc == 1) {
        return poll_activity(spec, settings, err);
    }
    if (spec->local != NULL && !is_own(first)) {
        if (spec->local(argc, argv, settings, err) != 0) {
            err_on_files(err);
            return -1;
        }
        return 0;
    }
    if (strcmp(first, "--task") == 0) {
        return one_task(spec, argc, argv, settings, err);
    }
    if (strcmp(first, "--check-health") != 0) {
        return err_set(err, ERR_USAGE, "unknown argument '%s' (see --help)", first);
    }
    if (settings->activity_arn == NULL) {
        return err_set(err, ERR_USAGE, "ACTIVITY_ARN is not set: it tells which worker is asked");
    }
    return health_check(settings->activity_arn);
}

/* The status, unless what was printed has not arrived. */
static int finish(int status)
{
    struct err err = { 0 };

    if (fflush(stdout) == 0 && !ferror(stdout)) {
        return status;
    }
    err_set(&err, ERR_IO, "cannot write 'standard output'");
    log_failure(&err);
    return err_exit_status(err.kind);
}

int worker_main(int argc, char **argv, const struct worker_spec *spec)
{
    struct settings settings;
    struct err err = { 0 };
    int status;

    file_open_standard();
    if (argc > 1 && help_answer(argv[1], spec)) {
        return finish(0);
    }
    mallopt(M_ARENA_MAX, MALLOC_ARENAS);
    signal(SIGPIPE, SIG_IGN);
    if (settings_read(&settings, environ, &err) != 0) {
        log_failure(&err);
        return err_exit_status(err.kind);
    }
    set_log_level(settings.log_level);
    status = dispatch(argc, argv, spec, &settings, &err);
    if (status < 0) {
        log_failure(&err);
        status = err_exit_status(err.kind);
    }
    return finish(status);
}
