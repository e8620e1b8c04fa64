#include "remote.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/mem.h"

#define PART_BYTES MESSAGE_DATA_MAX
#define PARTS      24 /* 1.5 MiB */

struct remote_part {
    uint64_t offset, used_at; /* used_at 0: empty */
    size_t len;
    uint8_t *bytes;
};

/* Blocks for the worker's next message of this type. Without the worker there is nobody to answer.
 */
static struct message hear(struct remote *remote, enum message_type type, struct span *payload)
{
    struct message message;
    struct err err;

    if (message_read(SANDBOX_FD_IN, remote->reader, &message, payload, &err) != 0 ||
        message.type != type) {
        _exit(SANDBOX_EXIT_DONE);
    }
    return message;
}

int remote_map(struct remote *remote, uint64_t bytes, uint64_t mapped_bytes, struct err *err)
{
    void *at = mmap(NULL, (size_t)mapped_bytes, PROT_READ, MAP_SHARED, SANDBOX_FD_OBJECT, 0);

    if (at == MAP_FAILED) {
        return err_set(err, ERR_LIMIT,
                       "no memory for an object of %llu bytes (INGEST_MAX_DECODE_MEMORY_MIB)",
                       (unsigned long long)bytes);
    }
    remote->mapped = (struct span){ at, (size_t)mapped_bytes };
    remote->bytes = bytes;
    return 0;
}

static void wait_until_filled(struct remote *remote, uint64_t end)
{
    struct span none;

    if (end > remote->bytes) {
        end = remote->bytes;
    }
    while (remote->filled < end) {
        remote->filled = hear(remote, MESSAGE_FILLED, &none).a;
    }
}

static int mapped_map(void *ctx, uint64_t offset, size_t len, struct span *out, struct err *err)
{
    struct remote *remote = ctx;
    uint64_t left = offset < remote->bytes ? remote->bytes - offset : 0;

    (void)err;
    if (len > left) {
        len = (size_t)left;
    }
    wait_until_filled(remote, offset + len);
    *out = len > 0 ? (struct span){ remote->mapped.data + offset, len } : (struct span){ NULL, 0 };
    return 0;
}

static int mapped_read(void *ctx, uint64_t offset, void *out, size_t len, size_t *got,
                       struct err *err)
{
    struct span bytes;

    TRY(mapped_map(ctx, offset, len, &bytes, err));
    *got = bytes.len;
    if (bytes.len > 0) {
        memcpy(out, bytes.data, bytes.len);
    }
    return 0;
}

static const struct source_ops mapped_ops = { mapped_read, mapped_map, NULL };

struct source remote_mapped(struct remote *remote)
{
    return (struct source){ &mapped_ops, remote, remote->bytes };
}

static struct remote_part *find_part(struct remote *remote, uint64_t offset)
{
    struct remote_part *oldest = &remote->parts[0];

    for (size_t i = 0; i < PARTS; i++) {
        struct remote_part *part = &remote->parts[i];

        if (part->used_at > 0 && part->offset == offset) {
            return part;
        }
        if (part->used_at < oldest->used_at) {
            oldest = part;
        }
    }
    oldest->used_at = 0;
    return oldest;
}

static void receive_part(struct remote *remote, struct remote_part *part, uint64_t offset)
{
    struct span payload = { NULL, 0 };
    struct message message = hear(remote, MESSAGE_DATA, &payload);

    if (message.a != offset) {
        _exit(SANDBOX_EXIT_DONE);
    }
    if (part->bytes == NULL) {
        part->bytes = mem_alloc(PART_BYTES);
    }
    if (payload.len > 0) {
        memcpy(part->bytes, payload.data, payload.len);
    }
    part->len = payload.len;
    part->offset = offset;
}

static struct remote_part *get_part(struct remote *remote, uint64_t offset)
{
    struct remote_part *part = find_part(remote, offset);

    if (part->used_at == 0) {
        struct message need = { MESSAGE_NEED, 0, offset, PART_BYTES };
        struct err err;

        if (message_write(SANDBOX_FD_OUT, &need, (struct span){ NULL, 0 }, &err) != 0) {
            _exit(SANDBOX_EXIT_DONE);
        }
        receive_part(remote, part, offset);
    }
    part->used_at = ++remote->clock;
    return part;
}

static int parts_read(void *ctx, uint64_t offset, void *out, size_t len, size_t *got,
                      struct err *err)
{
    struct remote *remote = ctx;

    (void)err;
    *got = 0;
    while (*got < len) {
        uint64_t at = offset + *got;
        struct remote_part *part = get_part(remote, at - at % PART_BYTES);
        size_t skip = (size_t)(at % PART_BYTES);
        size_t n = part->len > skip ? part->len - skip : 0;

        if (n == 0) {
            return 0;
        }
        n = n < len - *got ? n : len - *got;
        memcpy((uint8_t *)out + *got, part->bytes + skip, n);
        *got += n;
    }
    return 0;
}

static const struct source_ops parts_ops = { parts_read, NULL, NULL };

struct source remote_parts(struct remote *remote, uint64_t bytes)
{
    remote->parts = mem_array(PARTS, sizeof *remote->parts);
    receive_part(remote, &remote->parts[0], 0); /* the first one comes unasked */
    remote->parts[0].used_at = ++remote->clock;
    return (struct source){ &parts_ops, remote, bytes };
}
