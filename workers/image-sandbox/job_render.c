
#include "base/json.h"
#include "base/mem.h"
#include "image/render.h"
#include "job.h"
#include "sandbox/answer.h"
#include "subject.h"

/* What renders need beside pixel memory: code, stacks, rows, tables. */
#define OWN_BYTES      (UINT64_C(48) * 1024 * 1024)

#define KEPT_MAX_BYTES 65000 /* an EXIF block fits into one JPEG segment */

struct order {
    struct json_object *json;
    struct rendition *renditions;
    size_t n_renditions;
    struct source *marks, **mark_images;
    size_t n_marks;
    struct render_font *fonts;
    size_t n_fonts;
    struct span default_font;
    struct image_limits limits;
};

static void order_release(struct order *order)
{
    for (size_t i = 0; i < order->n_renditions; i++) {
        rendition_release(&order->renditions[i]);
    }
    for (size_t i = 0; i < order->n_marks; i++) {
        source_release(&order->marks[i]);
    }
    mem_free(order->renditions);
    mem_free(order->marks);
    mem_free(order->mark_images);
    mem_free(order->fonts);
    json_release(order->json);
}

static int read_limits(struct order *order, uint64_t mapped_bytes, struct err *err)
{
    struct image_limits *limits = &order->limits;
    uint64_t side, scans, taken = OWN_BYTES + mapped_bytes;

    TRY(json_get_u64(order->json, "limits.pixels", &limits->max_pixels, err));
    TRY(json_get_u64(order->json, "limits.side", &side, err));
    TRY(json_get_u64(order->json, "limits.sourceBytes", &limits->max_source_bytes, err));
    TRY(json_get_u64(order->json, "limits.memoryBytes", &limits->max_memory_bytes, err));
    TRY(json_get_u64(order->json, "limits.scans", &scans, err));
    limits->max_side_px = (uint32_t)side;
    limits->max_jpeg_scans = (uint32_t)scans;
    limits->max_memory_bytes -= taken < limits->max_memory_bytes ? taken : limits->max_memory_bytes;
    return 0;
}

static int read_renditions(struct order *order, struct err *err)
{
    struct json_object *list;

    TRY(json_get_array(order->json, "renditions", &list, err));
    order->renditions = mem_array(json_length(list), sizeof *order->renditions);
    for (size_t i = 0; i < json_length(list); i++) {
        TRY(rendition_parse(json_at(list, i), "renditions", &order->renditions[i], err));
        order->n_renditions++;
    }
    return 0;
}

static int read_place(const struct remote *remote, struct json_object *place, struct span *out,
                      struct err *err)
{
    uint64_t offset, bytes;

    TRY(json_get_u64(place, "offset", &offset, err));
    TRY(json_get_u64(place, "bytes", &bytes, err));
    if (!span_slice(remote->mapped, offset, bytes, out)) {
        return err_set(err, ERR_INTERNAL, "a mark lies outside the memory file");
    }
    return 0;
}

static int read_marks(struct order *order, const struct remote *remote, struct err *err)
{
    struct json_object *marks;

    TRY(json_get_array(order->json, "marks", &marks, err));
    order->marks = mem_array(json_length(marks) + 1, sizeof *order->marks);
    order->mark_images = mem_array(json_length(marks) + 1, sizeof *order->mark_images);
    for (size_t i = 0; i < json_length(marks); i++) {
        struct json_object *place = json_at(marks, i);
        struct span bytes;

        if (json_length(place) > 0) { /* else the worker has none for it */
            TRY(read_place(remote, place, &bytes, err));
            order->marks[i] = source_memory(bytes);
            order->mark_images[i] = &order->marks[i];
        }
        order->n_marks++;
    }
    return 0;
}

static int read_fonts(struct order *order, const struct remote *remote, struct err *err)
{
    struct json_object *fonts;
    struct json_iter it;

    TRY(json_get_object(order->json, "fonts", &fonts, err));
    order->fonts = mem_array(json_length(fonts) + 1, sizeof *order->fonts);
    it = json_iter(fonts);
    while (json_next(&it)) {
        struct render_font *font = &order->fonts[order->n_fonts];

        TRY(read_place(remote, it.value, &font->bytes, err));
        font->file = it.name;
        if (it.name[0] == '\0') {
            order->default_font = font->bytes;
        }
        order->n_fonts++;
    }
    return 0;
}

static int read_order(struct remote *remote, struct span text, struct order *order, struct err *err)
{
    uint64_t bytes, mapped;

    TRY(json_parse(text, &order->json, err));
    TRY(json_get_u64(order->json, "bytes", &bytes, err));
    TRY(json_get_u64(order->json, "mapped", &mapped, err));
    TRY(remote_map(remote, bytes, mapped, err));
    TRY(read_limits(order, mapped, err));
    TRY(read_renditions(order, err));
    TRY(read_marks(order, remote, err));
    return read_fonts(order, remote, err);
}

static int send_piece(void *ctx, size_t index, struct span piece, struct err *err)
{
    struct message message = { .type = MESSAGE_WRITE, .a = index };

    *(bool *)ctx = true;
    while (piece.len > 0) {
        struct span now = { piece.data,
                            piece.len < MESSAGE_DATA_MAX ? piece.len : MESSAGE_DATA_MAX };

        TRY(message_write(SANDBOX_FD_OUT, &message, now, err));
        piece = span_from(piece, now.len);
    }
    return 0;
}

