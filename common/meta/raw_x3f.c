/* X3F (Foveon, "X3F Raw File Format", 2.2): a header, sections of pictures and properties, and a
 * directory of them at the end. */
#include <string.h>

#include "base/text.h"
#include "meta/blocks.h"
#include "meta/maker_canon.h"
#include "meta/maker_small.h"
#include "meta/print.h"
#include "meta/raw.h"
#include "meta/tables/canon_info.h"

#define MAX_SECTIONS          64
#define MAX_PROPERTIES        256
#define MAX_SECTION_BYTES     (1u << 20)
#define SECTION_HEADER        24
#define IMAGE_HEADER          28
#define VERSION(major, minor) ((uint32_t)(major) << 16 | (minor))

static const struct place place = { "SigmaRaw", "SigmaRaw", 0, 0 };

/* "OFF" is printed "Off". */
static bool x3f_print_word(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    for (size_t i = 0; i < value.len; i++) {
        char c = (char)value.data[i];

        buf_add_byte(out, (uint8_t)(i > 0 ? text_lower(c) : c));
    }
    return true;
}

TEXT_MAP(metering, { "8", "8-segment" }, { "A", "Average" }, { "C", "Center-weighted average" });
TEXT_MAP(drive, { "10S", "10 s Timer" }, { "2S", "2 s Timer" }, { "AB", "Auto Bracket" },
         { "MULTI", "Multi Shot" }, { "OFF", "Off" }, { "SINGLE", "Single Shot" },
         { "UP", "Mirror Up" });
TEXT_MAP(focus, { "AF", "Auto-focus Locked" }, { "M", "Manual" },
         { "NO LOCK", "Auto-focus Didn't Lock" });
TEXT_MAP(program, { "A", "Aperture Priority" }, { "M", "Manual" }, { "P", "Program" },
         { "S", "Shutter Priority" });
TEXT_MAP(quality, { "HI", "High" }, { "LOW", "Low" }, { "MED", "Medium" });

/* Properties by name. */
static const struct {
    const char *key;
    struct tag row;
} properties[] = {
    { "AEMODE", { 0, "MeteringMode", PRINT_AS_ENUM(metering) } },
    { "AFAREA", { 0, "AFArea" } },
    { "AFINFOCUS", { 0, "AFInFocus" } },
    { "AFMODE", { 0, "FocusMode" } },
    { "APERTURE", { 0, "FNumber", PRINT_AS_FORMAT("%.1f") } },
    { "AP_DESC", { 0, "ApertureDisplayed" } },
    { "BRACKET", { 0, "BracketShot" } },
    { "BURST", { 0, "BurstShot" } },
    { "CAMMANUF", { 0, "Make" } },
    { "CAMMODEL", { 0, "Model" } },
    { "CAMNAME", { 0, "CameraName" } },
    { "CAMSERIAL", { 0, "SerialNumber" } },
    { "CM_DESC", { 0, "SceneCaptureType" } },
    { "COLORSPACE", { 0, "ColorSpace" } },
    { "DRIVE", { 0, "DriveMode", PRINT_AS_ENUM(drive) } },
    { "EVAL_STATE", { 0, "EvalState" } },
    { "EXPCOMP", { 0, "ExposureCompensation", PRINT_AS(print_fraction) } },
    { "EXPNET", { 0, "NetExposureCompensation", PRINT_AS(print_fraction) } },
    { "EXPTIME",
      { 0, "IntegrationTime", PRINT_AS(print_exposure_time), .convert = sigma_microseconds } },
    { "FIRMVERS", { 0, "FirmwareVersion" } },
    { "FLASH", { 0, "FlashMode", PRINT_AS(x3f_print_word) } },
    { "FLASHEXPCOMP", { 0, "FlashExpComp" } },
    { "FLASHPOWER", { 0, "FlashPower" } },
    { "FLASHTTLMODE", { 0, "FlashTTLMode" } },
    { "FLASHTYPE", { 0, "FlashType" } },
    { "FLENGTH", { 0, "FocalLength", PRINT_AS_FORMAT("%.1f mm") } },
    { "FLEQ35MM", { 0, "FocalLengthIn35mmFormat", PRINT_AS_FORMAT("%.1f mm") } },
    { "FOCUS", { 0, "Focus", PRINT_AS_ENUM(focus) } },
    { "IMAGEBOARDID", { 0, "ImageBoardID" } },
    { "IMAGERBOARDID", { 0, "ImagerBoardID" } },
    { "IMAGERTEMP", { 0, "SensorTemperature", PRINT_AS_FORMAT("%s C") } },
    { "ISO", { 0, "ISO" } },
    { "LENSARANGE", { 0, "LensApertureRange" } },
    { "LENSFRANGE", { 0, "LensFocalRange" } },
    { "PMODE", { 0, "ExposureProgram", PRINT_AS_ENUM(program) } },
    { "RESOLUTION", { 0, "Quality", PRINT_AS_ENUM(quality) } },
    { "SENSORID", { 0, "SensorID" } },
    { "SHUTTER", { 0, "ExposureTime", PRINT_AS(print_exposure_time) } },
    { "SH_DESC", { 0, "ShutterSpeedDisplayed", PRINT_AS(print_exposure_time) } },
    { "TIME", { 0, "DateTimeOriginal", PRINT_AS(canon_print_time) } },
    { "VERSION_BF", { 0, "VersionBF" } },
    { "WB_DESC", { 0, "WhiteBalance" } },
};

