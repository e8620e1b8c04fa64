#include "lib/little_aws.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/mem.h"
#include "lib/unit.h"

#define MAX_ROWS    64
#define MAX_BYTES   ((size_t)16 * 1024 * 1024)
#define NO_TASK_MS  50
#define AWAIT_MS    5000
#define ANSWER_TEXT 65536

struct object {
    char *path;
    struct buf bytes;
};

struct script {
    char *operation, *body;
    int status;
};

struct calls {
    char *operation;
    unsigned n;
    struct buf last;
};

/* One request as it was read. */
struct request {
    char method[16], path[2048], operation[64];
    size_t from, to; /* of Range; to 0: none */
    struct buf head, body;
};

static struct {
    int listener;
    char url[64];
    pthread_t thread;
    pthread_mutex_t lock; /* of what follows */
    struct object objects[MAX_ROWS];
    struct script scripts[MAX_ROWS], tasks[MAX_ROWS];
    struct calls calls[MAX_ROWS];
    size_t n_objects, n_scripts, n_tasks, n_calls, tasks_given;
} aws = { .lock = PTHREAD_MUTEX_INITIALIZER };

static struct object *find_object(const char *path)
{
    for (size_t i = 0; i < aws.n_objects; i++) {
        if (strcmp(aws.objects[i].path, path) == 0) {
            return &aws.objects[i];
        }
    }
    return NULL;
}

static void keep_object(const char *path, struct span bytes)
{
    struct object *object = find_object(path);

    if (object == NULL && aws.n_objects < MAX_ROWS) {
        object = &aws.objects[aws.n_objects++];
        *object = (struct object){ mem_strdup(path), BUF_INIT(MAX_BYTES) };
    }
    if (object != NULL) {
        buf_clear(&object->bytes);
        buf_add_span(&object->bytes, bytes);
    }
}

static struct calls *calls_of(const char *operation)
{
    for (size_t i = 0; i < aws.n_calls; i++) {
        if (strcmp(aws.calls[i].operation, operation) == 0) {
            return &aws.calls[i];
        }
    }
    aws.calls[aws.n_calls] = (struct calls){ mem_strdup(operation), 0, BUF_INIT(MAX_BYTES) };
    return &aws.calls[aws.n_calls++];
}

/* A header's value, copied; "" where there is none. */
static void header(const struct request *request, const char *name, char *out, size_t out_size)
{
    const char *line = (const char *)request->head.data;
    size_t len = strlen(name);

    out[0] = '\0';
    while (line != NULL && *line != '\0') {
        if (strncasecmp(line, name, len) == 0 && line[len] == ':') {
            snprintf(out, out_size, "%.*s", (int)strcspn(line + len + 2, "\r"), line + len + 2);
        }
        line = strchr(line, '\n');
        line = line != NULL ? line + 1 : NULL;
    }
}

static bool read_body(int fd, struct request *request)
{
    char value[32];
    size_t want;

    header(request, "Content-Length", value, sizeof value);
    want = value[0] != '\0' ? (size_t)strtoull(value, NULL, 10) : 0;
    header(request, "Expect", value, sizeof value);
    if (value[0] != '\0') {
        (void)send(fd, "HTTP/1.1 100 Continue\r\n\r\n", 25, MSG_NOSIGNAL);
    }
    while (request->body.len < want) {
        size_t left = want - request->body.len;
        uint8_t *to = buf_reserve(&request->body, left);
        ssize_t got = to != NULL ? recv(fd, to, left, 0) : -1;

        if (got <= 0) {
            return false;
        }
        buf_grown(&request->body, (size_t)got);
    }
    return true;
}

static bool read_head(int fd, struct request *request)
{
    char byte, target[128], *dot, range[64], *dash;

    buf_clear(&request->head);
    buf_clear(&request->body);
    while (request->head.len < 4 ||
           memcmp(request->head.data + request->head.len - 4, "\r\n\r\n", 4) != 0) {
        if (recv(fd, &byte, 1, 0) != 1) {
            return false;
        }
        buf_add_byte(&request->head, (uint8_t)byte);
    }
    (void)buf_cstr(&request->head);
    snprintf(request->method, sizeof request->method, "%.*s",
             (int)strcspn((char *)request->head.data, " "), request->head.data);
    dot = (char *)request->head.data + strlen(request->method) + 1;
    snprintf(request->path, sizeof request->path, "%.*s", (int)strcspn(dot, " ?"), dot);
    header(request, "X-Amz-Target", target, sizeof target);
    dot = strchr(target, '.');
    snprintf(request->operation, sizeof request->operation, "%.60s",
             dot != NULL ? dot + 1 : request->method);
    header(request, "Range", range, sizeof range);
    dash = strchr(range, '-');
    request->from = dash != NULL ? (size_t)strtoull(range + 6, NULL, 10) : 0;
    request->to = dash != NULL ? (size_t)strtoull(dash + 1, NULL, 10) : 0;
    return true;
}

