/* Baseline scans, MCU by MCU. See codec_jpeg_scan.h. */
#include "image/codec_jpeg_scan.h"

#include <string.h>

#include "base/mem.h"
#include "image/codec_jpeg_block.h"

static void set_component(struct scan_component *component, const jpeg_component_info *info,
                          uint32_t side, const struct scan *scan)
{
    *component = (struct scan_component){
        .across = scan->n_components == 1 ? 1 : (uint32_t)info->h_samp_factor,
        .down = scan->n_components == 1 ? 1 : (uint32_t)info->v_samp_factor,
        .side = side,
        .dc = &scan->tables[info->dc_tbl_no],
        .ac = &scan->tables[NUM_HUFF_TBLS + info->ac_tbl_no]
    };
    memset(component->place, IDCT_NOT_WANTED, sizeof(component->place));
    for (uint32_t k = 0; k < 64; k++) {
        uint32_t x = jpeg_natural[k] % 8, y = jpeg_natural[k] / 8;

        if (x < side && y < side) {
            component->steps[y * side + x] = (int16_t)info->quant_table->quantval[jpeg_natural[k]];
            component->place[k] = (uint8_t)(y * side + x);
            component->last = k;
        }
    }
}

/* The numbers are the file's, libjpeg checks them only when it starts. */
static bool has_tables(const struct jpeg_decompress_struct *cinfo, const jpeg_component_info *info)
{
    return info->quant_tbl_no >= 0 && info->quant_tbl_no < NUM_QUANT_TBLS && info->dc_tbl_no >= 0 &&
           info->dc_tbl_no < NUM_HUFF_TBLS && info->ac_tbl_no >= 0 &&
           info->ac_tbl_no < NUM_HUFF_TBLS && cinfo->quant_tbl_ptrs[info->quant_tbl_no] &&
           cinfo->dc_huff_tbl_ptrs[info->dc_tbl_no] && cinfo->ac_huff_tbl_ptrs[info->ac_tbl_no];
}

static bool is_ours(const struct jpeg_decompress_struct *cinfo)
{
    bool fit = !cinfo->progressive_mode && !cinfo->arith_code && cinfo->data_precision == 8 &&
               cinfo->comps_in_scan == cinfo->num_components &&
               (cinfo->num_components == 1 || cinfo->num_components == 3) && cinfo->Ss == 0 &&
               cinfo->Se == DCTSIZE2 - 1 && cinfo->Ah == 0 && cinfo->Al == 0;
    int blocks = 0;

    for (int c = 0; c < cinfo->num_components && fit; c++) {
        const jpeg_component_info *info = &cinfo->comp_info[c];

        blocks += info->h_samp_factor * info->v_samp_factor;
        fit = cinfo->cur_comp_info[c] == info && (cinfo->num_components > 1 || blocks == 1) &&
              has_tables(cinfo, info);
    }
    return fit && blocks <= SCAN_BLOCKS;
}

/* Tables are often shared: `made` has a bit for each that is ready. */
static bool make_table(struct scan *scan, const JHUFF_TBL *from, size_t index,
                       enum scan_table_kind kind, uint32_t *made)
{
    bool is_ready = *made >> index & 1;

    *made |= 1u << index;
    return is_ready || scan_table_make(&scan->tables[index], from, kind);
}

static bool make_tables(struct scan *scan, const struct jpeg_decompress_struct *cinfo)
{
    uint32_t made = 0;

    scan->tables = mem_array((size_t)2 * NUM_HUFF_TBLS, sizeof(*scan->tables));
    for (int c = 0; c < cinfo->num_components; c++) {
        int dc = cinfo->comp_info[c].dc_tbl_no, ac = cinfo->comp_info[c].ac_tbl_no;

        if (!make_table(scan, cinfo->dc_huff_tbl_ptrs[dc], (size_t)dc, TABLE_DC, &made) ||
            !make_table(scan, cinfo->ac_huff_tbl_ptrs[ac], NUM_HUFF_TBLS + (size_t)ac, TABLE_AC,
                        &made)) {
            return false;
        }
    }
    return true;
}

void scan_set_geometry(struct scan *scan, const struct jpeg_decompress_struct *cinfo,
                       const uint32_t *sides)
{
    uint32_t mcu_w = DCTSIZE, mcu_h = DCTSIZE;

    scan->n_components = (size_t)cinfo->num_components;
    if (scan->n_components > 1) {
        mcu_w *= (uint32_t)cinfo->max_h_samp_factor;
        mcu_h *= (uint32_t)cinfo->max_v_samp_factor;
    }
    scan->mcus_across = (cinfo->image_width + mcu_w - 1) / mcu_w;
    scan->mcus_down = (cinfo->image_height + mcu_h - 1) / mcu_h;
    for (int c = 0; c < cinfo->num_components; c++) {
        jpeg_component_info info = cinfo->comp_info[c];

        info.quant_table = cinfo->quant_tbl_ptrs[info.quant_tbl_no];
        set_component(&scan->components[c], &info, sides[c], scan);
    }
    scan->restart_interval = scan->until_restart = cinfo->restart_interval;
    scan->four.to_samples = idct_best()->four;
    scan->eight.to_samples = idct_best()->eight;
}

bool scan_init(struct scan *scan, const struct jpeg_decompress_struct *cinfo, struct source *src,
               uint64_t offset, const uint32_t *sides)
{
    if (!is_ours(cinfo) || !make_tables(scan, cinfo)) {
        return false;
    }
    scan_set_geometry(scan, cinfo, sides);
    window_init(&scan->window, src, offset);
    return true;
}

