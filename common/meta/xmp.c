#include "meta/xmp.h"

#include <expat.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

#define XML_NS          "xml"
#define MAX_VALUE_BYTES (4u << 20)

struct xmp_reading {
    struct meta_scan *scan;
    XML_Parser parser;
    struct xmp_frame frames[XMP_MAX_DEPTH];
    size_t depth, too_deep; /* too_deep: open elements below the last frame */
    struct xmp_prefix prefixes[XMP_MAX_PREFIXES];
    size_t n_prefixes;
    uint32_t n_strangers; /* known prefixes that stood for another URI */
    uint32_t instance;
    struct buf text;
    struct xmp_lists lists;
    bool in_rdf;
};

/* URIs that differ in a '/' or '#' at their end only are one: both are found in the wild. */
static bool same_uri(const char *a, const char *b)
{
    size_t a_len = strlen(a), b_len = strlen(b);

    while (a_len > 0 && (a[a_len - 1] == '/' || a[a_len - 1] == '#')) {
        a_len--;
    }
    while (b_len > 0 && (b[b_len - 1] == '/' || b[b_len - 1] == '#')) {
        b_len--;
    }
    return a_len == b_len && strncmp(a, b, a_len) == 0;
}

static const struct xmp_namespace *space_by_prefix(const char *prefix)
{
    for (size_t i = 0; i < n_xmp_namespaces; i++) {
        if (strcmp(xmp_namespaces[i].prefix, prefix) == 0) {
            return &xmp_namespaces[i];
        }
    }
    return NULL;
}

/* The same document family in another version: PRISM's and the like. */
static bool same_but_version(const char *a, const char *b)
{
    while (*a != 0 && *b != 0) {
        if (*a == *b) {
            a++, b++;
            continue;
        }
        if (!text_is_digit(*a) && *a != '.' && !text_is_digit(*b) && *b != '.') {
            return false;
        }
        a += strspn(a, "0123456789.");
        b += strspn(b, "0123456789.");
        if (*a != *b) {
            return false;
        }
    }
    return *a == *b;
}

static const struct xmp_namespace *space_by_uri(const char *uri)
{
    for (size_t i = 0; i < n_xmp_namespaces; i++) {
        if (same_uri(xmp_namespaces[i].uri, uri)) {
            return &xmp_namespaces[i];
        }
    }
    return NULL;
}

static const char *group_named(struct xmp_reading *reading, const char *prefix)
{
    char group[80];
    int len = snprintf(group, sizeof group, "XMP-%.60s", prefix);
    const char *kept;

    kept = arena_text(reading->scan->reader.arena, (struct span){ (uint8_t *)group, (size_t)len });
    return kept == NULL ? "XMP" : kept;
}

static struct xmp_prefix *prefix_find(struct xmp_reading *reading, const char *prefix)
{
    for (size_t i = reading->n_prefixes; i-- > 0;) {
        if (strcmp(reading->prefixes[i].prefix, prefix) == 0) {
            return &reading->prefixes[i];
        }
    }
    return NULL;
}

/* xmlns:prefix="uri", or (uri NULL) a prefix that is used without having been declared. */
static struct xmp_prefix *prefix_add(struct xmp_reading *reading, const char *prefix,
                                     const char *uri)
{
    const struct xmp_namespace *named = space_by_prefix(prefix), *space = named;
    struct xmp_prefix *slot = prefix_find(reading, prefix);
    char stranger[16];

    if (slot == NULL) {
        if (reading->n_prefixes == XMP_MAX_PREFIXES) {
            return NULL;
        }
        slot = &reading->prefixes[reading->n_prefixes++];
        slot->prefix = arena_text(reading->scan->reader.arena, span_str(prefix));
        if (slot->prefix == NULL) {
            slot->prefix = "";
        }
    }
    if (uri != NULL) {
        space = space_by_uri(uri);
        if (space == NULL && named != NULL && same_but_version(named->uri, uri)) {
            space = named;
        }
    }
    slot->space = space;
    if (space != NULL) {
        slot->group = space->group;
    } else if (named != NULL) { /* a known name for something else */
        snprintf(stranger, sizeof stranger, "tmp%u", reading->n_strangers++);
        slot->group = group_named(reading, stranger);
    } else {
        slot->group = group_named(reading, prefix);
    }
    return slot;
}

/* Splits "dc:title"; *prefix stays NULL for a name without one. */
static const char *name_split(struct xmp_reading *reading, const char *qualified,
                              const struct xmp_prefix **prefix)
{
    const char *colon = strchr(qualified, ':');
    char word[64];
    size_t len;

    *prefix = NULL;
    if (colon == NULL) {
        return qualified;
    }
    len = (size_t)(colon - qualified);
    if (len < sizeof word) {
        memcpy(word, qualified, len);
        word[len] = 0;
        *prefix = prefix_find(reading, word);
        if (*prefix == NULL) {
            *prefix = prefix_add(reading, word, NULL);
        }
    }
    return colon + 1;
}

