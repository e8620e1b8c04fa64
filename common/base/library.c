#include "base/library.h"

#include <dlfcn.h>
#include <errno.h>
#include <string.h>

#include "base/mem.h"

bool library_load(const char *soname, const struct library_function *functions, size_t n)
{
    void *handle;

    errno = 0;
    handle = dlopen(soname, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL && errno == ENOMEM) {
        mem_refused(); /* it may well be there: not to be told as missing */
    }
    if (handle == NULL) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        void *symbol = dlsym(handle, functions[i].name);

        if (symbol == NULL) {
            return false;
        }
        /* POSIX lets dlsym's object pointer become a function pointer; ISO C wants it copied. */
        memcpy(functions[i].pointer, &symbol, sizeof symbol);
    }
    return true;
}
