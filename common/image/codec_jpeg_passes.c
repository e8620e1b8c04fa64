/* Progressive scans to low coefficients. See codec_jpeg_passes.h. */
#include "image/codec_jpeg_passes.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "image/codec_jpeg_block.h"

#define CHUNK_BLOCKS 8 /* of one component, which are read without asking for more bytes */
#define LOW_NONE     0xff
#define LOW_MAX      13 /* T.81, table G.1 */

static bool is_ours(const struct jpeg_decompress_struct *cinfo)
{
    bool fit = cinfo->progressive_mode && !cinfo->arith_code && cinfo->data_precision == 8 &&
               (cinfo->num_components == 1 || cinfo->num_components == 3);
    int blocks = 0;

    for (int c = 0; c < cinfo->num_components && fit; c++) {
        const jpeg_component_info *info = &cinfo->comp_info[c];

        blocks += info->h_samp_factor * info->v_samp_factor;
        fit = info->quant_tbl_no >= 0 && info->quant_tbl_no < NUM_QUANT_TBLS &&
              cinfo->quant_tbl_ptrs[info->quant_tbl_no] &&
              (cinfo->num_components > 1 || blocks == 1);
    }
    return fit && blocks <= SCAN_BLOCKS;
}

static bool take_memory(struct passes *passes, const struct jpeg_decompress_struct *cinfo,
                        const struct image_limits *limits)
{
    const struct scan *scan = &passes->scan;
    struct err err;

    for (size_t c = 0; c < scan->n_components; c++) {
        const struct scan_component *component = &scan->components[c];
        struct passes_component *kept = &passes->components[c];
        uint64_t blocks =
            (uint64_t)scan->mcus_across * component->across * scan->mcus_down * component->down;
        uint8_t *memory;

        kept->blocks_across = cinfo->comp_info[c].width_in_blocks;
        kept->blocks_down = cinfo->comp_info[c].height_in_blocks;
        kept->low = LOW_NONE;
        if (pixels_alloc(&memory, blocks * component->side * component->side * sizeof(int16_t),
                         limits, &err) != 0) {
            return false;
        }
        kept->blocks = (int16_t *)(void *)memory;
    }
    return true;
}

static inline int16_t *block_at(const struct passes *passes, size_t c, uint32_t x, uint32_t y)
{
    const struct scan_component *component = &passes->scan.components[c];
    size_t across = (size_t)passes->scan.mcus_across * component->across;

    return passes->components[c].blocks + (y * across + x) * component->side * component->side;
}

/* --- DC --- */

/* First bits of a DC coefficient, or one bit more of it. */
static inline bool read_dc_bits(struct scan_bits *bits, struct scan_component *component,
                                const struct passes_head *head, int16_t *out)
{
    int32_t value;

    refill(bits);
    if (head->high > 0) {
        *out = (int16_t)(*out | (int32_t)(peek(bits, 1) << head->low));
        drop(bits, 1);
        return true;
    }
    if (!read_dc(bits, &component->dc->codes, &value)) {
        return false;
    }
    component->before += value;
    *out = (int16_t)((uint32_t)component->before << head->low);
    return component->before == (int16_t)component->before;
}

/* n blocks of component c side by side, from out on. */
static inline bool read_dc_blocks(struct passes *passes, struct scan_bits *bits, size_t c,
                                  const struct passes_head *head, int16_t *out, uint32_t n)
{
    struct scan_component *component = &passes->scan.components[c];

    for (uint32_t i = 0; i < n; i++, out += (size_t)component->side * component->side) {
        if (!read_dc_bits(bits, component, head, out)) {
            return false;
        }
    }
    return true;
}