static bool reply(int fd, int status, const char *headers, struct span body, bool with_body)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(MAX_BYTES + ANSWER_TEXT);

    buf_printf(&text, "HTTP/1.1 %d Said\r\nContent-Length: %zu\r\n%s\r\n", status, body.len,
               headers);
    if (with_body) {
        buf_add_span(&text, body);
    }
    return send(fd, text.data, text.len, MSG_NOSIGNAL) == (ssize_t)text.len;
}

static bool reply_object(int fd, const struct request *request)
{
    struct object *object = find_object(request->path);
    bool get = strcmp(request->method, "GET") == 0;
    char headers[256];
    struct span bytes;
    int n;

    if (object == NULL) {
        return reply(fd, 404, "", span_str("<Error><Code>NoSuchKey</Code></Error>"), get);
    }
    bytes = buf_span(&object->bytes);
    n = snprintf(headers, sizeof headers,
                 "ETag: \"v-%zu\"\r\nContent-Type: image/jpeg\r\n"
                 "Last-Modified: Sat, 21 Nov 2026 09:00:00 GMT\r\n",
                 bytes.len);
    if (request->to == 0) {
        return reply(fd, 200, headers, bytes, get);
    }
    if (request->from >= bytes.len) {
        return reply(fd, 416, "", span_str("<Error><Code>InvalidRange</Code></Error>"), get);
    }
    snprintf(headers + n, sizeof headers - (size_t)n, "Content-Range: bytes %zu-%zu/%zu\r\n",
             request->from, request->to < bytes.len ? request->to : bytes.len - 1, bytes.len);
    bytes = span_from(bytes, request->from);
    bytes.len =
        request->to - request->from < bytes.len ? request->to - request->from + 1 : bytes.len;
    return reply(fd, 206, headers, bytes, get);
}

static bool reply_task(int fd)
{
    CLEANUP(json_releasep) struct json_object *task = json_new_object();
    CLEANUP(buf_release) struct buf text = BUF_INIT(MAX_BYTES);

    if (aws.tasks_given < aws.n_tasks) {
        json_set_str(task, "taskToken", aws.tasks[aws.tasks_given].operation);
        json_set_str(task, "input", aws.tasks[aws.tasks_given].body);
        aws.tasks_given++;
    } else {
        pthread_mutex_unlock(&aws.lock);
        clock_sleep_ms(NO_TASK_MS);
        pthread_mutex_lock(&aws.lock);
    }
    json_write(task, &text);
    return reply(fd, 200, "", buf_span(&text), true);
}

/* The scripted answer, taken out of the list; false where there is none. */
static bool take_script(const char *operation, struct script *out)
{
    for (size_t i = 0; i < aws.n_scripts; i++) {
        if (strcmp(aws.scripts[i].operation, operation) == 0) {
            *out = aws.scripts[i];
            memmove(&aws.scripts[i], &aws.scripts[i + 1],
                    (--aws.n_scripts - i) * sizeof *aws.scripts);
            return true;
        }
    }
    return false;
}

/* Says nothing until the other side has given up. */
static void hang(int fd)
{
    char byte;

    pthread_mutex_unlock(&aws.lock);
    while (recv(fd, &byte, 1, 0) > 0) {
    }
    pthread_mutex_lock(&aws.lock);
}

/* Under the lock; false when the connection is over. */
static bool answer(int fd, const struct request *request)
{
    struct calls *calls = calls_of(request->operation);
    struct script script;
    bool going;

    calls->n++;
    buf_clear(&calls->last);
    buf_add_span(&calls->last, buf_span(&request->body));
    if (take_script(request->operation, &script)) {
        if (script.status < 0) {
            hang(fd);
        }
        going = script.status > 0 && reply(fd, script.status, "", span_str(script.body),
                                           strcmp(request->method, "HEAD") != 0);
        mem_free(script.operation);
        mem_free(script.body);
        return going;
    }
    if (strcmp(request->operation, "GetActivityTask") == 0) {
        return reply_task(fd);
    }
    if (strcmp(request->method, "GET") == 0 || strcmp(request->method, "HEAD") == 0) {
        return reply_object(fd, request);
    }
    if (strcmp(request->method, "PUT") == 0) {
        keep_object(request->path, buf_span(&request->body));
        return reply(fd, 200, "ETag: \"put-1\"\r\n", span_str(""), true);
    }
    return reply(fd, strcmp(request->method, "DELETE") == 0 ? 204 : 200, "", span_str("{}"), true);
}

