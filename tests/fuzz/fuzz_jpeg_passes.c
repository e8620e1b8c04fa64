/* Low coefficients of progressive files are those of libjpeg-turbo, whatever the bytes. */
#include <stdlib.h>

#include "../lib/jpeg_passes.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    for (uint32_t side = 1; side <= 8; side *= 2) {
        if (compare_passes((struct span){ data, size }, side) == PASSES_OTHER) {
            abort();
        }
    }
    return 0;
}
