/* AFInfo2 of Nikon's maker notes, by version. Source of indices, names and wordings: ExifTool's
 * "Nikon Tags". */
#include <string.h>

#include "meta/maker_nikon.h"
#include "meta/print.h"
#include "meta/scan.h"
#include "meta/tables/nikon.h"

#define RECORD(name_, array)                                                                       \
    const struct tag_table name_ = RECORD_TABLE(array, "MakerNotes", "Nikon", FORMAT_U8)

ENUM_MAP(detection, { 0, "Phase Detect" }, { 1, "Contrast Detect" }, { 2, "Hybrid" });
ENUM_MAP(schema, { 0, "Off" }, { 1, "51-point" }, { 2, "11-point" }, { 3, "39-point" },
         { 7, "153-point" }, { 8, "81-point" }, { 9, "105-point" });
ENUM_MAP(focus_result, { 0, "Out of Focus" }, { 1, "Focus" });
ENUM_MAP(no_point, { 0, "(none)" });
/* What phase detection calls areas, and what contrast detection and both together do. */
ENUM_MAP(area_phase, { 0, "Single Area" }, { 1, "Dynamic Area" },
         { 2, "Dynamic Area (closest subject)" }, { 3, "Group Dynamic" },
         { 4, "Dynamic Area (9 points)" }, { 5, "Dynamic Area (21 points)" },
         { 6, "Dynamic Area (51 points)" }, { 7, "Dynamic Area (51 points, 3D-tracking)" },
         { 8, "Auto-area" }, { 9, "Dynamic Area (3D-tracking)" }, { 10, "Single Area (wide)" },
         { 11, "Dynamic Area (wide)" }, { 12, "Dynamic Area (wide, 3D-tracking)" },
         { 13, "Group Area" }, { 14, "Dynamic Area (25 points)" },
         { 15, "Dynamic Area (72 points)" }, { 16, "Group Area (HL)" }, { 17, "Group Area (VL)" },
         { 18, "Dynamic Area (49 points)" }, { 128, "Single" }, { 129, "Auto (41 points)" },
         { 130, "Subject Tracking (41 points)" }, { 131, "Face Priority (41 points)" },
         { 192, "Pinpoint" }, { 193, "Single" }, { 194, "Dynamic" }, { 195, "Wide (S)" },
         { 196, "Wide (L)" }, { 197, "Auto" }, { 199, "Auto" });
ENUM_MAP(area_contrast, { 0, "Contrast-detect" }, { 1, "Contrast-detect (normal area)" },
         { 2, "Contrast-detect (wide area)" }, { 3, "Contrast-detect (face priority)" },
         { 4, "Contrast-detect (subject tracking)" }, { 128, "Single" },
         { 129, "Auto (41 points)" }, { 130, "Subject Tracking (41 points)" },
         { 131, "Face Priority (41 points)" }, { 192, "Pinpoint" }, { 193, "Single" },
         { 194, "Dynamic" }, { 195, "Wide (S)" }, { 196, "Wide (L)" }, { 197, "Auto" },
         { 198, "Auto (People)" }, { 199, "Auto (Animal)" }, { 200, "Normal-area AF" },
         { 201, "Wide-area AF" }, { 202, "Face-priority AF" }, { 203, "Subject-tracking AF" },
         { 204, "Dynamic Area (S)" }, { 205, "Dynamic Area (M)" }, { 206, "Dynamic Area (L)" },
         { 207, "3D-tracking" }, { 208, "Wide-Area (C1/C2)" });
ENUM_MAP(area_z, { 192, "Pinpoint" }, { 193, "Single" }, { 195, "Wide (S)" }, { 196, "Wide (L)" },
         { 197, "Auto" }, { 204, "Dynamic Area (S)" }, { 205, "Dynamic Area (M)" },
         { 206, "Dynamic Area (L)" }, { 207, "3D-tracking" }, { 208, "Wide (C1/C2)" });
/* Points by number: 0 is none, 1 the one in the center. */
ENUM_MAP(points_11, { 0, "(none)" }, { 1, "Center" }, { 2, "Top" }, { 3, "Bottom" },
         { 4, "Mid-left" }, { 5, "Upper-left" }, { 6, "Lower-left" }, { 7, "Far Left" },
         { 8, "Mid-right" }, { 9, "Upper-right" }, { 10, "Lower-right" }, { 11, "Far Right" });
