/* Embedded profiles are hostile bytes like all else of a picture. */
#include "image/colour.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum pixel_model models[] = { MODEL_GREY, MODEL_RGB, MODEL_CMYK };
    static const uint8_t in[4 * 8] = { 0, 1, 2, 3, 100, 200, 255, 9 };

    for (size_t i = 0; i < ARRAY_LEN(models); i++) {
        CLEANUP(colour_map_freep) struct colour_map *map = NULL;
        uint8_t out[3 * 8];

        colour_map_new((struct span){ data, size }, models[i], &map);
        if (map != NULL) {
            colour_map_row(map, in, out, 8);
        }
    }
    return 0;
}
