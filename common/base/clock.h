/* Time: two clocks that tests can replace, and the forms of time that AWS and our records use.
 * Never the host's time zone. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/def.h"

uint64_t clock_monotonic_ms(void);
uint64_t clock_monotonic_us(void);
int64_t clock_unix_ms(void); /* since 1970-01-01T00:00:00Z */
void clock_sleep_ms(uint64_t ms);

/* For tests: a virtual clock in place of the system's. NULL brings the system's back. Not while
 * other threads run. */
struct clock_virtual {
    uint64_t monotonic_us;
    int64_t unix_ms;
};
void clock_use(struct clock_virtual *virtual_clock);

enum clock_form {
    CLOCK_BASIC,     /* 20261121T090000Z, SigV4 */
    CLOCK_ISO,       /* 2026-11-21T09:00:00.123Z */
    CLOCK_ISO_NAIVE, /* 2026-11-21T09:00:00.123456, as Python's datetime.utcnow().isoformat() prints
                        it: without a fraction when it is 0 */
};

#define CLOCK_TEXT_MAX 40

/* Years 1970 to 9999; what lies outside is held at the end of that range. */
void clock_format(int64_t unix_us, enum clock_form form, char out[CLOCK_TEXT_MAX]);

/* RFC 3339 with Z or an offset and up to 9 digits of fraction (what Step Functions, STS and IMDS
 * send). False when it is anything else. */
MUST_CHECK bool clock_parse_iso(const char *text, int64_t *unix_us);

/* RFC 9110 IMF-fixdate (the Date and Last-Modified headers): "Sun, 06 Nov 1994 08:49:37 GMT". */
MUST_CHECK bool clock_parse_http(const char *text, int64_t *unix_us);

#endif
