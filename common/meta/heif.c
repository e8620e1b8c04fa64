#include "meta/heif.h"

#include <inttypes.h>
#include <string.h>

#include "base/mem.h"
#include "meta/blocks.h"
#include "meta/print.h"

#define MAX_BOX_BYTES (8u << 20) /* of meta, moov: larger ones are damage */
#define MAX_BOXES     1000

static const struct place quicktime = { .g0 = "QuickTime", .g1 = "QuickTime" };

bool box_next(struct span *rest, uint64_t *offset, struct box *out)
{
    uint64_t size, header = 8;

    if (rest->len < 8) {
        return false;
    }
    size = get_u32(rest->data, true);
    out->type = get_u32(rest->data + 4, true);
    if (size == 1) {
        if (rest->len < 16) {
            return false;
        }
        size = get_u64(rest->data + 8, true);
        header = 16;
    } else if (size == 0) {
        size = rest->len;
    }
    if (size < header || !span_slice(*rest, header, size - header, &out->content)) {
        return false;
    }
    out->offset = *offset + header;
    *offset += size;
    *rest = span_from(*rest, (size_t)size);
    return true;
}

bool box_find(struct span content, uint64_t offset, uint32_t type, struct box *out)
{
    while (box_next(&content, &offset, out)) {
        if (out->type == type) {
            return true;
        }
    }
    return false;
}

uint8_t box_version(struct box *box, uint32_t *flags)
{
    uint32_t word = box->content.len >= 4 ? get_u32(box->content.data, true) : 0;

    box->content = span_from(box->content, 4);
    box->offset += 4;
    *flags = word & 0xffffff;
    return (uint8_t)(word >> 24);
}

void heif_add_named(struct meta_scan *scan, const struct place *place, const char *name,
                    const struct enum_map *map, struct span value)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(1024);
    struct print_step step = { PRINT_ENUM, map, NULL };

    if (value.len > 512 || !print_step(NULL, &step, value, &text)) {
        return;
    }
    store_add_printed(&scan->store, place, name, value, buf_span(&text));
}

bool heif_print_level(const struct tag_env *env, struct span value, struct buf *out)
{
    double level = number_parse(value, NULL);

    (void)env;
    buf_printf(out, "%.0f (level %.1f)", level, level / 30);
    return true;
}

bool heif_convert_depth(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%d", (int)raw_int(env) + 8);
    return true;
}

/* FileType and MIMEType by the first brand that names one of them. */
static const struct {
    char brand[5];
    const char *file_type, *mime;
} kinds[] = {
    { "heic", "HEIC", "image/heic" },       { "hevc", "HEICS", "image/heic-sequence" },
    { "mif1", "HEIF", "image/heif" },       { "msf1", "HEIFS", "image/heif-sequence" },
    { "heix", "HEIC", "image/heic" },       { "avif", "AVIF", "image/avif" },
    { "avis", "AVIF", "image/avif" },       { "avio", "AVIF", "image/avif" },
    { "crx ", "CR3", "image/x-canon-cr3" }, { "mif2", "HEIF", "image/heif" },
};

static bool set_kind(struct meta_scan *scan, struct span brand)
{
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (span_equal(brand, span_str(kinds[i].brand))) {
            scan->file_type = kinds[i].file_type;
            scan->mime = kinds[i].mime;
            return true;
        }
    }
    return false;
}

static bool has_brand(struct span brands, const char *brand)
{
    for (size_t at = 0; at + 4 <= brands.len; at += 4) {
        if (memcmp(brands.data + at, brand, 4) == 0) {
            return true;
        }
    }
    return false;
}

static void read_file_type(struct meta_scan *scan, struct box box)
{
    CLEANUP(buf_release) struct buf list = BUF_INIT(4096);
    struct span content = box.content, major, brands;
    struct found *item;

    if (content.len < 8) {
        return;
    }
    major = (struct span){ content.data, 4 };
    brands = span_from(content, 8);
    if (!set_kind(scan, major)) {
        scan->mime = "video/mp4"; /* as ExifTool has it for brands that it does not know */
    }
    if (has_brand(major, "mif1") && has_brand(brands, "avif")) {
        set_kind(scan, span_str("avif"));
    }
    heif_add_named(scan, &quicktime, "MajorBrand", heif_brands, major);
    buf_printf(&list, "%x.%x.%x", get_u16(content.data + 4, true), content.data[6],
               content.data[7]);
    store_add_text(&scan->store, &quicktime, "MinorVersion", buf_span(&list));
    buf_clear(&list);
    for (size_t at = 0; at + 4 <= brands.len; at += 4) {
        if (memcmp(brands.data + at, "\0\0\0\0", 4) != 0) {
            buf_add_str(&list, list.len > 0 ? "," : "");
            buf_add(&list, brands.data + at, 4);
        }
    }
    item = store_add_text(&scan->store, &quicktime, "CompatibleBrands", buf_span(&list));
    if (item != NULL) {
        item->is_list = true;
    }
}

void heif_read_handler(struct meta_scan *scan, const struct place *place, struct box box)
{
    struct span content = box.content, name;

    if (content.len < 12) {
        return;
    }
    if (get_u32(content.data + 4, true) != 0) {
        heif_add_named(scan, place, "HandlerClass", heif_handler_classes,
                       (struct span){ content.data + 4, 4 });
    }
    heif_add_named(scan, place, "HandlerType", heif_handlers, (struct span){ content.data + 8, 4 });
    if (content.len >= 16 && get_u32(content.data + 12, true) != 0) {
        heif_add_named(scan, place, "HandlerVendorID", heif_vendors,
                       (struct span){ content.data + 12, 4 });
    }
    name = span_from(content, 24);
    if (name.len > 1 && name.data[0] == name.len - 1) {
        name = span_from(name, 1); /* a Pascal string of QuickTime */
    }
    if (name.len > 0) {
        struct value text = value_text(name);

        name = value_chars(&text);
        if (name.len > 0) {
            store_add_text(&scan->store, place, "HandlerDescription", name);
        }
    }
}

