#include "net/http_library.h"

#include <pthread.h>
#include <signal.h>

#include "base/library.h"

static struct http_library library;
static bool loaded;

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
#define HTTP_LIBRARY_FUNCTION(member, type, symbol, arguments) { #symbol, &library.member },
    static const struct library_function functions[] = { HTTP_LIBRARY_FUNCTIONS(
        HTTP_LIBRARY_FUNCTION) };
#undef HTTP_LIBRARY_FUNCTION

    if (library_load("libcurl.so.4", functions, ARRAY_LEN(functions)) &&
        library.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK) {
        ignore_sigpipe();
        loaded = true;
    }
}

const struct http_library *http_library(void)
{
    static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
    bool ready;

    pthread_mutex_lock(&guard);
    if (!loaded) {
        load(); /* again where descriptors or memory were short */
    }
    ready = loaded;
    pthread_mutex_unlock(&guard);
    return ready ? &library : NULL;
}
