#include "base/json_text.h"

#include <string.h>

#include "base/json.h"
#include "base/text.h"

int json_text_refuse(struct err *err, size_t at, const char *why)
{
    return err_set(err, ERR_INPUT, "not valid JSON at byte %zu: %s", at, why);
}

static bool hex4(struct span in, size_t at, unsigned *code)
{
    *code = 0;
    if (at + 4 > in.len) {
        return false;
    }
    for (size_t i = at; i < at + 4; i++) {
        int digit = text_hex_value(in.data[i]);

        if (digit < 0) {
            return false;
        }
        *code = *code << 4 | (unsigned)digit;
    }
    return true;
}

/* What follows a backslash at in.data[*at]; moves *at to its last byte. What is wrong otherwise,
 * json-c says. */
static int check_escape(struct span in, enum json_allowed allowed, size_t *at, struct err *err)
{
    unsigned code, low;
    size_t start = (*at)++;

    if (*at >= in.len || in.data[*at] != 'u' || !hex4(in, *at + 1, &code)) {
        return 0;
    }
    if (code == 0 && allowed < JSON_NUL) {
        return json_text_refuse(err, start, "NUL in a string");
    }
    *at += 4;
    if (code < 0xd800 || code > 0xdfff) {
        return 0;
    }
    if (code > 0xdbff || *at + 2 >= in.len || in.data[*at + 1] != '\\' || in.data[*at + 2] != 'u' ||
        !hex4(in, *at + 3, &low) || low < 0xdc00 || low > 0xdfff) {
        return allowed < JSON_BYTES ? json_text_refuse(err, start, "lone surrogate") : 0;
    }
    *at += 6;
    return 0;
}

int json_text_check(struct span in, enum json_allowed allowed, struct err *err)
{
    bool inside = false;
    size_t depth = 0;

    for (size_t i = 0; i < in.len; i++) {
        uint8_t c = in.data[i];

        if (c == '"') {
            inside = !inside;
        } else if (inside && c < 0x20) {
            return json_text_refuse(err, i, "control character in a string");
        } else if (inside && c == '\\') {
            TRY(check_escape(in, allowed, &i, err));
        } else if (!inside && (c == 'N' || c == 'I' || c == '\'')) {
            return json_text_refuse(err, i, "no value of JSON");
        } else if (!inside && (c == '{' || c == '[') && ++depth > JSON_MAX_DEPTH) {
            return json_text_refuse(err, i, "nested too deep");
        } else if (!inside && (c == '}' || c == ']') && depth > 0) {
            depth--;
        }
    }
    return 0;
}

#define MARK     "e0"
#define NUMERIC  "+-.0123456789Ee"
#define MAX_SAFE ((size_t)18) /* digits that any 64-bit integer has room for */

static size_t number_len(struct span in)
{
    size_t len = 0;

    while (len < in.len && strchr(NUMERIC, in.data[len]) != NULL) {
        len++;
    }
    return len;
}

/* Digits alone, and more than the 64 bits that json-c has for their sign. */
static bool is_long_integer(struct span number)
{
    bool negative = number.len > 0 && number.data[0] == '-';
    struct span most = span_str(negative ? "9223372036854775808" : "18446744073709551615");

    number = span_from(number, negative);
    for (size_t i = 0; i < number.len; i++) {
        if (!text_is_digit(number.data[i])) {
            return false;
        }
    }
    return number.len > most.len ||
           (number.len == most.len && memcmp(number.data, most.data, most.len) > 0);
}

static bool has_long_digits(struct span in)
{
    size_t run = 0;

    for (size_t i = 0; i < in.len && run <= MAX_SAFE; i++) {
        run = text_is_digit(in.data[i]) ? run + 1 : 0;
    }
    return run > MAX_SAFE;
}

bool json_text_mark(struct span in, struct buf *out)
{
    bool inside = false;

    if (!has_long_digits(in)) {
        return false;
    }
    *out = (struct buf)BUF_INIT(2 * in.len + 1);
    for (size_t i = 0; i < in.len; i++) {
        struct span rest = span_from(in, i);
        size_t len = inside ? 0 : number_len(rest);

        if (len > 0) {
            rest.len = len;
            buf_add_span(out, rest);
            buf_add_str(out, is_long_integer(rest) ? MARK : "");
            i += len - 1;
            continue;
        }
        if (inside && in.data[i] == '\\' && rest.len > 1) {
            buf_add_byte(out, in.data[i++]);
        } else if (in.data[i] == '"') {
            inside = !inside;
        }
        buf_add_byte(out, in.data[i]);
    }
    return true;
}

struct span json_text_unmarked(struct span number)
{
    const size_t mark = sizeof MARK - 1;

    if (number.len > mark && memcmp(number.data + number.len - mark, MARK, mark) == 0) {
        number.len -= mark;
        if (is_long_integer(number)) {
            return number;
        }
    }
    return (struct span){ 0 };
}
