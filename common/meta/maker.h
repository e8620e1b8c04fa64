/* The makers whose notes are read: their tables, and readers of notes that are no directory. */
#ifndef META_MAKER_H
#define META_MAKER_H

#include "meta/ifd.h"
#include "meta/maker_apple.h"
#include "meta/maker_canon.h"
#include "meta/tables/panasonic.h"

typedef int maker_read(struct meta_scan *scan, const struct maker_note *note, struct err *err);

#endif
