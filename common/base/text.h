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

/* ASCII only; the locale has no say. */
bool text_equal_nocase(const char *a, const char *b);
bool text_ends_nocase(const char *text, const char *suffix);
bool text_starts(const char *text, const char *prefix);
bool text_starts_nocase(const char *text, const char *prefix);

#endif
