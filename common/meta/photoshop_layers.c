/*
 * Photoshop's document data in TIFF (Photoshop TIFF Technical Notes, "ImageSourceData"): blocks of
 * signature, key and length in either byte order, of which the layers' records are told.
 */
#include "meta/blocks.h"
#include "meta/print.h"
#include "meta/tables/photoshop.h"

#define MAX_LAYERS     1000
#define MAX_BLOCKS     1000
#define MAX_LIST_BYTES (1u << 20)
#define CHANNEL_BYTES  6
#define HIDDEN_BIT     2 /* of a layer's flags */

static const struct place layers_place = { "Photoshop", "Photoshop", 0, 0 };

/* A list with an element for every layer. */
enum layer_list {
    RECTANGLES,
    BLEND_MODES,
    OPACITIES,
    VISIBLE,
    NAMES,
    UNICODE_NAMES,
    COLORS,
    SECTIONS,
    N_LISTS
};

static const struct {
    const char *name;
    const char *missing; /* stands for a layer without it, once another has had it; NULL: nothing */
} lists[N_LISTS] = {
    [RECTANGLES] = { "LayerRectangles", NULL }, [BLEND_MODES] = { "LayerBlendModes", NULL },
    [OPACITIES] = { "LayerOpacities", NULL },   [VISIBLE] = { "LayerVisible", NULL },
    [NAMES] = { "LayerNames", NULL },           [UNICODE_NAMES] = { "LayerUnicodeNames", "" },
    [COLORS] = { "LayerColors", "Unknown ()" }, [SECTIONS] = { "LayerSections", "Unknown ()" },
};

struct layers {
    struct buf texts[N_LISTS];
    uint32_t n[N_LISTS];
    uint32_t n_layers; /* begun so far */
};

static void element_add(struct layers *layers, enum layer_list list, struct span text)
{
    if (layers->n[list]++ > 0) {
        buf_add_byte(&layers->texts[list], ',');
    }
    buf_add_span(&layers->texts[list], text);
}

/* Stands for `n_layers` layers in all: what is missing is filled up. */
static void list_fill(struct layers *layers, enum layer_list list, uint32_t n_layers)
{
    while (lists[list].missing != NULL && layers->n[list] < n_layers) {
        element_add(layers, list, span_str(lists[list].missing));
    }
}

static void list_add(struct layers *layers, enum layer_list list, struct span text)
{
    list_fill(layers, list, layers->n_layers - 1);
    element_add(layers, list, text);
}

static void list_add_enum(struct layers *layers, enum layer_list list, const struct enum_map *map,
                          int64_t number)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);

    enum_append(map, number, &text);
    list_add(layers, list, buf_span(&text));
}

/* Four letters, turned round where the bytes are. */
static struct span next_key(struct cursor *at, char key[4])
{
    struct span in = cursor_bytes(at, 4);

    for (size_t i = 0; i < in.len; i++) {
        key[at->big_endian ? i : 3 - i] = (char)in.data[i];
    }
    return (struct span){ (const uint8_t *)key, in.len };
}

static bool next_signature(struct cursor *at)
{
    char key[4] = "";

    return span_equal(next_key(at, key), span_str("8BIM"));
}

static void add_blend_mode(struct layers *layers, struct span key)
{
    for (size_t i = 0; i < photoshop_blend_modes.n_texts; i++) {
        if (span_equal(key, span_str(photoshop_blend_modes.texts[i].value))) {
            list_add(layers, BLEND_MODES, span_str(photoshop_blend_modes.texts[i].name));
            return;
        }
    }
    list_add(layers, BLEND_MODES, key);
}

/* Blocks behind a layer's name: padded to four bytes in TIFF. */
static void read_extra(struct layers *layers, struct span in, bool big_endian)
{
    struct cursor at = { .in = in, .big_endian = big_endian };

    for (uint32_t i = 0; i < MAX_BLOCKS && cursor_left(&at) >= 12; i++) {
        char letters[4] = "";
        struct span key;
        struct cursor data = { .big_endian = big_endian };
        uint32_t len;

        if (!next_signature(&at)) {
            return;
        }
        key = next_key(&at, letters);
        len = cursor_u32(&at);
        data.in = cursor_bytes(&at, len);
        (void)cursor_bytes(&at, (4 - len % 4) % 4);
        if (data.in.data == NULL) {
            return;
        }
        if (span_equal(key, span_str("luni"))) {
            CLEANUP(buf_release) struct buf text = BUF_INIT(65536);

            utf16_append(span_from(data.in, 4), big_endian, &text); /* a count first */
            list_add(layers, UNICODE_NAMES, buf_span(&text));
        } else if (span_equal(key, span_str("lclr"))) {
            list_add_enum(layers, COLORS, &photoshop_layer_colours, cursor_u16(&data));
        } else if (span_equal(key, span_str("lsct"))) {
            list_add_enum(layers, SECTIONS, &photoshop_layer_sections, cursor_u32(&data));
        }
    }
}

