/*
 * XMP (ISO 16684-1) as ExifTool reads it, in three steps: the packet becomes UTF-8 that an XML
 * parser takes (xmp_text.c), expat's events become paths of properties (xmp.c), and each value at
 * the end of a path becomes a tag (xmp_property.c). Entities other than XML's five are left as
 * they stand, and a DTD ends the reading.
 */
#ifndef META_XMP_H
#define META_XMP_H

#include "meta/blocks.h"
#include "meta/tables/xmp.h"

#define XMP_MAX_DEPTH    64
#define XMP_MAX_PREFIXES 256

/* A prefix of the document, and the namespace that it stands for. */
struct xmp_prefix {
    const char *prefix;                /* as the document has it */
    const char *group;                 /* "XMP-dc" */
    const struct xmp_namespace *space; /* NULL: not in the table */
};

enum xmp_role {
    XMP_ROLE_PROPERTY,
    XMP_ROLE_RDF,    /* structure of RDF: RDF, Description, Bag, Seq, value, … */
    XMP_ROLE_ALT,    /* rdf:Alt */
    XMP_ROLE_ITEM,   /* rdf:li */
    XMP_ROLE_OUTSIDE /* x:xmpmeta and the like */
};

/* One open element. */
struct xmp_frame {
    const struct xmp_prefix *prefix; /* NULL: none */
    const char *name;                /* local */
    const char *lang;                /* xml:lang, NULL for none */
    uint8_t role;                    /* enum xmp_role */
    bool has_child, has_value;
};

/* The value at the end of a path. */
struct xmp_value {
    const struct xmp_frame *frames;
    size_t n_frames;
    struct span text;
    uint32_t instance; /* which property of the top level it belongs to */
};

/* A tag of several values, put together when the packet has ended. */
struct xmp_list {
    uint32_t item; /* index in the store */
    const char *name, *group;
    uint32_t instance;
    uint32_t n;
    bool in_item; /* inside rdf:li */
    struct buf value, text;
    const struct xmp_tag *tag;
};

struct xmp_lists {
    struct xmp_list *lists;
    size_t n, n_allocated;
};

/* The packet as UTF-8 without what expat would stop at; characters that XML forbids are moved to
 * U+E000 and up, and xmp_text_restore() moves them back in place. */
void xmp_text_prepare(struct span packet, struct buf *out);
size_t xmp_text_restore(char *text, size_t len);

/* An XML parser's events, of expat's shapes: attributes are names and values in turn, then NULL. */
struct xmp_events {
    void *user;
    void (*start)(void *user, const char *name, const char **attributes);
    void (*text)(void *user, const char *text, int len);
    void (*end)(void *user, const char *name); /* name unused */
};

/* A packet that is no well-formed XML (xmp_lenient.c). */
void xmp_lenient(struct span text, const struct xmp_events *events);

/* Adds the value's tag to the store. */
void xmp_property(struct meta_scan *scan, struct xmp_lists *lists, const struct xmp_value *value);
void xmp_lists_finish(struct meta_scan *scan, struct xmp_lists *lists);

/* Appends value as the tag's value and its printed form. False: not printed. */
bool xmp_convert(struct meta_scan *scan, const struct xmp_tag *tag, struct span in,
                 struct buf *value, struct buf *text);

#endif
