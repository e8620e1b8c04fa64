#include "image/mark.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "image/codec.h"
#include "image/mark_image.h"
#include "image/mark_text.h"

struct place {
    int64_t x, y;
};

void overlays_release(struct overlays *overlays)
{
    for (size_t i = 0; i < overlays->n; i++) {
        image_release(&overlays->items[i].pixels);
    }
    mem_free(overlays->items);
    *overlays = (struct overlays){ 0 };
}

/* Along one axis: a share of what is left over, and the offset away from the side that is near. */
static int64_t by_gravity(double share, double offset, uint32_t canvas, int64_t size)
{
    double at = share * ((double)canvas - (double)size);

    return (int64_t)floor((share > 0.5 ? at - offset : at + offset) + 0.5);
}

static struct place place_of(const struct mark *mark, uint32_t width_px, uint32_t height_px,
                             int64_t mark_width, int64_t mark_height)
{
    if (!mark->placed_by_gravity) {
        return (struct place){ (int64_t)floor(mark->x_px + 0.5), (int64_t)floor(mark->y_px + 0.5) };
    }
    return (struct place){ by_gravity(mark->gravity.x, mark->x_px, width_px, mark_width),
                           by_gravity(mark->gravity.y, mark->y_px, height_px, mark_height) };
}

static int find_font(const struct mark *mark, const struct render_job *job, struct span *out,
                     struct err *err)
{
    *out = job->default_font;
    if (mark->font != NULL) {
        *out = (struct span){ 0 };
        for (size_t i = 0; i < job->n_fonts; i++) {
            if (strcmp(job->fonts[i].file, mark->font) == 0) {
                *out = job->fonts[i].bytes;
            }
        }
    }
    if (out->len == 0) {
        return err_set(err, ERR_INPUT, "no font for a text mark: '%s'",
                       mark->font != NULL ? mark->font : "default");
    }
    return 0;
}

/* One colour over what is there, both with straight alpha. */
static void lay_over(uint8_t *px, const struct colour *colour, unsigned alpha)
{
    const uint8_t rgb[3] = { colour->red, colour->green, colour->blue };
    unsigned under = px[3] * (255 - alpha) / 255, sum = alpha + under;

    for (size_t c = 0; c < 3 && sum > 0; c++) {
        px[c] = (uint8_t)((rgb[c] * alpha + px[c] * under + sum / 2) / sum);
    }
    px[3] = (uint8_t)sum;
}

/* The text's coverage in one colour, moved by (dx, dy), onto the overlay. */
static void paint(struct image *pixels, const struct image *coverage, const struct colour *colour,
                  double opacity, struct place shift)
{
    unsigned strength = (unsigned)(colour->alpha * opacity + 0.5);

    for (uint32_t y = 0; y < pixels->height_px; y++) {
        int64_t from_y = (int64_t)y - shift.y;

        if (from_y < 0 || from_y >= (int64_t)coverage->height_px) {
            continue;
        }
        for (uint32_t x = 0; x < pixels->width_px; x++) {
            int64_t from_x = (int64_t)x - shift.x;
            unsigned cover = from_x >= 0 && from_x < (int64_t)coverage->width_px
                                 ? image_row(coverage, (uint32_t)from_y)[from_x]
                                 : 0;

            if (cover > 0) {
                lay_over(image_row(pixels, y) + 4 * (size_t)x, colour,
                         (cover * strength + 127) / 255);
            }
        }
    }
}

/* The part of a text that is drawn: of the layout's box and a margin around it, or what of that
 * lies on the canvas. */
struct window {
    int64_t left, top, right, bottom;
};

static struct window window_of(const struct mark *mark, int64_t width, int64_t height,
                               struct place at, uint32_t canvas_w, uint32_t canvas_h)
{
    /* Glyphs lean out of their box, italics and accents by less than half an em. */
    int64_t margin = mark->tile ? 0 : (int64_t)(mark->size / 2) + 1;
    int64_t dx = (int64_t)floor(mark->shadow_x_px + 0.5);
    int64_t dy = (int64_t)floor(mark->shadow_y_px + 0.5);
    bool shadow = mark->shadow.alpha > 0;
    struct window w = { -margin, -margin, width + margin, height + margin };

