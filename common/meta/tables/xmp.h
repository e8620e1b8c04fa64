/*
 * What is known of XMP properties, as data. A property that is not here still is printed: its name
 * is made from its path, and ratios and dates are recognised by their form.
 */
#ifndef META_TABLES_XMP_H
#define META_TABLES_XMP_H

#include "meta/tag.h"

enum xmp_kind {
    XMP_TEXT, /* as it stands: also whole numbers, reals and booleans */
    XMP_DATE,
    XMP_RATIONAL,
    XMP_LANG,   /* language alternatives: another language than x-default goes into the name */
    XMP_BINARY, /* printed as its length */
    XMP_HDRP,   /* the same, and read as Google's note */
    XMP_SHOT_LOG,
    XMP_BASE64 /* printed as the length of what it holds */
};

/* Values with a form of their own, most of them those of the EXIF tag of that name. */
enum xmp_print {
    XMP_PRINT_PLAIN,
    XMP_PRINT_APERTURE,
    XMP_PRINT_SHUTTER,
    XMP_PRINT_EXPOSURE_TIME,
    XMP_PRINT_F_NUMBER,
    XMP_PRINT_FRACTION,
    XMP_PRINT_FOCAL_LENGTH,
    XMP_PRINT_MILLIMETRES,
    XMP_PRINT_METRES,
    XMP_PRINT_ALTITUDE,
    XMP_PRINT_LATITUDE,  /* "47,28.9173N" or "47,28,55S" */
    XMP_PRINT_LONGITUDE, /* the same with E and W */
    XMP_PRINT_DEGREES_NS,
    XMP_PRINT_DEGREES_EW,
    XMP_PRINT_LENS_INFO,
    XMP_PRINT_TOGETHER, /* the list is looked up as one text, a blank between */
    XMP_PRINT_PREFS,    /* Photo Mechanic's four settings */
    XMP_PRINT_DOTTED,   /* the bytes of a number: 0.2.0.0 */
    XMP_PRINT_UPPER,    /* in capitals */
    XMP_PRINT_COUNT
};

/* Without pointers, as the rows of enumerations in tag.h, and for the same reason. */
struct xmp_tag {
    char id[128];      /* names on the property's path, each begun with a capital: HistoryAction */
    char name[64];     /* "": the id */
    uint8_t map;       /* xmp_tag_map(); 0: none */
    uint8_t kind;      /* enum xmp_kind */
    uint8_t print;     /* enum xmp_print */
    bool is_list;      /* several values are one tag */
    bool low_priority; /* loses against other tags of the name */
};

/* Names of its values, NULL where there are none. */
const struct enum_map *xmp_tag_map(const struct xmp_tag *tag);

struct xmp_namespace {
    const char *prefix, *uri; /* a document may give the URI another prefix */
    const char *group;        /* ExifTool's group 1 */
    const struct xmp_tag *tags;
    uint16_t n_tags;
    bool low_priority; /* loses against any other block's tag of the name */
};

extern const struct xmp_namespace xmp_namespaces[];
extern const size_t n_xmp_namespaces;

#endif
