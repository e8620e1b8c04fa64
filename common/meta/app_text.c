/* Segments whose content is text: settings of old cameras, of programs, of viewers. */
#include "base/text.h"
#include "meta/app.h"
#include "meta/name.h"
#include "meta/print.h"

#define MAX_LINES    1000
#define AGFA_SECONDS 1000000.0 /* of Shutter: microseconds */

/* Keys of APP12's picture information with a name or form of their own. */
enum info_form { INFO_PLAIN, INFO_TIME, INFO_EXPOSURE, INFO_OFF_ON, INFO_F_NUMBER, INFO_SIZE };
static const struct {
    const char *key, *name;
    enum info_form form;
} infos[] = {
    { "ExpBias", "ExposureCompensation", INFO_PLAIN },
    { "FNumber", "FNumber", INFO_F_NUMBER },
    { "Aperture", "Aperture", INFO_F_NUMBER },
    { "FWare", "FirmwareVersion", INFO_PLAIN },
    { "Flash", "Flash", INFO_OFF_ON },
    { "ImageSize", "ImageSize", INFO_SIZE },
    { "Macro", "Macro", INFO_OFF_ON },
    { "Serial#", "SerialNumber", INFO_PLAIN },
    { "Shutter", "ExposureTime", INFO_EXPOSURE },
    { "shtr", "ExposureTime", INFO_EXPOSURE },
    { "TimeDate", "DateTimeOriginal", INFO_TIME },
    { "Type", "CameraType", INFO_PLAIN },
    { "Ytarget", "YTarget", INFO_PLAIN },
    { "ylevel", "YLevel", INFO_PLAIN },
};

/* "F11" and "f2.8" are numbers behind a letter. */
static struct span behind_letter(struct span in)
{
    return in.len > 0 && (in.data[0] | 0x20) == 'f' ? span_from(in, 1) : in;
}

static bool all_digits(struct span in)
{
    for (size_t i = 0; i < in.len; i++) {
        if (!text_is_digit(in.data[i])) {
            return false;
        }
    }
    return in.len > 0;
}

static void info_print(enum info_form form, struct span value, struct buf *out)
{
    struct tag_env env = { 0 };

    switch (form) {
    case INFO_TIME:
        if (all_digits(value)) {
            print_unix_time(number_int(value), out);
            return;
        }
        break;
    case INFO_EXPOSURE: {
        CLEANUP(buf_release) struct buf seconds = BUF_INIT(64);

        number_append(number_parse(value, NULL) / AGFA_SECONDS, 15, &seconds);
        if (print_exposure_time(&env, buf_span(&seconds), out)) {
            return;
        }
        break;
    }
    case INFO_OFF_ON:
        if (value.len == 1 && (value.data[0] == '0' || value.data[0] == '1')) {
            buf_add_str(out, value.data[0] == '1' ? "On" : "Off");
            return;
        }
        break;
    case INFO_F_NUMBER:
        buf_printf(out, "%.1f", number_parse(behind_letter(value), NULL));
        return;
    case INFO_SIZE:
        for (size_t i = 0; i < value.len; i++) {
            buf_add_byte(out, value.data[i] == '-' ? 'x' : value.data[i]);
        }
        return;
    default:
        break;
    }
    buf_add_span(out, value);
}

/* What composites count with: seconds for an exposure time. */
static void info_value(enum info_form form, struct span value, struct buf *out)
{
    if (form == INFO_EXPOSURE) {
        number_append(number_parse(value, NULL) / AGFA_SECONDS, 15, out);
    } else {
        info_print(form, value, out);
    }
}

static void info_add(struct meta_scan *scan, struct span key, struct span value)
{
    static const struct place place = { "APP12", "PictureInfo", 0, PRIORITY_LOW };
    CLEANUP(buf_release) struct buf text = BUF_INIT(65536), kept = BUF_INIT(65536);

    for (size_t i = 0; i < ARRAY_LEN(infos); i++) {
        if (span_equal(key, span_str(infos[i].key))) {
            info_print(infos[i].form, value, &text);
            info_value(infos[i].form, value, &kept);
            (void)store_add_printed(&scan->store, &place, infos[i].name, buf_span(&kept),
                                    buf_span(&text));
            return;
        }
    }
    if (key.len > 0) {
        const char *name = name_from_text(scan, key);

        if (name != NULL) {
            (void)store_add_text(&scan->store, &place, name, value);
        }
    }
}

