/* GoPro's GPMF (ids are the four letters of its keys) and Kodak's Meta directory. */
#ifndef META_TABLES_APP_MORE_H
#define META_TABLES_APP_MORE_H

#include "meta/tag.h"

#define APP_KEY(a, b, c, d)                                                                        \
    ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

extern const struct tag_table gopro_table, kodak_meta_table;

#endif