ENUM_MAP(points_39, { 0, "(none)" }, { 1, "C6 (Center)" }, { 2, "B6" }, { 3, "A2" }, { 4, "D6" },
         { 5, "E2" }, { 6, "C7" }, { 7, "B7" }, { 8, "A3" }, { 9, "D7" }, { 10, "E3" },
         { 11, "C5" }, { 12, "B5" }, { 13, "A1" }, { 14, "D5" }, { 15, "E1" }, { 16, "C8" },
         { 17, "B8" }, { 18, "D8" }, { 19, "C9" }, { 20, "B9" }, { 21, "D9" }, { 22, "C10" },
         { 23, "B10" }, { 24, "D10" }, { 25, "C11" }, { 26, "B11" }, { 27, "D11" }, { 28, "C4" },
         { 29, "B4" }, { 30, "D4" }, { 31, "C3" }, { 32, "B3" }, { 33, "D3" }, { 34, "C2" },
         { 35, "B2" }, { 36, "D2" }, { 37, "C1" }, { 38, "B1" }, { 39, "D1" });
ENUM_MAP(points_51, { 0, "(none)" }, { 1, "C6 (Center)" }, { 2, "B6" }, { 3, "A5" }, { 4, "D6" },
         { 5, "E5" }, { 6, "C7" }, { 7, "B7" }, { 8, "A6" }, { 9, "D7" }, { 10, "E6" },
         { 11, "C5" }, { 12, "B5" }, { 13, "A4" }, { 14, "D5" }, { 15, "E4" }, { 16, "C8" },
         { 17, "B8" }, { 18, "A7" }, { 19, "D8" }, { 20, "E7" }, { 21, "C9" }, { 22, "B9" },
         { 23, "A8" }, { 24, "D9" }, { 25, "E8" }, { 26, "C10" }, { 27, "B10" }, { 28, "A9" },
         { 29, "D10" }, { 30, "E9" }, { 31, "C11" }, { 32, "B11" }, { 33, "D11" }, { 34, "C4" },
         { 35, "B4" }, { 36, "A3" }, { 37, "D4" }, { 38, "E3" }, { 39, "C3" }, { 40, "B3" },
         { 41, "A2" }, { 42, "D3" }, { 43, "E2" }, { 44, "C2" }, { 45, "B2" }, { 46, "A1" },
         { 47, "D2" }, { 48, "E1" }, { 49, "C1" }, { 50, "B1" }, { 51, "D1" });
ENUM_MAP(points_81, { 0, "(none)" }, { 1, "E5 (Center)" }, { 2, "D5" }, { 3, "C5" }, { 4, "B5" },
         { 5, "A5" }, { 6, "F5" }, { 7, "G5" }, { 8, "H5" }, { 9, "I5" }, { 10, "E6" },
         { 11, "D6" }, { 12, "C6" }, { 13, "B6" }, { 14, "A6" }, { 15, "F6" }, { 16, "G6" },
         { 17, "H6" }, { 18, "I6" }, { 19, "E4" }, { 20, "D4" }, { 21, "C4" }, { 22, "B4" },
         { 23, "A4" }, { 24, "F4" }, { 25, "G4" }, { 26, "H4" }, { 27, "I4" }, { 28, "E7" },
         { 29, "D7" }, { 30, "C7" }, { 31, "B7" }, { 32, "A7" }, { 33, "F7" }, { 34, "G7" },
         { 35, "H7" }, { 36, "I7" }, { 37, "E3" }, { 38, "D3" }, { 39, "C3" }, { 40, "B3" },
         { 41, "A3" }, { 42, "F3" }, { 43, "G3" }, { 44, "H3" }, { 45, "I3" }, { 46, "E8" },
         { 47, "D8" }, { 48, "C8" }, { 49, "B8" }, { 50, "A8" }, { 51, "F8" }, { 52, "G8" },
         { 53, "H8" }, { 54, "I8" }, { 55, "E2" }, { 56, "D2" }, { 57, "C2" }, { 58, "B2" },
         { 59, "A2" }, { 60, "F2" }, { 61, "G2" }, { 62, "H2" }, { 63, "I2" }, { 64, "E9" },
         { 65, "D9" }, { 66, "C9" }, { 67, "B9" }, { 68, "A9" }, { 69, "F9" }, { 70, "G9" },
         { 71, "H9" }, { 72, "I9" }, { 73, "E1" }, { 74, "D1" }, { 75, "C1" }, { 76, "B1" },
         { 77, "A1" }, { 78, "F1" }, { 79, "G1" }, { 80, "H1" }, { 81, "I1" });
