#include "meta/mpf.h"

#include "meta/binary.h"
#include "meta/ifd.h"
#include "meta/print.h"

#define ENTRY_BYTES   16
#define MAX_PICTURES  100
#define TYPE_MASK     0xffffff
#define LARGE_PREVIEW 0x10000 /* of the picture's type: a large thumbnail of some size */

BITS_MAP(picture_flags, { 2, "Representative image" }, { 3, "Dependent child image" },
         { 4, "Dependent parent image" });
ENUM_MAP(picture_format, { 0, "JPEG" });
static const struct enum_name picture_types[] = {
    { 0x0, "Undefined" },
    { 0x10001, "Large Thumbnail (VGA equivalent)" },
    { 0x10002, "Large Thumbnail (full HD equivalent)" },
    { 0x10003, "Large Thumbnail (4K equivalent)" },
    { 0x10004, "Large Thumbnail (8K equivalent)" },
    { 0x10005, "Large Thumbnail (16K equivalent)" },
    { 0x20001, "Multi-frame Panorama" },
    { 0x20002, "Multi-frame Disparity" },
    { 0x20003, "Multi-angle" },
    { 0x30000, "Baseline MP Primary Image" },
    { 0x40000, "Original Preservation Image" },
    { 0x50000, "Gain Map Image" },
};
static const struct enum_map picture_type = { .names = picture_types,
                                              .n_names = ARRAY_LEN(picture_types),
                                              .hex = true };

static const struct tag picture_rows[] = {
    { 0, "MPImageFlags", .format = FORMAT_U32, .mask = 0xf8000000, PRINT_AS_ENUM(picture_flags) },
    { 0, "MPImageFormat", .format = FORMAT_U32, .mask = 0x07000000, PRINT_AS_ENUM(picture_format) },
    { 0, "MPImageType", .format = FORMAT_U32, .mask = TYPE_MASK, PRINT_AS_ENUM(picture_type) },
    { 4, "MPImageLength", .format = FORMAT_U32 },
    { 12, "DependentImage1EntryNumber", .format = FORMAT_U16 },
    { 14, "DependentImage2EntryNumber", .format = FORMAT_U16 },
};
static const struct tag_table picture_table = TAG_TABLE(picture_rows, "MPF", NULL);

/* Only noted: the entries are read once the whole directory is. */
static int note_list(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    (void)err;
    scan_set_member(scan, "MPImageList", raw);
    return 0;
}

static const struct tag mpf_rows[] = {
    { 0xb000, "MPFVersion" },
    { 0xb001, "NumberOfImages" },
    { 0xb002, "MPImageList", SUB_BLOCK(note_list) },
    { 0xb003, "ImageUIDList", .flags = TAG_BINARY },
    { 0xb004, "TotalFrames" },
    { 0xb101, "MPIndividualNum" },
    { 0xb202, "PanOverlapH" },
    { 0xb203, "PanOverlapV" },
    { 0xb204, "BaseViewpointNum" },
    { 0xb205, "ConvergenceAngle" },
    { 0xb206, "BaselineLength" },
    { 0xb207, "VerticalDivergence" },
    { 0xb208, "AxisDistanceX" },
    { 0xb209, "AxisDistanceY" },
    { 0xb20a, "AxisDistanceZ" },
    { 0xb20b, "YawAngle" },
    { 0xb20c, "PitchAngle" },
    { 0xb20d, "RollAngle" },
};
static const struct tag_table mpf_table = TAG_TABLE(mpf_rows, "MPF", NULL);

static const char *numbered(struct meta_scan *scan, uint32_t number)
{
    CLEANUP(buf_release) struct buf name = BUF_INIT(32);

    buf_printf(&name, "MPImage%u", number);
    return arena_text(scan->reader.arena, buf_span(&name));
}

/* The picture itself: the first large thumbnail is the preview, the others have numbers. */
static void add_picture(struct meta_scan *scan, const struct place *place, const uint8_t *entry,
                        bool big, uint64_t start)
{
    uint32_t type = get_u32(entry, big) & TYPE_MASK, len = get_u32(entry + 4, big);
    bool preview = (type & 0xff0000) == LARGE_PREVIEW;

    store_add_u64(&scan->store, place, "MPImageStart", start);
    if (start == 0 || start >= scan->reader.size || len > scan->reader.size - start || len == 0) {
        return;
    }
    if (preview && store_find(&scan->store, "PreviewImage") != NULL) {
        preview = false;
    }
    store_add_binary(&scan->store, place, preview ? "PreviewImage" : place->g1, len);
    if (preview) {
        scan_preview(scan, start, len);
    }
}

static int read_pictures(struct meta_scan *scan, const struct value *list, uint64_t offset,
                         struct err *err)
{
    for (uint32_t i = 0; i < MAX_PICTURES; i++) {
        struct place place = { "MPF", numbered(scan, i + 1), 0, 0 };
        struct span entry;
        uint32_t start;

        if (place.g1 == NULL ||
            !span_slice(list->bytes, (uint64_t)i * ENTRY_BYTES, ENTRY_BYTES, &entry)) {
            return 0;
        }
        TRY(binary_read(scan, &picture_table, &place, entry, list->big_endian, err));
        start = get_u32(entry.data + 8, list->big_endian); /* 0: the first picture, at 0 */
        add_picture(scan, &place, entry.data, list->big_endian, start == 0 ? 0 : start + offset);
    }
    return 0;
}

int mpf_read(struct meta_scan *scan, struct span tiff, uint64_t offset, struct err *err)
{
    struct tiff_view view = { .memory = tiff, .file_offset = offset };
    struct ifd_walk walk = { .table = &mpf_table, .name = "MPF0", .no_next = true };
    const struct value *list;
    uint64_t next;

    if (tiff.len < 8 || (tiff.data[0] != 'I' && tiff.data[0] != 'M') || !scan_enter(scan)) {
        return 0;
    }
    view.big_endian = tiff.data[0] == 'M';
    walk.offset = get_u32(tiff.data + 4, view.big_endian);
    if (ifd_read(scan, &view, &walk, &next, err) != 0) {
        scan_leave(scan);
        return -1;
    }
    scan_leave(scan);
    list = scan_member(scan, "MPImageList");
    return list != NULL ? read_pictures(scan, list, offset, err) : 0;
}
