/* Item properties (ISO/IEC 23008-12, 9.3): those of the primary item count, others give way. */
#include <inttypes.h>
#include <string.h>

#include "base/mem.h"
#include "meta/binary.h"
#include "meta/blocks.h"
#include "meta/heif.h"

static void add_link(struct heif *heif, uint32_t item, uint32_t property)
{
    if (heif->n_links == HEIF_MAX_LINKS) {
        return;
    }
    if ((heif->n_links & (heif->n_links - 1)) == 0) {
        heif->links = mem_realloc(heif->links, (heif->n_links * 2u + 1) * sizeof *heif->links);
    }
    heif->links[heif->n_links++] = (struct heif_link){ item, property };
}

static void read_associations(struct heif *heif, struct box box)
{
    struct cursor cursor = { .big_endian = true };
    uint32_t flags, n;
    uint8_t version = box_version(&box, &flags);

    cursor.in = box.content;
    n = cursor_u32(&cursor);
    for (uint32_t i = 0; i < n && !cursor.bad; i++) {
        uint32_t item = version == 0 ? cursor_u16(&cursor) : cursor_u32(&cursor);
        uint8_t links = cursor_u8(&cursor);

        for (uint8_t j = 0; j < links && !cursor.bad; j++) {
            uint32_t property =
                flags & 1 ? cursor_u16(&cursor) & 0x7fff : cursor_u8(&cursor) & 0x7f;

            if (!cursor.bad) {
                add_link(heif, item, property);
            }
        }
    }
}

static bool belongs_to(const struct heif *heif, uint32_t item, uint32_t property)
{
    for (uint32_t i = 0; i < heif->n_links; i++) {
        if (heif->links[i].item == item && heif->links[i].property == property) {
            return true;
        }
    }
    return false;
}

/* A grid has its coding from its first tile, which ExifTool takes to be item 1. */
static bool belongs_to_primary(const struct heif *heif, uint32_t property, uint32_t type)
{
    return heif->n_links == 0 || belongs_to(heif, heif->primary, property) ||
           (type != BOX_TYPE('i', 's', 'p', 'e') && belongs_to(heif, 1, property));
}

static void add_extent_size(struct meta_scan *scan, const struct place *place, struct box box,
                            bool primary)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);
    uint32_t flags;

    box_version(&box, &flags);
    if (box.content.len < 8) {
        return;
    }
    buf_printf(&text, "%ux%u", get_u32(box.content.data, true),
               get_u32(box.content.data + 4, true));
    store_add_text(&scan->store, place, "ImageSpatialExtent", buf_span(&text));
    if (primary) {
        scan_file_u64(scan, "ImageWidth", get_u32(box.content.data, true));
        scan_file_u64(scan, "ImageHeight", get_u32(box.content.data + 4, true));
    }
}

static void add_depths(struct meta_scan *scan, const struct place *place, struct box box)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(1024);
    uint32_t flags;

    if (box_version(&box, &flags) != 0 || flags != 0) {
        return; /* a layout that ExifTool does not know */
    }
    for (size_t i = 1; i < box.content.len; i++) {
        buf_printf(&text, i > 1 ? " %u" : "%u", box.content.data[i]);
    }
    store_add_text(&scan->store, place, "ImagePixelDepth", buf_span(&text));
}

/* Eight numbers: width, height, horizontal and vertical offset as fractions. */
static void add_aperture(struct meta_scan *scan, const struct place *place, struct box box)
{
    struct value value = { FORMAT_SRATIONAL, true, 4, { box.content.data, 32 }, 0 };
    CLEANUP(buf_release) struct buf text = BUF_INIT(256);

    if (box.content.len < 32) {
        return;
    }
    value_append(&value, &text);
    store_add_text(&scan->store, place, "CleanAperture", buf_span(&text));
}

static void add_numbers(struct meta_scan *scan, const struct place *place, const char *name,
                        struct box box)
{
    struct value value = { FORMAT_U32, true, (uint32_t)(box.content.len / 4), box.content, 0 };
    CLEANUP(buf_release) struct buf text = BUF_INIT(256);

