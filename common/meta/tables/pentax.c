/*
 * Pentax's maker notes. Source of ids, names and wordings: ExifTool's
 * documentation, "Pentax Tags".
 */
#include "meta/blocks.h"
#include "meta/maker_pentax.h"
#include "meta/maker_values.h"
#include "meta/print.h"

ENUM_MAP(city, { 0, "Pago Pago" }, { 15, "Halifax" }, { 30, "Jeddah" }, { 45, "Phnom Penh" },
         { 60, "Wellington" }, { 1, "Honolulu" }, { 16, "Buenos Aires" }, { 31, "Tehran" },
         { 46, "Ho Chi Minh" }, { 61, "Auckland" }, { 2, "Anchorage" }, { 17, "Sao Paulo" },
         { 32, "Dubai" }, { 47, "Jakarta" }, { 62, "Lima" }, { 3, "Vancouver" },
         { 18, "Rio de Janeiro" }, { 33, "Karachi" }, { 48, "Hong Kong" }, { 63, "Dakar" },
         { 4, "San Francisco" }, { 19, "Madrid" }, { 34, "Kabul" }, { 49, "Perth" },
         { 64, "Algiers" }, { 5, "Los Angeles" }, { 20, "London" }, { 35, "Male" },
         { 50, "Beijing" }, { 65, "Helsinki" }, { 6, "Calgary" }, { 21, "Paris" }, { 36, "Delhi" },
         { 51, "Shanghai" }, { 66, "Athens" }, { 7, "Denver" }, { 22, "Milan" }, { 37, "Colombo" },
         { 52, "Manila" }, { 67, "Nairobi" }, { 8, "Mexico City" }, { 23, "Rome" },
         { 38, "Kathmandu" }, { 53, "Taipei" }, { 68, "Amsterdam" }, { 9, "Chicago" },
         { 24, "Berlin" }, { 39, "Dacca" }, { 54, "Seoul" }, { 69, "Stockholm" }, { 10, "Miami" },
         { 25, "Johannesburg" }, { 40, "Yangon" }, { 55, "Adelaide" }, { 70, "Lisbon" },
         { 11, "Toronto" }, { 26, "Istanbul" }, { 41, "Bangkok" }, { 56, "Tokyo" },
         { 71, "Copenhagen" }, { 12, "New York" }, { 27, "Cairo" }, { 42, "Kuala Lumpur" },
         { 57, "Guam" }, { 72, "Warsaw" }, { 13, "Santiago" }, { 28, "Jerusalem" },
         { 43, "Vientiane" }, { 58, "Sydney" }, { 73, "Prague" }, { 14, "Caracus" },
         { 29, "Moscow" }, { 44, "Singapore" }, { 59, "Noumea" }, { 74, "Budapest" });
TEXT_MAP(
    lens_type, { "0 0", "M-42 or No Lens" }, { "1 0", "K or M Lens" }, { "2 0", "A Series Lens" },
    { "3 0", "Sigma" }, { "3 17", "smc PENTAX-FA SOFT 85mm F2.8" },
    { "3 18", "smc PENTAX-F 1.7X AF ADAPTER" }, { "3 19", "smc PENTAX-F 24-50mm F4" },
    { "3 20", "smc PENTAX-F 35-80mm F4-5.6" }, { "3 21", "smc PENTAX-F 80-200mm F4.7-5.6" },
    { "3 22", "smc PENTAX-F FISH-EYE 17-28mm F3.5-4.5" },
    { "3 23", "smc PENTAX-F 100-300mm F4.5-5.6 or Sigma Lens" },
    { "3 24", "smc PENTAX-F 35-135mm F3.5-4.5" },
    { "3 25", "smc PENTAX-F 35-105mm F4-5.6 or Sigma or Tokina Lens" },
    { "3 26", "smc PENTAX-F* 250-600mm F5.6 ED[IF]" },
    { "3 27", "smc PENTAX-F 28-80mm F3.5-4.5 or Tokina Lens" },
    { "3 28", "smc PENTAX-F 35-70mm F3.5-4.5 or Tokina Lens" },
    { "3 29", "PENTAX-F 28-80mm F3.5-4.5 or Sigma or Tokina Lens" },
    { "3 30", "PENTAX-F 70-200mm F4-5.6" },
    { "3 31", "smc PENTAX-F 70-210mm F4-5.6 or Tokina or Takumar Lens" },
    { "3 32", "smc PENTAX-F 50mm F1.4" }, { "3 33", "smc PENTAX-F 50mm F1.7" },
    { "3 34", "smc PENTAX-F 135mm F2.8 [IF]" }, { "3 35", "smc PENTAX-F 28mm F2.8" },
    { "3 36", "Sigma 20mm F1.8 EX DG Aspherical RF" },
    { "3 38", "smc PENTAX-F* 300mm F4.5 ED[IF]" }, { "3 39", "smc PENTAX-F* 600mm F4 ED[IF]" },
    { "3 40", "smc PENTAX-F Macro 100mm F2.8" },
    { "3 41", "smc PENTAX-F Macro 50mm F2.8 or Sigma Lens" },
    { "3 42", "Sigma 300mm F2.8 EX DG APO IF" }, { "3 44", "Sigma or Tamron Lens (3 44)" },
    { "3 46", "Sigma or Samsung Lens (3 46)" }, { "3 50", "smc PENTAX-FA 28-70mm F4 AL" },
    { "3 51", "Sigma 28mm F1.8 EX DG Aspherical Macro" },
    { "3 52", "smc PENTAX-FA 28-200mm F3.8-5.6 AL[IF] or Tamron Lens" },
    { "3 53", "smc PENTAX-FA 28-80mm F3.5-5.6 AL" },
    { "3 247", "smc PENTAX-DA FISH-EYE 10-17mm F3.5-4.5 ED[IF]" },
    { "3 248", "smc PENTAX-DA 12-24mm F4 ED AL[IF]" },
    { "3 250", "smc PENTAX-DA 50-200mm F4-5.6 ED" }, { "3 251", "smc PENTAX-DA 40mm F2.8 Limited" },
    { "3 252", "smc PENTAX-DA 18-55mm F3.5-5.6 AL" }, { "3 253", "smc PENTAX-DA 14mm F2.8 ED[IF]" },
    { "3 254", "smc PENTAX-DA 16-45mm F4 ED AL" }, { "3 255", "Sigma Lens (3 255)" },
    { "4 1", "smc PENTAX-FA SOFT 28mm F2.8" }, { "4 2", "smc PENTAX-FA 80-320mm F4.5-5.6" },
    { "4 3", "smc PENTAX-FA 43mm F1.9 Limited" }, { "4 6", "smc PENTAX-FA 35-80mm F4-5.6" },
    { "4 7", "Irix 45mm F1.4" }, { "4 8", "Irix 150mm F2.8 Macro" },
    { "4 9", "Irix 11mm F4 Firefly" }, { "4 10", "Irix 15mm F2.4" },
    { "4 12", "smc PENTAX-FA 50mm F1.4" }, { "4 15", "smc PENTAX-FA 28-105mm F4-5.6 [IF]" },
    { "4 16", "Tamron AF 80-210mm F4-5.6 (178D)" }, { "4 19", "Tamron SP AF 90mm F2.8 (172E)" },
    { "4 20", "smc PENTAX-FA 28-80mm F3.5-5.6" }, { "4 21", "Cosina AF 100-300mm F5.6-6.7" },
    { "4 22", "Tokina 28-80mm F3.5-5.6" }, { "4 23", "smc PENTAX-FA 20-35mm F4 AL" },
    { "4 24", "smc PENTAX-FA 77mm F1.8 Limited" }, { "4 25", "Tamron SP AF 14mm F2.8" },
    { "4 26", "smc PENTAX-FA Macro 100mm F3.5 or Cosina Lens" },
    { "4 27", "Tamron AF 28-300mm F3.5-6.3 LD Aspherical[IF] Macro (185D/285D)" },
    { "4 28", "smc PENTAX-FA 35mm F2 AL" },
    { "4 29", "Tamron AF 28-200mm F3.8-5.6 LD Super II Macro (371D)" },
    { "4 34", "smc PENTAX-FA 24-90mm F3.5-4.5 AL[IF]" },
    { "4 35", "smc PENTAX-FA 100-300mm F4.7-5.8" },
    { "4 36", "Tamron AF 70-300mm F4-5.6 LD Macro 1:2" },
    { "4 37", "Tamron SP AF 24-135mm F3.5-5.6 AD AL (190D)" },
    { "4 38", "smc PENTAX-FA 28-105mm F3.2-4.5 AL[IF]" },
    { "4 39", "smc PENTAX-FA 31mm F1.8 AL Limited" },
    { "4 41", "Tamron AF 28-200mm Super Zoom F3.8-5.6 Aspherical XR [IF] Macro (A03)" },
    { "4 43", "smc PENTAX-FA 28-90mm F3.5-5.6" },
    { "4 44", "smc PENTAX-FA J 75-300mm F4.5-5.8 AL" }, { "4 45", "Tamron Lens (4 45)" },
    { "4 46", "smc PENTAX-FA J 28-80mm F3.5-5.6 AL" },
    { "4 47", "smc PENTAX-FA J 18-35mm F4-5.6 AL" },
    { "4 49", "Tamron SP AF 28-75mm F2.8 XR Di LD Aspherical [IF] Macro" },
    { "4 51", "smc PENTAX-D FA 50mm F2.8 Macro" }, { "4 52", "smc PENTAX-D FA 100mm F2.8 Macro" },
    { "4 55", "Samsung/Schneider D-XENOGON 35mm F2" },
    { "4 56", "Samsung/Schneider D-XENON 100mm F2.8 Macro" },
    { "4 75", "Tamron SP AF 70-200mm F2.8 Di LD [IF] Macro (A001)" },
    { "4 214", "smc PENTAX-DA 35mm F2.4 AL" }, { "4 229", "smc PENTAX-DA 18-55mm F3.5-5.6 AL II" },
    { "4 230", "Tamron SP AF 17-50mm F2.8 XR Di II" },
    { "4 231", "smc PENTAX-DA 18-250mm F3.5-6.3 ED AL [IF]" },
    { "4 237", "Samsung/Schneider D-XENOGON 10-17mm F3.5-4.5" },
    { "4 239", "Samsung/Schneider D-XENON 12-24mm F4 ED AL [IF]" },
    { "4 242", "smc PENTAX-DA* 16-50mm F2.8 ED AL [IF] SDM (SDM unused)" },
    { "4 243", "smc PENTAX-DA 70mm F2.4 Limited" },
    { "4 244", "smc PENTAX-DA 21mm F3.2 AL Limited" },
    { "4 245", "Samsung/Schneider D-XENON 50-200mm F4-5.6" },
    { "4 246", "Samsung/Schneider D-XENON 18-55mm F3.5-5.6" },
    { "4 247", "smc PENTAX-DA FISH-EYE 10-17mm F3.5-4.5 ED[IF]" },
    { "4 248", "smc PENTAX-DA 12-24mm F4 ED AL [IF]" },
    { "4 249", "Tamron XR DiII 18-200mm F3.5-6.3 (A14)" },
    { "4 250", "smc PENTAX-DA 50-200mm F4-5.6 ED" }, { "4 251", "smc PENTAX-DA 40mm F2.8 Limited" },
    { "4 252", "smc PENTAX-DA 18-55mm F3.5-5.6 AL" }, { "4 253", "smc PENTAX-DA 14mm F2.8 ED[IF]" },
    { "4 254", "smc PENTAX-DA 16-45mm F4 ED AL" }, { "5 1", "smc PENTAX-FA* 24mm F2 AL[IF]" },
    { "5 2", "smc PENTAX-FA 28mm F2.8 AL" }, { "5 3", "smc PENTAX-FA 50mm F1.7" },
    { "5 4", "smc PENTAX-FA 50mm F1.4" }, { "5 5", "smc PENTAX-FA* 600mm F4 ED[IF]" },
    { "5 6", "smc PENTAX-FA* 300mm F4.5 ED[IF]" }, { "5 7", "smc PENTAX-FA 135mm F2.8 [IF]" },
    { "5 8", "smc PENTAX-FA Macro 50mm F2.8" }, { "5 9", "smc PENTAX-FA Macro 100mm F2.8" },
    { "5 10", "smc PENTAX-FA* 85mm F1.4 [IF]" }, { "5 11", "smc PENTAX-FA* 200mm F2.8 ED[IF]" },
    { "5 12", "smc PENTAX-FA 28-80mm F3.5-4.7" }, { "5 13", "smc PENTAX-FA 70-200mm F4-5.6" },
    { "5 14", "smc PENTAX-FA* 250-600mm F5.6 ED[IF]" }, { "5 15", "smc PENTAX-FA 28-105mm F4-5.6" },
    { "5 16", "smc PENTAX-FA 100-300mm F4.5-5.6" }, { "5 98", "smc PENTAX-FA 100-300mm F4.5-5.6" },
    { "6 1", "smc PENTAX-FA* 85mm F1.4 [IF]" }, { "6 2", "smc PENTAX-FA* 200mm F2.8 ED[IF]" },
    { "6 3", "smc PENTAX-FA* 300mm F2.8 ED[IF]" }, { "6 4", "smc PENTAX-FA* 28-70mm F2.8 AL" },
    { "6 5", "smc PENTAX-FA* 80-200mm F2.8 ED[IF]" }, { "6 6", "smc PENTAX-FA* 28-70mm F2.8 AL" },
    { "6 7", "smc PENTAX-FA* 80-200mm F2.8 ED[IF]" }, { "6 8", "smc PENTAX-FA 28-70mm F4AL" },
    { "6 9", "smc PENTAX-FA 20mm F2.8" }, { "6 10", "smc PENTAX-FA* 400mm F5.6 ED[IF]" },
    { "6 13", "smc PENTAX-FA* 400mm F5.6 ED[IF]" },
    { "6 14", "smc PENTAX-FA* Macro 200mm F4 ED[IF]" },
    { "7 0", "smc PENTAX-DA 21mm F3.2 AL Limited" },
    { "7 58", "smc PENTAX-D FA Macro 100mm F2.8 WR" },
    { "7 75", "Tamron SP AF 70-200mm F2.8 Di LD [IF] Macro (A001)" },
    { "7 201", "smc Pentax-DA L 50-200mm F4-5.6 ED WR" },
    { "7 202", "smc PENTAX-DA L 18-55mm F3.5-5.6 AL WR" },
    { "7 203", "HD PENTAX-DA 55-300mm F4-5.8 ED WR" },
    { "7 204", "HD PENTAX-DA 15mm F4 ED AL Limited" },
    { "7 205", "HD PENTAX-DA 35mm F2.8 Macro Limited" },
    { "7 206", "HD PENTAX-DA 70mm F2.4 Limited" },
    { "7 207", "HD PENTAX-DA 21mm F3.2 ED AL Limited" },
    { "7 208", "HD PENTAX-DA 40mm F2.8 Limited" }, { "7 212", "smc PENTAX-DA 50mm F1.8" },
    { "7 213", "smc PENTAX-DA 40mm F2.8 XS" }, { "7 214", "smc PENTAX-DA 35mm F2.4 AL" },
    { "7 216", "smc PENTAX-DA L 55-300mm F4-5.8 ED" },
    { "7 217", "smc PENTAX-DA 50-200mm F4-5.6 ED WR" },
    { "7 218", "smc PENTAX-DA 18-55mm F3.5-5.6 AL WR" },
    { "7 220", "Tamron SP AF 10-24mm F3.5-4.5 Di II LD Aspherical [IF]" },
    { "7 221", "smc PENTAX-DA L 50-200mm F4-5.6 ED" },
    { "7 222", "smc PENTAX-DA L 18-55mm F3.5-5.6" },
    { "7 223", "Samsung/Schneider D-XENON 18-55mm F3.5-5.6 II" },
    { "7 224", "smc PENTAX-DA 15mm F4 ED AL Limited" },
    { "7 225", "Samsung/Schneider D-XENON 18-250mm F3.5-6.3" },
    { "7 226", "smc PENTAX-DA* 55mm F1.4 SDM (SDM unused)" },
    { "7 227", "smc PENTAX-DA* 60-250mm F4 [IF] SDM (SDM unused)" },
    { "7 228", "Samsung 16-45mm F4 ED" }, { "7 229", "smc PENTAX-DA 18-55mm F3.5-5.6 AL II" },
    { "7 230", "Tamron AF 17-50mm F2.8 XR Di-II LD (Model A16)" },
    { "7 231", "smc PENTAX-DA 18-250mm F3.5-6.3 ED AL [IF]" },
    { "7 233", "smc PENTAX-DA 35mm F2.8 Macro Limited" },
    { "7 234", "smc PENTAX-DA* 300mm F4 ED [IF] SDM (SDM unused)" },
    { "7 235", "smc PENTAX-DA* 200mm F2.8 ED [IF] SDM (SDM unused)" },
    { "7 236", "smc PENTAX-DA 55-300mm F4-5.8 ED" },
    { "7 238", "Tamron AF 18-250mm F3.5-6.3 Di II LD Aspherical [IF] Macro" },
    { "7 241", "smc PENTAX-DA* 50-135mm F2.8 ED [IF] SDM (SDM unused)" },
    { "7 242", "smc PENTAX-DA* 16-50mm F2.8 ED AL [IF] SDM (SDM unused)" },
    { "7 243", "smc PENTAX-DA 70mm F2.4 Limited" },
    { "7 244", "smc PENTAX-DA 21mm F3.2 AL Limited" },
    { "8 0", "Sigma 50-150mm F2.8 II APO EX DC HSM" }, { "8 3", "Sigma 18-125mm F3.8-5.6 DC HSM" },
    { "8 4", "Sigma 50mm F1.4 EX DG HSM" }, { "8 6", "Sigma 4.5mm F2.8 EX DC Fisheye" },
    { "8 7", "Sigma 24-70mm F2.8 IF EX DG HSM" }, { "8 8", "Sigma 18-250mm F3.5-6.3 DC OS HSM" },
    { "8 11", "Sigma 10-20mm F3.5 EX DC HSM" }, { "8 12", "Sigma 70-300mm F4-5.6 DG OS" },
    { "8 13", "Sigma 120-400mm F4.5-5.6 APO DG OS HSM" },
    { "8 14", "Sigma 17-70mm F2.8-4.0 DC Macro OS HSM" },
    { "8 15", "Sigma 150-500mm F5-6.3 APO DG OS HSM" },
    { "8 16", "Sigma 70-200mm F2.8 EX DG Macro HSM II" },
    { "8 17", "Sigma 50-500mm F4.5-6.3 DG OS HSM" }, { "8 18", "Sigma 8-16mm F4.5-5.6 DC HSM" },
    { "8 20", "Sigma 18-50mm F2.8-4.5 DC HSM" }, { "8 21", "Sigma 17-50mm F2.8 EX DC OS HSM" },
    { "8 22", "Sigma 85mm F1.4 EX DG HSM" }, { "8 23", "Sigma 70-200mm F2.8 APO EX DG OS HSM" },
    { "8 24", "Sigma 17-70mm F2.8-4 DC Macro OS HSM" }, { "8 25", "Sigma 17-50mm F2.8 EX DC HSM" },
    { "8 27", "Sigma 18-200mm F3.5-6.3 II DC HSM" },
    { "8 28", "Sigma 18-250mm F3.5-6.3 DC Macro HSM" }, { "8 29", "Sigma 35mm F1.4 DG HSM" },
    { "8 30", "Sigma 17-70mm F2.8-4 DC Macro HSM | C" }, { "8 31", "Sigma 18-35mm F1.8 DC HSM" },
    { "8 32", "Sigma 30mm F1.4 DC HSM | A" }, { "8 33", "Sigma 18-200mm F3.5-6.3 DC Macro HSM" },
    { "8 34", "Sigma 18-300mm F3.5-6.3 DC Macro HSM" },
    { "8 59", "HD PENTAX-D FA 150-450mm F4.5-5.6 ED DC AW" },
    { "8 60", "HD PENTAX-D FA* 70-200mm F2.8 ED DC AW" },
    { "8 61", "HD PENTAX-D FA 28-105mm F3.5-5.6 ED DC WR" },
    { "8 62", "HD PENTAX-D FA 24-70mm F2.8 ED SDM WR" },
    { "8 63", "HD PENTAX-D FA 15-30mm F2.8 ED SDM WR" },
    { "8 64", "HD PENTAX-D FA* 50mm F1.4 SDM AW" },
    { "8 65", "HD PENTAX-D FA 70-210mm F4 ED SDM WR" },
    { "8 66", "HD PENTAX-D FA 85mm F1.4 ED SDM AW" },
    { "8 67", "HD PENTAX-D FA 21mm F2.4 ED Limited DC WR" },
    { "8 195", "HD PENTAX DA* 16-50mm F2.8 ED PLM AW" },
    { "8 196", "HD PENTAX-DA* 11-18mm F2.8 ED DC AW" },
    { "8 197", "HD PENTAX-DA 55-300mm F4.5-6.3 ED PLM WR RE" },
    { "8 198", "smc PENTAX-DA L 18-50mm F4-5.6 DC WR RE" },
    { "8 199", "HD PENTAX-DA 18-50mm F4-5.6 DC WR RE" },
    { "8 200", "HD PENTAX-DA 16-85mm F3.5-5.6 ED DC WR" },
    { "8 209", "HD PENTAX-DA 20-40mm F2.8-4 ED Limited DC WR" },
    { "8 210", "smc PENTAX-DA 18-270mm F3.5-6.3 ED SDM" },
    { "8 211", "HD PENTAX-DA 560mm F5.6 ED AW" },
    { "8 215", "smc PENTAX-DA 18-135mm F3.5-5.6 ED AL [IF] DC WR" },
    { "8 226", "smc PENTAX-DA* 55mm F1.4 SDM" }, { "8 227", "smc PENTAX-DA* 60-250mm F4 [IF] SDM" },
    { "8 232", "smc PENTAX-DA 17-70mm F4 AL [IF] SDM" },
    { "8 234", "smc PENTAX-DA* 300mm F4 ED [IF] SDM" },
    { "8 235", "smc PENTAX-DA* 200mm F2.8 ED [IF] SDM" },
    { "8 241", "smc PENTAX-DA* 50-135mm F2.8 ED [IF] SDM" },
    { "8 242", "smc PENTAX-DA* 16-50mm F2.8 ED AL [IF] SDM" }, { "8 255", "Sigma Lens (8 255)" },
    { "9 0", "645 Manual Lens" }, { "9 3", "HD PENTAX-FA 43mm F1.9 Limited" },
    { "9 24", "HD PENTAX-FA 77mm F1.8 Limited" }, { "9 39", "HD PENTAX-FA 31mm F1.8 AL Limited" },
    { "9 247", "HD PENTAX-DA FISH-EYE 10-17mm F3.5-4.5 ED [IF]" }, { "10 0", "645 A Series Lens" },
    { "11 1", "smc PENTAX-FA 645 75mm F2.8" }, { "11 2", "smc PENTAX-FA 645 45mm F2.8" },
    { "11 3", "smc PENTAX-FA* 645 300mm F4 ED [IF]" }, { "11 4", "smc PENTAX-FA 645 45-85mm F4.5" },
    { "11 5", "smc PENTAX-FA 645 400mm F5.6 ED [IF]" },
    { "11 7", "smc PENTAX-FA 645 Macro 120mm F4" }, { "11 8", "smc PENTAX-FA 645 80-160mm F4.5" },
    { "11 9", "smc PENTAX-FA 645 200mm F4 [IF]" }, { "11 10", "smc PENTAX-FA 645 150mm F2.8 [IF]" },
    { "11 11", "smc PENTAX-FA 645 35mm F3.5 AL [IF]" },
    { "11 12", "smc PENTAX-FA 645 300mm F5.6 ED [IF]" },
    { "11 14", "smc PENTAX-FA 645 55-110mm F5.6" },
    { "11 16", "smc PENTAX-FA 645 33-55mm F4.5 AL" },
    { "11 17", "smc PENTAX-FA 645 150-300mm F5.6 ED [IF]" },
    { "11 21", "HD PENTAX-D FA 645 35mm F3.5 AL [IF]" },
    { "13 18", "smc PENTAX-D FA 645 55mm F2.8 AL [IF] SDM AW" },
    { "13 19", "smc PENTAX-D FA 645 25mm F4 AL [IF] SDM AW" },
    { "13 20", "HD PENTAX-D FA 645 90mm F2.8 ED AW SR" },
    { "13 253", "HD PENTAX-DA 645 28-45mm F4.5 ED AW SR" },
    { "13 254", "smc PENTAX-DA 645 25mm F4 AL [IF] SDM AW" },
    { "20 0", "Pentax Q Manual Lens (Q, Q10)" }, { "21 0", "Pentax Q Manual Lens" },
    { "21 1", "01 Standard Prime 8.5mm F1.9" }, { "21 2", "02 Standard Zoom 5-15mm F2.8-4.5" },
    { "21 6", "06 Telephoto Zoom 15-45mm F2.8" }, { "21 7", "07 Mount Shield 11.5mm F9" },
    { "21 8", "08 Wide Zoom 3.8-5.9mm F3.7-4" }, { "21 233", "Adapter Q for K-mount Lens" },
    { "22 3", "03 Fish-eye 3.2mm F5.6" }, { "22 4", "04 Toy Lens Wide 6.3mm F7.1" },
    { "22 5", "05 Toy Lens Telephoto 18mm F8" }, { "31 1", "18.3mm F2.8" },
    { "31 4", "26.1mm F2.8" }, { "31 5", "26.1mm F2.8 GT-2 TC" }, { "31 8", "18.3mm F2.8" });
