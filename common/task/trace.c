#include "task/trace.h"

#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/digest.h"
#include "base/mem.h"
#include "base/text.h"

#define DAEMON_HEADER     "{\"format\": \"json\", \"version\": 1}\n"
#define SEGMENT_MAX_BYTES (60 * 1024) /* a datagram's */
#define ANNOTATION_MAX    1000
#define PARENT_BYTES      64

static const char *udp_part(const char *address, size_t *len)
{
    const char *udp = strstr(address, "udp:");
    const char *from = udp != NULL ? udp + 4 : address;

    *len = strcspn(from, " ");
    return from;
}

int trace_open(struct trace *out, const char *address, const char *name, struct err *err)
{
    CLEANUP(mem_freep) char *host = NULL;
    struct addrinfo hints = { .ai_family = AF_UNSPEC, .ai_socktype = SOCK_DGRAM };
    struct addrinfo *found = NULL;
    const char *from;
    char *colon;
    size_t len;

    *out = (struct trace){ .fd = -1, .name = name };
    if (address == NULL) {
        return 0;
    }
    from = udp_part(address, &len);
    host = mem_strndup(from, len);
    colon = strrchr(host, ':');
    if (colon != NULL) {
        *colon = '\0';
    }
    if (colon == NULL || getaddrinfo(host, colon + 1, &hints, &found) != 0) {
        return err_set(err, ERR_USAGE, "AWS_XRAY_DAEMON_ADDRESS is '%s': host:port expected",
                       address);
    }
    out->fd = socket(found->ai_family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (out->fd >= 0 && connect(out->fd, found->ai_addr, found->ai_addrlen) != 0) {
        trace_close(out);
    }
    freeaddrinfo(found);
    return 0;
}

void trace_close(struct trace *trace)
{
    if (trace->fd >= 0) {
        close(trace->fd);
    }
    trace->fd = -1;
}

/* What the two clocks are apart: asked once a segment, so that nothing in it ends before it began.
 */
static int64_t clocks_apart_us(void)
{
    return clock_unix_ms() * 1000 - (int64_t)clock_monotonic_us();
}

static struct json_object *unix_seconds(uint64_t monotonic_us, int64_t apart_us)
{
    return json_new_double((double)((int64_t)monotonic_us + apart_us) / 1e6);
}

/* The value of "Name=" in a header "Root=1-…;Parent=…;Sampled=1"; "" where it is absent. */
static void header_part(const char *header, const char *name, char out[PARENT_BYTES])
{
    size_t n = strlen(name);

    out[0] = '\0';
    for (const char *at = header; at != NULL && *at != '\0';) {
        size_t len = strcspn(at, ";");

        if (len > n && strncmp(at, name, n) == 0 && len - n < PARENT_BYTES) {
            memcpy(out, at + n, len - n);
            out[len - n] = '\0';
        }
        at += len + (at[len] == ';');
    }
}

static void set_id(struct json_object *segment, const uint8_t bytes[8])
{
    char hex[17];

    digest_hex(bytes, 8, hex);
    json_set_str(segment, "id", hex);
}

static void set_trace_id(struct json_object *segment, const char *root, const uint8_t random[12])
{
    char hex[25], id[48];

    if (root[0] != '\0') {
        json_set_str(segment, "trace_id", root);
        return;
    }
    digest_hex(random, 12, hex);
    snprintf(id, sizeof id, "1-%08x-%s", (unsigned)(clock_unix_ms() / 1000), hex);
    json_set_str(segment, "trace_id", id);
}

static void set_short(struct json_object *object, const char *name, const char *text)
{
    struct span in = span_str(text);

    in.len = text_cut(in, ANNOTATION_MAX);
    json_set(object, name, json_new_span(in));
}

static struct json_object *annotations(const struct run *run)
{
    struct json_object *object = json_new_object();

    if (run->envelope.uuid != NULL) {
        set_short(object, "uuid", run->envelope.uuid);
        set_short(object, "executionArn", run->envelope.execution_arn);
        set_short(object, "profile", run->profile);
    }
    json_set_str(object, "outcome", run_outcome_names[run->outcome]);
    if (run->outcome == RUN_FAILED) {
        json_set_str(object, "error", err_name(run->err.kind));
    }
    return object;
}

static struct json_object *subsegments(const struct phases *phases, int64_t apart_us,
                                       const uint8_t random[8])
{
    struct json_object *list = json_new_array();
    uint8_t id[8];

    memcpy(id, random, sizeof id);
    for (size_t i = 0; i < PHASES; i++) {
        struct json_object *one;

        if (phases->at[i].ended_us == 0) {
            continue;
        }
        one = json_new_object();
        id[0] = (uint8_t)(random[0] + i + 1);
        json_set_str(one, "name", phase_names[i]);
        set_id(one, id);
        json_set(one, "start_time", unix_seconds(phases->at[i].begun_us, apart_us));
        json_set(one, "end_time", unix_seconds(phases->at[i].ended_us, apart_us));
        json_append(list, one);
    }
    return list;
}

struct json_object *trace_segment(const char *name, const struct run *run,
                                  const struct phases *phases, uint64_t begun_us,
                                  const uint8_t random[32])
{
    const char *header = run->envelope.trace_header;
    char root[PARENT_BYTES], parent[PARENT_BYTES], sampled[PARENT_BYTES];
    int64_t apart_us = clocks_apart_us();
    struct json_object *segment;

    header_part(header, "Root=", root);
    header_part(header, "Parent=", parent);
    header_part(header, "Sampled=", sampled);
    if (strcmp(sampled, "0") == 0) {
        return NULL;
    }
    segment = json_new_object();
    json_set_str(segment, "name", name);
    set_id(segment, random);
    set_trace_id(segment, root, random + 8);
    if (root[0] != '\0' && parent[0] != '\0') {
        json_set_str(segment, "parent_id", parent);
    }
    json_set(segment, "start_time", unix_seconds(begun_us, apart_us));
    json_set(segment, "end_time", unix_seconds(clock_monotonic_us(), apart_us));
    json_set(segment, "annotations", annotations(run));
    json_set(segment, "subsegments", subsegments(phases, apart_us, random + 20));
    if (run->outcome == RUN_FAILED) {
        json_set_bool(segment, err_retried(run->err.kind) ? "fault" : "error", true);
    }
    return segment;
}

void trace_send(const struct trace *trace, const struct run *run, const struct phases *phases,
                uint64_t begun_us)
{
    CLEANUP(json_releasep) struct json_object *segment = NULL;
    CLEANUP(buf_release) struct buf datagram = BUF_INIT(SEGMENT_MAX_BYTES);
    uint8_t random[32];

    if (trace->fd < 0) {
        return;
    }
    digest_random(random, sizeof random);
    segment = trace_segment(trace->name, run, phases, begun_us, random);
    if (segment == NULL) {
        return;
    }
    buf_add_str(&datagram, DAEMON_HEADER);
    json_write(segment, &datagram);
    if (!datagram.overflowed && send(trace->fd, datagram.data, datagram.len, MSG_NOSIGNAL) < 0) {
        return; /* tracing is never a reason to fail */
    }
}
