/* task/trace: where the daemon is, what a segment says, and that a lost one is nobody's failure. */
#include "lib/unit.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "task/trace.h"

static void addresses(void **state)
{
    static const struct {
        const char *address;
        bool good;
    } cases[] = {
        { "127.0.0.1:2000", true },
        { "tcp:127.0.0.1:2001 udp:127.0.0.1:2002", true },
        { "udp:127.0.0.1:2002 tcp:127.0.0.1:2001", true },
        { "127.0.0.1", false },
        { "127.0.0.1:no port", false },
        { "", false },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct trace trace;
        struct err err = { 0 };

        print_message("case: '%s'\n", cases[i].address);
        assert_int_equal(trace_open(&trace, cases[i].address, "w", &err), cases[i].good ? 0 : -1);
        if (cases[i].good) {
            assert_true(trace.fd >= 0);
        } else {
            assert_int_equal(err.kind, ERR_USAGE);
            assert_non_null(strstr(err.message, "host:port expected"));
        }
        trace_close(&trace);
        assert_int_equal(trace.fd, -1);
    }
}

static int daemon_socket(char address[64])
{
    struct sockaddr_in name = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
    socklen_t len = sizeof name;
    int fd = socket(AF_INET, SOCK_DGRAM, 0);

    assert_int_equal(bind(fd, (struct sockaddr *)&name, sizeof name), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&name, &len), 0);
    snprintf(address, 64, "127.0.0.1:%u", ntohs(name.sin_port));
    return fd;
}

static struct json_object *receive(int fd)
{
    static char datagram[65536];
    ssize_t n = recv(fd, datagram, sizeof datagram, 0);
    const char *feed = n > 0 ? memchr(datagram, '\n', (size_t)n) : NULL;
    struct json_object *segment = NULL;
    struct err err;

    assert_non_null(feed);
    assert_int_equal(strncmp(datagram, "{\"format\":", 10), 0);
    assert_int_equal(
        json_parse((struct span){ (const uint8_t *)feed + 1, (size_t)(datagram + n - feed - 1) },
                   &segment, &err),
        0);
    return segment;
}

static void a_task_is_a_segment_of_its_phases(void **state)
{
    struct run run = { .outcome = RUN_FAILED, .profile = "media2cloud" };
    struct phases phases = { 0 };
    struct trace trace;
    struct err err;
    char address[64];
    int fd = daemon_socket(address);

    (void)state;
    run.envelope.uuid = "u-1";
    run.envelope.execution_arn = "arn:x";
    phase_begin(&phases, PHASE_DECODE);
    phase_end(&phases, PHASE_DECODE);
    assert_int_equal(trace_open(&trace, address, "make-proxy", &err), 0);
    for (size_t i = 0; i < 2; i++) {
        CLEANUP(json_releasep) struct json_object *segment = NULL;
        struct json_object *part;

        run.err.kind = i == 0 ? ERR_MALFORMED : ERR_TRANSIENT;
        trace_send(&trace, &run, &phases, clock_monotonic_us());
        segment = receive(fd);
        assert_string_equal(json_to_str(json_member(segment, "name")), "make-proxy");
        assert_int_equal(strlen(json_to_str(json_member(segment, "trace_id"))), 35);
        assert_int_equal(strlen(json_to_str(json_member(segment, "id"))), 16);
        assert_string_equal(json_to_str(json_find(segment, "annotations.uuid")), "u-1");
        assert_string_equal(json_to_str(json_find(segment, "annotations.executionArn")), "arn:x");
        assert_string_equal(json_to_str(json_find(segment, "annotations.error")),
                            err_name(run.err.kind));
        assert_true(json_to_bool(json_member(segment, i == 0 ? "error" : "fault")));
        part = json_find(segment, "subsegments[0]");
        assert_true(json_to_double(json_member(part, "end_time")) >=
                    json_to_double(json_member(part, "start_time")));
        assert_string_not_equal(json_to_str(json_member(part, "id")),
                                json_to_str(json_member(segment, "id")));
        assert_null(json_find(segment, "subsegments[1]"));
    }
    trace_close(&trace);
    close(fd);
}

static void what_is_not_sent_is_no_failure(void **state)
{
    struct run run = { .outcome = RUN_DONE };
    struct phases phases = { 0 };
    struct trace none = { .fd = -1 }, trace;
    struct err err;
    char address[64], byte;
    int fd = daemon_socket(address);

    (void)state;
    trace_send(&none, &run, &phases, 0);
    assert_int_equal(trace_open(&trace, address, "w", &err), 0);
    run.envelope.trace_header = "Sampled=0;Root=1-5759e988-bd862e3fe1be46a994272793";
    trace_send(&trace, &run, &phases, 0);
    assert_int_equal(recv(fd, &byte, 1, MSG_DONTWAIT), -1);
    run.envelope.trace_header = NULL;
    close(fd);
    trace_send(&trace, &run, &phases, 0); /* nobody listens: the second one is told so */
    trace_send(&trace, &run, &phases, 0);
    trace_close(&trace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses),
        cmocka_unit_test(a_task_is_a_segment_of_its_phases),
        cmocka_unit_test(what_is_not_sent_is_no_failure),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
