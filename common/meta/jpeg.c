/* JPEG (ITU-T T.81, annex B): the markers in front of the first scan, each handed to who reads it.
 */
#include <stdio.h>
#include <string.h>

#include "meta/blocks.h"
#include "meta/ifd.h"
#include "meta/trailer.h"

enum {
    SOF0 = 0xc0,
    DHT = 0xc4,
    JPG = 0xc8,
    DAC = 0xcc,
    RST0 = 0xd0,
    SOI = 0xd8,
    EOI = 0xd9,
    SOS = 0xda,
    APP0 = 0xe0,
    APP1 = 0xe1,
    COM = 0xfe
};

#define MAX_SEGMENTS   10000
#define MAX_JUNK_BYTES (1u << 20) /* between two segments of a damaged file */
#define MAX_FILL_BYTES 4096
#define END_OF_FILE    (-1)
#define EXIF_SIGNATURE 6 /* bytes */

/* By the low four bits of the SOF marker. */
static const char *const processes[16] = {
    "Baseline DCT, Huffman coding",
    "Extended sequential DCT, Huffman coding",
    "Progressive DCT, Huffman coding",
    "Lossless, Huffman coding",
    NULL,
    "Sequential DCT, differential Huffman coding",
    "Progressive DCT, differential Huffman coding",
    "Lossless, Differential Huffman coding",
    NULL,
    "Extended sequential DCT, arithmetic coding",
    "Progressive DCT, arithmetic coding",
    "Lossless, arithmetic coding",
    NULL,
    "Sequential DCT, differential arithmetic coding",
    "Progressive DCT, differential arithmetic coding",
    "Lossless, differential arithmetic coding",
};

/* Chroma subsampling by the luma component's factors (relative to the others'), as ExifTool puts
 * it.
 */
static const struct {
    uint8_t across, down;
    const char *name;
} subsamplings[] = {
    { 1, 1, "YCbCr4:4:4 (1 1)" }, { 2, 1, "YCbCr4:2:2 (2 1)" }, { 2, 2, "YCbCr4:2:0 (2 2)" },
    { 4, 1, "YCbCr4:1:1 (4 1)" }, { 4, 2, "YCbCr4:1:0 (4 2)" }, { 1, 2, "YCbCr4:4:0 (1 2)" },
    { 1, 4, "YCbCr4:4:1 (1 4)" }, { 2, 4, "YCbCr4:2:1 (2 4)" },
};

static bool is_frame(uint8_t marker)
{
    return (marker & 0xf0) == SOF0 && marker != DHT && marker != JPG && marker != DAC;
}

static void read_subsampling(struct meta_scan *scan, struct span components)
{
    uint8_t least_across = 15, least_down = 15, across = 0, down = 0;
    char strange[32];

    for (size_t i = 0; i + 2 < components.len; i += 3) {
        uint8_t h = components.data[i + 1] >> 4, v = components.data[i + 1] & 15;

        across = h > across ? h : across;
        down = v > down ? v : down;
        least_across = h < least_across ? h : least_across;
        least_down = v < least_down ? v : least_down;
    }
    if (least_across == 0 || least_down == 0) {
        return;
    }
    across /= least_across;
    down /= least_down;
    for (size_t i = 0; i < ARRAY_LEN(subsamplings); i++) {
        if (subsamplings[i].across == across && subsamplings[i].down == down) {
            scan_file_text(scan, "YCbCrSubSampling", subsamplings[i].name);
            return;
        }
    }
    snprintf(strange, sizeof strange, "Unknown (%u %u)", across, down);
    scan_file_text(scan, "YCbCrSubSampling", strange);
}

