/*
 * What image code must do before its process is locked: afterwards no file can be opened, and no
 * library loaded.
 */
#ifndef IMAGE_PREPARE_H
#define IMAGE_PREPARE_H

#include "base/def.h"

/* What every picture may need: loads lcms2 and isa-l; lcms2 reads the system's time zone with its
 * first profile. Worth doing while the process waits for work. Later calls give the first one's
 * answer: false where a library is missing, and no picture can be decoded. */
bool image_warm_up(void);

/* format: "tiff" or "heif" where the first bytes look like one of them, which loads that library;
 * anything else, "" and NULL load none. From here on no library is loaded any more: a TIFF or HEIF
 * that turns up all the same (as a mark, in a file that looked otherwise) is ERR_UNSUPPORTED. */
void image_prepare(const char *format);

/* After image_prepare(). */
bool image_is_prepared(void);

/* One library that is loaded on demand: zeroed, then its own. */
struct image_library {
    bool tried, loaded;
};

/* True where load() has loaded it. It is called once a process, and not any more after
 * image_prepare(). Not for several threads at once. */
bool image_library_ready(struct image_library *library, bool (*load)(void));

/* The single steps. A library that is not there makes its format ERR_UNSUPPORTED later. */
void codec_tiff_load(void);
void codec_heif_load(void);

#endif
