/* Baseline scans: window, bits, blocks. See codec_jpeg_scan.h. */
#include "image/codec_jpeg_scan.h"

#include <string.h>

#include "base/mem.h"
#include "image/codec_jpeg_samples.h"

#define PIECE_BYTES  (64u << 10)
#define WINDOW_BYTES (96u << 10)
/* The most that one MCU can take: 64 symbols a block, of 16 bits and 15 more for the value. */
#define MCU_BYTES (SCAN_BLOCKS * 64 * 4)
/* Zeros behind the end: a whole MCU may be read from them before overrun() is asked, and the bit
 * buffer loads eight bytes at once. */
#define PAD_BYTES (MCU_BYTES + 16)

/* T.81 figure A.6: zigzag index to natural order. */
static const uint8_t natural[64] = {
    0,  1,  8,  16, 9,  2,  3,  10, 17, 24, 32, 25, 18, 11, 4,  5,  12, 19, 26, 33, 40, 48,
    41, 34, 27, 20, 13, 6,  7,  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23,
    30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
};

/* --- bytes --- */

static int next_piece(struct scan_window *window, struct err *err)
{
    buf_clear(&window->keep);
    TRY(source_view(window->src, window->offset, PIECE_BYTES, &window->keep, &window->piece, err));
    window->offset += window->piece.len;
    if (window->piece.len == 0) {
        window->marker = JPEG_EOI; /* the file's end ends the stretch too */
    }
    return 0;
}

/* After 0xff: a stuffed zero, a fill byte, or the marker that ends the stretch. */
static int after_ff(struct scan_window *window, uint8_t **to, struct err *err)
{
    uint8_t code = 0xff;

    while (code == 0xff) {
        if (window->piece.len == 0) {
            TRY(next_piece(window, err));
        }
        if (window->marker) {
            return 0;
        }
        code = window->piece.data[0];
        window->piece = span_from(window->piece, 1);
    }
    if (code == 0) {
        *(*to)++ = 0xff;
    } else {
        window->marker = code;
    }
    return 0;
}

/* Fills the window behind what has not been read of it. */
static int fill(struct scan_window *window, struct err *err)
{
    size_t rest = window->end > window->bits.at ? (size_t)(window->end - window->bits.at) : 0;
    uint8_t *to = window->bytes + rest, *limit = window->bytes + WINDOW_BYTES;

    memmove(window->bytes, window->end - rest, rest);
    while (to < limit && !window->marker) {
        size_t n =
            window->piece.len < (size_t)(limit - to) ? window->piece.len : (size_t)(limit - to);
        const uint8_t *ff = n ? memchr(window->piece.data, 0xff, n) : NULL;

        if (n == 0) {
            TRY(next_piece(window, err));
            continue;
        }
        n = ff ? (size_t)(ff - window->piece.data) : n;
        memcpy(to, window->piece.data, n);
        to += n;
        window->piece = span_from(window->piece, n + (ff ? 1 : 0));
        if (ff) {
            TRY(after_ff(window, &to, err));
        }
    }
    window->bits.at = window->bytes;
    window->end = to;
    memset(to, 0, PAD_BYTES);
    return 0;
}

static void start_stretch(struct scan_window *window)
{
    window->end = window->bytes;
    window->bits = (struct scan_bits){ .at = window->bytes };
    window->marker = 0;
}

/* --- bits --- */

/* At least 56 valid bits; past the end they are zeros, which overrun() finds out. */
static inline void refill(struct scan_bits *bits)
{
    uint64_t next;

    memcpy(&next, bits->at, sizeof(next));
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    next = __builtin_bswap64(next);
#endif
    bits->buffer |= next >> bits->left;
    bits->at += (63 - bits->left) >> 3;
    bits->left |= 56;
}

static inline uint32_t peek(const struct scan_bits *bits, uint32_t n)
{
    return (uint32_t)(bits->buffer >> (64 - n));
}

static inline void drop(struct scan_bits *bits, uint32_t n)
{
    bits->buffer <<= n;
    bits->left -= n;
}

/* More bits were used than there are. */
static inline bool overrun(const struct scan_window *window)
{
    return window->bits.at - window->bits.left / 8 > window->end;
}

/* Bytes that have not been begun. */
static inline ptrdiff_t unread(const struct scan_window *window)
{
    return window->end - (window->bits.at - window->bits.left / 8);
}