static int send_done(void *ctx, size_t index, const struct rendered *rendered, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *facts = json_new_object();
    CLEANUP(buf_release) struct buf text = BUF_INIT(MESSAGE_FACTS_MAX);
    struct message message = { .type = MESSAGE_DONE, .a = index };

    *(bool *)ctx = true;
    json_set_str(facts, "format", rendered->format);
    json_set_str(facts, "contentType", rendered->content_type);
    json_set_u64(facts, "width", rendered->width_px);
    json_set_u64(facts, "height", rendered->height_px);
    json_set_u64(facts, "bytes", rendered->bytes);
    json_write(facts, &text);
    return message_write(SANDBOX_FD_OUT, &message, buf_span(&text), err);
}

static int send_failed(void *ctx, size_t index, const struct err *why, struct err *err)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(MESSAGE_ERROR_MAX);
    struct message message = { .type = MESSAGE_FAILED, .a = index };

    *(bool *)ctx = true;
    answer_write_error(why, &text);
    return message_write(SANDBOX_FD_OUT, &message, buf_span(&text), err);
}

static struct json_object *image_json(const struct image_info *info, const struct subject *subject)
{
    struct json_object *image = json_new_object();
    bool raw = subject->raw != NULL;

    json_set_str(image, "format", raw ? "raw" : info->format);
    json_set_str(image, "contentType", raw ? "image/x-raw" : info->content_type);
    json_set_u64(image, "width", info->width_px);
    json_set_u64(image, "height", info->height_px);
    json_set_u64(image, "uprightWidth", info->upright_width_px);
    json_set_u64(image, "uprightHeight", info->upright_height_px);
    json_set_u64(image, "orientation", info->orientation);
    json_set_bool(image, "hasAlpha", info->has_alpha);
    json_set_bool(image, "fromPreview",
                  subject->src == &subject->preview || subject->by_first_page);
    return image;
}

static int send_render_result(const struct image_info *info, const struct subject *subject,
                              struct json_object *insight, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *result = json_new_object();
    struct json_object *warnings = json_new_array();

    json_set(result, "image", image_json(info, subject));
    json_set(result, "insight", insight != NULL ? json_retain(insight) : json_new_object());
    json_set(result, "warnings", warnings);
    if (info->n_warnings > 0) {
        json_append(warnings, json_new_str(info->warning));
    }
    if (subject->raw == NULL && subject->src == &subject->preview) {
        json_append(warnings, json_new_str("the pixels cannot be decoded: made from the embedded "
                                           "preview"));
    }
    return job_send_result(result, err);
}

/* The EXIF blocks that renditions keep, where one of them does. */
static int read_kept(struct source *src, const struct order *order, struct buf *copyright,
                     struct buf *all, struct err *err)
{
    bool kept[3] = { false };

    for (size_t i = 0; i < order->n_renditions; i++) {
        kept[order->renditions[i].keep] = true;
    }
    if (kept[KEEP_COPYRIGHT] || kept[KEEP_ALL]) {
        return subject_kept(src, copyright, all, err);
    }
    return 0;
}

/* Renders the subject; where its pixels cannot be decoded, and nothing has been sent, its preview.
 */
static int render_subject(struct subject *subject, const struct render_job *job,
                          struct image_info *info, struct json_object **insight, struct err *err)
{
    bool sent = false;
    const struct render_sink sink = { send_piece, send_done, send_failed, &sent };

    if (render(subject->src, job, &sink, info, insight, err) == 0) {
        return 0;
    }
    if (err->kind != ERR_UNSUPPORTED || sent || !subject_fall_back(subject)) {
        return -1;
    }
    return render(subject->src, job, &sink, info, insight, err);
}

int job_render(struct remote *remote, struct span text, struct err *err)
{
    CLEANUP(order_release) struct order order = { 0 };
    CLEANUP(json_releasep) struct json_object *insight = NULL;
    CLEANUP(buf_release) struct buf copyright = BUF_INIT(KEPT_MAX_BYTES);
    CLEANUP(buf_release) struct buf all = BUF_INIT(KEPT_MAX_BYTES);
    struct render_job job = { 0 };
    struct image_info info = { 0 };
    struct subject subject;
    struct source src;

    TRY(read_order(remote, text, &order, err));
    job.renditions = order.renditions;
    job.n_renditions = order.n_renditions;
    job.limits = order.limits;
    job.mark_images = order.mark_images;
    job.n_mark_images = order.n_marks;
    job.default_font = order.default_font;
    job.fonts = order.fonts;
    job.n_fonts = order.n_fonts;
    src = remote_mapped(remote);
    TRY(subject_find(&src, &subject, err));
    TRY(read_kept(&src, &order, &copyright, &all, err));
    job.hints.orientation = subject.orientation;
    job.hints.is_raw = subject.raw != NULL;
    job.hints.keep_copyright = buf_span(&copyright);
    job.hints.keep_all = buf_span(&all);
    TRY(render_subject(&subject, &job, &info, &insight, err));
    return send_render_result(&info, &subject, insight, err);
}
