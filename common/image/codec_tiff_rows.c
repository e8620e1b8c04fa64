#include <math.h>
#include <string.h>

#include "image/codec_tiff.h"
#include "image/pixels.h"

enum { WHITE_IS_ZERO = 0, PALETTE = 3, ICC_LAB = 9 };

/* Sample i of a row. libtiff has made 16-bit samples native; others are packed from the highest
 * bit on. */
static uint32_t sample(const uint8_t *in, size_t i, uint32_t bits)
{
    uint32_t value = 0;
    uint16_t native;

    if (bits == 8) {
        return in[i];
    }
    if (bits == 16) {
        memcpy(&native, in + 2 * i, sizeof(native));
        return native;
    }
    for (size_t bit = i * bits; bit < (i + 1) * bits; bit++) {
        value = value << 1 | (in[bit / 8] >> (7 - bit % 8) & 1);
    }
    return value;
}

/* At the stored depth: 8 bits would lose what faint colours have. */
static void unmultiply(const struct tiff_format *format, uint32_t values[5])
{
    uint64_t max = (1u << format->bits) - 1, alpha = values[format->colours];

    for (size_t c = 0; c < format->colours && alpha > 0; c++) {
        uint64_t value = (values[c] * max + alpha / 2) / alpha;

        values[c] = (uint32_t)(value < max ? value : max);
    }
}

/* TIFF 6.0, section 23: a* and b* signed. ICCLAB: with an offset, as ICC.1 has it. */
static void convert_lab(const struct tiff_format *format, const uint32_t values[5], uint8_t *out)
{
    bool is_icc = format->photometric == ICC_LAB, is_wide = format->bits == 16;
    double most = !is_wide ? 255 : is_icc ? 65280 : 65535;
    double lab[3] = { fmin(values[0] * 100 / most, 100) };

    for (size_t c = 1; c < 3; c++) {
        int32_t value = is_icc    ? (int32_t)values[c] - (is_wide ? 32768 : 128)
                        : is_wide ? (int16_t)values[c]
                                  : (int8_t)values[c];

        lab[c] = is_wide ? value / 256.0 : value;
    }
    tiff_lab_px(format->coded, lab, out);
}

static void convert_px(const struct tiff_format *format, uint32_t values[5], uint8_t *out)
{
    if (format->photometric == PALETTE) {
        memcpy(out, format->palette[values[0]], 3);
    } else if (format->coded != NULL) {
        convert_lab(format, values, out);
    } else {
        if (format->associated) {
            unmultiply(format, values);
        }
        for (size_t c = 0; c < format->colours; c++) {
            out[c] = sample_to_8_bits(values[c], format->bits);
        }
        if (format->photometric == WHITE_IS_ZERO) {
            out[0] = (uint8_t)(255 - out[0]);
        }
    }
    if (format->has_alpha) {
        out[format->colours] = sample_to_8_bits(
            values[format->photometric == PALETTE ? 1 : format->colours], format->bits);
    }
}

void tiff_convert_row(const struct tiff_format *format, const uint8_t *const *rows, uint8_t *out,
                      uint32_t n)
{
    size_t used = format->photometric == PALETTE ? 1 : format->colours;
    size_t stored = used + (format->has_alpha ? 1u : 0u);
    size_t channels = format->colours + (format->has_alpha ? 1u : 0u);

    if (!format->planar && format->bits == 8 && format->samples == channels &&
        format->photometric != PALETTE && format->photometric != WHITE_IS_ZERO &&
        format->coded == NULL && !format->associated) {
        memcpy(out, rows[0], n * channels);
        return;
    }
    for (size_t x = 0; x < n; x++, out += channels) {
        uint32_t values[5];

        for (size_t i = 0; i < stored; i++) {
            values[i] = format->planar ? sample(rows[i], x, format->bits)
                                       : sample(rows[0], x * format->samples + i, format->bits);
        }
        convert_px(format, values, out);
    }
}