static const struct enum_name model_id_names[] = {
    { 0xd, "Optio 330/430" },
    { 0x12c32, "Optio M20" },
    { 0x12e8a, "Optio RS1000/RS1500" },
    { 0x12926, "Optio 230" },
    { 0x12c3c, "Optio W20" },
    { 0x12e94, "Optio RZ10" },
    { 0x12958, "Optio 330GS" },
    { 0x12c46, "Optio A20" },
    { 0x12e9e, "Optio LS1000" },
    { 0x12962, "Optio 450/550" },
    { 0x12c78, "Optio E30" },
    { 0x12ebc, "Optio WG-1 GPS" },
    { 0x1296c, "Optio S" },
    { 0x12c7d, "Optio E35" },
    { 0x12ed0, "Optio S1" },
    { 0x12971, "Optio S V1.01" },
    { 0x12c82, "Optio T30" },
    { 0x12ee4, "Q" },
    { 0x12994, "*ist D" },
    { 0x12c8c, "Optio M30" },
    { 0x12ef8, "K-01" },
    { 0x129b2, "Optio 33L" },
    { 0x12c91, "Optio L30" },
    { 0x12f0c, "Optio RZ18" },
    { 0x129bc, "Optio 33LF" },
    { 0x12c96, "Optio W30" },
    { 0x12f16, "Optio VS20" },
    { 0x129c6, "Optio 33WR/43WR/555" },
    { 0x12ca0, "Optio A30" },
    { 0x12f2a, "Optio WG-2 GPS" },
    { 0x129d5, "Optio S4" },
    { 0x12cb4, "Optio E40" },
    { 0x12f48, "Optio LS465" },
    { 0x12a02, "Optio MX" },
    { 0x12cbe, "Optio M40" },
    { 0x12f52, "K-30" },
    { 0x12a0c, "Optio S40" },
    { 0x12cc3, "Optio L40" },
    { 0x12f5c, "X-5" },
    { 0x12a16, "Optio S4i" },
    { 0x12cc5, "Optio L36" },
    { 0x12f66, "Q10" },
    { 0x12a34, "Optio 30" },
    { 0x12cc8, "Optio Z10" },
    { 0x12f70, "K-5 II" },
    { 0x12a52, "Optio S30" },
    { 0x12cd2, "K20D" },
    { 0x12f71, "K-5 II s" },
    { 0x12a66, "Optio 750Z" },
    { 0x12cd4, "Samsung GX20" },
    { 0x12f7a, "Q7" },
    { 0x12a70, "Optio SV" },
    { 0x12cdc, "Optio S10" },
    { 0x12f84, "MX-1" },
    { 0x12a75, "Optio SVi" },
    { 0x12ce6, "Optio A40" },
    { 0x12f8e, "WG-3 GPS" },
    { 0x12a7a, "Optio X" },
    { 0x12cf0, "Optio V10" },
    { 0x12f98, "WG-3" },
    { 0x12a8e, "Optio S5i" },
    { 0x12cfa, "K200D" },
    { 0x12fa2, "WG-10" },
    { 0x12a98, "Optio S50" },
    { 0x12d04, "Optio S12" },
    { 0x12fb6, "K-50" },
    { 0x12aa2, "*ist DS" },
    { 0x12d0e, "Optio E50" },
    { 0x12fc0, "K-3" },
    { 0x12ab6, "Optio MX4" },
    { 0x12d18, "Optio M50" },
    { 0x12fca, "K-500" },
    { 0x12ac0, "Optio S5n" },
    { 0x12d22, "Optio L50" },
    { 0x12fde, "WG-4 GPS" },
    { 0x12aca, "Optio WP" },
    { 0x12d2c, "Optio V20" },
    { 0x12fe8, "WG-4" },
    { 0x12afc, "Optio S55" },
    { 0x12d40, "Optio W60" },
    { 0x13006, "WG-20" },
    { 0x12b10, "Optio S5z" },
    { 0x12d4a, "Optio M60" },
    { 0x13010, "645Z" },
    { 0x12b1a, "*ist DL" },
    { 0x12d68, "Optio E60/M90" },
    { 0x1301a, "K-S1" },
    { 0x12b24, "Optio S60" },
    { 0x12d72, "K2000" },
    { 0x13024, "K-S2" },
    { 0x12b2e, "Optio S45" },
    { 0x12d73, "K-m" },
    { 0x1302e, "Q-S1" },
    { 0x12b38, "Optio S6" },
    { 0x12d86, "Optio P70" },
    { 0x13056, "WG-30" },
    { 0x12b4c, "Optio WPi" },
    { 0x12d90, "Optio L70" },
    { 0x1307e, "WG-30W" },
    { 0x12b56, "BenQ DC X600" },
    { 0x12d9a, "Optio E70" },
    { 0x13088, "WG-5 GPS" },
    { 0x12b60, "*ist DS2" },
    { 0x12dae, "X70" },
    { 0x13092, "K-1" },
    { 0x12b62, "Samsung GX-1S" },
    { 0x12db8, "K-7" },
    { 0x1309c, "K-3 II" },
    { 0x12b6a, "Optio A10" },
    { 0x12dcc, "Optio W80" },
    { 0x131f0, "WG-M2" },
    { 0x12b7e, "*ist DL2" },
    { 0x12dea, "Optio P80" },
    { 0x1320e, "GR III" },
    { 0x12b80, "Samsung GX-1L" },
    { 0x12df4, "Optio WS80" },
    { 0x13222, "K-70" },
    { 0x12b9c, "K100D" },
    { 0x12dfe, "K-x" },
    { 0x1322c, "KP" },
    { 0x12b9d, "K110D" },
    { 0x12e08, "645D" },
    { 0x13240, "K-1 Mark II" },
    { 0x12ba2, "K100D Super" },
    { 0x12e12, "Optio E80" },
    { 0x13254, "K-3 Mark III" },
    { 0x12bb0, "Optio T10/T20" },
    { 0x12e30, "Optio W90" },
    { 0x13290, "WG-70" },
    { 0x12be2, "Optio W10" },
    { 0x12e3a, "Optio I-10" },
    { 0x1329a, "GR IIIx" },
    { 0x12bf6, "Optio M10" },
    { 0x12e44, "Optio H90" },
    { 0x132b8, "KF" },
    { 0x12c1e, "K10D" },
    { 0x12e4e, "Optio E90" },
    { 0x132d6, "K-3 Mark III Monochrome" },
    { 0x12c20, "Samsung GX10" },
    { 0x12e58, "X90" },
    { 0x132e0, "GR IV" },
    { 0x12c28, "Optio S7" },
    { 0x12e6c, "K-r" },
    { 0x13330, "GR IV Monochrome" },
    { 0x12c2d, "Optio L20" },
    { 0x12e76, "K-5" },
};
static const struct text_name model_id_texts[] = {
    { " ", " " },
};
static const struct enum_map model_id = { .names = model_id_names,
                                          .n_names = ARRAY_LEN(model_id_names),
                                          .texts = model_id_texts,
                                          .n_texts = ARRAY_LEN(model_id_texts),
                                          .hex = true };
