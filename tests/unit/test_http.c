/* net/http on real sockets: a server of one thread on loopback plays what a network can do. */
#include "lib/unit.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/def.h"
#include "base/mem.h"
#include "net/http.h"

enum ending { KEEP, CLOSE, RESET, HANG, CRAWL };

struct reply {
    const char *text;
    enum ending then;
};

static struct {
    int listener;
    uint16_t port;
    const struct reply *replies;
    size_t n, at;
    unsigned connections;
    char last[65536]; /* the last request's head */
    pthread_t thread;
} server;

/* Reads one request (its head and Content-Length bytes); false at the end of the connection. */
static bool read_request(int fd)
{
    size_t len = 0;
    const char *end = NULL, *length;
    ssize_t got;

    while (end == NULL) {
        got = recv(fd, server.last + len, sizeof server.last - len - 1, 0);
        if (got <= 0) {
            return false;
        }
        len += (size_t)got;
        server.last[len] = '\0';
        end = strstr(server.last, "\r\n\r\n");
    }
    length = strstr(server.last, "Content-Length: ");
    len -= (size_t)(end + 4 - server.last);
    for (size_t body = length != NULL ? (size_t)strtoull(length + 16, NULL, 10) : 0; len < body;) {
        char rest[4096];

        got = recv(fd, rest, sizeof rest, 0);
        if (got <= 0) {
            return false;
        }
        len += (size_t)got;
    }
    return true;
}

static void crawl(int fd, const char *text)
{
    for (; *text != '\0' && send(fd, text, 1, MSG_NOSIGNAL) == 1; text++) {
        usleep(30000);
    }
}

/* Plays one reply; false when the connection is over. */
static bool play(int fd, const struct reply *reply)
{
    struct linger linger = { 1, 0 };
    char byte;

    if (reply->then == CRAWL) {
        crawl(fd, reply->text);
        return false;
    }
    if (send(fd, reply->text, strlen(reply->text), MSG_NOSIGNAL) < 0) {
        return false;
    }
    if (reply->then == RESET) {
        usleep(20000); /* what was sent arrives first */
        setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
    }
    if (reply->then == HANG) {
        while (recv(fd, &byte, 1, 0) > 0) {
        }
    }
    return reply->then == KEEP;
}

static void *serve(void *unused)
{
    while (server.at < server.n) {
        int fd = accept(server.listener, NULL, NULL);

        if (fd < 0 && errno == EMFILE) { /* a test has left the whole process without descriptors */
            usleep(1000);
            continue;
        }
        if (fd < 0) {
            break;
        }
        server.connections++;
        while (server.at < server.n && read_request(fd) && play(fd, &server.replies[server.at++])) {
        }
        close(fd);
    }
    return unused;
}

static void start(const struct reply *replies, size_t n)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
    socklen_t len = sizeof address;

    server.listener = socket(AF_INET, SOCK_STREAM, 0);
    assert_int_equal(bind(server.listener, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(server.listener, 8), 0);
    assert_int_equal(getsockname(server.listener, (struct sockaddr *)&address, &len), 0);
    server.port = ntohs(address.sin_port);
    server.replies = replies;
    server.n = n;
    server.at = 0;
    server.connections = 0;
    assert_int_equal(pthread_create(&server.thread, NULL, serve, NULL), 0);
}

static void finish(void)
{
    shutdown(server.listener, SHUT_RDWR);
    pthread_join(server.thread, NULL);
    close(server.listener);
}

/* One request to the server. */
struct trip {
    int result;
    struct err err;
    struct http_response res;
    uint64_t ms;
};

static struct trip go(struct http *http, struct http_request req, size_t cap)
{
    CLEANUP(mem_freep) char *url = mem_printf("http://127.0.0.1:%u/a/../b?x=%%20", server.port);
    struct http_transport transport = http_transport(http);
    struct trip trip = { .res = { .body = BUF_INIT(cap) } };
    uint64_t start_ms = clock_monotonic_ms();

    req.method = req.method != NULL ? req.method : "GET";
    req.url = req.url != NULL ? req.url : url;
    trip.result = transport.send(transport.ctx, &req, &trip.res, &trip.err);
    trip.ms = clock_monotonic_ms() - start_ms;
    return trip;
}

#define OK_5 "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A:  b \r\n\r\nhello"

