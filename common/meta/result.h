/* The inside of struct meta, for the files that make answers of it. */
#ifndef META_RESULT_H
#define META_RESULT_H

#include "meta/scan.h"

struct meta {
    struct arena arena;
    struct meta_scan scan;
};

DEFINE_FREEP(meta)

/* Printing fills the store's caches, so that a const struct meta stays one to its callers. */
struct store *result_store(const struct meta *meta);

/* True when ExifTool would print the text as a JSON number. */
bool result_is_number(struct span text);

#endif
