/* The menus of Nikon's later cameras. Source of ids, names and wordings: ExifTool's "NikonSettings
 * Tags". */
#include <string.h>

#include "meta/maker_nikon.h"
#include "meta/print.h"
#include "meta/scan.h"
#include "meta/tables/nikon.h"

ENUM_MAP(iso_auto_hi_limit, { 1, "ISO 200" }, { 2, "ISO 250" }, { 3, "ISO 280" }, { 4, "ISO 320" },
         { 5, "ISO 400" }, { 6, "ISO 500" }, { 7, "ISO 560" }, { 8, "ISO 640" }, { 9, "ISO 800" },
         { 10, "ISO 1000" }, { 11, "ISO 1100" }, { 12, "ISO 1250" }, { 13, "ISO 1600" },
         { 14, "ISO 2000" }, { 15, "ISO 2200" }, { 16, "ISO 2500" }, { 17, "ISO 3200" },
         { 18, "ISO 4000" }, { 19, "ISO 4500" }, { 20, "ISO 5000" }, { 21, "ISO 6400" },
         { 22, "ISO 8000" }, { 23, "ISO 9000" }, { 24, "ISO 10000" }, { 25, "ISO 12800" },
         { 26, "ISO 16000" }, { 27, "ISO 18000" }, { 28, "ISO 20000" }, { 29, "ISO 25600" },
         { 30, "ISO 32000" }, { 31, "ISO 36000" }, { 32, "ISO 40000" }, { 33, "ISO 51200" },
         { 34, "ISO 64000" }, { 35, "ISO 72000" }, { 36, "ISO 81200" }, { 37, "ISO 102400" },
         { 38, "ISO Hi 0.3" }, { 39, "ISO Hi 0.5" }, { 40, "ISO Hi 0.7" }, { 41, "ISO Hi 1.0" },
         { 42, "ISO Hi 2.0" }, { 43, "ISO Hi 3.0" }, { 44, "ISO Hi 4.0" }, { 45, "ISO Hi 5.0" });
ENUM_MAP(iso_auto_hi_limit_2, { 1, "ISO 100" }, { 2, "ISO 125" }, { 4, "ISO 160" },
         { 5, "ISO 200" }, { 6, "ISO 250" }, { 8, "ISO 320" }, { 9, "ISO 400" }, { 10, "ISO 500" },
         { 12, "ISO 640" }, { 13, "ISO 800" }, { 14, "ISO 1000" }, { 16, "ISO 1250" },
         { 17, "ISO 1600" }, { 18, "ISO 2000" }, { 20, "ISO 2500" }, { 21, "ISO 3200" },
         { 22, "ISO 4000" }, { 24, "ISO 5000" }, { 25, "ISO 6400" }, { 26, "ISO 8000" },
         { 28, "ISO 10000" }, { 29, "ISO 12800" }, { 30, "ISO 16000" }, { 32, "ISO 20000" },
         { 33, "ISO 25600" }, { 38, "ISO Hi 0.3" }, { 39, "ISO Hi 0.5" }, { 40, "ISO Hi 0.7" },
         { 41, "ISO Hi 1.0" }, { 42, "ISO Hi 2.0" });
ENUM_MAP(iso_auto_flash_limit, { 1, "Same As Without Flash" }, { 2, "ISO 200" }, { 3, "ISO 250" },
         { 5, "ISO 320" }, { 6, "ISO 400" }, { 7, "ISO 500" }, { 9, "ISO 640" }, { 10, "ISO 800" },
         { 11, "ISO 1000" }, { 13, "ISO 1250" }, { 14, "ISO 1600" }, { 15, "ISO 2000" },
         { 17, "ISO 2500" }, { 18, "ISO 3200" }, { 19, "ISO 4000" }, { 21, "ISO 5000" },
         { 22, "ISO 6400" }, { 23, "ISO 8000" }, { 25, "ISO 10000" }, { 26, "ISO 12800" },
         { 27, "ISO 16000" }, { 29, "ISO 20000" }, { 30, "ISO 25600" }, { 31, "ISO 32000" },
         { 33, "ISO 40000" }, { 34, "ISO 51200" }, { 35, "ISO 64000" }, { 36, "ISO 72000" },
         { 37, "ISO 81200" }, { 38, "ISO 102400" }, { 39, "ISO Hi 0.3" }, { 40, "ISO Hi 0.5" },
         { 41, "ISO Hi 0.7" }, { 42, "ISO Hi 1.0" }, { 43, "ISO Hi 2.0" }, { 44, "ISO Hi 3.0" },
         { 45, "ISO Hi 4.0" }, { 46, "ISO Hi 5.0" });
ENUM_MAP(iso_auto_flash_limit_2, { 1, "Same As Without Flash" }, { 2, "ISO 100" }, { 3, "ISO 125" },
         { 5, "ISO 160" }, { 6, "ISO 200" }, { 7, "ISO 250" }, { 9, "ISO 320" }, { 10, "ISO 400" },
         { 11, "ISO 500" }, { 13, "ISO 640" }, { 14, "ISO 800" }, { 15, "ISO 1000" },
         { 17, "ISO 1250" }, { 18, "ISO 1600" }, { 19, "ISO 2000" }, { 21, "ISO 2500" },
         { 22, "ISO 3200" }, { 23, "ISO 4000" }, { 25, "ISO 5000" }, { 26, "ISO 6400" },
         { 27, "ISO 8000" }, { 29, "ISO 10000" }, { 30, "ISO 12800" }, { 31, "ISO 16000" },
         { 33, "ISO 20000" }, { 34, "ISO 25600" }, { 39, "ISO Hi 0.3" }, { 40, "ISO Hi 0.5" },
         { 41, "ISO Hi 0.7" }, { 42, "ISO Hi 1.0" }, { 43, "ISO Hi 2.0" });
ENUM_MAP(iso_auto_shutter_time, { 1, "Auto (Slowest)" }, { 2, "Auto (Slower)" }, { 3, "Auto" },
         { 4, "Auto (Faster)" }, { 5, "Auto (Fastest)" }, { 6, "1/4000 s" }, { 7, "1/3200 s" },
         { 8, "1/2500 s" }, { 9, "1/2000 s" }, { 10, "1/1600 s" }, { 11, "1/1250 s" },
         { 12, "1/1000 s" }, { 13, "1/800 s" }, { 14, "1/640 s" }, { 15, "1/500 s" },
         { 16, "1/400 s" }, { 17, "1/320 s" }, { 18, "1/250 s" }, { 19, "1/200 s" },
         { 20, "1/160 s" }, { 21, "1/125 s" }, { 22, "1/100 s" }, { 23, "1/80 s" },
         { 24, "1/60 s" }, { 25, "1/50 s" }, { 26, "1/40 s" }, { 27, "1/30 s" }, { 28, "1/25 s" },
         { 29, "1/20 s" }, { 30, "1/15 s" }, { 31, "1/13 s" }, { 32, "1/10 s" }, { 33, "1/8 s" },
         { 34, "1/6 s" }, { 35, "1/5 s" }, { 36, "1/4 s" }, { 37, "1/3 s" }, { 38, "1/2.5 s" },
         { 39, "1/2 s" }, { 40, "1/1.6 s" }, { 41, "1/1.3 s" }, { 42, "1 s" }, { 43, "1.3 s" },
         { 44, "1.6 s" }, { 45, "2 s" }, { 46, "2.5 s" }, { 47, "3 s" }, { 48, "4 s" },
         { 49, "5 s" }, { 50, "6 s" }, { 51, "8 s" }, { 52, "10 s" }, { 53, "13 s" },
         { 54, "15 s" }, { 55, "20 s" }, { 56, "25 s" }, { 57, "30 s" });
ENUM_MAP(flicker_reduction_shooting, { 1, "Enable" }, { 2, "Disable" });
ENUM_MAP(movie_iso_auto_hi_limit, { 1, "ISO 200" }, { 2, "ISO 250" }, { 4, "ISO 320" },
         { 5, "ISO 400" }, { 6, "ISO 500" }, { 8, "ISO 640" }, { 9, "ISO 800" }, { 10, "ISO 1000" },
         { 12, "ISO 1250" }, { 13, "ISO 1600" }, { 14, "ISO 2000" }, { 16, "ISO 2500" },
         { 17, "ISO 3200" }, { 18, "ISO 4000" }, { 20, "ISO 5000" }, { 21, "ISO 6400" },
         { 22, "ISO 8000" }, { 24, "ISO 10000" }, { 25, "ISO 12800" }, { 26, "ISO 16000" },
         { 28, "ISO 20000" }, { 29, "ISO 25600" }, { 34, "ISO Hi 0.3" }, { 35, "ISO Hi 0.5" },
         { 36, "ISO Hi 0.7" }, { 37, "ISO Hi 1.0" }, { 38, "ISO Hi 2.0" });
ENUM_MAP(movie_iso_auto_control_manual_mode, { 1, "On" }, { 2, "Off" });
ENUM_MAP(movie_white_balance_same_as_photo, { 1, "Yes" }, { 2, "No" });
ENUM_MAP(af_c_priority_sel, { 1, "Release" }, { 2, "Release + Focus" }, { 3, "Focus + Release" },
         { 4, "Focus" });
ENUM_MAP(af_c_priority_sel_2, { 1, "Release" }, { 2, "Focus" });
ENUM_MAP(af_point_sel, { 1, "105 Points" }, { 2, "27 Points" }, { 3, "15 Points" });
ENUM_MAP(af_point_sel_2, { 1, "Use All" }, { 2, "Use Half" });
ENUM_MAP(af_activation, { 1, "Shutter/AF-On" }, { 2, "AF-On Only" });
ENUM_MAP(focus_point_wrap, { 1, "Wrap" }, { 2, "No Wrap" });
ENUM_MAP(manual_focus_point_illumination, { 1, "On" },
         { 2, "On During Focus Point Selection Only" });
