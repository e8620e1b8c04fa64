/* What an ICC profile holds: fixed layouts are binary tables of byte offsets; icc_tag_table's ids
 * are signatures. */
#ifndef META_TABLES_ICC_H
#define META_TABLES_ICC_H

#include "meta/tag.h"

#define ICC_SIGNATURE(a, b, c, d)                                                                  \
    ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

extern const struct tag_table icc_header_table, icc_tag_table, icc_chromaticity_table,
    icc_measurement_table, icc_viewing_table, icc_color_representation_table, icc_colorant_table;

bool icc_date(const struct tag_env *env, struct buf *out); /* six u16: year to second */
bool icc_profile_id(const struct tag_env *env, struct buf *out);
bool icc_fixed(const struct tag_env *env, struct buf *out); /* unsigned 16.16, from u32 */
bool icc_print_version(const struct tag_env *env, struct span value, struct buf *out);
bool icc_print_flags(const struct tag_env *env, struct span value, struct buf *out);
bool icc_print_attributes(const struct tag_env *env, struct span value, struct buf *out);
bool icc_print_percent(const struct tag_env *env, struct span value, struct buf *out);

#endif
