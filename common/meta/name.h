/* Tag names made from words of the file, by ExifTool's rules for a name. */
#ifndef META_NAME_H
#define META_NAME_H

#include "meta/scan.h"

/*
 * Letters, digits, '-' and '_' of text, begun with a capital; a blank is left out and makes the
 * next letter one. "Tag" stands before what is a single letter or begins otherwise. Kept in the
 * arena; NULL where that is full.
 */
const char *name_from_text(struct meta_scan *scan, struct span text);

/* Text kept in the arena as value and printed form of a tag. */
void add_text_tag(struct meta_scan *scan, const struct place *place, const char *name,
                  struct span text);

#endif
