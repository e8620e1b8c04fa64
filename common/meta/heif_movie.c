/* moov (ISO/IEC 14496-12, 8.2 to 8.6): the movie's and its tracks' headers, as image sequences and
 * CR3 have them. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "meta/binary.h"
#include "meta/blocks.h"
#include "meta/heif.h"
#include "meta/print.h"

#define SECONDS_1904_TO_1970 2082844800

/* A track, or the movie itself: where its tags stand and what later boxes go by. */
struct movie {
    struct meta_scan *scan;
    struct place place, low; /* low: tags that give way to those of earlier tracks */
    uint32_t time_scale, media_scale, handler;
    uint32_t n_samples;
    uint64_t sample_offset, sample_len, sample_ticks;
    double turn[2]; /* the matrix's a and b */
    bool dates_have_zone, is_cr3, has_jpeg, has_ctmd;
};

static void add_date(struct movie *movie, const struct place *place, const char *name,
                     uint64_t seconds)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);

    if (seconds > UINT32_MAX * 4ull) {
        return;
    }
    print_unix_time(seconds == 0 ? 0 : (int64_t)seconds - SECONDS_1904_TO_1970, &text);
    if (movie->dates_have_zone && seconds != 0) {
        buf_add_str(&text, "+00:00");
    }
    store_add_text(&movie->scan->store, place, name, buf_span(&text));
}

static void add_duration(struct movie *movie, const struct place *place, const char *name,
                         uint64_t ticks, uint32_t scale)
{
    CLEANUP(buf_release) struct buf value = BUF_INIT(64), text = BUF_INIT(64);

    if (scale == 0) {
        number_append((double)ticks, 15, &value);
        store_add_text(&movie->scan->store, place, name, buf_span(&value));
        return;
    }
    number_append((double)ticks / scale, 15, &value);
    print_duration((double)ticks / scale, &text);
    store_add_printed(&movie->scan->store, place, name, buf_span(&value), buf_span(&text));
}

static void add_number(struct movie *movie, const struct place *place, const char *name,
                       double number)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);

    number_append(number, 15, &text);
    store_add_text(&movie->scan->store, place, name, buf_span(&text));
}

static void add_volume(struct movie *movie, const struct place *place, const char *name,
                       uint16_t volume)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);

    buf_printf(&text, "%.2f%%", volume / 256.0 * 100);
    store_add_text(&movie->scan->store, place, name, buf_span(&text));
}

/* Rows of two 16.16 numbers and one 2.30. */
static void add_matrix(struct movie *movie, struct cursor *cursor)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(256);

    for (int i = 0; i < 9; i++) {
        double number = (int32_t)cursor_u32(cursor) / (i % 3 == 2 ? 1073741824.0 : 65536.0);

        buf_add_str(&text, i > 0 ? " " : "");
        number_append(number, 15, &text);
        if (i < 2) {
            movie->turn[i] = number;
        }
    }
    if (!cursor->bad) {
        store_add_text(&movie->scan->store, &movie->place, "MatrixStructure", buf_span(&text));
    }
}

static uint64_t word(struct cursor *cursor, uint8_t version)
{
    return version == 1 ? cursor_u64(cursor) : cursor_u32(cursor);
}

static void read_movie_header(struct movie *movie, struct box box)
{
    static const char *const times[] = { "PreviewTime",   "PreviewDuration",   "PosterTime",
                                         "SelectionTime", "SelectionDuration", "CurrentTime" };
    struct cursor cursor = { .big_endian = true };
    const struct place *place = &movie->place;
    uint32_t flags;
    uint8_t version = box_version(&box, &flags);

    cursor.in = box.content;
    if (box.content.len < (version == 1 ? 108u : 96u)) {
        return;
    }
    add_number(movie, place, "MovieHeaderVersion", version);
    add_date(movie, place, "CreateDate", word(&cursor, version));
    add_date(movie, place, "ModifyDate", word(&cursor, version));
    movie->time_scale = cursor_u32(&cursor);
    add_number(movie, place, "TimeScale", movie->time_scale);
    add_duration(movie, place, "Duration", word(&cursor, version), movie->time_scale);
    add_number(movie, place, "PreferredRate", cursor_u32(&cursor) / 65536.0);
    add_volume(movie, place, "PreferredVolume", cursor_u16(&cursor));
    cursor_bytes(&cursor, 10);
    add_matrix(movie, &cursor);
    for (size_t i = 0; i < ARRAY_LEN(times); i++) {
        add_duration(movie, place, times[i], cursor_u32(&cursor), movie->time_scale);
    }
    add_number(movie, place, "NextTrackID", cursor_u32(&cursor));
}

