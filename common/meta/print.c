#include "meta/print.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/text.h"

static bool whole_number(struct span text, int64_t *out)
{
    size_t at = 0;
    bool minus = text.len > 1 && text.data[0] == '-';
    int64_t number = 0;

    if (minus) {
        at = 1;
    }
    if (text.len == 0 || text.len > 18) {
        return false;
    }
    for (; at < text.len; at++) {
        if (!text_is_digit(text.data[at])) {
            return false;
        }
        number = number * 10 + (text.data[at] - '0');
    }
    *out = minus ? -number : number;
    return true;
}

const char *enum_find(const struct enum_map *map, int64_t value)
{
    for (uint16_t i = 0; i < map->n_names; i++) {
        if (map->names[i].value == value) {
            return map->names[i].name;
        }
    }
    return NULL;
}

void enum_append(const struct enum_map *map, int64_t value, struct buf *out)
{
    const char *name = enum_find(map, value);

    if (name != NULL) {
        buf_add_str(out, name);
    } else {
        buf_printf(out, "Unknown (%" PRId64 ")", value);
    }
}

static const char *bit_name(const struct enum_map *map, unsigned bit)
{
    for (uint16_t i = 0; i < map->n_bits; i++) {
        if (map->bits[i].value == (int64_t)bit) {
            return map->bits[i].name;
        }
    }
    return NULL;
}

static bool add_bits(const struct enum_map *map, uint64_t bits, unsigned first, bool any,
                     struct buf *out)
{
    for (unsigned bit = 0; bit < 64; bit++) {
        const char *name = bit_name(map, first + bit);

        if (!(bits >> bit & 1)) {
            continue;
        }
        buf_add_str(out, any ? ", " : "");
        any = true;
        if (name != NULL) {
            buf_add_str(out, name);
        } else {
            buf_printf(out, "[%u]", first + bit);
        }
    }
    return any;
}

void print_bits(const struct enum_map *map, uint64_t bits, struct buf *out)
{
    if (!add_bits(map, bits, 0, false, out)) {
        buf_add_str(out, "(none)");
    }
}

/* A number as a word of bits; 0 for what fits in none. */
static uint64_t whole_bits(double number)
{
    if (!(number > -9e18 && number < 1.8e19)) {
        return 0;
    }
    return number < 0 ? (uint64_t)(int64_t)number : (uint64_t)number;
}

/* One word after another, blanks between. */
static void print_bit_words(const struct enum_map *map, struct span value, struct buf *out)
{
    unsigned width = map->bit_words != 0 ? map->bit_words : 32, first = 0;
    bool any = false;

    while (value.len > 0) {
        size_t used = 0;
        double word = number_parse(value, &used);

        if (used == 0) {
            break;
        }
        any = add_bits(map, whole_bits(word), first, any, out);
        first += width;
        value = span_from(value, used);
    }
    if (!any) {
        buf_add_str(out, "(none)");
    }
}

static const char *text_find(const struct enum_map *map, struct span value)
{
    for (uint16_t i = 0; i < map->n_texts; i++) {
        if (span_equal(span_str(map->texts[i].value), value)) {
            return map->texts[i].name;
        }
    }
    return NULL;
}

static void print_unknown(const struct enum_map *map, struct span value, bool whole, int64_t number,
                          struct buf *out)
{
    if (map->passing) {
        buf_add_span(out, value);
    } else if (map->hex && whole) {
        buf_printf(out, "Unknown (0x%" PRIx64 ")",
                   number < 0 ? (uint64_t)(uint32_t)number : (uint64_t)number);
    } else {
        buf_add_str(out, "Unknown (");
        buf_add_span(out, value);
        buf_add_str(out, ")");
    }
}

static void print_enum(const struct enum_map *map, struct span value, struct buf *out)
{
    int64_t number = 0;
    bool whole = whole_number(value, &number);
    const char *name = whole ? enum_find(map, number) : NULL;

    if (name == NULL) {
        name = text_find(map, value);
    }
    if (name != NULL) {
        buf_add_str(out, name);
    } else if (map->n_bits > 0) {
        print_bit_words(map, value, out);
    } else {
        print_unknown(map, value, whole, number, out);
    }
}

/* printf's part between '%' and the letter, for one number. */
struct number_format {
    bool plus, zero;
    int width, precision;
    char letter;
    const char *rest;
};

static struct number_format read_format(const char *at)
{
    struct number_format f = { .precision = -1 };

    for (; *at == '+' || *at == '0'; at++) {
        f.plus |= *at == '+';
        f.zero |= *at == '0';
    }
    for (; text_is_digit(*at); at++) {
        f.width = f.width * 10 + (*at - '0');
    }
    if (*at == '.') {
        f.precision = 0;
        for (at++; text_is_digit(*at); at++) {
            f.precision = f.precision * 10 + (*at - '0');
        }
    }
    f.letter = *at;
    f.rest = *at != 0 ? at + 1 : at;
    return f;
}

