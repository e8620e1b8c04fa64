/*
 * A file or standard input as a source. Standard input that is a regular file is read like one; a
 * pipe is read in bounded memory: its beginning and the last few megabytes that came by are kept,
 * and nothing is read before it is asked for.
 */
#ifndef BASE_FILE_IN_H
#define BASE_FILE_IN_H

#include "base/def.h"
#include "base/err.h"
#include "base/source.h"

struct file_in {
    struct source source;
    int fd; /* -1 in an empty one; standard input is not closed */
};

/* path "-": standard input. ERR_IO when it cannot be read, or is neither a regular file nor
 * standard input. */
MUST_CHECK int file_in_open(const char *path, struct file_in *out, struct err *err);
void file_in_release(struct file_in *in);

/* Over a pipe, whose descriptor stays the caller's. What lies further back than is kept reads as
 * the end of the object. size is SOURCE_SIZE_UNKNOWN. */
#define PIPE_HEAD_BYTES (1024 * 1024)
#define PIPE_TAIL_BYTES (6 * 1024 * 1024)
struct source source_pipe(int fd);

#endif