static void read_track_header(struct movie *movie, struct box box)
{
    struct cursor cursor = { .big_endian = true };
    const struct place *low = &movie->low;
    uint32_t flags;
    uint8_t version = box_version(&box, &flags);
    uint32_t width, height;

    cursor.in = box.content;
    if (box.content.len < (version == 1 ? 92u : 80u)) {
        return;
    }
    add_number(movie, low, "TrackHeaderVersion", version);
    add_date(movie, low, "TrackCreateDate", word(&cursor, version));
    add_date(movie, low, "TrackModifyDate", word(&cursor, version));
    add_number(movie, low, "TrackID", cursor_u32(&cursor));
    cursor_u32(&cursor);
    add_duration(movie, low, "TrackDuration", word(&cursor, version), movie->time_scale);
    cursor_bytes(&cursor, 8);
    add_number(movie, low, "TrackLayer", cursor_u16(&cursor));
    cursor_u16(&cursor); /* alternate group */
    add_volume(movie, low, "TrackVolume", cursor_u16(&cursor));
    cursor_u16(&cursor);
    add_matrix(movie, &cursor);
    width = cursor_u32(&cursor);
    height = cursor_u32(&cursor);
    if (width != 0 && height != 0) {
        add_number(movie, low, "ImageWidth", width / 65536.0);
        add_number(movie, low, "ImageHeight", height / 65536.0);
    }
}

static void read_media_header(struct movie *movie, struct box box)
{
    struct cursor cursor = { .big_endian = true };
    uint32_t flags;
    uint8_t version = box_version(&box, &flags);
    uint16_t language;
    char letters[3];

    cursor.in = box.content;
    if (box.content.len < (version == 1 ? 32u : 20u)) {
        return;
    }
    /* ExifTool takes version and flags for one number where the times are long */
    add_number(movie, &movie->place, "MediaHeaderVersion",
               version == 1 ? (double)(1u << 24 | flags) : version);
    add_date(movie, &movie->place, "MediaCreateDate", word(&cursor, version));
    add_date(movie, &movie->place, "MediaModifyDate", word(&cursor, version));
    movie->media_scale = cursor_u32(&cursor);
    add_number(movie, &movie->place, "MediaTimeScale", movie->media_scale);
    add_duration(movie, &movie->place, "MediaDuration", word(&cursor, version), movie->media_scale);
    language = cursor_u16(&cursor);
    if (language >= 0x400) { /* ISO 639-2, five bits a letter */
        for (int i = 0; i < 3; i++) {
            letters[i] = (char)(0x60 + (language >> (10 - 5 * i) & 31));
        }
        store_add_text(&movie->scan->store, &movie->place, "MediaLanguageCode",
                       (struct span){ (const uint8_t *)letters, 3 });
    }
}

static void read_video_header(struct movie *movie, struct box box)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);
    struct value color;
    uint32_t flags;

    box_version(&box, &flags);
    if (box.content.len < 8) {
        return;
    }
    buf_printf(&text, "%u", get_u16(box.content.data, true));
    heif_add_named(movie->scan, &movie->place, "GraphicsMode", heif_graphics_modes,
                   buf_span(&text));
    buf_clear(&text);
    color = (struct value){ FORMAT_U16, true, 3, { box.content.data + 2, 6 }, 0 };
    value_append(&color, &text);
    store_add_text(&movie->scan->store, &movie->place, "OpColor", buf_span(&text));
}

static void add_bytes(struct movie *movie, const char *name, struct span entry, size_t at,
                      size_t len)
{
    struct span part;

    if (span_slice(entry, at, len, &part)) {
        struct value text = value_text(part);

        part = value_chars(&text);
        if (part.len > 0) {
            store_add_text(&movie->scan->store, &movie->place, name, part);
        }
    }
}

