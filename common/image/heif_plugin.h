/*
 * Decoders for libheif that start no thread. Its own ones of HEVC (libde265) and AV1 (dav1d) do,
 * which a locked process may not; ours have a higher priority and call the same libraries from the
 * thread that asks.
 */
#ifndef IMAGE_HEIF_PLUGIN_H
#define IMAGE_HEIF_PLUGIN_H

#include <libheif/heif.h>

#include "base/def.h"

struct heif_library;

#define HEIF_PLUGIN_PRIORITY 1000 /* libheif's own have 100 to 150 */

/* Both before the process is locked, once; false where the library is not there. */
MUST_CHECK bool heif_hevc_register(const struct heif_library *library);
MUST_CHECK bool heif_av1_register(const struct heif_library *library);

/* A decoded picture, borrowed from its decoder; numbers of ITU-T H.273 for its colours. */
struct heif_picture {
    enum heif_chroma chroma; /* monochrome has one plane, else three */
    int bits;
    struct heif_picture_plane {
        const uint8_t *samples; /* 2 bytes each over 8 bits, native */
        ptrdiff_t stride_bytes;
        int width, height;
    } planes[3];
    int primaries, transfer, matrix;
    bool full_range;
};

/* A copy that libheif owns. */
struct heif_error heif_picture_copy(const struct heif_library *library,
                                    const struct heif_picture *from, struct heif_image **out);

/* What a plugin must have and ours have no use for. */
void heif_plugin_nothing(void);
void heif_plugin_set_strict(void *decoder, int strict);

extern const struct heif_error heif_plugin_good, heif_plugin_bad;

#endif
