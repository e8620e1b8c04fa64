#include "meta/maker_google.h"

#include <ctype.h>
#include <string.h>

#include "base/digest.h"
#include "meta/print.h"

#define MAGIC_BYTES  5 /* "HDRP" and the version */
#define VERSION_TEXT 2
#define KEY          UINT64_C(0x2515606b4a7791cd)
#define MULTIPLIER   UINT64_C(0x2545f4914f6cdd1d) /* of xorshift64*; the product is kept */
#define MAX_FIELDS   100000

static const struct place google_place = { "MakerNotes", "Google", 0, 0 };

void google_cipher(uint8_t *bytes, size_t len)
{
    uint64_t key = KEY;

    for (size_t i = 0; i < len; i++) {
        if (i % 8 == 0) {
            key ^= key >> 12;
            key ^= key << 25;
            key ^= key >> 27;
            key *= MULTIPLIER;
        }
        bytes[i] ^= (uint8_t)(key >> 8 * (i % 8));
    }
}

bool google_date(const struct tag_env *env, struct buf *out)
{
    print_unix_time(raw_int(env), out);
    buf_add_str(out, "+00:00");
    return true;
}

bool google_date_ms(const struct tag_env *env, struct buf *out)
{
    int64_t ms = raw_int(env);

    if (ms < 0) {
        return false;
    }
    print_unix_time(ms / 1000, out);
    buf_printf(out, ".%.3d+00:00", (int)(ms % 1000));
    return true;
}

/* A protocol buffer (developers.google.com/protocol-buffers/docs/encoding). */

static uint64_t varint(struct cursor *in)
{
    uint64_t number = 0;

    for (unsigned shift = 0; shift < 64 && !in->bad; shift += 7) {
        uint8_t byte = cursor_u8(in);

        number |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80) {
            return number;
        }
    }
    in->bad = true;
    return 0;
}

enum wire { WIRE_VARINT = 0, WIRE_64 = 1, WIRE_BYTES = 2, WIRE_32 = 5 };

/* The value of a field; a format of NONE for what is passed over. */
static struct value field_value(struct meta_scan *scan, struct cursor *in, unsigned wire)
{
    struct value value = { .count = 1 };
    uint64_t number;
    uint8_t *keep;

    switch (wire) {
    case WIRE_VARINT:
        number = varint(in);
        keep = arena_take(scan->reader.arena, 8);
        return keep == NULL ? value : value_number((int64_t)number, keep);
    case WIRE_64:
        cursor_bytes(in, 8);
        return value;
    case WIRE_BYTES:
        value.bytes = cursor_bytes(in, varint(in));
        value.format = FORMAT_TEXT;
        value.count = (uint32_t)value.bytes.len;
        return value;
    case WIRE_32:
        value.bytes = cursor_bytes(in, 4);
        value.format = FORMAT_FLOAT;
        return value;
    default:
        in->bad = true;
        return value;
    }
}

static bool is_message(uint32_t id)
{
    static const uint32_t messages[] = { 0x01, 0x09, 0x0c, 0x0924, 0x0c0c, 0x0c0d };

    for (size_t i = 0; i < ARRAY_LEN(messages); i++) {
        if (messages[i] == id) {
            return true;
        }
    }
    return false;
}

/* Messages nest three deep at most: is_message() knows no deeper one. */
static void read_message(struct meta_scan *scan, const struct tag_table *table, struct span bytes,
                         uint32_t above)
{
    struct cursor in = { .in = bytes };

    for (int i = 0; i < MAX_FIELDS && !in.bad && cursor_left(&in) > 0; i++) {
        uint64_t key = varint(&in), number = key >> 3;
        struct value value = field_value(scan, &in, (unsigned)(key & 7));
        uint32_t id = above << 8 | (uint32_t)(number & 0xff);
        const struct tag *row;

        if (in.bad || number == 0 || number > 0xff || value.format == FORMAT_NONE) {
            continue;
        }
        row = tag_find(table, id);
        if (row != NULL && value.bytes.len > 0) {
            store_add(&scan->store, &google_place, row, &value);
        } else if (value.format == FORMAT_TEXT && table == &google_table && is_message(id)) {
            read_message(scan, table, value.bytes, id);
        }
    }
}