static void read_visual_entry(struct movie *movie, struct span entry)
{
    struct cursor cursor = { span_from(entry, 32), 0, true, false };
    uint8_t name_len = entry.len > 50 ? entry.data[50] : 0;

    add_bytes(movie, "CompressorID", entry, 4, 4);
    if (entry.len < 86) {
        return;
    }
    if (get_u32(entry.data + 20, true) != 0) {
        heif_add_named(movie->scan, &movie->place, "VendorID", heif_vendors,
                       (struct span){ entry.data + 20, 4 });
    }
    add_number(movie, &movie->place, "SourceImageWidth", cursor_u16(&cursor));
    add_number(movie, &movie->place, "SourceImageHeight", cursor_u16(&cursor));
    add_number(movie, &movie->place, "XResolution", cursor_u32(&cursor) / 65536.0);
    add_number(movie, &movie->place, "YResolution", cursor_u32(&cursor) / 65536.0);
    if (name_len > 0 && name_len < 32) {
        add_bytes(movie, "CompressorName", entry, 51, name_len);
    }
    add_number(movie, &movie->place, "BitDepth", get_u16(entry.data + 82, true));
}

static void read_audio_entry(struct movie *movie, struct span entry)
{
    add_bytes(movie, "AudioFormat", entry, 4, 4);
    if (entry.len < 36) {
        return;
    }
    add_number(movie, &movie->place, "AudioChannels", get_u16(entry.data + 24, true));
    add_number(movie, &movie->place, "AudioBitsPerSample", get_u16(entry.data + 26, true));
    add_number(movie, &movie->place, "AudioSampleRate", get_u32(entry.data + 32, true) / 65536.0);
}

/* Boxes behind the fixed part of a visual entry. */
static int read_entry_boxes(struct movie *movie, struct span entry, struct err *err)
{
    struct span rest = span_from(entry, movie->is_cr3 ? 90 : 86);
    uint64_t offset = 0;
    struct box box;

    while (box_next(&rest, &offset, &box)) {
        if (box.type == BOX_TYPE('c', 'o', 'l', 'r')) {
            TRY(binary_read(movie->scan, &heif_color_table, &movie->place, box.content, true, err));
        }
        movie->has_jpeg |= box.type == BOX_TYPE('J', 'P', 'E', 'G');
    }
    return 0;
}

static int read_descriptions(struct movie *movie, struct box box, struct err *err)
{
    uint32_t flags;
    struct span entry;

    box_version(&box, &flags);
    entry = span_from(box.content, 4); /* of the entries the first */
    switch (movie->handler) {
    case BOX_TYPE('v', 'i', 'd', 'e'):
        read_visual_entry(movie, entry);
        return read_entry_boxes(movie, entry, err);
    case BOX_TYPE('s', 'o', 'u', 'n'):
        read_audio_entry(movie, entry);
        return 0;
    case BOX_TYPE('m', 'e', 't', 'a'):
        add_bytes(movie, "MetaFormat", entry, 4, 4);
        movie->has_ctmd = entry.len >= 8 && memcmp(entry.data + 4, "CTMD", 4) == 0;
        return 0;
    default:
        add_bytes(movie, "OtherFormat", entry, 4, 4);
        return 0;
    }
}

/* Frames a second: samples over their time. */
static void read_times(struct movie *movie, struct box box)
{
    struct cursor cursor = { .big_endian = true };
    uint64_t samples = 0, ticks = 0;
    uint32_t flags, n;

    box_version(&box, &flags);
    cursor.in = box.content;
    n = cursor_u32(&cursor);
    for (uint32_t i = 0; i < n && !cursor.bad; i++) {
        uint32_t count = cursor_u32(&cursor), delta = cursor_u32(&cursor);

        movie->sample_ticks = i == 0 ? delta : movie->sample_ticks;
        samples += count;
        ticks += (uint64_t)count * delta;
    }
    if (movie->handler == BOX_TYPE('v', 'i', 'd', 'e') && ticks > 0 && samples > 0) {
        double rate = (double)samples * movie->media_scale / (double)ticks;

        add_number(movie, &movie->place, "VideoFrameRate", floor(rate * 1000 + 0.5) / 1000);
    }
}

