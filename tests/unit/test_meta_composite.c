/* meta/composite: tags made of others, from inputs given here. */
#include "lib/unit.h"

#include "lib/meta_tags.h"

struct input {
    const char *g0, *g1, *name, *value, *text;
};

static const struct composite_case {
    const char *label;
    struct input inputs[5];
    const char *tag, *want;
} cases[] = {
    { "Nikon's lens by Lightroom's number",
      { { "XMP", "XMP-aux", "LensID", "154", "154" },
        { "EXIF", "IFD0", "Make", "NIKON CORPORATION", "NIKON CORPORATION" },
        { "XMP", "XMP-aux", "LensInfo", "18 55 3.5 5.6", "18-55mm f/3.5-5.6" } },
      "Composite:LensID",
      "AF-S DX VR Zoom-Nikkor 18-55mm f/3.5-5.6G" },
    { "two lenses of one number and kind",
      { { "XMP", "XMP-aux", "LensID", "160", "160" },
        { "EXIF", "IFD0", "Make", "NIKON CORPORATION", "NIKON CORPORATION" },
        { "XMP", "XMP-aux", "LensInfo", "18 55 3.5 5.6", "18-55mm f/3.5-5.6" } },
      "Composite:LensID",
      "AF-P DX Nikkor 18-55mm f/3.5-5.6G or AF-P DX Nikkor 18-55mm f/3.5-5.6G VR" },
    { "Canon's lens among others of its number",
      { { "XMP", "XMP-aux", "LensID", "10", "10" },
        { "EXIF", "IFD0", "Make", "Canon", "Canon" },
        { "XMP", "XMP-aux", "LensInfo", "50 50 undef undef", "50mm f/?" } },
      "Composite:LensID",
      "Canon EF 50mm f/2.5 Macro" },
    { "no lens of that name",
      { { "XMP", "XMP-aux", "LensID", "65535", "65535" },
        { "EXIF", "IFD0", "Make", "Canon", "Canon" },
        { "XMP", "XMP-aux", "LensInfo", "6 22.5 undef undef", "6-22.5mm f/?" } },
      "Composite:LensID",
      "Unknown 6-22mm" },
    { "a number out of range",
      { { "XMP", "XMP-aux", "LensID", "1e300", "1e300" },
        { "EXIF", "IFD0", "Make", "NIKON CORPORATION", "NIKON CORPORATION" } },
      "Composite:LensID",
      "" },
    { "Panasonic's way of writing a lens",
      { { "EXIF", "ExifIFD", "LensModel", "LUMIX G VARIO 14-140/F3.5-5.6",
          "LUMIX G VARIO 14-140/F3.5-5.6" } },
      "Composite:LensID",
      "LUMIX G VARIO 14-140mm F3.5-5.6" },
    { "phase detection",
      { { "MakerNotes", "Nikon", "FocusPointSchema", "2", "11-point" },
        { "MakerNotes", "Nikon", "AFDetectionMethod", "0", "Phase Detect" } },
      "Composite:PhaseDetectAF",
      "On (11-point)" },
    { "contrast detection",
      { { "MakerNotes", "Nikon", "FocusMode", "AF-A", "AF-A" },
        { "MakerNotes", "Nikon", "AFDetectionMethod", "1", "Contrast Detect" } },
      "Composite:ContrastDetectAF",
      "On" },
    { "none by hand",
      { { "MakerNotes", "Nikon", "FocusMode", "Manual", "Manual" },
        { "MakerNotes", "Nikon", "AFDetectionMethod", "1", "Contrast Detect" } },
      "Composite:ContrastDetectAF",
      "Off" },
    { "focused by hand",
      { { "MakerNotes", "Nikon", "FocusMode", "MF", "Manual" } },
      "Composite:AutoFocus",
      "Off" },
    { "scene",
      { { "EXIF", "IFD0", "Model", "DMC", "DMC" },
        { "MakerNotes", "Panasonic", "SceneMode", "45", "Creative Control" },
        { "MakerNotes", "Panasonic", "AdvancedSceneType", "8", "8" } },
      "Composite:AdvancedSceneMode",
      "Retro" },
    { "scene that the camera chose",
      { { "EXIF", "IFD0", "Model", "DMC", "DMC" },
        { "MakerNotes", "Panasonic", "SceneMode", "2", "Portrait" },
        { "MakerNotes", "Panasonic", "AdvancedSceneType", "5", "5" } },
      "Composite:AdvancedSceneMode",
      "Portrait (intelligent auto)" },
    { "no extender",
      { { "MakerNotes", "Olympus", "Extender", "0 0", "None" },
        { "MakerNotes", "Olympus", "LensType", "0 01 00", "Zuiko Digital ED 50mm F2.0" },
        { "EXIF", "ExifIFD", "MaxApertureValue", "2", "2.0" } },
      "Composite:ExtenderStatus",
      "Not attached" },
    { "extender that is gone",
      { { "MakerNotes", "Olympus", "Extender", "0 4", "EC-14" },
        { "MakerNotes", "Olympus", "LensType", "0 01 00", "Zuiko Digital ED 50mm F2.0" },
        { "EXIF", "ExifIFD", "MaxApertureValue", "2", "2.0" } },
      "Composite:ExtenderStatus",
      "Removed" },
    { "flash of XMP",
      { { "XMP", "XMP-exif", "FlashFired", "False", "False" },
        { "XMP", "XMP-exif", "FlashReturn", "0", "No return detection" },
        { "XMP", "XMP-exif", "FlashMode", "3", "Auto" } },
      "Composite:Flash",
      "Auto, Did not fire" },
    { "what a thermal sensor sees most",
      { { "APP1", "FLIR", "PlanckB", "1374.5", "1374.5" } },
      "Composite:PeakSpectralSensitivity",
      "10.5 um" },
    { "Kodak's date",
      { { "MakerNotes", "Kodak", "YearCreated", "1999", "1999" },
        { "MakerNotes", "Kodak", "MonthDayCreated", "05:25", "05:25" } },
      "Composite:DateCreated",
      "1999:05:25" },
};

static const struct composite_case *current;

static int add_inputs(struct meta_scan *scan, struct span block, struct err *err)
{
    (void)block, (void)err;
    for (size_t i = 0; i < ARRAY_LEN(current->inputs) && current->inputs[i].name != NULL; i++) {
        const struct input *input = &current->inputs[i];
        struct place place = { input->g0, input->g1, 0, 0 };

        (void)store_add_printed(&scan->store, &place, input->name, span_str(input->value),
                                span_str(input->text));
    }
    composite_add(scan);
    return 0;
}

static void each_of_its_inputs(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct json_object *tags;

        current = &cases[i];
        print_message("case: %s\n", current->label);
        tags = block_tags(add_inputs, (struct span){ NULL, 0 });
        assert_string_equal(tag_text(tags, current->tag), current->want);
        json_release(tags);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(each_of_its_inputs) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
