#include "meta/blocks.h"

void composite_add(struct meta_scan *scan)
{
    (void)scan;
}
