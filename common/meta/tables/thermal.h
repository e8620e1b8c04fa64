/* Layouts of FLIR's and InfiRay's blocks in JPEG. */
#ifndef META_TABLES_THERMAL_H
#define META_TABLES_THERMAL_H

#include "meta/tag.h"

extern const struct tag_table flir_camera_table, flir_palette_table, flir_pip_table, flir_gps_table;
extern const struct enum_map flir_measurement_kinds;
extern const struct tag_table infiray_version_table, infiray_factory_table, infiray_picture_table,
    infiray_mixmode_table, infiray_opmode_table, infiray_isothermal_table, infiray_sensor_table;

bool flir_position(const struct tag_env *env, struct buf *out);
bool flir_version(const struct tag_env *env, struct buf *out);
bool flir_has_text(const struct tag_env *env);
bool flir_set(const struct tag_env *env);
bool thermal_celsius(const struct tag_env *env, struct span value, struct buf *out); /* of K */
bool thermal_eight_digits(const struct tag_env *env, struct span value, struct buf *out);
bool thermal_humidity(const struct tag_env *env, struct buf *out); /* a share, or per cent */
bool thermal_percent(const struct tag_env *env, struct buf *out);  /* of a share */
bool thermal_date(const struct tag_env *env, struct buf *out); /* seconds, ms, minutes of zone */

#endif