    if (shadow) {
        w.left += dx < 0 ? dx : 0;
        w.right += dx > 0 ? dx : 0;
        w.top += dy < 0 ? dy : 0;
        w.bottom += dy > 0 ? dy : 0;
    }
    if (!mark->tile) {
        w.left = w.left + at.x < 0 ? -at.x : w.left;
        w.top = w.top + at.y < 0 ? -at.y : w.top;
        w.right = w.right + at.x > canvas_w ? canvas_w - at.x : w.right;
        w.bottom = w.bottom + at.y > canvas_h ? canvas_h - at.y : w.bottom;
    }
    return w;
}

static int text_overlay(const struct mark *mark, uint32_t width_px, uint32_t height_px,
                        const struct render_job *job, struct overlay *out, struct err *err)
{
    CLEANUP(text_layout_freep) struct text_layout *layout = NULL;
    CLEANUP(image_release) struct image coverage = { 0 };
    int64_t width, height,
        margin = (int64_t)ceil(fabs(mark->shadow_x_px) + fabs(mark->shadow_y_px));
    struct window w;
    struct place at;
    struct span font;

    TRY(find_font(mark, job, &font, err));
    TRY(text_layout_new(font, mark->text, mark->size, &layout, err));
    text_layout_size(layout, &width, &height);
    at = place_of(mark, width_px, height_px, width, height);
    w = window_of(mark, width, height, at, width_px, height_px);
    if (w.right <= w.left || w.bottom <= w.top) {
        return 0; /* all of it lies outside */
    }
    TRY(codec_check_size((uint64_t)(w.right - w.left), (uint64_t)(w.bottom - w.top), &job->limits,
                         err));
    TRY(image_alloc(&out->pixels, (uint32_t)(w.right - w.left), (uint32_t)(w.bottom - w.top), 4,
                    &job->limits, err));
    /* The shadow of what lies just outside may fall inside: coverage is larger all around. */
    TRY(image_alloc(&coverage, out->pixels.width_px + 2 * (uint32_t)margin,
                    out->pixels.height_px + 2 * (uint32_t)margin, 1, &job->limits, err));
    text_layout_draw(layout, w.left - margin, w.top - margin, &coverage);
    if (mark->shadow.alpha > 0) {
        paint(&out->pixels, &coverage, &mark->shadow, mark->opacity,
              (struct place){ (int64_t)floor(mark->shadow_x_px + 0.5) - margin,
                              (int64_t)floor(mark->shadow_y_px + 0.5) - margin });
    }
    paint(&out->pixels, &coverage, &mark->colour, mark->opacity,
          (struct place){ -margin, -margin });
    out->x_px = at.x + w.left;
    out->y_px = at.y + w.top;
    out->tile = mark->tile;
    return 0;
}

static int image_overlay(const struct mark *mark, uint32_t width_px, uint32_t height_px,
                         const struct render_job *job, struct source *src, struct overlay *out,
                         struct err *err)
{
    double wanted = floor(mark->size * width_px + 0.5);
    uint32_t mark_width = wanted < 1 ? 1 : (uint32_t)wanted;
    struct place at;
    uint8_t *px;

    if (src == NULL) {
        return err_set(err, ERR_INPUT, "the image mark '%s' is not there", mark->image);
    }
    TRY(mark_image_load(src, mark_width, &job->limits, &out->pixels, err));
    px = out->pixels.data;
    for (size_t i = 0; i < (size_t)out->pixels.width_px * out->pixels.height_px; i++, px += 4) {
        px[3] = (uint8_t)(px[3] * mark->opacity + 0.5);
    }
    at = place_of(mark, width_px, height_px, out->pixels.width_px, out->pixels.height_px);
    out->x_px = at.x;
    out->y_px = at.y;
    out->tile = mark->tile;
    return 0;
}

int overlays_make(const struct rendition *rendition, uint32_t width_px, uint32_t height_px,
                  const struct render_job *job, struct source **images, struct overlays *out,
                  struct err *err)
{
    CLEANUP(overlays_release) struct overlays made = { 0 };
    size_t n_images = 0;

    made.items = mem_array(rendition->n_marks + 1, sizeof(*made.items));
    for (size_t i = 0; i < rendition->n_marks; i++) {
        const struct mark *mark = &rendition->marks[i];
        struct overlay *item = &made.items[made.n++];

        if (mark->text != NULL) {
            TRY(text_overlay(mark, width_px, height_px, job, item, err));
        } else {
            TRY(image_overlay(mark, width_px, height_px, job,
                              images != NULL ? images[n_images] : NULL, item, err));
            n_images++;
        }
    }
    *out = made;
    made = (struct overlays){ 0 };
    return 0;
}
