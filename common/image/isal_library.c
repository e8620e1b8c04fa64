#include "image/isal_library.h"

#include "base/library.h"
#include "image/prepare.h"

static struct isal_library library;

static bool load(void)
{
#define ISAL_FUNCTION(name) { #name, &library.name },
    static const struct library_function functions[] = { ISAL_FUNCTIONS(ISAL_FUNCTION) };
#undef ISAL_FUNCTION

    return library_load("libisal.so.2", functions, ARRAY_LEN(functions));
}

const struct isal_library *isal_library(void)
{
    static struct image_library state;

    return image_library_ready(&state, load) ? &library : NULL;
}