static const struct enum_name srresult_names[] = {
    { 0x0, "Not stabilized" },
};
static const struct enum_name srresult_bits[] = {
    { 0, "Stabilized" },
    { 6, "Not ready" },
};
static const struct enum_map srresult = { .names = srresult_names,
                                          .n_names = ARRAY_LEN(srresult_names),
                                          .bits = srresult_bits,
                                          .n_bits = ARRAY_LEN(srresult_bits),
                                          .hex = true };
ENUM_MAP(shake_reduction, { 0, "Off" }, { 1, "On" }, { 4, "Off (4)" }, { 5, "On but Disabled" },
         { 6, "On (Video)" }, { 7, "On (7)" }, { 15, "On (15)" }, { 39, "On (mode 2)" },
         { 135, "On (135)" }, { 167, "On (mode 1)" });
static const struct tag pentax_sr_info_rows[] = {
    { 0, "SRResult", PRINT_AS_ENUM(srresult) },
    { 1, "ShakeReduction", PRINT_AS_ENUM(shake_reduction) },
    { 2, "SRHalfPressTime", PRINT_AS_FORMAT("%.2f s"), .convert = pentax_sixtieth },
    { 3, "SRFocalLength", PRINT_AS_FORMAT("%s mm"), .convert = pentax_sr_focal },
};
static const struct tag_table pentax_sr_info =
    RECORD_TABLE(pentax_sr_info_rows, "MakerNotes", "Pentax", FORMAT_U8);

ENUM_MAP(world_time_location, { 0, "Hometown" }, { 1, "Destination" });
ENUM_MAP(hometown_dst, { 0, "No" }, { 1, "Yes" });
static const struct tag pentax_time_info_rows[] = {
    { 0, "WorldTimeLocation", PRINT_AS_ENUM(world_time_location), .mask = 0x1 },
    { 0, "HometownDST", PRINT_AS_ENUM(hometown_dst), .mask = 0x2 },
    { 0, "DestinationDST", PRINT_AS_ENUM(hometown_dst), .mask = 0x4 },
    { 2, "HometownCity", PRINT_AS_ENUM(city) },
    { 3, "DestinationCity", PRINT_AS_ENUM(city) },
};
static const struct tag_table pentax_time_info =
    RECORD_TABLE(pentax_time_info_rows, "MakerNotes", "Pentax", FORMAT_U8);

ENUM_MAP(picture_mode2, { 0, "Scene Mode" }, { 1, "Auto PICT" }, { 2, "Program AE" },
         { 3, "Green Mode" }, { 4, "Shutter Speed Priority" }, { 5, "Aperture Priority" },
         { 6, "Program Tv Shift" }, { 7, "Program Av Shift" }, { 8, "Manual" }, { 9, "Bulb" },
         { 10, "Aperture Priority, Off-Auto-Aperture" }, { 11, "Manual, Off-Auto-Aperture" },
         { 12, "Bulb, Off-Auto-Aperture" }, { 13, "Shutter & Aperture Priority AE" },
         { 15, "Sensitivity Priority AE" }, { 16, "Flash X-Sync Speed AE" });
ENUM_MAP(program_line, { 0, "Normal" }, { 1, "Hi Speed" }, { 2, "Depth" }, { 3, "MTF" });
ENUM_MAP(evsteps, { 0, "1/2 EV Steps" }, { 1, "1/3 EV Steps" });
ENUM_MAP(e_dial_in_program, { 0, "Tv or Av" }, { 1, "P Shift" });
ENUM_MAP(aperture_ring_use, { 0, "Prohibited" }, { 1, "Permitted" });
ENUM_MAP(flash_options, { 0, "Normal" }, { 1, "Red-eye reduction" }, { 2, "Auto" },
         { 3, "Auto, Red-eye reduction" }, { 5, "Wireless (Master)" }, { 6, "Wireless (Control)" },
         { 8, "Slow-sync" }, { 9, "Slow-sync, Red-eye reduction" },
         { 10, "Trailing-curtain Sync" });
static const struct enum_name metering_mode2_names[] = {
    { 0x0, "Multi-segment" },
};
static const struct enum_name metering_mode2_bits[] = {
    { 0, "Center-weighted average" },
    { 1, "Spot" },
};
static const struct enum_map metering_mode2 = { .names = metering_mode2_names,
                                                .n_names = ARRAY_LEN(metering_mode2_names),
                                                .bits = metering_mode2_bits,
                                                .n_bits = ARRAY_LEN(metering_mode2_bits),
                                                .hex = true };
static const struct enum_name afpoint_mode_names[] = {
    { 0x0, "Auto" },
};
static const struct enum_name afpoint_mode_bits[] = {
    { 0, "Select" },
    { 1, "Fixed Center" },
};
static const struct enum_map afpoint_mode = { .names = afpoint_mode_names,
                                              .n_names = ARRAY_LEN(afpoint_mode_names),
                                              .bits = afpoint_mode_bits,
                                              .n_bits = ARRAY_LEN(afpoint_mode_bits),
                                              .hex = true };
ENUM_MAP(focus_mode2, { 0, "Manual" }, { 1, "AF-S" }, { 2, "AF-C" }, { 3, "AF-A" });
static const struct enum_name afpoint_selected2_names[] = {
    { 0x0, "Auto" },
};
static const struct enum_name afpoint_selected2_bits[] = {
    { 0, "Upper-left" }, { 1, "Top" },    { 2, "Upper-right" },  { 3, "Left" },
    { 4, "Mid-left" },   { 5, "Center" }, { 6, "Mid-right" },    { 7, "Right" },
    { 8, "Lower-left" }, { 9, "Bottom" }, { 10, "Lower-right" },
};
static const struct enum_map afpoint_selected2 = { .names = afpoint_selected2_names,
                                                   .n_names = ARRAY_LEN(afpoint_selected2_names),
                                                   .bits = afpoint_selected2_bits,
                                                   .n_bits = ARRAY_LEN(afpoint_selected2_bits),
                                                   .hex = true };
static const struct enum_name drive_mode2_names[] = {
    { 0x0, "Single-frame" },
};
static const struct enum_name drive_mode2_bits[] = {
    { 0, "Continuous" },
    { 1, "Continuous (Lo)" },
    { 2, "Self-timer (12 s)" },
    { 3, "Self-timer (2 s)" },
    { 4, "Remote Control (3 s delay)" },
    { 5, "Remote Control" },
    { 6, "Exposure Bracket" },
    { 7, "Multiple Exposure" },
};
static const struct enum_map drive_mode2 = { .names = drive_mode2_names,
                                             .n_names = ARRAY_LEN(drive_mode2_names),
                                             .bits = drive_mode2_bits,
                                             .n_bits = ARRAY_LEN(drive_mode2_bits),
                                             .hex = true };
ENUM_MAP(exposure_bracket_step_size, { 3, "0.3" }, { 4, "0.5" }, { 5, "0.7" }, { 8, "1.0" },
         { 11, "1.3" }, { 12, "1.5" }, { 13, "1.7" }, { 16, "2.0" });
static const struct enum_name bracket_shot_number_names[] = {
    { 0x0, "n/a" },     { 0x2, "1 of 2" },  { 0x3, "1 of 3" },  { 0x5, "1 of 5" },
    { 0x12, "2 of 2" }, { 0x13, "2 of 3" }, { 0x15, "2 of 5" }, { 0x23, "3 of 3" },
    { 0x25, "3 of 5" }, { 0x35, "4 of 5" }, { 0x45, "5 of 5" },
};
static const struct enum_map bracket_shot_number = {
    .names = bracket_shot_number_names, .n_names = ARRAY_LEN(bracket_shot_number_names), .hex = true
};
ENUM_MAP(white_balance_set, { 0, "Auto" }, { 1, "Daylight" }, { 2, "Shade" }, { 3, "Cloudy" },
         { 4, "Daylight Fluorescent" }, { 5, "Day White Fluorescent" }, { 6, "White Fluorescent" },
         { 7, "Tungsten" }, { 8, "Flash" }, { 9, "Manual" }, { 12, "Set Color Temperature 1" },
         { 13, "Set Color Temperature 2" }, { 14, "Set Color Temperature 3" });
ENUM_MAP(multiple_exposure_set, { 0, "Off" }, { 1, "On" });
static const struct enum_name raw_and_jpg_recording_names[] = {
    { 0x1, "JPEG (Best)" },           { 0x4, "RAW (PEF, Best)" },
    { 0x5, "RAW+JPEG (PEF, Best)" },  { 0x8, "RAW (DNG, Best)" },
    { 0x9, "RAW+JPEG (DNG, Best)" },  { 0x21, "JPEG (Better)" },
    { 0x24, "RAW (PEF, Better)" },    { 0x25, "RAW+JPEG (PEF, Better)" },
    { 0x28, "RAW (DNG, Better)" },    { 0x29, "RAW+JPEG (DNG, Better)" },
    { 0x41, "JPEG (Good)" },          { 0x44, "RAW (PEF, Good)" },
    { 0x45, "RAW+JPEG (PEF, Good)" }, { 0x48, "RAW (DNG, Good)" },
    { 0x49, "RAW+JPEG (DNG, Good)" },
};
static const struct enum_map raw_and_jpg_recording = { .names = raw_and_jpg_recording_names,
                                                       .n_names =
                                                           ARRAY_LEN(raw_and_jpg_recording_names),
                                                       .hex = true };
ENUM_MAP(jpg_recorded_pixels, { 0, "10 MP" }, { 1, "6 MP" }, { 2, "2 MP" });
ENUM_MAP(rotation, { 0, "Horizontal (normal)" }, { 1, "Rotate 180" }, { 2, "Rotate 90 CW" },
         { 3, "Rotate 270 CW" });
