/*
 * Tags that ExifTool makes of others: rows of what they need and a function each. Inputs are
 * converted values ("ValueConv"), or printed ones.
 */
#ifndef META_COMPOSITE_H
#define META_COMPOSITE_H

#include "meta/scan.h"

#define COMPOSITE_INPUTS 16

struct composite_env {
    struct meta_scan *scan;
    struct found *inputs[COMPOSITE_INPUTS]; /* NULL: not there */
};

/* Appends value and printed text (an empty text: printed as the value). False: there is no such
 * tag. */
typedef bool composite_make(struct composite_env *env, struct buf *value, struct buf *text);

struct composite {
    const char *name;
    composite_make *make;
    uint8_t n_required;                   /* the first inputs must be there */
    const char *inputs[COMPOSITE_INPUTS]; /* "Name" or "Group:Name" */
    int8_t priority;
};

bool composite_has(const struct composite_env *env, size_t index);
struct span composite_value(struct composite_env *env, size_t index); /* empty when absent */
struct span composite_text(struct composite_env *env, size_t index);

/* The number that the value begins with; false when absent, or it begins with none. */
bool composite_number(struct composite_env *env, size_t index, double *out);
/* The same, 0 for none. */
double composite_or_zero(struct composite_env *env, size_t index);

/* composite_photo.c */
composite_make composite_shutter_speed, composite_aperture, composite_light_value,
    composite_scale_factor, composite_confusion, composite_focal_length, composite_fov,
    composite_hyperfocal, composite_dof, composite_lens_id, composite_balance_red,
    composite_balance_blue;

/* composite_maker.c */
composite_make composite_drive_mode, composite_shooting_mode, composite_flash_type,
    composite_red_eye, composite_flash_compensation, composite_curtain, composite_lens,
    composite_lens_35mm, composite_canon_levels, composite_samsung_levels, composite_canon_iso,
    composite_zoom, composite_auto_focus, composite_bit_rate, composite_lens_spec,
    composite_lens_type, composite_focus_distance, composite_focus_distance_2,
    composite_phase_detect, composite_contrast_detect, composite_scene, composite_extender,
    composite_flash, composite_date_created;

/* Panasonic's advanced scenes by "mode type". */
extern const struct enum_map panasonic_scenes;

/* composite_lens.c */
composite_make composite_lens_of_xmp;

/* composite_nikon.c: LensIDNumber, LensFStops, focal lengths, apertures, MCUVersion, LensType */
composite_make composite_nikon_lens, composite_contrast_af, composite_phase_af;

/* composite_place.c */
composite_make composite_latitude, composite_longitude, composite_position, composite_altitude,
    composite_gps_time, composite_latitude_ref, composite_longitude_ref, composite_sub_seconds,
    composite_joined, composite_date_original;

#endif
