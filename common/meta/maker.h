/* The makers whose notes are read: their tables and readers. */
#ifndef META_MAKER_H
#define META_MAKER_H

#include "meta/ifd.h"
#include "meta/maker_apple.h"
#include "meta/maker_canon.h"
#include "meta/maker_google.h"
#include "meta/maker_nikon.h"
#include "meta/maker_pentax.h"
#include "meta/maker_small.h"
#include "meta/maker_sony.h"
#include "meta/tables/fujifilm.h"
#include "meta/tables/minolta.h"
#include "meta/tables/olympus.h"
#include "meta/tables/panasonic.h"

/* Reads a maker's directory in its own way. */
typedef int maker_walk(struct meta_scan *scan, const struct tiff_view *view,
                       const struct ifd_walk *walk, struct err *err);

#endif
