#include "task/health.h"

#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/mem.h"

#define MAX_WORKERS    32 /* of one activity on one host */
#define MAX_SLOTS      256
#define ANSWER_BYTES   512
#define ASK_TIMEOUT_MS 2000

bool health_judge(const struct health_slot *slots, size_t n, uint64_t now_ms, char *why,
                  size_t why_size)
{
    snprintf(why, why_size, "well");
    for (size_t i = 0; i < n; i++) {
        uint64_t unpolled_ms = now_ms - slots[i].polled_ms;
        uint64_t busy_ms = now_ms - slots[i].since_ms;

        if (slots[i].state == SLOT_POLLING && unpolled_ms > HEALTH_POLL_MAX_MS) {
            snprintf(why, why_size, "slot %zu: no poll came back for %" PRIu64 " s", i,
                     unpolled_ms / 1000);
            return false;
        }
        if (slots[i].state == SLOT_BUSY && busy_ms > HEALTH_TASK_MAX_MS) {
            snprintf(why, why_size, "slot %zu: at one task for %" PRIu64 " s", i, busy_ms / 1000);
            return false;
        }
    }
    return true;
}

/* "\0ingest-<activity's digest>-<number>": abstract, so it ends with the process. */
static socklen_t socket_address(const char *activity_arn, unsigned number, struct sockaddr_un *out)
{
    uint8_t digest[SHA256_BYTES];
    char hex[17];
    int n;

    digest_sha256(span_str(activity_arn), digest);
    digest_hex(digest, 8, hex);
    *out = (struct sockaddr_un){ .sun_family = AF_UNIX };
    n = snprintf(out->sun_path + 1, sizeof out->sun_path - 1, "ingest-%s-%u", hex, number);
    return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + (size_t)n);
}

int health_listen(const char *activity_arn)
{
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

    for (unsigned number = 0; fd >= 0 && number < MAX_WORKERS; number++) {
        struct sockaddr_un address;
        socklen_t len = socket_address(activity_arn, number, &address);

        if (bind(fd, (struct sockaddr *)&address, len) == 0) {
            if (listen(fd, 8) == 0) {
                return fd;
            }
            break;
        }
    }
    if (fd >= 0) {
        close(fd);
    }
    return -1;
}

void health_answer(int fd, struct slot *slots, size_t n)
{
    struct health_slot seen[MAX_SLOTS];
    CLEANUP(json_releasep) struct json_object *answer = json_new_object();
    CLEANUP(buf_release) struct buf text = BUF_INIT(ANSWER_BYTES);
    char why[128];
    int peer = accept4(fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);

    if (peer < 0) {
        return;
    }
    n = n < MAX_SLOTS ? n : MAX_SLOTS;
    for (size_t i = 0; i < n; i++) {
        pthread_mutex_lock(&slots[i].lock);
        seen[i] = (struct health_slot){ slots[i].state, slots[i].since_ms, slots[i].polled_ms };
        pthread_mutex_unlock(&slots[i].lock);
    }
    json_set_bool(answer, "healthy", health_judge(seen, n, clock_monotonic_ms(), why, sizeof why));
    json_set_str(answer, "why", why);
    json_set_u64(answer, "slots", n);
    json_write(answer, &text);
    if (send(peer, text.data, text.len, MSG_NOSIGNAL) < 0) {
        /* who asked has gone */
    }
    close(peer);
}

enum answer { ANSWER_NOBODY, ANSWER_WELL, ANSWER_ILL };

/* A process of somebody else may hold the name: only our own user's word counts. */
static bool is_ours(int fd)
{
    struct ucred peer;
    socklen_t len = sizeof peer;

    return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &len) == 0 &&
           (peer.uid == getuid() || getuid() == 0);
}

static enum answer read_answer(int fd)
{
    CLEANUP(json_releasep) struct json_object *answer = NULL;
    char text[ANSWER_BYTES];
    struct pollfd ready = { .fd = fd, .events = POLLIN };
    ssize_t n = poll(&ready, 1, ASK_TIMEOUT_MS) == 1 ? recv(fd, text, sizeof text, 0) : -1;
    struct err err;

    if (n <= 0 || !is_ours(fd) ||
        json_parse((struct span){ (const uint8_t *)text, (size_t)n }, &answer, &err) != 0) {
        printf("{\"healthy\":false,\"why\":\"no answer\"}\n");
        return ANSWER_ILL;
    }
    printf("%.*s\n", (int)n, text);
    return json_to_bool(json_member(answer, "healthy")) ? ANSWER_WELL : ANSWER_ILL;
}

static enum answer ask(const char *activity_arn, unsigned number)
{
    struct sockaddr_un address;
    socklen_t len = socket_address(activity_arn, number, &address);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    enum answer answer = ANSWER_NOBODY;

    if (fd < 0) {
        return ANSWER_ILL;
    }
    if (connect(fd, (struct sockaddr *)&address, len) == 0) {
        answer = read_answer(fd);
    }
    close(fd);
    return answer;
}

int health_check(const char *activity_arn)
{
    unsigned count[3] = { 0 };

    for (unsigned number = 0; number < MAX_WORKERS; number++) {
        count[ask(activity_arn, number)]++;
    }
    if (count[ANSWER_WELL] + count[ANSWER_ILL] == 0) {
        printf("{\"healthy\":false,\"why\":\"no worker runs\"}\n");
    }
    return count[ANSWER_WELL] > 0 && count[ANSWER_ILL] == 0 ? 0 : 1;
}
