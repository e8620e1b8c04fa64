#include <ctype.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "meta/xmp.h"

#define MAX_NAME_BYTES 512
#define MAX_LIST_BYTES (1u << 20)
#define MAX_LISTS      2000

/* The id of a path: each local name with a capital, one after the other. */
static void path_id(const struct xmp_value *value, struct buf *out)
{
    for (size_t i = 0; i < value->n_frames; i++) {
        const char *name = value->frames[i].name;

        if (value->frames[i].role == XMP_ROLE_PROPERTY) {
            buf_add_byte(out, (uint8_t)text_upper(name[0]));
            buf_add_str(out, name[0] == 0 ? "" : name + 1);
        }
    }
}

/* One name of a path that no table has: a shouted one is calmed (ALL_CAPS: AllCaps), and what
 * ExifTool has in no name is left out. */
static void add_strange_name(const char *name, struct buf *out)
{
    bool shouted = strpbrk(name, "abcdefghijklmnopqrstuvwxyz") == NULL;
    bool start = true;

    for (; *name != 0; name++) {
        char c = *name;

        if (shouted && c == '_' && name[1] != 0) {
            start = true;
            continue;
        }
        if (!isalnum((unsigned char)c) && c != '-' && c != '_') {
            continue;
        }
        buf_add_byte(out, (uint8_t)(start ? text_upper(c) : shouted ? text_lower(c) : c));
        start = false;
    }
}