    if (box.content.len >= 4 && box.content.len <= 64) {
        value_append(&value, &text);
        store_add_text(&scan->store, place, name, buf_span(&text));
    }
}

static void add_auxiliary(struct meta_scan *scan, const struct place *place, struct box box)
{
    struct value text;
    uint32_t flags;

    box_version(&box, &flags);
    text = value_text(box.content);
    store_add_text(&scan->store, place, "AuxiliaryImageType", value_chars(&text));
}

/* irot: anticlockwise quarter turns; imir: the axis. EXIF's orientation does not count in HEIF. */
static void add_turn(struct meta_scan *scan, const struct place *place, struct box box)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(16);
    bool turn = box.type == BOX_TYPE('i', 'r', 'o', 't');
    uint8_t value;

    if (box.content.len < 1) {
        return;
    }
    value = box.content.data[0] & (turn ? 3 : 1);
    buf_printf(&text, "%u", value);
    heif_add_named(scan, place, turn ? "Rotation" : "Mirroring",
                   turn ? heif_rotations : heif_mirrorings, buf_span(&text));
}

static int add_color(struct meta_scan *scan, const struct place *place, struct box box,
                     struct err *err)
{
    if (box.content.len >= 4 &&
        (memcmp(box.content.data, "prof", 4) == 0 || memcmp(box.content.data, "rICC", 4) == 0)) {
        int result;

        scan->low_icc = place->priority < 0; /* the primary item's counts, wherever it stands */
        result = icc_read(scan, span_from(box.content, 4), err);
        scan->low_icc = false;
        return result;
    }
    return binary_read(scan, &heif_color_table, place, box.content, true, err);
}

static int read_property(struct meta_scan *scan, struct box box, bool primary, struct err *err)
{
    /* sub-documents: told where the main image has no such tag */
    const struct place place = { .g0 = "QuickTime",
                                 .g1 = "QuickTime",
                                 .priority = primary ? 0 : PRIORITY_LOWEST };

    switch (box.type) {
    case BOX_TYPE('i', 's', 'p', 'e'):
        add_extent_size(scan, &place, box, primary);
        return 0;
    case BOX_TYPE('p', 'i', 'x', 'i'):
        add_depths(scan, &place, box);
        return 0;
    case BOX_TYPE('h', 'v', 'c', 'C'):
        return binary_read(scan, &heif_hevc_table, &place, box.content, true, err);
    case BOX_TYPE('a', 'v', '1', 'C'):
        return binary_read(scan, &heif_av1_table, &place, box.content, true, err);
    case BOX_TYPE('c', 'l', 'l', 'i'):
        return binary_read(scan, &heif_light_table, &place, box.content, true, err);
    case BOX_TYPE('c', 'o', 'l', 'r'):
        return add_color(scan, &place, box, err);
    case BOX_TYPE('c', 'l', 'a', 'p'):
        add_aperture(scan, &place, box);
        return 0;
    case BOX_TYPE('p', 'a', 's', 'p'):
        add_numbers(scan, &place, "PixelAspectRatio", box);
        return 0;
    case BOX_TYPE('a', 'u', 'x', 'C'):
        add_auxiliary(scan, &place, box);
        return 0;
    case BOX_TYPE('i', 'r', 'o', 't'):
    case BOX_TYPE('i', 'm', 'i', 'r'):
        add_turn(scan, &place, box);
        return 0;
    default:
        return 0;
    }
}

int heif_read_properties(struct meta_scan *scan, struct heif *heif, struct box box, struct err *err)
{
    struct box part, container = { 0 };
    struct span rest = box.content;
    uint64_t offset = box.offset;

    while (box_next(&rest, &offset, &part)) {
        if (part.type == BOX_TYPE('i', 'p', 'm', 'a')) {
            read_associations(heif, part);
        } else if (part.type == BOX_TYPE('i', 'p', 'c', 'o')) {
            container = part;
        }
    }
    rest = container.content;
    offset = container.offset;
    for (uint32_t i = 1; i <= HEIF_MAX_LINKS && box_next(&rest, &offset, &part); i++) {
        TRY(read_property(scan, part, belongs_to_primary(heif, i, part.type), err));
    }
    return 0;
}
