#include "meta/trailer.h"

#include <string.h>

#include "meta/blocks.h"
#include "meta/value.h"

#define SMALL_OBJECT_BYTES (256u << 10)
#define MAX_TRAILER_BYTES  (1u << 20)
#define MAX_TRAILERS       16
#define TAIL_BYTES         64 /* the longest footer: Canon's */

/* The end of what is not read yet: its last bytes, and the place behind them. */
struct tail {
    uint8_t bytes[TAIL_BYTES];
    uint64_t end;
};

/* How long the trailer is that ends here; 0: another kind. */
typedef int trailer_length(struct meta_scan *scan, const struct tail *tail, uint64_t *len,
                           struct err *err);

static const uint8_t *last(const struct tail *tail, size_t n)
{
    return tail->bytes + TAIL_BYTES - n;
}

/* "AXS!" (or '*': little-endian), where it began, a reserved word. */
static int afcp_length(struct meta_scan *scan, const struct tail *tail, uint64_t *len,
                       struct err *err)
{
    const uint8_t *foot = last(tail, 12);
    uint64_t start;

    (void)scan;
    (void)err;
    if (memcmp(foot, "AXS", 3) == 0 && (foot[3] == '!' || foot[3] == '*')) {
        start = get_u32(foot + 4, foot[3] == '!');
        *len = start < tail->end ? tail->end - start : 0;
    }
    return 0;
}

/* The name, the length of what lies between header (28 bytes) and footer (64 bytes). */
static int canon_vrd_length(struct meta_scan *scan, const struct tail *tail, uint64_t *len,
                            struct err *err)
{
    const uint8_t *foot = last(tail, 64);

    (void)scan;
    (void)err;
    if (memcmp(foot, "CANON OPTIONAL DATA\0", 20) == 0) {
        *len = (uint64_t)get_u32(foot + 20, true) + 28 + 64;
    }
    return 0;
}

/* Kind, length of it all, signature. */
static int foto_station_length(struct meta_scan *scan, const struct tail *tail, uint64_t *len,
                               struct err *err)
{
    (void)scan;
    (void)err;
    if (get_u32(last(tail, 4), true) == 0xa1b2c3d4) {
        *len = get_u32(last(tail, 8), true);
    }
    return 0;
}

/* The length of the data in front, signature. */
static int photo_mechanic_length(struct meta_scan *scan, const struct tail *tail, uint64_t *len,
                                 struct err *err)
{
    (void)scan;
    (void)err;
    if (memcmp(last(tail, 8), "cbipcbbl", 8) == 0) {
        *len = (uint64_t)get_u32(last(tail, 12), true) + 12;
    }
    return 0;
}

/* MIE 1.1: the last element ends in its length (4 or 8 bytes), byte order and length's length. */
static int mie_length(struct meta_scan *scan, const struct tail *tail, uint64_t *len,
                      struct err *err)
{
    const uint8_t *foot = last(tail, 10), *wide = last(tail, 14);
    bool big = foot[8] == 0x10;

    (void)scan;
    (void)err;
    if (foot[8] != 0x10 && foot[8] != 0x18) {
        return 0;
    }
    if (foot[9] == 4 && memcmp(foot, "~\0\0\6", 4) == 0) {
        *len = get_u32(foot + 4, big);
    } else if (foot[9] == 8 && memcmp(wide, "~\0\0\12", 4) == 0) {
        *len = get_u64(wide + 4, big);
    }
    return 0;
}

/* Bytes that lie behind Samsung's directory: "QDIO" to "QDIOBS". */
static uint64_t samsung_padding(const struct tail *tail)
{
    uint64_t len = 0;

    if (memcmp(last(tail, 6), "QDIOBS", 6) == 0) {
        len = (uint64_t)get_u32(last(tail, 10), false) + 10;
    }
    return len;
}

/* The directory "SEFH" … length "SEFT"; its entries tell how far in front of it their data lie. */
static int samsung_length(struct meta_scan *scan, const struct tail *tail, uint64_t *len,
                          struct err *err)
{
    uint64_t end = tail->end - samsung_padding(tail), directory, far = 0;
    uint8_t word[12];
    bool whole;
    uint32_t n;

