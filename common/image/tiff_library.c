#include "image/tiff_library.h"

#include "base/library.h"
#include "image/prepare.h"

static struct tiff_library library;

static bool load(void)
{
#define TIFF_FUNCTION(name) { #name, &library.name },
    static const struct library_function functions[] = { TIFF_FUNCTIONS(TIFF_FUNCTION) };
#undef TIFF_FUNCTION

    if (!library_load("libtiff.so.6", functions, ARRAY_LEN(functions))) {
        return false;
    }
    library.TIFFSetErrorHandler(NULL); /* standard error belongs to the log */
    library.TIFFSetWarningHandler(NULL);
    return true;
}

const struct tiff_library *tiff_library(void)
{
    static struct image_library state;

    return image_library_ready(&state, load) ? &library : NULL;
}

void codec_tiff_load(void)
{
    (void)tiff_library();
}
