/*
 * What else the decode knows, from one small picture: BlurHash, ThumbHash, colours, dHash, pHash,
 * is-opaque, entropy, sharpness.
 */
#ifndef IMAGE_INSIGHT_H
#define IMAGE_INSIGHT_H

#include "base/json.h"
#include "image/pixels.h"

/* The renderer makes the picture fit into this square (never enlarged), upright, in sRGB, RGBA. */
#define INSIGHT_SIDE_PX 100

/* A JSON object, caller releases. */
struct json_object *insight_of(const struct image *rgba);

#endif
