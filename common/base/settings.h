/*
 * Our settings: one table (settings.c) gives name, type, range, preset and help. --help prints it,
 * the README is tested against it, and errors name the row. Standard AWS names are read where they
 * are used, as the SDKs read them.
 */
#ifndef BASE_SETTINGS_H
#define BASE_SETTINGS_H

#include "base/def.h"
#include "base/err.h"

struct settings {
    const char *activity_arn, *ingest_bucket, *proxy_bucket, *ingest_table; /* NULL when not set */
    const char *profile, *prefix, *log_level;
    uint64_t slots; /* preset: processors that it may run on */
    uint64_t heartbeat_seconds, stop_seconds;
    uint64_t max_pixels, max_source_bytes, max_frames, max_decode_seconds, max_decode_memory_mib;
};

/*
 * Reads the environment; strings are borrowed from it. ERR_USAGE names the variable, its value and
 * the range: for a value of the wrong type or out of range, and for an unknown name that begins
 * INGEST_.
 */
MUST_CHECK int settings_read(struct settings *out, char *const *environment, struct err *err);

/* One row of the table, for --help and for tests; NULL past the last. */
struct setting_row {
    const char *name, *preset, *range, *help;
};
const struct setting_row *settings_row(size_t index);

#endif
