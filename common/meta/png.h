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

/* "Tue, 1 Jan 2019 12:13:14 +0100" as "2019:01:01 12:13:14+01:00", and "2020-01-02T03:04:05+00:00"
 * as EXIF has it; false, and out as it was, for other forms. */
bool png_mail_date(struct span in, struct buf *out);
bool png_iso_date(struct span in, struct buf *out);

#endif
