#include "meta/ifd.h"

#include "meta/binary.h"
#include "meta/blocks.h"

/* Tags of TIFF 6.0 that are remembered. */
enum {
    TAG_SUBFILE_TYPE = 0xfe,
    TAG_OLD_SUBFILE_TYPE = 0xff,
    TAG_COMPRESSION = 0x103,
    TAG_MAKE = 0x10f,
    TAG_MODEL = 0x110
};

#define TIFF_HEADER_BYTES 8
#define MAX_ELEMENTS      100000      /* of numbers: more are not printed, as ExifTool has it */
#define MAX_UNKNOWN_BYTES (10u << 20) /* of tags that nobody knows: passed over unread */
#define MAX_DAMAGED       10          /* entries; after one more ExifTool leaves the directory */
#define MAX_UNREAD_BYTES  65536       /* binary values over this are counted, not read */

int tiff_bytes(struct meta_scan *scan, const struct tiff_view *view, uint64_t offset, uint64_t len,
               struct span *out, struct err *err)
{
    uint64_t at = offset + (uint64_t)view->base;

    *out = (struct span){ NULL, 0 };
    if ((view->base < 0 && offset < (uint64_t)-view->base) || at > INT64_MAX) {
        return 0;
    }
    if (view->memory.data != NULL) {
        struct span rest = span_from(view->memory, at < SIZE_MAX ? (size_t)at : SIZE_MAX);

        *out = (struct span){ rest.data, rest.len < len ? rest.len : (size_t)len };
        return 0;
    }
    return reader_bytes(&scan->reader, view->file_offset + at, len, out, err);
}

/* Counts the directory and remembers its place; false when it was walked before or is one too many.
 */
static bool visit(struct meta_scan *scan, const struct tiff_view *view, uint64_t offset)
{
    /* blocks without a place in the file all begin at 0: as with ExifTool the first one counts */
    uint64_t place = view->file_offset + (uint64_t)view->base + offset + scan->block_shift;

    if (scan->n_ifds >= scan->limits.max_ifds || scan->n_ifds >= META_MAX_IFDS) {
        return false;
    }
    for (uint32_t i = 0; i < scan->n_ifds; i++) {
        if (scan->visited[i] == place) {
            return false;
        }
    }
    scan->visited[scan->n_ifds++] = place;
    return true;
}

/* The directory's entries, whole, and the link after them. */
struct directory {
    struct span entries;
    uint64_t n, next;
    size_t entry_size;
};

static int read_directory(struct meta_scan *scan, const struct tiff_view *view,
                          const struct ifd_walk *walk, struct directory *out, struct err *err)
{
    size_t count_size = view->big_tiff     ? 8
                        : walk->wide_count ? 4
                                           : 2,
           link_size = view->big_tiff ? 8 : 4;
    struct span head, link;

    *out = (struct directory){ .entry_size = view->big_tiff ? 20 : 12 };
    TRY(tiff_bytes(scan, view, walk->offset, count_size, &head, err));
    if (head.len < count_size) {
        return 0;
    }
    out->n = view->big_tiff ? get_u64(head.data, view->big_endian)
                            : get_u16(head.data, view->big_endian);
    if (out->n > UINT16_MAX) {
        out->n = 0;
        return 0;
    }
    TRY(tiff_bytes(scan, view, walk->offset + count_size, out->n * out->entry_size + link_size,
                   &out->entries, err));
    if (out->entries.len < out->n * out->entry_size) {
        out->n = 0; /* what ends in a directory has none there */
        return 0;
    }
    link = span_from(out->entries, (size_t)out->n * out->entry_size);
    if (link.len >= link_size) {
        out->next = view->big_tiff ? get_u64(link.data, view->big_endian)
                                   : get_u32(link.data, view->big_endian);
    }
    return 0;
}