ENUM_MAP(iso_step_size, { 1, "1/3 EV" }, { 2, "1/2 EV" }, { 3, "1 EV" });
ENUM_MAP(easy_exposure_compensation, { 1, "On (auto reset)" }, { 2, "On" }, { 3, "Off" });
ENUM_MAP(matrix_metering, { 1, "Face Detection On" }, { 2, "Face Detection Off" });
ENUM_MAP(center_weighted_area_size, { 1, "8 mm" }, { 2, "12 mm" }, { 3, "15 mm" }, { 4, "20 mm" },
         { 5, "Average" });
ENUM_MAP(center_weighted_area_size_2, { 1, "12 mm" }, { 2, "Average" });
ENUM_MAP(shutter_release_button_ae_l, { 1, "On (Half Press)" }, { 2, "On (Burst Mode)" },
         { 3, "Off" });
ENUM_MAP(standby_monitor_off_time, { 1, "4 s" }, { 2, "6 s" }, { 3, "10 s" }, { 4, "30 s" },
         { 5, "1 min" }, { 6, "5 min" }, { 7, "10 min" }, { 8, "30 min" }, { 9, "No Limit" });
ENUM_MAP(standby_monitor_off_time_2, { 1, "10 s" }, { 2, "20 s" }, { 3, "30 s" }, { 4, "1 min" },
         { 5, "5 min" }, { 6, "10 min" }, { 7, "30 min" }, { 8, "No Limit" });
ENUM_MAP(self_timer_time, { 1, "2 s" }, { 2, "5 s" }, { 3, "10 s" }, { 4, "20 s" });
ENUM_MAP(self_timer_shot_interval, { 1, "0.5 s" }, { 2, "1 s" }, { 3, "2 s" }, { 4, "3 s" });
ENUM_MAP(playback_monitor_off_time, { 1, "4 s" }, { 2, "10 s" }, { 3, "20 s" }, { 4, "1 min" },
         { 5, "5 min" }, { 6, "10 min" });
ENUM_MAP(image_review_monitor_off_time, { 1, "2 s" }, { 2, "4 s" }, { 3, "10 s" }, { 4, "20 s" },
         { 5, "1 min" }, { 6, "5 min" }, { 7, "10 min" });
ENUM_MAP(live_view_monitor_off_time, { 1, "5 min" }, { 2, "10 min" }, { 3, "15 min" },
         { 4, "20 min" }, { 5, "30 min" }, { 6, "No Limit" });
ENUM_MAP(exposure_delay_mode, { 1, "3 s" }, { 2, "2 s" }, { 3, "1 s" }, { 4, "0.5 s" },
         { 5, "0.2 s" }, { 6, "Off" });
ENUM_MAP(flash_sync_speed, { 1, "1/250 s (auto FP)" }, { 2, "1/250 s" }, { 3, "1/200 s" },
         { 4, "1/160 s" }, { 5, "1/125 s" }, { 6, "1/100 s" }, { 7, "1/80 s" }, { 8, "1/60 s" });
ENUM_MAP(flash_sync_speed_2, { 1, "1/200 s (auto FP)" }, { 2, "1/200 s" }, { 3, "1/160 s" },
         { 4, "1/125 s" }, { 5, "1/100 s" }, { 6, "1/80 s" }, { 7, "1/60 s" });
ENUM_MAP(flash_shutter_speed, { 1, "1/60 s" }, { 2, "1/30 s" }, { 3, "1/15 s" }, { 4, "1/8 s" },
         { 5, "1/4 s" }, { 6, "1/2 s" }, { 7, "1 s" }, { 8, "2 s" });
ENUM_MAP(flash_exposure_comp_area, { 1, "Entire Frame" }, { 2, "Background Only" });
ENUM_MAP(auto_flash_iso_sensitivity, { 1, "Subject and Background" }, { 2, "Subject Only" });
ENUM_MAP(assign_bkt_button, { 1, "Auto Bracketing" }, { 2, "Multiple Exposure" },
         { 3, "HDR (high dynamic range)" }, { 4, "None" });
ENUM_MAP(assign_movie_record_button, { 1, "Voice Memo" }, { 2, "Photo Shooting Bank" },
         { 3, "Exposure Mode" }, { 4, "AF Mode/AF Area Mode" }, { 5, "Image Area" },
         { 6, "Shutter/Aperture Lock" }, { 7, "None" });
ENUM_MAP(assign_movie_record_button_2, { 1, "AE Lock (hold)" }, { 2, "AE Lock (reset on release)" },
         { 3, "Preview" }, { 4, "+NEF(RAW)" }, { 5, "LiveView Info Display On/Off" },
         { 6, "Grid Display" }, { 7, "Zoom (Low)" }, { 8, "Zoom (1:1)" }, { 9, "Zoom (High)" },
         { 10, "My Menu" }, { 11, "My Menu Top Item" }, { 12, "Image Area" },
         { 13, "Image Quality" }, { 14, "White Balance" }, { 15, "Picture Control" },
         { 16, "Active-D Lighting" }, { 17, "Metering" }, { 18, "Flash Mode" },
         { 19, "Focus Mode" }, { 20, "Auto Bracketing" }, { 21, "Multiple Exposure" },
         { 22, "HDR" }, { 23, "Exposure Delay Mode" }, { 24, "Shutter/Aperture Lock" },
         { 25, "Non-CPU Lens" }, { 26, "None" });
ENUM_MAP(multi_selector_shoot_mode, { 1, "Select Center Focus Point" },
         { 2, "Preset Focus Point - Press To Recall" },
         { 3, "Preset Focus Point - Hold To Recall" }, { 4, "None" });
ENUM_MAP(multi_selector_shoot_mode_2, { 1, "Select Center Focus Point" }, { 2, "Zoom (Low)" },
         { 3, "Zoom (1:1)" }, { 4, "Zoom (High)" }, { 5, "None" });
ENUM_MAP(multi_selector_playback_mode, { 1, "Filtered Playback" }, { 2, "View Histograms" },
         { 3, "Zoom (Low)" }, { 4, "Zoom (1:1)" }, { 5, "Zoom (High)" }, { 6, "Choose Folder" });
ENUM_MAP(multi_selector_playback_mode_2, { 1, "Thumbnail On/Off" }, { 2, "View Histograms" },
         { 3, "Zoom (Low)" }, { 4, "Zoom (1:1)" }, { 5, "Zoom (High)" }, { 6, "Choose Folder" });
ENUM_MAP(dials_exposure_on, { 1, "Autofocus On, Exposure On" },
         { 2, "Autofocus Off, Exposure On" });
ENUM_MAP(dials_exposure_a, { 1, "Autofocus On, Exposure On (Mode A)" },
         { 2, "Autofocus Off, Exposure On (Mode A)" });
ENUM_MAP(dials_exposure_off, { 1, "Autofocus On, Exposure Off" },
         { 2, "Autofocus Off, Exposure Off" });
ENUM_MAP(cmd_dials_menu_and_playback, { 1, "On" }, { 2, "On (Image Review Excluded)" },
         { 3, "Off" });
ENUM_MAP(sub_dial_frame_advance, { 1, "10 Frames" }, { 2, "50 Frames" }, { 3, "Rating" },
         { 4, "Protect" }, { 5, "Stills Only" }, { 6, "Movies Only" }, { 7, "Folder" });
ENUM_MAP(reverse_indicators, { 1, "+ 0 -" }, { 2, "- 0 +" });
ENUM_MAP(movie_shutter_button, { 1, "Take Photo" }, { 2, "Record Movie" });
ENUM_MAP(language, { 5, "English" }, { 6, "Spanish" }, { 8, "French" }, { 15, "Portuguese (Br)" });
ENUM_MAP(shooting_info_display, { 1, "Auto" }, { 2, "Manual (dark on light)" },
         { 3, "Manual (light on dark)" });
ENUM_MAP(shooting_info_display_2, { 1, "Manual (dark on light)" }, { 2, "Manual (light on dark)" });
ENUM_MAP(flick_advance_direction, { 1, "Right to Left" }, { 2, "Left to Right" });
ENUM_MAP(hdmi_output_resolution, { 1, "Auto" }, { 2, "2160p" }, { 3, "1080p" }, { 4, "1080i" },
         { 5, "720p" }, { 6, "576p" }, { 7, "480p" });
ENUM_MAP(hdmi_output_range, { 1, "Auto" }, { 2, "Limit" }, { 3, "Full" });
ENUM_MAP(remote_func_button, { 1, "AF-On" }, { 2, "AF Lock Only" },
         { 3, "AE Lock (reset on release)" }, { 4, "AE Lock Only" }, { 5, "AE/AF Lock" },
         { 6, "FV Lock" }, { 7, "Flash Disable/Enable" }, { 8, "Preview" }, { 9, "+NEF(RAW)" },
         { 10, "LiveView Info Display On/Off" }, { 11, "Recall Shooting Functions" },
         { 12, "None" });
ENUM_MAP(remote_func_button_2, { 1, "AF-On" }, { 2, "AF Lock Only" },
         { 3, "AE Lock (reset on release)" }, { 4, "AE Lock Only" }, { 5, "AE/AF Lock" },
         { 6, "FV Lock" }, { 7, "Flash Disable/Enable" }, { 8, "Preview" }, { 9, "+NEF(RAW)" },
         { 10, "None" }, { 11, "LiveView Info Display On/Off" });
ENUM_MAP(reverse_with, { 1, "Exposure Compensation" },
         { 2, "Exposure Compensation, Shutter Speed & Aperture" });
ENUM_MAP(reverse_without, { 1, "No" }, { 2, "Shutter Speed & Aperture" });
ENUM_MAP(focus_peaking_highlight_color, { 1, "Red" }, { 2, "Yellow" }, { 3, "Blue" },
         { 4, "White" });
ENUM_MAP(movie_highlight_display_threshold, { 1, "255" }, { 2, "248" }, { 3, "235" }, { 4, "224" },
         { 5, "213" }, { 6, "202" }, { 7, "191" }, { 8, "180" });
ENUM_MAP(block_shot_af_response, { 1, "1 (Quick)" }, { 2, "2" }, { 3, "3 (Normal)" }, { 4, "4" },
         { 5, "5 (Delay)" });
