/* Photoshop's resources, or the layers of a document in a TIFF file: every value printed. */
#include "../lib/meta_tags.h"
#include "meta/exif.h"
#include "meta/value.h"
#include "target.h"

static int read_document(struct meta_scan *scan, struct span block, struct err *err)
{
    struct value raw = value_bytes(block);

    return photoshop_document(scan, &raw, err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    json_release(block_tags(photoshop_read, (struct span){ data, size }));
    json_release(block_tags(read_document, (struct span){ data, size }));
    return 0;
}
