#include "base/digest_library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/def.h"

static struct digest_library library;

/* POSIX lets dlsym's object pointer become a function pointer; ISO C wants it copied. */
static bool symbol_into(void *handle, const char *name, void *member, size_t size)
{
    void *symbol = dlsym(handle, name);

    memcpy(member, &symbol, size);
    return symbol != NULL;
}

static void load(void)
{
    void *handle = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL); /* stays until the end */
    bool all = handle != NULL;

#define DIGEST_LOAD(name)                                                                          \
    all = all && symbol_into(handle, #name, &library.name, sizeof library.name);
    DIGEST_FUNCTIONS(DIGEST_LOAD)
#undef DIGEST_LOAD
    if (!all) {
        fputs("{\"error\":\"Ingest.Internal\",\"cause\":\"libcrypto.so.3 cannot be loaded\"}\n",
              stderr);
        abort();
    }
}

const struct digest_library *digest_library(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, load);
    return &library;
}