static void *serve_connection(void *argument)
{
    int fd = (int)(intptr_t)argument;
    struct request request = { .head = BUF_INIT(ANSWER_TEXT), .body = BUF_INIT(MAX_BYTES) };
    bool going = true;

    while (going && read_head(fd, &request) && read_body(fd, &request)) {
        pthread_mutex_lock(&aws.lock);
        going = answer(fd, &request);
        pthread_mutex_unlock(&aws.lock);
    }
    buf_release(&request.head);
    buf_release(&request.body);
    close(fd);
    return NULL;
}

static void *serve(void *unused)
{
    for (;;) {
        int fd = accept(aws.listener, NULL, NULL);
        pthread_t thread;

        if (fd < 0) {
            return unused;
        }
        if (pthread_create(&thread, NULL, serve_connection, (void *)(intptr_t)fd) == 0) {
            pthread_detach(thread);
        }
    }
}

const char *little_aws_start(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
    socklen_t len = sizeof address;

    aws.listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(aws.listener, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(aws.listener, 16), 0);
    assert_int_equal(getsockname(aws.listener, (struct sockaddr *)&address, &len), 0);
    snprintf(aws.url, sizeof aws.url, "http://127.0.0.1:%u", ntohs(address.sin_port));
    assert_int_equal(pthread_create(&aws.thread, NULL, serve, NULL), 0);
    return aws.url;
}

static void forget(struct script *rows, size_t *n)
{
    for (size_t i = 0; i < *n; i++) {
        mem_free(rows[i].operation);
        mem_free(rows[i].body);
    }
    *n = 0;
}

void little_aws_stop(void)
{
    shutdown(aws.listener, SHUT_RDWR);
    pthread_join(aws.thread, NULL);
    close(aws.listener);
    pthread_mutex_lock(&aws.lock);
    for (size_t i = 0; i < aws.n_objects; i++) {
        mem_free(aws.objects[i].path);
        buf_release(&aws.objects[i].bytes);
    }
    for (size_t i = 0; i < aws.n_calls; i++) {
        mem_free(aws.calls[i].operation);
        buf_release(&aws.calls[i].last);
    }
    forget(aws.scripts, &aws.n_scripts);
    forget(aws.tasks, &aws.n_tasks);
    aws.n_objects = aws.n_calls = aws.tasks_given = 0;
    pthread_mutex_unlock(&aws.lock);
}

void little_aws_put(const char *path, struct span bytes)
{
    pthread_mutex_lock(&aws.lock);
    keep_object(path, bytes);
    pthread_mutex_unlock(&aws.lock);
}

struct buf little_aws_get(const char *path)
{
    struct buf copy = BUF_INIT(MAX_BYTES);
    struct object *object;

    pthread_mutex_lock(&aws.lock);
    object = find_object(path);
    if (object != NULL) {
        buf_add_span(&copy, buf_span(&object->bytes));
    }
    pthread_mutex_unlock(&aws.lock);
    return copy;
}

static void add_row(struct script *rows, size_t *n, struct script row)
{
    pthread_mutex_lock(&aws.lock);
    assert_true(*n < MAX_ROWS);
    rows[(*n)++] = row;
    pthread_mutex_unlock(&aws.lock);
}

void little_aws_answer(const char *operation, int status, const char *body)
{
    add_row(aws.scripts, &aws.n_scripts,
            (struct script){ mem_strdup(operation), mem_strdup(body), status });
}

void little_aws_task(const char *token, const char *input)
{
    add_row(aws.tasks, &aws.n_tasks, (struct script){ mem_strdup(token), mem_strdup(input), 0 });
}

unsigned little_aws_calls(const char *operation)
{
    unsigned n;

    pthread_mutex_lock(&aws.lock);
    n = calls_of(operation)->n;
    pthread_mutex_unlock(&aws.lock);
    return n;
}

struct buf little_aws_body(const char *operation)
{
    struct buf copy = BUF_INIT(MAX_BYTES);

    pthread_mutex_lock(&aws.lock);
    buf_add_span(&copy, buf_span(&calls_of(operation)->last));
    pthread_mutex_unlock(&aws.lock);
    (void)buf_cstr(&copy);
    return copy;
}

bool little_aws_await(const char *operation, unsigned calls)
{
    uint64_t end_ms = clock_monotonic_ms() + AWAIT_MS;

    while (little_aws_calls(operation) < calls) {
        if (clock_monotonic_ms() > end_ms) {
            return false;
        }
        clock_sleep_ms(2);
    }
    return true;
}