/* Adjustments of the header, by the number in the list of kinds. */
static const char *const adjustments[] = {
    NULL,        "ExposureAdjust", "Contrast",    "Shadow",     "Highlight",   "Saturation",
    "Sharpness", "RedAdjust",      "GreenAdjust", "BlueAdjust", "X3FillLight",
};

static void read_adjustments(struct meta_scan *scan, struct span head, size_t at)
{
    struct span kinds, numbers;

    if (!span_slice(head, at, 32, &kinds) || !span_slice(head, at + 32, 128, &numbers)) {
        return;
    }
    for (size_t i = 0; i < 32; i++) {
        CLEANUP(buf_release) struct buf text = BUF_INIT(64);
        struct value value = { FORMAT_FLOAT, false, 1, { numbers.data + i * 4, 4 }, 0 };
        uint8_t kind = kinds.data[i];

        if (kind > 0 && kind < ARRAY_LEN(adjustments)) {
            buf_printf(&text, "%.1f", value_double(&value, 0));
            store_add_text(&scan->store, &place, adjustments[kind], buf_span(&text));
        }
    }
}

static void add_chars(struct meta_scan *scan, struct span head, size_t at, const char *name)
{
    struct span bytes;
    struct value text;

    if (span_slice(head, at, 32, &bytes)) {
        text = value_text(bytes);
        if (value_chars(&text).len > 0) {
            store_add_text(&scan->store, &place, name, value_chars(&text));
        }
    }
}

/* Words of 32 bits; the white balance, the scene since 2.3, then the adjustments. */
static void read_header(struct meta_scan *scan, struct span head)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);
    uint32_t version = get_u32(head.data + 4, false);

    buf_printf(&text, "%u.%u", version >> 16, version & 0xffff);
    store_add_text(&scan->store, &place, "FileVersion", buf_span(&text));
    if (version >= VERSION(4, 0)) {
        return;
    }
    buf_clear(&text);
    for (size_t i = 8; i < 24; i++) {
        buf_printf(&text, "%02x", head.data[i]);
    }
    store_add_text(&scan->store, &place, "ImageUniqueID", buf_span(&text));
    store_add_cstr(&scan->store, &place, "MarkBits", "(none)");
    store_add_u64(&scan->store, &place, "ImageWidth", get_u32(head.data + 28, false));
    store_add_u64(&scan->store, &place, "ImageHeight", get_u32(head.data + 32, false));
    store_add_u64(&scan->store, &place, "Rotation", get_u32(head.data + 36, false));
    add_chars(scan, head, 40, "WhiteBalance");
    if (version >= VERSION(2, 3)) {
        add_chars(scan, head, 72, "SceneCaptureType");
    }
    read_adjustments(scan, head, version >= VERSION(2, 3) ? 104 : 72);
}

