#include "meta/format.h"

#include <string.h>

#include "meta/blocks.h"
#include "meta/ifd.h"
#include "meta/raw.h"

/* Bytes at an offset, and further ones where the first do not tell. */
static const struct {
    uint8_t at, len;
    const char *bytes;
    uint8_t also_at, also_len;
    const char *also;
    struct meta_format format;
} magics[] = {
    { 0, 3, "\xff\xd8\xff", 0, 0, "", { "JPEG", "image/jpeg", jpeg_read, false } },
    { 0, 8, "\x89PNG\r\n\x1a\n", 0, 0, "", { "PNG", "image/png", png_read, false } },
    { 0, 4, "RIFF", 8, 4, "WEBP", { "WEBP", "image/webp", webp_read, false } },
    { 0, 4, "GIF8", 0, 0, "", { "GIF", "image/gif", gif_read, false } },
    { 0, 2, "BM", 0, 0, "", { "BMP", "image/bmp", bmp_read, false } },
    { 0, 4, "II*\0", 8, 4, "CR\2\0", { "CR2", "image/x-canon-cr2", tiff_read, true } },
    { 0, 4, "II*\0", 8, 4, "IIII", { "IIQ", "image/x-raw", iiq_read, true } },
    { 0, 4, "MM\0*", 8, 4, "MMMM", { "IIQ", "image/x-raw", iiq_read, true } },
    { 0, 4, "II*\0", 0, 0, "", { "TIFF", "image/tiff", tiff_read, false } },
    { 0, 4, "MM\0*", 0, 0, "", { "TIFF", "image/tiff", tiff_read, false } },
    { 0, 8, "II+\0\10\0\0\0", 0, 0, "", { "BTF", "image/x-tiff-big", tiff_read, false } },
    { 0, 8, "MM\0+\0\10\0\0", 0, 0, "", { "BTF", "image/x-tiff-big", tiff_read, false } },
    { 0, 4, "II+\0", 0, 0, "", { "TIFF", "image/tiff", tiff_read, false } },
    { 0, 4, "MM\0+", 0, 0, "", { "TIFF", "image/tiff", tiff_read, false } },
    { 0, 4, "IIU\0", 0, 0, "", { "RW2", "image/x-panasonic-rw2", tiff_read, true } },
    { 0, 4, "IIRO", 0, 0, "", { "ORF", "image/x-olympus-orf", tiff_read, true } },
    { 0, 4, "IIRS", 0, 0, "", { "ORF", "image/x-olympus-orf", tiff_read, true } },
    { 0, 4, "MMOR", 0, 0, "", { "ORF", "image/x-olympus-orf", tiff_read, true } },
    { 0, 2, "II", 6, 8, "HEAPCCDR", { "CRW", "image/x-canon-crw", crw_read, true } },
    { 0, 2, "II", 8, 0, "", { "TIFF", "image/tiff", tiff_read, false } }, /* damaged */
    { 0, 2, "MM", 8, 0, "", { "TIFF", "image/tiff", tiff_read, false } },
    { 0, 8, "FUJIFILM", 0, 0, "", { "RAF", "image/x-fujifilm-raf", raf_read, true } },
    { 0, 4, "\0MRM", 0, 0, "", { "MRW", "image/x-minolta-mrw", mrw_read, true } },
    { 0, 4, "FOVb", 0, 0, "", { "X3F", "image/x-sigma-x3f", x3f_read, true } },
    { 4, 4, "ftyp", 8, 4, "crx ", { "CR3", "image/x-canon-cr3", heif_read, true } },
    { 4, 4, "ftyp", 0, 0, "", { "HEIF", "image/heif", heif_read, false } },
};

static bool stands(struct span head, uint8_t at, uint8_t len, const char *bytes)
{
    return head.len >= (size_t)at + len && memcmp(head.data + at, bytes, len) == 0;
}

const struct meta_format *format_sniff(struct span head)
{
    for (size_t i = 0; i < ARRAY_LEN(magics); i++) {
        if (stands(head, magics[i].at, magics[i].len, magics[i].bytes) &&
            stands(head, magics[i].also_at, magics[i].also_len, magics[i].also)) {
            return &magics[i].format;
        }
    }
    return NULL;
}
