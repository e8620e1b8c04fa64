#include "marks.h"

#include "base/file_in.h"
#include "base/mem.h"
#include "base/text.h"

#define MARK_MAX_BYTES ((size_t)16 * 1024 * 1024)

static bool is_file(const char *image)
{
    return image[0] == '/' || text_starts(image, "./");
}

static int read_file(const char *path, struct buf *out, struct err *err)
{
    CLEANUP(file_in_release) struct file_in in = { 0 };
    uint8_t *to;
    size_t got;

    TRY(file_in_open(path, &in, err));
    if (in.source.size > MARK_MAX_BYTES) {
        return err_limit(err, NULL, MARK_MAX_BYTES, in.source.size, "bytes of '%s'", path);
    }
    to = buf_reserve(out, (size_t)in.source.size);
    TRY(buf_check(out, path, err));
    TRY(source_read(&in.source, 0, to, (size_t)in.source.size, &got, err));
    buf_grown(out, got);
    return 0;
}

static int read_object(struct step_env *env, const struct envelope *envelope, const char *key,
                       struct buf *out, struct err *err)
{
    struct s3_object object = { .bucket = envelope->bucket, .key = key };

    if (s3_get_buf(env->s3, &object, out, NULL, err) == 0) {
        return 0;
    }
    if (err->kind == ERR_NOT_FOUND) {
        err->kind = ERR_INPUT; /* the mark's image, not the source */
    }
    return err->kind == ERR_CLOSED
               ? -1
               : err_prefix(err, "cannot read the mark 's3://%s/%s'", envelope->bucket, key);
}

static int read_image(struct step_env *env, const struct envelope *envelope, const char *image,
                      struct buf *out, struct err *err)
{
    if (!is_file(image)) {
        return read_object(env, envelope, image, out, err);
    }
    if (envelope->renditions != NULL) {
        return err_set(err, ERR_INPUT,
                       "input.renditions: mark '%s': a key expected, only a profile names files",
                       image);
    }
    if (read_file(image, out, err) != 0) {
        err->kind = ERR_INPUT;
        return err_prefix(err, "cannot read the mark '%s'", image);
    }
    return 0;
}

static size_t count(const struct profile *profile)
{
    size_t n = 0;

    for (size_t i = 0; i < profile->n_renditions; i++) {
        for (size_t k = 0; k < profile->renditions[i].n_marks; k++) {
            n += profile->renditions[i].marks[k].image != NULL;
        }
    }
    return n;
}

static int add(struct marks *marks, struct step_env *env, const struct envelope *envelope,
               const char *image, struct err *err)
{
    struct mark_image *one = &marks->images[marks->n];

    one->bytes = (struct buf)BUF_INIT(MARK_MAX_BYTES);
    marks->sources[marks->n++] = &one->source;
    TRY(read_image(env, envelope, image, &one->bytes, err));
    one->source = source_memory(buf_span(&one->bytes));
    return 0;
}

int marks_open(struct marks *marks, struct step_env *env, const struct envelope *envelope,
               const struct profile *profile, struct err *err)
{
    size_t n = count(profile);

    *marks = (struct marks){ 0 };
    if (n == 0) {
        return 0;
    }
    marks->images = mem_array(n, sizeof *marks->images);
    marks->sources = mem_array(n, sizeof *marks->sources);
    for (size_t i = 0; i < profile->n_renditions; i++) {
        for (size_t k = 0; k < profile->renditions[i].n_marks; k++) {
            const char *image = profile->renditions[i].marks[k].image;

            if (image != NULL) {
                TRY(add(marks, env, envelope, image, err));
            }
        }
    }
    return 0;
}

void marks_release(struct marks *marks)
{
    for (size_t i = 0; i < marks->n; i++) {
        source_release(&marks->images[i].source);
        buf_release(&marks->images[i].bytes);
    }
    mem_free(marks->images);
    mem_free(marks->sources);
    *marks = (struct marks){ 0 };
}
