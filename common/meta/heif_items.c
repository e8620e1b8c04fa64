/* Items (ISO/IEC 14496-12, 8.11): where they lie, what they are, and the metadata in them. */
#include <string.h>

#include "base/mem.h"
#include "meta/blocks.h"
#include "meta/heif.h"
#include "meta/ifd.h"

#define IN_IDAT        1 /* construction method: bytes of the meta box itself */
#define MAX_ITEM_BYTES (8u << 20)

/* The item of this number, added where there is none; NULL where there is no room. */
static struct heif_item *item_of(struct heif *heif, uint32_t id)
{
    for (uint32_t i = heif->n_items; i > 0; i--) {
        if (heif->items[i - 1].id == id) {
            return &heif->items[i - 1];
        }
    }
    if (heif->n_items == HEIF_MAX_ITEMS) {
        return NULL;
    }
    if ((heif->n_items & (heif->n_items - 1)) == 0) {
        heif->items = mem_realloc(heif->items, (heif->n_items * 2u + 1) * sizeof *heif->items);
    }
    heif->items[heif->n_items] = (struct heif_item){ .id = id, .content_type = "" };
    return &heif->items[heif->n_items++];
}

static bool add_extent(struct heif *heif, uint64_t offset, uint64_t len)
{
    if (heif->n_extents == HEIF_MAX_EXTENTS) {
        return false;
    }
    if ((heif->n_extents & (heif->n_extents - 1)) == 0) {
        heif->extents =
            mem_realloc(heif->extents, (heif->n_extents * 2u + 1) * sizeof *heif->extents);
    }
    heif->extents[heif->n_extents++] = (struct heif_extent){ offset, len };
    return true;
}

/* A number of 0, 4 or 8 bytes. */
static uint64_t sized(struct cursor *cursor, unsigned size)
{
    return size == 8 ? cursor_u64(cursor) : size == 4 ? cursor_u32(cursor) : 0;
}

struct location_sizes {
    unsigned offset, length, base, index;
    uint8_t version;
};

static bool read_location(struct heif *heif, struct cursor *cursor, const struct location_sizes *s)
{
    uint32_t id = s->version < 2 ? cursor_u16(cursor) : cursor_u32(cursor);
    uint16_t construction = s->version > 0 ? cursor_u16(cursor) & 15 : 0, n;
    uint64_t base;
    struct heif_item *item;

    cursor_u16(cursor); /* data_reference_index */
    base = sized(cursor, s->base);
    n = cursor_u16(cursor);
    item = cursor->bad ? NULL : item_of(heif, id);
    if (item == NULL) {
        return false;
    }
    item->construction = (uint8_t)construction;
    item->first_extent = heif->n_extents;
    for (uint16_t i = 0; i < n; i++) {
        uint64_t offset, len;

        sized(cursor, s->index);
        offset = sized(cursor, s->offset);
        len = sized(cursor, s->length);
        if (cursor->bad || base > INT64_MAX || offset > INT64_MAX ||
            !add_extent(heif, base + offset, len)) {
            return false;
        }
        item->n_extents++;
    }
    return true;
}

void heif_read_locations(struct heif *heif, struct box box)
{
    struct cursor cursor = { .big_endian = true };
    struct location_sizes sizes = { 0 };
    uint32_t flags, n;
    uint8_t two;

    sizes.version = box_version(&box, &flags);
    cursor.in = box.content;
    two = cursor_u8(&cursor);
    sizes.offset = two >> 4;
    sizes.length = two & 15;
    two = cursor_u8(&cursor);
    sizes.base = two >> 4;
    sizes.index = sizes.version > 0 ? two & 15 : 0;
    n = sizes.version < 2 ? cursor_u16(&cursor) : cursor_u32(&cursor);
    for (uint32_t i = 0; i < n && !cursor.bad; i++) {
        if (!read_location(heif, &cursor, &sizes)) {
            return;
        }
    }
}

/* The text up to its NUL, taken off the cursor. */
static struct span read_text(struct cursor *cursor)
{
    struct span rest = span_from(cursor->in, cursor->at);
    struct value value = value_text(rest);
    struct span text = value_chars(&value);

    cursor->at += text.len < rest.len ? text.len + 1 : text.len;
    return text;
}

static void read_info(struct meta_scan *scan, struct heif *heif, struct box box)
{
    struct cursor cursor = { .big_endian = true };
    uint32_t flags, id;
    uint8_t version = box_version(&box, &flags);
    struct heif_item *item;
    const char *content_type;

    cursor.in = box.content;
    if (version < 2) {
        return;
    }
    id = version == 2 ? cursor_u16(&cursor) : cursor_u32(&cursor);
    cursor_u16(&cursor); /* item_protection_index */
    item = item_of(heif, id);
    if (item == NULL) {
        return;
    }
    item->type = cursor_u32(&cursor);
    read_text(&cursor); /* item_name */
    if (item->type == BOX_TYPE('m', 'i', 'm', 'e')) {
        content_type = arena_text(scan->reader.arena, read_text(&cursor));
        item->content_type = content_type != NULL ? content_type : "";
        item->deflated = span_equal(read_text(&cursor), span_str("deflate"));
    }
}

void heif_read_infos(struct meta_scan *scan, struct heif *heif, struct box box)
{
    uint32_t flags;
    uint8_t version = box_version(&box, &flags);
    struct span rest = span_from(box.content, version == 0 ? 2 : 4);
    uint64_t offset = box.offset + (version == 0 ? 2 : 4);
    struct box info;

    while (box_next(&rest, &offset, &info)) {
        if (info.type == BOX_TYPE('i', 'n', 'f', 'e')) {
            read_info(scan, heif, info);
        }
    }
}