ENUM_MAP(points_105, { 0, "(none)" }, { 1, "D8 (Center)" }, { 2, "C8" }, { 3, "B8" }, { 4, "A8" },
         { 5, "E8" }, { 6, "F8" }, { 7, "G8" }, { 8, "D9" }, { 9, "C9" }, { 10, "B9" },
         { 11, "A9" }, { 12, "E9" }, { 13, "F9" }, { 14, "G9" }, { 15, "D10" }, { 16, "C10" },
         { 17, "B10" }, { 18, "A10" }, { 19, "E10" }, { 20, "F10" }, { 21, "G10" }, { 22, "D7" },
         { 23, "C7" }, { 24, "B7" }, { 25, "A7" }, { 26, "E7" }, { 27, "F7" }, { 28, "G7" },
         { 29, "D6" }, { 30, "C6" }, { 31, "B6" }, { 32, "A6" }, { 33, "E6" }, { 34, "F6" },
         { 35, "G6" }, { 36, "D11" }, { 37, "C11" }, { 38, "B11" }, { 39, "A11" }, { 40, "E11" },
         { 41, "F11" }, { 42, "G11" }, { 43, "D12" }, { 44, "C12" }, { 45, "B12" }, { 46, "A12" },
         { 47, "E12" }, { 48, "F12" }, { 49, "G12" }, { 50, "D13" }, { 51, "C13" }, { 52, "B13" },
         { 53, "A13" }, { 54, "E13" }, { 55, "F13" }, { 56, "G13" }, { 57, "D14" }, { 58, "C14" },
         { 59, "B14" }, { 60, "A14" }, { 61, "E14" }, { 62, "F14" }, { 63, "G14" }, { 64, "D15" },
         { 65, "C15" }, { 66, "B15" }, { 67, "A15" }, { 68, "E15" }, { 69, "F15" }, { 70, "G15" },
         { 71, "D5" }, { 72, "C5" }, { 73, "B5" }, { 74, "A5" }, { 75, "E5" }, { 76, "F5" },
         { 77, "G5" }, { 78, "D4" }, { 79, "C4" }, { 80, "B4" }, { 81, "A4" }, { 82, "E4" },
         { 83, "F4" }, { 84, "G4" }, { 85, "D3" }, { 86, "C3" }, { 87, "B3" }, { 88, "A3" },
         { 89, "E3" }, { 90, "F3" }, { 91, "G3" }, { 92, "D2" }, { 93, "C2" }, { 94, "B2" },
         { 95, "A2" }, { 96, "E2" }, { 97, "F2" }, { 98, "G2" }, { 99, "D1" }, { 100, "C1" },
         { 101, "B1" }, { 102, "A1" }, { 103, "E1" }, { 104, "F1" }, { 105, "G1" });
