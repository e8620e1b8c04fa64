#include "image/prepare.h"

#include <string.h>

#include "image/colour.h"

static bool prepared;

void image_warm_up(void)
{
    colour_prepare();
}

bool image_is_prepared(void)
{
    return prepared;
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
