/*
 * A raw value as it lies in a file: a format, a count and bytes of either endianness. Nothing is
 * converted until somebody asks for it. Format numbers 1 to 18 are those of TIFF 6.0, its EXIF use
 * and BigTIFF; the rest are ours, for binary tables.
 */
#ifndef META_VALUE_H
#define META_VALUE_H

#include "base/buf.h"
#include "base/bytes.h"
#include "base/def.h"

enum format {
    FORMAT_NONE = 0, /* no override; as a value's format: none */
    FORMAT_U8 = 1,
    FORMAT_TEXT = 2, /* ends at the first NUL */
    FORMAT_U16 = 3,
    FORMAT_U32 = 4,
    FORMAT_URATIONAL = 5,
    FORMAT_S8 = 6,
    FORMAT_UNDEF = 7,
    FORMAT_S16 = 8,
    FORMAT_S32 = 9,
    FORMAT_SRATIONAL = 10,
    FORMAT_FLOAT = 11,
    FORMAT_DOUBLE = 12,
    FORMAT_IFD = 13,
    FORMAT_U64 = 16,
    FORMAT_S64 = 17,
    FORMAT_IFD64 = 18,
    FORMAT_URATIONAL32 = 32, /* two 16-bit numbers */
    FORMAT_SRATIONAL32,
    FORMAT_FIXED32,      /* signed 16.16 */
    FORMAT_UFIXED16,     /* 8.8 */
    FORMAT_U16_REVERSED, /* of the other endianness than the table's */
    FORMAT_U32_REVERSED,
    FORMAT_U24,
    FORMAT_UTF8, /* 129 in EXIF 3.0 */
    FORMAT_COUNT
};

struct value {
    uint8_t format; /* enum format */
    bool big_endian;
    uint32_t count;    /* elements */
    struct span bytes; /* count elements; data NULL: they lie in the file and were not read */
    uint64_t offset;   /* of the bytes in the file where known, else 0 */
};

/* Bytes of one element; 0 for no format. */
size_t format_size(uint8_t format);

/* A value of text or bytes that lie elsewhere, and of one number (kept in keep, 8 bytes). */
struct value value_text(struct span text);
struct value value_bytes(struct span bytes);
struct value value_number(int64_t number, uint8_t keep[8]);

/* Element `index` as a whole number (rationals and floats are cut); 0 past the end. Text is read as
 * decimal digits. */
int64_t value_int(const struct value *value, uint32_t index);

/* As a double; rationals are divided: 0/0 is NAN, n/0 INFINITY. */
double value_double(const struct value *value, uint32_t index);

/* Numerator and denominator; denominator 1 for whole numbers. */
void value_rational(const struct value *value, uint32_t index, int64_t *num, int64_t *den);

bool value_is_number(const struct value *value);   /* integers, rationals, floats */
bool value_is_rational(const struct value *value); /* of any width */

/* The text up to its first NUL, for TEXT and UNDEF. */
struct span value_chars(const struct value *value);

/*
 * Appends what ExifTool holds before any conversion: elements joined by one blank; rationals to 10
 * significant digits (7 for the 32-bit ones), "undef" for 0/0 and "inf" for n/0; floats to 15
 * digits; text up to its NUL.
 */
void value_append(const struct value *value, struct buf *out);
void value_append_element(const struct value *value, uint32_t index, struct buf *out);

/* Appends a double as Perl prints it ("%.15g"); digits gives another precision. */
void number_append(double number, int digits, struct buf *out);

/* The same to 15 digits; true, so that a tag_convert can end with it. */
bool number_put(double number, struct buf *out);

/* Reads a decimal number at the start of text as Perl does ("12.5 mm" is 12.5, "" is 0); used, when
 * not NULL, gets the bytes read. Independent of the locale. */
double number_parse(struct span text, size_t *used);

/* The same as a whole number, cut; the nearest that there is for what int64_t cannot hold. */
int64_t number_int(struct span text);

#endif
