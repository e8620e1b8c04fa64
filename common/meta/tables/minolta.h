/* Minolta's maker notes. */
#ifndef META_TABLES_MINOLTA_H
#define META_TABLES_MINOLTA_H

#include "meta/tag.h"

extern const struct tag_table minolta_table;
extern const struct tag_table minolta_settings; /* Olympus's notes hold it too */

#endif
