#include "recipe/template.h"

#include <string.h>

#include "base/digest.h"
#include "base/mem.h"
#include "base/text.h"
#include "recipe/field.h"

#define PREFIX_MAX_BYTES  512
#define DIGEST_MARK_BYTES 9  /* "~" and 8 hex digits */
#define SUFFIX_KEPT_BYTES 16 /* a longer "suffix" is part of the name */

enum part {
    PART_PREFIX,
    PART_DIR,
    PART_BASENAME,
    PART_STEM,
    PART_EXT,
    PART_KEY,
    PART_UUID,
    PART_ETAG,
    PARTS
};

static const char *const part_names[PARTS] = { "prefix", "dir", "basename", "stem",
                                               "ext",    "key", "uuid",     "etag" };

size_t key_basename_at(const char *key)
{
    const char *slash = strrchr(key, '/');

    return slash != NULL ? (size_t)(slash - key) + 1 : 0;
}

/* The place of the suffix's dot; the key's length where there is none. */
static size_t suffix_at(const char *key)
{
    size_t base = key_basename_at(key);
    const char *dot = strrchr(key + base, '.');

    return dot != NULL && dot > key + base ? (size_t)(dot - key) : strlen(key);
}

/* The part named between braces at text ("{stem}…"), and where the template goes on; PARTS for
 * none. */
static enum part named_part(const char *text, const char **after)
{
    size_t n = strcspn(text + 1, "{}");

    *after = text + n + 2;
    for (unsigned p = 0; p < PARTS && text[n + 1] == '}'; p++) {
        if (strlen(part_names[p]) == n && memcmp(part_names[p], text + 1, n) == 0) {
            return (enum part)p;
        }
    }
    return PARTS;
}

int template_check(const char *text, const char *path, struct err *err)
{
    size_t n = field_characters(text);

    if (n < 1 || n > TEMPLATE_CHARACTERS) {
        return err_set(err, ERR_INPUT, "%s: text of 1 to %d characters expected", path,
                       TEMPLATE_CHARACTERS);
    }
    for (const char *at = text; *at != '\0';) {
        if (*at == '}' || (*at == '{' && named_part(at, &at) == PARTS)) {
            return err_set(err, ERR_INPUT,
                           "%s: unknown part in '%s': {prefix} {dir} {basename} {stem} {ext} {key} "
                           "{uuid} {etag} expected",
                           path, text);
        }
        at += *at != '\0' && *at != '{' && *at != '}';
    }
    return 0;
}

/* The bytes of one part. A prefix loses its trailing slashes: the template has its own. */
static struct span part_value(enum part part, const struct key_parts *parts)
{
    const char *key = parts->key;
    size_t base = key_basename_at(key), suffix = suffix_at(key);
    struct span value = { 0 };

    switch (part) {
    case PART_PREFIX:
        value = span_str(parts->prefix);
        while (value.len > 0 && value.data[value.len - 1] == '/') {
            value.len--;
        }
        return value;
    case PART_DIR:
        return (struct span){ (const uint8_t *)key, base > 0 ? base - 1 : 0 };
    case PART_BASENAME:
        return span_str(key + base);
    case PART_STEM:
        return (struct span){ (const uint8_t *)key + base, suffix - base };
    case PART_EXT:
        return span_str(key[suffix] == '.' ? key + suffix + 1 : "");
    case PART_KEY:
        return span_str(key);
    case PART_UUID:
        return span_str(parts->uuid);
    case PART_ETAG:
    case PARTS:
        break;
    }
    return span_str(parts->etag);
}

/* A value that is over max bytes is cut and marked, so that two long names that begin alike stay
 * two; a suffix stays at the end. */
static void add_value(struct buf *out, enum part part, struct span value, size_t max)
{
    uint8_t digest[SHA256_BYTES];
    char mark[DIGEST_MARK_BYTES + 1] = "~";
    struct span suffix = { 0 };
    char *name;
    size_t at;

    if (part == PART_PREFIX || part == PART_UUID || value.len <= max) {
        buf_add_span(out, value);
        return;
    }
    name = mem_strndup(value.data, value.len);
    at = suffix_at(name);
    if ((part == PART_BASENAME || part == PART_KEY) && value.len - at <= SUFFIX_KEPT_BYTES) {
        suffix = span_from(value, at);
    }
    mem_free(name);
    digest_sha256(value, digest);
    digest_hex(digest, 4, mark + 1);
    buf_add(out, value.data, text_cut(value, max - DIGEST_MARK_BYTES - suffix.len));
    buf_add_str(out, mark);
    buf_add_span(out, suffix);
}