ENUM_MAP(points_153, { 0, "(none)" }, { 1, "E9 (Center)" }, { 2, "D9" }, { 3, "C9" }, { 4, "B9" },
         { 5, "A9" }, { 6, "F9" }, { 7, "G9" }, { 8, "H9" }, { 9, "I9" }, { 10, "E10" },
         { 11, "D10" }, { 12, "C10" }, { 13, "B10" }, { 14, "A10" }, { 15, "F10" }, { 16, "G10" },
         { 17, "H10" }, { 18, "I10" }, { 19, "E11" }, { 20, "D11" }, { 21, "C11" }, { 22, "B11" },
         { 23, "A11" }, { 24, "F11" }, { 25, "G11" }, { 26, "H11" }, { 27, "I11" }, { 28, "E8" },
         { 29, "D8" }, { 30, "C8" }, { 31, "B8" }, { 32, "A8" }, { 33, "F8" }, { 34, "G8" },
         { 35, "H8" }, { 36, "I8" }, { 37, "E7" }, { 38, "D7" }, { 39, "C7" }, { 40, "B7" },
         { 41, "A7" }, { 42, "F7" }, { 43, "G7" }, { 44, "H7" }, { 45, "I7" }, { 46, "E12" },
         { 47, "D12" }, { 48, "C12" }, { 49, "B12" }, { 50, "A12" }, { 51, "F12" }, { 52, "G12" },
         { 53, "H12" }, { 54, "I12" }, { 55, "E13" }, { 56, "D13" }, { 57, "C13" }, { 58, "B13" },
         { 59, "A13" }, { 60, "F13" }, { 61, "G13" }, { 62, "H13" }, { 63, "I13" }, { 64, "E14" },
         { 65, "D14" }, { 66, "C14" }, { 67, "B14" }, { 68, "A14" }, { 69, "F14" }, { 70, "G14" },
         { 71, "H14" }, { 72, "I14" }, { 73, "E15" }, { 74, "D15" }, { 75, "C15" }, { 76, "B15" },
         { 77, "A15" }, { 78, "F15" }, { 79, "G15" }, { 80, "H15" }, { 81, "I15" }, { 82, "E16" },
         { 83, "D16" }, { 84, "C16" }, { 85, "B16" }, { 86, "A16" }, { 87, "F16" }, { 88, "G16" },
         { 89, "H16" }, { 90, "I16" }, { 91, "E17" }, { 92, "D17" }, { 93, "C17" }, { 94, "B17" },
         { 95, "A17" }, { 96, "F17" }, { 97, "G17" }, { 98, "H17" }, { 99, "I17" }, { 100, "E6" },
         { 101, "D6" }, { 102, "C6" }, { 103, "B6" }, { 104, "A6" }, { 105, "F6" }, { 106, "G6" },
         { 107, "H6" }, { 108, "I6" }, { 109, "E5" }, { 110, "D5" }, { 111, "C5" }, { 112, "B5" },
         { 113, "A5" }, { 114, "F5" }, { 115, "G5" }, { 116, "H5" }, { 117, "I5" }, { 118, "E4" },
         { 119, "D4" }, { 120, "C4" }, { 121, "B4" }, { 122, "A4" }, { 123, "F4" }, { 124, "G4" },
         { 125, "H4" }, { 126, "I4" }, { 127, "E3" }, { 128, "D3" }, { 129, "C3" }, { 130, "B3" },
         { 131, "A3" }, { 132, "F3" }, { 133, "G3" }, { 134, "H3" }, { 135, "I3" }, { 136, "E2" },
         { 137, "D2" }, { 138, "C2" }, { 139, "B2" }, { 140, "A2" }, { 141, "F2" }, { 142, "G2" },
         { 143, "H2" }, { 144, "I2" }, { 145, "E1" }, { 146, "D1" }, { 147, "C1" }, { 148, "B1" },
         { 149, "A1" }, { 150, "F1" }, { 151, "G1" }, { 152, "H1" }, { 153, "I1" });

static int64_t member(const struct tag_env *env, const char *name)
{
    const struct value *value = scan_member(env->scan, name);

    return value != NULL ? value_int(value, 0) : -1;
}

static bool by_phase(const struct tag_env *env)
{
    return member(env, "AFDetectionMethod") == 0;
}

static bool by_contrast(const struct tag_env *env)
{
    return member(env, "AFDetectionMethod") == 1;
}

static bool has_coordinates(const struct tag_env *env)
{
    return member(env, "AFCoordinatesAvailable") == 1;
}

/* The points of each number of points. */
static const struct {
    uint8_t schema;
    const struct enum_map *points;
} schemas[] = {
    { 1, &points_51 },  { 2, &points_11 }, { 3, &points_39 },
    { 7, &points_153 }, { 8, &points_81 }, { 9, &points_105 },
};

