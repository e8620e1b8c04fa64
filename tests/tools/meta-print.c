/* Prints a file's metadata without sandbox or worker: meta-print [-G] FILE…; for developers. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "meta/meta.h"

static int print_file(const char *path, bool grouped)
{
    const struct meta_limits limits = { 16u << 20, 100, 8 };
    struct source src = { 0 };
    struct meta *meta = NULL;
    struct json_object *json;
    struct buf out = BUF_INIT(64u << 20);
    struct err err = { 0 };
    int fd = open(path, O_RDONLY | O_CLOEXEC), failed;

    failed = fd < 0 || source_file(fd, &src, &err) != 0 || meta_read(&src, &limits, &meta, &err);
    if (failed) {
        fprintf(stderr, "%s: %s\n", path, err.message);
    } else {
        json = grouped ? meta_grouped(meta, path) : meta_flat(meta, path);
        json_write_pretty(json, &out);
        puts(buf_cstr(&out));
        json_release(json);
    }
    meta_free(meta);
    buf_release(&out);
    source_release(&src);
    if (fd >= 0) {
        close(fd);
    }
    return failed ? 1 : 0;
}

int main(int argc, char **argv)
{
    bool grouped = argc > 1 && strcmp(argv[1], "-G") == 0;
    int status = 0;

    for (int i = grouped ? 2 : 1; i < argc; i++) {
        status |= print_file(argv[i], grouped);
    }
    return status;
}
