/* What the parts of the PNG reader share. */
#ifndef META_PNG_H
#define META_PNG_H

#include "meta/blocks.h"

/* tEXt, zTXt and iTXt: a keyword and its text become a tag, or hold a block of another kind. */
MUST_CHECK int png_text_read(struct meta_scan *scan, uint32_t chunk, struct span data,
                             struct err *err);

/* Data that could not be unpacked: told by how much of them was left when it failed. */
void png_unpacked_in_part(struct meta_scan *scan, const char *name, struct span packed);

/* zlib's format and nothing else, into kept memory; false when it is damaged. */
MUST_CHECK bool png_inflate(struct meta_scan *scan, struct span packed, struct span *out);

#endif