static void read_frame(struct meta_scan *scan, uint8_t marker, struct span payload)
{
    const uint8_t *at = payload.data;

    if (payload.len < 6) {
        return;
    }
    scan_file_u64(scan, "ImageWidth", get_u16(at + 3, true));
    scan_file_u64(scan, "ImageHeight", get_u16(at + 1, true));
    if (processes[marker & 15] != NULL) {
        scan_file_text(scan, "EncodingProcess", processes[marker & 15]);
    }
    scan_file_u64(scan, "BitsPerSample", at[0]);
    scan_file_u64(scan, "ColorComponents", at[5]);
    if (at[5] == 3 && payload.len >= 15) {
        read_subsampling(scan, (struct span){ at + 6, 9 });
    }
}

static void read_comment(struct meta_scan *scan, struct span payload)
{
    static const struct place place = { "File", "File", 0, PRIORITY_LOW }; /* the first stands */

    while (payload.len > 0 && payload.data[payload.len - 1] == 0) {
        payload.len--;
    }
    store_add_text(&scan->store, &place, "Comment", payload);
}

static bool is_exif(uint8_t marker, struct span payload)
{
    return marker == APP1 && payload.len >= 14 && memcmp(payload.data, "Exif\0", 5) == 0;
}

static int read_segment(struct meta_scan *scan, uint8_t marker, struct span payload,
                        uint64_t offset, struct err *err)
{
    if (is_frame(marker)) {
        read_frame(scan, marker, payload);
        return 0;
    }
    if (is_exif(marker, payload)) {
        return exif_read(scan, span_from(payload, 6), offset + 6, err);
    }
    if (marker == COM) {
        read_comment(scan, payload);
        return 0;
    }
    return (marker & 0xf0) == APP0 ? app_segment(scan, marker, payload, offset, err) : 0;
}

/* The place of the next 0xff byte from *at on; false where there is none near. */
static int find_ff(struct meta_scan *scan, uint64_t *at, bool *found, struct err *err)
{
    uint8_t bytes[256];
    uint64_t end = *at + MAX_JUNK_BYTES;

    *found = false;
    while (*at < end) {
        const uint8_t *ff;
        size_t got;

        TRY(source_read(scan->reader.src, *at, bytes, sizeof bytes, &got, err));
        ff = got > 0 ? memchr(bytes, 0xff, got) : NULL;
        if (ff != NULL) {
            *at += (uint64_t)(ff - bytes);
            *found = true;
            return 0;
        }
        if (got == 0) {
            return 0;
        }
        *at += got;
    }
    return 0;
}

/* The next marker at or after *at, junk and fill bytes passed over; END_OF_FILE for none. */
static int next_marker(struct meta_scan *scan, uint64_t *at, int *marker, struct err *err)
{
    uint8_t two[2] = { 0 };
    bool whole, found = true;

    *marker = END_OF_FILE;
    TRY(reader_peek(&scan->reader, *at, two, 2, &whole, err));
    if (whole && two[0] != 0xff) {
        TRY(find_ff(scan, at, &found, err));
        TRY(reader_peek(&scan->reader, *at, two, 2, &whole, err));
    }
    for (int fill = 0; whole && two[1] == 0xff && fill < MAX_FILL_BYTES; fill++) {
        (*at)++;
        TRY(reader_peek(&scan->reader, *at, two, 2, &whole, err));
    }
    if (whole && found) {
        *marker = two[1];
        *at += 2;
    }
    return 0;
}

static bool stands_alone(int marker)
{
    return marker == 0 || marker == 1 || (marker >= RST0 && marker <= SOI);
}

/* A segment that has been found: after is where the next marker is to be looked for. */
struct segment {
    int marker; /* END_OF_FILE: none, or one that the file ends in */
    uint64_t offset, after;
    uint32_t len;
};

/* The next segment from at on. */
static int find_segment(struct meta_scan *scan, uint64_t at, struct segment *out, struct err *err)
{
    uint8_t length[2];
    bool whole;

    do {
        TRY(next_marker(scan, &at, &out->marker, err));
    } while (stands_alone(out->marker));
    out->offset = out->after = at;
    out->len = 0;
    if (out->marker == END_OF_FILE || out->marker == EOI) {
        return 0;
    }
    TRY(reader_peek(&scan->reader, at, length, 2, &whole, err));
    out->after = at + (whole ? get_u16(length, true) : 0);
    if (!whole || get_u16(length, true) < 2 || out->after > scan->reader.size) {
        out->marker = END_OF_FILE;
        return 0;
    }
    out->offset = at + 2;
    out->len = get_u16(length, true) - 2u;
    return 0;
}

