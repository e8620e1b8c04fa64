#include "meta/store.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "meta/print.h"
#include "meta/scan.h"

#define MAX_RANKED     16 /* instances of a name */
#define MAX_ITEMS      20000
#define MAX_TEXT_BYTES (4u << 20) /* of one printed value */

void store_init(struct store *store, struct arena *arena, struct meta_scan *scan)
{
    *store = (struct store){ .arena = arena, .scan = scan };
}

void store_release(struct store *store)
{
    mem_free(store->items);
    mem_free(store->slots);
    *store = (struct store){ 0 };
}

void store_first_dir(struct store *store, const char *g1)
{
    if (store->first_dir == NULL) {
        store->first_dir = g1;
    }
}

/* FNV-1a */
static uint32_t hash_name(const char *name)
{
    uint32_t hash = 2166136261u;

    for (; *name != 0; name++) {
        hash = (hash ^ (uint8_t)*name) * 16777619u;
    }
    return hash;
}

/* The slot of a name: that of its winner, or the free one where it belongs. */
static uint32_t *slot_of(const struct store *store, const char *name, uint32_t hash)
{
    uint32_t mask = store->n_slots - 1, at = hash & mask;

    while (store->slots[at] != 0) {
        const struct found *item = &store->items[store->slots[at] - 1];

        if (item->hash == hash && strcmp(item->name, name) == 0) {
            break;
        }
        at = (at + 1) & mask;
    }
    return &store->slots[at];
}

static void slots_grow(struct store *store)
{
    uint32_t *old = store->slots, n_old = store->n_slots;

    store->n_slots = n_old == 0 ? 1024 : n_old * 2;
    store->slots = mem_array(store->n_slots, sizeof *store->slots);
    for (uint32_t i = 0; i < n_old; i++) {
        if (old[i] != 0) {
            const struct found *item = &store->items[old[i] - 1];

            *slot_of(store, item->name, item->hash) = old[i];
        }
    }
    mem_free(old);
}

static struct found *item_new(struct store *store)
{
    if (store->n_items == MAX_ITEMS) {
        return NULL;
    }
    if (store->n_items == store->n_allocated) {
        store->n_allocated = store->n_allocated == 0 ? 256 : store->n_allocated * 2;
        store->items = mem_realloc(store->items, store->n_allocated * sizeof *store->items);
    }
    if (store->n_items * 2 >= store->n_slots) {
        slots_grow(store);
    }
    return &store->items[store->n_items++];
}

/*
 * A tag's own priority stands over that of its table and that of its directory; 0 becomes 1 in the
 * first directory.
 */
static int8_t priority_of(const struct store *store, const struct found *item,
                          const struct place *place, const struct tag *tag)
{
    int own = tag != NULL && tag->priority != 0 ? tag->priority : place->table_priority;
    bool first =
        store->first_dir != NULL && item->g1 != NULL && strcmp(store->first_dir, item->g1) == 0;

    if (store->scan != NULL && store->scan->sub_document) {
        return 1 + PRIORITY_LOWEST;
    }
    if (own == 0) {
        return (int8_t)(1 + place->priority);
    }
    return (int8_t)(own == PRIORITY_LOW && first ? 1 : 1 + own);
}

/* A later one wins when its priority is not lower; one of priority 0 never takes a name
 * away, but from a sub-document's (below 0), and a sub-document's never. */
static bool beats(const struct found *item, const struct found *earlier)
{
    return item->priority >= 0 &&
           item->priority >= (earlier->priority != 0 ? earlier->priority : 1);
}

/* The instances of a name stand by rank, as the best ones may be dropped later; of many alike only
 * the first are compared. */
static void take_name(struct store *store, struct found *item)
{
    uint32_t index = (uint32_t)(item - store->items) + 1;
    uint32_t *link = slot_of(store, item->name, item->hash);

    for (int i = 0; i < MAX_RANKED && *link != 0 && !beats(item, &store->items[*link - 1]); i++) {
        link = &store->items[*link - 1].next;
    }
    item->next = *link;
    *link = index;
}

static struct found *add(struct store *store, const struct place *place, const char *name,
                         const struct tag *tag, const struct value *raw)
{
    struct found *item = item_new(store);

    if (item == NULL) {
        return NULL;
    }
    *item = (struct found){ .name = name, .g0 = place->g0, .g1 = place->g1, .tag = tag };
    item->raw = *raw;
    item->dir_format = raw->format;
    item->hash = hash_name(name);
    item->hidden = tag != NULL && (tag->flags & TAG_HIDDEN);
    item->priority = priority_of(store, item, place, tag);
    if (tag != NULL && tag->format != FORMAT_NONE) {
        item->raw.format = tag->format;
    }
    take_name(store, item);
    return item;
}

