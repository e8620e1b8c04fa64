/* Conversions that several makers' tables use. */
#ifndef META_MAKER_VALUES_H
#define META_MAKER_VALUES_H

#include "meta/tag.h"

/* tag_convert: the first number divided */
bool maker_tenth(const struct tag_env *env, struct buf *out);
bool maker_hundredth(const struct tag_env *env, struct buf *out);
bool maker_thousandth(const struct tag_env *env, struct buf *out);
bool maker_eighth(const struct tag_env *env, struct buf *out);
bool maker_256th(const struct tag_env *env, struct buf *out);

bool maker_not_0(const struct tag_env *env, struct buf *out); /* 0 is no value */

/* tag_print */
bool maker_print_size(const struct tag_env *env, struct span value,
                      struct buf *out); /* "640x480" */
bool maker_print_red_blue(const struct tag_env *env, struct span value, struct buf *out);
bool maker_print_signed(const struct tag_env *env, struct span value,
                        struct buf *out); /* "0", "+1.3" */
bool maker_print_signed_2(const struct tag_env *env, struct span value,
                          struct buf *out); /* "0", "+1.33" */
bool maker_print_time_zone(const struct tag_env *env, struct span value,
                           struct buf *out); /* minutes east of UTC as "+01:00" */

/* tag_when */
bool maker_is_not_0(const struct tag_env *env);  /* the first number */
bool maker_is_block(const struct tag_env *env);  /* over four bytes */
bool maker_is_number(const struct tag_env *env); /* not text */

#endif
