#include "image/heif_library.h"

#include <dlfcn.h>
#include <string.h>

#include "image/heif_plugin.h"
#include "image/prepare.h"

static struct heif_library library;

static void *symbol(void *handle, const char *name, bool *complete)
{
    void *found = dlsym(handle, name);

    *complete = *complete && found != NULL;
    return found;
}

static bool load(void)
{
    void *handle = dlopen("libheif.so.1", RTLD_NOW | RTLD_LOCAL);
    bool complete = true;

    if (handle == NULL) {
        return false;
    }
    /* dlsym gives a data pointer; copying its bits is the way POSIX names. */
#define HEIF_LOAD(name)                                                                            \
    {                                                                                              \
        void *found = symbol(handle, #name, &complete);                                            \
        memcpy(&library.name, &found, sizeof(found));                                              \
    }
    HEIF_FUNCTIONS(HEIF_LOAD)
#undef HEIF_LOAD
    return complete && heif_hevc_register(&library) && heif_av1_register(&library);
}

const struct heif_library *heif_library(void)
{
    static bool tried, loaded;

    if (!tried && !image_is_prepared()) {
        tried = true;
        loaded = load();
    }
    return loaded ? &library : NULL;
}

void codec_heif_load(void)
{
    (void)heif_library();
}
