#include "sandbox/font.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Debian's fonts-dejavu-core is in the container image; the others are where it is not. */
static const char *const defaults[] = {
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
    "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf",
    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
};

/* OpenType 1.9, "Organization of an OpenType Font" and "TrueType Collections". */
static const char heads[][5] = { "\x00\x01\x00\x00", "OTTO", "true", "ttcf" };

const char *font_default(void)
{
    for (size_t i = 0; i < ARRAY_LEN(defaults); i++) {
        if (access(defaults[i], R_OK) == 0) {
            return defaults[i];
        }
    }
    return NULL;
}

static bool is_font(struct span bytes)
{
    for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
        if (span_starts(bytes, (struct span){ (const uint8_t *)heads[i], 4 })) {
            return true;
        }
    }
    return false;
}

static int read_all(int fd, size_t bytes, struct buf *out)
{
    uint8_t *to = buf_reserve(out, bytes);
    size_t got = 0;

    while (to != NULL && got < bytes) {
        ssize_t n = pread(fd, to + got, bytes - got, (off_t)got);

        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return -1;
        }
        got += (size_t)n;
    }
    buf_grown(out, got);
    return to != NULL ? 0 : -1;
}

int font_read(const char *path, struct buf *out, struct err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat st;
    int status = -1;

    buf_clear(out);
    if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0 &&
        (uint64_t)st.st_size <= FONT_MAX_BYTES) {
        status = read_all(fd, (size_t)st.st_size, out);
    }
    if (fd >= 0) {
        close(fd);
    }
    if (status == 0 && is_font(buf_span(out))) {
        return 0;
    }
    buf_clear(out);
    return err_set(err, ERR_INPUT,
                   "'%s' cannot be used as a font: a readable TrueType or "
                   "OpenType file expected",
                   path);
}