ENUM_MAP(isosetting, { 0, "Manual" }, { 1, "Auto" });
ENUM_MAP(sensitivity_steps, { 0, "1 EV Steps" }, { 1, "As EV Steps" });
static const struct tag pentax_settings_rows[] = {
    { 0, "PictureMode2", PRINT_AS_ENUM(picture_mode2) },
    { 1, "ProgramLine", PRINT_AS_ENUM(program_line), .mask = 0x3 },
    { 1, "EVSteps", PRINT_AS_ENUM(evsteps), .mask = 0x20 },
    { 1, "E-DialInProgram", PRINT_AS_ENUM(e_dial_in_program), .mask = 0x40 },
    { 1, "ApertureRingUse", PRINT_AS_ENUM(aperture_ring_use), .mask = 0x80 },
    { 2, "FlashOptions", PRINT_AS_ENUM(flash_options), .mask = 0xf0 },
    { 2, "MeteringMode2", PRINT_AS_ENUM(metering_mode2), .mask = 0xf },
    { 3, "AFPointMode", PRINT_AS_ENUM(afpoint_mode), .mask = 0xf0 },
    { 3, "FocusMode2", PRINT_AS_ENUM(focus_mode2), .mask = 0xf },
    { 4, "AFPointSelected2", PRINT_AS_ENUM(afpoint_selected2), .format = FORMAT_U16 },
    { 6, "ISOFloor", PRINT_AS_FORMAT("%.0f"), .convert = pentax_iso_8 },
    { 7, "DriveMode2", PRINT_AS_ENUM(drive_mode2) },
    { 8, "ExposureBracketStepSize", PRINT_AS_ENUM(exposure_bracket_step_size) },
    { 9, "BracketShotNumber", PRINT_AS_ENUM(bracket_shot_number) },
    { 10, "WhiteBalanceSet", PRINT_AS_ENUM(white_balance_set), .mask = 0xf0 },
    { 10, "MultipleExposureSet", PRINT_AS_ENUM(multiple_exposure_set), .mask = 0xf },
    { 13, "RawAndJpgRecording", PRINT_AS_ENUM(raw_and_jpg_recording), .when = pentax_is_k10d },
    { 14, "JpgRecordedPixels", PRINT_AS_ENUM(jpg_recorded_pixels), .when = pentax_is_k10d,
      .mask = 0x3 },
    { 16, "FlashOptions2", PRINT_AS_ENUM(flash_options), .when = pentax_is_k10d, .mask = 0xf0 },
    { 16, "MeteringMode3", PRINT_AS_ENUM(metering_mode2), .when = pentax_is_k10d, .mask = 0xf },
    { 17, "SRActive", PRINT_AS_ENUM(hometown_dst), .when = pentax_is_k10d, .mask = 0x80 },
    { 17, "Rotation", PRINT_AS_ENUM(rotation), .when = pentax_is_k10d, .mask = 0x60 },
    { 17, "ISOSetting", PRINT_AS_ENUM(isosetting), .when = pentax_is_k10d, .mask = 0x4 },
    { 17, "SensitivitySteps", PRINT_AS_ENUM(sensitivity_steps), .when = pentax_is_k10d,
      .mask = 0x2 },
    { 18, "TvExposureTimeSetting", PRINT_AS(print_exposure_time), .convert = pentax_tv,
      .when = pentax_is_k10d },
    { 19, "AvApertureSetting", PRINT_AS_FORMAT("%.1f"), .convert = pentax_av,
      .when = pentax_is_k10d },
    { 20, "SvISOSetting", PRINT_AS_FORMAT("%.0f"), .convert = pentax_iso_8,
      .when = pentax_is_k10d },
    { 21, "BaseExposureCompensation", PRINT_AS(maker_print_signed), .convert = pentax_base_ev,
      .when = pentax_is_k10d },
};
static const struct tag_table pentax_settings =
    RECORD_TABLE(pentax_settings_rows, "MakerNotes", "Pentax", FORMAT_U8);

ENUM_MAP(aeprogram_mode, { 0, "M, P or TAv" }, { 1, "Av, B or X" }, { 2, "Tv" },
         { 3, "Sv or Green Mode" }, { 8, "Hi-speed Program" }, { 11, "Hi-speed Program (P-Shift)" },
         { 16, "DOF Program" }, { 19, "DOF Program (P-Shift)" }, { 24, "MTF Program" },
         { 27, "MTF Program (P-Shift)" }, { 35, "Standard" }, { 43, "Portrait" },
         { 51, "Landscape" }, { 59, "Macro" }, { 67, "Sport" }, { 75, "Night Scene Portrait" },
         { 83, "No Flash" }, { 91, "Night Scene" }, { 99, "Surf & Snow" }, { 104, "Night Snap" },
         { 107, "Text" }, { 115, "Sunset" }, { 123, "Kids" }, { 131, "Pet" },
         { 139, "Candlelight" }, { 144, "SCN" }, { 147, "Museum" }, { 160, "Program" },
         { 184, "Shallow DOF Program" }, { 216, "HDR" });
static const struct enum_name aemetering_mode_names[] = {
    { 0x0, "Multi-segment" },
};
static const struct enum_name aemetering_mode_bits[] = {
    { 4, "Center-weighted average" },
    { 5, "Spot" },
};
static const struct enum_map aemetering_mode = { .names = aemetering_mode_names,
                                                 .n_names = ARRAY_LEN(aemetering_mode_names),
                                                 .bits = aemetering_mode_bits,
                                                 .n_bits = ARRAY_LEN(aemetering_mode_bits),
                                                 .hex = true };
static const struct tag pentax_ae_info_rows[] = {
    { 0, "AEExposureTime", PRINT_AS(print_exposure_time), .convert = pentax_time_8 },
    { 1, "AEAperture", PRINT_AS_FORMAT("%.1f"), .convert = pentax_aperture_16 },
    { 2, "AE_ISO", PRINT_AS_FORMAT("%.0f"), .convert = pentax_iso_8 },
    { 3, "AEXv", .convert = pentax_eighth_64 },
    { 4, "AEBXv", .convert = maker_eighth, .format = FORMAT_S8 },
    { 5, "AEMinExposureTime", PRINT_AS(print_exposure_time), .convert = pentax_time_8 },
    { 6, "AEProgramMode", PRINT_AS_ENUM(aeprogram_mode) },
    { 8, "AEApertureSteps" },
    { 9, "AEMaxAperture", PRINT_AS_FORMAT("%.1f"), .convert = pentax_aperture_16 },
    { 10, "AEMaxAperture2", PRINT_AS_FORMAT("%.1f"), .convert = pentax_aperture_16 },
    { 11, "AEMinAperture", PRINT_AS_FORMAT("%.0f"), .convert = pentax_aperture_16 },
    { 12, "AEMeteringMode", PRINT_AS_ENUM(aemetering_mode) },
    { 14, "FlashExposureCompSet", PRINT_AS(maker_print_signed), .convert = pentax_ev,
      .when = pentax_is_k10d, .format = FORMAT_S8 },
};
const struct tag_table pentax_ae_info =
    RECORD_TABLE(pentax_ae_info_rows, "MakerNotes", "Pentax", FORMAT_U8);

ENUM_MAP(auto_aperture, { 0, "On" }, { 1, "Off" });
ENUM_MAP(min_aperture, { 0, "22" }, { 1, "32" }, { 2, "45" }, { 3, "16" });
ENUM_MAP(min_focus_distance, { 0, "0.13-0.19 m" }, { 1, "0.20-0.24 m" }, { 2, "0.25-0.28 m" },
         { 3, "0.28-0.30 m" }, { 4, "0.35-0.38 m" }, { 5, "0.40-0.45 m" }, { 6, "0.49-0.50 m" },
         { 7, "0.6 m" }, { 8, "0.7 m" }, { 9, "0.8-0.9 m" }, { 10, "1.0 m" }, { 11, "1.1-1.2 m" },
         { 12, "1.4-1.5 m" }, { 13, "1.5 m" }, { 14, "2.0 m" }, { 15, "2.0-2.1 m" },
         { 16, "2.1 m" }, { 17, "2.2-2.9 m" }, { 18, "3.0 m" }, { 19, "4-5 m" }, { 20, "5.6 m" });
ENUM_MAP(focus_range_index, { 0, "5" }, { 1, "4" }, { 2, "6 (far)" }, { 3, "7 (very far)" },
         { 4, "2" }, { 5, "3" }, { 6, "1 (close)" }, { 7, "0 (very close)" });
static const struct tag pentax_lens_data_rows[] = {
    { 0, "AutoAperture", PRINT_AS_ENUM(auto_aperture), .mask = 0x1 },
    { 0, "MinAperture", PRINT_AS_ENUM(min_aperture), .mask = 0x6 },
    { 0, "LensFStops", .convert = pentax_f_stops, .mask = 0x70 },
    { 3, "MinFocusDistance", PRINT_AS_ENUM(min_focus_distance), .mask = 0xf8 },
    { 3, "FocusRangeIndex", PRINT_AS_ENUM(focus_range_index), .mask = 0x7 },
    { 9, "LensFocalLength", PRINT_AS_FORMAT("%.1f mm"), .convert = pentax_lens_focal },
    { 10, "NominalMaxAperture", PRINT_AS_FORMAT("%.1f"), .convert = pentax_quarter, .mask = 0xf0 },
    { 10, "NominalMinAperture", PRINT_AS_FORMAT("%.0f"), .convert = pentax_quarter_10,
      .mask = 0xf },
    { 14, "MaxAperture", PRINT_AS_FORMAT("%.1f"), .convert = pentax_max_aperture, .mask = 0x7f },
};
static const struct tag_table pentax_lens_data =
    RECORD_TABLE(pentax_lens_data_rows, "MakerNotes", "Pentax", FORMAT_U8);

static const struct tag pentax_lens_info_rows[] = {
    { 0, "LensType", PRINT_AS_ENUM(lens_type), .count = 2 },
    { 3, "LensData", SUB_BINARY(pentax_lens_data), .count = 17 },
};
const struct tag_table pentax_lens_info =
    RECORD_TABLE(pentax_lens_info_rows, "MakerNotes", "Pentax", FORMAT_U8);

static const struct tag pentax_lens_info_2_rows[] = {
    { 0, "LensType", PRINT_AS_ENUM(lens_type), .convert = pentax_lens_type, .count = 4 },
    { 4, "LensData", SUB_BINARY(pentax_lens_data), .count = 17 },
};
const struct tag_table pentax_lens_info_2 =
    RECORD_TABLE(pentax_lens_info_2_rows, "MakerNotes", "Pentax", FORMAT_U8);

static const struct tag pentax_lens_info_3_rows[] = {
    { 1, "LensType", PRINT_AS_ENUM(lens_type), .convert = pentax_lens_type, .count = 4 },
    { 13, "LensData", SUB_BINARY(pentax_lens_data), .count = 17 },
};
const struct tag_table pentax_lens_info_3 =
    RECORD_TABLE(pentax_lens_info_3_rows, "MakerNotes", "Pentax", FORMAT_U8);

static const struct tag pentax_lens_info_4_rows[] = {
    { 1, "LensType", PRINT_AS_ENUM(lens_type), .convert = pentax_lens_type, .count = 4 },
    { 12, "LensData", SUB_BINARY(pentax_lens_data), .count = 17 },
};
const struct tag_table pentax_lens_info_4 =
    RECORD_TABLE(pentax_lens_info_4_rows, "MakerNotes", "Pentax", FORMAT_U8);

static const struct tag pentax_lens_info_5_rows[] = {
    { 1, "LensType", PRINT_AS_ENUM(lens_type), .convert = pentax_lens_type, .count = 5 },
    { 15, "LensData", SUB_BINARY(pentax_lens_data), .count = 17 },
};
const struct tag_table pentax_lens_info_5 =
    RECORD_TABLE(pentax_lens_info_5_rows, "MakerNotes", "Pentax", FORMAT_U8);

static const struct enum_name flash_status_names[] = {
    { 0x0, "Off" },
    { 0x1, "Off (1)" },
    { 0x2, "External, Did not fire" },
    { 0x6, "External, Fired" },
    { 0x8, "Internal, Did not fire (0x08)" },
    { 0x9, "Internal, Did not fire" },
    { 0xd, "Internal, Fired" },
};
static const struct enum_map flash_status = { .names = flash_status_names,
                                              .n_names = ARRAY_LEN(flash_status_names),
                                              .hex = true };
static const struct enum_name internal_flash_mode_names[] = {
    { 0x0, "n/a - Off-Auto-Aperture" },
    { 0x86, "Fired, Wireless (Control)" },
    { 0x95, "Fired, Wireless (Master)" },
    { 0xc0, "Fired" },
    { 0xc1, "Fired, Red-eye reduction" },
    { 0xc2, "Fired, Auto" },
    { 0xc3, "Fired, Auto, Red-eye reduction" },
    { 0xc6, "Fired, Wireless (Control), Fired normally not as control" },
    { 0xc8, "Fired, Slow-sync" },
    { 0xc9, "Fired, Slow-sync, Red-eye reduction" },
    { 0xca, "Fired, Trailing-curtain Sync" },
    { 0xf0, "Did not fire, Normal" },
    { 0xf1, "Did not fire, Red-eye reduction" },
    { 0xf2, "Did not fire, Auto" },
    { 0xf3, "Did not fire, Auto, Red-eye reduction" },
    { 0xf4, "Did not fire, (Unknown 0xf4)" },
    { 0xf5, "Did not fire, Wireless (Master)" },
    { 0xf6, "Did not fire, Wireless (Control)" },
    { 0xf8, "Did not fire, Slow-sync" },
    { 0xf9, "Did not fire, Slow-sync, Red-eye reduction" },
    { 0xfa, "Did not fire, Trailing-curtain Sync" },
};
static const struct enum_map internal_flash_mode = {
    .names = internal_flash_mode_names, .n_names = ARRAY_LEN(internal_flash_mode_names), .hex = true
};
static const struct enum_name external_flash_mode_names[] = {
    { 0x0, "n/a - Off-Auto-Aperture" },
    { 0x3f, "Off" },
    { 0x40, "On, Auto" },
    { 0xbf, "On, Flash Problem" },
    { 0xc0, "On, Manual" },
    { 0xc4, "On, P-TTL Auto" },
    { 0xc5, "On, Contrast-control Sync" },
    { 0xc6, "On, High-speed Sync" },
    { 0xcc, "On, Wireless" },
    { 0xcd, "On, Wireless, High-speed Sync" },
    { 0xf0, "Not Connected" },
};
static const struct enum_map external_flash_mode = {
    .names = external_flash_mode_names, .n_names = ARRAY_LEN(external_flash_mode_names), .hex = true
};
ENUM_MAP(external_flash_exposure_comp, { 0, "n/a" }, { 144, "n/a (Manual Mode)" }, { 164, "-3.0" },
         { 167, "-2.5" }, { 168, "-2.0" }, { 171, "-1.5" }, { 172, "-1.0" }, { 175, "-0.5" },
         { 176, "0.0" }, { 179, "0.5" }, { 180, "1.0" });