/* --- symbols --- */

/* Look-ups that 56 bits are enough for: of pairs; of pairs after a DC value of usual length; of
 * skipped symbols, the last of them followed by a value of up to 15 bits. */
#define PAIRS_A_REFILL (56 / SCAN_PAIR_BITS)
#define PAIRS_AFTER_DC 3
#define SKIPS_A_REFILL (56 / (SCAN_SKIP_BITS + 15))

/* T.81 table F.1: a value of `size` bits whose first bit is 0 is negative. */
static inline int32_t read_value(struct scan_bits *bits, uint32_t size)
{
    uint32_t raw = (uint32_t)(bits->buffer >> 1 >> (63 - size)), half = 1u << size >> 1;

    drop(bits, size);
    return raw < half ? (int32_t)raw - (1 << size) + 1 : (int32_t)raw;
}

/* Needs 31 bits, leaves enough for PAIRS_AFTER_DC. False: no such code. */
static inline bool read_dc(struct scan_bits *bits, const struct scan_codes *codes, int32_t *value)
{
    uint32_t entry = codes->look[peek(bits, SCAN_CODE_BITS)];
    uint32_t length = entry & 0xff, size = entry >> 8;

    if (__builtin_expect(entry == 0, 0)) {
        uint8_t symbol = 0;

        length = scan_code(codes, peek(bits, 16), &symbol);
        size = symbol;
    }
    drop(bits, length);
    *value = read_value(bits, size);
    if (__builtin_expect(length + size > 56 - PAIRS_AFTER_DC * SCAN_PAIR_BITS, 0)) {
        refill(bits);
    }
    return length > 0;
}

/* One AC symbol, however long. k: the next coefficient, 64 where the block is at its end. */
static __attribute__((noinline)) bool read_symbol(struct scan_bits *bits,
                                                  const struct scan_component *component,
                                                  int16_t *out, uint32_t *k)
{
    uint8_t symbol = 0;
    uint32_t length, size;

    refill(bits);
    length = scan_code(&component->ac->codes, peek(bits, 16), &symbol);
    size = symbol & 15;
    drop(bits, length);
    if (size == 0 && symbol >> 4 < 15) {
        *k = 64;
        return length > 0;
    }
    *k += symbol >> 4;
    if (*k > 63) {
        return false;
    }
    out[component->place[*k]] = (int16_t)(read_value(bits, size) * component->quant[*k]);
    (*k)++;
    return true;
}

/* The same for the bits at hand, which stay in registers where only a copy's address is taken. */
static inline bool read_slowly(struct scan_bits *bits, const struct scan_component *component,
                               int16_t *out, uint32_t *k)
{
    struct scan_bits copy = *bits;
    uint32_t at = *k;
    bool sound = read_symbol(&copy, component, out, &at);

    *bits = copy;
    *k = at;
    return sound;
}

/* --- blocks --- */

/* A step stays inside of the block; else it was no step, or one too many. */
static inline bool is_inside(uint32_t next)
{
    return (next & (SCAN_STEP_END - 1)) <= 64;
}

static inline void put_pair(const struct scan_component *component, uint64_t pair, uint32_t k,
                            int16_t *out)
{
    uint32_t first = k + (uint8_t)(pair >> 16), second = k + (uint8_t)(pair >> 24);

    out[component->place[first]] = (int16_t)((int16_t)(pair >> 32) * component->quant[first]);
    out[component->place[second]] = (int16_t)((int16_t)(pair >> 48) * component->quant[second]);
}

/* Up to n pairs from coefficient k on: the next coefficient. Where that is 64 or more the last pair
 * is not dropped yet. */
static inline __attribute__((always_inline)) uint32_t read_pairs(
    struct scan_bits *bits, const struct scan_component *component, int16_t *out, uint32_t k,
    uint32_t n, uint64_t *pair)
{
    for (uint32_t i = 0; i < n; i++) {
        uint32_t next;

        *pair = component->ac->pairs[peek(bits, SCAN_PAIR_BITS)];
        next = k + (uint8_t)(*pair >> 8);
        put_pair(component, *pair, k, out);
        if (next >= 64) {
            return next;
        }
        drop(bits, *pair & 63);
        k = next;
    }
    return k;
}

