/*
 * For builds with -DCOVERAGE=ON alone: writes the counts of a process that cannot, because its lock
 * lets no file be opened, because it leaves by _exit(), or because it was killed. Before main() a
 * second process is started over the same memory; it sleeps until the first one has ended, and then
 * writes what was counted there. It begins before any lock or limit, so none holds for it, and the
 * program that is measured has no line for it.
 */
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

#define STACK_BYTES   (256 * 1024)
#define WRITE_SECONDS 20 /* a lock of malloc may have been held when the end came */

extern void __gcov_dump(void); /* libgcov; does nothing where exit() has written them already */

static char stack[STACK_BYTES] __attribute__((aligned(16)));
static atomic_bool apart; /* it has left the files and the session of the other one */

/* Until the other process is gone, its thread storage is in use: only system calls that succeed. */
static int wait_and_write(void *argument)
{
    struct pollfd end = { .fd = *(const int *)argument, .events = POLLIN };

    (void)setsid(); /* what is sent to the worker's group is not meant for this one */
    if (end.fd > 0) {
        (void)close_range(0, (unsigned)end.fd - 1, 0); /* nobody waits for a pipe held here */
    }
    (void)close_range((unsigned)end.fd + 1, ~0u, 0);
    atomic_store(&apart, true);
    while (poll(&end, 1, -1) != 1) {
    }
    alarm(WRITE_SECONDS);
    __gcov_dump();
    _exit(0);
}

__attribute__((constructor)) static void start_witness(void)
{
    static int ended;
    int folder = open(".", O_PATH | O_CLOEXEC);

    ended = (int)syscall(SYS_pidfd_open, getpid(), 0);
    if (ended >= 0) {
        /* It never stands in the program's folder, and no signal tells of its end: it is no child
         * that anybody looks or waits for. */
        int moved = folder >= 0 ? chdir("/") : -1;
        pid_t witness = clone(wait_and_write, stack + sizeof stack, CLONE_VM, &ended);

        while (witness > 0 && !atomic_load(&apart)) {
            sched_yield();
        }
        if (moved == 0) {
            (void)!fchdir(folder);
        }
        close(ended);
    }
    if (folder >= 0) {
        close(folder);
    }
}
