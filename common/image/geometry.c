#include "image/geometry.h"

#include <math.h>

static uint32_t side_held(double side)
{
    return side < 1.0 ? 1 : side > RENDITION_MAX_SIDE_PX ? RENDITION_MAX_SIDE_PX : (uint32_t)side;
}

/*
 * Of the two integers around `side` the one that keeps the aspect best, the lower one on a tie:
 * Pillow's round_aspect(). other is the side that is fixed; by_height says that it is the height.
 */
static uint32_t side_near(double side, double aspect, double other, bool by_height)
{
    double low = floor(side), high = ceil(side);
    double low_off = by_height ? fabs(aspect - low / other) : fabs(aspect - other / low);
    double high_off = by_height ? fabs(aspect - high / other) : fabs(aspect - other / high);

    if (!by_height && low == 0.0) {
        low_off = 0.0; /* Pillow takes no height as perfect, and then makes it 1 */
    }
    return side_held(high_off < low_off ? high : low);
}

struct size {
    uint32_t w, h;
};

/* The size with the source's aspect that touches the box from inside or, where over, from
 * outside. */
static struct size touching(struct size src, struct size box, bool over)
{
    double aspect = (double)src.w / src.h;
    bool by_height = ((double)box.w / box.h >= aspect) != over;

    if (by_height) {
        return (struct size){ side_near(box.h * aspect, aspect, box.h, true), box.h };
    }
    return (struct size){ box.w, side_near(box.w / aspect, aspect, box.w, false) };
}

/* One side is given alone: the other follows the aspect, however long it gets. */
static struct size from_one_side(struct size src, struct size box)
{
    double aspect = (double)src.w / src.h;

    if (box.w) {
        return (struct size){ box.w, side_near(box.w / aspect, aspect, box.w, false) };
    }
    return (struct size){ side_near(box.h * aspect, aspect, box.h, true), box.h };
}

static struct placement whole_to(struct size src, struct size to)
{
    return (struct placement){ .crop_w = src.w,
                               .crop_h = src.h,
                               .scaled_w = to.w,
                               .scaled_h = to.h,
                               .canvas_w = to.w,
                               .canvas_h = to.h };
}

static struct placement inside(struct size src, struct size box, const struct rendition *rendition)
{
    if (!rendition->enlarge && box.w >= src.w && box.h >= src.h) {
        return whole_to(src, src);
    }
    return whole_to(src, touching(src, box, false));
}

static struct placement outside(struct size src, struct size box, const struct rendition *rendition)
{
    if (!rendition->enlarge && (box.w >= src.w || box.h >= src.h)) {
        return whole_to(src, src);
    }
    return whole_to(src, touching(src, box, true));
}

static struct placement contain(struct size src, struct size box, const struct rendition *rendition)
{
    struct placement made = inside(src, box, rendition);
    const struct gravity *gravity = &rendition->gravity;
    double x = gravity->kind == GRAVITY_POINT ? gravity->x : 0.5;
    double y = gravity->kind == GRAVITY_POINT ? gravity->y : 0.5;

    made.canvas_w = box.w;
    made.canvas_h = box.h;
    made.offset_x = (uint32_t)((box.w - made.scaled_w) * x);
    made.offset_y = (uint32_t)((box.h - made.scaled_h) * y);
    return made;
}

/* Where a window of `part` lies on a side of `whole`, as near to having the focus in its middle as
 * the side allows. */
static double window_at(double whole, double part, double focus)
{
    return fmin(fmax(whole * focus - part / 2, 0.0), whole - part);
}

static struct placement cover(struct size src, struct size box, const struct rendition *rendition)
{
    double scale = fmax((double)box.w / src.w, (double)box.h / src.h);
    struct placement made;

    if (scale > 1.0 && !rendition->enlarge) { /* as sharp: what there is, cropped to the box */
        scale = 1.0;
        box.w = box.w < src.w ? box.w : src.w;
        box.h = box.h < src.h ? box.h : src.h;
    }
    if (rendition->gravity.kind != GRAVITY_POINT) {
        made = whole_to(src, scale == 1.0 ? src : touching(src, box, true));
        made.canvas_w = box.w;
        made.canvas_h = box.h;
        made.choose_crop = true;
        return made;
    }
    made = whole_to(src, box);
    made.crop_w = fmin(box.w / scale, src.w);
    made.crop_h = fmin(box.h / scale, src.h);
    made.crop_x = window_at(src.w, made.crop_w, rendition->gravity.x);
    made.crop_y = window_at(src.h, made.crop_h, rendition->gravity.y);
    if (scale == 1.0) { /* no scaling: stay on the pixels */
        made.crop_x = floor(made.crop_x);
        made.crop_y = floor(made.crop_y);
    }
    return made;
}

static struct placement fill(struct size src, struct size box, const struct rendition *rendition)
{
    (void)rendition;
    return whole_to(src, box);
}

static struct placement place(struct size src, struct size box, const struct rendition *rendition)
{
    static struct placement (*const fits[])(struct size, struct size, const struct rendition *) = {
        [FIT_INSIDE] = inside, [FIT_COVER] = cover,     [FIT_CONTAIN] = contain,
        [FIT_FILL] = fill,     [FIT_OUTSIDE] = outside,
    };

    if (!box.w && !box.h) {
        return whole_to(src, src);
    }
    if (!box.w || !box.h) {
        struct size to = from_one_side(src, box);
        bool larger = box.w ? box.w > src.w : box.h > src.h;

        return whole_to(src, larger && !rendition->enlarge ? src : to);
    }
    return fits[rendition->fit](src, box, rendition);
}

struct placement placement_of(uint32_t width_px, uint32_t height_px,
                              const struct rendition *rendition)
{
    struct size src = { width_px, height_px };
    struct size box = { rendition->width_px, rendition->height_px };

    return place(src, box, rendition);
}

struct placement placement_reduced(uint32_t width_px, uint32_t height_px,
                                   const struct rendition *rendition, double share)
{
    struct placement full = placement_of(width_px, height_px, rendition);
    struct size src = { width_px, height_px };
    struct size box = { side_held(full.canvas_w * share), side_held(full.canvas_h * share) };

    return share >= 1.0 ? full : place(src, box, rendition);
}

struct turn turn_of(uint8_t orientation)
{
    /* EXIF 2.32, tag 0x0112: where the stored picture's row 0 and column 0 belong. */
    static const struct turn turns[9] = {
        [2] = { false, true, false }, [3] = { false, true, true }, [4] = { false, false, true },
        [5] = { true, false, false }, [6] = { true, true, false }, [7] = { true, true, true },
        [8] = { true, false, true },
    };

    return turns[orientation <= 8 ? orientation : 1];
}
