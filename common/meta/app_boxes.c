/* Segments of marked-up content: JUMBF (ISO/IEC 19566-5) and Media Jukebox's XML. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "meta/app.h"
#include "meta/name.h"
#include "meta/print.h"

#define BOX_HEADER       8
#define PART_HEADER      6  /* instance, number of the part */
#define DESCRIPTION_TYPE 16 /* a UUID */
#define HAS_LABEL        2  /* of the description's toggles */
#define MAX_BOXES        200
#define MAX_ELEMENTS     100
#define DAYS_TO_1970     25569 /* from 30 December 1899 */
#define SECONDS_A_DAY    86400.0

static const struct place jumbf_place = { "JUMBF", "JUMBF", 0,
                                          PRIORITY_LOW }; /* the first stands */

static bool is_letter_or_digit(uint8_t c)
{
    return text_is_digit(c) || text_is_letter(c);
}

/* A UUID whose first four bytes are letters, where they are: "(c2pa)-0011-0010-800000aa00389b71".
 */
static void description_type(struct span uuid, struct buf *out)
{
    bool letters = true;

    for (size_t i = 0; i < 4; i++) {
        letters = letters && is_letter_or_digit(uuid.data[i]);
    }
    for (size_t i = 0; i < uuid.len; i++) {
        if (i == 4 || i == 6 || i == 8) {
            buf_add_byte(out, '-');
        }
        if (letters && i < 4) {
            buf_printf(out, "%s%c%s", i == 0 ? "(" : "", uuid.data[i], i == 3 ? ")" : "");
        } else {
            buf_printf(out, "%02x", uuid.data[i]);
        }
    }
}

/* Type, toggles, a label where these say so. */
static void read_description(struct meta_scan *scan, struct span in)
{
    CLEANUP(buf_release) struct buf type = BUF_INIT(64);
    struct cursor at = { .in = in, .big_endian = true };
    struct span uuid = cursor_bytes(&at, DESCRIPTION_TYPE), label;
    uint8_t toggles = cursor_u8(&at);
    const uint8_t *end;

    if (at.bad) {
        return;
    }
    description_type(uuid, &type);
    (void)store_add_text(&scan->store, &jumbf_place, "JUMDType", buf_span(&type));
    label = span_from(in, at.at);
    end = label.len > 0 ? memchr(label.data, 0, label.len) : NULL;
    if ((toggles & HAS_LABEL) && end != NULL) {
        label.len = (size_t)(end - label.data);
        (void)store_add_text(&scan->store, &jumbf_place, "JUMDLabel", label);
    }
}

static void read_boxes(struct meta_scan *scan, struct span in, uint32_t *n_boxes)
{
    struct cursor at = { .in = in, .big_endian = true };

    if (!scan_enter(scan)) {
        return;
    }
    while (cursor_left(&at) >= BOX_HEADER && (*n_boxes)++ < MAX_BOXES) {
        uint32_t len = cursor_u32(&at);
        struct span type = cursor_bytes(&at, 4), data;

        if (len == 0) {
            len = (uint32_t)cursor_left(&at) + BOX_HEADER; /* to the end */
        }
        data = cursor_bytes(&at, len < BOX_HEADER ? UINT32_MAX : len - BOX_HEADER);
        if (at.bad) {
            break;
        }
        if (span_equal(type, span_str("jumb"))) {
            read_boxes(scan, data, n_boxes);
        } else if (span_equal(type, span_str("jumd"))) {
            read_description(scan, data);
        }
    }
    scan_leave(scan);
}

/* "JP", instance and number of the part; then boxes. A part that is not the first adds nothing that
 * is told. */
int app_jumbf(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    struct span in = segment->payload;
    uint32_t n_boxes = 0;

    (void)err;
    if (in.len < PART_HEADER + 2 * BOX_HEADER || get_u32(in.data + 2, true) != 1) {
        return 0;
    }
    in = span_from(in, PART_HEADER);
    if (memcmp(in.data + 4, "jumb", 4) == 0) {
        /* the outer box may run on in other segments */
        read_boxes(scan, span_from(in, BOX_HEADER), &n_boxes);
    }
    return 0;
}

/* Days since 30 December 1899, as spreadsheets count them. */
static void jukebox_date(struct span text, struct buf *out)
{
    double seconds = (number_parse(text, NULL) - DAYS_TO_1970) * SECONDS_A_DAY;

    if (fabs(seconds) < 1e12) {
        print_unix_time((int64_t)floor(seconds + 0.5), out);
    }
}

static void jukebox_add(struct meta_scan *scan, struct span element, struct span text)
{
    static const struct place place = { "XML", "MediaJukebox", 0, 0 };
    CLEANUP(buf_release) struct buf date = BUF_INIT(64);
    const char *name = name_from_text(scan, element);

    if (name != NULL && strcmp(name, "Date") == 0) {
        jukebox_date(text, &date);
        text = buf_span(&date);
    }
    if (name != NULL) {
        (void)store_add_text(&scan->store, &place, name, text);
    }
}

/* Up to the next `mark`, which is passed over; the rest where there is none. */
static struct span next_until(struct cursor *at, char mark)
{
    struct span rest = span_from(at->in, at->at);
    const uint8_t *end = rest.len > 0 ? memchr(rest.data, mark, rest.len) : NULL;

    rest.len = end == NULL ? rest.len : (size_t)(end - rest.data);
    at->at += rest.len + 1;
    return rest;
}

/* Two bytes, then one level of elements without attributes inside MJMD. */
int app_media_jukebox(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    struct cursor at = { .in = segment->payload };
    struct span open = { NULL, 0 };

    (void)err;
    for (uint32_t i = 0; i < 2 * MAX_ELEMENTS && cursor_left(&at) > 0; i++) {
        struct span text = next_until(&at, '<'), element = next_until(&at, '>');
        struct span name = span_from(element, 1);

        if (open.len > 0 && element.len > 1 && element.data[0] == '/' && span_equal(name, open)) {
            jukebox_add(scan, open, text);
        }
        open = element;
    }
    return 0;
}
