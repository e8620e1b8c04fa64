/* MakerNotes: the first byte says the maker, the rest is the note of a small TIFF file. */
#include <string.h>

#include "../lib/meta_tags.h"
#include "../lib/tiff_bytes.h"
#include "target.h"

static const char *const makers[][2] = {
    { "Canon", "Canon EOS 5D Mark II" },
    { "Canon", "Canon EOS 20D" },
    { "Canon", "Canon PowerShot G9" },
    { "NIKON CORPORATION", "NIKON D70" },
    { "PENTAX", "PENTAX K10D" },
    { "CASIO", "QV-3000EX" },
    { "EASTMAN KODAK COMPANY", "KODAK" },
    { "SANYO", "S1" },
    { "RICOH", "RDC-5300" },
    { "SAMSUNG", "GT-I9100" },
    { "OLYMPUS", "E-1" },
    { "Minolta", "DiMAGE 7" },
    { "Asahi Optical Co.", "Optio 330" },
    { "Apple", "iPhone" },
    { "SONY", "DSLR-A330" },
    { "SONY", "DSLR-A900" },
    { "PENTAX", "PENTAX K-3 II" },
    { "NIKON CORPORATION", "NIKON Z 5" },
    { "Canon", "Canon EOS R6" },
    { "DJI", "FC7203" },
    { "Hewlett-Packard", "HP PhotoSmart M425" },
    { "JK Imaging, Ltd.", "KODAK PIXPRO SP360" },
    { "FUJIFILM", "X-T3" },
    { "Panasonic", "DMC-TZ10" },
    { "LEICA CAMERA AG", "LEICA T (Typ 701)" },
    { "FLIR Systems AB", "FLIR E60" },
    { "SAMSUNG", "NX300" },
    { "OLYMPUS", "E-M5" },
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CLEANUP(buf_release) struct buf bytes = BUF_INIT(1u << 20);
    const char *const *maker = makers[size > 0 ? data[0] % ARRAY_LEN(makers) : 0];
    const struct tiff_entry entries[] = {
        { 0x010f, 2, (uint32_t)strlen(maker[0]) + 1, maker[0], (uint32_t)strlen(maker[0]) + 1 },
        { 0x0110, 2, (uint32_t)strlen(maker[1]) + 1, maker[1], (uint32_t)strlen(maker[1]) + 1 },
        { 0x927c, 7, (uint32_t)(size - 1), (const char *)data + 1, (uint32_t)(size - 1) },
    };

    if (size < 6 || size > 65536) {
        return 0;
    }
    put_header(&bytes, 8, false);
    put_directory(&bytes, 0, entries, 3, 0, false);
    json_release(object_tags(buf_span(&bytes)));
    return 0;
}
