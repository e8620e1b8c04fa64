#include "meta/maker_values.h"

#include "meta/print.h"

static bool divided(const struct tag_env *env, double by, struct buf *out)
{
    number_append(value_double(env->raw, 0) / by, 15, out);
    return true;
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

bool maker_not_0(const struct tag_env *env, struct buf *out)
{
    return value_double(env->raw, 0) != 0 && divided(env, 1, out);
}

bool maker_hex(const struct tag_env *env, struct buf *out)
{
    for (size_t i = 0; i < env->raw->bytes.len; i++) {
        buf_printf(out, "%02x", env->raw->bytes.data[i]);
    }
    return true;
}

static bool with_separator(struct span value, char separator, struct buf *out)
{
    for (size_t i = 0; i < value.len; i++) {
        buf_add_byte(out, value.data[i] == ' ' ? (uint8_t)separator : value.data[i]);
    }
    return true;
}

bool maker_print_size(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    return with_separator(value, 'x', out);
}

bool maker_print_dots(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)env;
    return with_separator(value, '.', out);
}

bool maker_print_red_blue(const struct tag_env *env, struct span value, struct buf *out)
{
    (void)value;
    buf_printf(out, "Red %+d, Blue %+d", (int)value_int(env->raw, 0), (int)value_int(env->raw, 1));
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
    return value_int(env->raw, 0) != 0;
}
