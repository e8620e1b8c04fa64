#include "base/settings.h"

#include <sched.h>
#include <string.h>

#include "base/text.h"

#define KIB 1024
#define MIB (KIB * 1024)
#define GIB (MIB * UINT64_C(1024))

enum setting_type { SETTING_TEXT, SETTING_NUMBER };

struct setting {
    struct setting_row row;
    enum setting_type type;
    size_t offset;
    uint64_t preset, min, max; /* of a number */
};

#define TEXT_ROW(name_, field, preset_, help_)                                                     \
    {                                                                                              \
        { name_, preset_, "text", help_ }, SETTING_TEXT, offsetof(struct settings, field), 0, 0, 0 \
    }
#define NUMBER_ROW(name_, field, shown, range, preset_, min_, max_, help_)                         \
    {                                                                                              \
        { name_, shown, range, help_ }, SETTING_NUMBER, offsetof(struct settings, field), preset_, \
            min_, max_                                                                             \
    }

static const struct setting settings[] = {
    TEXT_ROW("ACTIVITY_ARN", activity_arn, NULL, "the activity that this worker polls"),
    TEXT_ROW("INGEST_BUCKET", ingest_bucket, NULL, "source bucket, where a profile asks for it"),
    TEXT_ROW("PROXY_BUCKET", proxy_bucket, NULL, "where outputs go, where the input names none"),
    TEXT_ROW("INGEST_TABLE", ingest_table, NULL, "DynamoDB table of the records"),
    TEXT_ROW("INGEST_PROFILE", profile, "media2cloud", "a profile's name, or a JSON file"),
    TEXT_ROW("INGEST_PREFIX", prefix, "{uuid}/{stem}", "template of the destination prefix"),
    NUMBER_ROW("INGEST_SLOTS", slots, "CPUs", "1..256", 0, 1, 256, "tasks at once"),
    NUMBER_ROW("INGEST_HEARTBEAT_SECONDS", heartbeat_seconds, "30", "3..3600", 30, 3, 3600,
               "HeartbeatSeconds of the states; a beat every third of it"),
    NUMBER_ROW("INGEST_STOP_SECONDS", stop_seconds, "10", "1..110", 10, 1, 110,
               "what a stopping worker gives its tasks"),
    NUMBER_ROW("INGEST_MAX_PIXELS", max_pixels, "100000000", "1..1000000000", 100000000, 1,
               1000000000, "pixels of a source"),
    NUMBER_ROW("INGEST_MAX_SOURCE_BYTES", max_source_bytes, "268435456", "1..4294967296", 256 * MIB,
               1, 4 * GIB, "size of an object for make-proxy"),
    NUMBER_ROW("INGEST_MAX_FRAMES", max_frames, "1", "1..1000", 1, 1, 1000, "frames looked at"),
    NUMBER_ROW("INGEST_MAX_DECODE_SECONDS", max_decode_seconds, "15", "1..600", 15, 1, 600,
               "wall time of one decode"),
    NUMBER_ROW("INGEST_MAX_DECODE_MEMORY_MIB", max_decode_memory_mib, "640", "64..16384", 640, 64,
               16384, "memory of the decoder"),
    TEXT_ROW("INGEST_LOG_LEVEL", log_level, "info", "debug, info, warn or error"),
};

const struct setting_row *settings_row(size_t index)
{
    return index < ARRAY_LEN(settings) ? &settings[index].row : NULL;
}

static int read_number(const struct setting *setting, const char *text, uint64_t *out,
                       struct err *err)
{
    uint64_t value = 0;
    const char *at = text;

    while (text_is_digit(*at) && value < UINT64_MAX / 16) {
        value = value * 10 + (uint64_t)(*at++ - '0');
    }
    if (at == text || *at != '\0' || value < setting->min || value > setting->max) {
        return err_set(err, ERR_USAGE, "%s is '%s': a whole number in %s expected",
                       setting->row.name, text, setting->row.range);
    }
    *out = value;
    return 0;
}

static int apply(struct settings *out, const struct setting *setting, const char *text,
                 struct err *err)
{
    void *field = (char *)out + setting->offset;

    if (setting->type == SETTING_NUMBER) {
        return read_number(setting, text, field, err);
    }
    if (text[0] == '\0') {
        return err_set(err, ERR_USAGE, "%s is empty", setting->row.name);
    }
    *(const char **)field = text;
    return 0;
}

/* Those that this process may run on: a container's share, where one is set. */
static uint64_t count_processors(void)
{
    cpu_set_t usable;
    int n = sched_getaffinity(0, sizeof usable, &usable) == 0 ? CPU_COUNT(&usable) : 0;

    return n > 0 ? (uint64_t)n : 1;
}

static void apply_presets(struct settings *out)
{
    *out = (struct settings){ 0 };
    for (size_t i = 0; i < ARRAY_LEN(settings); i++) {
        void *field = (char *)out + settings[i].offset;

        if (settings[i].type == SETTING_NUMBER) {
            *(uint64_t *)field = settings[i].preset;
        } else {
            *(const char **)field = settings[i].row.preset;
        }
    }
    out->slots = count_processors();
}

static const struct setting *find(const char *entry, size_t name_len)
{
    for (size_t i = 0; i < ARRAY_LEN(settings); i++) {
        if (strlen(settings[i].row.name) == name_len &&
            memcmp(settings[i].row.name, entry, name_len) == 0) {
            return &settings[i];
        }
    }
    return NULL;
}

static int check_log_level(const char *level, struct err *err)
{
    static const char *const levels[] = { "debug", "info", "warn", "error" };

    for (size_t i = 0; i < ARRAY_LEN(levels); i++) {
        if (strcmp(level, levels[i]) == 0) {
            return 0;
        }
    }
    return err_set(err, ERR_USAGE, "INGEST_LOG_LEVEL is '%s': debug, info, warn or error expected",
                   level);
}

int settings_read(struct settings *out, char *const *environment, struct err *err)
{
    apply_presets(out);
    for (; *environment != NULL; environment++) {
        size_t name_len = strcspn(*environment, "=");
        const struct setting *setting = find(*environment, name_len);

        if (setting != NULL && (*environment)[name_len] == '=') {
            TRY(apply(out, setting, *environment + name_len + 1, err));
        } else if (text_starts(*environment, "INGEST_")) {
            return err_set(err, ERR_USAGE, "unknown setting '%.*s'", (int)name_len, *environment);
        }
    }
    return check_log_level(out->log_level, err);
}
