/* Stands in for libFuzzer in ordinary builds: runs the target over every file of the folders and
 * files that it is given. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "target.h"

static unsigned replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct stat st;
    uint8_t *bytes;
    size_t got;

    if (file == NULL || fstat(fileno(file), &st) != 0) {
        perror(path);
        exit(1);
    }
    bytes = mem_alloc((size_t)st.st_size);
    got = fread(bytes, 1, (size_t)st.st_size, file);
    fclose(file);
    LLVMFuzzerTestOneInput(bytes, got);
    mem_free(bytes);
    return 1;
}

static unsigned replay(const char *path)
{
    DIR *folder = opendir(path);
    struct dirent *entry;
    unsigned n = 0;

    if (folder == NULL) {
        return replay_file(path);
    }
    while ((entry = readdir(folder)) != NULL) {
        if (entry->d_name[0] != '.') {
            char *child = mem_printf("%s/%s", path, entry->d_name);

            n += replay_file(child);
            mem_free(child);
        }
    }
    closedir(folder);
    return n;
}

int main(int argc, char **argv)
{
    unsigned n = 0;

    for (int i = 1; i < argc; i++) {
        n += replay(argv[i]);
    }
    printf("replayed %u inputs\n", n);
    return n > 0 ? 0 : 1; /* an empty corpus tests nothing */
}