static const struct enum_map *points_of(const struct tag_env *env)
{
    int64_t number = member(env, "FocusPointSchema");

    for (size_t i = 0; i < ARRAY_LEN(schemas); i++) {
        if (schemas[i].schema == number) {
            return schemas[i].points;
        }
    }
    return &no_point;
}

static bool print_point(const struct tag_env *env, struct span value, struct buf *out)
{
    struct print_step step = { PRINT_ENUM, points_of(env), NULL };

    return print_step(env, &step, value, out);
}

/* "B10" stands behind "B9". */
static int place_of(const char *name)
{
    return name[0] * 100 + (int)number_int(span_str(name + 1));
}

static bool is_set(struct span bits, int64_t point)
{
    size_t at = (size_t)(point - 1);

    return point > 0 && at / 8 < bits.len && (bits.data[at / 8] >> at % 8 & 1) != 0;
}

/* The next name behind place `after`, NULL for none. */
static const char *next_point(const struct enum_map *points, struct span bits, int after)
{
    const char *best = NULL;

    for (uint16_t i = 0; i < points->n_names; i++) {
        const char *name = points->names[i].name;

        if (is_set(bits, points->names[i].value) && place_of(name) > after &&
            (best == NULL || place_of(name) < place_of(best))) {
            best = name;
        }
    }
    return best;
}

/* Eleven points have names, ", " between; more have a row and a column. */
static void add_named(const struct enum_map *points, struct span bits, struct buf *out)
{
    size_t n = 0;
    size_t start = out->len;

    for (uint16_t i = 0; i < points->n_names; i++) {
        if (is_set(bits, points->names[i].value)) {
            buf_add_str(out, n++ > 0 ? ", " : "");
            buf_add_str(out, points->names[i].name);
        }
    }
    if (n == 11) {
        out->len = start;
        buf_add_str(out, "All 11 Points");
    }
}

static void add_sorted(const struct enum_map *points, struct span bits, struct buf *out)
{
    bool first = true;
    const char *name;

    for (int after = -1; (name = next_point(points, bits, after)) != NULL;) {
        buf_add_str(out, first ? "" : ",");
        buf_add(out, name, strcspn(name, " ")); /* not its " (Center)" */
        first = false;
        after = place_of(name);
    }
}

/* A bit for each point, the lowest first. */
static bool used_points(const struct tag_env *env, struct buf *out)
{
    const struct enum_map *points = points_of(env);
    size_t start = out->len;

    if (points == &points_11) {
        add_named(points, env->raw->bytes, out);
    } else {
        add_sorted(points, env->raw->bytes, out);
    }
    if (out->len == start) {
        buf_add_str(out, "(none)");
    }
    return true;
}

/* Later cameras tell a grid, whose points are named in a way that is not known. */
static bool no_points(const struct tag_env *env, struct buf *out)
{
    for (size_t i = 0; i < env->raw->bytes.len; i++) {
        if (env->raw->bytes.data[i] != 0) {
            return false;
        }
    }
    buf_add_str(out, "(none)");
    return true;
}

static bool not_0(const struct tag_env *env, struct buf *out)
{
    value_append(env->raw, out);
    return raw_int(env) != 0;
}

#define POINTS_11_BYTES 2
static bool has_11(const struct tag_env *env)
{
    return points_of(env) == &points_11;
}

static bool has_153(const struct tag_env *env)
{
    return points_of(env) == &points_153;
}

static bool has_51(const struct tag_env *env)
{
    return points_of(env) == &points_51;
}

#define VERSION                                                                                    \
    {                                                                                              \
        0, "AFInfo2Version", .format = FORMAT_UNDEF, .count = 4, .convert = nikon_version          \
    }
#define DETECTION                                                                                  \
    {                                                                                              \
        4, "AFDetectionMethod", PRINT_AS_ENUM(detection), .flags = TAG_MEMBER                      \
    }
#define AREA                                                                                       \
    { 5, "AFAreaMode", PRINT_AS_ENUM(area_phase), .when = by_phase },                              \
    {                                                                                              \
        5, "AFAreaMode", PRINT_AS_ENUM(area_contrast)                                              \
    }
