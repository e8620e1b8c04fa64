/* Filters and sample formats of PNG rows (specification, 7 and 9). */
#include <stdlib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/bytes.h"
#include "image/codec_png.h"
#include "image/pixels.h"

enum { FILTER_NONE, FILTER_SUB, FILTER_UP, FILTER_AVERAGE, FILTER_PAETH = PNG_FILTER_PAETH };

uint32_t png_bits_per_px(const struct png_format *format)
{
    static const uint8_t channels[] = {
        [PNG_GREY] = 1, [PNG_RGB] = 3, [PNG_PALETTE] = 1, [PNG_GREY_ALPHA] = 2, [PNG_RGBA] = 4
    };

    return channels[format->colour] * format->bits;
}

size_t png_row_bytes(const struct png_format *format, uint32_t width_px)
{
    return (size_t)(((uint64_t)width_px * png_bits_per_px(format) + 7) / 8);
}

static uint8_t paeth(int left, int above, int corner)
{
    int from_left = abs(above - corner), from_above = abs(left - corner);
    int from_corner = abs(left + above - 2 * corner);

    if (from_left <= from_above && from_left <= from_corner) {
        return (uint8_t)left;
    }
    return (uint8_t)(from_above <= from_corner ? above : corner);
}

static void up(uint8_t *row, const uint8_t *above, size_t len)
{
    size_t i = 0;

#ifdef __SSE2__
    for (; i + 16 <= len; i += 16) {
        __m128i a = _mm_loadu_si128((const __m128i *)(const void *)(row + i));
        __m128i b = _mm_loadu_si128((const __m128i *)(const void *)(above + i));

        _mm_storeu_si128((__m128i *)(void *)(row + i), _mm_add_epi8(a, b));
    }
#endif
    for (; i < len; i++) {
        row[i] = (uint8_t)(row[i] + above[i]);
    }
}

static void plain_filter(uint8_t filter, uint8_t *row, const uint8_t *above, size_t len, size_t px)
{
    for (size_t i = 0; i < len; i++) {
        int left = i >= px ? row[i - px] : 0, corner = i >= px ? above[i - px] : 0;

        row[i] = (uint8_t)(row[i] + (filter == FILTER_SUB       ? left
                                     : filter == FILTER_AVERAGE ? (left + above[i]) / 2
                                                                : paeth(left, above[i], corner)));
    }
}

#ifdef __SSE2__
/*
 * A pixel in the low lanes. Four bytes are read also where it has three (a copy of three bytes
 * goes through memory twice and stalls): rows have PNG_ROW_SLACK bytes behind them, and the fourth
 * lane is never stored.
 */
static inline __m128i load_px(const uint8_t *p)
{
    uint32_t value;

    memcpy(&value, p, sizeof(value));
    return _mm_cvtsi32_si128((int)value);
}

static inline __attribute__((always_inline)) void store_px(uint8_t *p, __m128i v, size_t px)
{
    uint32_t value = (uint32_t)_mm_cvtsi128_si32(v);
    uint16_t low = (uint16_t)value;

    if (px == 4) {
        memcpy(p, &value, sizeof(value));
    } else { /* x86 alone has SSE2: lowest byte first */
        memcpy(p, &low, sizeof(low));
        p[2] = (uint8_t)(value >> 16);
    }
}

/*
 * The Paeth choice in 16-bit lanes. With lo and hi for the smaller and larger of left and above,
 * and turn = 3 corner - left - above: hi where turn <= lo, lo where turn >= hi, else the corner;
 * the same choice as the specification's, ties included, on a shorter chain from left to result,
 * which is what this costs. base: 3 corner - above.
 */
static inline __attribute__((always_inline)) __m128i paeth_px(__m128i raw, __m128i left,
                                                              __m128i above, __m128i corner)
{
    __m128i base = _mm_sub_epi16(_mm_add_epi16(_mm_add_epi16(corner, corner), corner), above);
    __m128i lo = _mm_min_epi16(left, above), hi = _mm_max_epi16(left, above);
    __m128i turn, not_lo, not_hi, near;

    __asm__("" : "+x"(base)); /* or GCC adds left in first, which makes the chain longer */
    turn = _mm_sub_epi16(base, left);
    not_lo = _mm_cmpgt_epi16(hi, turn);
    not_hi = _mm_cmpgt_epi16(turn, lo);
    near = _mm_or_si128(_mm_and_si128(not_lo, corner), _mm_andnot_si128(not_lo, lo));
    near = _mm_or_si128(_mm_and_si128(not_hi, near), _mm_andnot_si128(not_hi, hi));
    return _mm_and_si128(_mm_add_epi16(raw, near), _mm_set1_epi16(255));
}