static bool is_space(const struct xmp_prefix *prefix, const char *name)
{
    return prefix != NULL && prefix->space != NULL && strcmp(prefix->space->prefix, name) == 0;
}

static enum xmp_role role_of(const struct xmp_reading *reading, const struct xmp_prefix *prefix,
                             const char *name)
{
    if (!is_space(prefix, "rdf")) {
        return reading->in_rdf ? XMP_ROLE_PROPERTY : XMP_ROLE_OUTSIDE;
    }
    if (strcmp(name, "li") == 0 || name[0] == '_') {
        return XMP_ROLE_ITEM;
    }
    return strcmp(name, "Alt") == 0 ? XMP_ROLE_ALT : XMP_ROLE_RDF;
}

static size_t properties_open(const struct xmp_reading *reading)
{
    size_t n = 0;

    for (size_t i = 0; i < reading->depth; i++) {
        n += reading->frames[i].role == XMP_ROLE_PROPERTY;
    }
    return n;
}

static void value_add(struct xmp_reading *reading, struct span text)
{
    struct xmp_value value = { reading->frames, reading->depth, text, reading->instance };

    xmp_property(reading->scan, &reading->lists, &value);
}

/* A tag that is no property: the toolkit's name, what the description is about. */
static void single_add(struct xmp_reading *reading, const char *group, const char *name,
                       const char *text)
{
    struct place place = { "XMP", group, 0 };
    CLEANUP(buf_release) struct buf restored = BUF_INIT(MAX_VALUE_BYTES);
    struct span kept;

    buf_add_str(&restored, text);
    restored.len = xmp_text_restore((char *)restored.data, restored.len);
    kept = arena_copy(reading->scan->reader.arena, buf_span(&restored));
    store_add_printed(&reading->scan->store, &place, name, kept, kept);
}

/* Those of RDF/XML, which old writers left without a prefix. */
static bool is_rdf_attribute(const char *name)
{
    static const char *const names[] = { "about", "ID",       "nodeID", "parseType",
                                         "bagID", "resource", "value",  "datatype" };

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

/* xml:lang and RDF's own attributes. True: there is nothing more to it. */
static bool attribute_is_syntax(struct xmp_reading *reading, struct xmp_frame *frame,
                                const struct xmp_prefix *prefix, const char *name,
                                const char *value)
{
    if (prefix != NULL && strcmp(prefix->prefix, XML_NS) == 0) {
        if (strcmp(name, "lang") == 0) {
            frame->lang = arena_text(reading->scan->reader.arena, span_str(value));
        }
        return true;
    }
    if (is_space(prefix, "x")) {
        if (strcmp(name, "xmptk") == 0 || strcmp(name, "xaptk") == 0) {
            single_add(reading, "XMP-x", "XMPToolkit", value);
        }
        return true;
    }
    if (is_space(prefix, "rdf") || (prefix == NULL && is_rdf_attribute(name))) {
        if (strcmp(name, "about") == 0 && value[0] != 0) {
            single_add(reading, "XMP-rdf", "About", value);
        }
        return strcmp(name, "resource") != 0 && strcmp(name, "value") != 0;
    }
    return false;
}

/* An attribute is a property of its element, as a child element would be. */
static void attribute_read(struct xmp_reading *reading, const char *qualified, const char *value)
{
    struct xmp_frame *frame = &reading->frames[reading->depth - 1];
    const struct xmp_prefix *prefix;
    const char *name = name_split(reading, qualified, &prefix);
    struct xmp_frame *inner;

    if (attribute_is_syntax(reading, frame, prefix, name, value) || !reading->in_rdf) {
        return;
    }
    frame->has_value = true;
    if (is_space(prefix, "rdf")) { /* rdf:resource, rdf:value */
        value_add(reading, span_str(value));
        return;
    }
    if (reading->depth == XMP_MAX_DEPTH) {
        return;
    }
    if (properties_open(reading) == 0) {
        reading->instance++;
    }
    inner = &reading->frames[reading->depth++];
    *inner = (struct xmp_frame){ .prefix = prefix, .name = name };
    value_add(reading, span_str(value));
    reading->depth--;
}

static void XMLCALL on_start(void *user, const XML_Char *qualified, const XML_Char **attributes)
{
    struct xmp_reading *reading = user;
    const struct xmp_prefix *prefix;
    struct xmp_frame *frame;
    const char *name;

    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        if (text_starts(attributes[i], "xmlns:")) {
            (void)prefix_add(reading, attributes[i] + 6, attributes[i + 1]);
        }
    }
    buf_clear(&reading->text);
    if (reading->too_deep > 0 || reading->depth == XMP_MAX_DEPTH) {
        reading->too_deep++;
        return;
    }
    if (reading->depth > 0) {
        reading->frames[reading->depth - 1].has_child = true;
    }
    name = name_split(reading, qualified, &prefix);
    if (strcmp(name, "RDF") == 0) { /* its namespace may be damaged */
        reading->in_rdf = true;
    }
    if (reading->in_rdf && properties_open(reading) == 0) {
        reading->instance++;
    }
    frame = &reading->frames[reading->depth++];
    *frame = (struct xmp_frame){ .prefix = prefix, .role = role_of(reading, prefix, name) };
    frame->name = arena_text(reading->scan->reader.arena, span_str(name));
    if (frame->name == NULL) {
        frame->name = "";
    }
    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        if (!text_starts(attributes[i], "xmlns")) {
            attribute_read(reading, attributes[i], attributes[i + 1]);
        }
    }
}

