/* meta/webp, gif, bmp: frames, loops, comments, profiles of small objects. */
#include "lib/unit.h"

#include "lib/meta_tags.h"

#define GIF_HEAD     "GIF89a\x0a\0\x14\0\0\3\0"
#define GIF_IMAGE    ",\0\0\0\0\1\0\1\0\0\2\2\x4c\1\0"
#define GIF_WAIT(cs) "!\xf9\4\1" cs "\0\5\0"
#define V3_HEAD      "BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"
#define WEBP(chunks) "RIFF\0\0\0\0WEBP" chunks

static const struct {
    const char *label;
    struct span object;
    const char *tag, *want;
} cases[] = {
    { "GIF size", SPAN_OF(GIF_HEAD), "GIF:ImageHeight", "20" },
    { "GIF comment", SPAN_OF(GIF_HEAD "!\xfe\3one\2, \3two\0;"), "File:Comment", "one, two" },
    { "GIF of one frame", SPAN_OF(GIF_HEAD GIF_WAIT("\x0a") GIF_IMAGE ";"), "GIF:FrameCount", "" },
    { "GIF frames", SPAN_OF(GIF_HEAD GIF_WAIT("\x0a") GIF_IMAGE GIF_WAIT("\x0a") GIF_IMAGE ";"),
      "GIF:FrameCount", "2" },
    { "GIF duration", SPAN_OF(GIF_HEAD GIF_WAIT("\x0a") GIF_IMAGE GIF_WAIT("\x0a") GIF_IMAGE ";"),
      "GIF:Duration", "0.20 s" },
    { "GIF wait without a frame", SPAN_OF(GIF_HEAD GIF_WAIT("\x0a") GIF_IMAGE GIF_WAIT("\x0a")),
      "GIF:Duration", "0.10 s" },
    { "GIF transparency", SPAN_OF(GIF_HEAD GIF_WAIT("\x0a") GIF_IMAGE), "GIF:TransparentColor",
      "5" },
    { "GIF loops", SPAN_OF(GIF_HEAD "!\xff\x0bNETSCAPE2.0\3\1\0\0\0"), "GIF:AnimationIterations",
      "Infinite" },
    { "GIF cut in a comment", SPAN_OF(GIF_HEAD "!\xfe\x50one"), "GIF:GIFVersion", "89a" },
    { "BMP height", SPAN_OF(V3_HEAD "\2\0\0\0\xfd\xff\xff\xff\1\0\x18\0\0\0\0\0"),
      "File:ImageHeight", "3" },
    { "BMP version", SPAN_OF(V3_HEAD "\2\0\0\0\xfd\xff\xff\xff\1\0\x18\0\0\0\0\0"),
      "File:BMPVersion", "Windows V3" },
    { "BMP of OS/2", SPAN_OF("BM\0\0\0\0\0\0\0\0\x1a\0\0\0\x0c\0\0\0\2\0\3\0\1\0\x18\0"),
      "File:BitDepth", "24" },
    { "BMP cut", SPAN_OF("BM\0\0\0\0\0\0\0\0\x1a\0\0\0\x0c\0\0\0\2\0"), "File:BitDepth", "" },
    { "WebP flags", SPAN_OF(WEBP("VP8X\x0a\0\0\0\x12\0\0\0\x09\0\0\x13\0\0")), "RIFF:WebP_Flags",
      "Animation, Alpha" },
    { "WebP canvas", SPAN_OF(WEBP("VP8X\x0a\0\0\0\x12\0\0\0\x09\0\0\x13\0\0")), "RIFF:ImageHeight",
      "20" },
    { "WebP lossless", SPAN_OF(WEBP("VP8L\5\0\0\0\x2f\x09\xc0\4\x10")), "RIFF:AlphaIsUsed", "Yes" },
    { "WebP loops", SPAN_OF(WEBP("ANIM\6\0\0\0\1\2\3\4\0\0")), "RIFF:AnimationLoopCount", "inf" },
    { "WebP frames",
      SPAN_OF(WEBP("ANMF\x10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x64\0\0\0"
                   "ANMF\x10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x32\0\0\0")),
      "RIFF:Duration", "0.15 s" },
    { "WebP EXIF",
      SPAN_OF(WEBP("EXIF\x1a\0\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0")),
      "EXIF:IFD0:Orientation", "Rotate 90 CW" },
    { "WebP chunk over the end", SPAN_OF(WEBP("XMP \xff\xff\xff\xff<x")), "RIFF:ImageWidth", "" },
};

static void small_objects(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct json_object *tags = object_tags(cases[i].object);

        print_message("case: %s\n", cases[i].label);
        assert_string_equal(tag_text(tags, cases[i].tag), cases[i].want);
        json_release(tags);
        for (size_t len = 0; len < cases[i].object.len; len++) {
            json_release(object_tags((struct span){ cases[i].object.data, len }));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(small_objects) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
