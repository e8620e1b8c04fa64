#include "image/crop.h"

#include <stdlib.h>

#include "base/mem.h"
#include "image/ycc.h"

#define GRID_CELLS 64 /* along each side: how finely a picture's score is told apart */

/* A pixel of any model as Y Cb Cr; good enough to judge by, not to show. */
struct judged {
    int32_t y, cb, cr;
};

static uint8_t sample(const struct planes *planes, size_t k, uint32_t x, uint32_t y)
{
    /* Chroma planes are smaller: the same place in their own size. */
    uint64_t across = planes->plane[k].width_px, down = planes->plane[k].height_px;
    uint64_t at_x = x * across / planes->plane[0].width_px;
    uint64_t at_y = y * down / planes->plane[0].height_px;

    return planes->plane[k].data[at_y * planes->plane[k].stride + at_x];
}

static struct judged judge(const struct planes *planes, enum pixel_model model, uint32_t x,
                           uint32_t y)
{
    uint8_t a = sample(planes, 0, x, y), rgb[3] = { a, a, a }, luma, cb, cr;

    if (model == MODEL_GREY) {
        return (struct judged){ a, 128, 128 };
    }
    if (model == MODEL_YCC) {
        return (struct judged){ a, sample(planes, 1, x, y), sample(planes, 2, x, y) };
    }
    for (size_t c = 0; c < 3; c++) {
        uint32_t value = sample(planes, c, x, y);

        if (model == MODEL_CMYK) {
            value = (255 - value) * (255u - sample(planes, 3, x, y)) / 255;
        }
        rgb[c] = (uint8_t)value;
    }
    rgb_to_y(rgb, &luma, 1);
    rgb_to_chroma(rgb, rgb, &cb, &cr, 1, 1);
    return (struct judged){ luma, cb, cr };
}

/* What draws the eye: change of brightness, strong colour, and skin (a box in Cb Cr, after Chai and
 * Ngan 1999) where it is neither dark nor burnt out. */
static uint32_t interest(const struct planes *planes, enum pixel_model model, uint32_t x,
                         uint32_t y)
{
    uint32_t right = x + 1 < planes->plane[0].width_px ? x + 1 : x;
    uint32_t below = y + 1 < planes->plane[0].height_px ? y + 1 : y;
    struct judged at = judge(planes, model, x, y);
    int32_t edge =
        abs(at.y - sample(planes, 0, right, y)) + abs(at.y - sample(planes, 0, x, below));
    int32_t colour = abs(at.cb - 128) + abs(at.cr - 128);
    bool lit = at.y > 40 && at.y < 240;
    bool skin = lit && at.cb >= 77 && at.cb <= 127 && at.cr >= 133 && at.cr <= 173;

    return (uint32_t)(4 * edge + (lit ? colour : 0) + (skin ? 96 : 0));
}

/* One axis along which the window moves: the score of each line across it. */
struct axis_scores {
    uint64_t *line;
    uint32_t n;
    bool across; /* lines are columns */
};

static void score_lines(const struct planes *planes, enum pixel_model model,
                        struct axis_scores *scores)
{
    uint32_t w = planes->plane[0].width_px, h = planes->plane[0].height_px;

    for (uint32_t y = 0; y < h; y++) {
        for (uint32_t x = 0; x < w; x++) {
            scores->line[scores->across ? x : y] += interest(planes, model, x, y);
        }
    }
}

/* Content in the middle of the window counts twice as much as at its ends. */
static uint64_t attention_at(const struct axis_scores *scores, uint32_t from, uint32_t part)
{
    uint64_t sum = 0;

    for (uint32_t i = 0; i < part; i++) {
        uint32_t edge = i < part - 1 - i ? i : part - 1 - i;

        sum += scores->line[from + i] * (part + 2 * (uint64_t)edge);
    }
    return sum;
}