static void XMLCALL on_text(void *user, const XML_Char *text, int len)
{
    struct xmp_reading *reading = user;

    if (reading->in_rdf) {
        buf_add(&reading->text, text, len > 0 ? (size_t)len : 0);
    }
}

static bool is_blank_text(struct span text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (strchr(" \t\r\n", text.data[i]) == NULL) {
            return false;
        }
    }
    return true;
}

static void XMLCALL on_end(void *user, const XML_Char *qualified)
{
    struct xmp_reading *reading = user;
    const struct xmp_frame *frame;
    struct span text = buf_span(&reading->text);
    bool is_leaf;

    (void)qualified;
    if (reading->too_deep > 0) {
        reading->too_deep--;
        return;
    }
    if (reading->depth == 0) {
        return;
    }
    frame = &reading->frames[reading->depth - 1];
    is_leaf = !frame->has_child && (!frame->has_value || !is_blank_text(text)) &&
              !reading->text.overflowed;
    if (is_leaf && reading->in_rdf && properties_open(reading) > 0 &&
        !(frame->role == XMP_ROLE_RDF && strcmp(frame->name, "Description") == 0)) {
        value_add(reading, text);
    }
    reading->depth--;
    buf_clear(&reading->text);
}

static void XMLCALL on_doctype(void *user, const XML_Char *name, const XML_Char *sysid,
                               const XML_Char *pubid, int has_internal_subset)
{
    struct xmp_reading *reading = user;

    (void)name, (void)sysid, (void)pubid, (void)has_internal_subset;
    (void)XML_StopParser(reading->parser, XML_FALSE);
}

struct well_formed {
    XML_Parser parser;
    bool has_doctype;
};

static void XMLCALL on_foreign_doctype(void *user, const XML_Char *name, const XML_Char *sysid,
                                       const XML_Char *pubid, int has_internal_subset)
{
    struct well_formed *check = user;

    (void)name, (void)sysid, (void)pubid, (void)has_internal_subset;
    check->has_doctype = true;
    (void)XML_StopParser(check->parser, XML_FALSE); /* no entity is ever expanded */
}

/* True for XML that expat takes, and for a DTD, whose reading expat is to end. */
static bool is_well_formed(struct span text)
{
    struct well_formed check = { .parser = XML_ParserCreate("UTF-8") };
    bool good;

    if (check.parser == NULL) {
        return true;
    }
    (void)XML_SetHashSalt(check.parser, (unsigned long)(uintptr_t)check.parser | 1);
    XML_SetUserData(check.parser, &check);
    XML_SetStartDoctypeDeclHandler(check.parser, on_foreign_doctype);
    good = XML_Parse(check.parser, (const char *)text.data, (int)text.len, 1) == XML_STATUS_OK;
    XML_ParserFree(check.parser);
    return good || check.has_doctype;
}

static void parse(struct xmp_reading *reading, struct span text)
{
    if (!is_well_formed(text)) {
        xmp_lenient(text, &(struct xmp_events){ reading, on_start, on_text, on_end });
        return;
    }
    reading->parser = XML_ParserCreate("UTF-8");
    if (reading->parser == NULL) {
        return;
    }
    /* The sandbox has no random numbers; the address of a block is as good here. */
    (void)XML_SetHashSalt(reading->parser, (unsigned long)(uintptr_t)reading | 1);
    XML_SetUserData(reading->parser, reading);
    XML_SetElementHandler(reading->parser, on_start, on_end);
    XML_SetCharacterDataHandler(reading->parser, on_text);
    XML_SetStartDoctypeDeclHandler(reading->parser, on_doctype);
    /* Damage ends the packet; what was read before it stays. */
    (void)XML_Parse(reading->parser, (const char *)text.data, (int)text.len, 1);
    XML_ParserFree(reading->parser);
}

static void reading_release(struct xmp_reading **reading)
{
    buf_release(&(*reading)->text);
    mem_free(*reading);
}

int xmp_read(struct meta_scan *scan, struct span packet, struct err *err)
{
    CLEANUP(reading_release) struct xmp_reading *reading = mem_zalloc(sizeof *reading);
    CLEANUP(buf_release) struct buf text = BUF_INIT(scan->limits.max_unpacked_bytes);

    (void)err;
    reading->scan = scan;
    reading->text.max = MAX_VALUE_BYTES;
    xmp_text_prepare(packet, &text);
    if (text.overflowed || text.len == 0 || text.len > INT32_MAX) {
        return 0;
    }
    parse(reading, buf_span(&text));
    xmp_lists_finish(scan, &reading->lists);
    return 0;
}
