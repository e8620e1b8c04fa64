/* FujiFilm's maker notes. */
#ifndef META_TABLES_FUJIFILM_H
#define META_TABLES_FUJIFILM_H

#include "meta/tag.h"

extern const struct tag_table fujifilm_table;

#endif