void scan_release(struct scan *scan)
{
    mem_free(scan->tables);
    window_release(&scan->window);
    *scan = (struct scan){ 0 };
}

int scan_end_stretch(struct scan *scan, struct err *err)
{
    struct scan_window *window = &scan->window;

    if (!window->marker) {
        /* To a byte; what is whole goes back. */
        window->bits = (struct scan_bits){ .at = window->bits.at - window->bits.left / 8 };
        TRY(window_fill(window, err));
    }
    return window_unread(window) == 0 && window->marker;
}

int scan_restart(struct scan *scan, struct err *err)
{
    int status = scan_end_stretch(scan, err);

    if (status != 1 || scan->window.marker != JPEG_RST0 + (int)scan->next_restart) {
        return status < 0 ? -1 : 0;
    }
    scan->next_restart = (scan->next_restart + 1) & 7;
    scan->until_restart = scan->restart_interval;
    scan->end_run = 0;
    for (size_t c = 0; c < scan->n_components; c++) {
        scan->components[c].before = 0;
    }
    window_start_stretch(&scan->window);
    return 1;
}

/* side and last are constants where this is called: the compiler makes one of each. */
static inline __attribute__((always_inline)) bool blocks_to_samples(
    struct scan_bits *bits, struct scan_component *component, uint32_t side, uint32_t last,
    void (*to_samples)(const int16_t *, const int16_t *, uint8_t *const *, size_t),
    uint8_t *const *rows, uint32_t mcu)
{
    for (uint32_t y = 0; y < component->down; y++) {
        for (uint32_t x = 0; x < component->across; x++) {
            int16_t block[IDCT_NOT_WANTED + 1];

            memset(block, 0, (size_t)side * side * sizeof(*block));
            if (read_block(bits, component, block, last) == FOUND_UNSOUND) {
                return false;
            }
            to_samples(block, component->steps, rows + (size_t)y * side,
                       ((size_t)mcu * component->across + x) * side);
        }
    }
    return true;
}

/* The same for larger blocks: two at a time, whatever components they are of. */
static inline __attribute__((always_inline)) bool blocks_by_two(struct scan_waiting *waiting,
                                                                struct scan_bits *bits,
                                                                struct scan_component *component,
                                                                uint32_t side, uint32_t last,
                                                                uint8_t *const *rows, uint32_t mcu)
{
    for (uint32_t y = 0; y < component->down; y++) {
        for (uint32_t x = 0; x < component->across; x++) {
            uint8_t *const *to = rows + (size_t)y * side;
            size_t column = ((size_t)mcu * component->across + x) * side;
            int16_t *block = waiting->blocks.coefficients + waiting->n * IDCT_STEP;
            enum found found = read_block(bits, component, block, last);

            if (found == FOUND_UNSOUND) {
                return false;
            }
            if (found == FOUND_DC && side == 8) {
                idct_flat((int16_t)(block[0] * component->steps[0]), to, column);
                block[0] = 0;
            } else {
                put_waiting(waiting, component->steps, to, column);
            }
        }
    }
    return true;
}

static inline __attribute__((always_inline)) bool component_to_samples(
    struct scan *scan, struct scan_bits *bits, struct scan_component *component,
    uint8_t *const *rows, uint32_t mcu)
{
    switch (component->side) {
    case 1:
        return blocks_to_samples(bits, component, 1, 0, idct_one_by_one, rows, mcu);
    case 2:
        return blocks_to_samples(bits, component, 2, 4, idct_two_by_two, rows, mcu);
    case 4:
        return blocks_by_two(&scan->four, bits, component, 4, 24, rows, mcu);
    default:
        return blocks_by_two(&scan->eight, bits, component, 8, 63, rows, mcu);
    }
}

static inline bool mcu_to_samples(struct scan *scan, uint32_t mcu, uint8_t *const *const *rows)
{
    struct scan_bits bits = scan->window.bits; /* in registers: nothing that is written can be it */

    for (size_t c = 0; c < scan->n_components; c++) {
        if (!component_to_samples(scan, &bits, &scan->components[c], rows[c], mcu)) {
            return false;
        }
    }
    scan->window.bits = bits;
    return !window_overrun(&scan->window);
}

int scan_row(struct scan *scan, uint8_t *const *const *rows, struct err *err)
{
    for (uint32_t mcu = 0; mcu < scan->mcus_across; mcu++) {
        uint32_t one = 1;
        int status = scan_prepare(scan, &one, err);

        if (status != 1) {
            return status;
        }
        if (!mcu_to_samples(scan, mcu, rows)) {
            return 0;
        }
    }
    flush_waiting(&scan->four);
    flush_waiting(&scan->eight);
    scan->row++;
    return 1;
}

static bool mcu_to_coefficients(struct scan *scan, int16_t **out)
{
    for (size_t c = 0; c < scan->n_components; c++) {
        struct scan_component *component = &scan->components[c];

        for (uint32_t i = 0; i < component->across * component->down; i++, *out += 64) {
            int16_t block[65] = { 0 };

            if (read_block(&scan->window.bits, component, block, 63) == FOUND_UNSOUND) {
                return false;
            }
            memcpy(*out, block, 64 * sizeof(**out));
        }
    }
    return !window_overrun(&scan->window);
}

int scan_coefficients(struct scan *scan, int16_t *out, struct err *err)
{
    for (uint32_t mcu = 0; mcu < scan->mcus_across * scan->mcus_down; mcu++) {
        uint32_t one = 1;
        int status = scan_prepare(scan, &one, err);

        if (status != 1) {
            return status;
        }
        if (!mcu_to_coefficients(scan, &out)) {
            return 0;
        }
    }
    return 1;
}
