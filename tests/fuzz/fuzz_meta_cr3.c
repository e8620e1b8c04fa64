/* cr3_read_timed: the records of a CR3 sample, every value printed. */
#include "../lib/meta_tags.h"
#include "meta/heif.h"
#include "target.h"

static int read_sample(struct meta_scan *scan, struct span bytes, struct err *err)
{
    return cr3_read_timed(scan, 0, bytes.len, err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    json_release(block_tags(read_sample, (struct span){ data, size }));
    return 0;
}