/* Lines of "key=value", of printable characters. */
int app_picture_info(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    struct span in = segment->whole;
    size_t start = 0, equals = 0;
    uint32_t n = 0;

    (void)err;
    for (size_t i = 0; i <= in.len && n < MAX_LINES; i++) {
        uint8_t c = i < in.len ? in.data[i] : 0;

        if (c == '=' && equals <= start) {
            equals = i;
        }
        if (c >= 0x20 && c < 0x7f) {
            continue;
        }
        if (equals > start) {
            info_add(scan, (struct span){ in.data + start, equals - start },
                     (struct span){ in.data + equals + 1, i - equals - 1 });
            n++;
        }
        start = i + 1;
    }
    return 0;
}

/* GraphicConverter: "Q 70". */
int app_graphic_converter(struct meta_scan *scan, const struct app_segment *segment,
                          struct err *err)
{
    static const struct place place = { .g0 = "APP15", .g1 = "GraphConv" };
    struct span in = segment->payload;
    size_t len = 0;

    (void)err;
    while (len < in.len && text_is_digit(in.data[len])) {
        len++;
    }
    if (len > 0) {
        (void)store_add_text(&scan->store, &place, "Quality", (struct span){ in.data, len });
    }
    return 0;
}

/* PhotoStudio: a comment in UTF-16. */
int app_unicode_comment(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { "File", "File", 0, PRIORITY_LOW };
    CLEANUP(buf_release) struct buf text = BUF_INIT(3 * 65536);

    (void)err;
    utf16_append(segment->payload, true, &text);
    (void)store_add_text(&scan->store, &place, "Comment", buf_span(&text));
    return 0;
}

static void hdr_add(struct meta_scan *scan, struct span key, struct span value)
{
    static const struct place place = { .g0 = "APP11", .g1 = "JPEG-HDR" };
    static const struct {
        const char *key, *name;
    } names[] = { { "ver", "JPEG-HDRVersion" },
                  { "ln0", "Ln0" },
                  { "ln1", "Ln1" },
                  { "s2n", "S2n" },
                  { "alp", "Alpha" },
                  { "bet", "Beta" },
                  { "cor", "CorrectionMethod" } };

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (span_equal(key, span_str(names[i].key))) {
            (void)store_add_text(&scan->store, &place, names[i].name, value);
        }
    }
}

/* Dolby's JPEG-HDR: "ver=11 ln0=…", then '~', a NUL and a picture. */
int app_jpeg_hdr(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { .g0 = "APP11", .g1 = "JPEG-HDR" };
    struct span in = segment->payload;
    size_t start = 0, equals = 0, i = 0;

    (void)err;
    for (; i < in.len && in.data[i] != '~'; i++) {
        uint8_t c = in.data[i];

        if (c == '=') {
            equals = i;
        } else if (c == ' ' || c == ',' || c == '\n') {
            if (equals > start) {
                hdr_add(scan, (struct span){ in.data + start, equals - start },
                        (struct span){ in.data + equals + 1, i - equals - 1 });
            }
            start = i + 1;
        }
    }
    if (i + 2 < in.len) {
        (void)store_add_binary(&scan->store, &place, "RatioImage", in.len - i - 2);
    }
    return 0;
}

static bool in_name(uint8_t c)
{
    return c == '-' || text_is_digit(c) || text_is_letter(c);
}

/* Abbreviations that ExifTool writes in capitals: at the beginning, or anywhere. */
static bool is_abbreviation(struct span word, bool is_first)
{
    static const char *const words[] = { "tl84", "aec", "af", "afr", "asf3", "asf5", "awb", "la" };

    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        if (span_equal(word, span_str(words[i]))) {
            return is_first || i == 0;
        }
    }
    return false;
}

