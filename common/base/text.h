/* Text from outside: validity, safe display, cutting on a character boundary. All text is UTF-8. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/buf.h"
#include "base/def.h"

/* Length in bytes of the valid UTF-8 character (RFC 3629: no surrogates, no overlong forms) at the
 * start of in; 0 for none. */
size_t text_utf8_length(struct span in);

/* True when all of in is valid UTF-8. NUL is valid UTF-8: look for it yourself where it matters. */
bool text_is_utf8(struct span in);

/* The longest prefix of in, at most max_bytes long, that does not cut a character. */
size_t text_cut(struct span in, size_t max_bytes);

/*
 * Copies text so that it can stand in one log line: invalid bytes and control characters become
 * \xHH, and what does not fit is cut on a character boundary. out_size counts the final NUL.
 */
void text_printable(char *out, size_t out_size, const char *text);

/* Appends in to out as valid UTF-8: every byte that is not part of a valid character becomes
 * U+FFFD. */
void text_append_valid(struct buf *out, struct span in);

/* Appends one character, of a code under 0x200000, in as few bytes as UTF-8 has for it. Which codes
 * are characters the caller knows. */
void text_append_character(uint32_t c, struct buf *out);

/* ASCII only, from here on; the locale has no say. */
static inline bool text_is_digit(int c)
{
    return c >= '0' && c <= '9';
}

static inline bool text_is_upper(int c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool text_is_lower(int c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool text_is_letter(int c)
{
    return text_is_upper(c) || text_is_lower(c);
}

/* A space, a tab, or an end of line, form feed included. */
static inline bool text_is_blank(int c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Letters of the other case; what is no letter is itself. */
static inline char text_lower(char c)
{
    return (char)(text_is_upper(c) ? c - 'A' + 'a' : c);
}

static inline char text_upper(char c)
{
    return (char)(text_is_lower(c) ? c - 'a' + 'A' : c);
}

/* 0 to 15 of a hexadecimal digit of either case, -1 of anything else. */
int text_hex_value(int c);

/* True when the n bytes from at on are there and all digits. */
bool text_digits_at(struct span in, size_t at, size_t n);

bool text_equal_nocase(const char *a, const char *b);
bool text_ends_nocase(const char *text, const char *suffix);
bool text_starts(const char *text, const char *prefix);
bool text_starts_nocase(const char *text, const char *prefix);

#endif
