/* Conversions of the trailers' tables. */
#include "meta/print.h"
#include "meta/tables/trailer.h"

#define MAX_POINTS       10
#define FULL_TURN        360.0
#define RAW_BRIGHTNESS_1 6000.0 /* Canon's raw brightness of 1 */

/* 310 is version 3.1.0. */
bool vrd_version(const struct tag_env *env, struct buf *out)
{
    CLEANUP(buf_release) struct buf digits = BUF_INIT(32);

    buf_printf(&digits, "%lld", (long long)raw_int(env));
    for (size_t i = 0; i < digits.len; i++) {
        if (i > 0) {
            buf_add_byte(out, '.');
        }
        buf_add_byte(out, digits.data[i]);
    }
    return true;
}

/* How many points, then these, across and up. */
bool vrd_curve(const struct tag_env *env, struct buf *out)
{
    int64_t n = raw_int(env);

    if (n < 2 || n > MAX_POINTS) {
        value_append(env->raw, out);
        return true;
    }
    for (uint32_t i = 0; i < (uint32_t)n; i++) {
        buf_printf(out, "%s(%lld,%lld)", i > 0 ? " " : "",
                   (long long)value_int(env->raw, 1 + 2 * i),
                   (long long)value_int(env->raw, 2 + 2 * i));
    }
    return true;
}

bool vrd_brightness(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%.2f", (double)raw_int(env) / RAW_BRIGHTNESS_1);
    return true;
}

/* Hundredths of degrees, counted the other way round. */
bool foto_rotation(const struct tag_env *env, struct buf *out)
{
    int64_t hundredths = raw_int(env);

    return number_put(hundredths == 0 ? 0.0 : FULL_TURN - (double)hundredths / 100, out);
}
