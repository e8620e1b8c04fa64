/*
 * image-sandbox: its two jobs, from PREPARE to RESULT or FAIL, in a forked process without the lock
 * (tests/unit/test_lock.c has that). The test plays the worker, also a wrong one.
 */
#include "lib/unit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "lib/files.h"
#include "sandbox/lock.h"

int decoder_main(int argc, char **argv);

/* The program's own sources, in one unit: its lock left out, its end one that runs destructors. */
#define main                              decoder_main
#define hear                              main_hear
#define _exit                             exit
#define lock_limits(memory, seconds, err) ((void)(memory), (void)(seconds), (void)(err), 0)
#define lock_system_calls(why, err)       ((void)(why), (void)(err), 0)
#include "../../workers/image-sandbox/main.c"
#undef main
#undef hear
#define hear remote_hear
#include "../../workers/image-sandbox/remote.c"
#undef hear
#undef _exit
#define meta_freep meta_freep_of_job
#include "../../workers/image-sandbox/job_meta.c"
#undef meta_freep
#define read_all subject_read_all
#include "../../workers/image-sandbox/hints.c"
#include "../../workers/image-sandbox/job_render.c"
#include "../../workers/image-sandbox/subject.c"
#include "../../workers/image-sandbox/usage.c"

#define SAMPLES TEST_DATA "/metadata/images/"
#define IMAGES  TEST_DATA "/images/"
#define FREE_FD 20

struct decoder {
    pid_t pid;
    int to, from;
    struct message_reader reader;
    struct span object;
};

static void become_decoder(int in, int out, int object)
{
    char name[] = "image-sandbox";
    char *argv[] = { name, NULL };

    in = fcntl(in, F_DUPFD, FREE_FD);
    out = fcntl(out, F_DUPFD, FREE_FD);
    object = fcntl(object, F_DUPFD, FREE_FD);
    dup2(in, SANDBOX_FD_IN);
    dup2(out, SANDBOX_FD_OUT);
    dup2(object, SANDBOX_FD_OBJECT);
    close_range(SANDBOX_FD_OBJECT + 1, ~0u, 0);
    exit(decoder_main(1, argv) == 0 ? 0 : 1);
}

static void decoder_start(struct decoder *decoder, struct span object)
{
    int in[2], out[2], file = memfd_create("object", 0);

    *decoder = (struct decoder){ .object = object };
    assert_int_equal(pipe(in), 0);
    assert_int_equal(pipe(out), 0);
    assert_int_equal(ftruncate(file, (off_t)object.len + 4096), 0);
    assert_int_equal(pwrite(file, object.data, object.len, 0), object.len);
    fflush(NULL);
    decoder->pid = fork();
    if (decoder->pid == 0) {
        become_decoder(in[0], out[1], file);
    }
    close(in[0]);
    close(out[1]);
    close(file);
    decoder->to = in[1];
    decoder->from = out[0];
    message_reader_init(&decoder->reader, FROM_DECODER);
}

static void tell(struct decoder *decoder, uint32_t type, uint64_t a, uint64_t b,
                 struct span payload)
{
    struct message message = { type, 0, a, b };
    struct err err;

    /* one that has answered already does not listen any more */
    (void)!message_write(decoder->to, &message, payload, &err);
}

/* The next message, 0 where the decoder has gone. */
static uint32_t next(struct decoder *decoder, struct message *message, struct span *payload)
{
    struct err err;

    return message_read(decoder->from, &decoder->reader, message, payload, &err) == 0
               ? message->type
               : 0;
}

static void prepare(struct decoder *decoder, const char *format)
{
    struct message message;
    struct span payload;

    tell(decoder, MESSAGE_PREPARE, 640u << 20, 15, span_str(format));
    assert_int_equal(next(decoder, &message, &payload), MESSAGE_READY);
}