/* Passes over coefficients k..63. False: not sound. */
static inline __attribute__((always_inline)) bool skip_rest(struct scan_bits *bits,
                                                            const struct scan_component *component,
                                                            int16_t *out, uint32_t k)
{
    while (k < 64) {
        refill(bits);
        for (uint32_t i = 0; i < SKIPS_A_REFILL; i++) {
            uint32_t entry = component->ac->skip[peek(bits, SCAN_SKIP_BITS)];
            uint32_t next = k + (entry >> 8);

            if (next >= 64 && !is_inside(next)) {
                if (!read_slowly(bits, component, out, &k)) {
                    return false;
                }
                break;
            }
            drop(bits, entry & 63);
            k = next;
            if (next >= 64) {
                return true;
            }
        }
    }
    return true;
}

/* Damage adds up in DC values: they stay at one end of the range. */
static inline int16_t held(int32_t value)
{
    return (int16_t)(value < -INT16_MAX ? -INT16_MAX : value > INT16_MAX ? INT16_MAX : value);
}

/* The wanted coefficients of the next block, dequantised, each handed to its place in out.
 * last: the component's. */
static inline __attribute__((always_inline)) bool read_block(struct scan_bits *bits,
                                                             struct scan_component *component,
                                                             int16_t *out, uint32_t last)
{
    uint32_t k = 1;
    int32_t value;

    refill(bits);
    if (!read_dc(bits, &component->dc->codes, &value)) {
        return false;
    }
    component->before = (int32_t)((uint32_t)component->before + (uint32_t)value);
    out[0] = held((int16_t)component->before * component->quant[0]);
    for (uint32_t n = PAIRS_AFTER_DC; k <= last; n = PAIRS_A_REFILL) {
        uint64_t pair;
        uint32_t next = read_pairs(bits, component, out, k, n, &pair);

        if (next < 64) {
            k = next;
        } else if (__builtin_expect(is_inside(next), 1)) {
            drop(bits, pair & 63);
            return true;
        } else {
            k = next - (uint8_t)(pair >> 8);
            if (!read_slowly(bits, component, out, &k)) {
                return false;
            }
        }
        if (k <= last) {
            refill(bits);
        }
    }
    return skip_rest(bits, component, out, k);
}

