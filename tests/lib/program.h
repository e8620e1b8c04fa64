/* Runs the executables of this build: for unit tests of what only a whole program does. */
#ifndef TESTS_LIB_PROGRAM_H
#define TESTS_LIB_PROGRAM_H

#include <sys/types.h>

#include "base/buf.h"

#define PROGRAM_WORDS 16

/* What is run: NULL ends each list. The first word is the executable's name, beside the test's own.
 * Variables are all that it gets. */
struct program_call {
    const char *words[PROGRAM_WORDS];
    const char *variables[PROGRAM_WORDS];
    struct span input; /* its standard input, a pipe; a NULL pointer: /dev/null */
};

struct program {
    pid_t pid;
    int out_fd, errors_fd;
    int status; /* exit status, or minus the signal that ended it */
    struct buf out, errors;
};

void program_start(const struct program_call *call, struct program *out);
void program_wait(struct program *program); /* fills status, out and errors */
void program_release(struct program *program);

/* Both. */
void program_run(const struct program_call *call, struct program *out);

/* What it has said so far is waited for, five seconds at most; fails the test where it never comes.
 */
void program_await(struct program *program, const char *text);

#endif
