/*
 * Parsers that are declared and not written yet. Each is taken out of here by the commit that
 * brings it; the file goes with the last one.
 */
#include "meta/blocks.h"
#include "meta/ifd.h"

#define PENDING_CONTAINER(name)                                                                    \
    int name(struct meta_scan *scan, struct err *err)                                              \
    {                                                                                              \
        (void)scan, (void)err;                                                                     \
        return 0;                                                                                  \
    }

PENDING_CONTAINER(x3f_read)
