#include "net/http_library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>

static struct http_library library;
static bool loaded;

/* POSIX lets dlsym's object pointer become a function pointer; ISO C wants it copied. */
static bool symbol_into(void *handle, const char *name, void *member, size_t size)
{
    void *symbol = dlsym(handle, name);

    memcpy(member, &symbol, size);
    return symbol != NULL;
}

static bool load_symbols(void *handle)
{
    bool all = true;

#define HTTP_LIBRARY_LOAD(member, type, symbol, arguments)                                         \
    all = all && symbol_into(handle, #symbol, &library.member, sizeof library.member);
    HTTP_LIBRARY_FUNCTIONS(HTTP_LIBRARY_LOAD)
#undef HTTP_LIBRARY_LOAD
    return all;
}

/* A peer that closes while we write must end the request, not the process. */
static void ignore_sigpipe(void)
{
    struct sigaction now;

    if (sigaction(SIGPIPE, NULL, &now) == 0 && now.sa_handler == SIG_DFL) {
        now.sa_handler = SIG_IGN;
        sigaction(SIGPIPE, &now, NULL);
    }
}

static void load(void)
{
    void *handle = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL); /* stays until the process ends */

    if (handle != NULL && load_symbols(handle) &&
        library.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK) {
        ignore_sigpipe();
        loaded = true;
    }
}

const struct http_library *http_library(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, load);
    return loaded ? &library : NULL;
}
