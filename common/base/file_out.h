/*
 * A file that is there whole or not at all: written without a name in the same folder, given a
 * temporary name and renamed when it is complete. A run that dies leaves nothing. What stands there
 * already and is no regular file (a device, a FIFO) is written to as it is.
 */
#ifndef BASE_FILE_OUT_H
#define BASE_FILE_OUT_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"

struct file_out {
    char *path;      /* NULL: none */
    char *temporary; /* the name that it has until then, NULL: none */
    int fd;
    bool in_place; /* no regular file */
};

/* All errors: ERR_IO that names the path and the reason ("No space left on device"). */
MUST_CHECK int file_out_open(const char *path, struct file_out *out, struct err *err);
MUST_CHECK int file_out_write(struct file_out *out, struct span bytes, struct err *err);

/* The file is there under its name from here on, and out is empty. */
MUST_CHECK int file_out_commit(struct file_out *out, struct err *err);
void file_out_release(struct file_out *out); /* not committed: nothing is left */
DEFINE_TAKE(file_out)

/* Takes the place of a descriptor of 0 to 2 that is closed, so that no file or socket of ours gets
 * its number; reading it and writing to it fail as before. Called first in main. */
void file_open_standard(void);

/* All of bytes to an open descriptor (standard output); what names it in the error. */
MUST_CHECK int file_write_all(int fd, struct span bytes, const char *what, struct err *err);

#endif