/* Writes ".." as "%2E%2E" and "." as "%2E" where the walk over the segments from `from` on calls
 * for it: always (strict), or where it would climb above its start. */
static void hold_inside(struct buf *key, size_t from, bool strict)
{
    CLEANUP(buf_release) struct buf held = BUF_INIT(4 * KEY_MAX_BYTES);
    const char *text = buf_cstr(key);
    size_t at = from;
    unsigned depth = 0;

    buf_add(&held, text, from);
    while (at < key->len) {
        size_t n = strcspn(text + at, "/");
        bool dot = n == 1 && text[at] == '.';
        bool dots = n == 2 && text[at] == '.' && text[at + 1] == '.';

        if (dots && (strict || depth == 0)) {
            buf_add_str(&held, "%2E%2E");
        } else if (dot && strict) {
            buf_add_str(&held, "%2E");
        } else {
            buf_add(&held, text + at, n);
            depth += dots ? -1u : !dot && n > 0;
        }
        at += n;
        if (at < key->len) {
            buf_add_byte(&held, '/');
            at++;
        }
    }
    buf_clear(key);
    buf_add_span(key, buf_span(&held));
}

static void expand_once(const char *text, const struct key_parts *parts, size_t max_value,
                        struct buf *out)
{
    while (*text != '\0') {
        enum part part = *text == '{' ? named_part(text, &text) : PARTS;
        bool at_segment_start = out->len == 0 || out->data[out->len - 1] == '/';
        struct span value;

        if (part == PARTS) {
            buf_add_byte(out, (uint8_t)*text++);
            continue;
        }
        value = part_value(part, parts);
        add_value(out, part, value, max_value);
        text += value.len == 0 && at_segment_start && *text == '/'; /* no empty folder of our own */
    }
}

static int expand(const char *text, const struct key_parts *parts, size_t max_bytes, bool strict,
                  char out[KEY_MAX_BYTES + 1], struct err *err)
{
    static const size_t value_caps[] = { SIZE_MAX, 512, 384, 256, 192, 128, 96, 64 };
    CLEANUP(buf_release) struct buf key = BUF_INIT(8 * KEY_MAX_BYTES);
    size_t prefix_len = 0;

    if (text_starts(text, "{prefix}")) {
        prefix_len = part_value(PART_PREFIX, parts).len;
    }
    for (size_t i = 0; i < ARRAY_LEN(value_caps); i++) {
        buf_clear(&key);
        expand_once(text, parts, value_caps[i], &key);
        if (strict || prefix_len > 0) {
            hold_inside(&key, prefix_len + (prefix_len < key.len && prefix_len > 0), strict);
        }
        if (!key.overflowed && key.len <= max_bytes) {
            memcpy(out, buf_cstr(&key), key.len + 1);
            return 0;
        }
    }
    return err_set(err, ERR_INPUT, "key template '%s' gives a key that is too long", text);
}

static int refuse_empty(const char *text, const char *out, struct err *err)
{
    return out[0] != '\0' ? 0
                          : err_set(err, ERR_INPUT, "key template '%s' gives an empty key", text);
}

int template_expand(const char *text, const struct key_parts *parts, char out[KEY_MAX_BYTES + 1],
                    struct err *err)
{
    TRY(expand(text, parts, KEY_MAX_BYTES, false, out, err));
    return refuse_empty(text, out, err);
}

int template_expand_value(const char *text, const struct key_parts *parts,
                          char out[KEY_MAX_BYTES + 1], struct err *err)
{
    return expand(text, parts, KEY_MAX_BYTES, false, out, err);
}

int template_expand_prefix(const char *text, const struct key_parts *parts,
                           char out[KEY_MAX_BYTES + 1], struct err *err)
{
    struct key_parts without = *parts;

    without.prefix = "";
    TRY(expand(text, &without, PREFIX_MAX_BYTES, true, out, err));
    return refuse_empty(text, out, err);
}
