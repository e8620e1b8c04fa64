/*
 * CTMD, the timed metadata of CR3: records of a length, a type and its data, little-endian; some
 * hold EXIF in pieces as the uuid box does. They tell of a sub-document: what stands elsewhere goes
 * before them. Source: ExifTool's documentation, "Canon CTMD Tags".
 */
#include "meta/heif.h"
#include "meta/ifd.h"

#define MAX_SAMPLE_BYTES (1u << 20) /* 41 KB in an EOS M50's */
#define RECORD_HEAD      12
#define PIECE_HEAD       8

enum { TIME_STAMP = 1, FIRST_EXIF = 7, LAST_EXIF = 9 };
enum { TAG_EXIF_IFD = 0x8769, TAG_MAKER_NOTE_CANON = 0x927c };

static void add_time(struct meta_scan *scan, struct span data)
{
    static const struct place place = { "MakerNotes", "Canon", 0, 0 };
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);
    const uint8_t *at = data.data;

    if (data.len < 10) {
        return;
    }
    buf_printf(&text, "%.4u:%.2u:%.2u %.2u:%.2u:%.2u.%.2u", get_u16(at + 2, false), at[4], at[5],
               at[6], at[7], at[8], at[9]);
    store_add_text(&scan->store, &place, "TimeStamp", buf_span(&text));
}

static int read_piece(struct meta_scan *scan, uint32_t tag, struct span block, uint64_t offset,
                      struct err *err)
{
    struct tiff_view view = { .memory = block, .file_offset = offset };
    struct ifd_walk walk = { &exif_table, "ExifIFD", 0, 0, true, false };
    uint64_t next;

    if (block.len < 8) {
        return 0;
    }
    view.big_endian = block.data[0] == 'M';
    walk.offset = get_u32(block.data + 4, view.big_endian);
    if (tag == TAG_EXIF_IFD) {
        return ifd_read(scan, &view, &walk, &next, err);
    }
    if (tag == TAG_MAKER_NOTE_CANON && walk.offset < block.len) {
        struct maker_note note = { &view, walk.offset, block.len - walk.offset,
                                   span_from(block, (size_t)walk.offset) };

        return maker_note_read(scan, &note, err);
    }
    return 0;
}

static int read_exif(struct meta_scan *scan, struct span data, uint64_t offset, struct err *err)
{
    struct span head, block;

    while (span_slice(data, 0, PIECE_HEAD, &head)) {
        uint64_t len = get_u32(head.data, false);

        if (len < PIECE_HEAD || !span_slice(data, PIECE_HEAD, len - PIECE_HEAD, &block)) {
            return 0;
        }
        TRY(read_piece(scan, get_u32(head.data + 4, false), block, offset + PIECE_HEAD, err));
        data = span_from(data, (size_t)len);
        offset += len;
    }
    return 0;
}

static int read_records(struct meta_scan *scan, struct span sample, uint64_t offset,
                        struct err *err)
{
    struct span head, data;

    while (span_slice(sample, 0, RECORD_HEAD, &head)) {
        uint64_t len = get_u32(head.data, false);
        uint16_t type = get_u16(head.data + 4, false);

        if (len < RECORD_HEAD || !span_slice(sample, RECORD_HEAD, len - RECORD_HEAD, &data)) {
            return 0;
        }
        if (type == TIME_STAMP) {
            add_time(scan, data);
        } else if (type >= FIRST_EXIF && type <= LAST_EXIF) {
            TRY(read_exif(scan, data, offset + RECORD_HEAD, err));
        }
        sample = span_from(sample, (size_t)len);
        offset += len;
    }
    return 0;
}

int cr3_read_timed(struct meta_scan *scan, uint64_t offset, uint64_t len, struct err *err)
{
    struct span sample;
    int result;

    if (len > MAX_SAMPLE_BYTES || !scan_enter(scan)) {
        return 0;
    }
    result = reader_bytes(&scan->reader, offset, len, &sample, err);
    if (result == 0 && sample.len == len) {
        scan->sub_document = true;
        result = read_records(scan, sample, offset, err);
        scan->sub_document = false;
    }
    scan_leave(scan);
    return result;
}
