/* Maker notes of letters: Olympus's "[section] Name=value", Kodak's "Name: value" lines and DJI's
 * "[name:bytes]". */
#include <string.h>

#include "meta/maker_small.h"
#include "meta/name.h"
#include "meta/print.h"
#include "meta/scan.h"
#include "meta/tables/olympus_names.h"

enum { MAX_WORDS = 100 };

static struct span trim(struct span text)
{
    while (text.len > 0 && (text.data[0] == ' ' || text.data[0] == '\r')) {
        text = span_from(text, 1);
    }
    while (text.len > 0 && strchr(" \r", text.data[text.len - 1]) != NULL) {
        text.len--;
    }
    return text;
}

static const struct text_name kodak_lines[] = {
    { "AF Function", "AFMode" },
    { "Actual Compensation", "ActualCompensation" },
    { "Aperture", "Aperture" },
    { "Auto Bracket", "AutoBracket" },
    { "Brightness Value", "BrightnessValue" },
    { "Camera", "CameraModel" },
    { "Camera body", "CameraBody" },
    { "Compensation", "ExposureCompensation" },
    { "Date", "Date" },
    { "Exposure Bias", "ExposureBias" },
    { "Exposure Mode", "ExposureMode" },
    { "Firmware Version", "FirmwareVersion" },
    { "Flash Compensation", "FlashExposureComp" },
    { "Flash Fired", "FlashFired" },
    { "Flash Sync Mode", "FlashSyncMode" },
    { "Focal Length", "FocalLength" },
    { "Height", "KodakImageHeight" },
    { "ISO", "ISO" },
    { "ISO Speed", "ISO" },
    { "Image Number", "ImageNumber" },
    { "Lens", "Lens" },
    { "Max Aperture", "MaxAperture" },
    { "Meter Mode", "MeterMode" },
    { "Min Aperture", "MinAperture" },
    { "Popup Flash", "PopupFlash" },
    { "Serial Number", "SerialNumber" },
    { "Shooting Mode", "ShootingMode" },
    { "Shutter", "ShutterSpeed" },
    { "Temperature", "Temperature" },
    { "Time", "Time" },
    { "White balance", "WhiteBalance" },
    { "Width", "KodakImageWidth" },
};

static void add_line(struct meta_scan *scan, struct span line)
{
    static const struct place place = { "MakerNotes", "Kodak", 0, 0 };
    const uint8_t *colon = line.len > 0 ? memchr(line.data, ':', line.len) : NULL;
    struct span name, value;

    if (colon == NULL) {
        return;
    }
    name = trim((struct span){ line.data, (size_t)(colon - line.data) });
    value = trim(span_from(line, name.len + (size_t)(name.data - line.data) + 1));
    for (size_t i = 0; i < ARRAY_LEN(kodak_lines); i++) {
        if (span_equal(name, span_str(kodak_lines[i].value)) && value.len > 0) {
            store_add_text(&scan->store, &place, kodak_lines[i].name, value);
        }
    }
}

int kodak_read_text(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct span text = value_chars(raw);

    (void)err;
    while (text.len > 0) {
        const uint8_t *end = memchr(text.data, '\n', text.len);
        size_t len = end != NULL ? (size_t)(end - text.data) : text.len;

        add_line(scan, (struct span){ text.data, len });
        text = span_from(text, len + 1);
    }
    return 0;
}

/* The next word of what is left, and what is left after it. */
static struct span next_word(struct span *text)
{
    struct span word = { text->data, 0 };

    while (word.len < text->len && strchr(" \t\r\n", word.data[word.len]) == NULL) {
        word.len++;
    }
    *text = span_from(*text, word.len);
    while (text->len > 0 && strchr(" \t\r\n", text->data[0]) != NULL) {
        *text = span_from(*text, 1);
    }
    return word;
}

static void add_word(struct meta_scan *scan, struct span word)
{
    static const struct place place = { "MakerNotes", "Olympus", 0, 0 };
    static const struct tag camera = { .name = "CameraType", PRINT_AS_ENUM(olympus_cameras) };
    const uint8_t *equals = word.len > 0 ? memchr(word.data, '=', word.len) : NULL;
    struct span key, text;
    struct value value;

    if (equals == NULL) {
        return;
    }
    key = (struct span){ word.data, (size_t)(equals - word.data) };
    text = span_from(word, key.len + 1);
    value = value_text(text);
    if (span_equal(key, span_str("Type"))) {
        store_add(&scan->store, &place, &camera, &value);
    } else if (key.len > 0) {
        const char *name = name_from_text(scan, key);

        if (name != NULL) {
            store_add_text(&scan->store, &place, name, text);
        }
    }
}

int olympus_read_text(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct span text = value_chars(raw);

    (void)err;
    for (unsigned n = 0; text.len > 0 && n < MAX_WORDS; n++) {
        add_word(scan, next_word(&text));
    }
    return 0;
}

/* The values that are text; the others are told by their length. */
static const struct {
    const char *key, *name;
    bool is_text;
} dji_keys[] = {
    { "FlightDegree(Y,P,R)", "FlightDegree", true },
    { "FlightSpeed(X,Y,Z)", "FlightSpeed", true },
    { "GimbalDegree(Y,P,R)", "GimbalDegree", true },
    { "sensor_id", "SensorID", true },
    { "adj_dbg_info", "ADJDebugInfo", false },
    { "ae_dbg_info", "AEDebugInfo", false },
    { "ae_histogram_info", "AEHistogramInfo", false },
    { "ae_liveview_histogram_info", "AELiveViewHistogramInfo", false },
    { "ae_liveview_local_histogram", "AELiveViewLocalHistogram", false },
    { "ae_local_histogram", "AELocalHistogram", false },
    { "af_dbg_info", "AFDebugInfo", false },
    { "awb_dbg_info", "AWBDebugInfo", false },
    { "hiso", "Histogram", false },
    { "hyperlapse_dbg_info", "HyperlapsDebugInfo", false },
    { "xidiri", "Xidiri", false },
};

static void add_part(struct meta_scan *scan, struct span part)
{
    static const struct place place = { "MakerNotes", "DJI", 0, 0 };
    const uint8_t *colon = part.len > 0 ? memchr(part.data, ':', part.len) : NULL;
    struct span key, bytes;

    if (colon == NULL) {
        return;
    }
    key = (struct span){ part.data, (size_t)(colon - part.data) };
    bytes = span_from(part, key.len + 1);
    for (size_t i = 0; i < ARRAY_LEN(dji_keys); i++) {
        struct value text = value_text(bytes);

        if (!span_equal(key, span_str(dji_keys[i].key))) {
            continue;
        }
        if (dji_keys[i].is_text) {
            store_add_text(&scan->store, &place, dji_keys[i].name, value_chars(&text));
        } else {
            store_add_binary(&scan->store, &place, dji_keys[i].name, bytes.len);
        }
    }
}

/* A part ends at the first "]" before another "[" or before the note's end. */
static size_t part_len(struct span note)
{
    for (size_t i = 0; i < note.len; i++) {
        if (note.data[i] == ']' && (i + 1 == note.len || note.data[i + 1] == '[')) {
            return i;
        }
    }
    return SIZE_MAX;
}

int dji_read_text(struct meta_scan *scan, struct span note)
{
    while (note.len > 0 && note.data[0] == '[') {
        size_t len = part_len(note);

        if (len == SIZE_MAX) {
            return 0;
        }
        add_part(scan, (struct span){ note.data + 1, len - 1 });
        note = span_from(note, len + 1);
    }
    return 0;
}