    if (end > tail->end || end < 20) {
        return 0;
    }
    TRY(reader_peek(&scan->reader, end - 8, word, 8, &whole, err));
    if (!whole || memcmp(word + 4, "SEFT", 4) != 0 || get_u32(word, false) > end - 8) {
        return 0;
    }
    directory = end - 8 - get_u32(word, false);
    TRY(reader_peek(&scan->reader, directory, word, 12, &whole, err));
    if (!whole || memcmp(word, "SEFH", 4) != 0) {
        return 0;
    }
    n = get_u32(word + 8, false);
    for (uint64_t i = 0; i < n && directory + 24 + 12 * i <= end; i++) {
        TRY(reader_peek(&scan->reader, directory + 12 + 12 * i, word, 12, &whole, err));
        if (whole && get_u32(word + 4, false) > far) {
            far = get_u32(word + 4, false);
        }
    }
    *len = far <= directory ? tail->end - directory + far : 0;
    return 0;
}

/* Ends in a fixed pattern, and its text begins with the maker's name; between them the text's
 * length and 47 bytes. */
static int vivo_length(struct meta_scan *scan, const struct tail *tail, uint64_t *len,
                       struct err *err)
{
    static const uint8_t pattern[] = { 0xff, 0xff, 0xff, 0xff, 0x1b, 0x2a, 0x39, 0x48,
                                       0x57, 0x66, 0x75, 0x84, 0x93, 0xa2, 0xb1 };

    (void)scan;
    (void)err;
    if (memcmp(last(tail, sizeof pattern), pattern, sizeof pattern) == 0 &&
        memcmp(last(tail, 42), "cameralbum!", 11) == 0) {
        *len = (uint64_t)get_u32(last(tail, 46), true) + 46 + 4;
    }
    return 0;
}

static const struct {
    trailer_length *length;
    trailer_reader *read;
} kinds[] = {
    { afcp_length, trailer_afcp },
    { canon_vrd_length, trailer_canon_vrd },
    { foto_station_length, trailer_foto_station },
    { mie_length, trailer_mie },
    { photo_mechanic_length, trailer_photo_mechanic },
    { samsung_length, trailer_samsung },
    { vivo_length, trailer_vivo },
};

struct span trailer_slice(const struct trailer *trailer, uint64_t offset, uint64_t len)
{
    struct span out;

    if (offset < trailer->offset ||
        !span_slice(trailer->bytes, offset - trailer->offset, len, &out)) {
        return (struct span){ NULL, 0 };
    }
    return out;
}

int trailer_iptc(struct meta_scan *scan, struct trailer *trailer, struct span block,
                 struct err *err)
{
    static const char *const groups[] = { "IPTC2", "IPTC3", "IPTC4", "IPTC5" };
    size_t n = trailer->n_iptc < ARRAY_LEN(groups) ? trailer->n_iptc : ARRAY_LEN(groups) - 1;
    struct place place = { .g0 = "IPTC", .g1 = groups[n], .priority = PRIORITY_LOW };

    trailer->n_iptc++;
    return iptc_read_as(scan, &place, block, err);
}

/* The trailer that ends at tail->end, which moves to where it begins; *found false for none. */
static int read_last(struct meta_scan *scan, struct tail *tail, uint32_t *n_iptc, bool *found,
                     struct err *err)
{
    *found = false;
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        struct trailer trailer = { .n_iptc = *n_iptc };
        uint64_t len = 0;

        TRY(kinds[i].length(scan, tail, &len, err));
        if (len == 0 || len > tail->end) {
            continue;
        }
        tail->end -= len;
        *found = true;
        if (len <= MAX_TRAILER_BYTES) {
            trailer.offset = tail->end;
            TRY(reader_bytes(&scan->reader, tail->end, len, &trailer.bytes, err));
            TRY(kinds[i].read(scan, &trailer, err));
            *n_iptc = trailer.n_iptc;
        }
        return 0;
    }
    return 0;
}

int trailers_read(struct meta_scan *scan, struct err *err)
{
    struct tail tail = { .end = scan->reader.size };
    uint32_t n_iptc = 0;

    trailer_google(scan);
    if (scan->reader.size > SMALL_OBJECT_BYTES) {
        return 0;
    }
    for (int i = 0; i < MAX_TRAILERS && tail.end > TAIL_BYTES; i++) {
        bool whole, found;

        TRY(reader_peek(&scan->reader, tail.end - TAIL_BYTES, tail.bytes, TAIL_BYTES, &whole, err));
        if (!whole) {
            break;
        }
        TRY(read_last(scan, &tail, &n_iptc, &found, err));
        if (!found) {
            break;
        }
    }
    return 0;
}
