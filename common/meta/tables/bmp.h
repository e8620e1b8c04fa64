/* BMP's headers after the file header of 14 bytes: offsets from the length of the header on. */
#ifndef META_TABLES_BMP_H
#define META_TABLES_BMP_H

#include "meta/tag.h"

extern const struct tag_table bmp_table, bmp_os2_table;

bool bmp_four_letters(const struct tag_env *env, struct buf *out); /* "sRGB" lies as "BGRs" */
bool bmp_abs(const struct tag_env *env, struct buf *out);
bool bmp_when_calibrated(const struct tag_env *env);
bool bmp_when_profile(const struct tag_env *env);
bool bmp_fixed_2_30(const struct tag_env *env, struct buf *out);
bool bmp_fixed_16_16(const struct tag_env *env, struct buf *out);

#endif
