/* Apple's maker notes (iOS): the table, and the property list of its run time. */
#ifndef META_MAKER_APPLE_H
#define META_MAKER_APPLE_H

#include "meta/tag.h"

extern const struct tag_table apple_table;

/* tag_block: a binary property list that holds one dictionary of numbers. */
int apple_run_time(struct meta_scan *scan, const struct value *raw, struct err *err);

/* tag_convert: a binary property list of anything, in letters. */
bool apple_list_text(const struct tag_env *env, struct buf *out);

#endif