/* The bytes of one extent; a length of 0 is all there is. */
static int extent_bytes(struct meta_scan *scan, const struct heif *heif,
                        const struct heif_item *item, const struct heif_extent *extent,
                        struct span *out, struct err *err)
{
    uint64_t len = extent->len != 0 ? extent->len : MAX_ITEM_BYTES;

    *out = (struct span){ NULL, 0 };
    if (item->construction == IN_IDAT) {
        *out = span_from(heif->idat, extent->offset < SIZE_MAX ? (size_t)extent->offset : SIZE_MAX);
        out->len = out->len < len ? out->len : (size_t)len;
        return 0;
    }
    if (item->construction != 0 || len > MAX_ITEM_BYTES) {
        return 0;
    }
    return reader_bytes(&scan->reader, extent->offset, len, out, err);
}

/* An item's bytes in one piece, and where they lie when they lie in one. */
static int item_bytes(struct meta_scan *scan, const struct heif *heif, const struct heif_item *item,
                      struct span *out, uint64_t *offset, struct err *err)
{
    CLEANUP(buf_release) struct buf all = BUF_INIT(MAX_ITEM_BYTES);
    const struct heif_extent *extents;

    *out = (struct span){ NULL, 0 };
    *offset = 0;
    if (item->n_extents == 0) {
        return 0;
    }
    extents = heif->extents + item->first_extent;
    if (item->n_extents == 1) {
        *offset = item->construction == 0 ? extents[0].offset : 0;
        return extent_bytes(scan, heif, item, &extents[0], out, err);
    }
    for (uint32_t i = 0; i < item->n_extents; i++) {
        struct span piece;

        TRY(extent_bytes(scan, heif, item, &extents[i], &piece, err));
        buf_add_span(&all, piece);
    }
    if (!all.overflowed) {
        *out = arena_copy(scan->reader.arena, buf_span(&all));
    }
    return 0;
}

/* ISO/IEC 23008-12, A.2.1: four bytes tell where the TIFF header is; some writers leave them out.
 */
static int read_exif_item(struct meta_scan *scan, struct span bytes, uint64_t offset,
                          struct err *err)
{
    uint64_t skip;

    if (bytes.len < 8) {
        return 0;
    }
    if (memcmp(bytes.data, "II*\0", 4) == 0 || memcmp(bytes.data, "MM\0*", 4) == 0) {
        return exif_read(scan, bytes, offset, err);
    }
    skip = 4 + (uint64_t)get_u32(bytes.data, true);
    if (memcmp(bytes.data, "Exif\0", 5) == 0) {
        skip = 6;
    } else if (skip > bytes.len || skip > 65536) {
        return 0;
    }
    bytes = span_from(bytes, (size_t)skip);
    if (bytes.len > 6 && memcmp(bytes.data, "Exif\0\0", 6) == 0) {
        bytes = span_from(bytes, 6);
        skip += 6;
    }
    return exif_read(scan, bytes, offset != 0 ? offset + skip : 0, err);
}

static bool is_xmp(const struct heif_item *item)
{
    return item->type == BOX_TYPE('m', 'i', 'm', 'e') &&
           strcmp(item->content_type, "application/rdf+xml") == 0;
}

/* ISO/IEC 23008-12, 6.6.2.3.2: version, flags, rows and columns less one, then the size of the
 * whole.
 */
static void read_grid(struct meta_scan *scan, struct span bytes, bool primary)
{
    const struct place place = { "QuickTime", "Meta", primary ? 0 : PRIORITY_LOWEST, 0 };
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);
    struct cursor cursor = { bytes, 0, true, false };
    bool wide;

    cursor_u8(&cursor);
    wide = cursor_u8(&cursor) & 1;
    cursor_u16(&cursor);
    buf_printf(&text, "%u", wide ? cursor_u32(&cursor) : cursor_u16(&cursor));
    buf_printf(&text, "x%u", wide ? cursor_u32(&cursor) : cursor_u16(&cursor));
    if (!cursor.bad) {
        store_add_text(&scan->store, &place, "MetaImageSize", buf_span(&text));
    }
}

static int read_item(struct meta_scan *scan, struct heif *heif, const struct heif_item *item,
                     struct err *err)
{
    bool exif = item->type == BOX_TYPE('E', 'x', 'i', 'f');
    struct span bytes, inflated;
    uint64_t offset;

    if (!exif && !is_xmp(item) && item->type != BOX_TYPE('g', 'r', 'i', 'd')) {
        return 0;
    }
    TRY(item_bytes(scan, heif, item, &bytes, &offset, err));
    if (item->type == BOX_TYPE('g', 'r', 'i', 'd')) {
        if (item->construction != IN_IDAT) {
            return 0;
        }
        read_grid(scan, bytes, item->id == heif->primary);
        return 0;
    }
    if (item->deflated) {
        reader_inflate(&scan->reader, bytes, &inflated);
        bytes = inflated;
    }
    return exif ? read_exif_item(scan, bytes, offset, err) : xmp_read(scan, bytes, err);
}

int heif_read_items(struct meta_scan *scan, struct heif *heif, struct err *err)
{
    for (uint32_t i = 0; i < heif->n_items; i++) {
        TRY(read_item(scan, heif, &heif->items[i], err));
    }
    return 0;
}
