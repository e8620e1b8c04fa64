/* Multi-Picture Format (CIPA DC-007): the directory of further pictures behind the first one. */
#ifndef META_MPF_H
#define META_MPF_H

#include "meta/scan.h"

/* tiff: APP2's payload without "MPF\0"; offset: where it lies in the file, from which the pictures'
 * offsets count. */
MUST_CHECK int mpf_read(struct meta_scan *scan, struct span tiff, uint64_t offset, struct err *err);

#endif
