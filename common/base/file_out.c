#include "base/file_out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

#define MODE 0666 /* the umask takes away */

static int fail(const char *path, struct err *err)
{
    return err_set(err, ERR_IO, "cannot write '%s': %s", path, strerror(errno));
}

/* ".ingest-" and 16 hex digits in the folder of path. */
static char *temporary_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    int folder_len = slash != NULL ? (int)(slash - path) + 1 : 0;
    uint64_t random = 0;

    if (getrandom(&random, sizeof random, 0) != (ssize_t)sizeof random) {
        random = (uint64_t)getpid(); /* a name that is taken is refused by link and open */
    }
    return mem_printf("%.*s.ingest-%016llx", folder_len, path, (unsigned long long)random);
}

/* A file without a name where the file system has them, else one with a temporary name. */
static int open_temporary(struct file_out *out)
{
    const char *slash = strrchr(out->path, '/');
    CLEANUP(mem_freep)
    char *folder = slash == NULL        ? mem_strdup(".")
                   : slash == out->path ? mem_strdup("/")
                                        : mem_strndup(out->path, (size_t)(slash - out->path));

    out->fd = TEMP_FAILURE_RETRY(open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, MODE));
    if (out->fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL)) {
        out->temporary = temporary_name(out->path);
        out->fd = open(out->temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, MODE);
        if (out->fd < 0) {
            mem_free(out->temporary);
            out->temporary = NULL;
        }
    }
    return out->fd < 0 ? -1 : 0;
}

int file_out_open(const char *path, struct file_out *out, struct err *err)
{
    CLEANUP(file_out_release) struct file_out file = { .fd = -1 };
    struct stat st;
    char *resolved;
    size_t len = strlen(path);

    if (len == 0 || path[len - 1] == '/') {
        errno = len == 0 ? ENOENT : EISDIR;
        return fail(path, err);
    }
    resolved = realpath(path, NULL); /* a link to a file stays a link */
    file.path = mem_strdup(resolved != NULL ? resolved : path);
    free(resolved);
    if (stat(file.path, &st) == 0 && !S_ISREG(st.st_mode)) {
        file.in_place = true;
        file.fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
        if (file.fd < 0) {
            return fail(path, err);
        }
    } else if (open_temporary(&file) != 0) {
        return fail(path, err);
    }
    *out = file_out_take(&file);
    return 0;
}

void file_open_standard(void)
{
    int fd;

    do {
        fd = open("/dev/null", O_PATH);
    } while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd > STDERR_FILENO) {
        close(fd);
    }
}

int file_write_all(int fd, struct span bytes, const char *what, struct err *err)
{
    while (bytes.len > 0) {
        ssize_t n = write(fd, bytes.data, bytes.len);

        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return fail(what, err);
        }
        bytes = span_from(bytes, (size_t)n);
    }
    return 0;
}

int file_out_write(struct file_out *out, struct span bytes, struct err *err)
{
    return file_write_all(out->fd, bytes, out->path, err);
}

/* Gives the file without a name its temporary one. */
static int link_temporary(struct file_out *out)
{
    char *name = temporary_name(out->path);
    char self[40];

    snprintf(self, sizeof self, "/proc/self/fd/%d", out->fd);
    if (linkat(AT_FDCWD, self, AT_FDCWD, name, AT_SYMLINK_FOLLOW) != 0) {
        mem_free(name);
        return -1;
    }
    out->temporary = name;
    return 0;
}

int file_out_commit(struct file_out *out, struct err *err)
{
    int fd = out->fd;

    if (!out->in_place && out->temporary == NULL && link_temporary(out) != 0) {
        return fail(out->path, err);
    }
    out->fd = -1;
    if (close(fd) != 0 && errno != EINTR) {
        return fail(out->path, err);
    }
    if (!out->in_place && rename(out->temporary, out->path) != 0) {
        return fail(out->path, err);
    }
    mem_free(out->temporary);
    out->temporary = NULL;
    file_out_release(out);
    return 0;
}

void file_out_release(struct file_out *out)
{
    if (out->path == NULL) {
        return;
    }
    if (out->fd >= 0) {
        close(out->fd);
    }
    if (out->temporary != NULL) {
        unlink(out->temporary);
    }
    mem_free(out->temporary);
    mem_free(out->path);
    *out = (struct file_out){ .fd = -1 };
}
