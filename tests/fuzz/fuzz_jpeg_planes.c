/* JPEG planes at full size are those of libjpeg-turbo alone, whatever the bytes. */
#include "../lib/jpeg_planes.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (compare_planes((struct span){ data, size }) == COMPARED_OTHER) {
        abort();
    }
    return 0;
}
