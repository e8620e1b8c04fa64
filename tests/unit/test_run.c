/* task/run, report, trace: outcomes of a step, the cause of a failure, the line of the log, the
 * segment. The step is a script. */
#include "lib/unit.h"

#include "aws/states.h"
#include "base/mem.h"
#include "task/report.h"
#include "task/run.h"
#include "task/trace.h"

#define INPUT                                                                                      \
    "{\"uuid\":\"u\",\"input\":{\"bucket\":\"b\",\"key\":\"k\\u00e9\\n.jpg\",\"destination\":{"    \
    "\"bucket\":\"d\",\"prefix\":\"p\"}},\"execution\":{\"id\":\"arn:x\",\"startTime\":"           \
    "\"2026-11-21T09:00:00Z\",\"stateMachine\":\"m\"}}"

static const struct settings deployment = { .prefix = "p" };
static enum err_kind script[4];
static unsigned steps;

static int scripted(struct step_env *env, struct envelope *envelope, const struct profile *profile,
                    struct err *err)
{
    enum err_kind kind = script[steps++];

    (void)env;
    (void)profile;
    json_set_bool(envelope_data(envelope, "mine"), "done", true);
    return kind != ERR_NONE ? err_set(err, kind, "scripted") : 0;
}

static const struct worker_spec middle = { .name = "middle", .step = scripted };
static const struct worker_spec last = { .name = "last",
                                         .step = scripted,
                                         .records_failures = true };

static void carry_out(const struct worker_spec *spec, const char *input, bool stopped,
                      struct run *run)
{
    CLEANUP(profile_choice_release) struct profile_choice choice = { 0 };
    atomic_bool stop = stopped;
    struct step_env env = { .settings = &deployment, .stop = &stop };
    struct err err;

    steps = 0;
    assert_int_equal(profile_choose("media2cloud", &choice, &err), 0);
    run_task(spec, &env, &choice, span_str(input), run);
}