static void requests_go_as_they_are_and_reuse_the_connection(void **state)
{
    static const struct reply replies[] = { { OK_5, KEEP }, { OK_5, KEEP }, { OK_5, KEEP } };
    const struct http_header headers[] = { { "X-Empty", "" }, { "X-B", "c" } };
    struct http *http = http_new(NULL);

    (void)state;
    start(replies, ARRAY_LEN(replies));
    for (size_t i = 0; i < ARRAY_LEN(replies); i++) {
        struct trip trip =
            go(http,
               (struct http_request){
                   .method = i == 1 ? "PUT" : "GET", .headers = headers, .n_headers = 2 },
               100);

        assert_int_equal(trip.result, 0);
        assert_int_equal(trip.res.status, 200);
        assert_string_equal(http_header_get(&trip.res.headers, "x-a"), "b");
        assert_string_equal(buf_cstr(&trip.res.body), "hello");
        assert_non_null(strstr(server.last, " /a/../b?x=%20 HTTP/1.1\r\n"));
        assert_non_null(strstr(server.last, "\r\nX-Empty:\r\nX-B: c\r\n"));
        assert_null(strstr(server.last, "Expect"));
        assert_int_equal(strstr(server.last, "Content-Length: 0") != NULL, i == 1);
        http_response_release(&trip.res);
    }
    assert_int_equal(server.connections, 1);
    http_free(http);
    finish();
}

