/*
 * Samsung's NX cameras write their levels and matrices with a key of eleven numbers added or taken
 * away in turn; the key stands in the note itself.
 */
#include "meta/maker_small.h"
#include "meta/print.h"
#include "meta/scan.h"

enum { KEY_NUMBERS = 11, MAX_NUMBERS = 64 };

/* Where in the key a value begins, and what was done. */
static const struct {
    uint16_t id;
    uint8_t start;
    int8_t sign; /* of the key in the value that is wanted */
    bool first_is_plain;
} ciphers[] = {
    { 0xa021, 0, -1, false }, { 0xa022, 4, -1, false }, { 0xa023, 8, -1, false },
    { 0xa024, 1, -1, false }, { 0xa028, 0, -1, false }, { 0xa030, 0, 1, false },
    { 0xa031, 0, 1, false },  { 0xa032, 0, 1, false },  { 0xa033, 0, 1, false },
    { 0xa034, 4, 1, false },  { 0xa035, 0, -1, false }, { 0xa036, 2, -1, false },
    { 0xa040, 0, 1, true },   { 0xa041, 0, 1, true },   { 0xa042, 0, 1, true },
    { 0xa043, 0, 1, true },
};

bool samsung_plain(const struct tag_env *env, struct buf *out)
{
    const struct value *key = scan_member(env->scan, "EncryptionKey");

    if (key == NULL || key->count < KEY_NUMBERS || env->raw->count > MAX_NUMBERS) {
        return false;
    }
    for (size_t i = 0; i < ARRAY_LEN(ciphers); i++) {
        uint32_t at = ciphers[i].start;

        if (ciphers[i].id != env->tag->id) {
            continue;
        }
        for (uint32_t n = 0; n < env->raw->count; n++) {
            int64_t number = value_int(env->raw, n);

            if (n > 0 || !ciphers[i].first_is_plain) {
                number += ciphers[i].sign * value_int(key, at++ % KEY_NUMBERS);
            }
            buf_printf(out, "%s%lld", n > 0 ? " " : "", (long long)number);
        }
        return true;
    }
    return false;
}

bool samsung_less_4(const struct tag_env *env, struct buf *out)
{
    buf_printf(out, "%d", (int)raw_int(env) - 4);
    return true;
}