/* An MCU of all components. */
static bool read_dc_mcu(struct passes *passes, const struct passes_head *head, uint32_t mcu,
                        uint32_t row)
{
    struct scan_bits bits = passes->scan.window.bits;

    for (size_t c = 0; c < passes->scan.n_components; c++) {
        uint32_t across = passes->scan.components[c].across;
        uint32_t down = passes->scan.components[c].down;

        for (uint32_t y = 0; y < down; y++) {
            int16_t *out = block_at(passes, c, mcu * across, row * down + y);

            if (!read_dc_blocks(passes, &bits, c, head, out, across)) {
                return false;
            }
        }
    }
    passes->scan.window.bits = bits;
    return !window_overrun(&passes->scan.window);
}

static bool read_dc_scan(struct passes *passes, const struct passes_head *head)
{
    struct scan *scan = &passes->scan;
    struct err err;

    for (uint32_t row = 0; row < scan->mcus_down; row++) {
        for (uint32_t mcu = 0; mcu < scan->mcus_across; mcu++) {
            uint32_t one = 1;

            if (scan_prepare(scan, &one, &err) != 1 || !read_dc_mcu(passes, head, mcu, row)) {
                return false;
            }
        }
    }
    return true;
}

/* --- one component: DC, or a band of AC --- */

/* A band's codes, as if it ended at the last coefficient of a block: what reads blocks knows no
 * other end. */
struct band {
    struct scan_component component;
    uint32_t first, last; /* of those that are wanted */
};

static void set_band(struct band *band, const struct scan_component *component,
                     const struct passes_head *head)
{
    uint32_t shift = DCTSIZE2 - 1 - head->last;
    uint32_t last = head->last < component->last ? head->last : component->last;

    band->component = *component;
    memset(band->component.place, IDCT_NOT_WANTED, sizeof(band->component.place));
    memcpy(band->component.place + head->first + shift, component->place + head->first,
           last + 1 - head->first);
    band->first = head->first + shift;
    band->last = last + shift;
}

/* side is a constant where this is called. */
static inline __attribute__((always_inline)) bool read_band_block(struct scan_bits *bits,
                                                                  const struct band *band,
                                                                  uint32_t side, uint32_t low,
                                                                  uint32_t *end_run, int16_t *out)
{
    int16_t block[IDCT_NOT_WANTED + 1];

    if (*end_run > 0) {
        (*end_run)--;
        return true;
    }
    memset(block, 0, (size_t)side * side * sizeof(*block));
    refill(bits);
    if (read_band(bits, &band->component, block, band->first, band->last, PAIRS_A_REFILL,
                  end_run) == FOUND_UNSOUND) {
        return false;
    }
    for (size_t i = 0; i < (size_t)side * side; i++) {
        out[i] = (int16_t)(out[i] | (int16_t)((uint32_t)block[i] << low));
    }
    return true;
}

static inline __attribute__((always_inline)) bool read_band_blocks(struct passes *passes,
                                                                   const struct band *band,
                                                                   uint32_t side, uint32_t low,
                                                                   int16_t *out, uint32_t n)
{
    struct scan_bits bits = passes->scan.window.bits;
    uint32_t end_run = passes->scan.end_run;

    for (uint32_t i = 0; i < n; i++, out += (size_t)side * side) {
        uint32_t run = end_run; /* in a register: its address is taken */

        if (!read_band_block(&bits, band, side, low, &run, out)) {
            return false;
        }
        end_run = run;
    }
    passes->scan.window.bits = bits;
    passes->scan.end_run = end_run;
    return !window_overrun(&passes->scan.window);
}

static bool read_dc_line(struct passes *passes, size_t c, const struct passes_head *head,
                         int16_t *out, uint32_t n)
{
    struct scan_bits bits = passes->scan.window.bits;
    bool sound = read_dc_blocks(passes, &bits, c, head, out, n);

    passes->scan.window.bits = bits;
    return sound && !window_overrun(&passes->scan.window);
}

static bool read_blocks(struct passes *passes, const struct passes_head *head,
                        const struct band *band, int16_t *out, uint32_t n)
{
    size_t c = head->components[0];

    if (head->first == 0) {
        return read_dc_line(passes, c, head, out, n);
    }
    switch (passes->scan.components[c].side) {
    case 2:
        return read_band_blocks(passes, band, 2, head->low, out, n);
    case 4:
        return read_band_blocks(passes, band, 4, head->low, out, n);
    default:
        return read_band_blocks(passes, band, 8, head->low, out, n);
    }
}

