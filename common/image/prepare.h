/*
 * What image code must do before its process is locked: afterwards no file can be opened, and no
 * library loaded.
 */
#ifndef IMAGE_PREPARE_H
#define IMAGE_PREPARE_H

/* format: "tiff" or "heif" where the first bytes look like one of them, which loads that library;
 * anything else, "" and NULL load none. Always: what lcms2 reads of the system (its time zone). */
void image_prepare(const char *format);

/* The single steps. A library that is not there makes its format ERR_UNSUPPORTED later. */
void codec_tiff_load(void);
void codec_heif_load(void);

#endif
