/* recipe/template: "template\nprefix\nkey": a checked template gives a key of 1 to 1,024 bytes that
 * is valid where the key was, and that never climbs out of its prefix. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "recipe/template.h"
#include "target.h"

/* As a file system reads it: above the prefix at any point? */
static bool climbs(const char *path)
{
    long depth = 0;

    for (const char *at = path; *at != '\0';) {
        size_t n = strcspn(at, "/");

        depth += n == 2 && at[0] == '.' && at[1] == '.' ? -1 : n > 0 && !(n == 1 && *at == '.');
        if (depth < 0) {
            return true;
        }
        at += n + (at[n] == '/');
    }
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CLEANUP(mem_freep) char *text = mem_strndup(data, size);
    char *prefix = strchr(text, '\n'), *key = prefix != NULL ? strchr(prefix + 1, '\n') : NULL;
    char out[KEY_MAX_BYTES + 1];
    struct err err;

    if (key == NULL || !text_is_utf8(span_str(text)) || strlen(key + 1) > KEY_MAX_BYTES) {
        return 0;
    }
    *prefix++ = '\0';
    *key++ = '\0';
    if (template_check(text, "key", &err) == 0) {
        struct key_parts parts = { prefix, key, "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "etag" };
        size_t len = strlen(prefix);

        if (template_expand(text, &parts, out, &err) != 0) {
            return 0;
        }
        while (len > 0 && prefix[len - 1] == '/') {
            len--;
        }
        if (out[0] == '\0' || strlen(out) > KEY_MAX_BYTES || !text_is_utf8(span_str(out)) ||
            (len > 0 && text_starts(text, "{prefix}/") && climbs(out + len))) {
            abort();
        }
    }
    return 0;
}
