#include "image/codec_jpeg_progressive.h"

#include <string.h>

#include "image/codec_jpeg.h"

#define SOS 0xda /* T.81 table B.1 */
#define TEM 0x01

/* Refinements down to this bit position (Al) are left out: it is 2 units of a quantised coefficient
 * at most, of which the reduction shows a fraction. */
#define LOST_BIT 1

size_t jpeg_end_of_data(struct span file, size_t at)
{
    while (at + 1 < file.len) {
        const uint8_t *ff = memchr(file.data + at, 0xff, file.len - 1 - at);
        uint8_t code;

        if (!ff) {
            break;
        }
        at = (size_t)(ff - file.data);
        code = ff[1];
        if (code == 0xff) {
            at++; /* a fill byte */
        } else if (code == 0 || code == TEM || (code >= JPEG_RST0 && code <= JPEG_RST0 + 7)) {
            at += 2;
        } else {
            return at;
        }
    }
    return file.len;
}

struct span jpeg_segment_at(struct span file, size_t at)
{
    struct span head, whole;

    if (!span_slice(file, at, 4, &head) || head.data[0] != 0xff || head.data[1] == JPEG_EOI ||
        !span_slice(file, at, 2 + (uint64_t)(head.data[2] << 8 | head.data[3]), &whole)) {
        return (struct span){ 0 };
    }
    return whole;
}

/* A scan header (T.81, B.2.3): marker, length, count, two bytes a component, Ss, Se, Ah and Al. */
struct scan_head {
    uint8_t n, component, first, high, low;
};

static bool read_scan_head(struct span segment, struct scan_head *out)
{
    size_t tail;

    if (segment.len < 8 || segment.len < 8 + 2 * (size_t)segment.data[4] || segment.data[4] == 0) {
        return false;
    }
    tail = 5 + 2 * (size_t)segment.data[4];
    *out = (struct scan_head){ .n = segment.data[4],
                               .component = segment.data[5],
                               .first = segment.data[tail],
                               .high = segment.data[tail + 2] >> 4,
                               .low = segment.data[tail + 2] & 15 };
    return true;
}

/* dropped: components of which a band was left out; their refinements would not find it. */
static bool is_wanted(const struct scan_head *head, uint32_t last, bool dropped[256])
{
    if (head->first == 0 || head->n != 1) {
        return true; /* DC */
    }
    if (head->high == 0) {
        dropped[head->component] |= head->first > last;
        return head->first <= last;
    }
    return head->low > LOST_BIT && !dropped[head->component];
}

static bool keep(struct kept_spans *out, struct span file, size_t from, size_t to)
{
    if (out->n == KEPT_SPANS_MAX) {
        return false;
    }
    if (to > from) {
        out->spans[out->n++] = (struct span){ file.data + from, to - from };
    }
    return true;
}

int kept_spans_of(struct span file, size_t from, uint32_t last, uint32_t max_scans,
                  struct kept_spans *out, struct err *err)
{
    bool dropped[256] = { false };
    uint32_t n_scans = 1;
    size_t at = jpeg_end_of_data(file, from);

    *out = (struct kept_spans){ 0 };
    while (at < file.len) {
        struct span segment = jpeg_segment_at(file, at);
        size_t behind = at + segment.len;
        struct scan_head head;

        if (segment.len == 0) {
            break;
        }
        if (segment.data[1] != SOS) {
            at = behind;
            continue;
        }
        if (++n_scans > max_scans) {
            return err_limit(err, NULL, max_scans, n_scans, "the JPEG has too many scans");
        }
        behind = jpeg_end_of_data(file, behind);
        if (read_scan_head(segment, &head) && !is_wanted(&head, last, dropped)) {
            if (!keep(out, file, from, at)) {
                break;
            }
            from = behind;
        }
        at = behind;
    }
    if (!keep(out, file, from, file.len)) {
        out->spans[out->n - 1].len = file.len - (size_t)(out->spans[out->n - 1].data - file.data);
    }
    return 0;
}
