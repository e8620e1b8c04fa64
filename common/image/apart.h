/* Interleaved channels to planes. */
#ifndef IMAGE_APART_H
#define IMAGE_APART_H

#include "base/def.h"

/* rgb: 3 * n bytes. red, green and blue: n each. */
void rgb_apart(const uint8_t *rgb, uint8_t *red, uint8_t *green, uint8_t *blue, size_t n);

/* in: channels * n bytes; out[c]: n each. */
void channels_apart(const uint8_t *in, size_t channels, size_t n, uint8_t *const *out);

/* The same without vectors, for tests. */
void channels_apart_plain(const uint8_t *in, size_t channels, size_t n, uint8_t *const *out);

#endif
