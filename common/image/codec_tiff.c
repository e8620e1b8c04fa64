/*
 * TIFF by libtiff: strips by the row, tiles by the row of tiles, planes by the strip. What is
 * stored in another way than grey, palette, RGB, L*a*b* or CMYK of up to 16 bits (YCbCr, LogLuv)
 * libtiff turns into RGBA whole. First page only; orientation is not looked at.
 */
#include "image/codec_tiff.h"

#include <string.h>

#include "base/mem.h"
#include "image/codec.h"
#include "image/tiff_library.h"

#define SAMPLES_MAX 8 /* of a pixel; the colours and alpha come first */

struct tiff {
    const struct tiff_library *lib;
    TIFF *file;
    struct buf keep; /* of a source whose size is not known */
    struct source whole;
    struct source *src;
    uint64_t at;   /* where libtiff reads next */
    struct err io; /* what the source said, if it did */
    bool io_failed;

    struct tiff_format format;
    bool by_libtiff; /* RGBA whole */
    bool tiled;
    uint32_t *raster;   /* of by_libtiff */
    uint32_t band_rows; /* rows of a strip or tile, where bands are read */
    uint32_t band_first, band_have;
    size_t row_bytes; /* in a band */
    uint8_t *band;    /* planes one after another */
    uint8_t *tile;
    uint64_t tile_bytes, tile_row_bytes;
    uint32_t tile_width;
    uint32_t row;
    bool damaged;
};

static bool tiff_sniff(struct span head)
{
    static const char *const marks[] = { "II*\0", "MM\0*", "II+\0", "MM\0+" };

    for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
        if (span_starts(head, (struct span){ (const uint8_t *)marks[i], 4 })) {
            return true;
        }
    }
    return false;
}

static tmsize_t on_read(thandle_t handle, void *out, tmsize_t len)
{
    struct tiff *tiff = handle;
    size_t got = 0;

    if (tiff->io_failed || len < 0 ||
        source_read(tiff->src, tiff->at, out, (size_t)len, &got, &tiff->io) != 0) {
        tiff->io_failed = true;
        return 0;
    }
    tiff->at += got;
    return (tmsize_t)got;
}

static tmsize_t on_write(thandle_t handle, void *bytes, tmsize_t len)
{
    (void)handle;
    (void)bytes;
    (void)len;
    return -1;
}

static toff_t on_seek(thandle_t handle, toff_t offset, int whence)
{
    struct tiff *tiff = handle;

    tiff->at = whence == SEEK_SET   ? offset
               : whence == SEEK_CUR ? tiff->at + offset
                                    : tiff->src->size + offset;
    return tiff->at;
}

static int on_close(thandle_t handle)
{
    (void)handle;
    return 0;
}

static toff_t on_size(thandle_t handle)
{
    return ((struct tiff *)handle)->src->size;
}

/* The source's own failure counts for more than what libtiff makes of it. */
static int damaged(const struct tiff *tiff, struct err *err, const char *what)
{
    if (tiff->io_failed) {
        *err = tiff->io;
        return -1;
    }
    return err_set(err, ERR_MALFORMED, "tiff %s", what);
}

static int open_file(struct decoder *decoder, struct err *err)
{
    struct tiff *tiff = decoder->state;
    struct span all;

    tiff->lib = tiff_library();
    if (tiff->lib == NULL) {
        return err_set(err, ERR_UNSUPPORTED, "tiff: libtiff is not there");
    }
    tiff->src = decoder->src;
    if (decoder->src->size == SOURCE_SIZE_UNKNOWN) {
        TRY(codec_whole(decoder, &tiff->keep, &all, err));
        tiff->whole = source_memory(all);
        tiff->src = &tiff->whole;
    }
    /* m: no mapping, it goes through on_read */
    tiff->file = tiff->lib->TIFFClientOpen("tiff", "rm", tiff, on_read, on_write, on_seek, on_close,
                                           on_size, NULL, NULL);
    return tiff->file != NULL ? 0 : damaged(tiff, err, "whose directory makes no sense");
}