ENUM_MAP(subject_motion, { 1, "Erratic" }, { 2, "Steady" });
ENUM_MAP(store_by_orientation, { 1, "Focus Point" }, { 2, "Focus Point and AF-area mode" },
         { 3, "Off" });
ENUM_MAP(store_by_orientation_2, { 1, "Focus Point" }, { 2, "Off" });
ENUM_MAP(sync_release_mode, { 1, "Sync" }, { 2, "No Sync" });
ENUM_MAP(auto_bracket_mode_m, { 1, "Flash/Speed" }, { 2, "Flash/Speed/Aperture" },
         { 3, "Flash/Aperture" }, { 4, "Flash Only" });
ENUM_MAP(preview_button, { 1, "Preset Focus Point - Press To Recall" },
         { 2, "Preset Focus Point - Hold To Recall" }, { 3, "AF-AreaMode S" },
         { 4, "AF-AreaMode D9" }, { 5, "AF-AreaMode D25" }, { 6, "AF-AreaMode D49" },
         { 7, "AF-AreaMode D105" }, { 8, "AF-AreaMode 3D" }, { 9, "AF-AreaMode Group" },
         { 10, "AF-AreaMode Group C1" }, { 11, "AF-AreaMode Group C2" },
         { 12, "AF-AreaMode Auto Area" }, { 13, "AF-AreaMode + AF-On S" },
         { 14, "AF-AreaMode + AF-On D9" }, { 15, "AF-AreaMode + AF-On D25" },
         { 16, "AF-AreaMode + AF-On D49" }, { 17, "AF-AreaMode + AF-On D105" },
         { 18, "AF-AreaMode + AF-On 3D" }, { 19, "AF-AreaMode + AF-On Group" },
         { 20, "AF-AreaMode + AF-On Group C1" }, { 21, "AF-AreaMode + AF-On Group C2" },
         { 22, "AF-AreaMode + AF-On Auto Area" }, { 23, "AF-On" }, { 24, "AF Lock Only" },
         { 25, "AE Lock (hold)" }, { 26, "AE/WB Lock (hold)" },
         { 27, "AE Lock (reset on release)" }, { 28, "AE Lock Only" }, { 29, "AE/AF Lock" },
         { 30, "FV Lock" }, { 31, "Flash Disable/Enable" }, { 32, "Preview" },
         { 33, "Recall Shooting Functions" }, { 34, "Bracketing Burst" },
         { 35, "Synchronized Release (Master)" }, { 36, "Synchronized Release (Remote)" },
         { 39, "+NEF(RAW)" }, { 40, "Grid Display" }, { 41, "Virtual Horizon" },
         { 42, "Voice Memo" }, { 43, "Wired LAN" }, { 44, "My Menu" }, { 45, "My Menu Top Item" },
         { 46, "Playback" }, { 47, "Filtered Playback" }, { 48, "Photo Shooting Bank" },
         { 49, "AF Mode/AF Area Mode" }, { 50, "Image Area" }, { 51, "Active-D Lighting" },
         { 52, "Exposure Delay Mode" }, { 53, "Shutter/Aperture Lock" },
         { 54, "1 Stop Speed/Aperture" }, { 55, "Non-CPU Lens" }, { 56, "None" });
ENUM_MAP(func1_button, { 1, "Preset Focus Point - Press To Recall" },
         { 2, "Preset Focus Point - Hold To Recall" }, { 3, "AF-AreaMode S" },
         { 4, "AF-AreaMode D9" }, { 5, "AF-AreaMode D25" }, { 6, "AF-AreaMode D49" },
         { 7, "AF-AreaMode D105" }, { 8, "AF-AreaMode 3D" }, { 9, "AF-AreaMode Group" },
         { 10, "AF-AreaMode Group C1" }, { 11, "AF-AreaMode Group C2" },
         { 12, "AF-AreaMode Auto Area" }, { 13, "AF-AreaMode + AF-On S" },
         { 14, "AF-AreaMode + AF-On D9" }, { 15, "AF-AreaMode + AF-On D25" },
         { 16, "AF-AreaMode + AF-On D49" }, { 17, "AF-AreaMode + AF-On D105" },
         { 18, "AF-AreaMode + AF-On 3D" }, { 19, "AF-AreaMode + AF-On Group" },
         { 20, "AF-AreaMode + AF-On Group C1" }, { 21, "AF-AreaMode + AF-On Group C2" },
         { 22, "AF-AreaMode + AF-On Auto Area" }, { 23, "AF-On" }, { 24, "AF Lock Only" },
         { 25, "AE Lock (hold)" }, { 26, "AE/WB Lock (hold)" },
         { 27, "AE Lock (reset on release)" }, { 28, "AE Lock Only" }, { 29, "AE/AF Lock" },
         { 30, "FV Lock" }, { 31, "Flash Disable/Enable" }, { 32, "Preview" },
         { 33, "Recall Shooting Functions" }, { 34, "Bracketing Burst" },
         { 35, "Synchronized Release (Master)" }, { 36, "Synchronized Release (Remote)" },
         { 39, "+NEF(RAW)" }, { 40, "Grid Display" }, { 41, "Virtual Horizon" },
         { 42, "Voice Memo" }, { 43, "Wired LAN" }, { 44, "My Menu" }, { 45, "My Menu Top Item" },
         { 46, "Playback" }, { 47, "Filtered Playback" }, { 48, "Photo Shooting Bank" },
         { 49, "AF Mode/AF Area Mode" }, { 50, "Image Area" }, { 51, "Active-D Lighting" },
         { 52, "Exposure Delay Mode" }, { 53, "Shutter/Aperture Lock" },
         { 54, "1 Stop Speed/Aperture" }, { 55, "Non-CPU Lens" }, { 56, "None" });
ENUM_MAP(func1_button_2, { 1, "AF-On or Subject Tracking" }, { 2, "AF Lock Only" },
         { 3, "AE Lock (hold)" }, { 4, "AE Lock (reset on release)" }, { 5, "AE Lock Only" },
         { 6, "AE/AF Lock" }, { 7, "FV Lock" }, { 8, "Flash Disable/Enable" }, { 9, "Preview" },
         { 10, "Matrix Metering" }, { 11, "Center-weighted Metering" }, { 12, "Spot Metering" },
         { 13, "Highlight-weighted Metering" }, { 14, "Bracketing Burst" },
         { 15, "Synchronized Release (Master)" }, { 16, "Synchronized Release (Remote)" },
         { 19, "+NEF(RAW)" }, { 20, "Framing Grid Display" }, { 22, "Zoom On/Off" },
         { 24, "My Menu" }, { 25, "My Menu Top Item" }, { 26, "Playback" }, { 27, "Protect" },
         { 28, "Image Area" }, { 29, "Image Quality" }, { 30, "White Balance" },
         { 31, "Picture Control" }, { 32, "Active D-Lighting" }, { 33, "Metering" },
         { 34, "Flash Mode" }, { 35, "Focus Mode" }, { 36, "Auto Bracketing" },
         { 37, "Multiple Exposure" }, { 38, "HDR" }, { 39, "Exposure Delay Mode" },
         { 40, "Shutter/Aperture Lock" }, { 41, "Focus Peaking" }, { 42, "Rating" },
         { 43, "Non-CPU Lens" }, { 44, "None" });
ENUM_MAP(func1_button_3, { 1, "AF-On" }, { 2, "AF Lock Only" }, { 3, "AE Lock (hold)" },
         { 4, "AE Lock (reset on release)" }, { 5, "AE Lock Only" }, { 6, "AE/AF Lock" },
         { 7, "FV Lock" }, { 8, "Flash Disable/Enable" }, { 9, "Preview" },
         { 10, "Matrix Metering" }, { 11, "Center-weighted Metering" }, { 12, "Spot Metering" },
         { 13, "Highlight-weighted Metering" }, { 14, "Bracketing Burst" },
         { 15, "Synchronized Release (Master)" }, { 16, "Synchronized Release (Remote)" },
         { 19, "+NEF(RAW)" }, { 20, "Subject Tracking" }, { 21, "Silent Photography" },
         { 22, "LiveView Info Display On/Off" }, { 23, "Grid Display" }, { 24, "Zoom (Low)" },
         { 25, "Zoom (1:1)" }, { 26, "Zoom (High)" }, { 27, "My Menu" }, { 28, "My Menu Top Item" },
         { 29, "Playback" }, { 30, "Protect" }, { 31, "Image Area" }, { 32, "Image Quality" },
         { 33, "White Balance" }, { 34, "Picture Control" }, { 35, "Active-D Lighting" },
         { 36, "Metering" }, { 37, "Flash Mode" }, { 38, "Focus Mode" }, { 39, "Auto Bracketing" },
         { 40, "Multiple Exposure" }, { 41, "HDR" }, { 42, "Exposure Delay Mode" },
         { 43, "Shutter/Aperture Lock" }, { 44, "Focus Peaking" }, { 45, "Rating 0" },
         { 46, "Rating 5" }, { 47, "Rating 4" }, { 48, "Rating 3" }, { 49, "Rating 2" },
         { 50, "Rating 1" }, { 52, "None" });
ENUM_MAP(af_on_button, { 1, "AF-AreaMode S" }, { 2, "AF-AreaMode D9" }, { 3, "AF-AreaMode D25" },
         { 4, "AF-AreaMode D49" }, { 5, "AF-AreaMode D105" }, { 6, "AF-AreaMode 3D" },
         { 7, "AF-AreaMode Group" }, { 8, "AF-AreaMode Group C1" }, { 9, "AF-AreaMode Group C2" },
         { 10, "AF-AreaMode Auto Area" }, { 11, "AF-AreaMode + AF-On S" },
         { 12, "AF-AreaMode + AF-On D9" }, { 13, "AF-AreaMode + AF-On D25" },
         { 14, "AF-AreaMode + AF-On D49" }, { 15, "AF-AreaMode + AF-On D105" },
         { 16, "AF-AreaMode + AF-On 3D" }, { 17, "AF-AreaMode + AF-On Group" },
         { 18, "AF-AreaMode + AF-On Group C1" }, { 19, "AF-AreaMode + AF-On Group C2" },
         { 20, "AF-AreaMode + AF-On Auto Area" }, { 21, "AF-On" }, { 22, "AF Lock Only" },
         { 23, "AE Lock (hold)" }, { 24, "AE/WB Lock (hold)" },
         { 25, "AE Lock (reset on release)" }, { 26, "AE Lock Only" }, { 27, "AE/AF Lock" },
         { 28, "Recall Shooting Functions" }, { 29, "None" });