/* False for an entry that cannot be one. */
static bool read_entry(const struct tiff_view *view, const struct ifd_walk *walk,
                       const struct directory *dir, uint64_t index, struct ifd_entry *out)
{
    const uint8_t *at = dir->entries.data + index * dir->entry_size;
    uint16_t format = get_u16(at + 2, view->big_endian);

    *out = (struct ifd_entry){ .id = get_u16(at, view->big_endian) };
    if (format == 129) {
        format = FORMAT_UTF8;
    } else if (format > FORMAT_IFD64 ||
               (format >= FORMAT_U64 && !view->big_tiff && !walk->is_maker_note)) {
        return false;
    }
    out->format = (uint8_t)format;
    out->count =
        view->big_tiff ? get_u64(at + 4, view->big_endian) : get_u32(at + 4, view->big_endian);
    if (format_size(out->format) == 0 || out->count > UINT32_MAX) {
        return false;
    }
    out->len = out->count * format_size(out->format);
    return true;
}

/* Where the value lies: in the entry itself, or elsewhere in the view. */
static int locate(struct meta_scan *scan, const struct tiff_view *view, const struct directory *dir,
                  uint64_t index, const struct tag *row, struct ifd_entry *entry, struct err *err)
{
    size_t at = (size_t)index * dir->entry_size + dir->entry_size - (view->big_tiff ? 8 : 4);
    const uint8_t *field = dir->entries.data + at;
    size_t inside = view->big_tiff ? 8 : 4;
    struct value *value = &entry->value;

    *value = (struct value){
        entry->format, view->big_endian, (uint32_t)entry->count, { field, (size_t)entry->len }, 0
    };
    if (entry->len <= inside) {
        return 0;
    }
    entry->offset =
        view->big_tiff ? get_u64(field, view->big_endian) : get_u32(field, view->big_endian);
    value->offset = view->file_offset + (uint64_t)view->base + entry->offset;
    value->bytes = (struct span){ NULL, 0 };
    if (view->memory.data == NULL && entry->len > MAX_UNREAD_BYTES && (row->flags & TAG_BINARY) &&
        !value_is_number(value)) {
        value->count = value->offset < scan->reader.size ? value->count : 0;
        return 0;
    }
    TRY(tiff_bytes(scan, view, entry->offset, entry->len, &value->bytes, err));
    if (value->bytes.len < entry->len) {
        value->bytes = (struct span){ NULL, 0 }; /* reaches past the end: no value */
        value->count = 0;
    }
    return 0;
}

/* Offsets in the view become offsets in the file. */
static void to_file_offset(struct meta_scan *scan, const struct tiff_view *view,
                           struct value *value)
{
    uint64_t shift = view->file_offset + (uint64_t)view->base;
    uint8_t *keep;

    if (shift == 0 || value->count != 1 || !value_is_number(value) ||
        (keep = arena_take(scan->reader.arena, 8)) == NULL) {
        return;
    }
    *value = value_number((int64_t)((uint64_t)value_int(value, 0) + shift), keep);
}

static const char *numbered(struct meta_scan *scan, const char *name, uint32_t index)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(64);

    if (index == 0) {
        return name;
    }
    buf_printf(&text, "%s%u", name, index);
    return arena_text(scan->reader.arena, buf_span(&text));
}

/* The directories that a value points to: SubIFD, SubIFD1, … */
static int walk_below(struct meta_scan *scan, const struct tiff_view *view,
                      const struct ifd_walk *walk, const struct tag *row, const struct value *value,
                      struct err *err)
{
    const struct sub_ifd *sub = row->arg;
    /* bytes without a type are a directory themselves */
    uint32_t n = !value_is_number(value) ? 1 : value->count < 10 ? value->count : 10;
    uint64_t next;

    if (!scan_enter(scan)) {
        return 0;
    }
    for (uint32_t i = 0; i < n; i++) {
        struct ifd_walk below = { .table = sub->table, .no_next = true };
        int result;

        below.name = numbered(scan, sub->name, i);
        below.offset = value_is_number(value)
                           ? (uint64_t)value_int(value, i)
                           : value->offset - view->file_offset - (uint64_t)view->base;
        below.is_maker_note = walk->is_maker_note;
        result =
            below.name == NULL || below.offset == 0 ? 0 : ifd_read(scan, view, &below, &next, err);
        if (result != 0) {
            scan_leave(scan);
            return -1;
        }
    }
    scan_leave(scan);
    return 0;
}

