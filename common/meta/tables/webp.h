/* WebP chunks with a fixed layout (RFC 9649). */
#ifndef META_TABLES_WEBP_H
#define META_TABLES_WEBP_H

#include "meta/tag.h"

extern const struct tag_table webp_vp8_table, webp_vp8l_table, webp_vp8x_table, webp_anim_table,
    webp_alph_table;

bool webp_u24_plus_one(const struct tag_env *env, struct buf *out);
bool webp_lossless_width(const struct tag_env *env, struct buf *out);
bool webp_lossless_height(const struct tag_env *env, struct buf *out);

#endif
