/* Canon's uuid boxes in CR3: EXIF in pieces (CMT1 IFD0, CMT2 ExifIFD, CMT3 MakerNotes, CMT4 GPS),
 * thumbnail and preview; Adobe's with XMP. */
#include <string.h>

#include "meta/blocks.h"
#include "meta/heif.h"
#include "meta/ifd.h"

static const uint8_t canon_uuid[16] = { 0x85, 0xc0, 0xb6, 0x87, 0x82, 0x0f, 0x11, 0xe0,
                                        0x81, 0x11, 0xf4, 0xce, 0x46, 0x2b, 0x6a, 0x48 };
static const uint8_t preview_uuid[16] = { 0xea, 0xf4, 0x2b, 0x5e, 0x1c, 0x98, 0x4b, 0x88,
                                          0xb9, 0xfb, 0xb7, 0xdc, 0x40, 0x6e, 0x4d, 0x16 };
static const uint8_t xmp_uuid[16] = { 0xbe, 0x7a, 0xcf, 0xcb, 0x97, 0xa9, 0x42, 0xe8,
                                      0x9c, 0x71, 0x99, 0x94, 0x91, 0xe3, 0xaf, 0xac };

static const struct {
    uint32_t type;
    const char *name;
    const struct tag_table *table; /* NULL: the maker's own */
} pieces[] = {
    { BOX_TYPE('C', 'M', 'T', '1'), "IFD0", &exif_table },
    { BOX_TYPE('C', 'M', 'T', '2'), "ExifIFD", &exif_table },
    { BOX_TYPE('C', 'M', 'T', '3'), "MakerNotes", NULL },
    { BOX_TYPE('C', 'M', 'T', '4'), "GPS", &gps_table },
};

static int read_piece(struct meta_scan *scan, const struct box *box, size_t piece, struct err *err)
{
    struct tiff_view view = { .memory = box->content, .file_offset = box->offset };
    struct ifd_walk walk = { pieces[piece].table, pieces[piece].name, 0, 0, true, false };
    uint64_t next;

    if (box->content.len < 8) {
        return 0;
    }
    view.big_endian = box->content.data[0] == 'M';
    scan_byte_order(scan, view.big_endian);
    walk.offset = get_u32(box->content.data + 4, view.big_endian);
    if (walk.table == NULL) {
        struct maker_note note = { &view, walk.offset, box->content.len - 8,
                                   span_from(box->content, (size_t)walk.offset) };

        return maker_note_read(scan, &note, err);
    }
    return ifd_read(scan, &view, &walk, &next, err);
}

/* THMB: version, width, height, length of the JPEG, then (version 1) four more bytes. */
static void read_thumbnail(struct meta_scan *scan, const struct box *box)
{
    static const struct place place = { .g0 = "MakerNotes", .g1 = "Canon" };
    struct span jpeg = span_from(box->content, 16);

    if (jpeg.len > 0) {
        uint32_t len = get_u32(box->content.data + 8, true);

        store_add_binary(&scan->store, &place, "ThumbnailImage", len < jpeg.len ? len : jpeg.len);
        scan_preview(scan, box->offset + 16, len);
    }
}

static int read_canon(struct meta_scan *scan, struct box box, struct err *err)
{
    static const struct place canon = { .g0 = "MakerNotes", .g1 = "Canon" };
    struct span rest = box.content;
    uint64_t offset = box.offset;
    struct box part;

    while (box_next(&rest, &offset, &part)) {
        for (size_t i = 0; i < ARRAY_LEN(pieces); i++) {
            if (pieces[i].type == part.type) {
                TRY(read_piece(scan, &part, i, err));
            }
        }
        if (part.type == BOX_TYPE('T', 'H', 'M', 'B')) {
            read_thumbnail(scan, &part);
        } else if (part.type == BOX_TYPE('C', 'N', 'C', 'V')) {
            struct value text = value_text(part.content);

            store_add_text(&scan->store, &canon, "CompressorVersion", value_chars(&text));
        }
    }
    return 0;
}

/* A box PRVW behind eight bytes: its JPEG begins 24 bytes in, its length stands before it. */
static void read_preview(struct meta_scan *scan, struct box box)
{
    static const struct place place = { .g0 = "QuickTime", .g1 = "QuickTime" };
    struct span in = span_from(box.content, 8);
    uint32_t len;

    if (in.len < 24 || memcmp(in.data + 4, "PRVW", 4) != 0) {
        return;
    }
    len = get_u32(in.data + 20, true);
    store_add_binary(&scan->store, &place, "PreviewImage", len);
    scan_preview(scan, box.offset + 8 + 24, len);
}

int cr3_read_uuid(struct meta_scan *scan, struct box box, struct err *err)
{
    struct box content = { box.type, span_from(box.content, 16), box.offset + 16 };

    if (box.content.len < 16) {
        return 0;
    }
    if (memcmp(box.content.data, canon_uuid, 16) == 0) {
        return read_canon(scan, content, err);
    }
    if (memcmp(box.content.data, preview_uuid, 16) == 0) {
        read_preview(scan, content);
        return 0;
    }
    if (memcmp(box.content.data, xmp_uuid, 16) == 0) {
        return xmp_read(scan, content.content, err);
    }
    return 0;
}
