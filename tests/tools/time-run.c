/*
 * Runs a command once and prints what it took: wall and processor microseconds (with its children)
 * and the KiB of its largest process. For tests/bench/metadata.py: started from here, a process
 * has neither the start-up nor the memory of an interpreter in its figures.
 *   time-run COMMAND [ARGUMENT…]      its output and its messages go nowhere
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"

static unsigned long long microseconds(struct timeval time)
{
    return (unsigned long long)time.tv_sec * 1000000 + (unsigned long long)time.tv_usec;
}

int main(int argc, char **argv)
{
    posix_spawn_file_actions_t actions;
    struct rusage used;
    uint64_t began, ended;
    int failed, status;
    pid_t pid;

    if (argc < 2) {
        fprintf(stderr, "usage: time-run COMMAND [ARGUMENT...]\n");
        return 64;
    }
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    began = clock_monotonic_us();
    failed = posix_spawnp(&pid, argv[1], &actions, NULL, argv + 1, environ);
    if (failed != 0) {
        fprintf(stderr, "%s: %s\n", argv[1], strerror(failed));
        return 70;
    }
    wait4(pid, &status, 0, &used);
    ended = clock_monotonic_us();
    printf("%llu %llu %ld\n", (unsigned long long)(ended - began),
           microseconds(used.ru_utime) + microseconds(used.ru_stime), used.ru_maxrss);
    posix_spawn_file_actions_destroy(&actions);
    return 0;
}