static inline __attribute__((always_inline)) __m128i load_wide(const uint8_t *p)
{
    return _mm_unpacklo_epi8(load_px(p), _mm_setzero_si128());
}

static inline __attribute__((always_inline)) void store_wide(uint8_t *p, __m128i v, size_t px)
{
    store_px(p, _mm_packus_epi16(v, v), px);
}

static inline __attribute__((always_inline)) void paeth_wide(uint8_t *row, const uint8_t *above,
                                                             size_t len, size_t px)
{
    __m128i left = _mm_setzero_si128(), corner = left;

    for (size_t i = 0; i + px <= len; i += px) {
        __m128i over = load_wide(above + i);

        left = paeth_px(load_wide(row + i), left, over, corner);
        store_wide(row + i, left, px);
        corner = over;
    }
}

/* Where n rows that are undone at once have got to: each is a pixel behind the one above it, whose
 * pixel it so finds in a register. n chains do not wait for each other. */
struct front {
    __m128i left[PNG_PAETH_ROWS_MAX], corner[PNG_PAETH_ROWS_MAX];
};

static inline __attribute__((always_inline)) void front_px(struct front *front, size_t k,
                                                           uint8_t *row, __m128i over, size_t px)
{
    front->left[k] = paeth_px(load_wide(row), front->left[k], over, front->corner[k]);
    store_wide(row, front->left[k], px);
    front->corner[k] = over;
}

/* From the lowest row up, so that each finds its upper neighbour's last pixel, not the next. */
static inline __attribute__((always_inline)) void front_step(struct front *front, size_t step,
                                                             size_t count, uint8_t *rows,
                                                             size_t stride, const uint8_t *above,
                                                             size_t n, size_t px)
{
    for (size_t k = n; k-- > 0;) {
        size_t x = step - k;

        if (step >= k && x < count) {
            front_px(front, k, rows + k * stride + x * px,
                     k > 0 ? front->left[k - 1] : load_wide(above + x * px), px);
        }
    }
}

static inline __attribute__((always_inline)) void paeth_rows(uint8_t *rows, size_t stride,
                                                             const uint8_t *above, size_t count,
                                                             size_t n, size_t px)
{
    const size_t behind = n - 1;
    struct front front = { 0 };
    size_t step = 0;

    for (; step < behind; step++) {
        front_step(&front, step, count, rows, stride, above, n, px);
    }
    for (; step < count; step++) {
#pragma GCC unroll 8
        for (size_t k = n; k-- > 0;) {
            front_px(&front, k, rows + k * stride + (step - k) * px,
                     k > 0 ? front.left[k - 1] : load_wide(above + step * px), px);
        }
    }
    for (; step < count + behind; step++) {
        front_step(&front, step, count, rows, stride, above, n, px);
    }
}

static inline __attribute__((always_inline)) void average_wide(uint8_t *row, const uint8_t *above,
                                                               size_t len, size_t px)
{
    __m128i left = _mm_setzero_si128(), one = _mm_set1_epi8(1);

    for (size_t i = 0; i + px <= len; i += px) {
        __m128i over = load_px(above + i);
        /* pavgb rounds up, the filter rounds down */
        __m128i odd = _mm_and_si128(_mm_xor_si128(left, over), one);

        left = _mm_add_epi8(load_px(row + i), _mm_sub_epi8(_mm_avg_epu8(left, over), odd));
        store_px(row + i, left, px);
    }
}

static inline __attribute__((always_inline)) void sub_wide(uint8_t *row, size_t len, size_t px)
{
    __m128i left = _mm_setzero_si128();

    for (size_t i = 0; i + px <= len; i += px) {
        left = _mm_add_epi8(left, load_px(row + i));
        store_px(row + i, left, px);
    }
}

static inline __attribute__((always_inline)) void wide_filter(uint8_t filter, uint8_t *row,
                                                              const uint8_t *above, size_t len,
                                                              size_t px)
{
    if (filter == FILTER_SUB) {
        sub_wide(row, len, px);
    } else if (filter == FILTER_AVERAGE) {
        average_wide(row, above, len, px);
    } else {
        paeth_wide(row, above, len, px);
    }
}
#endif