static void print_double(const struct number_format *f, double number, struct buf *out)
{
    int precision = f->precision < 0 ? 6 : f->precision;

    if (isinf(number) || isnan(number)) {
        buf_add_str(out, isnan(number) ? "NaN" : number > 0 ? "Inf" : "-Inf");
    } else if (f->letter == 'g' && f->plus) {
        buf_printf(out, "%+.*g", precision, number);
    } else if (f->letter == 'g') {
        buf_printf(out, "%.*g", precision, number);
    } else if (f->plus) {
        buf_printf(out, "%+.*f", precision, number);
    } else if (f->zero) {
        buf_printf(out, "%0*.*f", f->width, precision, number);
    } else {
        buf_printf(out, "%*.*f", f->width, precision, number);
    }
}

static void print_int(const struct number_format *f, int64_t number, struct buf *out)
{
    int digits = f->precision >= 0 ? f->precision : f->zero ? f->width : 0;

    if (f->letter == 'x') {
        buf_printf(out, "%.*" PRIx64, digits, (uint64_t)number);
    } else if (f->letter == 'X') {
        buf_printf(out, "%.*" PRIX64, digits, (uint64_t)number);
    } else if (f->plus) {
        buf_printf(out, "%+" PRId64, number);
    } else if (digits > 0) {
        buf_printf(out, "%.*" PRId64, digits, number);
    } else {
        buf_printf(out, "%*" PRId64, f->width, number);
    }
}

static double perl_number(struct span value)
{
    if (span_equal(value, span_str("inf"))) {
        return INFINITY;
    }
    return number_parse(value, NULL);
}

static void print_format(const char *format, struct span value, struct buf *out)
{
    const char *percent = strchr(format, '%');
    struct number_format f;

    if (percent == NULL) {
        buf_add_str(out, format);
        return;
    }
    buf_add(out, format, (size_t)(percent - format));
    f = read_format(percent + 1);
    if (f.letter == 's') {
        buf_add_span(out, value);
    } else if (f.letter == 'f' || f.letter == 'g') {
        print_double(&f, perl_number(value), out);
    } else {
        double number = perl_number(value);

        print_int(&f, fabs(number) < 9e18 ? (int64_t)number : -1, out);
    }
    if (strncmp(f.rest, "%%", 2) == 0) {
        f.rest++;
    }
    buf_add_str(out, f.rest);
}

static void print_list(const struct tag_env *env, const struct print_list *list, struct span value,
                       struct buf *out)
{
    for (uint16_t i = 0; value.len > 0 || i == 0; i++) {
        const uint8_t *blank = value.len > 0 ? memchr(value.data, ' ', value.len) : NULL;
        size_t len = blank != NULL ? (size_t)(blank - value.data) : value.len;
        struct span part = { value.data, len };
        uint16_t at = i < list->n_steps || !list->repeating ? i : (uint16_t)(list->n_steps - 1);

        buf_add_str(out, i > 0 ? "; " : "");
        if (at >= list->n_steps || !print_step(env, &list->steps[at], part, out)) {
            buf_add_span(out, part);
        }
        value = span_from(value, blank != NULL ? len + 1 : len);
    }
}

bool print_step(const struct tag_env *env, const struct print_step *step, struct span value,
                struct buf *out)
{
    switch (step->kind) {
    case PRINT_ENUM:
        print_enum(step->arg, value, out);
        return true;
    case PRINT_FORMAT:
        print_format(step->arg, value, out);
        return true;
    case PRINT_LIST:
        print_list(env, step->arg, value, out);
        return true;
    case PRINT_FUNC:
        return step->func(env, value, out);
    default:
        return false;
    }
}

void print_text(const struct tag_env *env, struct span value, struct buf *out)
{
    struct print_step step = { .kind = env->tag->kind };

    if (step.kind == PRINT_FUNC) {
        step.func = env->tag->func;
    } else {
        step.arg = env->tag->arg;
    }

    if (!print_step(env, &step, value, out)) {
        buf_add_span(out, value);
    }
}

static void add_binary(uint64_t len, struct buf *out)
{
    buf_printf(out, "(Binary data %" PRIu64 " bytes, use -b option to extract)", len);
}

/* ExifTool counts the bytes of its own text: of an array of numbers those of the printed array. */
static void binary_value(const struct value *raw, struct buf *out)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(16u << 20);

    if (raw->bytes.data == NULL || !value_is_number(raw)) {
        add_binary(raw->bytes.data == NULL ? raw->count : raw->bytes.len, out);
        return;
    }
    value_append(raw, &text);
    add_binary(text.len, out);
}

bool print_value(const struct tag_env *env, struct buf *out)
{
    const struct tag *tag = env->tag;

    if (tag != NULL && tag->convert != NULL && env->raw->bytes.data != NULL) {
        return tag->convert(env, out);
    }
    if ((tag != NULL && (tag->flags & TAG_BINARY)) || env->raw->bytes.data == NULL) {
        binary_value(env->raw, out);
        return true;
    }
    value_append(env->raw, out);
    return true;
}

static bool binary_over(const struct tag_env *env, size_t most, struct buf *out)
{
    size_t start = out->len;

    value_append(env->raw, out);
    if (out->len - start > most) {
        size_t len = out->len - start;

        out->len = start;
        add_binary(len, out);
    }
    return true;
}

bool convert_long_is_binary(const struct tag_env *env, struct buf *out)
{
    return binary_over(env, 32, out);
}

bool convert_very_long_is_binary(const struct tag_env *env, struct buf *out)
{
    return binary_over(env, 64, out);
}
