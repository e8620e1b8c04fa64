/*
 * Preloaded by test_resources.py: refuses the process one allocation, or all from one on.
 *   REFUSE_AT=n  the n-th of the process;  REFUSE_ALL=1  those after it as well
 * Behind glibc's own allocator, whose names for others to stand before it are these.
 */
#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

static atomic_long asked;

static int refused(void)
{
    static long at = -1;
    static int all;
    long n = atomic_fetch_add(&asked, 1) + 1;

    if (at < 0) {
        at = 0;
        for (const char *c = getenv("REFUSE_AT"); c != NULL && *c != '\0'; c++) {
            at = at * 10 + (*c - '0');
        }
        all = getenv("REFUSE_ALL") != NULL;
    }
    if (at == 0 || (all ? n < at : n != at)) {
        return 0;
    }
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size)
{
    return refused() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return refused() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    return refused() ? NULL : __libc_realloc(memory, size);
}
