#include "image/lcms_library.h"

#include "base/library.h"
#include "image/prepare.h"

static struct lcms_library library;

static bool load(void)
{
#define LCMS_FUNCTION(name) { #name, &library.name },
    static const struct library_function functions[] = { LCMS_FUNCTIONS(LCMS_FUNCTION) };
#undef LCMS_FUNCTION

    return library_load("liblcms2.so.2", functions, ARRAY_LEN(functions));
}

const struct lcms_library *lcms_library(void)
{
    static struct image_library state;

    return image_library_ready(&state, load) ? &library : NULL;
}