/* The first tag whose id is not below id. */
static size_t tag_after(const struct xmp_namespace *space, const char *id)
{
    size_t low = 0, high = space->n_tags;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (strcmp(space->tags[middle].id, id) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/*
 * A field that no table has, of a structure whose other fields have names of their own: what these
 * begin with it begins with too (RetouchAreas: RetouchArea). False: no such structure.
 */
static bool name_in_structure(const struct xmp_namespace *space, const struct xmp_value *value,
                              struct buf *out)
{
    const char *leaf = value->frames[value->n_frames - 1].name;
    CLEANUP(buf_release) struct buf id = BUF_INIT(MAX_NAME_BYTES);
    size_t whole, parent;

    path_id(value, &id);
    whole = id.len;
    parent = whole - (strlen(leaf) < whole ? strlen(leaf) : whole);
    if (parent == 0 || value->frames[value->n_frames - 1].role != XMP_ROLE_PROPERTY) {
        return false;
    }
    id.len = parent;
    for (size_t i = tag_after(space, buf_cstr(&id)); i < space->n_tags; i++) {
        const struct xmp_tag *tag = &space->tags[i];
        size_t rest;

        if (strncmp(tag->id, buf_cstr(&id), parent) != 0) {
            return false;
        }
        rest = strlen(tag->id + parent);
        if (strlen(tag->name) > rest &&
            strcmp(tag->name + strlen(tag->name) - rest, tag->id + parent) == 0) {
            buf_add(out, tag->name, strlen(tag->name) - rest);
            add_strange_name(leaf, out);
            return true;
        }
    }
    return false;
}

static void strange_name(const struct xmp_value *value, struct buf *out)
{
    CLEANUP(buf_release) struct buf name = BUF_INIT(MAX_NAME_BYTES);
    const char *text;

    for (size_t i = 0; i < value->n_frames; i++) {
        if (value->frames[i].role == XMP_ROLE_PROPERTY) {
            add_strange_name(value->frames[i].name, &name);
        }
    }
    text = buf_cstr(&name);
    if (name.len < 2 || !text_is_upper(text[0])) {
        buf_add_str(out, "Tag");
    }
    buf_add_str(out, text);
}

static const struct xmp_tag *tag_of(const struct xmp_namespace *space, const char *id)
{
    size_t low = 0, high = space == NULL ? 0 : space->n_tags;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(space->tags[middle].id, id);

        if (order == 0) {
            return &space->tags[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

/* "EN-us" is "en-US"; other forms are in small letters. */
static void add_language(const char *lang, struct buf *out)
{
    size_t len = strlen(lang);
    bool has_region = len == 5 && lang[2] == '-' && isalpha((unsigned char)lang[3]) &&
                      isalpha((unsigned char)lang[4]);

    for (size_t i = 0; i < len; i++) {
        char c = has_region && i > 2 ? text_upper(lang[i]) : text_lower(lang[i]);

        c = c == '_' ? '-' : c;
        if (c == '-' || isalnum((unsigned char)c)) { /* what cannot stand in a name is left out */
            buf_add_byte(out, (uint8_t)c);
        }
    }
}

/* The language that the name gets, NULL for none. */
static const char *language_of(const struct xmp_value *value, const struct xmp_tag *tag)
{
    const struct xmp_frame *leaf = &value->frames[value->n_frames - 1];
    bool in_alt = value->n_frames > 1 && leaf->role == XMP_ROLE_ITEM &&
                  value->frames[value->n_frames - 2].role == XMP_ROLE_ALT;
    char low[16] = "";

    if (leaf->lang == NULL || (tag != NULL ? tag->kind != XMP_LANG : !in_alt)) {
        return NULL;
    }
    for (size_t i = 0; i < sizeof low - 1 && leaf->lang[i] != 0; i++) {
        low[i] = text_lower(leaf->lang[i]);
    }
    return low[0] == 0 || strcmp(low, "x-default") == 0 ? NULL : leaf->lang;
}

/* The list that the value goes on with, NULL for none. */
static struct xmp_list *list_of(struct xmp_lists *lists, const char *group, const char *name,
                                const struct xmp_value *value, bool known, bool in_item)
{
    for (size_t i = lists->n; i-- > 0;) {
        struct xmp_list *list = &lists->lists[i];

        if (strcmp(list->name, name) == 0 && strcmp(list->group, group) == 0) {
            bool goes_on = list->instance == value->instance || (!in_item && !list->in_item);

            return goes_on && (known || (in_item && list->in_item)) ? list : NULL;
        }
    }
    return NULL;
}

static struct xmp_list *list_new(struct xmp_lists *lists)
{
    if (lists->n == MAX_LISTS) {
        return NULL;
    }
    if (lists->n == lists->n_allocated) {
        lists->n_allocated = lists->n_allocated == 0 ? 16 : lists->n_allocated * 2;
        lists->lists = mem_realloc(lists->lists, lists->n_allocated * sizeof *lists->lists);
    }
    lists->lists[lists->n] =
        (struct xmp_list){ .value = BUF_INIT(MAX_LIST_BYTES), .text = BUF_INIT(MAX_LIST_BYTES) };
    return &lists->lists[lists->n++];
}

static bool is_open_item(const struct xmp_value *value)
{
    return value->frames[value->n_frames - 1].role == XMP_ROLE_ITEM;
}

static void add_to_list(struct xmp_list *list, const struct buf *one, const struct buf *text)
{
    if (list->n > 0) {
        buf_add_str(&list->value, list->tag != NULL && list->tag->print != 0 ? " " : ",");
        buf_add_str(&list->text, ",");
    }
    buf_add_span(&list->value, buf_span(one));
    buf_add_span(&list->text, buf_span(text));
    list->n++;
}

struct printed {
    const char *group, *name;
    int8_t priority;
    const struct buf *value, *text;
};

static struct found *store_printed(struct meta_scan *scan, const struct printed *printed)
{
    struct place place = { "XMP", printed->group, printed->priority };
    struct span value = arena_copy(scan->reader.arena, buf_span(printed->value));
    struct span text = arena_copy(scan->reader.arena, buf_span(printed->text));

    return store_add_printed(&scan->store, &place, printed->name, value, text);
}

/* The first, or only, value of a tag that may have several. */
static void start_list(struct meta_scan *scan, struct xmp_lists *lists, const struct xmp_value *in,
                       const struct xmp_tag *tag, const struct printed *printed)
{
    struct found *found = store_printed(scan, printed);
    struct xmp_list *list = found == NULL ? NULL : list_new(lists);

    if (list == NULL) {
        return;
    }
    list->item = (uint32_t)(found - scan->store.items);
    list->name = found->name;
    list->group = found->g1;
    list->instance = in->instance;
    list->in_item = is_open_item(in);
    list->tag = tag;
    add_to_list(list, printed->value, printed->text);
}

static void add(struct meta_scan *scan, struct xmp_lists *lists, const struct xmp_value *in,
                const struct xmp_tag *tag, const struct printed *printed)
{
    bool in_item = is_open_item(in);
    bool many = tag != NULL ? tag->is_list : in_item;
    struct xmp_list *list;

    if (!many) {
        (void)store_printed(scan, printed);
        return;
    }
    list = list_of(lists, printed->group, printed->name, in, tag != NULL, in_item);
    if (list == NULL) {
        start_list(scan, lists, in, tag, printed);
    } else {
        add_to_list(list, printed->value, printed->text);
    }
}

/* In HEIF's items XMP stands over EXIF: so ExifTool prints them. */
static bool is_heif(const struct meta_scan *scan)
{
    return strcmp(scan->file_type, "HEIF") == 0 || strcmp(scan->file_type, "AVIF") == 0;
}

void xmp_property(struct meta_scan *scan, struct xmp_lists *lists, const struct xmp_value *in)
{
    CLEANUP(buf_release) struct buf id = BUF_INIT(MAX_NAME_BYTES);
    CLEANUP(buf_release) struct buf name = BUF_INIT(MAX_NAME_BYTES);
    CLEANUP(buf_release) struct buf value = BUF_INIT(scan->limits.max_unpacked_bytes);
    CLEANUP(buf_release) struct buf text = BUF_INIT(scan->limits.max_unpacked_bytes);
    CLEANUP(buf_release) struct buf raw = BUF_INIT(scan->limits.max_unpacked_bytes);
    const struct xmp_prefix *prefix = NULL;
    const struct xmp_tag *tag;
    const char *lang;
    bool low;

    for (size_t i = 0; i < in->n_frames && prefix == NULL; i++) {
        prefix = in->frames[i].role == XMP_ROLE_PROPERTY ? in->frames[i].prefix : NULL;
    }
    path_id(in, &id);
    tag = prefix == NULL ? NULL : tag_of(prefix->space, buf_cstr(&id));
    if (tag != NULL) {
        buf_add_str(&name, tag->name[0] == '\0' ? tag->id : tag->name);
    } else if (prefix == NULL || prefix->space == NULL ||
               !name_in_structure(prefix->space, in, &name)) {
        strange_name(in, &name);
    }
    lang = language_of(in, tag);
    if (lang != NULL) {
        buf_add_byte(&name, '-');
        add_language(lang, &name);
    }
    buf_add_span(&raw, in->text);
    raw.len = xmp_text_restore((char *)raw.data, raw.len);
    if (id.len == 0 || name.overflowed || !xmp_convert(scan, tag, buf_span(&raw), &value, &text)) {
        return;
    }
    low = tag == NULL || (!is_heif(scan) && (tag->low_priority || prefix->space->low_priority));
    add(scan, lists, in, tag,
        &(struct printed){ prefix == NULL ? "XMP" : prefix->group, buf_cstr(&name),
                           low ? PRIORITY_LOW : 0, &value, &text });
}

/* "2 2", looked up when the list is whole. */
static void print_together(struct meta_scan *scan, struct xmp_list *list)
{
    struct xmp_tag whole = *list->tag;

    whole.kind = XMP_TEXT;
    whole.print = list->tag->print == XMP_PRINT_TOGETHER ? XMP_PRINT_PLAIN : list->tag->print;
    buf_clear(&list->text);
    struct span value = buf_span(&list->value);

    CLEANUP(buf_release) struct buf again = BUF_INIT(MAX_LIST_BYTES);
    (void)xmp_convert(scan, &whole, value, &again, &list->text);
}

void xmp_lists_finish(struct meta_scan *scan, struct xmp_lists *lists)
{
    for (size_t i = 0; i < lists->n; i++) {
        struct xmp_list *list = &lists->lists[i];
        struct found *found = &scan->store.items[list->item];
        bool together = list->tag != NULL && list->tag->print != XMP_PRINT_PLAIN;

        if (list->n > 1) {
            if (together) {
                print_together(scan, list);
            }
            found->is_list = !together;
            found->value = arena_copy(scan->reader.arena, buf_span(&list->value));
            found->text = arena_copy(scan->reader.arena, buf_span(&list->text));
        }
        buf_release(&list->value);
        buf_release(&list->text);
    }
    mem_free(lists->lists);
    *lists = (struct xmp_lists){ 0 };
}
