#include "meta/maker_small.h"

#include <inttypes.h>

#include "base/text.h"
#include "meta/print.h"
#include "meta/scan.h"

/* Casio */

bool casio_af_position(const struct tag_env *env, struct buf *out)
{
    if (env->raw->count < 4 || raw_int(env) == 65535 || value_int(env->raw, 1) == 0 ||
        value_int(env->raw, 3) == 0) {
        buf_add_str(out, "n/a");
        return true;
    }
    number_put((double)raw_int(env) / (double)value_int(env->raw, 1), out);
    buf_add_byte(out, ' ');
    return number_put((double)value_int(env->raw, 2) / (double)value_int(env->raw, 3), out);
}

/* "YYMM", "DD" and "HHMM" with NUL between. */
bool casio_firmware_date(const struct tag_env *env, struct buf *out)
{
    uint8_t digits[10];
    size_t n = 0;

    for (size_t i = 0; i < env->raw->bytes.len && n < sizeof digits; i++) {
        uint8_t c = env->raw->bytes.data[i];

        if (text_is_digit(c)) {
            digits[n++] = c;
        }
    }
    if (n < sizeof digits) {
        return false;
    }
    buf_printf(out, "20%.2s:%.2s:%.2s %.2s:%.2s", (char *)digits, (char *)digits + 2,
               (char *)digits + 4, (char *)digits + 6, (char *)digits + 8);
    return true;
}

/* "1998.10.24 12.08.57" */
bool casio_qvci_date(const struct tag_env *env, struct buf *out)
{
    struct span text = value_chars(env->raw);

    for (size_t i = 0; i < text.len; i++) {
        buf_add_byte(out, text.data[i] == '.' ? ':' : text.data[i]);
    }
    return text.len > 0;
}

bool casio_print_best_shot(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    if (!span_equal(value, span_str("0"))) {
        return false;
    }
    buf_add_str(out, "Off");
    return true;
}

bool casio_print_distance(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    if (raw_int(env) >= 0x20000000) {
        buf_add_str(out, "inf");
    } else {
        buf_add_span(out, value);
        buf_add_str(out, " m");
    }
    return true;
}

/* JVC: texts with NUL between. */
bool jvc_versions(const struct tag_env *env, struct buf *out)
{
    struct span bytes = env->raw->bytes;

    while (bytes.len > 0 && (bytes.data[bytes.len - 1] == 0 || bytes.data[bytes.len - 1] == ' ')) {
        bytes.len--;
    }
    for (size_t i = 0; i < bytes.len; i++) {
        if (bytes.data[i] == 0) {
            buf_add_str(out, ", ");
            while (i + 1 < bytes.len && bytes.data[i + 1] == 0) {
                i++;
            }
        } else {
            buf_add_byte(out, bytes.data[i]);
        }
    }
    return bytes.len > 0;
}

/* Kodak */

bool kodak_month_day(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%.2d:%.2d", (int)raw_int(env), (int)value_int(env->raw, 1));
    return true;
}

bool kodak_100000th(const struct tag_env *env, struct buf *out)
{
    return number_put((double)raw_int(env) / 1e5, out);
}

bool kodak_time(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%.2d:%.2d:%.2d.%.2d", (int)raw_int(env), (int)value_int(env->raw, 1),
               (int)value_int(env->raw, 2), (int)value_int(env->raw, 3));
    return true;
}

bool kodak_print_iso_setting(const struct tag_env *env, struct span value, struct buf *out)
{
    if (raw_int(env) != 0 || value.len == 0) {
        return false;
    }
    buf_add_str(out, "Auto");
    return true;
}

bool kodak_print_sharpness(const struct tag_env *env, struct span value, struct buf *out)
{
    int64_t code = raw_int(env);

    (void)value;
    if (code == 0) {
        buf_add_str(out, "Normal");
    } else {
        buf_printf(out, code > 0 ? "+%" PRId64 : "%" PRId64, code);
    }
    return true;
}

bool kodak_print_stamp(const struct tag_env *env, struct span value, struct buf *out)
{
    int64_t code = raw_int(env);

    (void)value;
    if (code == 0) {
        buf_add_str(out, "Off");
    } else {
        buf_printf(out, "Mode %" PRId64, code);
    }
    return true;
}

