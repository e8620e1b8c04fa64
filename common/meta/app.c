#include "meta/app.h"

#include <string.h>

#include "base/mem.h"
#include "meta/ifd.h"

#define GUID_BYTES       32
#define EXTENSION_HEADER (GUID_BYTES + 8)
#define LOOK_BYTES       128 /* how far into a segment its kind is looked for */

struct app_state *app_state(struct meta_scan *scan)
{
    if (scan->app == NULL) {
        scan->app = mem_zalloc(sizeof *scan->app);
        scan->app->photoshop.max = scan->limits.max_unpacked_bytes;
        scan->app->flir.max = scan->limits.max_unpacked_bytes;
    }
    return scan->app;
}

static int read_xmp(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    return xmp_read(scan, segment->payload, err);
}

/* A part of a packet that was too long for one segment; parts come in any order. */
static int keep_extension(struct meta_scan *scan, const struct app_segment *segment,
                          struct err *err)
{
    struct app_state *state = app_state(scan);
    struct span in = segment->payload;

    (void)err;
    if (in.len > EXTENSION_HEADER && state->n_extensions < APP_MAX_PARTS) {
        state->extensions[state->n_extensions++] = (struct app_extension){
            { in.data, GUID_BYTES },
            span_from(in, EXTENSION_HEADER),
            get_u32(in.data + GUID_BYTES, true),
            get_u32(in.data + GUID_BYTES + 4, true),
        };
    }
    return 0;
}

/* The part of a packet that begins at an offset, NULL where it is missing. */
static const struct app_extension *extension_at(const struct app_state *state, struct span guid,
                                                size_t offset)
{
    for (uint32_t i = 0; i < state->n_extensions; i++) {
        if (state->extensions[i].offset == offset && span_equal(state->extensions[i].guid, guid)) {
            return &state->extensions[i];
        }
    }
    return NULL;
}

static bool is_first_of_guid(const struct app_state *state, uint32_t index)
{
    for (uint32_t i = 0; i < index; i++) {
        if (span_equal(state->extensions[i].guid, state->extensions[index].guid)) {
            return false;
        }
    }
    return true;
}

static int read_extensions(struct meta_scan *scan, struct err *err)
{
    struct app_state *state = scan->app;

    for (uint32_t i = 0; i < state->n_extensions; i++) {
        CLEANUP(buf_release) struct buf whole = BUF_INIT(scan->limits.max_unpacked_bytes);
        const struct app_extension *first = &state->extensions[i], *part;

        if (!is_first_of_guid(state, i)) {
            continue;
        }
        while (whole.len < first->total && !whole.overflowed &&
               (part = extension_at(state, first->guid, whole.len)) != NULL) {
            buf_add_span(&whole, part->bytes);
        }
        if (whole.len > 0 && whole.len == first->total) {
            TRY(xmp_read(scan, arena_copy(scan->reader.arena, buf_span(&whole)), err));
        }
    }
    return 0;
}

/* All parts that came, in the order of their numbers. */
static int read_icc(struct meta_scan *scan, struct err *err)
{
    CLEANUP(buf_release) struct buf whole = BUF_INIT(scan->limits.max_unpacked_bytes);
    struct app_state *state = scan->app;
    struct span profile;

    for (uint32_t i = 0; i < state->icc_count; i++) {
        buf_add_span(&whole, state->icc[i]);
    }
    profile =
        state->icc_count == 1 ? state->icc[0] : arena_copy(scan->reader.arena, buf_span(&whole));
    state->icc_seen = 0;
    state->icc_count = 0;
    memset(state->icc, 0, sizeof state->icc);
    return icc_read(scan, profile, err);
}

/* ICC.1, annex B.4: "ICC_PROFILE", the number of this part and that of all. */
static int keep_icc(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    struct app_state *state = app_state(scan);
    struct span in = segment->payload;
    uint8_t number, count;

    if (in.len < 2) {
        return 0;
    }
    number = in.data[0];
    count = in.data[1];
    if (number == 0 || number > count) {
        return 0;
    }
    state->icc_count = count;
    state->icc_seen += state->icc[number - 1].data == NULL;
    state->icc[number - 1] = span_from(in, 2);
    return state->icc_seen >= count ? read_icc(scan, err) : 0;
}

static int keep_photoshop(struct meta_scan *scan, const struct app_segment *segment,
                          struct err *err)
{
    (void)err;
    buf_add_span(&app_state(scan)->photoshop, segment->payload);
    return 0;
}

static int read_photoshop(struct meta_scan *scan, struct err *err)
{
    struct span resources = arena_copy(scan->reader.arena, buf_span(&scan->app->photoshop));

    buf_clear(&scan->app->photoshop);
    return photoshop_read(scan, resources, err);
}

/* What other segments may not come before. */
static int read_pending(struct meta_scan *scan, struct err *err)
{
    return scan->app != NULL && scan->app->photoshop.len > 0 ? read_photoshop(scan, err) : 0;
}

#define SIGNATURE(text) (text), sizeof(text) - 1

