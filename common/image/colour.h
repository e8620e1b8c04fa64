/*
 * Colours to sRGB, applied to small rows after scaling. lcms2 behind it; matrix/TRC profiles take a
 * fast path.
 */
#ifndef IMAGE_COLOUR_H
#define IMAGE_COLOUR_H

#include "base/buf.h"
#include "base/def.h"
#include "image/pixels.h"

struct colour_map; /* opaque: one conversion */

/*
 * From model (GREY, RGB or CMYK) with profile icc to sRGB. *out is NULL where there is nothing to
 * do: no profile, sRGB itself, or one that is broken or of another colour space (as if none were
 * there). CMYK always gives a conversion: without a usable profile, a plain one
 * (R = (255 - C) * (255 - K) / 255).
 */
void colour_map_new(struct span icc, enum pixel_model model, struct colour_map **out);
void colour_map_free(struct colour_map *map);
DEFINE_FREEP(colour_map)

/* To be called once before the process is locked: lcms2 reads the clock's time zone file with its
 * first profile. */
void colour_prepare(void);

/* n pixels, interleaved, no alpha: channels of the model in, RGB out (also for GREY). The same bits
 * on every machine. in and out do not overlap. */
void colour_map_row(const struct colour_map *map, const uint8_t *in, uint8_t *out, size_t n);

/*
 * Appends to icc a profile made of one gamma exponent (linear = coded ^ exponent) and
 * chromaticities (white x, y, red x, y, green, blue; NULL: sRGB's), as PNG's gAMA and cHRM tell
 * them. srgb_curve: the exponent is what writers of sRGB give: its real curve is taken, and where
 * the primaries are sRGB's too nothing is appended. Nothing either where the numbers make no
 * profile.
 */
void colour_profile_of(bool grey, double exponent, const double *chromaticities, bool srgb_curve,
                       struct buf *icc);

/*
 * The same for colours told by number (ITU-T H.273: ColourPrimaries, TransferCharacteristics).
 * False where the primaries are not known here; then, and for PQ and HLG, which would want tone
 * mapping, nothing is appended.
 */
bool colour_profile_of_numbers(bool grey, unsigned primaries, unsigned transfer, struct buf *icc);

#endif
