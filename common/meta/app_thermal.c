/* Thermal cameras: FLIR's records (APP1, of several segments) and InfiRay's segments. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "meta/app.h"
#include "meta/binary.h"
#include "meta/print.h"
#include "meta/tables/thermal.h"

#define FFF_HEADER          64
#define RECORD_BYTES        32
#define MAX_RECORDS         1000
#define IMAGE_HEADER        32
#define KELVIN_AT_0_C       273.15
#define TIFF_ADDED          204 /* of the TIFF that ExifTool makes of bare pixels */
#define MEASUREMENT         36  /* of one measurement tool, before its parameters */
#define MEASUREMENTS_HEADER 12
#define MAX_MEASUREMENTS    100
#define FLIR_LATITUDE       16 /* of the GPS record */

bool thermal_celsius(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    buf_printf(out, "%.1f C", number_parse(value, NULL) - KELVIN_AT_0_C);
    return true;
}

bool thermal_eight_digits(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    number_append(number_parse(value, NULL), 8, out);
    return true;
}

bool thermal_humidity(const struct tag_env *env, struct buf *out)
{
    double share = value_double(env->raw, 0);

    return number_put(share > 2 ? share : share * 100, out);
}

bool thermal_percent(const struct tag_env *env, struct buf *out)
{
    return number_put(value_double(env->raw, 0) * 100, out);
}

bool thermal_date(const struct tag_env *env, struct buf *out)
{
    struct span in = env->raw->bytes;
    bool big = env->raw->big_endian;
    int zone;

    if (in.len < 10) {
        return false;
    }
    zone = -(int16_t)get_u16(in.data + 8, big);
    print_unix_time((int64_t)get_u32(in.data, big) + zone * 60, out);
    buf_printf(out, ".%03u%c%02d:%02d", get_u32(in.data + 4, big) & 0xffff, zone < 0 ? '-' : '+',
               (zone < 0 ? -zone : zone) / 60, (zone < 0 ? -zone : zone) % 60);
    return true;
}

static const struct place flir_place = { .g0 = "APP1", .g1 = "FLIR" };

/* Which way round a record's numbers are: 2 stands at its start. */
static bool record_is_big_endian(struct span record)
{
    return record.len >= 2 && get_u16(record.data, true) < get_u16(record.data, false);
}

/* Width and height, then pixels as a PNG or bare. */
static void image_add(struct meta_scan *scan, const char *name, struct span record)
{
    bool big = record_is_big_endian(record);
    struct span image = span_from(record, IMAGE_HEADER);
    const char *type = "TIFF";
    uint64_t added = 0;
    char tag[48];

    if (record.len <= IMAGE_HEADER) {
        return;
    }
    snprintf(tag, sizeof tag, "%sWidth", name);
    (void)store_add_u64(&scan->store, &flir_place, tag, get_u16(record.data + 2, big));
    snprintf(tag, sizeof tag, "%sHeight", name);
    (void)store_add_u64(&scan->store, &flir_place, tag, get_u16(record.data + 4, big));
    if (image.len >= 4 && memcmp(image.data, "\x89PNG", 4) == 0) {
        type = "PNG";
    } else if (image.len >= 3 && memcmp(image.data, "\xff\xd8\xff", 3) == 0) {
        type = "JPG";
    } else if (image.len != 2ull * get_u16(record.data + 2, big) * get_u16(record.data + 4, big)) {
        type = "DAT";
    } else {
        added = TIFF_ADDED;
    }
    snprintf(tag, sizeof tag, "%sType", name);
    (void)store_add_cstr(&scan->store, &flir_place, tag, type);
    (void)store_add_binary(&scan->store, &flir_place, name, image.len + added);
}

static void measurement_add(struct meta_scan *scan, unsigned number, const char *what,
                            struct span text)
{
    char tag[32];

    snprintf(tag, sizeof tag, "Meas%u%s", number, what);
    (void)store_add_text(&scan->store, &flir_place, tag, text);
}

/* One tool: length, those of parameters and label, kind; the parameters from MEASUREMENT on. */
static void read_measurement(struct meta_scan *scan, struct span in, unsigned number)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(65536);
    uint16_t n_parameters = get_u16(in.data + 4, false), label_len = get_u16(in.data + 6, false);
    const char *kind = enum_find(&flir_measurement_kinds, get_u16(in.data + 10, false));
    struct span parameters, label;

    if (!span_slice(in, MEASUREMENT, n_parameters, &parameters) ||
        !span_slice(in, MEASUREMENT + (uint64_t)n_parameters, label_len, &label)) {
        return;
    }
    if (kind != NULL) {
        measurement_add(scan, number, "Type", span_str(kind));
    }
    for (size_t i = 0; i + 2 <= parameters.len; i += 2) {
        buf_printf(&text, "%s%u", i > 0 ? " " : "", get_u16(parameters.data + i, false));
    }
    measurement_add(scan, number, "Params", buf_span(&text));
    buf_clear(&text);
    utf16_append(label, false, &text);
    measurement_add(scan, number, "Label", buf_span(&text));
}

/* A header of 12 bytes, then the tools, up to a length of 0. */
static void read_measurements(struct meta_scan *scan, struct span in)
{
    uint64_t at = MEASUREMENTS_HEADER;

    for (unsigned i = 1; i <= MAX_MEASUREMENTS && at + 2 <= in.len; i++) {
        uint16_t len = get_u16(in.data + at, false);
        struct span one;

        if (len < MEASUREMENT || !span_slice(in, at, len, &one)) {
            break;
        }
        read_measurement(scan, one, i);
        at += len;
    }
}