/* By marker and first bytes; the first that fits is taken. */
static const struct {
    uint8_t marker;
    const char *signature;
    size_t len;
    app_reader *read;
} readers[] = {
    { 0xe0, SIGNATURE("JFIF\0"), app_jfif },
    { 0xe0, SIGNATURE("JFXX\0"), app_jfxx },
    { 0xe0, SIGNATURE("AVI1"), app_avi1 },
    { 0xe1, SIGNATURE("http://ns.adobe.com/xap/1.0/\0"), read_xmp },
    { 0xe1, SIGNATURE("http://ns.adobe.com/xmp/extension/\0"), keep_extension },
    { 0xe1, SIGNATURE("FLIR\0"), app_flir },
    { 0xe1, SIGNATURE("QVCI\0"), app_qvci },
    { 0xe2, SIGNATURE("ICC_PROFILE\0"), keep_icc },
    { 0xe2, SIGNATURE("MPF\0"), app_mpf },
    { 0xe2, SIGNATURE("FPXR\0"), app_flashpix },
    { 0xe4, SIGNATURE("FPXR\0"), app_flashpix },
    { 0xe3, SIGNATURE("Meta"), app_kodak_meta },
    { 0xe3, SIGNATURE("META"), app_kodak_meta },
    { 0xe5, SIGNATURE("RMETA\0"), app_rmeta },
    { 0xe6, SIGNATURE("EPPIM\0"), app_eppim },
    { 0xe6, SIGNATURE("GoPro\0"), app_gopro },
    { 0xe6, SIGNATURE("NITF\0"), app_nitf },
    { 0xe7, SIGNATURE("\x1aQualcomm Camera Attributes"), app_qualcomm },
    { 0xe8, SIGNATURE("SPIFF\0"), app_spiff },
    { 0xe9, SIGNATURE("Media Jukebox\0"), app_media_jukebox },
    { 0xea, SIGNATURE("UNICODE\0"), app_unicode_comment },
    { 0xeb, SIGNATURE("JP"), app_jumbf },
    { 0xeb, SIGNATURE("HDR_RI "), app_jpeg_hdr },
    { 0xec, SIGNATURE("Ducky"), app_ducky },
    { 0xed, SIGNATURE("Photoshop 3.0\0"), keep_photoshop },
    { 0xed, SIGNATURE("Adobe_CM"), app_adobe_cm },
    { 0xee, SIGNATURE("Adobe"), app_adobe },
    { 0xef, SIGNATURE("Q "), app_graphic_converter },
};

/* One of these texts, which begin with the same character, is within the first bytes. */
static bool holds_one_of(struct span payload, const char *const *texts, size_t n)
{
    size_t look = payload.len < LOOK_BYTES ? payload.len : LOOK_BYTES;

    for (size_t i = 0; i < look; i++) {
        for (size_t k = 0; payload.data[i] == (uint8_t)texts[0][0] && k < n; k++) {
            if (span_starts(span_from(payload, i), span_str(texts[k]))) {
                return true;
            }
        }
    }
    return false;
}

/* Packets under signatures that somebody garbled. */
static bool holds_xmp(struct span payload)
{
    static const char *const starts[] = { "<?xpacket", "<x:xmpmeta", "<rdf:RDF" };

    return holds_one_of(payload, starts, ARRAY_LEN(starts));
}

/* APP12 of Agfa, Olympus, Sanyo and others begins with what the camera is called. */
static bool holds_info(struct span payload)
{
    static const char *const starts[] = { "[picture info]", "[Camera Info]", "[camera info]" };

    return holds_one_of(payload, starts, ARRAY_LEN(starts)) ||
           (payload.len > 5 && memcmp(payload.data, "Type=", 5) == 0);
}

/* CIFF: byte order, length of the header, "HEAP" and a subtype. */
static bool holds_ciff(struct span payload)
{
    return payload.len > 14 && (payload.data[0] == 'I' || payload.data[0] == 'M') &&
           payload.data[0] == payload.data[1] && memcmp(payload.data + 6, "HEAP", 4) == 0;
}

static int read_other(struct meta_scan *scan, const struct app_segment *segment, struct err *err)
{
    if (app_is_infiray(segment) || (scan->app != NULL && scan->app->is_infiray)) {
        return app_infiray(scan, segment, err);
    }
    if (segment->marker == 0xe0 && holds_ciff(segment->whole)) {
        return app_ciff(scan, segment, err);
    }
    if (segment->marker == 0xec && holds_info(segment->whole)) {
        return app_picture_info(scan, segment, err);
    }
    if (segment->marker != 0xe1 || !holds_xmp(segment->whole)) {
        return 0;
    }
    TRY(read_pending(scan, err));
    return xmp_read(scan, segment->whole, err);
}

int app_segment(struct meta_scan *scan, uint8_t marker, struct span payload, uint64_t offset,
                struct err *err)
{
    for (size_t i = 0; i < ARRAY_LEN(readers); i++) {
        struct span signature = { (const uint8_t *)readers[i].signature, readers[i].len };
        struct app_segment segment = { span_from(payload, signature.len), payload,
                                       offset + signature.len, marker };

        if (readers[i].marker != marker || !span_starts(payload, signature)) {
            continue;
        }
        if (readers[i].read != keep_photoshop) {
            TRY(read_pending(scan, err));
        }
        return readers[i].read(scan, &segment, err);
    }
    return read_other(scan, &(struct app_segment){ payload, payload, offset, marker }, err);
}

void app_release(struct meta_scan *scan)
{
    if (scan->app != NULL) {
        buf_release(&scan->app->photoshop);
        buf_release(&scan->app->flir);
        flashpix_free(scan->app->flashpix);
        mem_free(scan->app);
        scan->app = NULL;
    }
}

static int read_kept(struct meta_scan *scan, struct err *err)
{
    TRY(read_pending(scan, err));
    if (scan->app->icc_seen > 0) {
        TRY(read_icc(scan, err));
    }
    return read_extensions(scan, err);
}

int app_end(struct meta_scan *scan, struct err *err)
{
    int result;

    if (scan->app == NULL) {
        return 0;
    }
    result = read_kept(scan, err);
    app_release(scan);
    return result;
}
