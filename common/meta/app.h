/*
 * JPEG's application segments: who reads which, by marker and first bytes (app.c), and the readers
 * of the small ones. Each gets the payload behind those first bytes.
 */
#ifndef META_APP_H
#define META_APP_H

#include "meta/blocks.h"

/* One segment: payload is what follows the signature, offset its place in the file. */
struct app_segment {
    struct span payload, whole;
    uint64_t offset;
    uint8_t marker;
};

typedef int app_reader(struct meta_scan *scan, const struct app_segment *segment, struct err *err);

struct flashpix; /* its streams */

/* Blocks of several segments. */
#define APP_MAX_PARTS 256
struct app_state {
    struct buf photoshop;           /* of segments that follow one another */
    struct span icc[APP_MAX_PARTS]; /* by number - 1 */
    uint8_t icc_count;
    uint32_t icc_seen;
    struct app_extension { /* extended XMP */
        struct span guid, bytes;
        uint32_t total, offset;
    } extensions[APP_MAX_PARTS];
    uint32_t n_extensions;
    struct buf flir;
    struct flashpix *flashpix;
    bool is_infiray;   /* APP3 to APP9 are InfiRay's */
    uint64_t mpf_base; /* from which MPF's offsets count */
};

void flashpix_free(struct flashpix *flashpix);

/* Made when it is first asked for; ended by app_end(), or with a reading that failed by
 * app_release(). */
struct app_state *app_state(struct meta_scan *scan);

/* Ends it; there may be none. */
void app_release(struct meta_scan *scan);

app_reader app_jfif, app_jfxx, app_adobe, app_ducky, app_mpf, app_adobe_cm;
app_reader app_flashpix, app_picture_info, app_graphic_converter, app_unicode_comment, app_jpeg_hdr,
    app_rmeta, app_qualcomm, app_avi1, app_spiff;
app_reader app_kodak_meta, app_eppim, app_gopro, app_flir, app_infiray;
app_reader app_qvci, app_nitf, app_media_jukebox, app_jumbf, app_ciff;

bool app_is_infiray(const struct app_segment *segment);

#endif