/* The one sample of the CR3 track that says so is the full-size JPEG. */
static void add_only_sample(struct movie *movie)
{
    uint64_t size = movie->scan->reader.size, left;

    if (!movie->is_cr3 || !movie->has_jpeg || movie->n_samples != 1 || movie->sample_offset == 0 ||
        movie->sample_offset >= size) {
        return;
    }
    left = size - movie->sample_offset;
    store_add_printed(&movie->scan->store, &movie->place, "SampleTime", span_str("0"),
                      span_str("0 s"));
    add_duration(movie, &movie->place, "SampleDuration", movie->sample_ticks, movie->media_scale);
    store_add_binary(&movie->scan->store, &movie->place, "JpgFromRaw",
                     movie->sample_len < left ? movie->sample_len : left);
    scan_preview(movie->scan, movie->sample_offset, movie->sample_len);
}

/* Degrees by which a video track is turned clockwise; once. */
static void add_rotation(struct movie *movie)
{
    static const struct place place = { .g0 = "Composite", .g1 = "Composite" };
    double degrees = atan2(movie->turn[1], movie->turn[0]) * 180 / acos(-1);

    if (movie->handler == BOX_TYPE('v', 'i', 'd', 'e') &&
        store_find_in(&movie->scan->store, "Composite", "Rotation") == NULL) {
        degrees += degrees < 0 ? 360 : 0;
        add_number(movie, &place, "Rotation", floor(degrees * 1000 + 0.5) / 1000);
    }
}

static int read_sample_table(struct movie *movie, struct box table, struct err *err)
{
    struct span rest = table.content;
    uint64_t offset = table.offset;
    struct box box;

    while (box_next(&rest, &offset, &box)) {
        struct span c = box.content;

        if (box.type == BOX_TYPE('s', 't', 's', 'd')) {
            TRY(read_descriptions(movie, box, err));
        } else if (box.type == BOX_TYPE('s', 't', 't', 's')) {
            read_times(movie, box);
        } else if (box.type == BOX_TYPE('s', 't', 's', 'z') && c.len >= 12) {
            movie->n_samples = get_u32(c.data + 8, true);
            movie->sample_len = get_u32(c.data + 4, true);
            if (movie->sample_len == 0 && c.len >= 16) {
                movie->sample_len = get_u32(c.data + 12, true);
            }
        } else if (box.type == BOX_TYPE('c', 'o', '6', '4') && c.len >= 16) {
            movie->sample_offset = get_u64(c.data + 8, true);
        } else if (box.type == BOX_TYPE('s', 't', 'c', 'o') && c.len >= 12) {
            movie->sample_offset = get_u32(c.data + 8, true);
        }
    }
    add_only_sample(movie);
    if (movie->is_cr3 && movie->has_ctmd && movie->n_samples > 0 && movie->sample_offset != 0) {
        return cr3_read_timed(movie->scan, movie->sample_offset, movie->sample_len, err);
    }
    return 0;
}

static int read_media_information(struct movie *movie, struct box information, struct err *err)
{
    struct span rest = information.content;
    uint64_t offset = information.offset;
    struct box box;

    while (box_next(&rest, &offset, &box)) {
        if (box.type == BOX_TYPE('v', 'm', 'h', 'd')) {
            read_video_header(movie, box);
        } else if (box.type == BOX_TYPE('s', 'm', 'h', 'd') && box.content.len >= 6) {
            add_number(movie, &movie->place, "Balance",
                       (int16_t)get_u16(box.content.data + 4, true) / 256.0);
        } else if (box.type == BOX_TYPE('s', 't', 'b', 'l')) {
            TRY(read_sample_table(movie, box, err));
        }
    }
    return 0;
}

static int read_media(struct movie *movie, struct box media, struct err *err)
{
    struct span rest = media.content;
    uint64_t offset = media.offset;
    struct box box;

    while (box_next(&rest, &offset, &box)) {
        if (box.type == BOX_TYPE('m', 'd', 'h', 'd')) {
            read_media_header(movie, box);
        } else if (box.type == BOX_TYPE('h', 'd', 'l', 'r')) {
            movie->handler = box.content.len >= 12 ? get_u32(box.content.data + 8, true) : 0;
            heif_read_handler(movie->scan, &movie->place, box);
        } else if (box.type == BOX_TYPE('m', 'i', 'n', 'f')) {
            TRY(read_media_information(movie, box, err));
        }
    }
    return 0;
}