ENUM_MAP(external_flash_bounce, { 0, "n/a" }, { 16, "Direct" }, { 48, "Bounce" });
static const struct tag pentax_flash_info_rows[] = {
    { 0, "FlashStatus", PRINT_AS_ENUM(flash_status) },
    { 1, "InternalFlashMode", PRINT_AS_ENUM(internal_flash_mode) },
    { 2, "ExternalFlashMode", PRINT_AS_ENUM(external_flash_mode) },
    { 3, "InternalFlashStrength" },
    { 4, "TTL_DA_AUp" },
    { 5, "TTL_DA_ADown" },
    { 6, "TTL_DA_BUp" },
    { 7, "TTL_DA_BDown" },
    { 24, "ExternalFlashGuideNumber", PRINT_AS(pentax_print_guide), .mask = 0x1f },
    { 25, "ExternalFlashExposureComp", PRINT_AS_ENUM(external_flash_exposure_comp) },
    { 26, "ExternalFlashBounce", PRINT_AS_ENUM(external_flash_bounce) },
};
static const struct tag_table pentax_flash_info =
    RECORD_TABLE(pentax_flash_info_rows, "MakerNotes", "Pentax", FORMAT_U8);

static const struct tag pentax_camera_info_rows[] = {
    { 0, "PentaxModelID", PRINT_AS_ENUM(model_id) },
    { 1, "ManufactureDate", .convert = pentax_manufactured },
    { 2, "ProductionCode", PRINT_AS(print_dotted), .count = 2 },
    { 4, "InternalSerialNumber" },
};
static const struct tag_table pentax_camera_info =
    RECORD_TABLE(pentax_camera_info_rows, "MakerNotes", "Pentax", FORMAT_U32);

ENUM_MAP(power_source, { 1, "Camera Battery" }, { 2, "Body Battery" }, { 3, "Grip Battery" },
         { 4, "External Power Supply" });
ENUM_MAP(body_battery_state, { 1, "Empty or Missing" }, { 2, "Almost Empty" }, { 3, "Running Low" },
         { 4, "Full" });
ENUM_MAP(later_battery_state, { 1, "Empty or Missing" }, { 2, "Almost Empty" },
         { 3, "Running Low" }, { 4, "Close to Full" }, { 5, "Full" });
static const struct tag pentax_battery_info_rows[] = {
    { 0, "PowerSource", PRINT_AS_ENUM(power_source), .mask = 0xf },
    { 1, "BodyBatteryState", PRINT_AS_ENUM(body_battery_state), .mask = 0xf0,
      .when = pentax_is_old_battery },
    { 1, "BodyBatteryState", PRINT_AS_ENUM(later_battery_state), .mask = 0xf0,
      .when = pentax_has_voltages },
    { 1, "GripBatteryState", PRINT_AS_ENUM(body_battery_state), .when = pentax_is_k10d,
      .mask = 0xf },
    { 2, "BodyBatteryADNoLoad", PRINT_AS(pentax_print_no_load), .when = pentax_is_ad },
    { 2, "BodyBatteryVoltage1", PRINT_AS_FORMAT("%.2f V"), .convert = maker_hundredth,
      .format = FORMAT_U16, .when = pentax_has_voltages },
    { 3, "BodyBatteryADLoad", PRINT_AS(pentax_print_load), .when = pentax_is_ad },
    { 4, "GripBatteryADNoLoad", .when = pentax_is_ad },
    { 4, "BodyBatteryVoltage2", PRINT_AS_FORMAT("%.2f V"), .convert = maker_hundredth,
      .format = FORMAT_U16, .when = pentax_has_voltages },
    { 5, "GripBatteryADLoad", .when = pentax_is_ad },
    { 6, "BodyBatteryVoltage3", PRINT_AS_FORMAT("%.2f V"), .convert = maker_hundredth,
      .format = FORMAT_U16, .when = pentax_is_k5 },
    { 8, "BodyBatteryVoltage4", PRINT_AS_FORMAT("%.2f V"), .convert = maker_hundredth,
      .format = FORMAT_U16, .when = pentax_is_k5 },
};
static const struct tag_table pentax_battery_info = { .rows = pentax_battery_info_rows,
                                                      .n_rows = ARRAY_LEN(pentax_battery_info_rows),
                                                      .g0 = "MakerNotes",
                                                      .g1 = "Pentax",
                                                      .format = FORMAT_U8,
                                                      .endian = 1 };

ENUM_MAP(afpoints_in_focus, { 0, "None" }, { 1, "Lower-left, Bottom" }, { 2, "Bottom" },
         { 3, "Lower-right, Bottom" }, { 4, "Mid-left, Center" }, { 5, "Center (horizontal)" },
         { 6, "Mid-right, Center" }, { 7, "Upper-left, Top" }, { 8, "Top" },
         { 9, "Upper-right, Top" }, { 10, "Right" }, { 11, "Lower-left, Mid-left" },
         { 12, "Upper-left, Mid-left" }, { 13, "Bottom, Center" }, { 14, "Top, Center" },
         { 15, "Lower-right, Mid-right" }, { 16, "Upper-right, Mid-right" }, { 17, "Left" },
         { 18, "Mid-left" }, { 19, "Center (vertical)" }, { 20, "Mid-right" });
ENUM_MAP(af_hold, { 0, "Off" }, { 1, "Short" }, { 2, "Medium" }, { 3, "Long" });
static const struct tag pentax_af_info_rows[] = {
    { 4, "AFPredictor", .when = pentax_has_af, .format = FORMAT_S16 },
    { 6, "AFDefocus", .when = pentax_has_af },
    { 7, "AFIntegrationTime", PRINT_AS_FORMAT("%s ms"), .convert = pentax_twice,
      .when = pentax_has_af },
    { 11, "AFPointsInFocus", PRINT_AS_ENUM(afpoints_in_focus), .when = pentax_has_11_points },
    { 506, "LiveView", PRINT_AS_ENUM(multiple_exposure_set), .when = pentax_is_k3_iii },
    { 509, "AFHold", PRINT_AS_ENUM(af_hold), .when = pentax_is_k3_ii },
};
static const struct tag_table pentax_af_info = { .rows = pentax_af_info_rows,
                                                 .n_rows = ARRAY_LEN(pentax_af_info_rows),
                                                 .g0 = "MakerNotes",
                                                 .g1 = "Pentax",
                                                 .format = FORMAT_U8,
                                                 .endian = 1 };

static const struct tag pentax_colour_info_rows[] = {
    { 16, "WBShiftAB" },
    { 17, "WBShiftGM" },
};
static const struct tag_table pentax_colour_info =
    RECORD_TABLE(pentax_colour_info_rows, "MakerNotes", "Pentax", FORMAT_S8);

static const struct tag pentax_ev_step_info_rows[] = {
    { 0, "EVSteps", PRINT_AS_ENUM(evsteps) },
    { 1, "SensitivitySteps", PRINT_AS_ENUM(sensitivity_steps) },
    { 3, "LiveView", PRINT_AS_ENUM(multiple_exposure_set) },
};
static const struct tag_table pentax_ev_step_info =
    RECORD_TABLE(pentax_ev_step_info_rows, "MakerNotes", "Pentax", FORMAT_U8);

static const struct enum_name camera_orientation_names[] = {
    { 0x10, "Horizontal (normal)" }, { 0x20, "Rotate 180" }, { 0x30, "Rotate 90 CW" },
    { 0x40, "Rotate 270 CW" },       { 0x50, "Upwards" },    { 0x60, "Downwards" },
};
static const struct enum_map camera_orientation = { .names = camera_orientation_names,
                                                    .n_names = ARRAY_LEN(camera_orientation_names),
                                                    .hex = true };
static const struct tag pentax_shot_info_rows[] = {
    { 1, "CameraOrientation", PRINT_AS_ENUM(camera_orientation), .when = pentax_is_k7 },
};
static const struct tag_table pentax_shot_info =
    RECORD_TABLE(pentax_shot_info_rows, "MakerNotes", "Pentax", FORMAT_U8);

static const struct tag pentax_wb_levels_rows[] = {
    { 2, "WB_RGGBLevelsDaylight", .count = 4 },
    { 11, "WB_RGGBLevelsShade", .count = 4 },
    { 20, "WB_RGGBLevelsCloudy", .count = 4 },
    { 29, "WB_RGGBLevelsTungsten", .count = 4 },
    { 38, "WB_RGGBLevelsFluorescentD", .count = 4 },
    { 47, "WB_RGGBLevelsFluorescentN", .count = 4 },
    { 56, "WB_RGGBLevelsFluorescentW", .count = 4 },
    { 65, "WB_RGGBLevelsFlash", .count = 4 },
    { 74, "WB_RGGBLevelsFluorescentL", .count = 4 },
    { 92, "WB_RGGBLevelsUserSelected", .count = 4 },
};
static const struct tag_table pentax_wb_levels =
    RECORD_TABLE(pentax_wb_levels_rows, "MakerNotes", "Pentax", FORMAT_U16);

ENUM_MAP(extender, { 0, "Not attached" }, { 1, "Attached" });
static const struct tag pentax_lens_rec_rows[] = {
    { 0, "LensType", PRINT_AS_ENUM(lens_type), .count = 2 },
    { 3, "ExtenderStatus", PRINT_AS_ENUM(extender) },
};
static const struct tag_table pentax_lens_rec =
    RECORD_TABLE(pentax_lens_rec_rows, "MakerNotes", "Pentax", FORMAT_U8);

TEXT_MAP(picture_modes, { "0 0", "Program" }, { "0 1", "Hi-speed Program" },
         { "0 2", "DOF Program" }, { "0 3", "MTF Program" }, { "0 4", "Standard" },
         { "0 5", "Portrait" }, { "0 6", "Landscape" }, { "0 7", "Macro" }, { "0 8", "Sport" },
         { "0 9", "Night Scene Portrait" }, { "0 10", "No Flash" }, { "0 11", "Night Scene" },
         { "0 12", "Surf & Snow" }, { "0 13", "Text" }, { "0 14", "Sunset" }, { "0 15", "Kids" },
         { "0 16", "Pet" }, { "0 17", "Candlelight" }, { "0 18", "Museum" }, { "0 19", "Food" },
         { "0 20", "Stage Lighting" }, { "0 21", "Night Snap" }, { "0 23", "Blue Sky" },
         { "0 24", "Sunset" }, { "0 26", "Night Scene HDR" }, { "0 27", "HDR" },
         { "0 28", "Quick Macro" }, { "0 29", "Forest" }, { "0 30", "Backlight Silhouette" },
         { "0 31", "Max. Aperture Priority" }, { "0 32", "DOF" }, { "1 4", "Auto PICT (Standard)" },
         { "1 5", "Auto PICT (Portrait)" }, { "1 6", "Auto PICT (Landscape)" },
         { "1 7", "Auto PICT (Macro)" }, { "1 8", "Auto PICT (Sport)" }, { "2 0", "Program (HyP)" },
         { "2 1", "Hi-speed Program (HyP)" }, { "2 2", "DOF Program (HyP)" },
         { "2 3", "MTF Program (HyP)" }, { "2 22", "Shallow DOF (HyP)" }, { "3 0", "Green Mode" },
         { "4 0", "Shutter Speed Priority" }, { "4 2", "Shutter Speed Priority 2" },
         { "4 31", "Shutter Speed Priority 31" }, { "5 0", "Aperture Priority" },
         { "5 2", "Aperture Priority 2" }, { "5 31", "Aperture Priority 31" },
         { "6 0", "Program Tv Shift" }, { "7 0", "Program Av Shift" }, { "8 0", "Manual" },
         { "9 0", "Bulb" }, { "10 0", "Aperture Priority, Off-Auto-Aperture" },
         { "11 0", "Manual, Off-Auto-Aperture" }, { "12 0", "Bulb, Off-Auto-Aperture" },
         { "13 0", "Shutter & Aperture Priority AE" }, { "14 0", "Shutter Priority AE" },
         { "15 0", "Sensitivity Priority AE" }, { "16 0", "Flash X-Sync Speed AE" },
         { "17 0", "Flash X-Sync Speed" }, { "18 0", "Auto Program (Normal)" },
         { "18 1", "Auto Program (Hi-speed)" }, { "18 2", "Auto Program (DOF)" },
         { "18 3", "Auto Program (MTF)" }, { "18 22", "Auto Program (Shallow DOF)" },
         { "19 0", "Astrotracer" }, { "20 22", "Blur Control" },
         { "24 0", "Aperture Priority (Adv.Hyp)" }, { "25 0", "Manual Exposure (Adv.Hyp)" },
         { "26 0", "Shutter and Aperture Priority (TAv)" }, { "249 0", "Movie (TAv)" },
         { "250 0", "Movie (TAv, Auto Aperture)" }, { "251 0", "Movie (Manual)" },
         { "252 0", "Movie (Manual, Auto Aperture)" }, { "253 0", "Movie (Av)" },
         { "254 0", "Movie (Av, Auto Aperture)" }, { "255 0", "Movie (P, Auto Aperture)" },
         { "255 4", "Video (4)" });
ENUM_MAP(picture_steps, { 0, "1/2 EV steps" }, { 1, "1/3 EV steps" });
const struct enum_map *const pentax_picture_modes = &picture_modes, *const pentax_picture_steps =
                                                                        &picture_steps;
ENUM_MAP(quality, { 0, "Good" }, { 1, "Better" }, { 2, "Best" }, { 3, "TIFF" }, { 4, "RAW" },
         { 5, "Premium" }, { 7, "RAW (pixel shift enabled)" }, { 8, "Dynamic Pixel Shift" },
         { 9, "Monochrome" }, { 65535, "n/a" });
