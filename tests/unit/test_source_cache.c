/* base/source_cache: how many requests and bytes a way of reading costs, and that the bytes are
 * right. */
#include "lib/unit.h"

#include "base/mem.h"
#include "base/source_cache.h"

#define KIB 1024u
#define MIB (1024u * 1024)

/* An object whose byte i is a function of i, and a count of what was read of it. */
struct remote {
    uint64_t size, reads, last_offset, cut_at;
    size_t last_len;
    bool streams_fail;
};

static uint8_t byte_at(uint64_t i)
{
    return (uint8_t)(i * 31 + (i >> 8) * 7 + (i >> 16));
}

static int remote_read(void *ctx, uint64_t offset, void *out, size_t len, size_t *got,
                       struct err *err)
{
    struct remote *remote = ctx;

    if (remote->cut_at > 0 && offset >= remote->cut_at) {
        return err_set(err, ERR_TRANSIENT, "connection reset");
    }
    remote->reads++;
    remote->last_offset = offset;
    remote->last_len = len;
    for (size_t i = 0; i < len; i++) {
        ((uint8_t *)out)[i] = byte_at(offset + i);
    }
    *got = len;
    return 0;
}

static const struct source_ops remote_ops = { remote_read, NULL, NULL };

static int remote_stream(void *ctx, int (*take)(void *, struct span, struct err *), void *take_ctx,
                         struct err *err)
{
    struct remote *remote = ctx;
    uint8_t piece[10007];

    for (uint64_t at = 0; at < remote->size; at += sizeof piece) {
        size_t len = remote->size - at < sizeof piece ? (size_t)(remote->size - at) : sizeof piece;

        if (remote->streams_fail && at > MIB) {
            return err_set(err, ERR_CHANGED, "the object has changed");
        }
        for (size_t i = 0; i < len; i++) {
            piece[i] = byte_at(at + i);
        }
        TRY(take(take_ctx, (struct span){ piece, len }, err));
    }
    return 0;
}

static void assert_bytes(struct source *src, uint64_t offset, size_t len)
{
    uint8_t *bytes = mem_alloc(len);
    struct err err;

    assert_int_equal(source_exact(src, offset, bytes, len, &err), 0);
    for (size_t i = 0; i < len; i++) {
        if (bytes[i] != byte_at(offset + i)) {
            fail_msg("byte %zu of %zu at %llu", i, len, (unsigned long long)offset);
        }
    }
    mem_free(bytes);
}

struct step {
    uint64_t offset;
    size_t len;
};

static void ways_of_reading_cost_what_they_should(void **state)
{
    static const struct {
        const char *label;
        struct step steps[8];
        uint64_t requests, bytes;
    } cases[] = {
        { "small steps in the head", { { 0, 2 }, { 2, 10 }, { 60000, 100 } }, 1, 64 * KIB },
        { "head and tail", { { 0, 16 }, { 9 * MIB, 100 } }, 2, 128 * KIB },
        { "back to what is kept", { { 0, 16 }, { 9 * MIB, 100 }, { 5, 5 } }, 2, 128 * KIB },
        { "runs on: 64, 256, 1024 KiB", { { 0, 1300 * KIB } }, 3, (64 + 256 + 1024) * KIB },
        { "a gap of 32 KiB is read along", { { 0, 4 }, { 96 * KIB, 4 } }, 2, 320 * KIB },
        { "a gap of more is not", { { 0, 4 }, { 96 * KIB + 1, 4 } }, 2, 128 * KIB },
        { "over a boundary", { { 64 * KIB - 1, 2 } }, 1, 64 * KIB },
        { "a rest of 128 KiB after a jump",
          { { 0, 16 }, { 10 * MIB - 128 * KIB, 4 }, { 10 * MIB - 4, 4 } },
          2,
          192 * KIB },
        { "a rest of more", { { 0, 16 }, { 10 * MIB - 128 * KIB - 1, 4 } }, 2, 128 * KIB },
        { "the last bytes", { { 10 * MIB - 10, 10 } }, 1, 10 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct remote remote = { .size = 10 * MIB };
        struct source far = { &remote_ops, &remote, remote.size };
        CLEANUP(source_cache_freep) struct source_cache *cache = source_cache_new(&far, NULL);

        print_message("case: %s\n", cases[i].label);
        for (size_t k = 0; k < 8 && cases[i].steps[k].len > 0; k++) {
            assert_bytes(source_cache_source(cache), cases[i].steps[k].offset,
                         cases[i].steps[k].len);
        }
        assert_int_equal(source_cache_requests(cache), cases[i].requests);
        assert_int_equal(source_cache_bytes(cache), cases[i].bytes);
    }
}

static void jump_about(struct source *src, uint64_t from, int n)
{
    for (int i = 0; i < n; i++) {
        assert_bytes(src, from + (uint64_t)i * 256 * KIB, 10);
    }
}

static void one_stream_takes_over_after_32_requests(void **state)
{
    struct remote remote = { .size = 64 * MIB };
    struct source far = { &remote_ops, &remote, remote.size };
    struct source_stream stream = { remote_stream, &remote };
    CLEANUP(source_cache_freep) struct source_cache *cache = source_cache_new(&far, &stream);

    (void)state;
    jump_about(source_cache_source(cache), 0, 32);
    assert_int_equal(source_cache_requests(cache), 32);
    jump_about(source_cache_source(cache), 8 * MIB, 100);
    assert_bytes(source_cache_source(cache), 34 * MIB, 2 * MIB);
    assert_int_equal(source_cache_requests(cache), 33);
    assert_int_equal(remote.reads, 32);
    assert_bytes(source_cache_source(cache), 0, 1000); /* the head is kept */
    assert_true(source_cache_bytes(cache) < 40 * MIB); /* and the rest was not read */
}

static void what_the_stream_has_passed_reads_as_the_end(void **state)
{
    struct remote remote = { .size = 64 * MIB };
    struct source far = { &remote_ops, &remote, remote.size };
    struct source_stream stream = { remote_stream, &remote };
    CLEANUP(source_cache_freep) struct source_cache *cache = source_cache_new(&far, &stream);
    uint8_t byte;
    size_t got;
    struct err err;

    (void)state;
    jump_about(source_cache_source(cache), 0, 32);
    assert_bytes(source_cache_source(cache), 60 * MIB, 1);
    assert_int_equal(source_read(source_cache_source(cache), 30 * MIB, &byte, 1, &got, &err), 0);
    assert_int_equal(got, 0);
}

static void failures_come_through(void **state)
{
    struct remote remote = { .size = 64 * MIB, .cut_at = 32 * MIB, .streams_fail = true };
    struct source far = { &remote_ops, &remote, remote.size };
    struct source_stream stream = { remote_stream, &remote };
    CLEANUP(source_cache_freep) struct source_cache *cache = source_cache_new(&far, &stream);
    uint8_t byte;
    size_t got;
    struct err err;

    (void)state;
    assert_int_equal(source_read(source_cache_source(cache), 40 * MIB, &byte, 1, &got, &err), -1);
    assert_int_equal(err.kind, ERR_TRANSIENT);
    jump_about(source_cache_source(cache), 0, 31);
    assert_int_equal(source_read(source_cache_source(cache), 30 * MIB, &byte, 1, &got, &err), -1);
    assert_int_equal(err.kind, ERR_CHANGED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ways_of_reading_cost_what_they_should),
        cmocka_unit_test(one_stream_takes_over_after_32_requests),
        cmocka_unit_test(what_the_stream_has_passed_reads_as_the_end),
        cmocka_unit_test(failures_come_through),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
