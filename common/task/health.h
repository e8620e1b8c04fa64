/*
 * Health: the running worker answers on an abstract UNIX socket (nothing on a disk, so that a
 * read-only root is fine), named after the activity; --check-health of any of the executables in
 * the same container asks there, so that one health check does for an image of all three. Several
 * workers of one activity on one host stand side by side under numbers.
 */
#ifndef TASK_HEALTH_H
#define TASK_HEALTH_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"
#include "task/slot.h"

#define HEALTH_POLL_MAX_MS (150 * 1000) /* a poll comes back within 70 s */
#define HEALTH_TASK_MAX_MS (900 * 1000) /* over every TimeoutSeconds of the state machine */

/* One slot as it stands. */
struct health_slot {
    enum slot_state state;
    uint64_t since_ms, polled_ms;
};

/* Pure: whether all is well, and where not, why ("slot 1: no poll came back for 151 s"). */
bool health_judge(const struct health_slot *slots, size_t n, uint64_t now_ms, char *why,
                  size_t why_size);

/* The listening socket; -1 where there is none to be had (then the worker runs without). */
int health_listen(const char *activity_arn);

/* Answers one question that waits at the socket. */
void health_answer(int fd, struct slot *slots, size_t n);

/* Asks every worker of this activity on this host; gives the exit status, 0 when there is one and
 * all are well, and prints what they answered. */
int health_check(const char *activity_arn);

#endif