bool flir_position(const struct tag_env *env, struct buf *out)
{
    double degrees = value_double(env->raw, 0);
    bool is_latitude = env->tag->id == FLIR_LATITUDE;

    if (degrees == 0 || !(fabs(degrees) <= 360)) {
        return false; /* not known */
    }
    print_degrees(fabs(degrees), out);
    buf_printf(out, " %c", is_latitude ? (degrees < 0 ? 'S' : 'N') : (degrees < 0 ? 'W' : 'E'));
    return true;
}

/* False for zero: not known. */
bool flir_set(const struct tag_env *env)
{
    return value_double(env->raw, 0) != 0;
}

bool flir_has_text(const struct tag_env *env)
{
    return env->raw->bytes.len > 0 && env->raw->bytes.data[0] != 0;
}

bool flir_version(const struct tag_env *env, struct buf *out)
{
    struct span in = env->raw->bytes;

    if (in.len < 4 || get_u32(in.data, true) == 0) {
        return false;
    }
    for (size_t i = 0; i < 4; i++) {
        buf_printf(out, "%s%c", i > 0 ? "." : "", in.data[i]);
    }
    return true;
}

static int record_read(struct meta_scan *scan, uint16_t type, struct span record, struct err *err)
{
    bool big = record_is_big_endian(record);

    switch (type) {
    case 0x01:
        image_add(scan, "RawThermalImage", record);
        return 0;
    case 0x05:
        image_add(scan, "GainDeadMapImage", record);
        return 0;
    case 0x06:
        image_add(scan, "CoarseMapImage", record);
        return 0;
    case 0x0e:
        image_add(scan, "EmbeddedImage", record);
        return 0;
    case 0x20:
        return binary_read(scan, &flir_camera_table, &flir_place, record, big, err);
    case 0x21:
        read_measurements(scan, record);
        return 0;
    case 0x2b:
        return binary_read(scan, &flir_gps_table, &flir_place, record, false, err);
    case 0x22:
        return binary_read(scan, &flir_palette_table, &flir_place, record, false, err);
    case 0x2a:
        return binary_read(scan, &flir_pip_table, &flir_place, record, false, err);
    default:
        return 0;
    }
}

/* "FFF", a creator, where the directory is and how many records it has. */
static int fff_read(struct meta_scan *scan, struct span fff, struct err *err)
{
    uint32_t version, at, n;
    bool big = true;

    if (fff.len < FFF_HEADER || memcmp(fff.data, "FFF", 4) != 0) {
        return 0;
    }
    if (fff.data[4] != 0) {
        struct value creator = value_text((struct span){ fff.data + 4, 16 });

        (void)store_add_text(&scan->store, &flir_place, "CreatorSoftware", value_chars(&creator));
    }
    version = get_u32(fff.data + 20, true);
    if (version < 100 || version >= 200) {
        big = false;
    }
    at = get_u32(fff.data + 24, big);
    n = get_u32(fff.data + 28, big);
    for (uint32_t i = 0; i < n && i < MAX_RECORDS; i++) {
        struct span entry, record;

        if (!span_slice(fff, (uint64_t)at + (uint64_t)i * RECORD_BYTES, RECORD_BYTES, &entry)) {
            break;
        }
        if (span_slice(fff, get_u32(entry.data + 12, big), get_u32(entry.data + 16, big),
                       &record)) {
            TRY(record_read(scan, get_u16(entry.data, big), record, err));
        }
    }
    return 0;
}

/* After "FLIR": 1, the number of this part from 0, that of the last. */
int app_flir(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    struct buf *whole = &app_state(scan)->flir;
    struct span in = segment->payload;

    if (in.len < 3) {
        return 0;
    }
    if (in.data[1] == 0) {
        buf_clear(whole);
    }
    buf_add_span(whole, span_from(in, 3));
    if (in.data[1] < in.data[2] || whole->overflowed) {
        return 0;
    }
    return fff_read(scan, arena_copy(scan->reader.arena, buf_span(whole)), err);
}

static const struct {
    uint8_t marker;
    const struct tag_table *table;
} infiray_tables[] = {
    { 0xe2, &infiray_version_table }, { 0xe4, &infiray_factory_table },
    { 0xe5, &infiray_picture_table }, { 0xe6, &infiray_mixmode_table },
    { 0xe7, &infiray_opmode_table },  { 0xe8, &infiray_isothermal_table },
    { 0xe9, &infiray_sensor_table },
};

bool app_is_infiray(const struct app_segment *segment)
{
    return segment->marker == 0xe2 && segment->whole.len >= 10 &&
           memcmp(segment->whole.data + 4, "IJPEG", 6) == 0;
}

int app_infiray(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place imaging = { .g0 = "APP3", .g1 = "InfiRay" };

    app_state(scan)->is_infiray = true;
    if (segment->marker == 0xe3) {
        (void)store_add_binary(&scan->store, &imaging, "ImagingData", segment->whole.len);
    }
    for (size_t i = 0; i < ARRAY_LEN(infiray_tables); i++) {
        if (infiray_tables[i].marker == segment->marker) {
            struct place place = { infiray_tables[i].table->g0, "InfiRay", 0, 0 };

            return binary_read(scan, infiray_tables[i].table, &place, segment->whole, false, err);
        }
    }
    return 0;
}