bool png_unfilter(uint8_t filter, uint8_t *row, const uint8_t *above, size_t len, size_t px_bytes)
{
    if (filter > FILTER_PAETH) {
        return false;
    }
    if (filter == FILTER_UP) {
        up(row, above, len);
    } else if (filter != FILTER_NONE) {
#ifdef __SSE2__
        if (px_bytes == 3 || px_bytes == 4) {
            /* constant sizes let the compiler leave the loops' inner memcpy out */
            px_bytes == 3 ? wide_filter(filter, row, above, len, 3)
                          : wide_filter(filter, row, above, len, 4);
            return true;
        }
#endif
        plain_filter(filter, row, above, len, px_bytes);
    }
    return true;
}

#ifdef __SSE2__
/* Constant numbers of rows and sizes of pixels keep the fronts in registers. */
static void paeth_rows_3(uint8_t *rows, size_t stride, const uint8_t *above, size_t count, size_t n)
{
    switch (n) {
    case 4:
        paeth_rows(rows, stride, above, count, 4, 3);
        break;
    case 3:
        paeth_rows(rows, stride, above, count, 3, 3);
        break;
    default:
        paeth_rows(rows, stride, above, count, 2, 3);
    }
}

static void paeth_rows_4(uint8_t *rows, size_t stride, const uint8_t *above, size_t count, size_t n)
{
    switch (n) {
    case 4:
        paeth_rows(rows, stride, above, count, 4, 4);
        break;
    case 3:
        paeth_rows(rows, stride, above, count, 3, 4);
        break;
    default:
        paeth_rows(rows, stride, above, count, 2, 4);
    }
}
#endif

bool png_unfilter_paeth_rows(uint8_t *rows, size_t stride, size_t n, const uint8_t *above,
                             size_t len, size_t px_bytes)
{
#ifdef __SSE2__
    if ((px_bytes == 3 || px_bytes == 4) && len / px_bytes >= n && n >= 2 &&
        n <= PNG_PAETH_ROWS_MAX) {
        if (px_bytes == 3) {
            paeth_rows_3(rows, stride, above, len / 3, n);
        } else {
            paeth_rows_4(rows, stride, above, len / 4, n);
        }
        return true;
    }
#endif
    (void)rows;
    (void)stride;
    (void)n;
    (void)above;
    (void)len;
    (void)px_bytes;
    return false;
}

/* Sample i of a row, at the file's depth. */
static uint32_t sample(const uint8_t *in, size_t i, uint32_t bits)
{
    if (bits == 8) {
        return in[i];
    }
    if (bits == 16) {
        return get_u16(in + 2 * i, true);
    }
    return in[i * bits / 8] >> (8 - bits - i * bits % 8) & ((1u << bits) - 1);
}

static void expand_palette(const struct png_format *format, const uint8_t *in, uint8_t *out,
                           size_t n)
{
    for (size_t i = 0; i < n; i++, out += format->out_channels) {
        memcpy(out, format->palette[sample(in, i, format->bits)], format->out_channels);
    }
}

/* Grey and RGB of any depth, with alpha of their own or by one transparent colour. */
static void expand_samples(const struct png_format *format, const uint8_t *in, uint8_t *out,
                           size_t n)
{
    size_t stored = png_bits_per_px(format) / format->bits;
    size_t colours = stored >= 3 ? 3 : 1;

    for (size_t i = 0; i < n; i++, out += format->out_channels) {
        bool match = true;

        for (size_t c = 0; c < stored; c++) {
            uint32_t value = sample(in, i * stored + c, format->bits);

            out[c] = sample_to_8_bits(value, format->bits);
            match = match && c < 3 && value == format->transparent[c];
        }
        if (format->has_transparent) {
            out[colours] = match ? 0 : 255;
        }
    }
}

void png_expand(const struct png_format *format, const uint8_t *in, uint8_t *out, size_t n)
{
    if (format->colour == PNG_PALETTE) {
        expand_palette(format, in, out, n);
    } else if (format->bits == 8 && !format->has_transparent) {
        memcpy(out, in, n * format->out_channels);
    } else {
        expand_samples(format, in, out, n);
    }
}
