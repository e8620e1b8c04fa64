#include "base/log.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/json.h"

#define LINE_MAX_BYTES  65536
#define COMMON_MAX      8
#define COMMON_TEXT_MAX 256
#define READER_WAIT_MS  1000

static const char *const level_names[] = { "debug", "info", "warn", "error" };
static enum log_level lowest = LOG_LEVEL_INFO;
static struct {
    char name[32], value[COMMON_TEXT_MAX];
} common[COMMON_MAX];
static size_t n_common;
static uint64_t n_dropped; /* lines since the reader stood still */

void log_set_level(enum log_level level)
{
    lowest = level;
}

static void copy_text(char *out, size_t size, const char *text)
{
    size_t n = strnlen(text, size - 1);

    memcpy(out, text, n);
    out[n] = '\0';
}

void log_set_common(const char *name, const char *value)
{
    size_t i = 0;

    while (i < n_common && strcmp(common[i].name, name) != 0) {
        i++;
    }
    if (i == COMMON_MAX) {
        return;
    }
    copy_text(common[i].name, sizeof common[i].name, name);
    copy_text(common[i].value, sizeof common[i].value, value);
    n_common += i == n_common;
}

static struct json_object *new_line(enum log_level level, const char *event)
{
    struct json_object *line = json_new_object();
    char when[CLOCK_TEXT_MAX];

    clock_format(clock_unix_ms() * 1000, CLOCK_ISO, when);
    json_set_str(line, "time", when);
    json_set_str(line, "level", level_names[level]);
    json_set_str(line, "event", event);
    for (size_t i = 0; i < n_common; i++) {
        json_set_str(line, common[i].name, common[i].value);
    }
    return line;
}

/* Whether standard error takes up to PIPE_BUF bytes now, or soon; once it has not, only now. */
static bool is_taken(void)
{
    struct pollfd out = { STDERR_FILENO, POLLOUT, 0 };
    int ready;

    do {
        ready = poll(&out, 1, n_dropped > 0 ? 0 : READER_WAIT_MS);
    } while (ready < 0 && errno == EINTR);
    return ready != 0; /* where it cannot be asked, write() says why */
}

/* With the lock. False where the reader stands still. A log that cannot be written has nowhere to
 * be reported. */
static bool put_bytes(struct span text)
{
    while (text.len > 0) {
        ssize_t n;

        if (!is_taken()) {
            return false;
        }
        n = write(STDERR_FILENO, text.data, text.len < PIPE_BUF ? text.len : PIPE_BUF);
        if (n < 0 && errno != EINTR) {
            return true;
        }
        text = span_from(text, n > 0 ? (size_t)n : 0);
    }
    return true;
}

static bool put_text(const struct json_object *line)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(LINE_MAX_BYTES);

    if (n_dropped > 0) {
        buf_add_byte(&text, '\n'); /* the one before may have been cut */
    }
    json_write(line, &text);
    buf_add_byte(&text, '\n');
    if (text.overflowed) {
        buf_clear(&text);
        buf_add_str(&text, "{\"level\":\"warn\",\"event\":\"log.line_too_long\"}\n");
    }
    return put_bytes(buf_span(&text));
}

/* Tells first how many lines there was no reader for. */
static void put_line(const struct json_object *line)
{
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    bool taken = true;

    pthread_mutex_lock(&lock);
    if (n_dropped > 0) {
        CLEANUP(json_releasep)
        struct json_object *dropped = new_line(LOG_LEVEL_WARN, "log.dropped");

        json_set_u64(dropped, "lines", n_dropped);
        taken = put_text(dropped);
        n_dropped = taken ? 0 : n_dropped;
    }
    if (!taken || !put_text(line)) {
        n_dropped++;
    }
    pthread_mutex_unlock(&lock);
}

void log_object(enum log_level level, const char *event, const struct json_object *fields)
{
    CLEANUP(json_releasep) struct json_object *line = NULL;

    if (level < lowest) {
        return;
    }
    line = new_line(level, event);
    for (struct json_iter it = json_iter(fields); json_next(&it);) {
        json_set(line, it.name, json_retain(it.value));
    }
    put_line(line);
}

void log_fields(enum log_level level, const char *event, const struct log_field *fields, size_t n)
{
    CLEANUP(json_releasep) struct json_object *line = NULL;

    if (level < lowest) {
        return;
    }
    line = new_line(level, event);
    for (size_t i = 0; i < n; i++) {
        if (fields[i].type == LOG_FIELD_U64) {
            json_set_u64(line, fields[i].name, fields[i].u64);
        } else if (fields[i].type == LOG_FIELD_BOOL) {
            json_set_bool(line, fields[i].name, fields[i].u64 != 0);
        } else if (fields[i].str != NULL) {
            json_set_str(line, fields[i].name, fields[i].str);
        }
    }
    put_line(line);
}

void log_failure(const struct err *err)
{
    CLEANUP(json_releasep) struct json_object *line = json_new_object();

    json_set_str(line, "error", err_name(err->kind));
    json_set_str(line, "cause", err->message);
    if (err->has_limit) {
        json_set_u64(line, "limit", err->limit);
        json_set_u64(line, "value", err->value);
    }
    if (err->setting[0] != '\0') {
        json_set_str(line, "setting", err->setting);
    }
    if (err->hint[0] != '\0') {
        json_set_str(line, "hint", err->hint);
    }
    put_line(line);
}