static const struct enum_name pentax_image_size_names[] = {
    { 0, "640x480" },
    { 1, "Full" },
    { 2, "1024x768" },
    { 3, "1280x960" },
    { 4, "1600x1200" },
    { 5, "2048x1536" },
    { 8, "2560x1920 or 2304x1728" },
    { 9, "3072x2304" },
    { 10, "3264x2448" },
    { 19, "320x240" },
    { 20, "2288x1712" },
    { 21, "2592x1944" },
    { 22, "2304x1728 or 2592x1944" },
    { 23, "3056x2296" },
    { 25, "2816x2212 or 2816x2112" },
    { 27, "3648x2736" },
    { 29, "4000x3000" },
    { 30, "4288x3216" },
    { 31, "4608x3456" },
    { 129, "1920x1080" },
    { 135, "4608x2592" },
    { 257, "3216x3216" },
};
static const struct text_name pentax_image_size_texts[] = {
    { "0 0", "2304x1728" },  { "4 0", "1600x1200" },  { "5 0", "2048x1536" },
    { "8 0", "2560x1920" },  { "32 2", "960x640" },   { "33 2", "1152x768" },
    { "34 2", "1536x1024" }, { "35 1", "2400x1600" }, { "36 0", "3008x2008 or 3040x2024" },
    { "37 0", "3008x2000" },
};
static const struct enum_map pentax_image_size = { .names = pentax_image_size_names,
                                                   .n_names = ARRAY_LEN(pentax_image_size_names),
                                                   .texts = pentax_image_size_texts,
                                                   .n_texts = ARRAY_LEN(pentax_image_size_texts) };
static const struct enum_name picture_mode_names[] = {
    { 0, "Program" },
    { 1, "Shutter Speed Priority" },
    { 2, "Program AE" },
    { 3, "Manual" },
    { 5, "Portrait" },
    { 6, "Landscape" },
    { 8, "Sport" },
    { 9, "Night Scene" },
    { 11, "Soft" },
    { 12, "Surf & Snow" },
    { 13, "Candlelight" },
    { 14, "Autumn" },
    { 15, "Macro" },
    { 17, "Fireworks" },
    { 18, "Text" },
    { 19, "Panorama" },
    { 20, "3-D" },
    { 21, "Black & White" },
    { 22, "Sepia" },
    { 23, "Red" },
    { 24, "Pink" },
    { 25, "Purple" },
    { 26, "Blue" },
    { 27, "Green" },
    { 28, "Yellow" },
    { 30, "Self Portrait" },
    { 31, "Illustrations" },
    { 33, "Digital Filter" },
    { 35, "Night Scene Portrait" },
    { 37, "Museum" },
    { 38, "Food" },
    { 39, "Underwater" },
    { 40, "Green Mode" },
    { 49, "Light Pet" },
    { 50, "Dark Pet" },
    { 51, "Medium Pet" },
    { 53, "Underwater" },
    { 54, "Candlelight" },
    { 55, "Natural Skin Tone" },
    { 56, "Synchro Sound Record" },
    { 58, "Frame Composite" },
    { 59, "Report" },
    { 60, "Kids" },
    { 61, "Blur Reduction" },
    { 63, "Panorama 2" },
    { 65, "Half-length Portrait" },
    { 66, "Portrait 2" },
    { 74, "Digital Microscope" },
    { 75, "Blue Sky" },
    { 80, "Miniature" },
    { 81, "HDR" },
    { 83, "Fisheye" },
    { 85, "Digital Filter 4" },
    { 221, "P" },
    { 255, "PICT" },
};
static const struct text_name picture_mode_texts[] = {
    { "0.1", "Av" },
    { "1.1", "M" },
    { "2.1", "Tv" },
    { "3.1", "USER" },
};
static const struct enum_map picture_mode = { .names = picture_mode_names,
                                              .n_names = ARRAY_LEN(picture_mode_names),
                                              .texts = picture_mode_texts,
                                              .n_texts = ARRAY_LEN(picture_mode_texts) };
static const struct enum_name flash_mode0_names[] = {
    { 0x0, "Auto, Did not fire" },
    { 0x1, "Off, Did not fire" },
    { 0x2, "On, Did not fire" },
    { 0x3, "Auto, Did not fire, Red-eye reduction" },
    { 0x5, "On, Did not fire, Wireless (Master)" },
    { 0x100, "Auto, Fired" },
    { 0x102, "On, Fired" },
    { 0x103, "Auto, Fired, Red-eye reduction" },
    { 0x104, "On, Red-eye reduction" },
    { 0x105, "On, Wireless (Master)" },
    { 0x106, "On, Wireless (Control)" },
    { 0x108, "On, Soft" },
    { 0x109, "On, Slow-sync" },
    { 0x10a, "On, Slow-sync, Red-eye reduction" },
    { 0x10b, "On, Trailing-curtain Sync" },
};
static const struct enum_map flash_mode0 = { .names = flash_mode0_names,
                                             .n_names = ARRAY_LEN(flash_mode0_names),
                                             .hex = true };
static const struct enum_name flash_mode1_names[] = {
    { 0x0, "n/a - Off-Auto-Aperture" },
    { 0x3f, "Internal" },
    { 0x100, "External, Auto" },
    { 0x23f, "External, Flash Problem" },
    { 0x300, "External, Manual" },
    { 0x304, "External, P-TTL Auto" },
    { 0x305, "External, Contrast-control Sync" },
    { 0x306, "External, High-speed Sync" },
    { 0x30c, "External, Wireless" },
    { 0x30d, "External, Wireless, High-speed Sync" },
};
static const struct enum_map flash_mode1 = { .names = flash_mode1_names,
                                             .n_names = ARRAY_LEN(flash_mode1_names),
                                             .hex = true };
static const struct print_step flash_mode_steps[] = { { PRINT_ENUM, &flash_mode0, NULL },
                                                      { PRINT_ENUM, &flash_mode1, NULL } };
static const struct print_list flash_mode_list = { .steps = flash_mode_steps,
                                                   .n_steps = ARRAY_LEN(flash_mode_steps) };
static const struct enum_name focus_mode_names[] = {
    { 0x0, "Normal" },
    { 0x1, "Macro" },
    { 0x2, "Infinity" },
    { 0x3, "Manual" },
    { 0x4, "Super Macro" },
    { 0x5, "Pan Focus" },
    { 0x6, "Auto-area" },
    { 0x7, "Zone Select" },
    { 0x8, "Select" },
    { 0x9, "Pinpoint" },
    { 0xa, "Tracking" },
    { 0xb, "Continuous" },
    { 0xc, "Snap" },
    { 0x10, "AF-S (Focus-priority)" },
    { 0x11, "AF-C (Focus-priority)" },
    { 0x12, "AF-A (Focus-priority)" },
    { 0x20, "Contrast-detect (Focus-priority)" },
    { 0x21, "Tracking Contrast-detect (Focus-priority)" },
    { 0x110, "AF-S (Release-priority)" },
    { 0x111, "AF-C (Release-priority)" },
    { 0x112, "AF-A (Release-priority)" },
    { 0x120, "Contrast-detect (Release-priority)" },
    { 0x8003, "Manual (Macro)" },
    { 0x8006, "Auto-area (Macro)" },
    { 0x8007, "Zone Select (Macro)" },
    { 0x8008, "Select (Macro)" },
    { 0x8009, "Pinpoint (Macro)" },
    { 0x800a, "Tracking (Macro)" },
    { 0x800b, "Continuous (Macro)" },
    { 0, "Normal" },
    { 1, "Macro (1)" },
    { 2, "Macro (2)" },
    { 3, "Infinity" },
};
static const struct enum_map focus_mode = { .names = focus_mode_names,
                                            .n_names = ARRAY_LEN(focus_mode_names),
                                            .hex = true };
static const struct enum_name afpoints_in_focus_2_names[] = {
    { 0x0, "(none)" },
};
static const struct enum_name afpoints_in_focus_2_bits[] = {
    { 0, "Top-left" },
    { 1, "Top Near-left" },
    { 2, "Top" },
    { 3, "Top Near-right" },
    { 4, "Top-right" },
    { 5, "Upper-left" },
    { 6, "Upper Near-left" },
    { 7, "Upper-middle" },
    { 8, "Upper Near-right" },
    { 9, "Upper-right" },
    { 10, "Far Left" },
    { 11, "Left" },
    { 12, "Near-left" },
    { 13, "Center" },
    { 14, "Near-right" },
    { 15, "Right" },
    { 16, "Far Right" },
    { 17, "Lower-left" },
    { 18, "Lower Near-left" },
    { 19, "Lower-middle" },
    { 20, "Lower Near-right" },
    { 21, "Lower-right" },
    { 22, "Bottom-left" },
    { 23, "Bottom Near-left" },
    { 24, "Bottom" },
    { 25, "Bottom Near-right" },
    { 26, "Bottom-right" },
};
static const struct enum_map afpoints_in_focus_2 = { .names = afpoints_in_focus_2_names,
                                                     .n_names =
                                                         ARRAY_LEN(afpoints_in_focus_2_names),
                                                     .bits = afpoints_in_focus_2_bits,
                                                     .n_bits = ARRAY_LEN(afpoints_in_focus_2_bits),
                                                     .hex = true };
ENUM_MAP(iso, { 3, "50" }, { 4, "64" }, { 5, "80" }, { 6, "100" }, { 7, "125" }, { 8, "160" },
         { 9, "200" }, { 10, "250" }, { 11, "320" }, { 12, "400" }, { 13, "500" }, { 14, "640" },
         { 15, "800" }, { 16, "1000" }, { 17, "1250" }, { 18, "1600" }, { 19, "2000" },
         { 20, "2500" }, { 21, "3200" }, { 22, "4000" }, { 23, "5000" }, { 24, "6400" },
         { 25, "8000" }, { 26, "10000" }, { 27, "12800" }, { 28, "16000" }, { 29, "20000" },
         { 30, "25600" }, { 31, "32000" }, { 32, "40000" }, { 33, "51200" }, { 34, "64000" },
         { 35, "80000" }, { 36, "102400" }, { 37, "128000" }, { 38, "160000" }, { 39, "204800" },
         { 40, "256000" }, { 41, "320000" }, { 42, "409600" }, { 43, "512000" }, { 44, "640000" },
         { 45, "819200" }, { 50, "50" }, { 100, "100" }, { 200, "200" }, { 258, "50" },
         { 259, "70" }, { 260, "100" }, { 261, "140" }, { 262, "200" }, { 263, "280" },
         { 264, "400" }, { 265, "560" }, { 266, "800" }, { 267, "1100" }, { 268, "1600" },
         { 269, "2200" }, { 270, "3200" }, { 271, "4500" }, { 272, "6400" }, { 273, "9000" },
         { 274, "12800" }, { 275, "18000" }, { 276, "25600" }, { 277, "36000" }, { 278, "51200" },
         { 279, "72000" }, { 280, "102400" }, { 281, "144000" }, { 282, "204800" },
         { 283, "288000" }, { 284, "409600" }, { 285, "576000" }, { 286, "819200" }, { 400, "400" },
         { 800, "800" }, { 1600, "1600" }, { 3200, "3200" }, { 65534, "Auto 2" },
         { 65535, "Auto" });
ENUM_MAP(metering_mode, { 0, "Multi-segment" }, { 1, "Center-weighted average" }, { 2, "Spot" },
         { 6, "Highlight" });
ENUM_MAP(white_balance, { 0, "Auto" }, { 1, "Daylight" }, { 2, "Shade" }, { 3, "Fluorescent" },
         { 4, "Tungsten" }, { 5, "Manual" }, { 6, "Daylight Fluorescent" },
         { 7, "Day White Fluorescent" }, { 8, "White Fluorescent" }, { 9, "Flash" },
         { 10, "Cloudy" }, { 11, "Warm White Fluorescent" }, { 14, "Multi Auto" },
         { 15, "Color Temperature Enhancement" }, { 17, "Kelvin" }, { 65534, "Unknown" },
         { 65535, "User-Selected" });
ENUM_MAP(white_balance_mode, { 1, "Auto (Daylight)" }, { 2, "Auto (Shade)" }, { 3, "Auto (Flash)" },
         { 4, "Auto (Tungsten)" }, { 6, "Auto (Daylight Fluorescent)" },
         { 7, "Auto (Day White Fluorescent)" }, { 8, "Auto (White Fluorescent)" },
         { 10, "Auto (Cloudy)" }, { 65534, "Unknown" }, { 65535, "User-Selected" });
ENUM_MAP(saturation0, { 0, "-2 (low)" }, { 1, "0 (normal)" }, { 2, "+2 (high)" },
         { 3, "-1 (medium low)" }, { 4, "+1 (medium high)" }, { 5, "-3 (very low)" },
         { 6, "+3 (very high)" }, { 7, "-4 (minimum)" }, { 8, "+4 (maximum)" }, { 65535, "None" });
static const struct print_step saturation_steps[] = { { PRINT_ENUM, &saturation0, NULL } };
static const struct print_list saturation_list = { .steps = saturation_steps,
                                                   .n_steps = ARRAY_LEN(saturation_steps) };
ENUM_MAP(contrast0, { 0, "-2 (low)" }, { 1, "0 (normal)" }, { 2, "+2 (high)" },
         { 3, "-1 (medium low)" }, { 4, "+1 (medium high)" }, { 5, "-3 (very low)" },
         { 6, "+3 (very high)" }, { 7, "-4 (minimum)" }, { 8, "+4 (maximum)" }, { 65535, "n/a" });
static const struct print_step contrast_steps[] = { { PRINT_ENUM, &contrast0, NULL } };
static const struct print_list contrast_list = { .steps = contrast_steps,
                                                 .n_steps = ARRAY_LEN(contrast_steps) };
ENUM_MAP(sharpness0, { 0, "-2 (soft)" }, { 1, "0 (normal)" }, { 2, "+2 (hard)" },
         { 3, "-1 (medium soft)" }, { 4, "+1 (medium hard)" }, { 5, "-3 (very soft)" },
         { 6, "+3 (very hard)" }, { 7, "-4 (minimum)" }, { 8, "+4 (maximum)" });
static const struct print_step sharpness_steps[] = { { PRINT_ENUM, &sharpness0, NULL } };
static const struct print_list sharpness_list = { .steps = sharpness_steps,
                                                  .n_steps = ARRAY_LEN(sharpness_steps) };
TEXT_MAP(image_editing, { "0 0", "None" }, { "0 0 0 0", "None" }, { "0 0 0 4", "Digital Filter" },
         { "1 0 0 0", "Resized" }, { "2 0 0 0", "Cropped" }, { "4 0 0 0", "Digital Filter 4" },
         { "6 0 0 0", "Digital Filter 6" }, { "8 0 0 0", "Red-eye Correction" },
         { "16 0 0 0", "Frame Synthesis?" });
ENUM_MAP(drive_mode0, { 0, "Single-frame" }, { 1, "Continuous" }, { 2, "Continuous (Lo)" },
         { 3, "Burst" }, { 4, "Continuous (Medium)" }, { 5, "Continuous (Low)" }, { 255, "Video" });
