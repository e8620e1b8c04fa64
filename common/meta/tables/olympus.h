/* Olympus's maker notes. */
#ifndef META_TABLES_OLYMPUS_H
#define META_TABLES_OLYMPUS_H

#include "meta/tag.h"

extern const struct tag_table olympus_table;

/* olympus_raw.c */
extern const struct sub_ifd olympus_development_2, olympus_raw_info, olympus_fe;

#endif
