/* Nikon's records, chosen by version in maker_nikon_read.c. */
#ifndef META_TABLES_NIKON_H
#define META_TABLES_NIKON_H

#include "meta/tag.h"

extern const struct tag_table nikon_lens_data_00, nikon_lens_data_01, nikon_lens_data_04,
    nikon_colour_balance_1, nikon_colour_balance_2, nikon_colour_balance_3, nikon_colour_balance_4,
    nikon_flash_info_00, nikon_flash_info_02, nikon_flash_info_03, nikon_picture_control_1,
    nikon_picture_control_2, nikon_picture_control_3, nikon_shot_info_d80, nikon_shot_info_version;

/* Nikon Capture and Nikon Scan: nikon_capture.c. */
extern const struct tag_table nikon_capture, nikon_capture_offsets, nikon_capture_output;
extern const struct sub_ifd nikon_scan;

/* Lenses by eight bytes in hex: nikon_lenses.c. */
extern const struct enum_map nikon_lenses;

/* tag_block: records by version */
int nikon_lens_data(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_colour_balance(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_flash_info(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_picture_control(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_shot_info(struct meta_scan *scan, const struct value *raw, struct err *err);

/* tag_block: maker_nikon_capture.c */
int nikon_capture_read(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_capture_offsets_read(struct meta_scan *scan, const struct value *raw, struct err *err);

#endif
