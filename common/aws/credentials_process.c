#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "aws/credentials_providers.h"
#include "base/clock.h"
#include "base/mem.h"

#define MAX_WORDS     64
#define TIME_LIMIT_MS 30000

extern char **environ;

/* The words of a command, in one block of text. */
struct words {
    char *text;
    char *at[MAX_WORDS + 1];
    size_t n;
};

static void words_release(struct words *words)
{
    mem_free(words->text);
}

/* Copies one word to *to, its quotes taken off; false for a quote that is not closed. */
static bool take_word(const char **from, char **to)
{
    char quote = '\0';

    for (; **from != '\0' && (quote != '\0' || strchr(" \t", **from) == NULL); (*from)++) {
        if (quote == '\0' && (**from == '\'' || **from == '"')) {
            quote = **from;
        } else if (quote != '\0' && **from == quote) {
            quote = '\0';
        } else {
            if (**from == '\\' && quote != '\'' && (*from)[1] != '\0') {
                (*from)++;
            }
            *(*to)++ = **from;
        }
    }
    *(*to)++ = '\0';
    return quote == '\0';
}

static int split(const char *command, struct words *out, struct err *err)
{
    char *to = out->text = mem_alloc(2 * strlen(command) + 2);

    for (;;) {
        command += strspn(command, " \t");
        if (*command == '\0') {
            break;
        }
        if (out->n == MAX_WORDS) {
            return err_set(err, ERR_USAGE, "credential_process has over %d words", MAX_WORDS);
        }
        out->at[out->n++] = to;
        if (!take_word(&command, &to)) {
            return err_set(err, ERR_USAGE, "credential_process has a quote that is not closed");
        }
    }
    return out->n > 0 ? 0 : err_set(err, ERR_USAGE, "credential_process is empty");
}

/* Its standard output is ours; it reads nothing, and what it says on standard error might hold a
 * secret. */
static int start(char **words, int out_fd, pid_t *pid, struct err *err)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t defaults, none;
    int failed;

    sigemptyset(&none);
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, out_fd, 1);
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    failed = posix_spawnp(pid, words[0], &files, &attributes, words, environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    return failed == 0 ? 0
                       : err_set(err, ERR_USAGE, "cannot run credential_process '%s': %s", words[0],
                                 strerror(failed));
}

/* Reads until the end of the pipe, the cap or the time limit. */
static int collect(int fd, struct buf *out, struct err *err)
{
    uint64_t until_ms = clock_monotonic_ms() + TIME_LIMIT_MS;
    uint8_t piece[4096];

    while (clock_monotonic_ms() < until_ms) {
        struct pollfd ready = { fd, POLLIN, 0 };
        ssize_t got = poll(&ready, 1, 1000) > 0 ? read(fd, piece, sizeof piece) : -1;

        if (got == 0) {
            mem_wipe(piece, sizeof piece);
            return 0;
        }
        if (got > 0) {
            buf_add(out, piece, (size_t)got);
            TRY(buf_check(out, "output of credential_process", err));
        }
    }
    return err_set(err, ERR_USAGE, "credential_process took over %d s", TIME_LIMIT_MS / 1000);
}

static int reap(pid_t pid, bool end_it, struct err *err)
{
    int status = 0;

    if (end_it) {
        kill(pid, SIGKILL);
    }
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    if (end_it) {
        return -1;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0
               ? 0
               : err_set(err, ERR_USAGE, "credential_process ended with status %d",
                         WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

static int run(char **words, struct buf *out, struct err *err)
{
    int pipe_fds[2], result;
    pid_t pid = -1;

    if (pipe2(pipe_fds, O_CLOEXEC) != 0) {
        return err_set(err, ERR_TRANSIENT, "cannot make a pipe: %s", strerror(errno));
    }
    result = start(words, pipe_fds[1], &pid, err);
    close(pipe_fds[1]);
    if (result == 0) {
        result = collect(pipe_fds[0], out, err);
        result = reap(pid, result != 0, err);
    }
    close(pipe_fds[0]);
    return result;
}

int provider_process(const char *command, struct credentials *out, struct err *err)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(PROVIDER_MAX_ANSWER_BYTES);
    CLEANUP(words_release) struct words words = { 0 };
    int result;

    TRY(split(command, &words, err));
    result = run(words.at, &text, err);
    if (result == 0) {
        result =
            provider_parse_json("credential_process", buf_span(&text), "SessionToken", out, err);
    }
    if (text.data != NULL) {
        mem_wipe(text.data, text.len);
    }
    return result;
}
