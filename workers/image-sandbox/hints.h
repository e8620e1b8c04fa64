/*
 * What the renderer is told beside the pixels: how the picture is turned, found with a few reads of
 * the header (all metadata takes longer than a thumbnail), and where a camera's raw file keeps its
 * largest preview, which is what is rendered of it.
 */
#ifndef IMAGE_SANDBOX_HINTS_H
#define IMAGE_SANDBOX_HINTS_H

#include "base/def.h"
#include "base/err.h"
#include "base/source.h"

/*
 * Orientation (1..8) of JPEG, PNG, WebP and TIFF by their EXIF, 0 where none is said. format: as
 * image_sniff() names it. Damage is none said; -1 only where the source fails.
 */
MUST_CHECK int hints_orientation(struct source *src, const char *format, uint8_t *out,
                                 struct err *err);

/* The orientation in a TIFF structure ("II*\0" …): that of its first directory. 0: none. */
uint8_t hints_tiff_orientation(struct span tiff);

#endif
