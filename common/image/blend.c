#include "image/blend.h"

#include "image/ycc.h"

/* The stretch of a canvas row that an overlay covers, and its own row there. */
struct cover {
    const uint8_t *row;
    int64_t begin, end; /* canvas columns */
    int64_t x;          /* the overlay's column 0 */
    int64_t period;     /* of a tiled one; else its width */
};

static int64_t modulo(int64_t a, int64_t n)
{
    int64_t rest = a % n;

    return rest < 0 ? rest + n : rest;
}

static bool cover_of(const struct overlay *overlay, uint32_t y, uint32_t n, struct cover *out)
{
    int64_t w = overlay->pixels.width_px, h = overlay->pixels.height_px, line = y - overlay->y_px;

    if (w == 0 || h == 0 || (!overlay->tile && (line < 0 || line >= h))) {
        return false;
    }
    *out = (struct cover){ .row = image_row(&overlay->pixels, (uint32_t)modulo(line, h)),
                           .begin = 0,
                           .end = n,
                           .x = overlay->x_px,
                           .period = w };
    if (!overlay->tile) {
        out->begin = overlay->x_px > 0 ? overlay->x_px : 0;
        out->end = overlay->x_px + w < n ? overlay->x_px + w : n;
    }
    return out->begin < out->end;
}

static inline const uint8_t *pixel_of(const struct cover *cover, int64_t x)
{
    int64_t at = x - cover->x;

    if (at < 0 || at >= cover->period) {
        at = modulo(at, cover->period);
    }
    return cover->row + 4 * at;
}

static inline uint32_t over_255(uint32_t product)
{
    return (product + 128 + ((product + 128) >> 8)) >> 8;
}

static inline uint8_t mixed(uint32_t over, uint32_t under, uint32_t alpha)
{
    return (uint8_t)over_255(over * alpha + under * (255 - alpha));
}

/* "over" of Porter and Duff, both with alpha of their own and not premultiplied. */
static void over_alpha(const uint8_t *top, uint8_t *bottom)
{
    uint32_t left = over_255(bottom[3] * (255u - top[3])), alpha = top[3] + left;

    for (size_t c = 0; c < 3 && alpha; c++) {
        bottom[c] = (uint8_t)((top[c] * top[3] + bottom[c] * left + alpha / 2) / alpha);
    }
    bottom[3] = (uint8_t)alpha;
}

void blend_row(const struct overlays *overlays, uint32_t y, uint8_t *row, uint32_t n,
               uint32_t channels)
{
    for (size_t i = 0; i < overlays->n; i++) {
        struct cover cover;

        if (!cover_of(&overlays->items[i], y, n, &cover)) {
            continue;
        }
        for (int64_t x = cover.begin; x < cover.end; x++) {
            const uint8_t *top = pixel_of(&cover, x);
            uint8_t *bottom = row + (size_t)x * channels;

            if (channels == 4) {
                over_alpha(top, bottom);
                continue;
            }
            for (size_t c = 0; c < 3; c++) {
                bottom[c] = mixed(top[c], bottom[c], top[3]);
            }
        }
    }
}

void blend_luma(const struct overlays *overlays, uint32_t y, uint8_t *row, uint32_t n)
{
    for (size_t i = 0; i < overlays->n; i++) {
        struct cover cover;

        if (!cover_of(&overlays->items[i], y, n, &cover)) {
            continue;
        }
        for (int64_t x = cover.begin; x < cover.end; x++) {
            const uint8_t *top = pixel_of(&cover, x);
            uint8_t luma;

            rgb_to_y(top, &luma, 1);
            row[x] = mixed(luma, row[x], top[3]);
        }
    }
}

/* Sums of the pixels of an overlay that one chroma sample covers. */
struct sums {
    uint32_t alpha, colour[3]; /* colour: times alpha */
};

static void add_row(const struct overlay *overlay, const struct blend_chroma *to, uint32_t x,
                    uint32_t y, struct sums *sums)
{
    struct cover cover;

    if (y >= to->height || !cover_of(overlay, y, to->n, &cover)) {
        return;
    }
    for (uint32_t i = x; i < x + to->sub_x; i++) {
        const uint8_t *top;

        if (i < cover.begin || i >= cover.end) {
            continue;
        }
        top = pixel_of(&cover, i);
        sums->alpha += top[3];
        for (size_t c = 0; c < 3; c++) {
            sums->colour[c] += top[c] * top[3];
        }
    }
}

static void blend_sample(const struct overlay *overlay, const struct blend_chroma *to, uint32_t x,
                         uint32_t y)
{
    struct sums sums = { 0 };
    uint8_t rgb[3], cb, cr;
    uint32_t area = to->sub_x * to->sub_y, alpha;

    for (uint32_t i = 0; i < to->sub_y; i++) {
        add_row(overlay, to, x, y + i, &sums);
    }
    if (sums.alpha == 0) {
        return;
    }
    for (size_t c = 0; c < 3; c++) {
        rgb[c] = (uint8_t)((sums.colour[c] + sums.alpha / 2) / sums.alpha);
    }
    rgb_to_chroma(rgb, rgb, &cb, &cr, 1, 1);
    alpha = (sums.alpha + area / 2) / area;
    to->cb[x / to->sub_x] = mixed(cb, to->cb[x / to->sub_x], alpha);
    to->cr[x / to->sub_x] = mixed(cr, to->cr[x / to->sub_x], alpha);
}

void blend_chroma(const struct overlays *overlays, uint32_t y, const struct blend_chroma *to)
{
    for (size_t i = 0; i < overlays->n; i++) {
        const struct overlay *overlay = &overlays->items[i];
        int64_t w = overlay->pixels.width_px, h = overlay->pixels.height_px;
        int64_t begin = overlay->tile || overlay->x_px < 0 ? 0 : overlay->x_px;
        int64_t end = overlay->tile ? to->n : overlay->x_px + w;

        if (!overlay->tile && ((int64_t)y + to->sub_y <= overlay->y_px || y >= overlay->y_px + h)) {
            continue;
        }
        end = end < to->n ? end : to->n;
        for (int64_t x = begin - begin % to->sub_x; x < end; x += to->sub_x) {
            blend_sample(overlay, to, (uint32_t)x, y);
        }
    }
}
