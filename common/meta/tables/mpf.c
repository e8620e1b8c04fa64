#include "meta/tables/mpf.h"

#include "meta/exif.h"
#include "meta/print.h"

static const struct enum_name image_types[] = {
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
const struct enum_map mpf_image_type = { .names = image_types,
                                         .n_names = ARRAY_LEN(image_types),
                                         .hex = true };

static const struct tag rows[] = {
    { 0xb000, "MPFVersion", .convert = convert_version },
    { 0xb001, "NumberOfImages" },
    { 0xb002, "MPImageList", SUB_BLOCK(mpf_images) },
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
const struct tag_table mpf_table = { .rows = rows, .n_rows = ARRAY_LEN(rows), .g0 = "MPF" };