/* --- scan --- */

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
    memset(component->place, (int)(side * side), sizeof(component->place));
    for (uint32_t k = 0; k < 64; k++) {
        uint32_t x = natural[k] % 8, y = natural[k] / 8;

        component->quant[k] = info->quant_table->quantval[natural[k]];
        if (x < side && y < side) {
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

static bool make_tables(struct scan *scan, const struct jpeg_decompress_struct *cinfo)
{
    scan->tables = mem_array((size_t)2 * NUM_HUFF_TBLS, sizeof(*scan->tables));
    for (int c = 0; c < cinfo->num_components; c++) {
        int dc = cinfo->comp_info[c].dc_tbl_no, ac = cinfo->comp_info[c].ac_tbl_no;

        if (!scan_table_make(&scan->tables[dc], cinfo->dc_huff_tbl_ptrs[dc], true) ||
            !scan_table_make(&scan->tables[NUM_HUFF_TBLS + ac], cinfo->ac_huff_tbl_ptrs[ac],
                             false)) {
            return false;
        }
    }
    return true;
}

bool scan_init(struct scan *scan, const struct jpeg_decompress_struct *cinfo, struct source *src,
               uint64_t offset, const uint32_t *sides)
{
    uint32_t mcu_w = DCTSIZE, mcu_h = DCTSIZE;

    if (!is_ours(cinfo) || !make_tables(scan, cinfo)) {
        return false;
    }
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
    scan->window = (struct scan_window){ .src = src,
                                         .offset = offset,
                                         .keep = BUF_INIT(PIECE_BYTES),
                                         .bytes = mem_alloc(WINDOW_BYTES + PAD_BYTES) };
    start_stretch(&scan->window);
    return true;
}

void scan_release(struct scan *scan)
{
    mem_free(scan->tables);
    mem_free(scan->window.bytes);
    buf_release(&scan->window.keep);
    *scan = (struct scan){ 0 };
}

/* Between two stretches: the marker that is due, nothing left before it. */
static int restart(struct scan *scan, struct err *err)
{
    struct scan_window *window = &scan->window;

    if (!window->marker) {
        /* To a byte; what is whole goes back. */
        window->bits = (struct scan_bits){ .at = window->bits.at - window->bits.left / 8 };
        TRY(fill(window, err));
    }
    if (unread(window) > 0 || window->marker != JPEG_RST0 + (int)scan->next_restart) {
        return 0;
    }
    scan->next_restart = (scan->next_restart + 1) & 7;
    scan->until_restart = scan->restart_interval;
    for (size_t c = 0; c < scan->n_components; c++) {
        scan->components[c].before = 0;
    }
    start_stretch(window);
    return 1;
}

/* Before each MCU: enough bytes at hand. 1, 0 or -1 as scan_row(). */
static inline int prepare_mcu(struct scan *scan, struct err *err)
{
    struct scan_window *window = &scan->window;

    if (scan->restart_interval && scan->until_restart-- == 0) {
        int status = restart(scan, err);

        if (status != 1) {
            return status;
        }
        scan->until_restart--;
    }
    if (window->end - window->bits.at < PAD_BYTES && !window->marker) {
        TRY(fill(window, err));
    }
    return 1;
}

/* side and last are constants where this is called: the compiler makes one of each. */
static inline __attribute__((always_inline)) bool blocks_to_samples(
    struct scan_bits *bits, struct scan_component *component, uint32_t side, uint32_t last,
    void (*to_samples)(const int16_t *, uint8_t *const *, size_t), uint8_t *const *rows,
    uint32_t mcu)
{
    for (uint32_t y = 0; y < component->down; y++) {
        for (uint32_t x = 0; x < component->across; x++) {
            int16_t block[17]; /* the last takes what is not wanted */

            memset(block, 0, (size_t)side * side * sizeof(*block));
            if (!read_block(bits, component, block, last)) {
                return false;
            }
            to_samples(block, rows + (size_t)y * side,
                       ((size_t)mcu * component->across + x) * side);
        }
    }
    return true;
}

static inline bool mcu_to_samples(struct scan *scan, uint32_t mcu, uint8_t *const *const *rows)
{
    struct scan_bits bits = scan->window.bits; /* in registers: nothing that is written can be it */

    for (size_t c = 0; c < scan->n_components; c++) {
        struct scan_component *component = &scan->components[c];
        bool sound = component->side == 1
                         ? blocks_to_samples(&bits, component, 1, 0, samples_1, rows[c], mcu)
                     : component->side == 2
                         ? blocks_to_samples(&bits, component, 2, 4, samples_2, rows[c], mcu)
                         : blocks_to_samples(&bits, component, 4, 24, samples_4, rows[c], mcu);

        if (!sound) {
            return false;
        }
    }
    scan->window.bits = bits;
    return !overrun(&scan->window);
}

int scan_row(struct scan *scan, uint8_t *const *const *rows, struct err *err)
{
    for (uint32_t mcu = 0; mcu < scan->mcus_across; mcu++) {
        int status = prepare_mcu(scan, err);

        if (status != 1) {
            return status;
        }
        if (!mcu_to_samples(scan, mcu, rows)) {
            return 0;
        }
    }
    scan->row++;
    return 1;
}

static bool mcu_to_coefficients(struct scan *scan, int16_t **out)
{
    for (size_t c = 0; c < scan->n_components; c++) {
        struct scan_component *component = &scan->components[c];

        for (uint32_t i = 0; i < component->across * component->down; i++, *out += 64) {
            int16_t block[65] = { 0 };

            if (!read_block(&scan->window.bits, component, block, 63)) {
                return false;
            }
            memcpy(*out, block, 64 * sizeof(**out));
        }
    }
    return !overrun(&scan->window);
}

int scan_coefficients(struct scan *scan, int16_t *out, struct err *err)
{
    for (size_t c = 0; c < scan->n_components; c++) {
        for (uint32_t k = 0; k < 64; k++) {
            scan->components[c].quant[k] = 1;
        }
    }
    for (uint32_t mcu = 0; mcu < scan->mcus_across * scan->mcus_down; mcu++) {
        int status = prepare_mcu(scan, err);

        if (status != 1) {
            return status;
        }
        if (!mcu_to_coefficients(scan, &out)) {
            return 0;
        }
    }
    return 1;
}
