#include "image/prepare.h"

#include <string.h>

#include "image/colour.h"
#include "image/isal_library.h"
#include "image/lcms_library.h"

static bool prepared;

bool image_warm_up(void)
{
    static bool done, ready;

    if (!done) {
        done = true;
        ready = lcms_library() != NULL && isal_library() != NULL;
        if (ready) {
            colour_prepare();
        }
    }
    return ready;
}

bool image_is_prepared(void)
{
    return prepared;
}

bool image_library_ready(struct image_library *library, bool (*load)(void))
{
    if (!library->tried && !prepared) {
        library->tried = true;
        library->loaded = load();
    }
    return library->loaded;
}

void image_prepare(const char *format)
{
    static const struct {
        const char *format;
        void (*load)(void);
    } libraries[] = { { "tiff", codec_tiff_load }, { "heif", codec_heif_load } };

    for (size_t i = 0; format != NULL && i < ARRAY_LEN(libraries); i++) {
        if (strcmp(format, libraries[i].format) == 0) {
            libraries[i].load();
        }
    }
    prepared = true;
}