/* Reconyx: numbers of two decimal digits stand in hexadecimal. */

bool reconyx_date(const struct tag_env *env, struct buf *out)
{
    uint32_t year = (uint32_t)raw_int(env), day = (uint32_t)value_int(env->raw, 1);

    buf_printf(out, "%.4x:%.2x:%.2x", year, day >> 8, day & 0xff);
    return true;
}

/* Seconds, minutes, hours, month, day, year. */
bool reconyx_date_time(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%.4d:%.2d:%.2d %.2d:%.2d:%.2d", (int)value_int(env->raw, 5),
               (int)value_int(env->raw, 3), (int)value_int(env->raw, 4),
               (int)value_int(env->raw, 2), (int)value_int(env->raw, 1), (int)raw_int(env));
    return true;
}

bool reconyx_event(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(raw_int(env) * 65536 + value_int(env->raw, 1)), out);
}

bool reconyx_letter(const struct tag_env *env, struct buf *out)
{
    if (env->raw->bytes.len == 0) {
        return false;
    }
    buf_add_byte(out, env->raw->bytes.data[0]);
    return true;
}

bool reconyx_version(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%x.%x.%x", (unsigned)raw_int(env), (unsigned)value_int(env->raw, 1),
               (unsigned)value_int(env->raw, 2));
    return true;
}

/* The third is a letter. */
bool reconyx_version_2(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%x.%x", (unsigned)raw_int(env), (unsigned)value_int(env->raw, 1));
    if (value_int(env->raw, 2) >= ' ' && value_int(env->raw, 2) < 0x7f) {
        buf_add_byte(out, (uint8_t)value_int(env->raw, 2));
    }
    return true;
}

bool reconyx_print_sequence(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    buf_printf(out, "%d of %d", (int)raw_int(env), (int)value_int(env->raw, 1));
    return true;
}

/* Ricoh: "Rev0104" is 1.04. */
static void add_revision(struct span text, struct buf *out)
{
    while (text.len > 0 && !text_is_digit(text.data[0])) {
        text = span_from(text, 1);
    }
    if (text.len == 4) {
        buf_printf(out, "%d.%.2s", (text.data[0] - '0') * 10 + text.data[1] - '0',
                   (const char *)text.data + 2);
    } else {
        buf_add_span(out, text);
    }
}

bool ricoh_firmware(const struct tag_env *env, struct buf *out)
{
    add_revision(value_chars(env->raw), out);
    return true;
}

/* "Rev0103;Rg1C;Bg18": words of letters and a value. */
static const struct {
    const char *letters, *name;
} ricoh_words[] = {
    { "Rev", "FirmwareVersion" }, { "Rv", "FirmwareVersion" }, { "Rg", "RedGain" },
    { "Gg", "GreenGain" },        { "Bg", "BlueGain" },
};

static void add_word(struct meta_scan *scan, struct span word)
{
    static const struct place place = { "MakerNotes", "Ricoh", 0, 0 };

    for (size_t i = 0; i < ARRAY_LEN(ricoh_words); i++) {
        CLEANUP(buf_release) struct buf text = BUF_INIT(64);
        struct span letters = span_str(ricoh_words[i].letters);

        if (!span_starts(word, letters)) {
            continue;
        }
        if (i < 2) {
            add_revision(span_from(word, letters.len), &text);
        } else {
            buf_add_span(&text, span_from(word, letters.len));
        }
        store_add_text(&scan->store, &place, ricoh_words[i].name, buf_span(&text));
        return;
    }
}

int ricoh_read_text(struct meta_scan *scan, struct span note)
{
    struct value whole = value_text(note);
    struct span text = value_chars(&whole);

    while (text.len > 0) {
        size_t len = 0;

        while (len < text.len && text.data[len] != ';') {
            len++;
        }
        add_word(scan, (struct span){ text.data, len });
        text = span_from(text, len < text.len ? len + 1 : len);
    }
    return 0;
}