/* Blocks of one component come line by line, without those that fill MCUs. */
static bool read_component_scan(struct passes *passes, const struct passes_head *head)
{
    size_t c = head->components[0];
    const struct passes_component *kept = &passes->components[c];
    struct band band = { 0 };
    struct err err;

    if (head->first > 0) {
        set_band(&band, &passes->scan.components[c], head);
    }
    for (uint32_t y = 0; y < kept->blocks_down; y++) {
        for (uint32_t x = 0, n; x < kept->blocks_across; x += n) {
            n = kept->blocks_across - x < CHUNK_BLOCKS ? kept->blocks_across - x : CHUNK_BLOCKS;
            if (scan_prepare(&passes->scan, &n, &err) != 1 ||
                !read_blocks(passes, head, &band, block_at(passes, c, x, y), n)) {
                return false;
            }
        }
    }
    return true;
}

/* --- scans --- */

/* first..last as bits. */
static uint64_t bits_of(const struct passes_head *head)
{
    return (UINT64_MAX >> (DCTSIZE2 - 1 - head->last)) & (UINT64_MAX << head->first);
}

static bool is_valid(const struct passes_head *head, size_t n_components)
{
    bool is_dc = head->first == 0;

    return head->last < DCTSIZE2 && head->first <= head->last && head->low <= LOW_MAX &&
           (is_dc ? head->last == 0 : head->n == 1 && head->high == 0) &&
           (head->n == 1 || head->n == n_components);
}

/* Each coefficient's first bits once, DC before AC, its bits without a gap. Notes what the scan
 * brings. */
static bool is_in_order(struct passes *passes, const struct passes_head *head)
{
    bool is_dc = head->first == 0, fit = is_valid(head, passes->scan.n_components);

    for (size_t i = 0; i < head->n && fit; i++) {
        struct passes_component *kept = &passes->components[head->components[i]];

        fit = head->n == 1 || head->components[i] == i;
        if (is_dc && head->high > 0) {
            fit = fit && kept->low == head->high && head->low + 1 == head->high;
        } else {
            fit = fit && !(kept->seen & bits_of(head)) && (is_dc || kept->low != LOW_NONE);
            kept->seen |= bits_of(head);
        }
        kept->low = is_dc ? (uint8_t)head->low : kept->low;
    }
    return fit;
}

/* A band's first bits, none of which is wanted: another component's have been kept for it. */
static bool is_beyond(const struct passes_head *head, uint32_t last)
{
    return head->first > last && is_valid(head, 1);
}

/* The scan's tables, made of those that are defined now. */
static bool make_tables(struct passes *passes, const struct passes_head *head)
{
    struct scan *scan = &passes->scan;
    bool is_dc = head->first == 0;

    for (size_t i = 0; i < head->n && head->high == 0; i++) {
        size_t number = head->tables[i][is_dc ? 0 : 1];
        struct scan_component *component = &scan->components[head->components[i]];
        struct scan_table *table = &scan->tables[(is_dc ? 0 : NUM_HUFF_TBLS) + number];
        const JHUFF_TBL *from = &passes->tables[is_dc ? 0 : 1][number];

        component->dc = component->ac = table;
        /* Defined once it has been sent: no table is without codes. */
        if (!from->sent_table || !scan_table_make(table, from, is_dc ? TABLE_DC : TABLE_BAND)) {
            return false;
        }
    }
    return true;
}