ENUM_MAP(af_on_button_2, { 1, "Center Focus Point" }, { 2, "AF-On" }, { 3, "AF Lock Only" },
         { 4, "AE Lock (hold)" }, { 5, "AE Lock (reset on release)" }, { 6, "AE Lock Only" },
         { 7, "AE/AF Lock" }, { 8, "LiveView Info Display On/Off" }, { 9, "Zoom (Low)" },
         { 10, "Zoom (1:1)" }, { 11, "Zoom (High)" }, { 12, "None" });
ENUM_MAP(sub_selector, { 1, "Same as MultiSelector" }, { 2, "Focus Point Selection" });
ENUM_MAP(sub_selector_center, { 1, "Preset Focus Point - Press To Recall" },
         { 2, "Preset Focus Point - Hold To Recall" }, { 3, "Center Focus Point" },
         { 4, "AF-AreaMode S" }, { 5, "AF-AreaMode D9" }, { 6, "AF-AreaMode D25" },
         { 7, "AF-AreaMode D49" }, { 8, "AF-AreaMode D105" }, { 9, "AF-AreaMode 3D" },
         { 10, "AF-AreaMode Group" }, { 11, "AF-AreaMode Group C1" },
         { 12, "AF-AreaMode Group C2" }, { 13, "AF-AreaMode Auto Area" },
         { 14, "AF-AreaMode + AF-On S" }, { 15, "AF-AreaMode + AF-On D9" },
         { 16, "AF-AreaMode + AF-On D25" }, { 17, "AF-AreaMode + AF-On D49" },
         { 18, "AF-AreaMode + AF-On D105" }, { 19, "AF-AreaMode + AF-On 3D" },
         { 20, "AF-AreaMode + AF-On Group" }, { 21, "AF-AreaMode + AF-On Group C1" },
         { 22, "AF-AreaMode + AF-On Group C2" }, { 23, "AF-AreaMode + AF-On Auto Area" },
         { 24, "AF-On" }, { 25, "AF Lock Only" }, { 26, "AE Lock (hold)" },
         { 27, "AE/WB Lock (hold)" }, { 28, "AE Lock (reset on release)" }, { 29, "AE Lock Only" },
         { 30, "AE/AF Lock" }, { 31, "FV Lock" }, { 32, "Flash Disable/Enable" }, { 33, "Preview" },
         { 34, "Recall Shooting Functions" }, { 35, "Bracketing Burst" },
         { 36, "Synchronized Release (Master)" }, { 37, "Synchronized Release (Remote)" },
         { 38, "None" });
ENUM_MAP(sub_selector_center_2, { 1, "Center Focus Point" }, { 2, "AF-On" }, { 3, "AF Lock Only" },
         { 4, "AE Lock (hold)" }, { 5, "AE Lock (reset on release)" }, { 6, "AE Lock Only" },
         { 7, "AE/AF Lock" }, { 8, "FV Lock" }, { 9, "Flash Disable/Enable" }, { 10, "Preview" },
         { 11, "Matrix Metering" }, { 12, "Center-weighted Metering" }, { 13, "Spot Metering" },
         { 14, "Highlight-weighted Metering" }, { 15, "Bracketing Burst" },
         { 16, "Synchronized Release (Master)" }, { 17, "Synchronized Release (Remote)" },
         { 20, "+NEF(RAW)" }, { 21, "LiveView Info Display On/Off" }, { 22, "Grid Display" },
         { 23, "Image Area" }, { 24, "Non-CPU Lens" }, { 25, "None" });
ENUM_MAP(lens_func1_button, { 1, "Preset Focus Point - Press To Recall" },
         { 2, "Preset Focus Point - Hold To Recall" }, { 3, "AF-AreaMode S" },
         { 4, "AF-AreaMode D9" }, { 5, "AF-AreaMode D25" }, { 6, "AF-AreaMode D49" },
         { 7, "AF-AreaMode D105" }, { 8, "AF-AreaMode 3D" }, { 9, "AF-AreaMode Group" },
         { 10, "AF-AreaMode Group C1" }, { 11, "AF-AreaMode Group C2" },
         { 12, "AF-AreaMode Auto Area" }, { 13, "AF-AreaMode + AF-On S" },
         { 14, "AF-AreaMode + AF-On D9" }, { 15, "AF-AreaMode + AF-On D25" },
         { 16, "AF-AreaMode + AF-On D49" }, { 17, "AF-AreaMode + AF-On D105" },
         { 18, "AF-AreaMode + AF-On 3D" }, { 19, "AF-AreaMode + AF-On Group" },
         { 20, "AF-AreaMode + AF-On Group C1" }, { 21, "AF-AreaMode + AF-On Group C2" },
         { 22, "AF-AreaMode + AF-On Auto Area" }, { 23, "AF-On" }, { 24, "AF Lock Only" },
         { 25, "AE Lock Only" }, { 26, "AE/AF Lock" }, { 27, "Flash Disable/Enable" },
         { 28, "Recall Shooting Functions" }, { 29, "Synchronized Release (Master)" },
         { 30, "Synchronized Release (Remote)" });
ENUM_MAP(lens_func1_button_2, { 1, "AF-On" }, { 2, "AF Lock Only" }, { 3, "AE Lock (hold)" },
         { 4, "AE Lock (reset on release)" }, { 5, "AE Lock Only" }, { 6, "AE/AF Lock" },
         { 7, "FV Lock" }, { 8, "Flash Disable/Enable" }, { 9, "Preview" },
         { 10, "Matrix Metering" }, { 11, "Center-weighted Metering" }, { 12, "Spot Metering" },
         { 13, "Highlight-weighted Metering" }, { 14, "Bracketing Burst" },
         { 15, "Synchronized Release (Master)" }, { 16, "Synchronized Release (Remote)" },
         { 19, "+NEF(RAW)" }, { 20, "Subject Tracking" }, { 21, "Grid Display" },
         { 22, "Zoom (Low)" }, { 23, "Zoom (1:1)" }, { 24, "Zoom (High)" }, { 25, "My Menu" },
         { 26, "My Menu Top Item" }, { 27, "Playback" }, { 28, "None" });
ENUM_MAP(cmd_dials_aperture_setting, { 1, "Sub-command Dial" }, { 2, "Aperture Ring" });
ENUM_MAP(multi_selector, { 1, "Restart Standby Timer" }, { 2, "Do Nothing" });
ENUM_MAP(live_view_button_options, { 1, "Enable" }, { 2, "Enable (Standby Timer Active)" },
         { 3, "Disable" });
ENUM_MAP(light_switch, { 1, "LCD Backlight" }, { 2, "LCD Backlight and Shooting Information" });
ENUM_MAP(movie_preview_button, { 1, "Power Aperture (Open)" }, { 2, "Exposure Compensation" },
         { 3, "Grid Display" }, { 4, "Zoom (Low)" }, { 5, "Zoom (1:1)" }, { 6, "Zoom (High)" },
         { 7, "Image Area" }, { 8, "Microphone Sensitivity" }, { 9, "None" });
ENUM_MAP(movie_func1_button, { 1, "Power Aperture (Open)" }, { 2, "Exposure Compensation" },
         { 3, "Subject Tracking" }, { 4, "LiveView Info Display On/Off" }, { 5, "Grid Display" },
         { 6, "Zoom (Low)" }, { 7, "Zoom (1:1)" }, { 8, "Zoom (High)" }, { 9, "Protect" },
         { 10, "Image Area" }, { 11, "White Balance" }, { 12, "Picture Control" },
         { 13, "Active-D Lighting" }, { 14, "Metering" }, { 15, "Focus Mode" },
         { 16, "Microphone Sensitivity" }, { 17, "Focus Peaking" }, { 18, "Rating (None)" },
         { 19, "Rating (5)" }, { 20, "Rating (4)" }, { 21, "Rating (3)" }, { 22, "Rating (2)" },
         { 23, "Rating (1)" }, { 25, "None" });
ENUM_MAP(movie_func1_button_2, { 1, "Power Aperture (Close)" }, { 2, "Exposure Compensation" },
         { 3, "Grid Display" }, { 4, "Zoom (Low)" }, { 5, "Zoom (1:1)" }, { 6, "Zoom (High)" },
         { 7, "Image Area" }, { 8, "Microphone Sensitivity" }, { 9, "None" });
ENUM_MAP(movie_func2_button, { 1, "Power Aperture (Close)" }, { 2, "Exposure Compensation" },
         { 3, "Subject Tracking" }, { 4, "LiveView Info Display On/Off" }, { 5, "Grid Display" },
         { 6, "Zoom (Low)" }, { 7, "Zoom (1:1)" }, { 8, "Zoom (High)" }, { 9, "Protect" },
         { 10, "Image Area" }, { 11, "White Balance" }, { 12, "Picture Control" },
         { 13, "Active-D Lighting" }, { 14, "Metering" }, { 15, "Focus Mode" },
         { 16, "Microphone Sensitivity" }, { 17, "Focus Peaking" }, { 18, "Rating (None)" },
         { 19, "Rating (5)" }, { 20, "Rating (4)" }, { 21, "Rating (3)" }, { 22, "Rating (2)" },
         { 23, "Rating (1)" }, { 25, "None" });
