#include "base/digest_library.h"

#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

#include "base/err.h"
#include "base/library.h"
#include "base/mem.h"

static struct digest_library library;

static void load(void)
{
#define DIGEST_FUNCTION(name) { #name, &library.name },
    static const struct library_function functions[] = { DIGEST_FUNCTIONS(DIGEST_FUNCTION) };
#undef DIGEST_FUNCTION

    if (!library_load("libcrypto.so.3", functions, ARRAY_LEN(functions))) {
        fputs("{\"error\":\"Ingest.Internal\",\"cause\":\"libcrypto.so.3 cannot be loaded\"}\n",
              stderr);
        _exit(err_exit_status(ERR_INTERNAL));
    }
    if (library.OSSL_LIB_CTX_get0_global_default() == NULL) {
        mem_refused(); /* OpenSSL goes on without it, into a crash */
    }
}

const struct digest_library *digest_library(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, load);
    return &library;
}