/* One scan, from its first entropy-coded byte to the marker behind it, *at. */
static bool read_scan(struct passes *passes, const struct passes_head *head, size_t *at)
{
    struct scan *scan = &passes->scan;
    struct scan_component *only = &scan->components[head->components[0]];
    struct err err;
    bool sound;

    if (is_beyond(head, only->last)) {
        *at = jpeg_end_of_data(passes->file, *at);
        return true;
    }
    if (!is_in_order(passes, head) || !make_tables(passes, head)) {
        return false;
    }
    for (size_t c = 0; c < scan->n_components; c++) {
        scan->components[c].before = 0;
    }
    scan->until_restart = scan->restart_interval;
    scan->next_restart = scan->end_run = 0;
    window_init(&scan->window, &passes->src, *at);
    sound = (head->n > 1 ? read_dc_scan(passes, head) : read_component_scan(passes, head)) &&
            scan_end_stretch(scan, &err) == 1;
    /* Behind the marker stands what has not been taken of the piece. */
    *at = (size_t)(scan->window.offset - scan->window.piece.len) - 2;
    window_release(&scan->window);
    scan->window = (struct scan_window){ 0 };
    return sound;
}

static bool is_complete(const struct passes *passes)
{
    for (size_t c = 0; c < passes->scan.n_components; c++) {
        if (passes->components[c].low == LOW_NONE) {
            return false;
        }
    }
    return true;
}

bool passes_read(struct passes *passes, const struct jpeg_decompress_struct *cinfo,
                 struct span file, const struct kept_spans *kept, const uint32_t *sides,
                 const struct image_limits *limits)
{
    struct passes_head head = { 0 };
    size_t at = (size_t)(kept->spans[0].data - file.data);
    enum passes_next next = PASSES_SCAN;

    if (!is_ours(cinfo) || !passes_first_head(cinfo, &head)) {
        return false;
    }
    passes->file = file;
    passes->src = source_memory(file);
    passes->scan.tables = mem_array((size_t)2 * NUM_HUFF_TBLS, sizeof(*passes->scan.tables));
    scan_set_geometry(&passes->scan, cinfo, sides);
    passes_take_tables(passes->tables, cinfo);
    if (!take_memory(passes, cinfo, limits)) {
        return false;
    }
    while (next == PASSES_SCAN) {
        if (!read_scan(passes, &head, &at)) {
            return false;
        }
        next = passes_next_head(file, kept, cinfo, &at, passes->tables, &head);
    }
    passes->ready = next == PASSES_END && is_complete(passes);
    return passes->ready;
}

void passes_release(struct passes *passes)
{
    for (size_t c = 0; c < PLANES_MAX; c++) {
        free(passes->components[c].blocks);
    }
    scan_release(&passes->scan);
    source_release(&passes->src);
    *passes = (struct passes){ 0 };
}

/* --- samples --- */

static void put_block(struct scan *scan, const struct scan_component *component,
                      const int16_t *block, uint8_t *const *rows, size_t column)
{
    struct scan_waiting *waiting = component->side == 4 ? &scan->four : &scan->eight;

    switch (component->side) {
    case 1:
        idct_one_by_one(block, component->steps, rows, column);
        break;
    case 2:
        idct_two_by_two(block, component->steps, rows, column);
        break;
    default:
        memcpy(waiting->blocks.coefficients + waiting->n * IDCT_STEP, block,
               (size_t)component->side * component->side * sizeof(*block));
        put_waiting(waiting, component->steps, rows, column);
    }
}

void passes_row(struct passes *passes, uint8_t *const *const *rows)
{
    struct scan *scan = &passes->scan;

    for (size_t c = 0; c < scan->n_components; c++) {
        const struct scan_component *component = &scan->components[c];
        size_t across = (size_t)scan->mcus_across * component->across;

        for (uint32_t y = 0; y < component->down; y++) {
            const int16_t *block = block_at(passes, c, 0, passes->row * component->down + y);

            for (size_t x = 0; x < across;
                 x++, block += (size_t)component->side * component->side) {
                put_block(scan, component, block, rows[c] + (size_t)y * component->side,
                          x * component->side);
            }
        }
    }
    flush_waiting(&scan->four);
    flush_waiting(&scan->eight);
    passes->row++;
}
