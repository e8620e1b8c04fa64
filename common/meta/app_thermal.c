/* Thermal cameras: FLIR's records (APP1, of several segments) and InfiRay's segments. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "meta/app.h"
#include "meta/binary.h"
#include "meta/print.h"
#include "meta/tables/thermal.h"

#define FFF_HEADER    64
#define RECORD_BYTES  32
#define MAX_RECORDS   1000
#define IMAGE_HEADER  32
#define KELVIN_AT_0_C 273.15

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

    number_append(share > 2 ? share : share * 100, 15, out);
    return true;
}

bool thermal_percent(const struct tag_env *env, struct buf *out)
{
    number_append(value_double(env->raw, 0) * 100, 15, out);
    return true;
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
    }
    snprintf(tag, sizeof tag, "%sType", name);
    (void)store_add_cstr(&scan->store, &flir_place, tag, type);
    (void)store_add_binary(&scan->store, &flir_place, name, image.len);
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
    case 0x22:
        return binary_read(scan, &flir_palette_table, &flir_place, record, false, err);
    case 0x2a:
        return binary_read(scan, &flir_pip_table, &flir_place, record, false, err);
    default:
        return 0;
    }
}

/* "FFF", a creator, where the directory is and how many records it has. */
int app_flir_read(struct meta_scan *scan, struct span fff, struct err *err)
{
    uint32_t version, at, n;
    bool big = true;

    if (fff.len < FFF_HEADER || memcmp(fff.data, "FFF", 4) != 0) {
        return 0;
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
    return app_flir_read(scan, arena_copy(scan->reader.arena, buf_span(whole)), err);
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