static int read_track(struct movie *whole, struct box track, uint32_t number, struct err *err)
{
    CLEANUP(buf_release) struct buf name = BUF_INIT(32);
    struct movie movie = *whole;
    struct span rest = track.content;
    uint64_t offset = track.offset;
    struct box box;

    buf_printf(&name, "Track%u", number);
    movie.place.g1 = arena_text(whole->scan->reader.arena, buf_span(&name));
    if (movie.place.g1 == NULL) {
        return 0;
    }
    movie.low = movie.place;
    movie.low.table_priority = PRIORITY_LOW;
    while (box_next(&rest, &offset, &box)) {
        if (box.type == BOX_TYPE('t', 'k', 'h', 'd')) {
            read_track_header(&movie, box);
        } else if (box.type == BOX_TYPE('m', 'd', 'i', 'a')) {
            TRY(read_media(&movie, box, err));
        }
    }
    add_rotation(&movie);
    return 0;
}

/* iTunes' list in udta/meta: a type, in it a "data" box of type, locale and text. */
static void read_item_list(struct meta_scan *scan, struct box list)
{
    static const struct {
        uint32_t type;
        const char *name;
    } names[] = {
        { BOX_TYPE(0xa9, 't', 'o', 'o'), "Encoder" },
        { BOX_TYPE(0xa9, 'n', 'a', 'm'), "Title" },
        { BOX_TYPE(0xa9, 'A', 'R', 'T'), "Artist" },
        { BOX_TYPE(0xa9, 'c', 'm', 't'), "Comment" },
        { BOX_TYPE(0xa9, 'd', 'a', 'y'), "ContentCreateDate" },
    };
    static const struct place place = { .g0 = "QuickTime", .g1 = "ItemList" };
    struct span rest = list.content;
    uint64_t offset = list.offset;
    struct box box, data;

    while (box_next(&rest, &offset, &box)) {
        for (size_t i = 0; i < ARRAY_LEN(names); i++) {
            if (names[i].type == box.type &&
                box_find(box.content, 0, BOX_TYPE('d', 'a', 't', 'a'), &data)) {
                store_add_text(&scan->store, &place, names[i].name, span_from(data.content, 8));
            }
        }
    }
}

static void read_user_data(struct movie *movie, struct box user)
{
    struct box meta, box;
    struct span rest;
    uint64_t offset;
    uint32_t flags;

    if (!box_find(user.content, user.offset, BOX_TYPE('m', 'e', 't', 'a'), &meta)) {
        return;
    }
    box_version(&meta, &flags);
    rest = meta.content;
    offset = meta.offset;
    while (box_next(&rest, &offset, &box)) {
        if (box.type == BOX_TYPE('h', 'd', 'l', 'r')) {
            heif_read_handler(movie->scan, &movie->place, box);
        } else if (box.type == BOX_TYPE('i', 'l', 's', 't')) {
            read_item_list(movie->scan, box);
        }
    }
}

int heif_read_movie(struct meta_scan *scan, struct heif *heif, struct box moov, struct err *err)
{
    struct movie movie = { .scan = scan, .dates_have_zone = heif->dates_have_zone };
    struct span rest = moov.content;
    uint64_t offset = moov.offset;
    struct box box;
    uint32_t tracks = 0;

    movie.is_cr3 = strcmp(scan->file_type, "CR3") == 0;
    movie.place = (struct place){ .g0 = "QuickTime", .g1 = "QuickTime" };
    while (box_next(&rest, &offset, &box)) {
        if (box.type == BOX_TYPE('m', 'v', 'h', 'd')) {
            read_movie_header(&movie, box);
        } else if (box.type == BOX_TYPE('t', 'r', 'a', 'k')) {
            TRY(read_track(&movie, box, ++tracks, err));
        } else if (box.type == BOX_TYPE('u', 'd', 't', 'a')) {
            read_user_data(&movie, box);
        } else if (box.type == BOX_TYPE('u', 'u', 'i', 'd')) {
            TRY(cr3_read_uuid(scan, box, err));
        }
    }
    return 0;
}
