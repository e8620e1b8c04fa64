/* Reads profiles from standard input, one JSON text a line, and answers each with "ok" or with what
 * is wrong: for the test that holds the schema against this reading. */
#include <stdio.h>

#include "base/buf.h"
#include "recipe/profile.h"

static void answer(struct span line)
{
    CLEANUP(profile_release) struct profile profile = { 0 };
    struct err err = { 0 };

    puts(profile_parse(line, &profile, &err) == 0 ? "ok" : err.message);
}

int main(void)
{
    CLEANUP(buf_release) struct buf line = BUF_INIT(PROFILE_MAX_BYTES + 1);
    int c;

    while ((c = getchar()) != EOF) {
        if (c != '\n') {
            buf_add_byte(&line, (uint8_t)c);
            continue;
        }
        answer(buf_span(&line));
        buf_clear(&line);
    }
    return 0;
}