static void outcomes(void **state)
{
    static const struct {
        const char *label;
        enum err_kind script[2];
        bool stopped;
        enum run_outcome want;
        enum err_kind kind;
        unsigned steps;
    } cases[] = {
        { "well", { ERR_NONE }, false, RUN_DONE, ERR_NONE, 1 },
        { "malformed", { ERR_MALFORMED }, false, RUN_FAILED, ERR_MALFORMED, 1 },
        { "changed once", { ERR_CHANGED, ERR_NONE }, false, RUN_DONE, ERR_NONE, 2 },
        { "changed twice", { ERR_CHANGED, ERR_CHANGED }, false, RUN_FAILED, ERR_CHANGED, 2 },
        { "changed, then newer", { ERR_CHANGED, ERR_SUPERSEDED }, false, RUN_SKIPPED, ERR_NONE, 2 },
        { "superseded", { ERR_SUPERSEDED }, false, RUN_SKIPPED, ERR_NONE, 1 },
        { "stopped", { ERR_CLOSED }, true, RUN_CLOSED, ERR_CLOSED, 1 },
        { "stopped, told otherwise", { ERR_CHANGED }, true, RUN_CLOSED, ERR_CHANGED, 1 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct run run;

        print_message("case: %s\n", cases[i].label);
        memcpy(script, cases[i].script, sizeof cases[i].script);
        carry_out(&middle, INPUT, cases[i].stopped, &run);
        assert_int_equal(run.outcome, cases[i].want);
        assert_int_equal(steps, cases[i].steps);
        if (cases[i].want == RUN_FAILED) {
            assert_int_equal(run.err.kind, cases[i].kind);
        }
        run_release(&run);
    }
}

static void only_the_last_step_ends_the_envelope(void **state)
{
    static const struct {
        const struct worker_spec *spec;
        enum err_kind kind;
        const char *status, *machine;
        int progress;
    } cases[] = {
        { &middle, ERR_NONE, "STARTED", "", 0 },
        { &middle, ERR_SUPERSEDED, "SKIPPED", "m", 100 },
        { &last, ERR_NONE, "COMPLETED", "m", 100 },
        { &last, ERR_SUPERSEDED, "SKIPPED", "m", 100 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(json_releasep) struct json_object *out = NULL;
        struct run run;
        struct err err;

        script[0] = cases[i].kind;
        carry_out(cases[i].spec, INPUT, false, &run);
        assert_int_equal(json_parse(buf_span(&run.output), &out, &err), 0);
        assert_string_equal(json_to_str(json_member(out, "status")), cases[i].status);
        assert_string_equal(json_to_str(json_member(out, "stateMachine")), cases[i].machine);
        assert_int_equal(json_to_i64(json_member(out, "progress")), cases[i].progress);
        run_release(&run);
    }
}

static void a_skipped_envelope_stays_skipped(void **state)
{
    struct run first, second;
    CLEANUP(json_releasep) struct json_object *out = NULL;
    struct err err;

    (void)state;
    script[0] = ERR_SUPERSEDED;
    carry_out(&middle, INPUT, false, &first);
    carry_out(&last, buf_cstr(&first.output), false, &second);
    assert_int_equal(second.outcome, RUN_SKIPPED);
    assert_int_equal(steps, 0);
    assert_int_equal(json_parse(buf_span(&second.output), &out, &err), 0);
    assert_string_equal(json_to_str(json_find(out, "data.skipped.reason")), "scripted");
    run_release(&first);
    run_release(&second);
}

static void a_cause_is_one_object_of_bounded_size(void **state)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(STATES_MAX_CAUSE);
    CLEANUP(json_releasep) struct json_object *cause = NULL;
    CLEANUP(mem_freep) char *huge = mem_alloc(1024 * 1024);
    struct envelope envelope = { .bucket = huge, .key = "k" };
    struct err err;

    (void)state;
    memset(huge, '\x01', 1024 * 1024 - 1);
    huge[1024 * 1024 - 1] = '\0';
    err_limit(&err, "INGEST_MAX_PIXELS", 5, 6, "pixels");
    run_cause(&err, &envelope, &text);
    assert_false(text.overflowed);
    assert_int_equal(json_parse(buf_span(&text), &cause, &err), 0);
    assert_string_equal(json_to_str(json_member(cause, "code")), "Ingest.LimitExceeded");
    assert_string_equal(json_to_str(json_member(cause, "setting")), "INGEST_MAX_PIXELS");
    assert_int_equal(json_to_i64(json_member(cause, "limit")), 5);
    assert_int_equal(json_to_i64(json_member(cause, "value")), 6);
    assert_string_equal(json_to_str(json_member(cause, "key")), "k");
}

static void the_line_of_the_log_names_the_task_and_not_its_token(void **state)
{
    CLEANUP(json_releasep) struct json_object *fields = NULL;
    CLEANUP(buf_release) struct buf text = BUF_INIT(65536);
    struct phases phases = { .bytes_in = 7 };
    struct report report = { .worker = "w", .token = "SECRETTOKEN", .phases = &phases, .ms = 3 };
    struct run run;

    (void)state;
    script[0] = ERR_MALFORMED;
    carry_out(&middle, INPUT, false, &run);
    report.run = &run;
    fields = report_fields(&report);
    json_write(fields, &text);
    assert_null(strstr(buf_cstr(&text), "SECRETTOKEN"));
    assert_string_equal(json_to_str(json_member(fields, "task")), "73899fdc");
    assert_string_equal(json_to_str(json_member(fields, "error")), "Ingest.MalformedImage");
    assert_string_equal(json_to_str(json_member(fields, "executionArn")), "arn:x");
    assert_int_equal(json_to_i64(json_member(fields, "failures")), 1);
    assert_int_equal(json_to_i64(json_member(fields, "bytesIn")), 7);
    run_release(&run);
}

static void a_header_that_is_not_sampled_gives_no_segment(void **state)
{
    static const uint8_t random[32] = { 1 };
    struct phases phases = { 0 };
    struct run run = { .outcome = RUN_DONE };
    struct json_object *segment;

    (void)state;
    run.envelope.trace_header = "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0";
    assert_null(trace_segment("w", &run, &phases, 0, random));
    run.envelope.trace_header = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8";
    segment = trace_segment("w", &run, &phases, 0, random);
    assert_string_equal(json_to_str(json_member(segment, "parent_id")), "53995c3f42cd8ad8");
    json_release(segment);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outcomes),
        cmocka_unit_test(only_the_last_step_ends_the_envelope),
        cmocka_unit_test(a_skipped_envelope_stays_skipped),
        cmocka_unit_test(a_cause_is_one_object_of_bounded_size),
        cmocka_unit_test(the_line_of_the_log_names_the_task_and_not_its_token),
        cmocka_unit_test(a_header_that_is_not_sampled_gives_no_segment),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
