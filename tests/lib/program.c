#include "lib/program.h"

#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "lib/unit.h"

#define MAX_OUTPUT ((size_t)8 * 1024 * 1024)
#define AWAIT_MS   5000

static void find_beside(const char *name, char path[PATH_MAX])
{
    ssize_t n = readlink("/proc/self/exe", path, PATH_MAX - 64);

    assert_true(n > 0);
    path[n] = '\0';
    snprintf(strrchr(path, '/') + 1, 64, "%s", name);
}

static int input_of(struct span input)
{
    int ends[2];

    if (input.data == NULL) {
        return open("/dev/null", O_RDONLY | O_CLOEXEC);
    }
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    (void)fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
    assert_int_equal(write(ends[1], input.data, input.len), input.len);
    close(ends[1]);
    return ends[0];
}

void program_start(const struct program_call *call, struct program *out)
{
    char path[PATH_MAX];
    posix_spawn_file_actions_t actions;
    int in = input_of(call->input);

    *out = (struct program){ .out = BUF_INIT(MAX_OUTPUT), .errors = BUF_INIT(MAX_OUTPUT) };
    out->out_fd = memfd_create("out", MFD_CLOEXEC);
    out->errors_fd = memfd_create("errors", MFD_CLOEXEC);
    find_beside(call->words[0], path);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out->out_fd, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out->errors_fd, STDERR_FILENO);
    assert_int_equal(posix_spawn(&out->pid, path, &actions, NULL, (char *const *)call->words,
                                 (char *const *)call->variables),
                     0);
    posix_spawn_file_actions_destroy(&actions);
    close(in);
}

static void read_all(int fd, struct buf *out)
{
    struct stat st;
    ssize_t n;

    assert_int_equal(fstat(fd, &st), 0);
    buf_clear(out);
    n = pread(fd, buf_reserve(out, (size_t)st.st_size), (size_t)st.st_size, 0);
    buf_grown(out, n > 0 ? (size_t)n : 0);
}

void program_wait(struct program *program)
{
    int status;

    assert_int_equal(waitpid(program->pid, &status, 0), program->pid);
    program->status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    program->pid = 0;
    read_all(program->out_fd, &program->out);
    read_all(program->errors_fd, &program->errors);
}

void program_run(const struct program_call *call, struct program *out)
{
    program_start(call, out);
    program_wait(out);
}

void program_await(struct program *program, const char *text)
{
    for (uint64_t end_ms = clock_monotonic_ms() + AWAIT_MS; clock_monotonic_ms() < end_ms;) {
        read_all(program->errors_fd, &program->errors);
        if (strstr(buf_cstr(&program->errors), text) != NULL) {
            return;
        }
        clock_sleep_ms(2);
    }
    fail_msg("'%s' is not in: %s", text, buf_cstr(&program->errors));
}

void program_release(struct program *program)
{
    close(program->out_fd);
    close(program->errors_fd);
    buf_release(&program->out);
    buf_release(&program->errors);
}
