#include "image/tiff_library.h"

#include <dlfcn.h>
#include <string.h>

#include "image/prepare.h"

static struct tiff_library library;

static void *symbol(void *handle, const char *name, bool *complete)
{
    void *found = dlsym(handle, name);

    *complete = *complete && found != NULL;
    return found;
}

static bool load(void)
{
    void *handle = dlopen("libtiff.so.6", RTLD_NOW | RTLD_LOCAL);
    bool complete = true;

    if (handle == NULL) {
        return false;
    }
    /* dlsym gives a data pointer; copying its bits is the way POSIX names. */
#define TIFF_LOAD(name)                                                                            \
    {                                                                                              \
        void *found = symbol(handle, #name, &complete);                                            \
        memcpy(&library.name, &found, sizeof(found));                                              \
    }
    TIFF_FUNCTIONS(TIFF_LOAD)
#undef TIFF_LOAD
    if (!complete) {
        return false;
    }
    library.TIFFSetErrorHandler(NULL); /* standard error belongs to the log */
    library.TIFFSetWarningHandler(NULL);
    return true;
}

const struct tiff_library *tiff_library(void)
{
    static bool tried, loaded;

    if (!tried && !image_is_prepared()) {
        tried = true;
        loaded = load();
    }
    return loaded ? &library : NULL;
}

void codec_tiff_load(void)
{
    (void)tiff_library();
}
