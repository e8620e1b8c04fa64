/*
 * What is known of tags, as data. A table is an array of rows, sorted by id; rows of one id stand
 * together and the first whose `when` holds (or that has none) is taken. A row says how the raw
 * bytes are read, how they become ExifTool's value ("ValueConv") and how that is printed
 * ("PrintConv"). Tables are in common/meta/tables/.
 *
 *     static const struct tag rows[] = {
 *         { 0x0112, "Orientation", PRINT_AS_ENUM(orientation) },
 *         { 0x920a, "FocalLength", PRINT_AS_FORMAT("%.1f mm") },
 *         { 0x8769, "ExifOffset", SUB_IFD(exif_ifd) }, (a struct sub_ifd)
 *     };
 *     const struct tag_table ifd0_table = TAG_TABLE(rows, "EXIF", "IFD0");
 */
#ifndef META_TAG_H
#define META_TAG_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"
#include "meta/value.h"

struct meta_scan;
struct tag;
struct tag_table;
struct found;

/* What a conversion may look at. */
struct tag_env {
    struct meta_scan *scan; /* other tags through scan->store; Make and Model through scan */
    const struct tag *tag;
    const struct value *raw;
    uint8_t dir_format; /* the format that the file gave, before tag->format took its place */
};

/* The raw value's first element as a whole number. */
static inline int64_t raw_int(const struct tag_env *env)
{
    return value_int(env->raw, 0);
}

/* False: the row is not for this value. */
typedef bool tag_when(const struct tag_env *env);

/* Appends the value to out, from env->raw. False: there is no such tag after all ("RawConv undef").
 */
typedef bool tag_convert(const struct tag_env *env, struct buf *out);

/* Appends the printed form of value (the text that tag_convert or the default made) to out. False:
 * the value is printed as it is. */
typedef bool tag_print(const struct tag_env *env, struct span value, struct buf *out);

/* Reads what lies in the tag: a block of another kind, or a directory with a layout of its own. */
typedef int tag_block(struct meta_scan *scan, const struct value *raw, struct err *err);

/*
 * Whole number to name. Printed "Unknown (7)" where it is not in the list. The name lies in the
 * row: a pointer would be set anew, and its page copied, at each start of a process, which for
 * 12,000 names takes as long as reading a photo's metadata. A name that is longer does not compile:
 * then the size wants raising.
 */
#define ENUM_NAME_BYTES 120
struct enum_name {
    int64_t value;
    char name[ENUM_NAME_BYTES];
};
/* Text to name, for values of letters ("N" North) or several numbers ("1 0"); in the row likewise.
 */
#define TEXT_VALUE_BYTES 48
struct text_name {
    char value[TEXT_VALUE_BYTES], name[ENUM_NAME_BYTES];
};
struct enum_map {
    const struct enum_name *names;
    const struct text_name *texts;
    const struct enum_name *bits; /* names by bit number, asked when no other fits; ", " between */
    const char *other; /* printf format with one %s for what is not listed; NULL: Unknown */
    uint16_t n_names, n_texts, n_bits;
    bool hex;          /* "Unknown (0x7)" */
    bool passing;      /* what is not listed is printed as it is */
    uint8_t bit_words; /* bits per word of a value of several words; 0: 32 */
};

enum print_kind {
    PRINT_PLAIN,  /* arg unused */
    PRINT_ENUM,   /* arg: struct enum_map */
    PRINT_FORMAT, /* arg: char[]: one %s (value as text), or %d %x %.Nf %g (as number) */
    PRINT_FUNC,   /* func */
    PRINT_LIST,   /* arg: struct print_list; an element each, "; " between */
    PRINT_IFD,    /* arg: struct sub_ifd; the value is an offset, or several */
    PRINT_BINARY, /* arg: struct tag_table read as a binary table (binary.h) */
    PRINT_BLOCK   /* block */
};

/* Directories that a tag points to: their table, and the name of the first ("SubIFD", then
 * "SubIFD1", …). */
struct sub_ifd {
    const struct tag_table *table;
    const char *name;
};

struct print_step {
    uint8_t kind; /* enum print_kind */
    const void *arg;
    tag_print *func;
};
struct print_list {
    const struct print_step *steps;
    uint16_t
        n_steps; /* later elements are printed as they are, or by the last step when repeating */
    bool repeating;
};