static void faults_have_names(void **state)
{
    static const struct {
        const char *label;
        struct reply reply;
        struct http_request req;
        const char *code;
        uint64_t at_least_ms;
    } cases[] = {
        { "closed without an answer", { "", CLOSE }, { 0 }, "ConnectionFault", 0 },
        { "reset without an answer", { "", RESET }, { 0 }, "ConnectionFault", 0 },
        { "cut body",
          { "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhel", CLOSE },
          { 0 },
          "BodyCut",
          0 },
        { "reset in the body",
          { "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhel", RESET },
          { 0 },
          "BodyCut",
          0 },
        { "no answer", { "", HANG }, { .idle_timeout_ms = 300 }, "IdleTimeout", 300 },
        { "stands still in the body",
          { "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhel", HANG },
          { .idle_timeout_ms = 300 },
          "IdleTimeout",
          300 },
        { "crawls",
          { OK_5, CRAWL },
          { .idle_timeout_ms = 300, .idle_bytes = 1024 },
          "IdleTimeout",
          300 },
        { "too long in all", { OK_5, CRAWL }, { .total_timeout_ms = 300 }, "TotalTimeout", 300 },
        { "no HTTP", { "hello\r\n\r\n", CLOSE }, { 0 }, "BadAnswer", 0 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct http *http = http_new(NULL);
        struct trip trip;

        print_message("case: %s\n", cases[i].label);
        start(&cases[i].reply, 1);
        trip = go(http, cases[i].req, 100);
        assert_int_equal(trip.result, -1);
        assert_int_equal(trip.err.kind, ERR_TRANSIENT);
        assert_string_equal(trip.err.code, cases[i].code);
        assert_in_range(trip.ms + 10, cases[i].at_least_ms, cases[i].at_least_ms + 5000);
        http_response_release(&trip.res);
        http_free(http);
        finish();
    }
}

static void nobody_there_and_no_such_host(void **state)
{
    struct http *http = http_new(NULL);
    struct trip trip = go(http, (struct http_request){ .url = "http://127.0.0.1:1/" }, 100);

    (void)state;
    assert_string_equal(trip.err.code, "ConnectionFault");
    http_response_release(&trip.res);
    trip = go(http, (struct http_request){ .url = "https://no-such-host.invalid/" }, 100);
    assert_string_equal(trip.err.code, "DnsFailure");
    http_response_release(&trip.res);
    http_free(http);
}

static void plain_http_stays_at_home(void **state)
{
    struct http *http = http_new(NULL);
    struct trip trip = go(http, (struct http_request){ .url = "http://example.com/" }, 100);

    (void)state;
    assert_int_equal(trip.err.kind, ERR_USAGE);
    http_response_release(&trip.res);
    http_free(http);
}

/* A server that never accepts, its queue full: a connection that is never made. */
static void connecting_has_a_limit(void **state)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
    socklen_t len = sizeof address;
    struct http *http = http_new(NULL);
    int fillers[8], listener = socket(AF_INET, SOCK_STREAM, 0);
    struct trip trip;

    (void)state;
    assert_int_equal(bind(listener, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(listener, 0), 0);
    assert_int_equal(getsockname(listener, (struct sockaddr *)&address, &len), 0);
    for (size_t i = 0; i < ARRAY_LEN(fillers); i++) {
        fillers[i] = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        (void)!connect(fillers[i], (struct sockaddr *)&address, sizeof address);
    }
    server.port = ntohs(address.sin_port);
    trip = go(http, (struct http_request){ .connect_timeout_ms = 200 }, 100);
    assert_string_equal(trip.err.code, "ConnectTimeout");
    assert_in_range(trip.ms, 150, 2900); /* the preset is 3000 */
    http_response_release(&trip.res);
    http_free(http);
    for (size_t i = 0; i < ARRAY_LEN(fillers); i++) {
        close(fillers[i]);
    }
    close(listener);
}

static atomic_bool stop;

static void *stop_soon(void *unused)
{
    usleep(100000);
    atomic_store(&stop, true);
    return unused;
}

static void another_thread_stops_a_request(void **state)
{
    static const struct reply hang = { "", HANG };
    struct http *http = http_new(NULL);
    pthread_t thread;
    struct trip trip;

    (void)state;
    start(&hang, 1);
    assert_int_equal(pthread_create(&thread, NULL, stop_soon, NULL), 0);
    trip = go(http, (struct http_request){ .stop = &stop }, 100);
    pthread_join(thread, NULL);
    assert_int_equal(trip.err.kind, ERR_CLOSED);
    assert_string_equal(trip.err.code, "Stopped");
    assert_in_range(trip.ms, 100, 1000); /* 0.15 s on an idle machine */
    http_response_release(&trip.res);
    http_free(http);
    finish();
}

static void nothing(int number)
{
    (void)number;
}

static void *interrupt(void *target)
{
    for (int i = 0; i < 100; i++) {
        usleep(2000);
        pthread_kill(*(pthread_t *)target, SIGUSR1);
    }
    return NULL;
}

static void signals_do_not_disturb(void **state)
{
    static const struct reply slow = { OK_5, CRAWL };
    struct sigaction action = { .sa_handler = nothing };
    pthread_t self = pthread_self(), thread;
    struct http *http = http_new(NULL);
    struct trip trip;

    (void)state;
    sigaction(SIGUSR1, &action, NULL);
    start(&slow, 1);
    assert_int_equal(pthread_create(&thread, NULL, interrupt, &self), 0);
    trip = go(http, (struct http_request){ 0 }, 100);
    pthread_join(thread, NULL);
    assert_int_equal(trip.result, 0);
    http_response_release(&trip.res);
    http_free(http);
    finish();
}

static void answers_have_caps(void **state)
{
    CLEANUP(buf_release) struct buf headers = BUF_INIT(1 << 20);
    const struct reply body = { OK_5, KEEP };
    const struct reply refusal = { "HTTP/1.1 502 X\r\nContent-Length: 6\r\n\r\n<html>", KEEP };
    struct reply many;
    struct http *http = http_new(NULL);
    struct trip trip;

    (void)state;
    start(&body, 1);
    trip = go(http, (struct http_request){ 0 }, 4);
    assert_int_equal(trip.err.kind, ERR_TRANSIENT);
    assert_string_equal(trip.err.code, "BadAnswer");
    http_response_release(&trip.res);
    finish();
    start(&refusal, 1);
    trip = go(http, (struct http_request){ 0 }, 4);
    assert_int_equal(trip.result, 0);
    assert_int_equal(trip.res.status, 502);
    assert_string_equal(buf_cstr(&trip.res.body), "<htm");
    http_response_release(&trip.res);
    finish();
    buf_add_str(&headers, "HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 101; i++) {
        buf_printf(&headers, "X-%d: y\r\n", i);
    }
    buf_add_str(&headers, "Content-Length: 0\r\n\r\n");
    many = (struct reply){ buf_cstr(&headers), CLOSE };
    start(&many, 1);
    trip = go(http, (struct http_request){ 0 }, 4);
    assert_int_equal(trip.err.kind, ERR_TRANSIENT);
    assert_string_equal(trip.err.code, "BadAnswer");
    http_response_release(&trip.res);
    http_free(http);
    finish();
}

static int refuse(void *ctx, const struct http_response *res, struct span piece, struct err *err)
{
    (void)ctx;
    assert_int_equal(res->status, 200);
    assert_string_equal(http_header_get(&res->headers, "x-a"), "b");
    return err_set(err, ERR_IO, "no more than %zu", piece.len);
}

static void a_sink_may_end_the_request(void **state)
{
    static const struct reply replies[] = {
        { OK_5, CLOSE }, { "HTTP/1.1 404 No\r\nContent-Length: 2\r\n\r\nno", KEEP }
    };
    struct http *http = http_new(NULL);
    struct trip trip;

    (void)state;
    start(replies, 2);
    trip = go(http, (struct http_request){ .sink = refuse }, 100);
    assert_int_equal(trip.result, -1);
    assert_int_equal(trip.err.kind, ERR_IO);
    http_response_release(&trip.res);
    trip = go(http, (struct http_request){ .sink = refuse }, 100); /* not asked for a refusal */
    assert_int_equal(trip.result, 0);
    assert_string_equal(buf_cstr(&trip.res.body), "no");
    http_response_release(&trip.res);
    http_free(http);
    finish();
}

static void interim_answers_and_redirects_are_not_followed(void **state)
{
    static const struct reply replies[] = {
        { "HTTP/1.1 100 Continue\r\nX-I: 1\r\n\r\n" OK_5, KEEP },
        { "HTTP/1.1 307 T\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", KEEP },
    };
    struct http *http = http_new(NULL);
    struct trip trip;

    (void)state;
    start(replies, 2);
    trip = go(http, (struct http_request){ 0 }, 100);
    assert_int_equal(trip.res.status, 200);
    assert_null(http_header_get(&trip.res.headers, "x-i"));
    http_response_release(&trip.res);
    trip = go(http, (struct http_request){ 0 }, 100);
    assert_int_equal(trip.res.status, 307);
    http_response_release(&trip.res);
    http_free(http);
    finish();
}

static void a_head_has_no_body_and_the_library_a_version(void **state)
{
    static const struct reply head = { "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", KEEP };
    struct http *http = http_new(NULL);
    struct trip trip;

    (void)state;
    start(&head, 1);
    trip = go(http, (struct http_request){ .method = "HEAD" }, 100);
    assert_int_equal(trip.result, 0);
    assert_int_equal(trip.res.body.len, 0);
    assert_string_equal(http_header_get(&trip.res.headers, "content-length"), "9");
    http_response_release(&trip.res);
    http_free(http);
    http_free(NULL);
    finish();
    assert_int_equal(strncmp(http_library_version(), "libcurl/", 8), 0);
}

static void a_header_with_a_line_break_is_not_sent(void **state)
{
    static const struct http_header bad[] = { { "X", "a\r\nY: b" },
                                              { "X\r\nY", "a" },
                                              { "", "a" } };
    struct http *http = http_new(NULL);

    (void)state;
    server.port = 1;
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        struct trip trip =
            go(http, (struct http_request){ .headers = &bad[i], .n_headers = 1 }, 100);

        assert_int_equal(trip.err.kind, ERR_INTERNAL);
        http_response_release(&trip.res);
    }
    http_free(http);
}

