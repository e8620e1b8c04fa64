/* sandbox/message: who may say what, how long, and messages out of a stream in any pieces. */
#include "lib/unit.h"

#include <unistd.h>

#include "sandbox/message.h"

static void only_what_a_side_may_say_passes(void **state)
{
    static const struct {
        const char *label;
        enum message_sender sender;
        struct message message;
        int want;
    } cases[] = {
        { "ready", FROM_DECODER, { MESSAGE_READY, 0, 0, 0 }, 0 },
        { "ready with a payload", FROM_DECODER, { MESSAGE_READY, 1, 0, 0 }, -1 },
        { "ready from the worker", FROM_WORKER, { MESSAGE_READY, 0, 0, 0 }, -1 },
        { "a job from the decoder", FROM_DECODER, { MESSAGE_RENDER, 10, 0, 0 }, -1 },
        { "longest piece", FROM_DECODER, { MESSAGE_WRITE, MESSAGE_DATA_MAX, 0, 0 }, 0 },
        { "longer piece", FROM_DECODER, { MESSAGE_WRITE, MESSAGE_DATA_MAX + 1, 0, 0 }, -1 },
        { "longest length", FROM_DECODER, { MESSAGE_RESULT, UINT32_MAX, 0, 0 }, -1 },
        { "type 0", FROM_DECODER, { 0, 0, 0, 0 }, -1 },
        { "a gap of the table", FROM_DECODER, { 15, 0, 0, 0 }, -1 },
        { "a type past the table", FROM_DECODER, { 24, 0, 0, 0 }, -1 },
        { "largest type", FROM_DECODER, { UINT32_MAX, 0, 0, 0 }, -1 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct err err = { 0 };

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(message_check(&cases[i].message, cases[i].sender, &err), cases[i].want);
        assert_int_equal(err.kind, cases[i].want == 0 ? ERR_NONE : ERR_MALFORMED);
    }
}

static void feed(struct message_reader *reader, const void *bytes, size_t len)
{
    size_t room;
    uint8_t *to = message_room(reader, &room);

    assert_true(to != NULL && room >= len);
    memcpy(to, bytes, len);
    message_filled(reader, len);
}

static void messages_come_whole_out_of_any_pieces(void **state)
{
    uint8_t stream[2 * sizeof(struct message) + 5];
    struct message first = { MESSAGE_WRITE, 5, 7, 0 }, second = { MESSAGE_READY, 0, 1, 2 };

    (void)state;
    memcpy(stream, &first, sizeof first);
    memcpy(stream + sizeof first, "hello", 5);
    memcpy(stream + sizeof first + 5, &second, sizeof second);
    for (size_t piece = 1; piece <= sizeof stream; piece++) {
        struct message_reader reader;
        struct message message;
        struct span payload;
        size_t n = 0;

        message_reader_init(&reader, FROM_DECODER);
        for (size_t at = 0; at < sizeof stream; at += piece) {
            size_t len = piece < sizeof stream - at ? piece : sizeof stream - at;

            feed(&reader, stream + at, len);
            while (message_next(&reader, &message, &payload, NULL) == 1) {
                const struct message *want = n == 0 ? &first : &second;

                assert_memory_equal(&message, want, sizeof message);
                assert_true(span_equal(payload, span_str(n == 0 ? "hello" : "")));
                n++;
            }
        }
        assert_int_equal(n, 2);
        message_reader_release(&reader);
    }
}

static void a_stream_that_is_none_of_ours_is_refused_at_its_header(void **state)
{
    struct message_reader reader;
    struct message message, bad = { MESSAGE_RESULT, MESSAGE_RESULT_MAX + 1, 0, 0 };
    struct span payload;
    struct err err;

    (void)state;
    message_reader_init(&reader, FROM_DECODER);
    feed(&reader, &bad, sizeof bad);
    assert_int_equal(message_next(&reader, &message, &payload, &err), -1);
    assert_int_equal(err.kind, ERR_MALFORMED);
    message_reader_release(&reader);
}

static void a_message_goes_through_a_pipe(void **state)
{
    struct message_reader reader;
    struct message message = { MESSAGE_DATA, 0, 42, 1 }, got;
    struct span payload;
    struct err err;
    int ends[2];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(message_write(ends[1], &message, span_str("part"), &err), 0);
    close(ends[1]);
    message_reader_init(&reader, FROM_WORKER);
    assert_int_equal(message_read(ends[0], &reader, &got, &payload, &err), 0);
    assert_true(got.type == MESSAGE_DATA && got.length == 4 && got.a == 42 && got.b == 1);
    assert_true(span_equal(payload, span_str("part")));
    assert_int_equal(message_read(ends[0], &reader, &got, &payload, &err), -1);
    message_reader_release(&reader);
    close(ends[0]);
}

static void too_long_a_payload_is_not_sent(void **state)
{
    static const uint8_t bytes[MESSAGE_DATA_MAX + 1];
    struct message message = { .type = MESSAGE_WRITE };
    struct err err;

    (void)state;
    assert_int_equal(message_write(-1, &message, (struct span){ bytes, sizeof bytes }, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_a_side_may_say_passes),
        cmocka_unit_test(messages_come_whole_out_of_any_pieces),
        cmocka_unit_test(a_stream_that_is_none_of_ours_is_refused_at_its_header),
        cmocka_unit_test(a_message_goes_through_a_pipe),
        cmocka_unit_test(too_long_a_payload_is_not_sent),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
