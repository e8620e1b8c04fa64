/* The few facts that stand in the step's output and in tables of users. */
#include "base/text.h"
#include "meta/result.h"

/* The summary travels through every state: a photo's text of any length may not burst them. */
#define TEXT_BYTES 256
#define TAGS_BYTES 1024

/* The printed text of the first of these names that has one; empty for none. */
static struct span first_text(struct store *store, const char *const *names, size_t n_names)
{
    for (size_t i = 0; i < n_names; i++) {
        struct found *item = store_find(store, names[i]);
        struct span text = item != NULL ? store_text(store, item) : (struct span){ NULL, 0 };

        if (text.len > 0) {
            return text;
        }
    }
    return (struct span){ NULL, 0 };
}

static struct span cut(struct span text, size_t max_bytes)
{
    text.len = text_cut(text, max_bytes);
    return text;
}

static void set_text(struct json_object *out, const char *member, struct span text,
                     size_t max_bytes)
{
    if (text.len > 0) {
        json_set(out, member, json_new_span(cut(text, max_bytes)));
    }
}

/* Make and model; models that begin with the make stand alone. */
static void set_camera(struct store *store, struct json_object *out)
{
    static const char *const make_names[] = { "Make" }, *const model_names[] = { "Model" };
    CLEANUP(buf_release) struct buf camera = BUF_INIT(2 * TEXT_BYTES + 2);
    struct span make = cut(first_text(store, make_names, 1), TEXT_BYTES);
    struct span model = cut(first_text(store, model_names, 1), TEXT_BYTES);

    if (make.len > 0 && !span_starts(model, make)) {
        buf_add_span(&camera, make);
        buf_add_str(&camera, model.len > 0 ? " " : "");
    }
    buf_add_span(&camera, model);
    set_text(out, "camera", buf_span(&camera), TEXT_BYTES);
}

static void set_place(struct store *store, struct json_object *out)
{
    struct json_object *place;
    double latitude, longitude, altitude;

    if (!store_double(store, "GPSLatitude", &latitude) ||
        !store_double(store, "GPSLongitude", &longitude)) {
        return;
    }
    place = json_new_object();
    json_set(place, "latitude", json_new_double(latitude));
    json_set(place, "longitude", json_new_double(longitude));
    if (store_double(store, "GPSAltitude", &altitude)) {
        json_set(place, "altitude", json_new_double(altitude));
    }
    json_set(out, "place", place);
}

static void set_size(struct store *store, struct json_object *out)
{
    struct found *item = store_find(store, "ImageSize");
    struct span size = item != NULL ? store_value(store, item) : (struct span){ NULL, 0 };
    size_t used = 0;
    double width = number_parse(size, &used), height = number_parse(span_from(size, used), NULL);

    if (width >= 1 && height >= 1 && width < 1e9 && height < 1e9) {
        json_set_u64(out, "width", (uint64_t)width);
        json_set_u64(out, "height", (uint64_t)height);
    }
}

struct json_object *meta_summary(const struct meta *meta)
{
    static const char *const lens[] = { "LensID", "LensModel", "Lens", "LensType" };
    static const char *const time[] = { "SubSecDateTimeOriginal", "DateTimeOriginal",
                                        "SubSecCreateDate", "CreateDate", "DateCreated" };
    static const char *const tags[] = { "Keywords", "Subject", "XPKeywords" };
    struct store *store = result_store(meta);
    struct json_object *out = json_new_object();

    set_camera(store, out);
    set_text(out, "lens", first_text(store, lens, ARRAY_LEN(lens)), TEXT_BYTES);
    set_text(out, "time", first_text(store, time, ARRAY_LEN(time)), TEXT_BYTES);
    set_text(out, "tags", first_text(store, tags, ARRAY_LEN(tags)), TAGS_BYTES);
    set_place(store, out);
    set_size(store, out);
    json_set_str(out, "format", meta->scan.file_type);
    json_set_str(out, "mime", meta->scan.mime);
    return out;
}