#define SCHEMA                                                                                     \
    {                                                                                              \
        6, "FocusPointSchema", PRINT_AS_ENUM(schema), .flags = TAG_MEMBER                          \
    }
#define BITS(at, name_, len, when_)                                                                \
    {                                                                                              \
        at, name_, .format = FORMAT_UNDEF, .count = len, .convert = used_points, .when = when_     \
    }
#define U16(at, name_, when_)                                                                      \
    {                                                                                              \
        at, name_, .format = FORMAT_U16, .convert = not_0, .when = when_                           \
    }

static const struct tag af_0100_rows[] = {
    VERSION,
    DETECTION,
    AREA,
    SCHEMA,
    { 7, "PrimaryAFPoint", PRINT_AS(print_point) },
    BITS(8, "AFPointsUsed", POINTS_11_BYTES, has_11),
    BITS(8, "AFPointsUsed", 7, NULL),
    U16(16, "AFImageWidth", by_contrast),
    U16(18, "AFImageHeight", by_contrast),
    U16(20, "AFAreaXPosition", by_contrast),
    U16(22, "AFAreaYPosition", by_contrast),
    U16(24, "AFAreaWidth", by_contrast),
    U16(26, "AFAreaHeight", by_contrast),
    { 28, "ContrastDetectAFInFocus", PRINT_AS(print_yes_no), .when = by_contrast },
};
RECORD(nikon_af_0100, af_0100_rows);

static const struct tag af_0101_rows[] = {
    VERSION,
    DETECTION,
    AREA,
    SCHEMA,
    BITS(8, "AFPointsUsed", POINTS_11_BYTES, has_11),
    BITS(8, "AFPointsUsed", 20, has_153),
    BITS(8, "AFPointsUsed", 7, NULL),
    BITS(28, "AFPointsSelected", 20, has_153),
    BITS(48, "AFPointsInFocus", 20, has_153),
    BITS(48, "AFPointsInFocus", 7, has_51),
    { 68, "PrimaryAFPoint", PRINT_AS(print_point) },
    U16(70, "AFImageWidth", by_contrast),
    U16(72, "AFImageHeight", by_contrast),
    U16(74, "AFAreaXPosition", by_contrast),
    U16(76, "AFAreaYPosition", by_contrast),
    U16(78, "AFAreaWidth", by_contrast),
    U16(80, "AFAreaHeight", by_contrast),
    { 82, "ContrastDetectAFInFocus", PRINT_AS(print_yes_no), .when = by_contrast },
};
RECORD(nikon_af_0101, af_0101_rows);

static const struct tag af_0300_rows[] = {
    VERSION,
    DETECTION,
    AREA,
    SCHEMA,
    { 7, "AFCoordinatesAvailable", PRINT_AS(print_yes_no), .flags = TAG_MEMBER },
    BITS(10, "AFPointsUsed", 14, NULL),
    U16(42, "AFImageWidth", NULL),
    U16(44, "AFImageHeight", NULL),
    U16(46, "AFAreaXPosition", has_coordinates),
    U16(48, "AFAreaYPosition", has_coordinates),
    U16(50, "AFAreaWidth", NULL),
    U16(52, "AFAreaHeight", NULL),
    { 56, "PrimaryAFPoint", PRINT_AS(print_point) },
};
RECORD(nikon_af_0300, af_0300_rows);

static const struct tag af_0400_rows[] = {
    VERSION,
    DETECTION,
    { 5, "AFAreaMode", PRINT_AS_ENUM(area_z) },
    { 7, "AFCoordinatesAvailable", PRINT_AS(print_yes_no), .flags = TAG_MEMBER },
    { 10, "AFPointsUsed", .format = FORMAT_UNDEF, .count = 51, .convert = no_points },
    U16(62, "AFImageWidth", NULL),
    U16(64, "AFImageHeight", NULL),
    U16(66, "AFAreaXPosition", has_coordinates),
    U16(68, "AFAreaYPosition", has_coordinates),
    U16(70, "AFAreaWidth", NULL),
    U16(72, "AFAreaHeight", NULL),
    { 74, "FocusResult", PRINT_AS_ENUM(focus_result) },
};
RECORD(nikon_af_0400, af_0400_rows);