/*
 * What stands behind a layer's flags: masks, ranges, a Pascal string padded to four, more blocks.
 * False where they leave the layer: ExifTool tells of no layer behind such a one.
 */
static bool read_details(struct layers *layers, struct span in, bool big_endian)
{
    struct cursor at = { .in = in, .big_endian = big_endian };
    struct span name;
    uint8_t len;

    (void)cursor_bytes(&at, cursor_u32(&at));
    (void)cursor_bytes(&at, cursor_u32(&at));
    len = cursor_u8(&at);
    name = cursor_bytes(&at, len);
    if (at.bad) {
        return false;
    }
    list_add(layers, NAMES, name);
    (void)cursor_bytes(&at, (4 - (len + 1u) % 4) % 4);
    read_extra(layers, span_from(in, at.at), big_endian);
    return true;
}

/* One layer's record; false where it is none. */
static bool read_layer(struct layers *layers, struct cursor *at)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);
    uint32_t sides[4];
    uint8_t opacity, flags;
    char letters[4] = "";
    struct span blend, details;

    for (size_t i = 0; i < ARRAY_LEN(sides); i++) {
        sides[i] = cursor_u32(at);
    }
    (void)cursor_bytes(at, (uint64_t)cursor_u16(at) * CHANNEL_BYTES);
    if (at->bad) {
        return false;
    }
    buf_printf(&text, "%u %u %u %u", sides[0], sides[1], sides[2], sides[3]);
    if (!next_signature(at)) {
        return false;
    }
    list_add(layers, RECTANGLES, buf_span(&text));
    blend = next_key(at, letters);
    opacity = cursor_u8(at);
    (void)cursor_u8(at); /* clipping */
    flags = cursor_u8(at);
    (void)cursor_u8(at); /* filler */
    if (at->bad) {
        return false;
    }
    add_blend_mode(layers, blend);
    buf_clear(&text);
    buf_printf(&text, "%u%%", (opacity * 100u + 127) / 255);
    list_add(layers, OPACITIES, buf_span(&text));
    list_add(layers, VISIBLE, span_str(flags & HIDDEN_BIT ? "No" : "Yes"));
    details = cursor_bytes(at, cursor_u32(at));
    if (at->bad) {
        return false;
    }
    return read_details(layers, details, at->big_endian);
}

static void lists_finish(struct meta_scan *scan, struct layers *layers, uint32_t n_layers)
{
    for (int list = 0; list < N_LISTS; list++) {
        struct found *found = NULL;

        if (layers->n[list] > 0) {
            list_fill(layers, list, n_layers);
            found = store_add_text(&scan->store, &layers_place, lists[list].name,
                                   buf_span(&layers->texts[list]));
        }
        if (found != NULL) {
            found->is_list = layers->n[list] > 1;
        }
        buf_release(&layers->texts[list]);
    }
}

static void read_layers(struct meta_scan *scan, struct span in, bool big_endian)
{
    struct cursor at = { .in = in, .big_endian = big_endian };
    int16_t count = (int16_t)cursor_u16(&at);
    uint32_t n = count < 0 ? 0u - (uint32_t)count : (uint32_t)count;
    struct layers layers = { 0 };

    if (at.bad || n > MAX_LAYERS) {
        return;
    }
    for (int list = 0; list < N_LISTS; list++) {
        layers.texts[list].max = MAX_LIST_BYTES;
    }
    (void)store_add_u64(&scan->store, &layers_place, "LayerCount", n);
    while (layers.n_layers < n) {
        layers.n_layers++;
        if (!read_layer(&layers, &at)) {
            break;
        }
    }
    lists_finish(scan, &layers, n);
}

int photoshop_document(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    static const char title[] = "Adobe Photoshop Document Data Block";
    struct cursor at = { .in = raw->bytes };

    (void)err;
    if (!span_starts(raw->bytes, (struct span){ (const uint8_t *)title, sizeof title })) {
        return 0;
    }
    (void)cursor_bytes(&at, sizeof title);
    at.big_endian = span_starts(span_from(at.in, at.at), span_str("8BIM"));
    for (uint32_t i = 0; i < MAX_BLOCKS && cursor_left(&at) >= 12; i++) {
        char letters[4] = "";
        struct span key, data;
        uint32_t len;

        if (!next_signature(&at)) {
            break;
        }
        key = next_key(&at, letters);
        len = cursor_u32(&at);
        data = cursor_bytes(&at, len);
        (void)cursor_bytes(&at, (4 - len % 4) % 4);
        if (data.data == NULL) {
            break;
        }
        if (span_equal(key, span_str("Layr")) || span_equal(key, span_str("Lr16"))) {
            read_layers(scan, data, at.big_endian);
        }
    }
    return 0;
}