/* Text: lines that begin a section, "Time log:", and indented ones in it. */
static const struct text_name sections[] = {
    { "InitParams", "InitParamsText" },
    { "Logging metadata", "LoggingMetadataText" },
    { "Payload metadata", "PayloadMetadataText" },
    { "GoudaRequest", "GoudaRequestText" },
    { "Rectiface", "RectifaceText" },
    { "ShotLogData", "ShotLogDataText" },
    { "ShotParams", "ShotParamsText" },
    { "StaticMetadata", "StaticMetadataText" },
    { "Summary", "SummaryText" },
    { "Time log", "TimeLogText" },
    { "Unused logging metadata", "UnusedLoggingMetadata" },
};

static struct span line_of(struct span text)
{
    const uint8_t *end = text.len > 0 ? memchr(text.data, '\n', text.len) : NULL;

    return (struct span){ text.data, end != NULL ? (size_t)(end - text.data) : text.len };
}

/* "Payload frame 00 (base64): EAAA…" */
static bool add_picture(struct meta_scan *scan, struct span line)
{
    static const char mark[] = " (base64): ";
    const uint8_t *at = line.len > 0 ? memmem(line.data, line.len, mark, sizeof mark - 1) : NULL;
    CLEANUP(buf_release) struct buf name = BUF_INIT(64);
    struct span data;
    bool capital = true;
    size_t n_padding = 0;

    if (at == NULL) {
        return false;
    }
    for (const uint8_t *c = line.data; c < at; c++) {
        if (*c != ' ') {
            buf_add_byte(&name, capital ? (uint8_t)toupper(*c) : *c);
        }
        capital = *c == ' ';
    }
    data = span_from(line, (size_t)(at - line.data) + sizeof mark - 1);
    while (n_padding < data.len && data.data[data.len - 1 - n_padding] == '=') {
        n_padding++;
    }
    if (!name.overflowed && name.len > 0) {
        store_add_binary(&scan->store, &google_place,
                         arena_text(scan->reader.arena, buf_span(&name)),
                         (data.len - n_padding) * 3 / 4);
    }
    return true;
}

static const char *section_of(struct span line)
{
    if (line.len > 0 && line.data[line.len - 1] == ':') {
        line.len--;
    }
    for (size_t i = 0; i < ARRAY_LEN(sections); i++) {
        if (span_equal(line, span_str(sections[i].value))) {
            return sections[i].name;
        }
    }
    return NULL;
}

static bool is_note(struct span line)
{
    return line.len > 1 && isalpha(line.data[0]) && line.data[line.len - 1] == '.';
}

static void read_text(struct meta_scan *scan, struct span text)
{
    while (text.len > 0) {
        struct span line = line_of(text), rest = span_from(text, line.len + 1);
        const char *section = section_of(line);

        if (section != NULL) {
            struct span body = rest;

            while (rest.len > 0 && (rest.data[0] == ' ' || rest.data[0] == '\n')) {
                rest = span_from(rest, line_of(rest).len + 1);
            }
            store_add_binary(&scan->store, &google_place, section, body.len - rest.len);
        } else if (!add_picture(scan, line) && is_note(line)) {
            store_add_text(&scan->store, &google_place, "ProcessingNotes", line);
        }
        text = rest;
    }
}

/* The note in memory of its own, deciphered and unpacked. */
static bool unpack(struct meta_scan *scan, struct span note, struct span *out)
{
    uint8_t *copy;

    if (note.len <= MAGIC_BYTES || memcmp(note.data, "HDRP", 4) != 0) {
        return false;
    }
    note = span_from(note, MAGIC_BYTES);
    copy = arena_take(scan->reader.arena, note.len);
    if (copy == NULL) {
        return false;
    }
    memcpy(copy, note.data, note.len);
    google_cipher(copy, note.len);
    return reader_inflate(&scan->reader, (struct span){ copy, note.len }, out);
}

int google_read(struct meta_scan *scan, struct span note)
{
    struct span plain;

    if (!unpack(scan, note, &plain)) {
        return 0;
    }
    if (note.data[4] == VERSION_TEXT) {
        read_text(scan, plain);
    } else {
        read_message(scan, &google_table, plain, 0);
    }
    return 0;
}

void google_read_base64(struct meta_scan *scan, struct span text, bool is_shot_log)
{
    CLEANUP(buf_release) struct buf padded = BUF_INIT(text.len + 4), bytes = BUF_INIT(text.len + 4);
    struct span plain;

    buf_add_span(&padded, text);
    while (padded.len % 4 != 0) {
        buf_add_byte(&padded, '=');
    }
    if (!digest_base64_decode(buf_span(&padded), &bytes)) {
        return;
    }
    if (!is_shot_log) {
        (void)google_read(scan, buf_span(&bytes));
    } else if (unpack(scan, buf_span(&bytes), &plain)) {
        read_message(scan, &google_shot_log, plain, 0);
    }
}
