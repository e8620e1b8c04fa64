/* Panasonic's maker notes. */
#ifndef META_TABLES_PANASONIC_H
#define META_TABLES_PANASONIC_H

#include "meta/tag.h"

extern const struct tag_table panasonic_table;

#endif