static int take_segment(struct meta_scan *scan, const struct segment *segment, struct err *err)
{
    uint8_t marker = (uint8_t)segment->marker;
    struct span payload;

    if ((marker & 0xf0) != APP0 && marker != COM && !is_frame(marker)) {
        return 0;
    }
    TRY(reader_bytes(&scan->reader, segment->offset, segment->len, &payload, err));
    return read_segment(scan, marker, payload, segment->offset, err);
}

/* EXIF that is longer than a segment goes on in the next one, behind the same signature. */
struct exif_parts {
    struct buf bytes;
    uint64_t offset; /* of the first part */
};

/* True where the next segment has EXIF's signature and no TIFF header behind it. */
static int exif_goes_on(struct meta_scan *scan, const struct segment *segment,
                        const struct segment *next, bool *goes_on, struct err *err)
{
    uint8_t start[8];
    bool whole;

    *goes_on = false;
    if (segment->marker != APP1 || next->marker != APP1 || next->len < sizeof start) {
        return 0;
    }
    TRY(reader_peek(&scan->reader, segment->offset, start, sizeof start, &whole, err));
    if (!whole || memcmp(start, "Exif\0\0", EXIF_SIGNATURE) != 0) {
        return 0;
    }
    TRY(reader_peek(&scan->reader, next->offset, start, sizeof start, &whole, err));
    *goes_on = whole && memcmp(start, "Exif\0\0", EXIF_SIGNATURE) == 0 &&
               memcmp(start + EXIF_SIGNATURE, "II", 2) != 0 &&
               memcmp(start + EXIF_SIGNATURE, "MM", 2) != 0;
    return 0;
}

static void parts_release(struct exif_parts *parts)
{
    buf_release(&parts->bytes);
}

static int take_part(struct meta_scan *scan, struct exif_parts *parts,
                     const struct segment *segment, bool goes_on, struct err *err)
{
    struct span payload, whole;

    TRY(reader_bytes(&scan->reader, segment->offset, segment->len, &payload, err));
    if (parts->bytes.len == 0) {
        parts->bytes.max = scan->limits.max_unpacked_bytes;
        parts->offset = segment->offset + EXIF_SIGNATURE;
    }
    buf_add_span(&parts->bytes, span_from(payload, EXIF_SIGNATURE));
    if (goes_on) {
        return 0;
    }
    whole = arena_copy(scan->reader.arena, buf_span(&parts->bytes));
    buf_clear(&parts->bytes);
    return exif_read(scan, whole, parts->offset, err);
}

/*
 * As ExifTool does, a segment is believed only once the next one has been found whole: what a cut
 * file ends in is left alone.
 */
int jpeg_read(struct meta_scan *scan, struct err *err)
{
    CLEANUP(parts_release) struct exif_parts parts = { 0 };
    struct segment segment, next;
    bool goes_on;

    scan->low_ifd1 = true;
    TRY(find_segment(scan, 0, &segment, err));
    for (int i = 0; i < MAX_SEGMENTS; i++) {
        if (segment.marker == END_OF_FILE || segment.marker == SOS || segment.marker == EOI) {
            break;
        }
        TRY(find_segment(scan, segment.after, &next, err));
        TRY(exif_goes_on(scan, &segment, &next, &goes_on, err));
        if (next.marker != END_OF_FILE) {
            TRY(goes_on || parts.bytes.len > 0 ? take_part(scan, &parts, &segment, goes_on, err)
                                               : take_segment(scan, &segment, err));
        }
        segment = next;
    }
    TRY(app_end(scan, err));
    return segment.marker == SOS ? trailers_read(scan, err) : 0;
}