ENUM_MAP(movie_func2_button_2, { 1, "Grid Display" }, { 2, "Zoom (Low)" }, { 3, "Zoom (1:1)" },
         { 4, "Zoom (High)" }, { 5, "Image Area" }, { 6, "Microphone Sensitivity" }, { 7, "None" });
ENUM_MAP(assign_movie_subselector, { 1, "Center Focus Point" }, { 2, "AF Lock Only" },
         { 3, "AE Lock (hold)" }, { 4, "AE/WB Lock (hold)" }, { 5, "AE Lock Only" },
         { 6, "AE/AF Lock" }, { 7, "Zoom (Low)" }, { 8, "Zoom (1:1)" }, { 9, "Zoom (High)" },
         { 10, "Record Movie" }, { 11, "None" });
ENUM_MAP(assign_movie_subselector_2, { 1, "Center Focus Point" }, { 2, "AF Lock Only" },
         { 3, "AE Lock (hold)" }, { 4, "AE Lock Only" }, { 5, "AE/AF Lock" },
         { 6, "LiveView Info Display On/Off" }, { 7, "Grid Display" }, { 8, "Zoom (Low)" },
         { 9, "Zoom (1:1)" }, { 10, "Zoom (High)" }, { 11, "Record Movie" }, { 12, "Image Area" },
         { 13, "None" });
ENUM_MAP(limit_af_area_mode_sel_d9, { 1, "Limit" }, { 2, "No Limit" });
ENUM_MAP(photo_shooting_menu_bank, { 1, "A" }, { 2, "B" }, { 3, "C" }, { 4, "D" });
ENUM_MAP(focus_peaking_level, { 1, "High Sensitivity" }, { 2, "Standard Sensitivity" },
         { 3, "Low Sensitivity" }, { 4, "Off" });
ENUM_MAP(lens_control_ring, { 1, "Aperture" }, { 2, "Exposure Compensation" },
         { 3, "ISO Sensitivity" }, { 4, "None (Disabled)" });
ENUM_MAP(movie_multi_selector, { 1, "Center Focus Point" }, { 2, "Zoom (Low)" },
         { 3, "Zoom (1:1)" }, { 4, "Zoom (High)" }, { 5, "Record Movie" }, { 6, "None" },
         { 1, "Center Focus Point" }, { 2, "Zoom (Low)" }, { 3, "Zoom (1:1)" },
         { 4, "Zoom (High)" }, { 5, "Record Movie" }, { 6, "None" });
ENUM_MAP(movie_af_speed_apply, { 1, "Always" }, { 2, "Only During Recording" });
ENUM_MAP(movie_af_tracking_sensitivity, { 1, "1 (High)" }, { 2, "2" }, { 3, "3" },
         { 4, "4 (Normal)" }, { 5, "5" }, { 6, "6" }, { 7, "7 (Low)" });
ENUM_MAP(movie_highlight_display_pattern, { 1, "Pattern 1" }, { 2, "Pattern 2" }, { 3, "Off" });
ENUM_MAP(sub_dial_frame_advance_rating5, { 1, "No" }, { 2, "Yes" });
ENUM_MAP(movie_af_on_button, { 1, "Center Focus Point" }, { 2, "AF-On" }, { 3, "AF Lock Only" },
         { 4, "AE Lock (hold)" }, { 5, "AE Lock Only" }, { 6, "AE/AF Lock" },
         { 7, "LiveView Info Display On/Off" }, { 8, "Zoom (Low)" }, { 9, "Zoom (1:1)" },
         { 10, "Zoom (High)" }, { 11, "Record Movie" }, { 12, "None" });
ENUM_MAP(secondary_slot_function, { 1, "Overflow" }, { 2, "Backup" },
         { 3, "NEF Primary + JPG Secondary" }, { 4, "JPG Primary + JPG Secondary" });
ENUM_MAP(hdmi_bit_depth, { 1, "8 Bit" }, { 2, "10 Bit" });
ENUM_MAP(hdmi_output_hdr, { 2, "On" }, { 3, "Off" });
ENUM_MAP(bracket_set, { 1, "AE/Flash" }, { 2, "AE" }, { 3, "Flash" }, { 4, "White Balance" },
         { 5, "Active-D Lighting" });
ENUM_MAP(bracket_program, { 15, "+3F" }, { 16, "-3F" }, { 17, "+2F" }, { 18, "-2F" },
         { 19, "Disabled" }, { 20, "3F" }, { 21, "5F" }, { 22, "7F" },
         { 23, "9F (White Balance Bracketing)" }, { 1, "B3F" }, { 2, "A3F" }, { 3, "B2F" },
         { 4, "A2F" }, { 5, "Disabled" }, { 6, "3F" }, { 7, "5F" }, { 8, "7F" }, { 9, "9F" },
         { 19, "N/A (Active-D Bracketing)" }, { 10, "Disabled" }, { 11, "2 Exposures" },
         { 12, "3 Exposures" }, { 13, "4 Exposures" }, { 14, "5 Exposures" });
ENUM_MAP(group_area_c1, { 1, "1x7" }, { 2, "1x5" }, { 3, "3x7" }, { 4, "3x5" }, { 5, "3x3" },
         { 6, "5x7" }, { 7, "5x5" }, { 8, "5x3" }, { 9, "5x1" }, { 10, "7x7" }, { 11, "7x5" },
         { 12, "7x3" }, { 13, "7x1" }, { 14, "11x3" }, { 15, "11x1" }, { 16, "15x3" },
         { 17, "15x1" });
ENUM_MAP(focus_point_persistence, { 1, "Auto" }, { 2, "Off" });
ENUM_MAP(auto_focus_mode_restrictions, { 1, "AF-S" }, { 2, "AF-C" }, { 3, "No Limit" });
ENUM_MAP(focus_point_brightness, { 1, "Extra High" }, { 2, "High" }, { 3, "Normal" }, { 4, "Low" });
ENUM_MAP(quiet_shutter_shooting_speed, { 1, "Single" }, { 2, "5 fps" }, { 3, "4 fps" },
         { 4, "3 fps" }, { 5, "2 fps" }, { 6, "1 fps" });
ENUM_MAP(limit_release_mode_sel_cl, { 0, "No Limit" }, { 1, "Limit" }, { 2, "No Limit" });
ENUM_MAP(rear_contro_panel_display, { 1, "Release Mode" }, { 2, "Frame Count" });
ENUM_MAP(flash_burst_priority, { 1, "Frame Rate" }, { 2, "Exposure" });
ENUM_MAP(recall_shoot_func_exposure_mode, { 1, "Off" }, { 2, "On" });
ENUM_MAP(vertical_func_button, { 1, "Preset Focus Point" }, { 2, "AE Lock (hold)" },
         { 3, "AE/WB Lock (hold)" }, { 4, "AE Lock (reset on release)" }, { 5, "FV Lock" },
         { 6, "Preview" }, { 7, "+NEF(RAW)" }, { 8, "Grid Display" }, { 9, "Virtual Horizon" },
         { 10, "Voice Memo" }, { 11, "Playback" }, { 12, "Filtered Playback" },
         { 13, "Photo Shooting Bank" }, { 14, "Exposure Mode" }, { 15, "Exposure Comp" },
         { 16, "AF Mode/AF Area Mode" }, { 17, "Image Area" }, { 18, "ISO" },
         { 19, "Active-D Lighting" }, { 20, "Metering" }, { 21, "Exposure Delay Mode" },
         { 22, "Shutter/Aperture Lock" }, { 23, "1 Stop Speed/Aperture" }, { 24, "Rating 0" },
         { 25, "Rating 5" }, { 26, "Rating 4" }, { 27, "Rating 3" }, { 28, "Rating 2" },
         { 29, "Rating 1" }, { 30, "Candidate For Deletion" }, { 31, "Non-CPU Lens" },
         { 32, "None" });
ENUM_MAP(func3_button, { 1, "Voice Memo" }, { 2, "Select To Send" }, { 3, "Wired LAN" },
         { 4, "My Menu" }, { 5, "My Menu Top Item" }, { 6, "Filtered Playback" }, { 7, "Rating 0" },
         { 8, "Rating 5" }, { 9, "Rating 4" }, { 10, "Rating 3" }, { 11, "Rating 2" },
         { 12, "Rating 1" }, { 13, "Candidate For Deletion" }, { 14, "None" });
ENUM_MAP(vertical_af_on_button, { 1, "AF-AreaMode S" }, { 2, "AF-AreaMode D9" },
         { 3, "AF-AreaMode D25" }, { 4, "AF-AreaMode D49" }, { 5, "AF-AreaMode D105" },
         { 6, "AF-AreaMode 3D" }, { 7, "AF-AreaMode Group" }, { 8, "AF-AreaMode Group C1" },
         { 9, "AF-AreaMode Group C2" }, { 10, "AF-AreaMode Auto Area" },
         { 11, "AF-AreaMode + AF-On S" }, { 12, "AF-AreaMode + AF-On D9" },
         { 13, "AF-AreaMode + AF-On D25" }, { 14, "AF-AreaMode + AF-On D49" },
         { 15, "AF-AreaMode + AF-On D105" }, { 16, "AF-AreaMode + AF-On 3D" },
         { 17, "AF-AreaMode + AF-On Group" }, { 18, "AF-AreaMode + AF-On Group C1" },
         { 19, "AF-AreaMode + AF-On Group C2" }, { 20, "AF-AreaMode + AF-On Auto Area" },
         { 21, "Same as AF-On" }, { 22, "AF-On" }, { 23, "AF Lock Only" }, { 24, "AE Lock (hold)" },
         { 25, "AE/WB Lock (hold)" }, { 26, "AE Lock (reset on release)" }, { 27, "AE Lock Only" },
         { 28, "AE/AF Lock" }, { 29, "Recall Shooting Functions" }, { 30, "None" });
ENUM_MAP(metering_button, { 1, "Photo Shooting Bank" }, { 2, "Image Area" },
         { 3, "Active-D Lighting" }, { 4, "Metering" }, { 5, "Exposure Delay Mode" },
         { 6, "Shutter/Aperture Lock" }, { 7, "1 Stop Speed/Aperture" }, { 8, "Non-CPU Lens" },
         { 9, "None" });