ENUM_MAP(drive_mode1, { 0, "No Timer" }, { 1, "Self-timer (12 s)" }, { 2, "Self-timer (2 s)" },
         { 15, "Video" }, { 16, "Mirror Lock-up" }, { 255, "n/a" });
ENUM_MAP(drive_mode2_2, { 0, "Shutter Button" }, { 1, "Remote Control (3 s delay)" },
         { 2, "Remote Control" }, { 4, "Remote Continuous Shooting" });
ENUM_MAP(drive_mode3, { 0, "Single Exposure" }, { 1, "Multiple Exposure" },
         { 2, "Composite Average" }, { 3, "Composite Additive" }, { 4, "Composite Bright" },
         { 8, "Interval Shooting" }, { 10, "Interval Composite Average" },
         { 11, "Interval Composite Additive" }, { 12, "Interval Composite Bright" },
         { 15, "Interval Movie" }, { 16, "HDR" }, { 32, "HDR Strong 1" }, { 48, "HDR Strong 2" },
         { 64, "HDR Strong 3" }, { 80, "HDR Manual" }, { 224, "HDR Auto" }, { 255, "Video" });
static const struct print_step drive_mode_steps[] = { { PRINT_ENUM, &drive_mode0, NULL },
                                                      { PRINT_ENUM, &drive_mode1, NULL },
                                                      { PRINT_ENUM, &drive_mode2_2, NULL },
                                                      { PRINT_ENUM, &drive_mode3, NULL } };
static const struct print_list drive_mode_list = { .steps = drive_mode_steps,
                                                   .n_steps = ARRAY_LEN(drive_mode_steps) };
ENUM_MAP(color_space, { 0, "sRGB" }, { 1, "Adobe RGB" });
static const struct enum_name afpoints_in_focus_3_names[] = {
    { 0x0, "(none)" },
};
static const struct enum_name afpoints_in_focus_3_bits[] = {
    { 0, "Upper-left" }, { 1, "Top" },    { 2, "Upper-right" },  { 3, "Left" },
    { 4, "Mid-left" },   { 5, "Center" }, { 6, "Mid-right" },    { 7, "Right" },
    { 8, "Lower-left" }, { 9, "Bottom" }, { 10, "Lower-right" },
};
static const struct enum_map afpoints_in_focus_3 = { .names = afpoints_in_focus_3_names,
                                                     .n_names =
                                                         ARRAY_LEN(afpoints_in_focus_3_names),
                                                     .bits = afpoints_in_focus_3_bits,
                                                     .n_bits = ARRAY_LEN(afpoints_in_focus_3_bits),
                                                     .hex = true };
ENUM_MAP(image_tone, { 0, "Natural" }, { 1, "Bright" }, { 2, "Portrait" }, { 3, "Landscape" },
         { 4, "Vibrant" }, { 5, "Monochrome" }, { 6, "Muted" }, { 7, "Reversal Film" },
         { 8, "Bleach Bypass" }, { 9, "Radiant" }, { 10, "Cross Processing" }, { 11, "Flat" },
         { 256, "Standard" }, { 257, "Vivid" }, { 258, "Monotone" }, { 259, "Soft Monotone" },
         { 260, "Hard Monotone" }, { 261, "Hi-contrast B&W" }, { 262, "Positive Film" },
         { 263, "Bleach Bypass 2" }, { 264, "Retro" }, { 265, "HDR Tone" },
         { 266, "Cross Processing 2" }, { 267, "Negative Film" }, { 32768, "Standard" },
         { 32769, "Hard" }, { 32770, "Soft" }, { 33024, "Monochrome" });
ENUM_MAP(raw_development_process, { 1, "1 (K10D,K200D,K2000,K-m)" }, { 3, "3 (K20D)" },
         { 4, "4 (K-7)" }, { 5, "5 (K-x)" }, { 6, "6 (645D)" }, { 7, "7 (K-r)" },
         { 8, "8 (K-5,K-5II,K-5IIs)" }, { 9, "9 (Q)" }, { 10, "10 (K-01,K-30,K-50,K-500)" },
         { 11, "11 (Q10)" }, { 12, "12 (MX-1,Q-S1,Q7)" }, { 13, "13 (K-3,K-3II)" },
         { 14, "14 (645Z)" }, { 15, "15 (K-S1,K-S2)" }, { 16, "16 (K-1)" }, { 17, "17 (K-70)" },
         { 18, "18 (KP)" }, { 19, "19 (GR III)" }, { 20, "20 (K-3III)" },
         { 21, "21 (K-3IIIMonochrome)" });
ENUM_MAP(hue, { 0, "-2" }, { 1, "Normal" }, { 2, "2" }, { 3, "-1" }, { 4, "1" }, { 5, "-3" },
         { 6, "3" }, { 7, "-4" }, { 8, "4" }, { 65535, "None" });
static const struct print_step flash_pair_steps[] = { { PRINT_FUNC, NULL, maker_print_signed } };
static const struct print_list flash_pair = { .steps = flash_pair_steps, .n_steps = 1 };
ENUM_MAP(blur_control, { 0, "Off" }, { 1, "Low" }, { 2, "Medium" }, { 3, "High" });
static const struct print_step blur_steps[] = { { PRINT_ENUM, &blur_control, NULL } };
static const struct print_list blur_list = { .steps = blur_steps, .n_steps = 1 };
ENUM_MAP(hdr_mode, { 0, "Off" }, { 1, "HDR Auto" }, { 2, "HDR 1" }, { 3, "HDR 2" }, { 4, "HDR 3" },
         { 5, "HDR Advanced" });
ENUM_MAP(hdr_align, { 0, "Auto-align Off" }, { 1, "Auto-align On" });
ENUM_MAP(hdr_step, { 0, "n/a" }, { 4, "1 EV" }, { 8, "2 EV" }, { 12, "3 EV" });
static const struct print_step hdr_steps[] = { { PRINT_ENUM, &hdr_mode, NULL },
                                               { PRINT_ENUM, &hdr_align, NULL },
                                               { PRINT_ENUM, &hdr_step, NULL } };
static const struct print_list hdr_list = { .steps = hdr_steps, .n_steps = ARRAY_LEN(hdr_steps) };
ENUM_MAP(dynamic_range_expansion1, { 0, "0" }, { 1, "Enabled" }, { 2, "Auto" });
static const struct print_step dynamic_range_expansion_steps[] = {
    { PRINT_ENUM, &multiple_exposure_set, NULL }, { PRINT_ENUM, &dynamic_range_expansion1, NULL }
};
static const struct print_list dynamic_range_expansion_list = {
    .steps = dynamic_range_expansion_steps, .n_steps = ARRAY_LEN(dynamic_range_expansion_steps)
};
TEXT_MAP(high_low_key_adj, { "-1 0", "-1" }, { "-2 0", "-2" }, { "-3 0", "-3" }, { "-4 0", "-4" },
         { "0 0", "0" }, { "1 0", "1" }, { "2 0", "2" }, { "3 0", "3" }, { "4 0", "4" });
ENUM_MAP(fine_sharpness1, { 0, "Normal" }, { 2, "Extra fine" });
static const struct print_step fine_sharpness_steps[] = {
    { PRINT_ENUM, &multiple_exposure_set, NULL }, { PRINT_ENUM, &fine_sharpness1, NULL }
};
static const struct print_list fine_sharpness_list = { .steps = fine_sharpness_steps,
                                                       .n_steps = ARRAY_LEN(fine_sharpness_steps) };
ENUM_MAP(high_isonoise_reduction0, { 0, "Off" }, { 1, "Weakest" }, { 2, "Weak" }, { 3, "Strong" },
         { 4, "Medium" }, { 255, "Auto" });
ENUM_MAP(high_isonoise_reduction1, { 0, "Inactive" }, { 1, "Active" }, { 2, "Active (Weak)" },
         { 3, "Active (Strong)" }, { 4, "Active (Medium)" });
ENUM_MAP(high_isonoise_reduction2, { 48, "ISO>400" }, { 56, "ISO>800" }, { 64, "ISO>1600" },
         { 72, "ISO>3200" });
static const struct print_step high_isonoise_reduction_steps[] = {
    { PRINT_ENUM, &high_isonoise_reduction0, NULL },
    { PRINT_ENUM, &high_isonoise_reduction1, NULL },
    { PRINT_ENUM, &high_isonoise_reduction2, NULL }
};
static const struct print_list high_isonoise_reduction_list = {
    .steps = high_isonoise_reduction_steps, .n_steps = ARRAY_LEN(high_isonoise_reduction_steps)
};
ENUM_MAP(monochrome_filter_effect, { 1, "Green" }, { 2, "Yellow" }, { 3, "Orange" }, { 4, "Red" },
         { 5, "Magenta" }, { 6, "Blue" }, { 7, "Cyan" }, { 8, "Infrared" }, { 65535, "None" });
ENUM_MAP(monochrome_toning, { 0, "-4" }, { 1, "-3" }, { 2, "-2" }, { 3, "-1" }, { 4, "0" },
         { 5, "1" }, { 6, "2" }, { 7, "3" }, { 8, "4" }, { 65535, "None" });
static const struct enum_name shadow_correction_names[] = {
    { 0, "Off" },
    { 1, "On" },
    { 2, "Auto 2" },
};
static const struct text_name shadow_correction_texts[] = {
    { "0 0", "Off" },    { "1 1", "Weak" }, { "1 2", "Normal" },
    { "1 3", "Strong" }, { "2 4", "Auto" },
};
static const struct enum_map shadow_correction = { .names = shadow_correction_names,
                                                   .n_names = ARRAY_LEN(shadow_correction_names),
                                                   .texts = shadow_correction_texts,
                                                   .n_texts = ARRAY_LEN(shadow_correction_texts) };
ENUM_MAP(isoauto_min_speed0, { 1, "Shutter Speed Control" }, { 2, "Auto Slow" },
         { 3, "Auto Standard" }, { 4, "Auto Fast" });
static const struct print_step isoauto_min_speed_steps[] = { { PRINT_ENUM, &isoauto_min_speed0,
                                                               NULL } };
static const struct print_list isoauto_min_speed_list = { .steps = isoauto_min_speed_steps,
                                                          .n_steps =
                                                              ARRAY_LEN(isoauto_min_speed_steps) };
ENUM_MAP(cross_process, { 0, "Off" }, { 1, "Random" }, { 2, "Preset 1" }, { 3, "Preset 2" },
         { 4, "Preset 3" }, { 33, "Favorite 1" }, { 34, "Favorite 2" }, { 35, "Favorite 3" });
ENUM_MAP(bleach_bypass_toning, { 0, "Off" }, { 1, "Green" }, { 2, "Yellow" }, { 3, "Orange" },
         { 4, "Red" }, { 5, "Magenta" }, { 6, "Purple" }, { 7, "Blue" }, { 8, "Cyan" },
         { 65535, "n/a" });
ENUM_MAP(aspect_ratio, { 0, "4:3" }, { 1, "3:2" }, { 2, "16:9" }, { 3, "1:1" });
ENUM_MAP(shutter_type, { 0, "Normal" }, { 1, "Electronic" });
static const struct enum_name neutral_density_filter_names[] = {
    { 0, "Off" },
    { 1, "On" },
};
static const struct text_name neutral_density_filter_texts[] = {
    { "0 0", "Off (Off)" },
    { "0 2", "Off (Auto)" },
    { "1 1", "On (On)" },
    { "1 2", "On (Auto)" },
};
static const struct enum_map neutral_density_filter = {
    .names = neutral_density_filter_names,
    .n_names = ARRAY_LEN(neutral_density_filter_names),
    .texts = neutral_density_filter_texts,
    .n_texts = ARRAY_LEN(neutral_density_filter_texts)
};
TEXT_MAP(skin_tone_correction, { "0 0", "Off" }, { "1 1", "On (type 1)" }, { "1 2", "On (type 2)" },
         { "0 0 0", "Off" });