/* log2(n) in 16 fraction bits, by repeated squaring. */
static uint64_t log2_fixed(uint64_t n)
{
    uint32_t whole = 63 - (uint32_t)__builtin_clzll(n);
    uint64_t part = whole >= 31 ? n >> (whole - 31) : n << (31 - whole); /* 1..2, 31 bits */
    uint64_t result = (uint64_t)whole << 16;

    for (uint64_t bit = 1u << 15; bit > 0; bit >>= 1) {
        part = part * part >> 31;
        if (part >> 32) {
            part >>= 1;
            result |= bit;
        }
    }
    return result;
}

struct histogram {
    uint64_t count[256];
};

/* n * log2(n) - sum c * log2(c): the entropy of n samples, times n. */
static uint64_t entropy_of(const struct histogram *histogram)
{
    uint64_t total = 0, inner = 0;

    for (size_t i = 0; i < 256; i++) {
        if (histogram->count[i]) {
            total += histogram->count[i];
            inner += histogram->count[i] * log2_fixed(histogram->count[i]);
        }
    }
    return total ? total * log2_fixed(total) - inner : 0;
}

static void count_line(const struct planes *planes, bool across, uint32_t at, int64_t sign,
                       struct histogram *histogram)
{
    uint32_t n = across ? planes->plane[0].height_px : planes->plane[0].width_px;

    for (uint32_t i = 0; i < n; i++) {
        uint8_t value = across ? sample(planes, 0, at, i) : sample(planes, 0, i, at);

        histogram->count[value] += (uint64_t)sign;
    }
}

/* The best of GRID_CELLS or fewer places of a window of `part` on n lines. */
struct best {
    uint64_t score;
    uint32_t at;
    bool any;
};

static void keep_best(struct best *best, uint64_t score, uint32_t at, uint32_t room)
{
    uint32_t off = at * 2 > room ? at * 2 - room : room - at * 2;
    uint32_t best_off = best->at * 2 > room ? best->at * 2 - room : room - best->at * 2;

    if (!best->any || score > best->score || (score == best->score && off < best_off)) {
        *best = (struct best){ score, at, true };
    }
}

static uint32_t best_attention(const struct planes *planes, enum pixel_model model, bool across,
                               uint32_t n, uint32_t part)
{
    struct axis_scores scores = { mem_array(n, sizeof(*scores.line)), n, across };
    uint32_t room = n - part, step = room / GRID_CELLS + 1;
    struct best best = { 0 };

    score_lines(planes, model, &scores);
    for (uint32_t at = 0; at <= room; at += step) {
        keep_best(&best, attention_at(&scores, at, part), at, room);
    }
    mem_free(scores.line);
    return best.at;
}

static uint32_t best_entropy(const struct planes *planes, bool across, uint32_t n, uint32_t part)
{
    struct histogram histogram = { { 0 } };
    uint32_t room = n - part, step = room / GRID_CELLS + 1;
    struct best best = { 0 };

    for (uint32_t i = 0; i < part; i++) {
        count_line(planes, across, i, 1, &histogram);
    }
    for (uint32_t at = 0; at <= room; at++) {
        if (at % step == 0) {
            keep_best(&best, entropy_of(&histogram), at, room);
        }
        if (at < room) {
            count_line(planes, across, at, -1, &histogram);
            count_line(planes, across, at + part, 1, &histogram);
        }
    }
    return best.at;
}

void crop_choose(enum gravity_kind kind, const struct planes *planes, enum pixel_model model,
                 struct crop_window *window)
{
    uint32_t w = planes->plane[0].width_px, h = planes->plane[0].height_px;

    window->x = (w - window->w) / 2;
    window->y = (h - window->h) / 2;
    if (window->w < w) {
        window->x = kind == GRAVITY_ATTENTION ? best_attention(planes, model, true, w, window->w)
                                              : best_entropy(planes, true, w, window->w);
    }
    if (window->h < h) {
        window->y = kind == GRAVITY_ATTENTION ? best_attention(planes, model, false, h, window->h)
                                              : best_entropy(planes, false, h, window->h);
    }
}