ENUM_MAP(playback_flick_up, { 1, "Rating" }, { 2, "Select To Send" }, { 3, "Protect" },
         { 4, "Voice Memo" }, { 5, "None" });
ENUM_MAP(playback_flick_up_rating, { 1, "Rating 5" }, { 2, "Rating 4" }, { 3, "Rating 3" },
         { 4, "Rating 2" }, { 5, "Rating 1" }, { 6, "Candidate for Deletion" });
ENUM_MAP(movie_func3_button, { 1, "Record Movie" }, { 2, "My Menu" }, { 3, "My Menu Top Item" },
         { 4, "None" });
ENUM_MAP(shutter_type, { 1, "Auto" }, { 2, "Mechanical" }, { 3, "Electronic" });
ENUM_MAP(primary_slot, { 1, "CFexpress/XQD Card" }, { 2, "SD Card" });
ENUM_MAP(reverse_focus_ring, { 1, "Not Reversed" }, { 2, "Reversed" });
ENUM_MAP(vertical_func_button_2, { 1, "AE Lock (hold)" }, { 2, "AE Lock (reset on release)" },
         { 3, "FV Lock" }, { 4, "Preview" }, { 5, "+NEF(RAW)" }, { 6, "Subject Tracking" },
         { 7, "Silent Photography" }, { 8, "LiveView Info Display On/Off" }, { 9, "Playback" },
         { 10, "Image Area" }, { 11, "Metering" }, { 12, "Flash Mode" }, { 13, "Focus Mode" },
         { 14, "Exposure Delay Mode" }, { 15, "Shutter/Aperture Lock" },
         { 16, "Exposure Compensation" }, { 17, "ISO Sensitivity" }, { 18, "None" });
ENUM_MAP(vertical_af_on_button_2, { 1, "Same as AF-On Button" }, { 2, "Select Center Focus Point" },
         { 3, "AF-On" }, { 4, "AF Lock Only" }, { 5, "AE Lock (hold)" },
         { 6, "AE Lock (reset on release)" }, { 7, "AE Lock Only" }, { 8, "AE/AF Lock" },
         { 9, "LiveView Info Display On/Off" }, { 10, "Zoom (Low)" }, { 11, "Zoom (1:1)" },
         { 12, "Zoom (High)" }, { 13, "None" });
ENUM_MAP(vertical_movie_func_button, { 1, "LiveView Info Display On/Off" }, { 2, "Record Movie" },
         { 3, "Exposure Compensation" }, { 4, "ISO" }, { 5, "None" });
ENUM_MAP(vertical_movie_af_on_button, { 1, "Same as AF-On" }, { 2, "Center Focus Point" },
         { 3, "AF-On" }, { 4, "AF Lock Only" }, { 5, "AE Lock (hold)" }, { 6, "AE Lock Only" },
         { 7, "AE/AF Lock" }, { 8, "LiveView Info Display On/Off" }, { 9, "Zoom (Low)" },
         { 10, "Zoom (1:1)" }, { 11, "Zoom (High)" }, { 12, "Record Movie" }, { 13, "None" });
ENUM_MAP(af_area_mode, { 2, "Single-point" }, { 3, "Dynamic-area" }, { 4, "Wide (S)" },
         { 5, "Wide (L)" }, { 6, "Wide (L-people)" }, { 7, "Wide (L-animals)" }, { 8, "Auto" },
         { 9, "Auto (People)" }, { 10, "Auto (Animals)" });
ENUM_MAP(movie_af_area_mode, { 1, "Single-point" }, { 2, "Wide (S)" }, { 3, "Wide (L)" },
         { 4, "Wide (L-people)" }, { 5, "Wide (L-animals)" }, { 6, "Auto" }, { 7, "Auto (People)" },
         { 8, "Auto (Animals)" });
ENUM_MAP(keep_exposure_with_teleconverter, { 1, "Off" }, { 2, "Shutter Speed" }, { 3, "ISO" });
ENUM_MAP(focus_point_selection_speed, { 1, "Normal" }, { 2, "High" }, { 3, "Very High" });

/* Sixths of an EV; 7 is none. */
static bool fine_tune(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(raw_int(env) - 7) / 6, out);
}

static bool down_from_6(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(6 - raw_int(env)), out);
}

static bool down_from_10(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(10 - raw_int(env)), out);
}

static bool down_from_11(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(11 - raw_int(env)), out);
}

static bool down_from_15(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(15 - raw_int(env)), out);
}

static bool less_6(const struct tag_env *env, struct buf *out)
{
    return number_put((double)(raw_int(env) - 6), out);
}

static bool is_d6(const struct tag_env *env)
{
    return scan_model_starts(env->scan, "NIKON D6") && env->scan->model[8] == 0;
}

static bool is_z7(const struct tag_env *env)
{
    return scan_model_starts(env->scan, "NIKON Z 7");
}

static bool is_first_z(const struct tag_env *env)
{
    return strcmp(env->scan->model, "NIKON Z 6") == 0 || strcmp(env->scan->model, "NIKON Z 7") == 0;
}

static bool member_is(const struct tag_env *env, const char *name, int64_t wanted)
{
    const struct value *value = scan_member(env->scan, name);

    return value != NULL && value_int(value, 0) == wanted;
}

static bool dials_on(const struct tag_env *env)
{
    return member_is(env, "CmdDialsChangeMainSubExposure", 1);
}

static bool dials_in_a(const struct tag_env *env)
{
    return member_is(env, "CmdDialsChangeMainSubExposure", 2);
}

static bool reverses_compensation(const struct tag_env *env)
{
    return member_is(env, "CmdDialsReverseRotExposureComp", 1);
}

