#include "meta/name.h"

#include "base/text.h"

#define MAX_NAME_BYTES 200

static bool belongs(uint8_t c)
{
    return text_is_letter(c) || text_is_digit(c) || c == '-' || c == '_';
}

const char *name_from_text(struct meta_scan *scan, struct span text)
{
    CLEANUP(buf_release) struct buf name = BUF_INIT(MAX_NAME_BYTES + 8);
    CLEANUP(buf_release) struct buf whole = BUF_INIT(MAX_NAME_BYTES + 8);
    bool raise = true;

    for (size_t i = 0; i < text.len && name.len < MAX_NAME_BYTES; i++) {
        uint8_t c = text.data[i];

        if (belongs(c)) {
            buf_add_byte(&name, (uint8_t)(raise ? text_upper((char)c) : c));
            raise = false;
        } else {
            raise |= c == ' ';
        }
    }
    if (name.len < 2 || !text_is_upper(name.data[0])) {
        buf_add_str(&whole, "Tag");
    }
    buf_add_span(&whole, buf_span(&name));
    return arena_text(scan->reader.arena, buf_span(&whole));
}

void add_text_tag(struct meta_scan *scan, const struct place *place, const char *name,
                  struct span text)
{
    struct span kept = arena_copy(scan->reader.arena, text);

    (void)store_add_printed(&scan->store, place, name, kept, kept);
}
