/* FlashPix's property sets (Microsoft's OLE property set format). */
#ifndef META_FLASHPIX_H
#define META_FLASHPIX_H

#include "meta/scan.h"

extern const struct place flashpix_place;

/* Adds the properties of a stream; is_extensions: of the list of extensions, whose ids hold the
 * number of the extension too. */
void flashpix_properties(struct meta_scan *scan, struct span stream, bool is_extensions);

#endif
