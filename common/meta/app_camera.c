/* Segments of camera makers that hold directories or keyed records: Kodak, Epson, GoPro. */
#include "meta/app.h"
#include "meta/ifd.h"
#include "meta/print.h"
#include "meta/tables/app_more.h"

#define KLV_HEADER 8
#define MAX_KEYS   2000

/* One directory of a TIFF structure that begins at `in`. */
static int read_tiff(struct meta_scan *scan, struct span in, uint64_t offset,
                     const struct tag_table *table, const char *name, struct err *err)
{
    struct tiff_view view = { .memory = in, .file_offset = offset };
    struct ifd_walk walk = { .table = table, .name = name, .no_next = true };
    uint64_t next;

    if (in.len < 8) {
        return 0;
    }
    view.big_endian = in.data[0] == 'M';
    walk.offset = get_u32(in.data + 4, view.big_endian);
    return ifd_read(scan, &view, &walk, &next, err);
}

/* "Meta", two zeros, a TIFF structure. */
int app_kodak_meta(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    struct span in = span_from(segment->payload, 2);

    if (in.len == 0 || (in.data[0] != 'I' && in.data[0] != 'M')) {
        return 0;
    }
    return read_tiff(scan, in, segment->offset + 2, &kodak_meta_table, "MetaIFD", err);
}

/* Toshiba's and others' Print Image Matching outside EXIF. */
int app_eppim(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct tag rows[] = { { 0xc4a5, "PrintIM", SUB_BLOCK(print_im_read) } };
    static const struct tag_table table = TAG_TABLE(rows, "APP6", "EPPIM");

    return read_tiff(scan, segment->payload, segment->offset, &table, "EPPIM", err);
}

/* GPMF's letters for kinds of values. */
static uint8_t format_of(uint8_t letter)
{
    static const struct {
        char letter;
        uint8_t format;
    } formats[] = {
        { 'b', FORMAT_S8 },    { 'B', FORMAT_U8 },     { 's', FORMAT_S16 },
        { 'S', FORMAT_U16 },   { 'l', FORMAT_S32 },    { 'L', FORMAT_U32 },
        { 'f', FORMAT_FLOAT }, { 'd', FORMAT_DOUBLE }, { 'q', FORMAT_FIXED32 },
        { 'c', FORMAT_TEXT },  { 'j', FORMAT_S64 },    { 'J', FORMAT_U64 },
    };

    for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
        if (formats[i].letter == (char)letter) {
            return formats[i].format;
        }
    }
    return FORMAT_UNDEF;
}

/* Media identifiers are printed as hex, whatever numbers they are made of. */
static void add_identifier(struct meta_scan *scan, const struct place *place, struct span data)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(1024);

    for (size_t i = 0; i < data.len && i < 256; i++) {
        buf_printf(&text, "%02x", data.data[i]);
    }
    (void)store_add_text(&scan->store, place, "MediaUniqueID", buf_span(&text));
}

static void add_key(struct meta_scan *scan, uint32_t key, uint8_t letter, struct span data)
{
    static const struct place place = { .g0 = "APP6", .g1 = "GoPro" };
    const struct tag *row = tag_find(&gopro_table, key);
    uint8_t format = format_of(letter);
    struct value raw = { format, true, (uint32_t)(data.len / format_size(format)), data, 0 };

    if (row == NULL || raw.count == 0) {
        return;
    }
    if (key == APP_KEY('M', 'U', 'I', 'D')) {
        add_identifier(scan, &place, data);
        return;
    }
    if (key == APP_KEY('E', 'X', 'P', 'T') && data.data[0] == 0) {
        return; /* an empty text */
    }
    raw.bytes.len = raw.count * format_size(format);
    (void)store_add(&scan->store, &place, row, &raw);
}

/* Key, letter, size and count of values, these, padded to four bytes; letter 0: more of the same.
 */
static void keys_read(struct meta_scan *scan, struct span in, uint32_t *n_keys)
{
    struct cursor at = { .in = in, .big_endian = true };

    if (!scan_enter(scan)) {
        return;
    }
    while (cursor_left(&at) >= KLV_HEADER && (*n_keys)++ < MAX_KEYS) {
        uint32_t key = cursor_u32(&at);
        uint8_t letter = cursor_u8(&at), size = cursor_u8(&at);
        uint32_t len = (uint32_t)cursor_u16(&at) * size;
        struct span data = cursor_bytes(&at, len);

        if (at.bad) {
            break;
        }
        if (letter == 0) {
            keys_read(scan, data, n_keys);
        } else {
            add_key(scan, key, letter, data);
        }
        (void)cursor_bytes(&at, (4 - len % 4) % 4);
    }
    scan_leave(scan);
}

int app_gopro(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    uint32_t n_keys = 0;

    (void)err;
    keys_read(scan, segment->payload, &n_keys);
    return 0;
}
