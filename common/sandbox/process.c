#include "sandbox/process.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "sandbox/message.h"

#define FIRST_FREE_FD (SANDBOX_FD_OBJECT + 1)
#define PIPE_BYTES    (1024 * 1024) /* what an unprivileged pipe may hold: fewer turns */
#define END_WAIT_MS   200

static void close_fd(int *fd)
{
    if (*fd >= 0) {
        close(*fd);
    }
    *fd = -1;
}

/* The ends that the child gets. */
struct child_ends {
    int in, out, object, complaints;
};

static void close_child_ends(struct child_ends *ends)
{
    close_fd(&ends->in);
    close_fd(&ends->out);
    close_fd(&ends->object);
}

/* dup2() in the child must not run over a descriptor that is still to be copied. */
static int keep_clear(int *fd)
{
    int moved;

    if (*fd < 0 || *fd >= FIRST_FREE_FD) {
        return *fd < 0 ? -1 : 0;
    }
    moved = fcntl(*fd, F_DUPFD_CLOEXEC, FIRST_FREE_FD);
    close_fd(fd);
    *fd = moved;
    return moved < 0 ? -1 : 0;
}

static int make_pipe(int *read_end, int *write_end)
{
    int ends[2];

    if (pipe2(ends, O_CLOEXEC) != 0) {
        return -1;
    }
    *read_end = ends[0];
    *write_end = ends[1];
    (void)fcntl(*write_end, F_SETPIPE_SZ, PIPE_BYTES); /* refused: it works, with more turns */
    return 0;
}

/* A second, read-only description of the memory file: the first one can write. */
static int reopen_to_read(int fd)
{
    char path[40];

    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    return open(path, O_RDONLY | O_CLOEXEC);
}

static int make_object(struct process *process, struct child_ends *child)
{
    process->object = memfd_create("object", MFD_CLOEXEC);
    child->object = process->object < 0 ? -1 : reopen_to_read(process->object);
    return keep_clear(&child->object);
}

static int make_ends(bool for_pictures, struct process *process, struct child_ends *child)
{
    TRY(make_pipe(&child->in, &process->to));
    TRY(make_pipe(&process->from, &child->out));
    if (for_pictures) {
        TRY(make_object(process, child));
    }
#ifdef SANITIZED
    process->complaints = memfd_create("complaints", MFD_CLOEXEC);
    child->complaints = process->complaints;
    TRY(keep_clear(&process->complaints));
    child->complaints = process->complaints;
#endif
    TRY(keep_clear(&child->in));
    TRY(keep_clear(&child->out));
    TRY(fcntl(process->to, F_SETFL, O_NONBLOCK));
    return fcntl(process->from, F_SETFL, O_NONBLOCK);
}

static int set_up_files(posix_spawn_file_actions_t *actions, const struct child_ends *child)
{
    int failed = 0;

    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        failed |= posix_spawn_file_actions_addopen(actions, fd, "/dev/null", O_RDWR, 0);
    }
    if (child->complaints >= 0) {
        failed |= posix_spawn_file_actions_adddup2(actions, child->complaints, STDERR_FILENO);
    }
    failed |= posix_spawn_file_actions_adddup2(actions, child->in, SANDBOX_FD_IN);
    failed |= posix_spawn_file_actions_adddup2(actions, child->out, SANDBOX_FD_OUT);
    if (child->object >= 0) {
        failed |= posix_spawn_file_actions_adddup2(actions, child->object, SANDBOX_FD_OBJECT);
    }
    failed |= posix_spawn_file_actions_addclosefrom_np(
        actions, child->object >= 0 ? FIRST_FREE_FD : SANDBOX_FD_OBJECT);
    return failed;
}