enum tag_flags {
    TAG_BINARY = 1 << 0,      /* "(Binary data N bytes, use -b option to extract)" */
    TAG_UNKNOWN = 1 << 1,     /* not printed: ExifTool's Unknown => 1 */
    TAG_HIDDEN = 1 << 2,      /* read for other tags' sake, not printed */
    TAG_LIST = 1 << 3,        /* later ones of the same directory are appended, "," between */
    TAG_MEMBER = 1 << 4,      /* makes itself known to later rows: scan_member() */
    TAG_KEEP_SPACES = 1 << 5, /* text whose trailing blanks count */
    TAG_MAKER_NOTE = 1 << 6,
    TAG_OFFSET = 1 << 7 /* printed as an offset in the file */
};

#define PRIORITY_LOW    (-1)
#define PRIORITY_LOWEST (-2)

/*
 * Without holes, which would make a seventh of the tables: small rows make small tables to relocate
 * at each start. The pointers all lie 4 bytes off a multiple of 8, so that the list of where they
 * are (DT_RELR) stays short.
 */
struct tag {
    uint32_t id; /* of a binary table: index, in units of the table's format; fractions are rows of
                    the same index with another mask */
    const char *name;
    uint8_t format; /* enum format in place of the file's; FORMAT_NONE keeps it */
    uint8_t kind;   /* enum print_kind */
    uint16_t flags;
    uint16_t count;   /* of a binary table: elements; 0 is 1 */
    int16_t priority; /* 0: that of table and directory; PRIORITY_LOW is ExifTool's 0, 1 its 2 */
    union {           /* by kind */
        const void *arg;
        tag_print *func;
        tag_block *block;
    };
    tag_convert *convert;
    tag_when *when;
    uint32_t mask; /* of a binary table: bits taken, shifted down; 0 all */
} __attribute__((packed, aligned(4)));

struct tag_table {
    const struct tag *rows;
    uint16_t n_rows;
    const char *g0, *g1; /* g1 NULL: the directory's name */
    int8_t priority;     /* of rows that say nothing */
    uint8_t format;      /* of a binary table: the unit of indices, default FORMAT_U8 */
    int8_t endian;       /* of a binary table: 0 its directory's, 1 big, -1 little */
    bool unsorted;       /* looked up row by row */
};

#define PRINT_AS_ENUM(map)    .kind = PRINT_ENUM, .arg = &(map)
#define PRINT_AS_FORMAT(text) .kind = PRINT_FORMAT, .arg = (text)
#define PRINT_AS(function)    .kind = PRINT_FUNC, .func = (function)
#define PRINT_AS_LIST(list)   .kind = PRINT_LIST, .arg = &(list)
#define SUB_IFD(sub)          .kind = PRINT_IFD, .arg = &(sub)
#define SUB_BINARY(table)     .kind = PRINT_BINARY, .arg = &(table)
#define SUB_BLOCK(function)   .kind = PRINT_BLOCK, .block = (function)
#define TAG_TABLE(array, group0, group1)                                                           \
    {                                                                                              \
        .rows = (array), .n_rows = ARRAY_LEN(array), .g0 = (group0), .g1 = (group1)                \
    }

/* The same of a binary table, whose indices count units of a format. */
#define RECORD_TABLE(array, group0, group1, unit)                                                  \
    {                                                                                              \
        .rows = (array), .n_rows = ARRAY_LEN(array), .g0 = (group0), .g1 = (group1),               \
        .format = (unit)                                                                           \
    }

/* An enum map and its names in one go: ENUM_MAP(orientation, { 1, "Horizontal (normal)" }, …); */
#define ENUM_MAP(map, ...)                                                                         \
    static const struct enum_name map##_names[] = { __VA_ARGS__ };                                 \
    static const struct enum_map map = { .names = map##_names, .n_names = ARRAY_LEN(map##_names) }
#define TEXT_MAP(map, ...)                                                                         \
    static const struct text_name map##_texts[] = { __VA_ARGS__ };                                 \
    static const struct enum_map map = { .texts = map##_texts, .n_texts = ARRAY_LEN(map##_texts) }
#define BITS_MAP(map, ...)                                                                         \
    static const struct enum_name map##_bits[] = { __VA_ARGS__ };                                  \
    static const struct enum_map map = { .bits = map##_bits, .n_bits = ARRAY_LEN(map##_bits) }

/* The first row of id, NULL for none; rows of the same id follow it. */
const struct tag *tag_find(const struct tag_table *table, uint32_t id);

/* The row that fits the value, NULL for none. */
const struct tag *tag_choose(struct meta_scan *scan, const struct tag_table *table, uint32_t id,
                             const struct value *raw);

#endif
