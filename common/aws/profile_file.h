/*
 * The AWS command line's shared config and credentials files: INI with sections "[default]",
 * "[profile NAME]" (config) or "[NAME]" (credentials), "[services NAME]", and one level of indented
 * sub-keys, which are found as "s3.endpoint_url".
 * https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 */
#ifndef AWS_PROFILE_FILE_H
#define AWS_PROFILE_FILE_H

#include "base/buf.h"
#include "base/def.h"
#include "base/err.h"

#define PROFILE_FILE_MAX_BYTES (1024 * 1024)

enum profile_file_kind { PROFILE_FILE_CONFIG, PROFILE_FILE_CREDENTIALS };

struct profile_files; /* opaque */

struct profile_files *profile_files_new(void);
void profile_files_free(struct profile_files *files); /* wipes: credentials may be in it */
DEFINE_FREEP(profile_files)

/* Adds what text says; a key that is there already gets the new value. Lines that are neither a
 * section nor "key = value" are passed over. Never fails: at most 10,000 keys are kept. */
void profile_files_parse(struct profile_files *files, enum profile_file_kind kind,
                         struct span text);

/* Adds a file's content; one that is absent or may not be read adds nothing. ERR_USAGE names a file
 * over PROFILE_FILE_MAX_BYTES. */
MUST_CHECK int profile_files_read(struct profile_files *files, enum profile_file_kind kind,
                                  const char *path, struct err *err);

bool profile_exists(const struct profile_files *files, const char *profile);

/* The value of a profile's key, NULL when it has none. */
const char *profile_get(const struct profile_files *files, const char *profile, const char *key);

/* The value of a key in "[services NAME]": service "s3", key "endpoint_url". */
const char *profile_services_get(const struct profile_files *files, const char *services,
                                 const char *service, const char *key);

/* Whole content of a small file (token files, too) into out, which keeps its cap: ERR_USAGE names
 * the file when it cannot be read or is larger. */
MUST_CHECK int profile_read_file(const char *path, struct buf *out, struct err *err);

#endif
