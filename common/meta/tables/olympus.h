/* Olympus's maker notes. */
#ifndef META_TABLES_OLYMPUS_H
#define META_TABLES_OLYMPUS_H

#include "meta/tag.h"

extern const struct tag_table olympus_table;

#endif
