/* What Olympus's codes stand for. */
#ifndef META_TABLES_OLYMPUS_NAMES_H
#define META_TABLES_OLYMPUS_NAMES_H

#include "meta/tag.h"

extern const struct enum_map olympus_cameras, olympus_lenses, olympus_filters;

#endif
