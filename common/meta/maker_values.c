#include "meta/maker_values.h"

#include "meta/print.h"

static bool divided(const struct tag_env *env, double by, struct buf *out)
{
    return number_put(value_double(env->raw, 0) / by, out);
}

bool maker_tenth(const struct tag_env *env, struct buf *out)
{
    return divided(env, 10, out);
}

bool maker_hundredth(const struct tag_env *env, struct buf *out)
{
    return divided(env, 100, out);
}

bool maker_thousandth(const struct tag_env *env, struct buf *out)
{
    return divided(env, 1000, out);
}

bool maker_eighth(const struct tag_env *env, struct buf *out)
{
    return divided(env, 8, out);
}

bool maker_256th(const struct tag_env *env, struct buf *out)
{
    return divided(env, 256, out);
}

bool maker_not_0(const struct tag_env *env, struct buf *out)
{
    return value_double(env->raw, 0) != 0 && divided(env, 1, out);
}

bool maker_print_size(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    for (size_t i = 0; i < value.len; i++) {
        buf_add_byte(out, value.data[i] == ' ' ? 'x' : value.data[i]);
    }
    return true;
}

bool maker_print_red_blue(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    buf_printf(out, "Red %+d, Blue %+d", (int)raw_int(env), (int)value_int(env->raw, 1));
    return true;
}

static bool signed_number(struct span value, int decimals, struct buf *out)
{
    double number = number_parse(value, NULL);

    if (number == 0) {
        buf_add_byte(out, '0');
    } else {
        buf_printf(out, "%+.*f", decimals, number);
    }
    return true;
}

bool maker_print_signed(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    return signed_number(value, 1, out);
}

bool maker_print_signed_2(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    return signed_number(value, 2, out);
}

bool maker_print_time_zone(const struct tag_env *env, struct span value, struct buf *out)
{
    int minutes = (int)number_int(value);
    int positive = minutes < 0 ? -minutes : minutes;

    (void)env;
    buf_printf(out, "%c%.2d:%.2d", minutes < 0 ? '-' : '+', positive / 60, positive % 60);
    return true;
}

bool maker_is_block(const struct tag_env *env)
{
    return env->raw->bytes.len > 4;
}

bool maker_is_number(const struct tag_env *env)
{
    return value_is_number(env->raw);
}

bool maker_is_not_0(const struct tag_env *env)
{
    return raw_int(env) != 0;
}