/* Gives the exit status. */
static int decoder_end(struct decoder *decoder)
{
    int status;

    close(decoder->to);
    assert_int_equal(waitpid(decoder->pid, &status, 0), decoder->pid);
    close(decoder->from);
    message_reader_release(&decoder->reader);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

struct outcome {
    uint32_t last; /* MESSAGE_RESULT, MESSAGE_FAIL or 0 */
    struct json_object *json;
    unsigned pieces, done, failed;
};

static void send_part(struct decoder *decoder, uint64_t offset, uint64_t len)
{
    struct span part = span_from(
        decoder->object, offset < decoder->object.len ? (size_t)offset : decoder->object.len);

    part.len = len < part.len ? (size_t)len : part.len;
    tell(decoder, MESSAGE_DATA, offset, offset + part.len >= decoder->object.len, part);
}

/* Plays the worker until the job has ended. */
static struct outcome finish(struct decoder *decoder)
{
    struct outcome outcome = { 0 };
    struct message message;
    struct span payload;
    struct err err;

    for (;;) {
        outcome.last = next(decoder, &message, &payload);
        if (outcome.last == MESSAGE_NEED) {
            send_part(decoder, message.a, message.b);
        } else if (outcome.last == MESSAGE_WRITE) {
            outcome.pieces++;
        } else if (outcome.last == MESSAGE_DONE) {
            outcome.done++;
        } else if (outcome.last == MESSAGE_FAILED) {
            outcome.failed++;
        } else {
            break;
        }
    }
    if (outcome.last != 0) {
        assert_int_equal(json_parse(payload, &outcome.json, &err), 0);
    }
    assert_int_equal(decoder_end(decoder), SANDBOX_EXIT_DONE);
    return outcome;
}

#define LIMITS                                                                                     \
    "\"limits\":{\"pixels\":1000000,\"side\":65500,\"sourceBytes\":1000000,"                       \
    "\"memoryBytes\":335544320,\"scans\":500}"
#define TWO                                                                                        \
    "[{\"name\":\"a\",\"key\":\"a\",\"format\":\"jpeg\",\"keep\":\"all\"},"                        \
    "{\"name\":\"b\",\"key\":\"b\",\"format\":\"png\",\"width\":5,\"keep\":\"copyright\"}]"

/* more: members in place of marks and fonts. */
static struct outcome render_object(struct span object, const char *renditions, const char *more)
{
    CLEANUP(mem_freep)
    char *order = mem_printf("{\"bytes\":%zu,\"mapped\":%zu," LIMITS ",\"renditions\":%s,%s}",
                             object.len, object.len + 4096, renditions,
                             more != NULL ? more : "\"marks\":[],\"fonts\":{}");
    struct decoder decoder;

    decoder_start(&decoder, object);
    prepare(&decoder, span_starts(object, span_str("II*")) ? "tiff" : "");
    tell(&decoder, MESSAGE_RENDER, 0, 0, span_str(order));
    tell(&decoder, MESSAGE_FILLED, object.len / 2, 0, span_str(""));
    tell(&decoder, MESSAGE_FILLED, object.len, 0, span_str(""));
    return finish(&decoder);
}

static void pictures_are_rendered_with_what_they_keep(void **state)
{
    static const struct {
        const char *file, *format;
    } cases[] = {
        { IMAGES "rgb8.png", "png" },    { IMAGES "rgb24.bmp", "bmp" },
        { IMAGES "lossy.webp", "webp" }, { IMAGES "plain.gif", "gif" },
        { IMAGES "cmyk.tif", "tiff" },   { SAMPLES "exiftool-GoPro.jpg", "jpeg" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf object = read_whole(cases[i].file);
        struct outcome out = render_object(buf_span(&object), TWO, NULL);

        print_message("case: %s\n", cases[i].file);
        if (out.last != MESSAGE_RESULT) {
            fail_msg("%s", json_to_str(json_member(out.json, "message")));
        }
        assert_int_equal(out.done, 2);
        assert_int_equal(out.failed, 0);
        assert_true(out.pieces >= 2);
        assert_string_equal(json_to_str(json_find(out.json, "image.format")), cases[i].format);
        assert_false(json_to_bool(json_find(out.json, "image.fromPreview")));
        assert_int_equal(json_length(json_find(out.json, "warnings")), 0);
        assert_true(json_length(json_find(out.json, "insight")) > 3);
        json_release(out.json);
    }
}

/* Fujifilm's RAF: offset and length of a JPEG, big-endian, in its header. */
static void raw_is_served_by_its_preview(void **state)
{
    CLEANUP(buf_release)
    struct buf preview = read_whole(SOURCE_DIR "/tests/fuzz/corpus/fuzz_jpeg/420.jpg");
    CLEANUP(buf_release) struct buf raf = BUF_INIT(1u << 20);
    struct outcome out;

    (void)state;
    buf_add_str(&raf, "FUJIFILMCCD-RAW 0201FF129502X-T1");
    while (raf.len < 160) {
        buf_add_byte(&raf, 0);
    }
    raf.data[0x57] = 160;
    raf.data[0x5a] = (uint8_t)(preview.len >> 8);
    raf.data[0x5b] = (uint8_t)preview.len;
    buf_add_span(&raf, buf_span(&preview));
    out = render_object(buf_span(&raf), TWO, NULL);
    assert_int_equal(out.last, MESSAGE_RESULT);
    assert_int_equal(out.done, 2);
    assert_string_equal(json_to_str(json_find(out.json, "image.format")), "raw");
    assert_string_equal(json_to_str(json_find(out.json, "image.contentType")), "image/x-raw");
    assert_true(json_to_bool(json_find(out.json, "image.fromPreview")));
    json_release(out.json);
}

/* Some cameras put no JPEG into their DNG: the first page is a small picture. */
static void raw_without_a_jpeg_is_served_by_its_first_page(void **state)
{
    static const struct {
        uint16_t tag, type;
        uint32_t count, value;
    } entries[] = {
        { 254, 4, 1, 1 },                          /* of reduced size */
        { 256, 4, 1, 4 },                          /* 4 by 2 px */
        { 257, 4, 1, 2 },        { 258, 3, 1, 8 }, /* bits */
        { 259, 3, 1, 1 },                          /* no coding */
        { 262, 3, 1, 2 },                          /* RGB */
        { 273, 4, 1, 256 },                        /* where */
        { 277, 3, 1, 3 },                          /* samples */
        { 278, 4, 1, 2 },                          /* rows a strip */
        { 279, 4, 1, 24 },                         /* bytes */
        { 50706, 1, 4, 0x0401 },                   /* DNGVersion */
    };
    CLEANUP(buf_release) struct buf dng = BUF_INIT(1000);

    (void)state;
    buf_add(&dng, "II*\0\10\0\0\0\13\0", 10);
    for (size_t i = 0; i < ARRAY_LEN(entries); i++) {
        buf_add(&dng, &entries[i], 12);
    }
    while (dng.len < 256 + 24) {
        buf_add_byte(&dng, (uint8_t)dng.len);
    }
    for (int reduced = 1; reduced >= 0; reduced--) { /* full size: it may be the sensor's data */
        struct outcome out;

        dng.data[10 + 8] = (uint8_t)reduced;
        out = render_object(buf_span(&dng), "[{\"name\":\"a\",\"key\":\"a\"}]", NULL);
        assert_int_equal(out.last, reduced ? MESSAGE_RESULT : MESSAGE_FAIL);
        assert_int_equal(out.done, reduced);
        if (reduced) {
            assert_string_equal(json_to_str(json_find(out.json, "image.format")), "raw");
            assert_int_equal(json_to_i64(json_find(out.json, "image.width")), 4);
            assert_true(json_to_bool(json_find(out.json, "image.fromPreview")));
        } else {
            assert_string_equal(json_to_str(json_member(out.json, "message")),
                                "camera raw file (DNG) without an embedded preview");
        }
        json_release(out.json);
    }
}

static void what_ends_early_is_said_in_a_warning(void **state)
{
    static const char *const files[] = { IMAGES "rgb8.png",
                                         SOURCE_DIR "/tests/fuzz/corpus/fuzz_jpeg/420.jpg",
                                         IMAGES "rgb24.bmp" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        CLEANUP(buf_release) struct buf object = read_whole(files[i]);
        struct outcome out =
            render_object((struct span){ object.data, object.len * 2 / 3 }, TWO, NULL);

        print_message("case: %s\n", files[i]);
        assert_int_equal(out.last, MESSAGE_RESULT);
        assert_int_equal(json_length(json_find(out.json, "warnings")), 1);
        json_release(out.json);
    }
}

static void objects_that_cannot_be_rendered(void **state)
{
    static const struct {
        const char *label, *file;
        size_t len; /* 0: all */
        const char *error;
    } cases[] = {
        { "no image", TEST_DATA "/README.md", 0, "Ingest.UnsupportedType" },
        { "nothing", TEST_DATA "/README.md", 1, "Ingest.UnsupportedType" },
        { "cut in the header", IMAGES "rgb8.png", 20, "Ingest.MalformedImage" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        CLEANUP(buf_release) struct buf object = read_whole(cases[i].file);
        struct span bytes = buf_span(&object);
        struct outcome out;

        bytes.len = cases[i].len > 0 ? cases[i].len : bytes.len;
        print_message("case: %s\n", cases[i].label);
        out = render_object(bytes, TWO, NULL);
        assert_int_equal(out.last, MESSAGE_FAIL);
        assert_int_equal(out.done, 0);
        assert_string_equal(json_to_str(json_member(out.json, "error")), cases[i].error);
        json_release(out.json);
    }
}

#define MARKED                                                                                     \
    "[{\"name\":\"a\",\"key\":\"a\",\"format\":\"png\",\"mark\":{\"image\":\"m\",\"gravity\":"     \
    "\"center\"}}]"
#define WORDS                                                                                      \
    "[{\"name\":\"a\",\"key\":\"a\",\"format\":\"png\",\"mark\":{\"text\":\"m\",\"gravity\":"      \
    "\"center\"}}]"

/* Marks and fonts lie in the memory file, at the places that the order names. */
static void places_in_the_memory_file(void **state)
{
    static const struct {
        const char *label, *renditions, *more;
        uint32_t last;
        unsigned done, failed;
    } cases[] = {
        { "a mark", MARKED, "\"marks\":[{\"offset\":0,\"bytes\":%zu}],\"fonts\":{}", MESSAGE_RESULT,
          1, 0 },
        { "a mark that nobody has", MARKED, "\"marks\":[{}],\"fonts\":{}", MESSAGE_RESULT, 0, 1 },
        { "a mark outside", MARKED, "\"marks\":[{\"offset\":4000,\"bytes\":9%zu}],\"fonts\":{}",
          MESSAGE_FAIL, 0, 0 },
        { "a mark without a length", MARKED, "\"marks\":[{\"offset\":0}],\"fonts\":{}",
          MESSAGE_FAIL, 0, 0 },
        { "a font that is none", WORDS,
          "\"marks\":[],\"fonts\":{\"\":{\"offset\":0,\"bytes\":%zu}}", MESSAGE_RESULT, 0, 1 },
        { "a font outside", WORDS, "\"marks\":[],\"fonts\":{\"f\":{\"offset\":1,\"bytes\":9%zu}}}",
          MESSAGE_FAIL, 0, 0 },
        { "no fonts", WORDS, "\"marks\":[]", MESSAGE_FAIL, 0, 0 },
        { "no marks", WORDS, "\"fonts\":{}", MESSAGE_FAIL, 0, 0 },
    };
    CLEANUP(buf_release) struct buf object = read_whole(IMAGES "rgb8.png");

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *at = strstr(cases[i].more, "%zu");
        CLEANUP(mem_freep)
        char *more = at == NULL ? mem_strdup(cases[i].more)
                                : mem_printf("%.*s%zu%s", (int)(at - cases[i].more), cases[i].more,
                                             object.len, at + 3);
        struct outcome out = render_object(buf_span(&object), cases[i].renditions, more);

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(out.last, cases[i].last);
        assert_int_equal(out.done, cases[i].done);
        assert_int_equal(out.failed, cases[i].failed);
        json_release(out.json);
    }
}

static void orders_that_are_none(void **state)
{
    static const struct {
        uint32_t type;
        const char *order;
    } cases[] = {
        { MESSAGE_RENDER, "" },
        { MESSAGE_RENDER, "[]" },
        { MESSAGE_RENDER, "{\"bytes\":5}" },
        { MESSAGE_RENDER, "{\"bytes\":5,\"mapped\":4096}" },
        { MESSAGE_RENDER, "{\"bytes\":5,\"mapped\":4096,\"limits\":{\"pixels\":1,\"side\":1}}" },
        { MESSAGE_RENDER, "{\"bytes\":5,\"mapped\":4096," LIMITS "}" },
        { MESSAGE_RENDER, "{\"bytes\":5,\"mapped\":4096," LIMITS ",\"renditions\":[{}]}" },
        { MESSAGE_RENDER, "{\"bytes\":5,\"mapped\":0}" },
        { MESSAGE_READ_META, "{" },
        { MESSAGE_READ_META, "{}" },
        { MESSAGE_READ_META, "{\"sourceFile\":\"a\",\"grouped\":1}" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct decoder decoder;
        struct outcome out;

        print_message("case: %s\n", cases[i].order);
        decoder_start(&decoder, span_str("bytes"));
        prepare(&decoder, i % 2 == 0 ? "tiff" : MESSAGE_NO_PICTURE);
        tell(&decoder, cases[i].type, 5, 0, span_str(cases[i].order));
        out = finish(&decoder);
        assert_int_equal(out.last, MESSAGE_FAIL);
        json_release(out.json);
    }
}

static void metadata_asks_for_the_parts_that_it_needs(void **state)
{
    static const char *const files[] = { SAMPLES "exiftool-GoPro.jpg",
                                         SAMPLES "exiftool-QuickTime.heic",
                                         SAMPLES "mei-m3-63c8b14ea08a18c884d05a3431716047.tif" };
    static const char *const names[] = { "JPEG", "HEIF", "TIFF" };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        CLEANUP(buf_release) struct buf object = read_whole(files[i]);
        struct decoder decoder;
        struct outcome out;

        print_message("case: %s\n", files[i]);
        decoder_start(&decoder, buf_span(&object));
        prepare(&decoder, MESSAGE_NO_PICTURE);
        tell(&decoder, MESSAGE_READ_META, object.len, 0,
             span_str(i == 0 ? "{\"sourceFile\":\"key\",\"grouped\":true}"
                             : "{\"sourceFile\":\"key\"}"));
        send_part(&decoder, 0, MESSAGE_DATA_MAX);
        out = finish(&decoder);
        assert_int_equal(out.last, MESSAGE_RESULT);
        assert_string_equal(json_to_str(json_find(out.json, "imageinfo.SourceFile")), "key");
        assert_string_equal(json_to_str(json_find(out.json, "summary.format")), names[i]);
        assert_int_equal(json_member(out.json, "grouped") != NULL, i == 0);
        json_release(out.json);
    }
}

/* Nobody is left to answer, or it is no worker: the process ends and says nothing. */
static void without_its_worker_it_ends(void **state)
{
    static const struct {
        const char *label;
        bool prepared;
        uint32_t type, then; /* 0: none */
        uint64_t offset;
    } cases[] = {
        { "before PREPARE", false, 0, 0, 0 },
        { "another message for PREPARE", false, MESSAGE_FILLED, 0, 0 },
        { "before the job", true, 0, 0, 0 },
        { "no part comes", true, MESSAGE_READ_META, 0, 0 },
        { "another message for the part", true, MESSAGE_READ_META, MESSAGE_FILLED, 0 },
        { "another part", true, MESSAGE_READ_META, MESSAGE_DATA, 65536 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct decoder decoder;
        struct outcome out;

        print_message("case: %s\n", cases[i].label);
        decoder_start(&decoder, span_str("bytes"));
        if (cases[i].prepared) {
            prepare(&decoder, MESSAGE_NO_PICTURE);
        }
        if (cases[i].type != 0) {
            tell(&decoder, cases[i].type, 5, 0,
                 span_str(cases[i].type == MESSAGE_READ_META ? "{\"sourceFile\":\"a\"}" : ""));
        }
        if (cases[i].then != 0) {
            tell(&decoder, cases[i].then, cases[i].offset, 0, span_str(""));
        }
        close(decoder.to);
        decoder.to = -1;
        out = finish(&decoder);
        assert_int_equal(out.last, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_are_rendered_with_what_they_keep),
        cmocka_unit_test(raw_is_served_by_its_preview),
        cmocka_unit_test(raw_without_a_jpeg_is_served_by_its_first_page),
        cmocka_unit_test(what_ends_early_is_said_in_a_warning),
        cmocka_unit_test(objects_that_cannot_be_rendered),
        cmocka_unit_test(places_in_the_memory_file),
        cmocka_unit_test(orders_that_are_none),
        cmocka_unit_test(metadata_asks_for_the_parts_that_it_needs),
        cmocka_unit_test(without_its_worker_it_ends),
    };

    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