static int read_block(struct meta_scan *scan, const struct tag *row, const struct place *place,
                      const struct value *value, struct err *err)
{
    int result;

    if (!scan_enter(scan)) {
        return 0;
    }
    result = row->kind == PRINT_BINARY
                 ? binary_read(scan, row->arg, place, value->bytes, value->big_endian, err)
                 : row->block(scan, value, err);
    scan_leave(scan);
    return result;
}

/* Pages are directories of full resolution; the first one's tags count. */
static void count_page(struct meta_scan *scan, bool full, bool page)
{
    if (full) {
        store_first_dir(&scan->store, scan->dir_name);
    }
    scan->n_pages += full || page;
    scan->many_pages |= page || scan->n_pages > 1;
}

/* What later rows and file types go by. */
static void remember(struct meta_scan *scan, const struct tag *row, const struct value *value)
{
    int64_t number = value_int(value, 0);

    if (row->id == TAG_SUBFILE_TYPE) {
        scan->subfile_type = number;
        count_page(scan, number == 0, number == 2);
    } else if (row->id == TAG_OLD_SUBFILE_TYPE) {
        count_page(scan, number == 1, number == 3);
    } else if (row->id == TAG_COMPRESSION) {
        scan->compression = number;
    } else if (value->format == FORMAT_TEXT && row->id == TAG_MAKE) {
        scan->make = arena_text(scan->reader.arena, value_chars(value));
    } else if (value->format == FORMAT_TEXT && row->id == TAG_MODEL) {
        scan->model = arena_text(scan->reader.arena, value_chars(value));
    }
    scan->make = scan->make != NULL ? scan->make : "";
    scan->model = scan->model != NULL ? scan->model : "";
    scan_set_member(scan, row->name, value);
}

static int take_value(struct meta_scan *scan, const struct tiff_view *view,
                      const struct ifd_walk *walk, const struct place *place, const struct tag *row,
                      struct ifd_entry *entry, struct err *err)
{
    struct value *value = &entry->value;

    if (row->kind == PRINT_IFD) {
        if (value->format == FORMAT_TEXT || value_is_rational(value)) {
            return 0; /* no offset */
        }
        return walk_below(scan, view, walk, row, value, err);
    }
    if (row->flags & TAG_MAKER_NOTE) {
        struct maker_note note = { view, entry->offset, entry->len, value->bytes };

        return maker_note_read(scan, &note, err);
    }
    if (row->kind == PRINT_BINARY || row->kind == PRINT_BLOCK) {
        return read_block(scan, row, place, value, err);
    }
    if (row->flags & TAG_OFFSET) {
        to_file_offset(scan, view, value);
    }
    if (row->flags & TAG_MEMBER) {
        remember(scan, row, value);
    }
    if (!(row->flags & TAG_UNKNOWN)) {
        store_add(&scan->store, place, row, value);
    }
    return 0;
}

/* So many numbers that nobody wants them printed one by one; text and blocks may be long. */
static bool is_long_array(const struct ifd_walk *walk, const struct ifd_entry *entry)
{
    const struct tag *row = tag_find(walk->table, entry->id);
    uint8_t format = row != NULL && row->format != FORMAT_NONE ? row->format : entry->format;

    return entry->count > MAX_ELEMENTS && format != FORMAT_UNDEF && format != FORMAT_TEXT &&
           (row == NULL || row->kind != PRINT_BLOCK);
}

/* A row whose `when` needs the bytes is asked again once they are there. */
static int read_one(struct meta_scan *scan, const struct tiff_view *view,
                    const struct ifd_walk *walk, const struct place *place,
                    const struct directory *dir, uint64_t index, struct ifd_entry *entry,
                    struct err *err)
{
    const struct tag *row = tag_find(walk->table, entry->id);

    if (row == NULL || entry->count == 0) {
        return 0;
    }
    TRY(locate(scan, view, dir, index, row, entry, err));
    if (entry->value.count == 0) {
        return 0;
    }
    row = tag_choose(scan, walk->table, entry->id, &entry->value);
    if (row == NULL) {
        return 0;
    }
    if (row->format != FORMAT_NONE && entry->value.bytes.data != NULL &&
        row->format != entry->value.format) {
        entry->value.format = row->format;
        entry->value.count = (uint32_t)(entry->value.bytes.len / format_size(row->format));
    }
    return take_value(scan, view, walk, place, row, entry, err);
}