/* The characters from `from` on up to NUL, of UTF-16, as UTF-8 in kept memory. */
static struct span word_at(struct meta_scan *scan, struct span chars, uint32_t from)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(1024);
    const char *kept;

    if ((uint64_t)from * 2 >= chars.len) {
        return (struct span){ 0 };
    }
    utf16_append(span_from(chars, (size_t)from * 2), false, &text);
    kept = text.overflowed ? NULL : arena_text(scan->reader.arena, buf_span(&text));
    return kept != NULL ? span_str(kept) : (struct span){ 0 };
}

static void add_property(struct meta_scan *scan, struct span key, struct span text)
{
    struct value value = value_text(text);

    for (size_t i = 0; i < ARRAY_LEN(properties) && text.len > 0; i++) {
        if (span_equal(key, span_str(properties[i].key))) {
            store_add(&scan->store, &place, &properties[i].row, &value);
        }
    }
}

static void read_properties(struct meta_scan *scan, struct span section)
{
    uint32_t n = section.len >= SECTION_HEADER ? get_u32(section.data + 8, false) : 0;
    struct span entries, chars;

    if (n > MAX_PROPERTIES || !span_slice(section, SECTION_HEADER, (uint64_t)n * 8, &entries)) {
        return;
    }
    chars = span_from(section, SECTION_HEADER + (size_t)n * 8);
    for (uint32_t i = 0; i < n; i++) {
        const uint8_t *entry = entries.data + (size_t)i * 8;

        add_property(scan, word_at(scan, chars, get_u32(entry, false)),
                     word_at(scan, chars, get_u32(entry + 4, false)));
    }
}

static int read_section(struct meta_scan *scan, const uint8_t *entry, struct err *err)
{
    uint32_t offset = get_u32(entry, false), len = get_u32(entry + 4, false);
    struct span bytes;

    if (memcmp(entry + 8, "PROP", 4) == 0 && len <= MAX_SECTION_BYTES) {
        TRY(reader_bytes(&scan->reader, offset, len, &bytes, err));
        read_properties(scan, bytes);
        return 0;
    }
    if (memcmp(entry + 8, "IMA", 3) != 0 || len <= IMAGE_HEADER + 2) {
        return 0;
    }
    TRY(reader_bytes(&scan->reader, offset, IMAGE_HEADER + 2, &bytes, err));
    if (bytes.len < IMAGE_HEADER + 2 || bytes.data[IMAGE_HEADER] != 0xff ||
        bytes.data[IMAGE_HEADER + 1] != 0xd8) {
        return 0;
    }
    len -= IMAGE_HEADER;
    store_add_binary(&scan->store, &place, entry[11] == '2' ? "JpgFromRaw" : "PreviewImage", len);
    return raw_embedded_jpeg(scan, (uint64_t)offset + IMAGE_HEADER, len, err);
}

int x3f_read(struct meta_scan *scan, struct err *err)
{
    struct span head, entries;
    uint64_t at;
    uint32_t n;

    TRY(reader_bytes(&scan->reader, 0, 264, &head, err));
    if (head.len < 104 || scan->reader.size == SOURCE_SIZE_UNKNOWN) {
        return 0;
    }
    read_header(scan, head);
    TRY(reader_bytes(&scan->reader, scan->reader.size - 4, 4, &head, err));
    at = head.len == 4 ? get_u32(head.data, false) : 0;
    TRY(reader_bytes(&scan->reader, at, 12, &head, err));
    if (head.len < 12 || memcmp(head.data, "SECd", 4) != 0) {
        return 0;
    }
    n = get_u32(head.data + 8, false);
    n = n < MAX_SECTIONS ? n : MAX_SECTIONS;
    TRY(reader_bytes(&scan->reader, at + 12, (uint64_t)n * 12, &entries, err));
    /* properties first: what the JPEG's EXIF says of the same thing stands over them */
    for (size_t i = 0; i + 12 <= entries.len; i += 12) {
        if (memcmp(entries.data + i + 8, "PROP", 4) == 0) {
            TRY(read_section(scan, entries.data + i, err));
        }
    }
    for (size_t i = 0; i + 12 <= entries.len; i += 12) {
        if (memcmp(entries.data + i + 8, "PROP", 4) != 0) {
            TRY(read_section(scan, entries.data + i, err));
        }
    }
    return 0;
}
