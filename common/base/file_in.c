#include "base/file_in.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

#define BLOCK_BYTES ((size_t)64 * 1024)
#define HEAD_BLOCKS (PIPE_HEAD_BYTES / BLOCK_BYTES)
#define TAIL_BLOCKS (PIPE_TAIL_BYTES / BLOCK_BYTES)

struct pipe {
    int fd;
    bool ended;
    uint64_t len;                               /* what has come by */
    uint8_t *blocks[HEAD_BLOCKS + TAIL_BLOCKS]; /* the head, then a ring */
};

static size_t slot_of(uint64_t block)
{
    return block < HEAD_BLOCKS ? (size_t)block
                               : HEAD_BLOCKS + (size_t)((block - HEAD_BLOCKS) % TAIL_BLOCKS);
}

/* Reads on within the block that is being filled. */
static int read_on(struct pipe *pipe, struct err *err)
{
    uint64_t block = pipe->len / BLOCK_BYTES;
    size_t used = (size_t)(pipe->len % BLOCK_BYTES);
    uint8_t **at = &pipe->blocks[slot_of(block)];
    ssize_t n;

    if (*at == NULL) {
        *at = mem_alloc(BLOCK_BYTES);
    }
    do {
        n = read(pipe->fd, *at + used, BLOCK_BYTES - used);
    } while (n < 0 && errno == EINTR);
    if (n < 0) {
        return err_set(err, ERR_IO, "cannot read standard input: %s", strerror(errno));
    }
    pipe->ended = n == 0;
    pipe->len += (uint64_t)n;
    return 0;
}

static bool is_kept(const struct pipe *pipe, uint64_t block)
{
    uint64_t newest = pipe->len / BLOCK_BYTES;

    return block < HEAD_BLOCKS || block + TAIL_BLOCKS > newest;
}

static int pipe_read(void *ctx, uint64_t offset, void *out, size_t len, size_t *got,
                     struct err *err)
{
    struct pipe *pipe = ctx;

    *got = 0;
    while (*got < len) {
        uint64_t at = offset + *got, block = at / BLOCK_BYTES;
        size_t n;

        while (!pipe->ended && pipe->len <= at) {
            TRY(read_on(pipe, err));
        }
        if (pipe->len <= at || !is_kept(pipe, block)) {
            return 0;
        }
        n = BLOCK_BYTES - (size_t)(at % BLOCK_BYTES);
        n = n < pipe->len - at ? n : (size_t)(pipe->len - at);
        n = n < len - *got ? n : len - *got;
        memcpy((uint8_t *)out + *got, pipe->blocks[slot_of(block)] + at % BLOCK_BYTES, n);
        *got += n;
    }
    return 0;
}

static void pipe_release(void *ctx)
{
    struct pipe *pipe = ctx;

    for (size_t i = 0; i < ARRAY_LEN(pipe->blocks); i++) {
        mem_free(pipe->blocks[i]);
    }
    mem_free(pipe);
}

static const struct source_ops pipe_ops = { pipe_read, NULL, pipe_release };

struct source source_pipe(int fd)
{
    struct pipe *pipe = mem_zalloc(sizeof *pipe);

    pipe->fd = fd;
    return (struct source){ &pipe_ops, pipe, SOURCE_SIZE_UNKNOWN };
}

static bool is_regular(int fd)
{
    struct stat st;

    return fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
}

int file_in_open(const char *path, struct file_in *out, struct err *err)
{
    struct file_in in = { .fd = STDIN_FILENO };

    if (strcmp(path, "-") != 0) {
        in.fd = TEMP_FAILURE_RETRY(open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    }
    if (in.fd < 0) {
        return err_set(err, ERR_IO, "cannot read '%s': %s", path, strerror(errno));
    }
    if (in.fd == STDIN_FILENO && !is_regular(in.fd)) {
        in.source = source_pipe(in.fd);
    } else if (source_file(in.fd, &in.source, err) != 0) {
        file_in_release(&in);
        return err_prefix(err, "cannot read '%s'", path);
    }
    *out = in;
    return 0;
}

void file_in_release(struct file_in *in)
{
    source_release(&in->source);
    if (in->fd > STDIN_FILENO) {
        close(in->fd);
    }
    in->fd = -1;
}