/* "VER:0100QTY:FINE " */
int jvc_read_text(struct meta_scan *scan, struct span note)
{
    static const struct place place = { "MakerNotes", "JVC", 0, 0 };
    static const struct text_name qualities[] = { { "STND", "Normal" },
                                                  { "STD", "Normal" },
                                                  { "FINE", "Fine" } };
    struct span quality;

    if (note.len >= 8) {
        store_add_text(&scan->store, &place, "MakerNoteVersion", (struct span){ note.data + 4, 4 });
    }
    if (!span_slice(note, 8, 8, &quality) || !span_starts(quality, span_str("QTY:"))) {
        return 0;
    }
    quality = span_from(quality, 4);
    for (size_t i = 0; i < ARRAY_LEN(qualities); i++) {
        if (span_starts(quality, span_str(qualities[i].value))) {
            store_add_cstr(&scan->store, &place, "Quality", qualities[i].name);
            return 0;
        }
    }
    return 0;
}

/* Ricoh: seven bytes of two decimal digits each. */
bool ricoh_date(const struct tag_env *env, struct buf *out)
{
    struct span in = env->raw->bytes;

    if (in.len < 7) {
        return false;
    }
    buf_printf(out, "%.2x%.2x:%.2x:%.2x %.2x:%.2x:%.2x", in.data[0], in.data[1], in.data[2],
               in.data[3], in.data[4], in.data[5], in.data[6]);
    return true;
}

#define RICOH_SUBDIRECTORY "[Ricoh Camera Info]" /* and a byte more */

/* A directory behind a title; its offsets count from the title's first byte. */
int ricoh_read_subdir(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    struct span title = { (const uint8_t *)RICOH_SUBDIRECTORY, sizeof RICOH_SUBDIRECTORY - 1 };
    struct tiff_view view = { .memory = raw->bytes,
                              .file_offset = raw->offset,
                              .big_endian = true };
    struct ifd_walk walk = { .table = ricoh_subdirectory,
                             .name = "Ricoh",
                             .offset = title.len + 1,
                             .no_next = true,
                             .is_maker_note = true };
    uint64_t next;

    if (!span_starts(raw->bytes, title)) {
        return 0;
    }
    return ifd_read(scan, &view, &walk, &next, err);
}

/* Sigma: "Expo:+0.8" is "+0.8". */
bool sigma_after_colon(const struct tag_env *env, struct buf *out)
{
    struct span text = value_chars(env->raw);

    if (value_is_number(env->raw)) {
        value_append(env->raw, out);
        return true;
    }
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == ':') {
            text = span_from(text, i + 1);
            break;
        }
    }
    while (text.len > 0 && text.data[0] == ' ') {
        text = span_from(text, 1);
    }
    buf_add_span(out, text);
    return true;
}

bool sigma_microseconds(const struct tag_env *env, struct buf *out)
{
    return number_put(number_parse(value_chars(env->raw), NULL) * 1e-6, out);
}

bool sigma_temperature(const struct tag_env *env, struct buf *out)
{
    buf_add_span(out, value_chars(env->raw));
    buf_add_str(out, " C");
    return true;
}

/* "II" or "MM", then the directory, whose offsets count from the order's first byte. */
static int read_below(struct meta_scan *scan, const struct value *raw, const struct sub_ifd *sub,
                      struct err *err)
{
    struct tiff_view view = { .memory = raw->bytes, .file_offset = raw->offset };
    struct ifd_walk walk = {
        .table = sub->table, .name = sub->name, .offset = 2, .no_next = true, .is_maker_note = true
    };
    uint64_t next;

    if (raw->bytes.len < 4) {
        return 0;
    }
    view.big_endian = raw->bytes.data[0] == 'M';
    return ifd_read(scan, &view, &walk, &next, err);
}

int kodak_read_below_0(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return read_below(scan, raw, &kodak_below_0, err);
}

int kodak_read_below_1(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return read_below(scan, raw, &kodak_below_1, err);
}

int kodak_read_below_2(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return read_below(scan, raw, &kodak_below_2, err);
}

int kodak_read_below_3(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return read_below(scan, raw, &kodak_below_3, err);
}

int kodak_read_below_5(struct meta_scan *scan, const struct value *raw, struct err *err)
{
    return read_below(scan, raw, &kodak_below_5, err);
}
