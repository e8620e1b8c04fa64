/*
 * A profile: a named, complete setup of an ingest (which objects, metadata, renditions, the record
 * in the table). A JSON file, checked by tables here and, for editors and reviews, by
 * statemachine/profiles/profile.schema.json; a test holds the two to the same answers.
 *
 * A struct profile serves one thread: writing its JSON touches it. Parse one for each task; it
 * takes microseconds.
 */
#ifndef RECIPE_PROFILE_H
#define RECIPE_PROFILE_H

#include "base/def.h"
#include "base/err.h"
#include "base/json.h"
#include "recipe/rendition.h"

#define PROFILE_MAX_BYTES    (256 * 1024)
#define PROFILE_MAX_SUFFIXES 32

/* What goes into the table; members are NULL where absent. standalone is added where the ingest has
 * no parent state machine that owns the row. Values: record_value.h. */
struct record_part {
    struct json_object *set, *set_if_absent, *on_failure; /* borrowed from the profile's JSON */
};
struct record_spec {
    struct json_object *key; /* NULL: the profile keeps no record */
    struct record_part always, standalone;
};

struct profile {
    const char *name;
    const char *suffixes[PROFILE_MAX_SUFFIXES]; /* with their dot; none: every key matches */
    size_t n_suffixes;
    bool ingest_bucket_only;
    bool has_imageinfo, imageinfo_inline;
    const char *imageinfo_key; /* template */
    struct rendition *renditions;
    size_t n_renditions;
    struct record_spec record;
    struct json_object *json; /* owns the strings and nodes */
};

/* Errors: ERR_INPUT that names the member, "renditions[0].width: 1..65500 expected". */
MUST_CHECK int profile_parse(struct span text, struct profile *out, struct err *err);
void profile_release(struct profile *profile);
DEFINE_TAKE(profile)

/* Puts the renditions of an input (array of 1 to 32) in place of the profile's. prefix is their
 * path in errors. */
MUST_CHECK int profile_replace_renditions(struct profile *profile, struct json_object *renditions,
                                          const char *prefix, struct err *err);

/* The text of a compiled-in profile, NULL for none of that name; and all their names, NULL past the
 * last. */
const char *profile_builtin(const char *name);
const char *profile_builtin_name(size_t index);

/*
 * What INGEST_PROFILE names: a compiled-in profile or a file, read and checked once at the start.
 * Shared by threads, which only read it.
 */
struct profile_choice {
    char *name; /* the profile's own */
    char *text;
};
MUST_CHECK int profile_choose(const char *name_or_file, struct profile_choice *out,
                              struct err *err);
void profile_choice_release(struct profile_choice *choice);

/* The profile with that name: the chosen one or a compiled-in one, never a file. NULL means the
 * chosen one. ERR_INPUT at path where there is none. */
MUST_CHECK int profile_named(const struct profile_choice *choice, const char *name,
                             const char *path, struct profile *out, struct err *err);

/* Whether the profile is for this object; else reason (a sentence for people). */
#define PROFILE_REASON_BYTES 256
bool profile_matches(const struct profile *profile, const char *bucket, const char *key,
                     const char *ingest_bucket, char reason[PROFILE_REASON_BYTES]);

#endif