TEXT_MAP(clarity_control, { "0 0", "Off" });
static const struct tag pentax_table_rows[] = {
    { 0x0000, "PentaxVersion", PRINT_AS(print_dotted) },
    { 0x0001, "PentaxModelType" },
    { 0x0002, "PreviewImageSize", PRINT_AS(maker_print_size) },
    { 0x0003, "PreviewImageLength", .flags = 0 },
    { 0x0004, "PreviewImageStart", .flags = TAG_OFFSET },
    { 0x0005, "PentaxModelID", PRINT_AS_ENUM(model_id) },
    { 0x0006, "Date", .convert = pentax_date, .flags = TAG_MEMBER },
    { 0x0007, "Time", .convert = pentax_time, .flags = TAG_MEMBER },
    { 0x0008, "Quality", PRINT_AS_ENUM(quality) },
    { 0x0009, "PentaxImageSize", PRINT_AS_ENUM(pentax_image_size) },
    { 0x000b, "PictureMode", PRINT_AS_ENUM(picture_mode) },
    { 0x000c, "FlashMode", PRINT_AS_LIST(flash_mode_list) },
    { 0x000d, "FocusMode", PRINT_AS_ENUM(focus_mode) },
    { 0x000e, "AFPointSelected", PRINT_AS_LIST(pentax_af_k1), .when = pentax_is_k1 },
    { 0x000e, "AFPointSelected", PRINT_AS_LIST(pentax_af_k3), .when = pentax_is_k3 },
    { 0x000e, "AFPointSelected", PRINT_AS_LIST(pentax_af_point) },
    { 0x000f, "AFPointsInFocus", PRINT_AS_ENUM(pentax_af_k3_points), .when = pentax_is_k3 },
    { 0x000f, "AFPointsInFocus", PRINT_AS_ENUM(afpoints_in_focus_2) },
    { 0x0010, "FocusPosition" },
    { 0x0012, "ExposureTime", PRINT_AS(print_exposure_time), .convert = pentax_exposure,
      .priority = PRIORITY_LOW },
    { 0x0013, "FNumber", PRINT_AS_FORMAT("%.1f"), .convert = maker_tenth,
      .priority = PRIORITY_LOW },
    { 0x0014, "ISO", PRINT_AS_ENUM(iso), .priority = PRIORITY_LOW },
    { 0x0015, "LightReading" },
    { 0x0016, "ExposureCompensation", PRINT_AS(maker_print_signed), .convert = pentax_compensation,
      .priority = PRIORITY_LOW },
    { 0x0017, "MeteringMode", PRINT_AS_ENUM(metering_mode), .priority = PRIORITY_LOW },
    { 0x0018, "AutoBracketing", PRINT_AS(pentax_print_bracket) },
    { 0x0019, "WhiteBalance", PRINT_AS_ENUM(white_balance) },
    { 0x001a, "WhiteBalanceMode", PRINT_AS_ENUM(white_balance_mode) },
    { 0x001b, "BlueBalance", .convert = maker_256th },
    { 0x001c, "RedBalance", .convert = maker_256th },
    { 0x001d, "FocalLength", PRINT_AS_FORMAT("%.1f mm"), .convert = maker_hundredth,
      .priority = PRIORITY_LOW },
    { 0x001e, "DigitalZoom", .convert = maker_hundredth },
    { 0x001f, "Saturation", PRINT_AS_LIST(saturation_list) },
    { 0x0020, "Contrast", PRINT_AS_LIST(contrast_list) },
    { 0x0021, "Sharpness", PRINT_AS_LIST(sharpness_list) },
    { 0x0022, "WorldTimeLocation", PRINT_AS_ENUM(world_time_location) },
    { 0x0023, "HometownCity", PRINT_AS_ENUM(city) },
    { 0x0024, "DestinationCity", PRINT_AS_ENUM(city) },
    { 0x0025, "HometownDST", PRINT_AS_ENUM(hometown_dst) },
    { 0x0026, "DestinationDST", PRINT_AS_ENUM(hometown_dst) },
    { 0x0027, "DSPFirmwareVersion", .convert = pentax_firmware },
    { 0x0028, "CPUFirmwareVersion", .convert = pentax_firmware },
    { 0x0029, "FrameNumber" },
    { 0x002d, "EffectiveLV", PRINT_AS_FORMAT("%.1f"), .convert = pentax_lv },
    { 0x0032, "ImageEditing", PRINT_AS_ENUM(image_editing), .format = FORMAT_U8 },
    { 0x0033, "PictureMode", PRINT_AS(pentax_print_picture_mode) },
    { 0x0034, "DriveMode", PRINT_AS_LIST(drive_mode_list) },
    { 0x0035, "SensorSize", PRINT_AS(pentax_print_sensor) },
    { 0x0037, "ColorSpace", PRINT_AS_ENUM(color_space) },
    { 0x0038, "ImageAreaOffset" },
    { 0x0039, "RawImageSize", PRINT_AS(maker_print_size) },
    { 0x003c, "AFPointsInFocus", PRINT_AS_ENUM(afpoints_in_focus_3), .convert = pentax_low_11,
      .format = FORMAT_U32 },
    { 0x003d, "DataScaling" },
    { 0x003e, "PreviewImageBorders" },
    { 0x003f, "LensRec", SUB_BINARY(pentax_lens_rec) },
    { 0x0040, "SensitivityAdjust", PRINT_AS(maker_print_signed), .convert = pentax_less_50 },
    { 0x0041, "ImageEditCount" },
    { 0x0047, "CameraTemperature", PRINT_AS_FORMAT("%s C") },
    { 0x0048, "AELock", PRINT_AS_ENUM(multiple_exposure_set) },
    { 0x0049, "NoiseReduction", PRINT_AS_ENUM(multiple_exposure_set) },
    { 0x004d, "FlashExposureComp", PRINT_AS_LIST(flash_pair), .format = FORMAT_S8,
      .convert = pentax_flash_pair, .when = pentax_is_pair },
    { 0x004d, "FlashExposureComp", PRINT_AS(maker_print_signed), .convert = maker_256th },
    { 0x004f, "ImageTone", PRINT_AS_ENUM(image_tone) },
    { 0x0050, "ColorTemperature", .convert = pentax_kelvin_left },
    { 0x0053, "ColorTempDaylight", .convert = pentax_balance, .when = pentax_is_balance },
    { 0x0054, "ColorTempShade", .convert = pentax_balance, .when = pentax_is_balance },
    { 0x0055, "ColorTempCloudy", .convert = pentax_balance, .when = pentax_is_balance },
    { 0x0056, "ColorTempTungsten", .convert = pentax_balance, .when = pentax_is_balance },
    { 0x0057, "ColorTempFluorescentD", .convert = pentax_balance, .when = pentax_is_balance },
    { 0x0058, "ColorTempFluorescentN", .convert = pentax_balance, .when = pentax_is_balance },
    { 0x0059, "ColorTempFluorescentW", .convert = pentax_balance, .when = pentax_is_balance },
    { 0x005a, "ColorTempFlash", .convert = pentax_balance, .when = pentax_is_balance },
    { 0x005c, "ShakeReductionInfo", SUB_BINARY(pentax_sr_info), .when = pentax_is_short },
    { 0x005c, "ShakeReductionInfo", SUB_BINARY(pentax_shake_2), .when = pentax_is_two_bytes },
    { 0x005d, "ShutterCount", .convert = pentax_shutter_count },
    { 0x0060, "FaceInfo", SUB_BINARY(pentax_face_info) },
    { 0x0062, "RawDevelopmentProcess", PRINT_AS_ENUM(raw_development_process) },
    { 0x0067, "Hue", PRINT_AS_ENUM(hue) },
    { 0x0068, "AWBInfo", SUB_BINARY(pentax_awb_info) },
    { 0x0069, "DynamicRangeExpansion", .format = FORMAT_U8,
      PRINT_AS_LIST(dynamic_range_expansion_list) },
    { 0x006b, "TimeInfo", SUB_BINARY(pentax_time_info) },
    { 0x006c, "HighLowKeyAdj", PRINT_AS_ENUM(high_low_key_adj) },
    { 0x006d, "ContrastHighlight", PRINT_AS_ENUM(high_low_key_adj) },
    { 0x006e, "ContrastShadow", PRINT_AS_ENUM(high_low_key_adj) },
    { 0x006f, "ContrastHighlightShadowAdj", PRINT_AS_ENUM(multiple_exposure_set) },
    { 0x0070, "FineSharpness", PRINT_AS_LIST(fine_sharpness_list) },
    { 0x0071, "HighISONoiseReduction", PRINT_AS_LIST(high_isonoise_reduction_list) },
    { 0x0072, "AFAdjustment" },
    { 0x0073, "MonochromeFilterEffect", PRINT_AS_ENUM(monochrome_filter_effect) },
    { 0x0074, "MonochromeToning", PRINT_AS_ENUM(monochrome_toning) },
    { 0x0076, "FaceDetect", PRINT_AS(pentax_print_faces), .when = pentax_is_pair },
    { 0x0077, "FaceDetectFrameSize" },
    { 0x0079, "ShadowCorrection", PRINT_AS_ENUM(shadow_correction) },
    { 0x007a, "ISOAutoMinSpeed", PRINT_AS_LIST(isoauto_min_speed_list) },
    { 0x007b, "CrossProcess", PRINT_AS_ENUM(cross_process) },
    { 0x007d, "LensCorr", SUB_BINARY(pentax_lens_correction) },
    { 0x007e, "WhiteLevel" },
    { 0x007f, "BleachBypassToning", PRINT_AS_ENUM(bleach_bypass_toning) },
    { 0x0080, "AspectRatio", PRINT_AS_ENUM(aspect_ratio) },
    { 0x0082, "BlurControl", PRINT_AS_LIST(blur_list) },
    { 0x0085, "HDR", PRINT_AS_LIST(hdr_list) },
    { 0x0087, "ShutterType", PRINT_AS_ENUM(shutter_type) },
    { 0x0088, "NeutralDensityFilter", PRINT_AS_ENUM(neutral_density_filter) },
    { 0x008b, "ISO" },
    { 0x0092, "IntervalShooting", PRINT_AS(pentax_print_interval) },
    { 0x0095, "SkinToneCorrection", PRINT_AS_ENUM(skin_tone_correction) },
    { 0x0096, "ClarityControl", PRINT_AS_ENUM(clarity_control) },
    { 0x0200, "BlackPoint" },
    { 0x0201, "WhitePoint" },
    { 0x0203, "ColorMatrixA", PRINT_AS(pentax_print_matrix), .format = FORMAT_S16 },
    { 0x0204, "ColorMatrixB", PRINT_AS(pentax_print_matrix), .format = FORMAT_S16 },
    { 0x0205, "CameraSettings", SUB_BINARY(pentax_settings), .when = pentax_knows_settings },
    { 0x0206, "AEInfo", SUB_BLOCK(pentax_read_ae) },
    { 0x0207, "LensInfo", SUB_BLOCK(pentax_read_lens) },
    { 0x0208, "FlashInfo", SUB_BINARY(pentax_flash_info), .when = pentax_knows_flash },
    { 0x0209, "AEMeteringSegments", .format = FORMAT_U8, .convert = pentax_segments },
    { 0x020a, "FlashMeteringSegments", .format = FORMAT_U8, .convert = pentax_flash_segments },
    { 0x020b, "SlaveFlashMeteringSegments", .format = FORMAT_U8, .convert = pentax_flash_segments },
    { 0x020d, "WB_RGGBLevelsDaylight" },
    { 0x020e, "WB_RGGBLevelsShade" },
    { 0x020f, "WB_RGGBLevelsCloudy" },
    { 0x0210, "WB_RGGBLevelsTungsten" },
    { 0x0211, "WB_RGGBLevelsFluorescentD" },
    { 0x0212, "WB_RGGBLevelsFluorescentN" },
    { 0x0213, "WB_RGGBLevelsFluorescentW" },
    { 0x0214, "WB_RGGBLevelsFlash" },
    { 0x0215, "CameraInfo", SUB_BINARY(pentax_camera_info) },
    { 0x0216, "BatteryInfo", SUB_BINARY(pentax_battery_info) },
    { 0x021c, "ColorMatrixA2", .format = FORMAT_S16 },
    { 0x021d, "ColorMatrixB2", .format = FORMAT_S16 },
    { 0x021f, "AFInfo", SUB_BINARY(pentax_af_info) },
    { 0x0221, "KelvinWB", SUB_BINARY(pentax_kelvin) },
    { 0x0222, "ColorInfo", SUB_BINARY(pentax_colour_info) },
    { 0x0224, "EVStepInfo", SUB_BINARY(pentax_ev_step_info) },
    { 0x0226, "ShotInfo", SUB_BINARY(pentax_shot_info) },
    { 0x0229, "SerialNumber" },
    { 0x022a, "FilterInfo", SUB_BINARY(pentax_filters) },
    { 0x022b, "LevelInfo", SUB_BINARY(pentax_level_k3), .when = pentax_is_k3_iii },
    { 0x022b, "LevelInfo", SUB_BINARY(pentax_level) },
    { 0x022d, "WBLevels", SUB_BINARY(pentax_wb_levels), .when = pentax_knows_levels },
    { 0x022e, "Artist" },
    { 0x022f, "Copyright" },
    { 0x0230, "FirmwareVersion" },
    { 0x0231, "ContrastDetectAFArea" },
    { 0x0235, "CrossProcessParams" },
    { 0x0238, "CAFPointInfo", SUB_BLOCK(pentax_read_caf) },
    { 0x0239, "LensInfoQ", SUB_BINARY(pentax_lens_q) },
    { 0x023f, "Model" },
    { 0x0243, "PixelShiftInfo", SUB_BINARY(pentax_pixel_shift) },
    { 0x03ff, "TempInfo", SUB_BINARY(pentax_temperatures), .when = pentax_has_temperatures },
    { 0x0402, "ToneCurve", .flags = TAG_BINARY },
    { 0x0403, "ToneCurves", .flags = TAG_BINARY },
    { 0x0e00, "PrintIM", SUB_BLOCK(print_im_read) },
};
const struct tag_table pentax_table = TAG_TABLE(pentax_table_rows, "MakerNotes", "Pentax");

ENUM_MAP(recording_mode, { 0, "Auto" }, { 1, "Night Scene" }, { 2, "Manual" });
ENUM_MAP(quality_2, { 0, "Good" }, { 1, "Better" }, { 2, "Best" });
ENUM_MAP(focus_mode_2, { 2, "Custom" }, { 3, "Auto" });
ENUM_MAP(flash_mode, { 1, "Auto" }, { 2, "On" }, { 4, "Off" }, { 6, "Red-eye reduction" });
ENUM_MAP(white_balance_2, { 0, "Auto" }, { 1, "Daylight" }, { 2, "Shade" }, { 3, "Tungsten" },
         { 4, "Fluorescent" }, { 5, "Manual" });
ENUM_MAP(sharpness, { 0, "Normal" }, { 1, "Soft" }, { 2, "Hard" });
ENUM_MAP(contrast, { 0, "Normal" }, { 1, "Low" }, { 2, "High" });
ENUM_MAP(iso_2, { 10, "100" }, { 16, "200" }, { 50, "50" }, { 100, "100" }, { 200, "200" },
         { 400, "400" }, { 800, "800" }, { 1600, "1600" }, { 3200, "3200" }, { 65534, "Auto 2" },
         { 65535, "Auto" });
ENUM_MAP(color_filter, { 1, "Full" }, { 2, "Black & White" }, { 3, "Sepia" });
static const struct tag pentax_type2_table_rows[] = {
    { 0x0001, "RecordingMode", PRINT_AS_ENUM(recording_mode) },
    { 0x0002, "Quality", PRINT_AS_ENUM(quality_2) },
    { 0x0003, "FocusMode", PRINT_AS_ENUM(focus_mode_2) },
    { 0x0004, "FlashMode", PRINT_AS_ENUM(flash_mode) },
    { 0x0007, "WhiteBalance", PRINT_AS_ENUM(white_balance_2) },
    { 0x000a, "DigitalZoom" },
    { 0x000b, "Sharpness", PRINT_AS_ENUM(sharpness) },
    { 0x000c, "Contrast", PRINT_AS_ENUM(contrast) },
    { 0x000d, "Saturation", PRINT_AS_ENUM(contrast) },
    { 0x0014, "ISO", PRINT_AS_ENUM(iso_2) },
    { 0x0017, "ColorFilter", PRINT_AS_ENUM(color_filter) },
    { 0x0e00, "PrintIM", SUB_BLOCK(print_im_read) },
    { 0x1000, "HometownCityCode" },
    { 0x1001, "DestinationCityCode" },
};
const struct tag_table pentax_type2_table =
    TAG_TABLE(pentax_type2_table_rows, "MakerNotes", "Pentax");
