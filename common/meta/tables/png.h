/* PNG chunks by type, and the keywords of its texts that have names of their own. */
#ifndef META_TABLES_PNG_H
#define META_TABLES_PNG_H

#include "meta/tag.h"

#define PNG_CHUNK(a, b, c, d)                                                                      \
    ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

/* Ids are chunk types; rows without format are read by png.c. */
extern const struct tag_table png_table;

bool png_gamma(const struct tag_env *env, struct buf *out);    /* of the picture: 1 / stored */
bool png_fraction(const struct tag_env *env, struct buf *out); /* hundred thousandths */
bool png_color(const struct tag_env *env, struct buf *out);    /* a byte, or two each */
bool png_palette(const struct tag_env *env, struct buf *out);
bool png_transparency(const struct tag_env *env, struct buf *out);
bool png_time(const struct tag_env *env, struct buf *out);   /* tIME */
bool png_offset(const struct tag_env *env, struct buf *out); /* oFFs */

#endif