/* Of a value that does not stand in its entry, as the view counts; false where it does. */
static bool value_place(const struct tiff_view *view, const struct directory *dir, uint64_t index,
                        const struct ifd_entry *entry, uint64_t *offset)
{
    size_t inside = view->big_tiff ? 8 : 4;
    const uint8_t *field = dir->entries.data + index * dir->entry_size + dir->entry_size - inside;

    if (entry->len <= inside || entry->len > INT32_MAX) {
        return false;
    }
    *offset = view->big_tiff ? get_u64(field, view->big_endian) : get_u32(field, view->big_endian);
    return true;
}

/* A file that ends before a value does: ExifTool gives up on the directory there. */
static bool ends_file(const struct meta_scan *scan, const struct tiff_view *view,
                      const struct directory *dir, uint64_t index, const struct ifd_entry *entry)
{
    uint64_t offset;

    if (view->memory.data != NULL || !value_place(view, dir, index, entry, &offset)) {
        return false;
    }
    offset += view->file_offset + (uint64_t)view->base;
    return offset > scan->reader.size || entry->len > scan->reader.size - offset;
}

/* A value that lies in the header or in its own directory: damage, which ExifTool passes over. */
static bool is_suspicious(const struct tiff_view *view, const struct ifd_walk *walk,
                          const struct directory *dir, uint64_t index,
                          const struct ifd_entry *entry)
{
    uint64_t end = walk->offset + (view->big_tiff ? 8 : 2) + dir->n * dir->entry_size, offset;

    return value_place(view, dir, index, entry, &offset) &&
           (offset < TIFF_HEADER_BYTES || (offset < end && offset + entry->len > walk->offset));
}

/* One entry, and what it says of its directory: warning, or end. */
enum entry_state { ENTRY_READ, ENTRY_DAMAGED, ENTRY_LAST, ENTRY_OF_NO_DIRECTORY };

static int take_entry(struct meta_scan *scan, const struct tiff_view *view,
                      const struct ifd_walk *walk, const struct directory *dir, uint64_t index,
                      enum entry_state *state, struct err *err)
{
    struct place place = { walk->table->g0, walk->table->g1 != NULL ? walk->table->g1 : walk->name,
                           walk->priority, walk->table->priority };
    struct ifd_entry entry;

    *state = ENTRY_READ;
    if (!read_entry(view, walk, dir, index, &entry)) {
        *state = index == 0 && !walk->is_maker_note ? ENTRY_OF_NO_DIRECTORY : ENTRY_DAMAGED;
        return 0;
    }
    if (ends_file(scan, view, dir, index, &entry)) {
        bool of_no_use = tag_find(walk->table, entry.id) == NULL && entry.len > MAX_UNKNOWN_BYTES;

        *state = of_no_use ? ENTRY_READ : ENTRY_LAST;
        return 0;
    }
    if (is_long_array(walk, &entry)) {
        return 0;
    }
    if (is_suspicious(view, walk, dir, index, &entry)) {
        *state = ENTRY_DAMAGED;
        return 0;
    }
    return read_one(scan, view, walk, &place, dir, index, &entry, err);
}

int ifd_read(struct meta_scan *scan, const struct tiff_view *view, const struct ifd_walk *walk,
             uint64_t *next, struct err *err)
{
    const char *outer = scan->dir_name;
    enum entry_state state;
    struct directory dir;
    uint32_t n_damaged = 0;
    int result = 0;

    *next = 0;
    if (!visit(scan, view, walk->offset)) {
        return 0;
    }
    TRY(read_directory(scan, view, walk, &dir, err));
    scan->dir_name = walk->name;
    scan->subfile_type = scan->compression = -1;
    for (uint64_t i = 0; i < dir.n && result == 0; i++) {
        result = take_entry(scan, view, walk, &dir, i, &state, err);
        n_damaged += state == ENTRY_DAMAGED;
        if (state == ENTRY_OF_NO_DIRECTORY) {
            break;
        }
        if (state == ENTRY_LAST || (n_damaged > MAX_DAMAGED && !walk->is_maker_note)) {
            dir.next = 0;
            break;
        }
    }
    scan->dir_name = outer;
    *next = walk->no_next ? 0 : dir.next;
    return result;
}
