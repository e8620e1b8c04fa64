/* Nikon's records, chosen by version in maker_nikon_read.c. */
#ifndef META_TABLES_NIKON_H
#define META_TABLES_NIKON_H

#include "meta/tag.h"

extern const struct sub_ifd nikon_preview; /* Samsung's cameras have it too */
extern const struct tag_table nikon_lens_data_00, nikon_lens_data_01, nikon_lens_data_04,
    nikon_colour_balance_1, nikon_colour_balance_2, nikon_colour_balance_3, nikon_colour_balance_4,
    nikon_flash_info_00, nikon_flash_info_02, nikon_flash_info_03, nikon_picture_control_1,
    nikon_picture_control_2, nikon_picture_control_3;

/* Nikon Capture and Nikon Scan: nikon_capture.c. */
extern const struct tag_table nikon_capture, nikon_capture_offsets, nikon_capture_output;
extern const struct sub_ifd nikon_scan;

extern const struct tag_table nikon_lens_data_400, nikon_lens_data_402, nikon_lens_data_403,
    nikon_lens_data_800, nikon_lens_data_800_f, nikon_lens_data_any, nikon_flash_info_06,
    nikon_flash_info_07, nikon_flash_info_300, nikon_colour_balance_any;

/* ShotInfo: nikon_shot.c; custom settings: nikon_custom.c */
extern const struct tag_table nikon_shot_any, nikon_shot_p6000, nikon_shot_d40, nikon_shot_d80,
    nikon_shot_d90, nikon_shot_d3a, nikon_shot_d3b, nikon_shot_d3x, nikon_shot_d3s,
    nikon_shot_d300a, nikon_shot_d300b, nikon_shot_d300s, nikon_shot_d700, nikon_shot_d5000,
    nikon_shot_d5100, nikon_shot_d5200, nikon_shot_d7000, nikon_shot_z, nikon_shot_orientation_132,
    nikon_shot_orientation_156, nikon_shot_orientation_160;
extern const struct tag_table nikon_custom_d40, nikon_custom_d80, nikon_custom_d90, nikon_custom_d3,
    nikon_custom_d700, nikon_custom_d5000, nikon_custom_d5100, nikon_custom_d5200,
    nikon_custom_d7000;

/* Reads a table at the offset that raw is, in the bytes that the member keeps; and keeps what
 * begins there as "NikonMenu". */
int nikon_read_at(struct meta_scan *scan, const struct value *raw, const char *member,
                  const struct tag_table *table, struct err *err);

/* AFInfo2: nikon_af.c */
extern const struct tag_table nikon_af_0100, nikon_af_0101, nikon_af_0300, nikon_af_0400;

/* nikon_settings.c */
extern const struct tag_table nikon_settings;

/* Lenses by eight bytes in hex: nikon_lenses.c. */
extern const struct enum_map nikon_lenses;

/* tag_block: records by version */
int nikon_lens_data(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_colour_balance(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_flash_info(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_picture_control(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_af_info_2(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_shot_info(struct meta_scan *scan, const struct value *raw, struct err *err);

/* tag_block */
int nikon_settings_read(struct meta_scan *scan, const struct value *raw, struct err *err);

/* tag_block: maker_nikon_capture.c */
int nikon_capture_read(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_capture_offsets_read(struct meta_scan *scan, const struct value *raw, struct err *err);

#endif
