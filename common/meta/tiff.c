/* TIFF headers and the chain of directories: whole files, and EXIF blocks in other containers. */
#include <string.h>

#include "meta/blocks.h"
#include "meta/geotiff.h"
#include "meta/ifd.h"
#include "meta/tiff_kind.h"

static const char *const chain_names[] = { "IFD0", "IFD1", "IFD2", "IFD3", "IFD4",
                                           "IFD5", "IFD6", "IFD7", "IFD8", "IFD9" };

static const char *chain_name(struct meta_scan *scan, uint32_t index)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(32);

    if (index < ARRAY_LEN(chain_names)) {
        return chain_names[index];
    }
    buf_printf(&text, "IFD%u", index);
    return arena_text(scan->reader.arena, buf_span(&text));
}

/* A header of TIFF 6.0, BigTIFF or one of the raw formats that changed the 42: ExifTool takes
 * anything there. False: none. */
static bool read_header(struct span head, struct tiff_view *view, uint64_t *first)
{
    uint16_t version;

    if (head.len < 8 || head.data[0] != head.data[1] ||
        (head.data[0] != 'I' && head.data[0] != 'M')) {
        return false;
    }
    view->big_endian = head.data[0] == 'M';
    version = get_u16(head.data + 2, view->big_endian);
    /* BigTIFF says 8 (bytes of an offset) and 0 next; what does not is read as TIFF */
    view->big_tiff = version == 43 && head.len >= 16 &&
                     get_u16(head.data + 4, view->big_endian) == 8 &&
                     get_u16(head.data + 6, view->big_endian) == 0;
    *first = view->big_tiff ? get_u64(head.data + 8, view->big_endian)
                            : get_u32(head.data + 4, view->big_endian);
    return view->memory.data != NULL || *first >= 8;
}

/* IFD1 of an EXIF block is the thumbnail's: its tags give way. */
static int read_chain(struct meta_scan *scan, const struct tiff_view *view, uint64_t first,
                      const struct tag_table *table, bool low_ifd1, struct err *err)
{
    struct ifd_walk walk = { .table = table, .offset = first };
    uint64_t next = 0;

    for (uint32_t i = 0; walk.offset != 0; i++) {
        walk.name = chain_name(scan, i);
        walk.priority = low_ifd1 && i == 1 ? PRIORITY_LOW : 0;
        if (walk.name == NULL) {
            return 0;
        }
        TRY(ifd_read(scan, view, &walk, &next, err));
        walk.offset = next;
        walk.table = &exif_table;
    }
    return 0;
}

int exif_read(struct meta_scan *scan, struct span memory, uint64_t file_offset, struct err *err)
{
    struct tiff_view view = { .memory = memory, .file_offset = file_offset + scan->embedded_at };
    uint64_t first;
    int result;

    if (!read_header(memory, &view, &first) || !scan_enter(scan)) {
        return 0;
    }
    scan_byte_order(scan, view.big_endian);
    result = read_chain(scan, &view, first, &exif_table, scan->low_ifd1, err);
    scan_leave(scan);
    return result;
}

int tiff_read(struct meta_scan *scan, struct err *err)
{
    struct tiff_view view = { 0 };
    struct span head;
    uint64_t first;

    TRY(reader_bytes(&scan->reader, 0, 32, &head, err));
    if (!read_header(head, &view, &first)) {
        return 0;
    }
    if (!view.big_tiff) {
        scan_byte_order(scan, view.big_endian);
    }
    TRY(tiff_kind_find(scan, &view, first, err));
    scan->low_ifd1 = strcmp(scan->file_type, "ARW") == 0;
    TRY(read_chain(scan, &view, first, tiff_kind_table(scan), scan->low_ifd1, err));
    geotiff_add(scan);
    if (scan->many_pages) {
        scan_file_u64(scan, "PageCount", scan->n_pages);
    }
    return 0;
}
