/* xmp_read: one block, every value printed. */
#include "../lib/meta_tags.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    json_release(block_tags(xmp_read, (struct span){ data, size }));
    return 0;
}
