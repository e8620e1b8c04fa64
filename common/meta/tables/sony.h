/* Sony's records and lenses, chosen in maker_sony.c. */
#ifndef META_TABLES_SONY_H
#define META_TABLES_SONY_H

#include "meta/tag.h"

extern const struct tag_table sony_camera_info, sony_camera_info_2, sony_focus_info,
    sony_extra_info, sony_extra_info_2, sony_camera_settings, sony_camera_settings_2,
    sony_shot_info, sony_tag_9402;

/* ARW and SR2: tables/sony_raw.c. */
extern const struct tag_table sony_private, sony_sr2;

/* Of lenses that share a number the first is printed. */
extern const struct enum_map sony_lenses, sony_e_lenses;

#endif
