/* What Canon's numbers stand for. */
#ifndef META_TABLES_CANON_NAMES_H
#define META_TABLES_CANON_NAMES_H

#include "meta/tag.h"

extern const struct enum_map canon_lenses, canon_rf_lenses, canon_models, canon_white_balances,
    canon_picture_styles;

#endif