static uint32_t field16(const struct tiff *tiff, uint32_t tag, uint32_t otherwise)
{
    uint16_t value = 0;

    return tiff->lib->TIFFGetFieldDefaulted(tiff->file, tag, &value) ? value : otherwise;
}

static void read_alpha(struct tiff *tiff)
{
    struct tiff_format *format = &tiff->format;
    uint16_t n = 0, *kinds = NULL;
    uint32_t used = format->photometric == PHOTOMETRIC_PALETTE ? 1 : format->colours;

    if (tiff->lib->TIFFGetField(tiff->file, TIFFTAG_EXTRASAMPLES, &n, &kinds) && n > 0 &&
        format->samples == used + n && format->colours != 4) {
        format->has_alpha =
            kinds[0] == EXTRASAMPLE_ASSOCALPHA || kinds[0] == EXTRASAMPLE_UNASSALPHA;
        format->associated = kinds[0] == EXTRASAMPLE_ASSOCALPHA;
    }
}

static bool read_palette(struct tiff *tiff)
{
    struct tiff_format *format = &tiff->format;
    uint16_t *columns[3];
    size_t n = (size_t)1 << format->bits;
    uint32_t largest = 0;

    if (format->bits > 8 || !tiff->lib->TIFFGetField(tiff->file, TIFFTAG_COLORMAP, &columns[0],
                                                     &columns[1], &columns[2])) {
        return false;
    }
    format->palette = mem_array(n, 3);
    for (size_t i = 0; i < 3 * n; i++) {
        uint32_t value = columns[i / n][i % n];

        largest = value > largest ? value : largest;
    }
    for (size_t i = 0; i < 3 * n; i++) { /* some writers put 8-bit values there */
        uint32_t value = columns[i / n][i % n];

        format->palette[i % n][i / n] = (uint8_t)(largest > 255 ? value >> 8 : value);
    }
    return true;
}

static bool is_lab(const struct tiff_format *format)
{
    return (format->photometric == PHOTOMETRIC_CIELAB ||
            format->photometric == PHOTOMETRIC_ICCLAB) &&
           format->samples >= 3 && (format->bits == 8 || format->bits == 16);
}

static uint8_t colours_of(const struct tiff_format *format)
{
    switch (format->photometric) {
    case PHOTOMETRIC_SEPARATED:
        return 4;
    case PHOTOMETRIC_RGB:
    case PHOTOMETRIC_PALETTE:
        return 3;
    default:
        return is_lab(format) ? 3 : 1;
    }
}

