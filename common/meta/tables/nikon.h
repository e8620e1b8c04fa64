/* Nikon's records, chosen by version in maker_nikon_read.c. */
#ifndef META_TABLES_NIKON_H
#define META_TABLES_NIKON_H

#include "meta/tag.h"

extern const struct tag_table nikon_lens_data_00, nikon_lens_data_01, nikon_lens_data_04,
    nikon_colour_balance_1, nikon_colour_balance_2, nikon_colour_balance_3, nikon_colour_balance_4,
    nikon_flash_info_00, nikon_flash_info_02, nikon_flash_info_03, nikon_picture_control_1,
    nikon_picture_control_2, nikon_picture_control_3, nikon_shot_info_d80, nikon_shot_info_version;

/* Lenses by eight bytes in hex: nikon_lenses.c. */
extern const struct enum_map nikon_lenses;

/* tag_block: records by version */
int nikon_lens_data(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_colour_balance(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_flash_info(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_picture_control(struct meta_scan *scan, const struct value *raw, struct err *err);
int nikon_shot_info(struct meta_scan *scan, const struct value *raw, struct err *err);

#endif
