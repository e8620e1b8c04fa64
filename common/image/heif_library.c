#include "image/heif_library.h"

#include "base/library.h"
#include "image/heif_plugin.h"
#include "image/prepare.h"

static struct heif_library library;

static bool load(void)
{
#define HEIF_FUNCTION(name) { #name, &library.name },
    static const struct library_function functions[] = { HEIF_FUNCTIONS(HEIF_FUNCTION) };
#undef HEIF_FUNCTION

    return library_load("libheif.so.1", functions, ARRAY_LEN(functions)) &&
           heif_hevc_register(&library) && heif_av1_register(&library);
}

const struct heif_library *heif_library(void)
{
    static struct image_library state;

    return image_library_ready(&state, load) ? &library : NULL;
}

void codec_heif_load(void)
{
    (void)heif_library();
}