static void qualcomm_word(struct span word, bool is_first, struct buf *out)
{
    bool all = is_abbreviation(word, is_first), raise = true;

    for (size_t i = 0; i < word.len; i++) {
        uint8_t c = word.data[i];

        if (c == '[' && i + 2 < word.len && word.data[i + 2] == ']') {
            buf_add_byte(out, '0'); /* an index has two digits */
        } else if (in_name(c)) {
            buf_add_byte(out, (raise || all) && c >= 'a' ? (uint8_t)(c - 'a' + 'A') : c);
            raise = false;
        }
    }
}

/* "asf5_filter_mode" is ASF5FilterMode; '_' stays between two single capitals and at the end. */
static void qualcomm_name(struct span key, struct buf *out)
{
    for (size_t start = 0, at = 0; at <= key.len; at++) {
        struct span word = { key.data + start, at - start };

        if (at < key.len && key.data[at] != '_') {
            continue;
        }
        if (start > 0 && (word.len == 0 ? at == key.len
                                        : word.len == 1 && out->len > 0 &&
                                              text_is_upper(out->data[out->len - 1]))) {
            buf_add_byte(out, '_');
        }
        qualcomm_word(word, start == 0, out);
        start = at + 1;
    }
}

/* Qualcomm: size of the value, length of the name, the name, five bytes, the value. */
int app_qualcomm(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { .g0 = "MakerNotes", .g1 = "Qualcomm" };
    struct cursor at = { .in = segment->payload, .big_endian = true };

    (void)err;
    for (uint32_t i = 0; i < MAX_LINES && cursor_left(&at) > 8; i++) {
        CLEANUP(buf_release) struct buf name = BUF_INIT(256);
        uint8_t size = cursor_u8(&at);
        struct span key = cursor_bytes(&at, cursor_u16(&at)), value;
        uint64_t number = 0;

        (void)cursor_bytes(&at, 5);
        value = cursor_bytes(&at, size);
        if (at.bad || size > 8 || key.len == 0) {
            break;
        }
        for (size_t k = value.len; k-- > 0;) {
            number = number << 8 | value.data[k];
        }
        qualcomm_name(key, &name);
        (void)store_add_u64(&scan->store, &place, buf_cstr(&name), number);
    }
    return 0;
}

/* The data of a section of Ricoh's user metadata; empty where there is none of that type. */
static struct span rmeta_section(struct span in, uint16_t start, bool big_endian, uint16_t type)
{
    struct cursor at = { .in = in, .at = start, .big_endian = big_endian };

    while (cursor_left(&at) >= 4) {
        uint16_t found = cursor_u16(&at), size = cursor_u16(&at);
        struct span data = cursor_bytes(&at, size < 2 ? 0 : size - 2u);

        if (at.bad || found == 0) {
            break;
        }
        if (found == type) {
            return data;
        }
    }
    return (struct span){ NULL, 0 };
}

/* Ricoh: byte order, a header, then sections: 1 names, 2 values. */
int app_rmeta(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    static const struct place place = { .g0 = "APP5", .g1 = "RMETA" };
    struct span in = segment->payload;
    bool big = in.len > 0 && in.data[0] == 'M';
    struct cursor names = { .at = 0 }, values = { .at = 0 };
    uint16_t start;

    (void)err;
    if (in.len < 20) {
        return 0;
    }
    start = (uint16_t)(10 + get_u16(in.data + 8, big));
    names.in = rmeta_section(in, start, big, 1);
    values.in = rmeta_section(in, start, big, 2);
    for (uint32_t i = 0; i < MAX_LINES; i++) {
        struct span key = cursor_until(&names, 0), value = cursor_until(&values, 0);
        const char *name = key.len == 0 ? NULL : name_from_text(scan, key);

        if (name == NULL) {
            break;
        }
        (void)store_add_text(&scan->store, &place, name, value);
    }
    return 0;
}