static void read_primary(struct meta_scan *scan, struct heif *heif, struct box box)
{
    static const struct place place = { .g0 = "QuickTime", .g1 = "Meta" };
    struct cursor cursor = { .big_endian = true };
    uint32_t flags;
    uint8_t version = box_version(&box, &flags);

    cursor.in = box.content;
    heif->primary = version == 0 ? cursor_u16(&cursor) : cursor_u32(&cursor);
    if (!cursor.bad) {
        store_add_u64(&scan->store, &place, "PrimaryItemReference", heif->primary);
    }
}

static int read_meta(struct meta_scan *scan, struct heif *heif, struct box meta, struct err *err)
{
    struct box box, properties = { 0 };
    uint64_t offset;
    uint32_t flags;
    struct span rest;

    box_version(&meta, &flags);
    rest = meta.content;
    offset = meta.offset;
    while (box_next(&rest, &offset, &box)) {
        switch (box.type) {
        case BOX_TYPE('h', 'd', 'l', 'r'):
            heif_read_handler(scan, &quicktime, box);
            break;
        case BOX_TYPE('p', 'i', 't', 'm'):
            read_primary(scan, heif, box);
            break;
        case BOX_TYPE('i', 'l', 'o', 'c'):
            heif_read_locations(heif, box);
            break;
        case BOX_TYPE('i', 'i', 'n', 'f'):
            heif_read_infos(scan, heif, box);
            break;
        case BOX_TYPE('i', 'd', 'a', 't'):
            heif->idat = box.content;
            break;
        case BOX_TYPE('i', 'p', 'r', 'p'):
            properties = box;
            break;
        default:
            break;
        }
    }
    TRY(heif_read_items(scan, heif, err));
    return heif_read_properties(scan, heif, properties, err);
}

static int read_box(struct meta_scan *scan, struct heif *heif, struct box box, struct err *err)
{
    switch (box.type) {
    case BOX_TYPE('f', 't', 'y', 'p'):
        read_file_type(scan, box);
        heif->dates_have_zone = strcmp(scan->file_type, "CR3") == 0;
        return 0;
    case BOX_TYPE('m', 'e', 't', 'a'):
        return read_meta(scan, heif, box, err);
    case BOX_TYPE('m', 'o', 'o', 'v'):
        return heif_read_movie(scan, heif, box, err);
    case BOX_TYPE('u', 'u', 'i', 'd'):
        return cr3_read_uuid(scan, box, err);
    default:
        return 0;
    }
}

static bool is_read(uint32_t type)
{
    return type == BOX_TYPE('f', 't', 'y', 'p') || type == BOX_TYPE('m', 'e', 't', 'a') ||
           type == BOX_TYPE('m', 'o', 'o', 'v') || type == BOX_TYPE('u', 'u', 'i', 'd');
}

/* The header of a box of the file; *size 0 at the end. */
static int read_header(struct meta_scan *scan, uint64_t at, uint64_t *size, uint64_t *header,
                       uint32_t *type, struct err *err)
{
    uint8_t bytes[16] = { 0 };
    bool whole;

    *size = 0;
    *header = 8;
    TRY(reader_peek(&scan->reader, at, bytes, 8, &whole, err));
    if (!whole) {
        return 0;
    }
    *type = get_u32(bytes + 4, true);
    *size = get_u32(bytes, true);
    if (*size == 1) {
        TRY(reader_peek(&scan->reader, at, bytes, 16, &whole, err));
        *size = whole ? get_u64(bytes + 8, true) : 0;
        *header = 16;
    } else if (*size == 0 && *type == BOX_TYPE('m', 'd', 'a', 't')) {
        *size = scan->reader.size - at; /* to the end of the file; other boxes are left alone */
    }
    if (*size < *header || *size > INT64_MAX) {
        *size = 0;
    }
    return 0;
}

static int read_boxes(struct meta_scan *scan, struct heif *heif, struct err *err)
{
    uint64_t at = 0, size, header;
    struct box box;

    for (int i = 0; i < MAX_BOXES; i++) {
        TRY(read_header(scan, at, &size, &header, &box.type, err));
        if (size == 0) {
            return 0;
        }
        if (box.type == BOX_TYPE('m', 'd', 'a', 't')) {
            store_add_u64(&scan->store, &quicktime, "MediaDataSize", size - header);
            store_add_u64(&scan->store, &quicktime, "MediaDataOffset", at + header);
        } else if (is_read(box.type) && size - header <= MAX_BOX_BYTES) {
            box.offset = at + header;
            TRY(reader_bytes(&scan->reader, box.offset, size - header, &box.content, err));
            TRY(read_box(scan, heif, box, err));
        }
        at += size;
        if (at >= scan->reader.size) {
            return 0;
        }
    }
    return 0;
}

static void heif_release(struct heif *heif)
{
    mem_free(heif->items);
    mem_free(heif->extents);
    mem_free(heif->links);
}

int heif_read(struct meta_scan *scan, struct err *err)
{
    CLEANUP(heif_release) struct heif heif = { 0 };

    return read_boxes(scan, &heif, err);
}
