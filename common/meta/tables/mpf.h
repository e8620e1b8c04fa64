/* Multi-Picture Format (CIPA DC-007). */
#ifndef META_TABLES_MPF_H
#define META_TABLES_MPF_H

#include "meta/tag.h"

extern const struct tag_table mpf_table;
extern const struct enum_map mpf_image_type;

int mpf_images(struct meta_scan *scan, const struct value *raw, struct err *err);

#endif
