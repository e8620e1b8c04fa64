/* Conversions that several makers' tables use. */
#ifndef META_MAKER_VALUES_H
#define META_MAKER_VALUES_H

#include "meta/tag.h"

/* tag_convert: the number divided */
bool maker_tenth(const struct tag_env *env, struct buf *out);
bool maker_hundredth(const struct tag_env *env, struct buf *out);
bool maker_thousandth(const struct tag_env *env, struct buf *out);
bool maker_hex(const struct tag_env *env, struct buf *out); /* bytes as hexadecimal digits */

bool maker_not_0(const struct tag_env *env, struct buf *out);

/* tag_print */
bool maker_print_size(const struct tag_env *env, struct span value,
                      struct buf *out); /* "640x480" */
bool maker_print_dots(const struct tag_env *env, struct span value, struct buf *out); /* "3.0.0" */
bool maker_print_red_blue(const struct tag_env *env, struct span value, struct buf *out);

/* tag_when */
bool maker_is_not_0(const struct tag_env *env);  /* the first number */
bool maker_is_block(const struct tag_env *env);  /* over four bytes */
bool maker_is_number(const struct tag_env *env); /* not text */

#endif
