#include "image/mark_text.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include "base/mem.h"
#include "base/text.h"

#define SUBPIXELS 64 /* FreeType's 26.6 fixed point */

struct glyph {
    FT_UInt index;
    FT_Pos x; /* pen, 26.6 */
    uint32_t line;
};

struct text_layout {
    FT_Library library;
    FT_Face face;
    struct glyph *glyphs;
    size_t n;
    uint32_t lines;
    FT_Pos width; /* of the longest line, 26.6 */
    int64_t ascender_px, line_height_px;
};

void text_layout_free(struct text_layout *layout)
{
    if (layout == NULL) {
        return;
    }
    if (layout->face != NULL) {
        FT_Done_Face(layout->face);
    }
    if (layout->library != NULL) {
        FT_Done_FreeType(layout->library);
    }
    mem_free(layout->glyphs);
    mem_free(layout);
}

/* The character at *at, which moves on; what is no UTF-8 counts as U+FFFD, byte by byte. */
static FT_ULong next_character(struct span *at)
{
    size_t n = text_utf8_length(*at);
    FT_ULong character = n > 1 ? at->data[0] & (0xffu >> (n + 1)) : at->data[0];

    for (size_t i = 1; i < n; i++) {
        character = character << 6 | (at->data[i] & 0x3f);
    }
    *at = span_from(*at, n > 0 ? n : 1);
    return n > 0 ? character : 0xfffd;
}

static int64_t up_px(FT_Pos value)
{
    return value >= 0 ? (value + SUBPIXELS - 1) / SUBPIXELS : value / SUBPIXELS;
}

static int open_face(struct text_layout *layout, struct span font, double size_px, struct err *err)
{
    const FT_Size_Metrics *metrics;

    if (FT_Init_FreeType(&layout->library) != 0) {
        return err_set(err, ERR_INTERNAL, "freetype does not start");
    }
    if (font.len == 0 ||
        FT_New_Memory_Face(layout->library, font.data, (FT_Long)font.len, 0, &layout->face) != 0) {
        return err_set(err, ERR_INPUT, "the font of a text mark cannot be read");
    }
    if (FT_Set_Char_Size(layout->face, 0, (FT_F26Dot6)(size_px * SUBPIXELS + 0.5), 72, 72) != 0) {
        return err_set(err, ERR_INPUT, "the font of a text mark has no size of %.1f px", size_px);
    }
    metrics = &layout->face->size->metrics;
    layout->ascender_px = up_px(metrics->ascender);
    layout->line_height_px = up_px(metrics->height);
    if (layout->line_height_px < layout->ascender_px) {
        layout->line_height_px = layout->ascender_px > 0 ? layout->ascender_px : 1;
    }
    return 0;
}

static FT_Pos kerning(FT_Face face, FT_UInt before, FT_UInt glyph)
{
    FT_Vector delta = { 0, 0 };

    if (before != 0 && FT_HAS_KERNING(face)) {
        FT_Get_Kerning(face, before, glyph, FT_KERNING_DEFAULT, &delta);
    }
    return delta.x;
}

static void lay_out(struct text_layout *layout, const char *text)
{
    struct span at = span_str(text);
    FT_UInt before = 0;
    FT_Pos pen = 0;

    layout->glyphs = mem_array(at.len + 1, sizeof(*layout->glyphs));
    layout->lines = 1;
    while (at.len > 0) {
        FT_ULong character = next_character(&at);
        FT_UInt index;

        if (character == '\n') {
            layout->lines++;
            pen = before = 0;
            continue;
        }
        if (character < 0x20 || character == 0x7f) {
            continue;
        }
        index = FT_Get_Char_Index(layout->face, character);
        pen += kerning(layout->face, before, index);
        layout->glyphs[layout->n++] =
            (struct glyph){ .index = index, .x = pen, .line = layout->lines - 1 };
        if (FT_Load_Glyph(layout->face, index, FT_LOAD_DEFAULT | FT_LOAD_NO_BITMAP) == 0) {
            pen += layout->face->glyph->advance.x;
        }
        layout->width = pen > layout->width ? pen : layout->width;
        before = index;
    }
}

int text_layout_new(struct span font, const char *text, double size_px, struct text_layout **out,
                    struct err *err)
{
    CLEANUP(text_layout_freep) struct text_layout *layout = mem_zalloc(sizeof(*layout));

    TRY(open_face(layout, font, size_px, err));
    lay_out(layout, text);
    *out = layout;
    layout = NULL;
    return 0;
}

void text_layout_size(const struct text_layout *layout, int64_t *width_px, int64_t *height_px)
{
    *width_px = up_px(layout->width);
    *height_px = layout->lines * layout->line_height_px;
}

/* Adds a glyph's grey levels; its top left stands at (x, y) of coverage. */
static void add_bitmap(const FT_Bitmap *bitmap, int64_t x, int64_t y, struct image *coverage)
{
    int64_t first = x < 0 ? -x : 0, end = (int64_t)coverage->width_px - x;

    if (bitmap->buffer == NULL) { /* a glyph without width may have rows */
        return;
    }
    end = end < (int64_t)bitmap->width ? end : (int64_t)bitmap->width;
    for (int64_t row = 0; row < (int64_t)bitmap->rows; row++) {
        const uint8_t *from = bitmap->buffer + row * bitmap->pitch;
        uint8_t *to;

        if (y + row < 0 || y + row >= (int64_t)coverage->height_px) {
            continue;
        }
        to = image_row(coverage, (uint32_t)(y + row));
        for (int64_t i = first; i < end; i++) {
            unsigned sum = to[x + i] + (unsigned)from[i];

            to[x + i] = (uint8_t)(sum < 255 ? sum : 255);
        }
    }
}

void text_layout_draw(const struct text_layout *layout, int64_t x_px, int64_t y_px,
                      struct image *coverage)
{
    for (size_t i = 0; i < layout->n; i++) {
        const struct glyph *glyph = &layout->glyphs[i];
        FT_GlyphSlot slot = layout->face->glyph;
        int64_t pen = (glyph->x + SUBPIXELS / 2) / SUBPIXELS - x_px;
        int64_t base = glyph->line * layout->line_height_px + layout->ascender_px - y_px;

        if (FT_Load_Glyph(layout->face, glyph->index, FT_LOAD_DEFAULT | FT_LOAD_NO_BITMAP) != 0) {
            continue; /* a glyph that the font draws badly is left out */
        }
        /* An outline tells where it will be: those outside need no bitmap. */
        if (pen + slot->metrics.horiBearingX / SUBPIXELS > (int64_t)coverage->width_px + 1 ||
            base - slot->metrics.horiBearingY / SUBPIXELS > (int64_t)coverage->height_px + 1) {
            continue;
        }
        if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0 ||
            slot->bitmap.pixel_mode != FT_PIXEL_MODE_GRAY) {
            continue;
        }
        add_bitmap(&slot->bitmap, pen + slot->bitmap_left, base - slot->bitmap_top, coverage);
    }
}
