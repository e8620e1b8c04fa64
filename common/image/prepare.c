#include "image/prepare.h"

#include <string.h>

#include "base/def.h"
#include "image/colour.h"

void image_prepare(const char *format)
{
    static const struct {
        const char *format;
        void (*load)(void);
    } libraries[] = { { "tiff", codec_tiff_load }, { "heif", codec_heif_load } };

    colour_prepare();
    for (size_t i = 0; format != NULL && i < ARRAY_LEN(libraries); i++) {
        if (strcmp(format, libraries[i].format) == 0) {
            libraries[i].load();
        }
    }
}
