/* Pentax's colour temperatures, flash numbers and intervals. */
#include "meta/maker_pentax.h"

/* Colour temperatures are written as what they lack of this. */
#define KELVIN_TOP 53190

bool pentax_kelvin_left(const struct tag_env *env, struct buf *out)
{
    return raw_int(env) != 0 && number_put((double)(KELVIN_TOP - raw_int(env)), out);
}

bool pentax_is_balance(const struct tag_env *env)
{
    return env->raw->bytes.len == 4 && env->raw->count == 4;
}

static void add_shift(int shift, struct buf *out)
{
    if (shift == 0) {
        buf_add_str(out, "  0");
    } else {
        buf_printf(out, " %+d", shift < 8 ? shift : shift - 16);
    }
}

/* Big-endian kelvins, a byte of no use, and two shifts of four bits: blue, and then green. */
bool pentax_balance(const struct tag_env *env, struct buf *out)
{
    const uint8_t *b = env->raw->bytes.data;

    buf_printf(out, "%d", KELVIN_TOP - get_u16(b, true));
    add_shift(b[3] & 0xf, out);
    add_shift(b[3] >> 4, out);
    return true;
}

/* Eighths of a step, from -6 on; 0 is none. */
bool pentax_flash_segments(const struct tag_env *env, struct buf *out)
{
    for (uint32_t i = 0; i < env->raw->count; i++) {
        int64_t number = value_int(env->raw, i);

        buf_add_str(out, i > 0 ? " " : "");
        if (number == 0) {
            buf_add_str(out, "0");
        } else {
            buf_printf(out, "%.1f", (double)number / 8 - 6);
        }
    }
    return env->raw->count > 0;
}

/* Sixths, and a number of no known meaning. */
bool pentax_flash_pair(const struct tag_env *env, struct buf *out)
{
    number_put((double)raw_int(env) / 6, out);
    buf_printf(out, " %d", (int)value_int(env->raw, 1));
    return true;
}

bool pentax_print_interval(const struct tag_env *env, struct span value, struct buf *out)
{
    int64_t total = value_int(env->raw, 1);

    (void)value;
    if (env->raw->count < 2) {
        return false;
    }
    if (raw_int(env) == 0 && total == 0) {
        buf_add_str(out, "Off");
    } else {
        buf_printf(out, "Shot %d of %d", (int)raw_int(env), (int)total);
    }
    return true;
}
