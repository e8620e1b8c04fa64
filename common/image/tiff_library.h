/*
 * libtiff, loaded when a file asks for it: it brings a dozen libraries, and no other format should
 * pay for them.
 */
#ifndef IMAGE_TIFF_LIBRARY_H
#define IMAGE_TIFF_LIBRARY_H

#include <tiffio.h>

#include "base/def.h"
#include "base/err.h"

/* Name and type of every function that is used. */
#define TIFF_FUNCTIONS(X)                                                                          \
    X(TIFFClientOpen)                                                                              \
    X(TIFFClose)                                                                                   \
    X(TIFFGetField)                                                                                \
    X(TIFFGetFieldDefaulted)                                                                       \
    X(TIFFSetField)                                                                                \
    X(TIFFIsTiled)                                                                                 \
    X(TIFFIsCODECConfigured)                                                                       \
    X(TIFFScanlineSize64)                                                                          \
    X(TIFFTileRowSize64)                                                                           \
    X(TIFFTileSize64)                                                                              \
    X(TIFFComputeStrip)                                                                            \
    X(TIFFComputeTile)                                                                             \
    X(TIFFReadScanline)                                                                            \
    X(TIFFReadEncodedStrip)                                                                        \
    X(TIFFReadEncodedTile)                                                                         \
    X(TIFFRGBAImageOK)                                                                             \
    X(TIFFReadRGBAImageOriented)                                                                   \
    X(TIFFSetErrorHandler)                                                                         \
    X(TIFFSetWarningHandler)

struct tiff_library {
#define TIFF_MEMBER(name) __typeof__(name) *name;
    TIFF_FUNCTIONS(TIFF_MEMBER)
#undef TIFF_MEMBER
};

/* Loads it once a process; later calls give the same. NULL where it is not installed, or where the
 * process is locked already. Not for several threads at once. */
const struct tiff_library *tiff_library(void);

#endif