/* Whether rows are converted here. */
static bool read_format(struct tiff *tiff)
{
    struct tiff_format *format = &tiff->format;
    uint32_t sample_format = field16(tiff, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT);
    uint32_t compression = field16(tiff, TIFFTAG_COMPRESSION, COMPRESSION_NONE);

    format->bits = field16(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    format->samples = field16(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    format->planar =
        field16(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG) == PLANARCONFIG_SEPARATE;
    format->photometric = field16(tiff, TIFFTAG_PHOTOMETRIC,
                                  format->samples >= 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK);
    if (format->photometric == PHOTOMETRIC_YCBCR && compression == COMPRESSION_JPEG &&
        !format->planar && format->samples == 3) {
        tiff->lib->TIFFSetField(tiff->file, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
        format->photometric = PHOTOMETRIC_RGB;
    }
    format->colours = colours_of(format);
    read_alpha(tiff);
    if (is_lab(format) && sample_format != SAMPLEFORMAT_IEEEFP) {
        format->coded = tiff_lab_coded();
        return format->samples <= SAMPLES_MAX;
    }
    if (format->bits < 1 || format->bits > 16 || format->samples > SAMPLES_MAX ||
        (sample_format != SAMPLEFORMAT_UINT && sample_format != SAMPLEFORMAT_VOID)) {
        return false;
    }
    switch (format->photometric) {
    case PHOTOMETRIC_MINISWHITE:
    case PHOTOMETRIC_MINISBLACK:
        return format->samples >= 1;
    case PHOTOMETRIC_PALETTE:
        return format->samples >= 1 && read_palette(tiff);
    case PHOTOMETRIC_RGB:
        return format->samples >= 3;
    case PHOTOMETRIC_SEPARATED:
        return format->samples >= 4 && field16(tiff, TIFFTAG_INKSET, INKSET_CMYK) == INKSET_CMYK;
    default:
        return false;
    }
}

/* The rest is libtiff's own conversion, where it knows one. */
static int settle_model(struct decoder *decoder, struct err *err)
{
    struct tiff *tiff = decoder->state;
    char why[1024] = "";
    uint32_t bytes = 0;
    void *icc = NULL;

    tiff->by_libtiff = !read_format(tiff);
    if (tiff->by_libtiff) {
        if (!tiff->lib->TIFFRGBAImageOK(tiff->file, why)) {
            return err_set(err, ERR_UNSUPPORTED, "tiff of a kind that is not handled: %s", why);
        }
        decoder->model = MODEL_RGB;
        decoder->has_alpha = tiff->format.has_alpha;
        return 0; /* a profile would be of the stored colours */
    }
    decoder->model = tiff->format.colours == 4   ? MODEL_CMYK
                     : tiff->format.colours == 3 ? MODEL_RGB
                                                 : MODEL_GREY;
    decoder->has_alpha = tiff->format.has_alpha;
    if (tiff->format.coded == NULL &&
        tiff->lib->TIFFGetField(tiff->file, TIFFTAG_ICCPROFILE, &bytes, &icc) &&
        bytes <= CODEC_ICC_MAX) {
        decoder->icc.max = bytes;
        buf_add(&decoder->icc, icc, bytes);
    }
    return 0;
}

static int tiff_open(struct decoder *decoder, struct err *err)
{
    struct tiff *tiff = mem_zalloc(sizeof(*tiff));
    uint32_t coding;

    decoder->state = tiff;
    decoder->max_shrink = 1;
    TRY(open_file(decoder, err));
    if (!tiff->lib->TIFFGetField(tiff->file, TIFFTAG_IMAGEWIDTH, &decoder->width_px) ||
        !tiff->lib->TIFFGetField(tiff->file, TIFFTAG_IMAGELENGTH, &decoder->height_px)) {
        return damaged(tiff, err, "without a size");
    }
    TRY(codec_check_size(decoder->width_px, decoder->height_px, decoder->limits, err));
    coding = field16(tiff, TIFFTAG_COMPRESSION, COMPRESSION_NONE);
    if (!tiff->lib->TIFFIsCODECConfigured((uint16_t)coding)) {
        return err_set(err, ERR_UNSUPPORTED, "tiff of a kind that is not handled: coding %u",
                       coding);
    }
    tiff->tiled = tiff->lib->TIFFIsTiled(tiff->file) != 0;
    return settle_model(decoder, err);
}

static int start_raster(struct decoder *decoder, struct err *err)
{
    struct tiff *tiff = decoder->state;
    uint8_t *memory;

    TRY(pixels_alloc(&memory, (uint64_t)decoder->width_px * decoder->height_px * 4, decoder->limits,
                     err));
    tiff->raster = (uint32_t *)(void *)memory;
    /* As stored: who renders turns it. */
    tiff->lib->TIFFSetField(tiff->file, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    if (!tiff->lib->TIFFReadRGBAImageOriented(tiff->file, decoder->width_px, decoder->height_px,
                                              tiff->raster, ORIENTATION_TOPLEFT, 0)) {
        codec_warn(decoder, "tiff: damaged pixel data");
        tiff->damaged = true;
    }
    return tiff->io_failed ? damaged(tiff, err, "") : 0;
}

/* Memory for a band: one row where libtiff gives rows, else a strip's or a tile's. */
static int start_bands(struct decoder *decoder, struct err *err)
{
    struct tiff *tiff = decoder->state;
    const struct tiff_library *lib = tiff->lib;
    uint32_t planes = tiff->format.planar ? tiff->format.samples : 1;
    uint32_t rows = 0;
    uint64_t least = ((uint64_t)decoder->width_px * tiff->format.bits *
                          (tiff->format.planar ? 1 : tiff->format.samples) +
                      7) /
                     8;

    tiff->row_bytes = (size_t)lib->TIFFScanlineSize64(tiff->file);
    tiff->band_rows = 1;
    if (tiff->tiled) {
        if (!lib->TIFFGetField(tiff->file, TIFFTAG_TILEWIDTH, &tiff->tile_width) ||
            !lib->TIFFGetField(tiff->file, TIFFTAG_TILELENGTH, &rows) || rows == 0 ||
            tiff->tile_width == 0) {
            return damaged(tiff, err, "with tiles of no size");
        }
        tiff->band_rows = rows;
        tiff->tile_bytes = lib->TIFFTileSize64(tiff->file);
        tiff->tile_row_bytes = lib->TIFFTileRowSize64(tiff->file);
        tiff->row_bytes = (size_t)least;
        if (tiff->tile_row_bytes == 0 || tiff->tile_bytes / tiff->tile_row_bytes < rows) {
            return damaged(tiff, err, "with tiles of no size");
        }
        TRY(pixels_alloc(&tiff->tile, tiff->tile_bytes, decoder->limits, err));
    } else if (tiff->format.planar) {
        lib->TIFFGetFieldDefaulted(tiff->file, TIFFTAG_ROWSPERSTRIP, &rows);
        tiff->band_rows = rows > 0 && rows < decoder->height_px ? rows : decoder->height_px;
    }
    if (tiff->row_bytes < least) {
        return damaged(tiff, err, "whose rows are too short");
    }
    return pixels_alloc(&tiff->band, (uint64_t)tiff->row_bytes * tiff->band_rows * planes + 16,
                        decoder->limits, err);
}

static int tiff_start(struct decoder *decoder, uint32_t shrink, struct err *err)
{
    struct tiff *tiff = decoder->state;

    (void)shrink;
    codec_plain_frame(decoder);
    return tiff->by_libtiff ? start_raster(decoder, err) : start_bands(decoder, err);
}

/* Copies what of a tile lies inside the picture to its place in the band. */
static void place_tile(struct decoder *decoder, uint32_t x, uint8_t *band)
{
    struct tiff *tiff = decoder->state;
    uint32_t bits = tiff->format.bits * (tiff->format.planar ? 1 : tiff->format.samples);
    uint64_t at = (uint64_t)x * bits / 8; /* tile widths are multiples of 16: whole bytes */
    uint64_t len = tiff->row_bytes > at ? tiff->row_bytes - at : 0;

    len = len < tiff->tile_row_bytes ? len : tiff->tile_row_bytes;
    for (uint32_t row = 0; row < tiff->band_rows; row++) {
        memcpy(band + (size_t)row * tiff->row_bytes + at, tiff->tile + row * tiff->tile_row_bytes,
               (size_t)len);
    }
}

static bool load_tiles(struct decoder *decoder, uint32_t y, uint32_t plane, uint8_t *band)
{
    struct tiff *tiff = decoder->state;
    bool good = true;

    for (uint64_t x = 0; x < decoder->width_px; x += tiff->tile_width) {
        uint32_t index = tiff->lib->TIFFComputeTile(tiff->file, (uint32_t)x, y, 0, (uint16_t)plane);

        memset(tiff->tile, 0, (size_t)tiff->tile_bytes);
        if (tiff->lib->TIFFReadEncodedTile(tiff->file, index, tiff->tile,
                                           (tmsize_t)tiff->tile_bytes) < 0) {
            memset(tiff->tile, 0, (size_t)tiff->tile_bytes);
            good = false;
        }
        place_tile(decoder, (uint32_t)x, band);
    }
    return good;
}

static bool load_strip(struct decoder *decoder, uint32_t y, uint32_t plane, uint8_t *band)
{
    struct tiff *tiff = decoder->state;
    size_t bytes = tiff->row_bytes * tiff->band_rows;

    if (!tiff->format.planar) {
        return tiff->lib->TIFFReadScanline(tiff->file, band, y, 0) >= 0;
    }
    return tiff->lib->TIFFReadEncodedStrip(
               tiff->file, tiff->lib->TIFFComputeStrip(tiff->file, y, (uint16_t)plane), band,
               (tmsize_t)bytes) >= 0;
}

/* The band that holds row y. What is damaged is zero. */
static int load_band(struct decoder *decoder, uint32_t y, struct err *err)
{
    struct tiff *tiff = decoder->state;
    uint32_t planes = tiff->format.planar ? tiff->format.samples : 1;
    size_t plane_bytes = tiff->row_bytes * tiff->band_rows;

    tiff->band_first = y - y % tiff->band_rows;
    tiff->band_have = tiff->band_rows;
    for (uint32_t p = 0; p < planes; p++) {
        uint8_t *band = tiff->band + p * plane_bytes;
        bool good;

        memset(band, 0, plane_bytes);
        good = tiff->tiled ? load_tiles(decoder, tiff->band_first, p, band)
                           : load_strip(decoder, tiff->band_first, p, band);
        if (!good && tiff->io_failed) {
            return damaged(tiff, err, "");
        }
        if (!good && y == 0) {
            return damaged(tiff, err, "with damaged pixel data");
        }
        if (!good && !tiff->tiled) {
            memset(band, 0, plane_bytes);
        }
        if (!good && !tiff->damaged) {
            codec_warn(decoder, "tiff: damaged pixel data");
            tiff->damaged = true;
        }
    }
    return 0;
}

static void raster_row(const struct decoder *decoder, uint32_t y, uint8_t *out)
{
    const struct tiff *tiff = decoder->state;
    const uint32_t *in = tiff->raster + (size_t)y * decoder->width_px;
    size_t channels = decoder->has_alpha ? 4 : 3;

    for (uint32_t x = 0; x < decoder->width_px; x++, out += channels) {
        uint32_t alpha = TIFFGetA(in[x]);

        out[0] = (uint8_t)TIFFGetR(in[x]);
        out[1] = (uint8_t)TIFFGetG(in[x]);
        out[2] = (uint8_t)TIFFGetB(in[x]);
        for (size_t c = 0; c < 3 && channels == 4 && alpha > 0; c++) { /* libtiff premultiplies */
            uint32_t value = (out[c] * 255u + alpha / 2) / alpha;

            out[c] = (uint8_t)(value < 255 ? value : 255);
        }
        if (channels == 4) {
            out[3] = (uint8_t)alpha;
        }
    }
}

static int tiff_read(struct decoder *decoder, uint8_t *const *const *rows, struct err *err)
{
    struct tiff *tiff = decoder->state;
    const uint8_t *in[SAMPLES_MAX] = { 0 };
    uint32_t y = tiff->row++;

    if (y >= decoder->height_px) {
        return 0;
    }
    if (tiff->by_libtiff) {
        raster_row(decoder, y, rows[0][0]);
        return 0;
    }
    if (tiff->band_have == 0 || y >= tiff->band_first + tiff->band_have) {
        TRY(load_band(decoder, y, err));
    }
    for (uint32_t p = 0; p < (tiff->format.planar ? tiff->format.samples : 1); p++) {
        in[p] =
            tiff->band + ((size_t)p * tiff->band_rows + (y - tiff->band_first)) * tiff->row_bytes;
    }
    tiff_convert_row(&tiff->format, in, rows[0][0], decoder->width_px);
    return 0;
}

static void tiff_close(struct decoder *decoder)
{
    struct tiff *tiff = decoder->state;

    if (tiff != NULL) {
        if (tiff->file != NULL) {
            tiff->lib->TIFFClose(tiff->file);
        }
        source_release(&tiff->whole);
        buf_release(&tiff->keep);
        mem_free(tiff->format.palette);
        mem_free(tiff->format.coded);
        mem_free(tiff->raster);
        mem_free(tiff->band);
        mem_free(tiff->tile);
        mem_free(tiff);
    }
    decoder->state = NULL;
}

const struct codec codec_tiff = {
    .name = "tiff",
    .content_type = "image/tiff",
    .same_as = "png",
    .sniff = tiff_sniff,
    .open = tiff_open,
    .start = tiff_start,
    .read = tiff_read,
    .close = tiff_close,
};