static void no_descriptor_left_is_an_error_by_name(void **state)
{
    static const struct reply ok = { OK_5, KEEP };
    struct http *http = http_new(NULL);
    struct rlimit old, none;
    struct trip trip;

    (void)state;
    trip =
        go(http, (struct http_request){ .url = "http://127.0.0.1:1/" }, 100); /* library loaded */
    http_response_release(&trip.res);
    start(&ok, 1);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &old), 0);
    none = (struct rlimit){ 3, old.rlim_max };
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    trip = go(http, (struct http_request){ 0 }, 100);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &old), 0);
    assert_int_equal(trip.result, -1);
    assert_int_equal(trip.err.kind, ERR_TRANSIENT);
    http_response_release(&trip.res);
    trip = go(http, (struct http_request){ 0 }, 100); /* and it goes on when there are some */
    assert_int_equal(trip.result, 0);
    http_response_release(&trip.res);
    http_free(http);
    finish();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests_go_as_they_are_and_reuse_the_connection),
        cmocka_unit_test(faults_have_names),
        cmocka_unit_test(nobody_there_and_no_such_host),
        cmocka_unit_test(plain_http_stays_at_home),
        cmocka_unit_test(connecting_has_a_limit),
        cmocka_unit_test(another_thread_stops_a_request),
        cmocka_unit_test(signals_do_not_disturb),
        cmocka_unit_test(answers_have_caps),
        cmocka_unit_test(a_sink_may_end_the_request),
        cmocka_unit_test(interim_answers_and_redirects_are_not_followed),
        cmocka_unit_test(a_head_has_no_body_and_the_library_a_version),
        cmocka_unit_test(a_header_with_a_line_break_is_not_sent),
        cmocka_unit_test(no_descriptor_left_is_an_error_by_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
