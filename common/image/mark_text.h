/* Text as coverage: one byte a pixel, by FreeType. */
#ifndef IMAGE_MARK_TEXT_H
#define IMAGE_MARK_TEXT_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"
#include "image/pixels.h"

/* Lines laid out at one size; positions count from the top left of the first line's box, whose top
 * is the font's ascender (as Pillow's draw.text counts). */
struct text_layout; /* opaque: holds the face and the glyphs' places */

/*
 * font: TrueType, OpenType or whatever FreeType reads, borrowed until text_layout_free(). text:
 * UTF-8, '\n' begins a line, other control characters are left out; a character that the font lacks
 * is its empty box. size_px: of the em. ERR_INPUT for a font that FreeType refuses.
 */
MUST_CHECK int text_layout_new(struct span font, const char *text, double size_px,
                               struct text_layout **out, struct err *err);
void text_layout_free(struct text_layout *layout);
DEFINE_FREEP(text_layout)

/* The box of all lines: the longest one's advance by line heights. */
void text_layout_size(const struct text_layout *layout, int64_t *width_px, int64_t *height_px);

/* Draws into coverage (one channel, added up and held at 255), whose top left stands at (x, y) of
 * the layout. Glyphs may reach over the box; what lies outside of coverage is cut. */
void text_layout_draw(const struct text_layout *layout, int64_t x_px, int64_t y_px,
                      struct image *coverage);

#endif