static const struct tag settings_rows[] = {
    { 0x0001, "ISOAutoHiLimit", PRINT_AS_ENUM(iso_auto_hi_limit), .when = is_d6 },
    { 0x0001, "ISOAutoHiLimit", PRINT_AS_ENUM(iso_auto_hi_limit_2), .when = is_z7 },
    { 0x0002, "ISOAutoFlashLimit", PRINT_AS_ENUM(iso_auto_flash_limit), .when = is_d6 },
    { 0x0002, "ISOAutoFlashLimit", PRINT_AS_ENUM(iso_auto_flash_limit_2), .when = is_z7 },
    { 0x0003, "ISOAutoShutterTime", PRINT_AS_ENUM(iso_auto_shutter_time) },
    { 0x000b, "FlickerReductionShooting", PRINT_AS_ENUM(flicker_reduction_shooting) },
    { 0x000c, "FlickerReductionIndicator", PRINT_AS_ENUM(flicker_reduction_shooting) },
    { 0x000d, "MovieISOAutoHiLimit", PRINT_AS_ENUM(iso_auto_hi_limit), .when = is_d6 },
    { 0x000d, "MovieISOAutoHiLimit", PRINT_AS_ENUM(movie_iso_auto_hi_limit), .when = is_z7 },
    { 0x000e, "MovieISOAutoControlManualMode", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x000f, "MovieWhiteBalanceSameAsPhoto", PRINT_AS_ENUM(movie_white_balance_same_as_photo) },
    { 0x001d, "AF-CPrioritySel", PRINT_AS_ENUM(af_c_priority_sel), .when = is_d6 },
    { 0x001d, "AF-CPrioritySel", PRINT_AS_ENUM(af_c_priority_sel_2) },
    { 0x001e, "AF-SPrioritySel", PRINT_AS_ENUM(af_c_priority_sel_2) },
    { 0x0020, "AFPointSel", PRINT_AS_ENUM(af_point_sel), .when = is_d6 },
    { 0x0020, "AFPointSel", PRINT_AS_ENUM(af_point_sel_2) },
    { 0x0022, "AFActivation", PRINT_AS_ENUM(af_activation) },
    { 0x0023, "FocusPointWrap", PRINT_AS_ENUM(focus_point_wrap) },
    { 0x0025, "ManualFocusPointIllumination", PRINT_AS_ENUM(manual_focus_point_illumination) },
    { 0x0026, "AF-AssistIlluminator", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x0027, "ManualFocusRingInAFMode", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x0029, "ISOStepSize", PRINT_AS_ENUM(iso_step_size) },
    { 0x002a, "ExposureControlStepSize", PRINT_AS_ENUM(iso_step_size) },
    { 0x002b, "EasyExposureCompensation", PRINT_AS_ENUM(easy_exposure_compensation) },
    { 0x002c, "MatrixMetering", PRINT_AS_ENUM(matrix_metering) },
    { 0x002d, "CenterWeightedAreaSize", PRINT_AS_ENUM(center_weighted_area_size), .when = is_d6 },
    { 0x002d, "CenterWeightedAreaSize", PRINT_AS_ENUM(center_weighted_area_size_2) },
    { 0x002f, "FineTuneOptMatrixMetering", PRINT_AS(print_fraction), .convert = fine_tune },
    { 0x0030, "FineTuneOptCenterWeighted", PRINT_AS(print_fraction), .convert = fine_tune },
    { 0x0031, "FineTuneOptSpotMetering", PRINT_AS(print_fraction), .convert = fine_tune },
    { 0x0032, "FineTuneOptHighlightWeighted", PRINT_AS(print_fraction), .convert = fine_tune },
    { 0x0033, "ShutterReleaseButtonAE-L", PRINT_AS_ENUM(shutter_release_button_ae_l) },
    { 0x0034, "StandbyMonitorOffTime", PRINT_AS_ENUM(standby_monitor_off_time), .when = is_d6 },
    { 0x0034, "StandbyMonitorOffTime", PRINT_AS_ENUM(standby_monitor_off_time_2) },
    { 0x0035, "SelfTimerTime", PRINT_AS_ENUM(self_timer_time) },
    { 0x0036, "SelfTimerShotCount", .convert = down_from_10 },
    { 0x0037, "SelfTimerShotInterval", PRINT_AS_ENUM(self_timer_shot_interval) },
    { 0x0038, "PlaybackMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time) },
    { 0x0039, "MenuMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time) },
    { 0x003a, "ShootingInfoMonitorOffTime", PRINT_AS_ENUM(playback_monitor_off_time) },
    { 0x003b, "ImageReviewMonitorOffTime", PRINT_AS_ENUM(image_review_monitor_off_time) },
    { 0x003c, "LiveViewMonitorOffTime", PRINT_AS_ENUM(live_view_monitor_off_time) },
    { 0x003e, "CLModeShootingSpeed", PRINT_AS_FORMAT("%s fps"), .convert = down_from_6 },
    { 0x003f, "MaxContinuousRelease" },
    { 0x0040, "ExposureDelayMode", PRINT_AS_ENUM(exposure_delay_mode) },
    { 0x0041, "ElectronicFront-CurtainShutter", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x0042, "FileNumberSequence", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x0043, "FramingGridDisplay", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x0045, "LCDIllumination", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x0046, "OpticalVR", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x0047, "FlashSyncSpeed", PRINT_AS_ENUM(flash_sync_speed), .when = is_d6 },
    { 0x0047, "FlashSyncSpeed", PRINT_AS_ENUM(flash_sync_speed_2) },
    { 0x0048, "FlashShutterSpeed", PRINT_AS_ENUM(flash_shutter_speed) },
    { 0x0049, "FlashExposureCompArea", PRINT_AS_ENUM(flash_exposure_comp_area) },
    { 0x004a, "AutoFlashISOSensitivity", PRINT_AS_ENUM(auto_flash_iso_sensitivity) },
    { 0x0051, "AssignBktButton", PRINT_AS_ENUM(assign_bkt_button) },
    { 0x0052, "AssignMovieRecordButton", PRINT_AS_ENUM(assign_movie_record_button), .when = is_d6 },
    { 0x0052, "AssignMovieRecordButton", PRINT_AS_ENUM(assign_movie_record_button_2) },
    { 0x0053, "MultiSelectorShootMode", PRINT_AS_ENUM(multi_selector_shoot_mode), .when = is_d6 },
    { 0x0053, "MultiSelectorShootMode", PRINT_AS_ENUM(multi_selector_shoot_mode_2) },
    { 0x0054, "MultiSelectorPlaybackMode", PRINT_AS_ENUM(multi_selector_playback_mode),
      .when = is_d6 },
    { 0x0054, "MultiSelectorPlaybackMode", PRINT_AS_ENUM(multi_selector_playback_mode_2) },
    { 0x0056, "MultiSelectorLiveView", PRINT_AS_ENUM(multi_selector_shoot_mode_2) },
    { 0x0058, "CmdDialsReverseRotExposureComp", .flags = TAG_UNKNOWN | TAG_MEMBER },
    { 0x0059, "CmdDialsChangeMainSubExposure", .flags = TAG_UNKNOWN | TAG_MEMBER },
    { 0x005a, "CmdDialsChangeMainSub", PRINT_AS_ENUM(dials_exposure_on), .when = dials_on },
    { 0x005a, "CmdDialsChangeMainSub", PRINT_AS_ENUM(dials_exposure_a), .when = dials_in_a },
    { 0x005a, "CmdDialsChangeMainSub", PRINT_AS_ENUM(dials_exposure_off) },
    { 0x005b, "CmdDialsMenuAndPlayback", PRINT_AS_ENUM(cmd_dials_menu_and_playback) },
    { 0x005c, "SubDialFrameAdvance", PRINT_AS_ENUM(sub_dial_frame_advance) },
    { 0x005d, "ReleaseButtonToUseDial", PRINT_AS_ENUM(movie_white_balance_same_as_photo) },
    { 0x005e, "ReverseIndicators", PRINT_AS_ENUM(reverse_indicators) },
    { 0x0062, "MovieShutterButton", PRINT_AS_ENUM(movie_shutter_button) },
    { 0x0063, "Language", PRINT_AS_ENUM(language) },
    { 0x006c, "ShootingInfoDisplay", PRINT_AS_ENUM(shooting_info_display), .when = is_d6 },
    { 0x006c, "ShootingInfoDisplay", PRINT_AS_ENUM(shooting_info_display_2) },
    { 0x0074, "FlickAdvanceDirection", PRINT_AS_ENUM(flick_advance_direction) },
    { 0x0075, "HDMIOutputResolution", PRINT_AS_ENUM(hdmi_output_resolution) },
    { 0x0077, "HDMIOutputRange", PRINT_AS_ENUM(hdmi_output_range) },
    { 0x0080, "RemoteFuncButton", PRINT_AS_ENUM(remote_func_button), .when = is_d6 },
    { 0x0080, "RemoteFuncButton", PRINT_AS_ENUM(remote_func_button_2) },
    { 0x008b, "CmdDialsReverseRotation", PRINT_AS_ENUM(reverse_with),
      .when = reverses_compensation },
    { 0x008b, "CmdDialsReverseRotation", PRINT_AS_ENUM(reverse_without) },
    { 0x008d, "FocusPeakingHighlightColor", PRINT_AS_ENUM(focus_peaking_highlight_color) },
    { 0x008e, "ContinuousModeDisplay", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x008f, "ShutterSpeedLock", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x0090, "ApertureLock", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x0091, "MovieHighlightDisplayThreshold", PRINT_AS_ENUM(movie_highlight_display_threshold) },
    { 0x0092, "HDMIExternalRecorder", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x0093, "BlockShotAFResponse", PRINT_AS_ENUM(block_shot_af_response) },
    { 0x0094, "SubjectMotion", PRINT_AS_ENUM(subject_motion) },
    { 0x0095, "Three-DTrackingFaceDetection", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x0097, "StoreByOrientation", PRINT_AS_ENUM(store_by_orientation), .when = is_d6 },
    { 0x0097, "StoreByOrientation", PRINT_AS_ENUM(store_by_orientation_2) },
    { 0x0099, "DynamicAreaAFAssist", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x009a, "ExposureCompStepSize", PRINT_AS_ENUM(iso_step_size) },
    { 0x009b, "SyncReleaseMode", PRINT_AS_ENUM(sync_release_mode) },
    { 0x009c, "ModelingFlash", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x009d, "AutoBracketModeM", PRINT_AS_ENUM(auto_bracket_mode_m) },
    { 0x009e, "PreviewButton", PRINT_AS_ENUM(preview_button) },
    { 0x00a0, "Func1Button", PRINT_AS_ENUM(func1_button), .when = is_d6 },
    { 0x00a0, "Func1Button", PRINT_AS_ENUM(func1_button_2), .when = is_first_z },
    { 0x00a0, "Func1Button", PRINT_AS_ENUM(func1_button_3) },
    { 0x00a2, "Func2Button", PRINT_AS_ENUM(func1_button), .when = is_d6 },
    { 0x00a2, "Func2Button", PRINT_AS_ENUM(func1_button_2), .when = is_first_z },
    { 0x00a2, "Func2Button", PRINT_AS_ENUM(func1_button_3) },
    { 0x00a3, "AF-OnButton", PRINT_AS_ENUM(af_on_button), .when = is_d6 },
    { 0x00a3, "AF-OnButton", PRINT_AS_ENUM(af_on_button_2) },
    { 0x00a4, "SubSelector", PRINT_AS_ENUM(sub_selector) },
    { 0x00a5, "SubSelectorCenter", PRINT_AS_ENUM(sub_selector_center), .when = is_d6 },
    { 0x00a5, "SubSelectorCenter", PRINT_AS_ENUM(sub_selector_center_2) },
    { 0x00a7, "LensFunc1Button", PRINT_AS_ENUM(lens_func1_button), .when = is_d6 },
    { 0x00a7, "LensFunc1Button", PRINT_AS_ENUM(lens_func1_button_2) },
    { 0x00a8, "CmdDialsApertureSetting", PRINT_AS_ENUM(cmd_dials_aperture_setting) },
    { 0x00a9, "MultiSelector", PRINT_AS_ENUM(multi_selector) },
    { 0x00aa, "LiveViewButtonOptions", PRINT_AS_ENUM(live_view_button_options) },
    { 0x00ab, "LightSwitch", PRINT_AS_ENUM(light_switch) },
    { 0x00b1, "MoviePreviewButton", PRINT_AS_ENUM(movie_preview_button), .when = is_d6 },
    { 0x00b1, "MovieFunc1Button", PRINT_AS_ENUM(movie_func1_button) },
    { 0x00b3, "MovieFunc1Button", PRINT_AS_ENUM(movie_func1_button_2), .when = is_d6 },
    { 0x00b3, "MovieFunc2Button", PRINT_AS_ENUM(movie_func2_button) },
    { 0x00b5, "MovieFunc2Button", PRINT_AS_ENUM(movie_func2_button_2) },
    { 0x00b6, "AssignMovieSubselector", PRINT_AS_ENUM(assign_movie_subselector), .when = is_d6 },
    { 0x00b6, "AssignMovieSubselector", PRINT_AS_ENUM(assign_movie_subselector_2) },
    { 0x00b8, "LimitAFAreaModeSelD9", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00b9, "LimitAFAreaModeSelD25", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00bc, "LimitAFAreaModeSel3D", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00bd, "LimitAFAreaModeSelGroup", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00be, "LimitAFAreaModeSelAuto", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00c1, "LimitSelectableImageArea5To4", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00c2, "LimitSelectableImageArea1To1", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00d4, "PhotoShootingMenuBank", PRINT_AS_ENUM(photo_shooting_menu_bank) },
    { 0x00d5, "CustomSettingsBank", PRINT_AS_ENUM(photo_shooting_menu_bank) },
    { 0x00d6, "LimitAF-AreaModeSelPinpoint", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00d7, "LimitAF-AreaModeSelDynamic", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00d8, "LimitAF-AreaModeSelWideAF_S", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00d9, "LimitAF-AreaModeSelWideAF_L", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00da, "LowLightAF", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x00db, "LimitSelectableImageAreaDX", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00dc, "LimitSelectableImageArea5To4", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00dd, "LimitSelectableImageArea1To1", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00de, "LimitSelectableImageArea16To9", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x00df, "ApplySettingsToLiveView", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x00e0, "FocusPeakingLevel", PRINT_AS_ENUM(focus_peaking_level) },
    { 0x00ea, "LensControlRing", PRINT_AS_ENUM(lens_control_ring) },
    { 0x00ed, "MovieMultiSelector", PRINT_AS_ENUM(movie_multi_selector) },
    { 0x00ee, "MovieAFSpeed", .convert = less_6 },
    { 0x00ef, "MovieAFSpeedApply", PRINT_AS_ENUM(movie_af_speed_apply) },
    { 0x00f0, "MovieAFTrackingSensitivity", PRINT_AS_ENUM(movie_af_tracking_sensitivity) },
    { 0x00f1, "MovieHighlightDisplayPattern", PRINT_AS_ENUM(movie_highlight_display_pattern) },
    { 0x00f2, "SubDialFrameAdvanceRating5", PRINT_AS_ENUM(sub_dial_frame_advance_rating5),
      .flags = TAG_UNKNOWN },
    { 0x00f3, "SubDialFrameAdvanceRating4", PRINT_AS_ENUM(sub_dial_frame_advance_rating5),
      .flags = TAG_UNKNOWN },
    { 0x00f4, "SubDialFrameAdvanceRating3", PRINT_AS_ENUM(sub_dial_frame_advance_rating5),
      .flags = TAG_UNKNOWN },
    { 0x00f5, "SubDialFrameAdvanceRating2", PRINT_AS_ENUM(sub_dial_frame_advance_rating5),
      .flags = TAG_UNKNOWN },
    { 0x00f6, "SubDialFrameAdvanceRating1", PRINT_AS_ENUM(sub_dial_frame_advance_rating5),
      .flags = TAG_UNKNOWN },
    { 0x00f7, "SubDialFrameAdvanceRating0", PRINT_AS_ENUM(sub_dial_frame_advance_rating5),
      .flags = TAG_UNKNOWN },
    { 0x00f9, "MovieAF-OnButton", PRINT_AS_ENUM(movie_af_on_button) },
    { 0x00fb, "SecondarySlotFunction", PRINT_AS_ENUM(secondary_slot_function) },
    { 0x00fc, "SilentPhotography", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x00fd, "ExtendedShutterSpeeds", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x0102, "HDMIBitDepth", PRINT_AS_ENUM(hdmi_bit_depth) },
    { 0x0103, "HDMIOutputHDR", PRINT_AS_ENUM(hdmi_output_hdr) },
    { 0x0104, "HDMIViewAssist", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x0109, "BracketSet", PRINT_AS_ENUM(bracket_set) },
    { 0x010a, "BracketProgram", PRINT_AS_ENUM(bracket_program) },
    { 0x010e, "MonitorBrightness", .convert = less_6 },
    { 0x0116, "GroupAreaC1", PRINT_AS_ENUM(group_area_c1) },
    { 0x0117, "AutoAreaAFStartingPoint", PRINT_AS_ENUM(flicker_reduction_shooting) },
    { 0x0118, "FocusPointPersistence", PRINT_AS_ENUM(focus_point_persistence) },
    { 0x0119, "LimitAFAreaModeSelD49", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x011a, "LimitAFAreaModeSelD105", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x011b, "LimitAFAreaModeSelGroupC1", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x011c, "LimitAFAreaModeSelGroupC2", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x011d, "AutoFocusModeRestrictions", PRINT_AS_ENUM(auto_focus_mode_restrictions) },
    { 0x011e, "FocusPointBrightness", PRINT_AS_ENUM(focus_point_brightness) },
    { 0x011f, "CHModeShootingSpeed", PRINT_AS_FORMAT("%s fps"), .convert = down_from_15 },
    { 0x0120, "CLModeShootingSpeed", PRINT_AS_FORMAT("%s fps"), .convert = down_from_11 },
    { 0x0121, "QuietShutterShootingSpeed", PRINT_AS_ENUM(quiet_shutter_shooting_speed) },
    { 0x0122, "LimitReleaseModeSelCL", PRINT_AS_ENUM(limit_release_mode_sel_cl),
      .flags = TAG_UNKNOWN },
    { 0x0123, "LimitReleaseModeSelCH", PRINT_AS_ENUM(limit_release_mode_sel_cl),
      .flags = TAG_UNKNOWN },
    { 0x0124, "LimitReleaseModeSelQ", PRINT_AS_ENUM(limit_release_mode_sel_cl),
      .flags = TAG_UNKNOWN },
    { 0x0125, "LimitReleaseModeSelTimer", PRINT_AS_ENUM(limit_release_mode_sel_cl),
      .flags = TAG_UNKNOWN },
    { 0x0126, "LimitReleaseModeSelMirror-Up", PRINT_AS_ENUM(limit_release_mode_sel_cl),
      .flags = TAG_UNKNOWN },
    { 0x0127, "LimitSelectableImageArea16To9", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x0128, "RearControPanelDisplay", PRINT_AS_ENUM(rear_contro_panel_display) },
    { 0x0129, "FlashBurstPriority", PRINT_AS_ENUM(flash_burst_priority) },
    { 0x012a, "RecallShootFuncExposureMode", PRINT_AS_ENUM(recall_shoot_func_exposure_mode) },
    { 0x012b, "RecallShootFuncShutterSpeed", PRINT_AS_ENUM(recall_shoot_func_exposure_mode) },
    { 0x012c, "RecallShootFuncAperture", PRINT_AS_ENUM(recall_shoot_func_exposure_mode) },
    { 0x012d, "RecallShootFuncExposureComp", PRINT_AS_ENUM(recall_shoot_func_exposure_mode) },
    { 0x012e, "RecallShootFuncISO", PRINT_AS_ENUM(recall_shoot_func_exposure_mode) },
    { 0x012f, "RecallShootFuncMeteringMode", PRINT_AS_ENUM(recall_shoot_func_exposure_mode) },
    { 0x0130, "RecallShootFuncWhiteBalance", PRINT_AS_ENUM(recall_shoot_func_exposure_mode) },
    { 0x0131, "RecallShootFuncAFAreaMode", PRINT_AS_ENUM(recall_shoot_func_exposure_mode) },
    { 0x0132, "RecallShootFuncFocusTracking", PRINT_AS_ENUM(recall_shoot_func_exposure_mode) },
    { 0x0133, "RecallShootFuncAF-On", PRINT_AS_ENUM(recall_shoot_func_exposure_mode) },
    { 0x0134, "VerticalFuncButton", PRINT_AS_ENUM(vertical_func_button) },
    { 0x0135, "Func3Button", PRINT_AS_ENUM(func3_button) },
    { 0x0136, "VerticalAF-OnButton", PRINT_AS_ENUM(vertical_af_on_button) },
    { 0x0137, "VerticalMultiSelector", PRINT_AS_ENUM(sub_selector) },
    { 0x0138, "MeteringButton", PRINT_AS_ENUM(metering_button) },
    { 0x0139, "PlaybackFlickUp", PRINT_AS_ENUM(playback_flick_up) },
    { 0x013a, "PlaybackFlickUpRating", PRINT_AS_ENUM(playback_flick_up_rating) },
    { 0x013b, "PlaybackFlickDown", PRINT_AS_ENUM(playback_flick_up) },
    { 0x013c, "PlaybackFlickDownRating", PRINT_AS_ENUM(playback_flick_up_rating) },
    { 0x013d, "MovieFunc3Button", PRINT_AS_ENUM(movie_func3_button) },
    { 0x0150, "ShutterType", PRINT_AS_ENUM(shutter_type) },
    { 0x0151, "LensFunc2Button", PRINT_AS_ENUM(lens_func1_button_2) },
    { 0x0158, "USBPowerDelivery", PRINT_AS_ENUM(flicker_reduction_shooting) },
    { 0x0159, "EnergySavingMode", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x015c, "BracketingBurstOptions", PRINT_AS_ENUM(flicker_reduction_shooting) },
    { 0x015e, "PrimarySlot", PRINT_AS_ENUM(primary_slot) },
    { 0x015f, "ReverseFocusRing", PRINT_AS_ENUM(reverse_focus_ring) },
    { 0x0160, "VerticalFuncButton", PRINT_AS_ENUM(vertical_func_button_2) },
    { 0x0161, "VerticalAFOnButton", PRINT_AS_ENUM(vertical_af_on_button_2) },
    { 0x0162, "VerticalMultiSelector", PRINT_AS_ENUM(sub_selector) },
    { 0x0164, "VerticalMovieFuncButton", PRINT_AS_ENUM(vertical_movie_func_button) },
    { 0x0165, "VerticalMovieAFOnButton", PRINT_AS_ENUM(vertical_movie_af_on_button) },
    { 0x0169, "LimitAF-AreaModeSelAutoPeople", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x016a, "LimitAF-AreaModeSelAutoAnimals", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x016b, "LimitAF-AreaModeSelWideLPeople", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x016c, "LimitAF-AreaModeSelWideLAnimals", PRINT_AS_ENUM(limit_af_area_mode_sel_d9),
      .flags = TAG_UNKNOWN },
    { 0x016d, "SaveFocus", PRINT_AS_ENUM(movie_iso_auto_control_manual_mode) },
    { 0x016e, "AFAreaMode", PRINT_AS_ENUM(af_area_mode) },
    { 0x016f, "MovieAFAreaMode", PRINT_AS_ENUM(movie_af_area_mode) },
    { 0x0170, "PreferSubSelectorCenter", PRINT_AS_ENUM(recall_shoot_func_exposure_mode) },
    { 0x0171, "KeepExposureWithTeleconverter", PRINT_AS_ENUM(keep_exposure_with_teleconverter) },
    { 0x0174, "FocusPointSelectionSpeed", PRINT_AS_ENUM(focus_point_selection_speed) },
};
const struct tag_table nikon_settings = TAG_TABLE(settings_rows, "MakerNotes", "NikonSettings");
