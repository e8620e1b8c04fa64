/* The two JSON shapes: one value a name, or one a group and name. */
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "meta/print.h"
#include "meta/result.h"

struct store *result_store(const struct meta *meta)
{
    return (struct store *)(uintptr_t)&meta->scan.store;
}

static size_t count_digits(struct span text, size_t at)
{
    size_t n = 0;

    while (at + n < text.len && text_is_digit(text.data[at + n])) {
        n++;
    }
    return n;
}

/* ExifTool's rule: up to 15 digits without a leading zero, up to 16 decimals, an exponent of up to
 * three digits. */
bool result_is_number(struct span text)
{
    size_t at = text.len > 0 && text.data[0] == '-' ? 1 : 0, n = count_digits(text, at);

    if (n == 0 || n > 15 || (n > 1 && text.data[at] == '0')) {
        return false;
    }
    at += n;
    if (at < text.len && text.data[at] == '.') {
        n = count_digits(text, at + 1);
        if (n == 0 || n > 16) {
            return false;
        }
        at += 1 + n;
    }
    if (at < text.len && (text.data[at] | 32) == 'e') {
        at++;
        at += at < text.len && (text.data[at] == '+' || text.data[at] == '-');
        n = count_digits(text, at);
        if (n == 0 || n > 3) {
            return false;
        }
        at += n;
    }
    return at == text.len;
}

static bool is_blank(uint8_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0;
}

static struct span trim(struct span text)
{
    while (text.len > 0 && is_blank(text.data[text.len - 1])) {
        text.len--;
    }
    while (text.len > 0 && is_blank(text.data[0])) {
        text = span_from(text, 1);
    }
    return text;
}

static bool is_word(struct span text, const char *word)
{
    size_t len = strlen(word);

    return text.len == len && strncasecmp((const char *)text.data, word, len) == 0;
}

/* As ExifTool writes JSON: NULs left out, '?' for bytes that are not UTF-8. */
static struct json_object *clean_text(struct span text)
{
    CLEANUP(buf_release) struct buf out = BUF_INIT(text.len);

    while (text.len > 0) {
        size_t len = text_utf8_length(text);

        if (len == 0) {
            buf_add_byte(&out, '?');
        } else if (text.data[0] != 0) {
            buf_add(&out, text.data, len);
        }
        text = span_from(text, len == 0 ? 1 : len);
    }
    return json_new_span(buf_span(&out));
}

static bool is_clean(struct span text)
{
    return text_is_utf8(text) && memchr(text.data, 0, text.len) == NULL;
}

static struct json_object *text_json(struct span text)
{
    return is_clean(text) ? json_new_span(text) : clean_text(text);
}

static struct json_object *to_json(const struct found *item, struct span text)
{
    char number[48];

    if (item->is_list) {
        return text_json(text);
    }
    if (text.len < sizeof number && result_is_number(text)) {
        memcpy(number, text.data, text.len);
        number[text.len] = 0;
        return json_new_number_text(number);
    }
    if (is_word(text, "true") || is_word(text, "false")) {
        return json_new_bool(is_word(text, "true"));
    }
    return text_json(text);
}

static bool is_left_out(const char *name)
{
    return text_starts(name, "File") || text_starts(name, "Directory");
}

static bool is_picture(const char *name)
{
    return strcmp(name, "PreviewImage") == 0 || strcmp(name, "ThumbnailImage") == 0;
}

/* The value of an instance; NULL where there is nothing to print. */
static struct json_object *item_json(struct store *store, struct found *item)
{
    struct span text;

    if (item->hidden || is_left_out(item->name)) {
        return NULL;
    }
    text = trim(store_text(store, item));
    if (item->dropped || text.len == 0) {
        return NULL;
    }
    return is_picture(item->name) ? json_new_bool(true) : to_json(item, text);
}

struct json_object *meta_flat(const struct meta *meta, const char *source_file)
{
    struct store *store = result_store(meta);
    struct json_object *out = json_new_object();

    json_set_str(out, "SourceFile", source_file);
    for (uint32_t i = 0; i < store->n_items; i++) {
        struct found *item = &store->items[i];
        struct json_object *value = NULL;

        if (store_winner(store, item) == item) {
            value = item_json(store, item);
        }
        if (value != NULL) {
            json_set(out, item->name, value);
        }
    }
    if (json_member(out, "PreviewImage") == NULL) {
        json_set_bool(out, "PreviewImage", false);
    }
    if (json_member(out, "ThumbnailImage") == NULL) {
        json_set_bool(out, "ThumbnailImage", false);
    }
    return out;
}

static void group_name(const struct found *item, struct buf *out)
{
    buf_clear(out);
    buf_add_str(out, item->g0 != NULL ? item->g0 : "File");
    if (item->g1 != NULL && (item->g0 == NULL || strcmp(item->g0, item->g1) != 0)) {
        buf_add_byte(out, ':');
        buf_add_str(out, item->g1);
    }
    buf_add_byte(out, ':');
    buf_add_str(out, item->name);
}

/* Of two instances in one group the one that ranks higher stands. */
struct json_object *meta_grouped(const struct meta *meta, const char *source_file)
{
    CLEANUP(buf_release) struct buf name = BUF_INIT(512);
    struct store *store = result_store(meta);
    struct json_object *out = json_new_object();

    json_set_str(out, "SourceFile", source_file);
    for (uint32_t i = 0; i < store->n_items; i++) {
        struct found *item = &store->items[i];
        struct json_object *value;

        group_name(item, &name);
        if (name.overflowed ||
            (json_member(out, buf_cstr(&name)) != NULL && store_winner(store, item) != item)) {
            continue;
        }
        value = item_json(store, item);
        if (value != NULL) {
            json_set(out, buf_cstr(&name), value);
        }
    }
    return out;
}
