/*
 * What a small picture tells beside its pixels: placeholders (BlurHash, ThumbHash), perceptual
 * hashes (dHash, pHash), colours, opacity, entropy, sharpness. Everything is computed in fixed
 * order, so that the same picture gives the same answer on every machine.
 *
 * The documents: github.com/woltapp/blurhash Algorithm.md (as its C and Python encoders have it:
 * the TypeScript one looks for the largest AC value without its sign); github.com/evanw/thumbhash;
 * dHash and pHash as Python's ImageHash makes them (Lanczos to 9x8 and 32x32 of Pillow's "L");
 * entropy, sharpness and opacity as sharp's stats() gives them. On a picture that is the source
 * itself these are the references' answers; on one that was scaled down before they are those of
 * the scaled picture.
 */
#ifndef IMAGE_INSIGHT_H
#define IMAGE_INSIGHT_H

#include "base/json.h"
#include "image/pixels.h"

/* The renderer makes the picture fit into this square (never enlarged), upright, in sRGB, RGBA.
 * Larger ones are taken too and cost more. */
#define INSIGHT_SIDE_PX 192

/*
 * {"blurHash" (4x3 components), "thumbHash" (Base64), "dHash", "pHash" (16 hex digits, the first
 * bit is the highest), "averageColor" ("#rrggbb"), "dominantColors": [{"color", "share"}] (at most
 * 5, largest share first), "isOpaque", "entropy" (bits), "sharpness" (standard deviation of the
 * Laplacian)}. rgba has at least one pixel and 4 channels. Caller releases.
 */
struct json_object *insight_of(const struct image *rgba);

#endif