struct found *store_add(struct store *store, const struct place *place, const struct tag *tag,
                        const struct value *raw)
{
    return add(store, place, tag->name, tag, raw);
}

struct found *store_add_printed(struct store *store, const struct place *place, const char *name,
                                struct span value, struct span text)
{
    struct value raw = value_text(arena_copy(store->arena, value));
    struct found *item;

    name = arena_text(store->arena, span_str(name));
    if (name == NULL || raw.bytes.data == NULL) {
        return NULL;
    }
    item = add(store, place, name, NULL, &raw);
    if (item != NULL) {
        item->value = raw.bytes;
        item->text = text.data == value.data && text.len == value.len
                         ? raw.bytes
                         : arena_copy(store->arena, text);
    }
    return item;
}

struct found *store_add_text(struct store *store, const struct place *place, const char *name,
                             struct span text)
{
    return store_add_printed(store, place, name, text, text);
}

struct found *store_add_cstr(struct store *store, const struct place *place, const char *name,
                             const char *text)
{
    return store_add_text(store, place, name, span_str(text));
}

struct found *store_add_u64(struct store *store, const struct place *place, const char *name,
                            uint64_t number)
{
    char text[24];

    snprintf(text, sizeof text, "%" PRIu64, number);
    return store_add_cstr(store, place, name, text);
}

struct found *store_add_binary(struct store *store, const struct place *place, const char *name,
                               uint64_t len)
{
    char text[80];

    snprintf(text, sizeof text, "(Binary data %" PRIu64 " bytes, use -b option to extract)", len);
    return store_add_cstr(store, place, name, text);
}

/* The best instance from a slot on whose conversion did not drop it. */
static struct found *best(struct store *store, uint32_t slot)
{
    while (slot != 0) {
        struct found *item = &store->items[slot - 1];

        store_value(store, item);
        if (!item->dropped) {
            return item;
        }
        slot = item->next;
    }
    return NULL;
}

struct found *store_find(struct store *store, const char *name)
{
    return store->n_slots == 0 ? NULL : best(store, *slot_of(store, name, hash_name(name)));
}

struct found *store_winner(struct store *store, const struct found *item)
{
    return best(store, *slot_of(store, item->name, item->hash));
}

static bool in_group(const struct found *item, const char *group)
{
    return (item->g0 != NULL && strcmp(item->g0, group) == 0) ||
           (item->g1 != NULL && strcmp(item->g1, group) == 0);
}

struct found *store_find_in(struct store *store, const char *group, const char *name)
{
    uint32_t slot = store->n_slots == 0 ? 0 : *slot_of(store, name, hash_name(name));

    while (slot != 0 &&
           (store->items[slot - 1].dropped || !in_group(&store->items[slot - 1], group))) {
        slot = store->items[slot - 1].next;
    }
    return slot == 0 ? NULL : &store->items[slot - 1];
}

static struct span keep(struct store *store, struct buf *buf)
{
    struct span out = arena_copy(store->arena, buf_span(buf));

    return out.data != NULL ? out : span_str("");
}

struct span store_value(struct store *store, struct found *found)
{
    CLEANUP(buf_release) struct buf out = BUF_INIT(MAX_TEXT_BYTES);
    struct tag_env env = { store->scan, found->tag, &found->raw, found->dir_format };

    if (found->value.data != NULL) {
        return found->value;
    }
    found->dropped = !print_value(&env, &out);
    found->value = keep(store, &out);
    return found->value;
}

struct span store_text(struct store *store, struct found *found)
{
    CLEANUP(buf_release) struct buf out = BUF_INIT(MAX_TEXT_BYTES);
    struct tag_env env = { store->scan, found->tag, &found->raw, found->dir_format };
    struct span value = store_value(store, found);

    if (found->text.data != NULL) {
        return found->text;
    }
    if (found->dropped || found->tag == NULL || found->tag->kind == PRINT_PLAIN) {
        found->text = value;
        return value;
    }
    print_text(&env, value, &out);
    found->text = keep(store, &out);
    return found->text;
}

const char *store_cstr(struct store *store, const char *name)
{
    struct found *found = store_find(store, name);

    return found == NULL ? "" : (const char *)store_value(store, found).data;
}

bool store_double(struct store *store, const char *name, double *out)
{
    struct found *found = store_find(store, name);
    size_t used = 0;

    if (found == NULL) {
        return false;
    }
    *out = number_parse(store_value(store, found), &used);
    return used > 0;
}