/* Ctrl-C at a terminal goes to the whole group: the worker decides what becomes of its decoder. */
static int set_up_signals(posix_spawnattr_t *attributes)
{
    sigset_t masked, preset;

    sigemptyset(&masked);
    sigaddset(&masked, SIGINT);
    sigaddset(&masked, SIGTERM);
    sigaddset(&masked, SIGHUP);
    sigaddset(&masked, SIGQUIT);
    sigfillset(&preset);
    return posix_spawnattr_setsigmask(attributes, &masked) |
           posix_spawnattr_setsigdefault(attributes, &preset) |
           posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

static int spawn(const char *executable, bool for_pictures, const struct child_ends *child,
                 pid_t *pid)
{
    char name[] = "image-sandbox", no_picture[] = MESSAGE_NO_PICTURE;
    char *const argv[] = { name, for_pictures ? NULL : no_picture, NULL };
    char *const environment[] = { NULL };
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int failed;

    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    failed = set_up_files(&actions, child) | set_up_signals(&attributes);
    if (failed == 0) {
        failed = posix_spawn(pid, executable, &actions, &attributes, argv, environment);
    }
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

static bool is_shortage(int number)
{
    return number == EAGAIN || number == ENOMEM || number == EMFILE || number == ENFILE ||
           number == EINTR;
}

static int refuse(struct process *process, int number, struct err *err)
{
    process_release(process);
    return err_set(err, is_shortage(number) ? ERR_TRANSIENT : ERR_INTERNAL,
                   "cannot start the decoder process: %s", strerror(number));
}

int process_start(const char *executable, bool for_pictures, struct process *out, struct err *err)
{
    struct process process = { 0, -1, -1, -1, -1 };
    struct child_ends child = { -1, -1, -1, -1 };
    int number = 0;

    if (make_ends(for_pictures, &process, &child) != 0) {
        number = errno;
    } else {
        number = spawn(executable, for_pictures, &child, &process.pid);
        process.pid = number == 0 ? process.pid : 0;
    }
    close_child_ends(&child);
    if (number != 0) {
        return refuse(&process, number, err);
    }
    *out = process;
    return 0;
}

bool process_is_alive(struct process *process)
{
    int status;

    if (process->pid <= 0) {
        return false;
    }
    if (waitpid(process->pid, &status, WNOHANG) == 0) {
        return true;
    }
    process->pid = 0;
    return false;
}

/* Gives the wait status. One that has already ended keeps the status that it ended with. */
static int end(struct process *process)
{
    int status = 0;

    if (process->pid > 0) {
        kill(process->pid, SIGKILL);
        while (waitpid(process->pid, &status, 0) < 0 && errno == EINTR) {
        }
    }
    process->pid = 0;
    return status;
}

static void close_all(struct process *process)
{
    close_fd(&process->to);
    close_fd(&process->from);
    close_fd(&process->object);
    close_fd(&process->complaints);
}

pid_t process_dismiss(struct process *process)
{
    pid_t pid = process->pid;

    if (process->to == 0 && process->from == 0) {
        return 0; /* { 0 } */
    }
    if (pid > 0) {
        kill(pid, SIGKILL);
    }
    close_all(process);
    *process = (struct process){ 0 };
    return pid;
}

void process_reap(pid_t pid)
{
    while (pid > 0 && waitpid(pid, NULL, 0) < 0 && errno == EINTR) {
    }
}

void process_release(struct process *process)
{
    process_reap(process_dismiss(process));
}

static int over_memory(const struct process_limits *limits, const char *how, struct err *err)
{
    err_set(err, ERR_LIMIT,
            "the decoder %s: its memory is limited to %" PRIu64
            " MiB (INGEST_MAX_DECODE_MEMORY_MIB)",
            how, limits->memory_mib);
    if (err != NULL) {
        snprintf(err->setting, sizeof err->setting, "INGEST_MAX_DECODE_MEMORY_MIB");
    }
    return -1;
}

static int complained(struct process *process, struct err *err)
{
    char text[768];
    ssize_t n = process->complaints >= 0 ? pread(process->complaints, text, sizeof text - 1, 0) : 0;

    if (n <= 0) {
        return 0;
    }
    text[n] = '\0';
    return err_set(err, ERR_INTERNAL, "the decoder wrote on standard error: %s", text);
}

static int judge(int status, const struct process_limits *limits, struct err *err)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == SANDBOX_EXIT_MEMORY) {
        return over_memory(limits, "was refused memory", err);
    }
    if (WIFEXITED(status)) {
        return err_set(err, ERR_MALFORMED, "the decoder ended with status %d and no answer",
                       WEXITSTATUS(status));
    }
    if (WTERMSIG(status) == SIGXCPU) {
        return err_limit(err, "INGEST_MAX_DECODE_SECONDS", limits->wall_seconds,
                         limits->wall_seconds + 1, "decoding took too many seconds");
    }
    if (WTERMSIG(status) == SIGKILL) { /* not ours: the kernel's, when memory runs out */
        over_memory(limits, "was killed", err);
        return err_code(err, "DecoderKilled");
    }
    return err_set(err, ERR_MALFORMED, "the decoder died of it: signal %d (%s)", WTERMSIG(status),
                   sigabbrev_np(WTERMSIG(status)) != NULL ? sigabbrev_np(WTERMSIG(status)) : "?");
}

/* Its pipe is at its end, so it is ending by itself: a kill would hide why. But not for long. */
static int wait_for_end(struct process *process)
{
    int status = 0;

    for (unsigned ms = 0; ms < END_WAIT_MS; ms++) {
        if (process->pid <= 0 || waitpid(process->pid, &status, WNOHANG) != 0) {
            process->pid = 0;
            return status;
        }
        clock_sleep_ms(1);
    }
    end(process);
    return 0;
}

int process_why(struct process *process, const struct process_limits *limits, struct err *err)
{
    int status = wait_for_end(process);

    if (complained(process, err) == 0) {
        judge(status, limits, err);
    }
    process_release(process);
    return -1;
}
