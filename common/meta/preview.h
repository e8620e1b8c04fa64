/* Embedded pictures: found by their Start and Length tags, told as binary tags, and the largest
 * JPEG remembered for the renderer. */
#ifndef META_PREVIEW_H
#define META_PREVIEW_H

#include "meta/scan.h"

/* Looks at every pair (ThumbnailOffset and ThumbnailLength, …) found so far. */
void preview_composites(struct meta_scan *scan);

#endif
