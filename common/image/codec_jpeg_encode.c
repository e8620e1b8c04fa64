/* Baseline JPEG out: planes at the target's subsampling go in as they are. */
#include "image/codec_jpeg_encode.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "image/codec_jpeg.h"

#define HEAD_BYTES   (66u << 10) /* a whole APP1 and all other segments */
#define STRIP_MCUS   8           /* transformed at once: stays in the first-level cache */
#define MCU_BLOCKS   6           /* the most: 4:2:0 */
#define STRIP_BLOCKS (STRIP_MCUS * MCU_BLOCKS)
#define STRIP_WORDS  (STRIP_BLOCKS * SYMBOL_BLOCK_WORDS)
#define CODED_BYTES  (STRIP_BLOCKS * HUFFMAN_BLOCK_BYTES)
#define KEPT_WORDS   (32u << 10) /* of one piece */

/* Symbols that wait for their tables. */
struct kept {
    struct kept *next;
    size_t n;
    uint16_t words[KEPT_WORDS];
};

struct component {
    uint32_t across, down;               /* blocks in an MCU */
    uint32_t blocks_across, blocks_down; /* of the picture; what fills the last MCU is more */
    uint32_t table;                      /* 0: luma's */
    int32_t dc_before;
    struct forward_block strip[2 * 2 * STRIP_MCUS]; /* rows of down * STRIP_MCUS * across */
};

struct jpeg_encoder {
    struct encoder *encoder;
    struct jpeg_head head;
    const struct forward_ops *ops;
    struct forward_table steps[SYMBOL_TABLES];
    struct huffman_code dc[SYMBOL_TABLES], ac[SYMBOL_TABLES];
    struct component components[PLANES_MAX];
    uint32_t mcus_across, mcu_row;

    struct symbol_counts counts[SYMBOL_TABLES];
    struct kept *first, *last;
    struct huffman_bits bits;
    size_t n_out;
    uint16_t words[STRIP_WORDS], *words_end;
    uint8_t coded[CODED_BYTES];
    uint8_t out[JPEG_OUT_BYTES];
};

/* --- bytes --- */

static int send(struct jpeg_encoder *jpeg, struct err *err)
{
    struct span piece = { jpeg->out, jpeg->n_out };

    jpeg->n_out = 0;
    return jpeg->encoder->write(jpeg->encoder->ctx, piece, err);
}

static int put_bytes(struct jpeg_encoder *jpeg, const uint8_t *bytes, size_t len, struct err *err)
{
    while (len > 0) {
        size_t room = JPEG_OUT_BYTES - jpeg->n_out, n = len < room ? len : room;

        memcpy(jpeg->out + jpeg->n_out, bytes, n);
        jpeg->n_out += n;
        bytes += n;
        len -= n;
        if (jpeg->n_out == JPEG_OUT_BYTES) {
            TRY(send(jpeg, err));
        }
    }
    return 0;
}

/* Coded bytes; a zero goes in after each 0xff (T.81, F.1.2.3). */
static int put_stuffed(struct jpeg_encoder *jpeg, struct err *err)
{
    const uint8_t *at = jpeg->coded, *end = jpeg->bits.at;

    while (at < end) {
        const uint8_t *ff = memchr(at, 0xff, (size_t)(end - at));
        const uint8_t *upto = ff ? ff + 1 : end;

        TRY(put_bytes(jpeg, at, (size_t)(upto - at), err));
        if (ff) {
            TRY(put_bytes(jpeg, (const uint8_t[]){ 0 }, 1, err));
        }
        at = upto;
    }
    jpeg->bits.at = jpeg->coded;
    return 0;
}

static int put_symbols(struct jpeg_encoder *jpeg, const uint16_t *from, const uint16_t *end,
                       struct err *err)
{
    while (from < end) {
        from = huffman_put(&jpeg->bits, jpeg->coded + CODED_BYTES, from, end, jpeg->dc, jpeg->ac);
        TRY(put_stuffed(jpeg, err));
    }
    return 0;
}

static int put_head(struct jpeg_encoder *jpeg, struct err *err)
{
    CLEANUP(buf_release) struct buf head = BUF_INIT(HEAD_BYTES);

    jpeg_head_write(&jpeg->head, &head);
    TRY(buf_check(&head, "the head of the jpeg", err));
    return put_bytes(jpeg, head.data, head.len, err);
}

/* --- blocks --- */

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* The component's blocks of MCUs from first on: those that are of the picture. */
static void transform_strip(struct jpeg_encoder *jpeg, struct component *component,
                            uint8_t *const *rows, uint32_t first, uint32_t n_mcus)
{
    uint32_t begin = first * component->across;
    uint32_t n = least(n_mcus * component->across, component->blocks_across - begin);
    const struct forward_table *steps = &jpeg->steps[component->table];

    for (uint32_t y = 0; y < component->down; y++) {
        struct forward_block *blocks =
            component->strip + (size_t)y * STRIP_MCUS * component->across;
        const uint8_t *const *lines = (const uint8_t *const *)(rows + 8 * (size_t)y);

        if (jpeg->mcu_row * component->down + y >= component->blocks_down) {
            break;
        }
        for (uint32_t x = 0; x < n; x += 2) {
            size_t at = 8 * (size_t)(begin + x);

            /* An odd one is done twice: its neighbour in memory is not used. */
            jpeg->ops->pair(lines, at, x + 1 < n ? at + 8 : at, steps, blocks + x);
        }
    }
}

typedef void take_block(struct jpeg_encoder *, struct component *, const struct forward_block *);

/* Hands the strip's blocks on, MCU by MCU; NULL for those that are outside of the picture. */
static inline __attribute__((always_inline)) void walk_strip(struct jpeg_encoder *jpeg,
                                                             uint32_t first, uint32_t n_mcus,
                                                             take_block take)
{
    for (uint32_t mcu = 0; mcu < n_mcus; mcu++) {
        for (size_t c = 0; c < jpeg->head.n_components; c++) {
            struct component *component = &jpeg->components[c];
            uint32_t across = component->across, begin = (first + mcu) * across;
            const struct forward_block *blocks = component->strip + (size_t)mcu * across;

            for (uint32_t y = 0; y < component->down; y++, blocks += STRIP_MCUS * across) {
                bool below = jpeg->mcu_row * component->down + y >= component->blocks_down;

                for (uint32_t x = 0; x < across; x++) {
                    bool outside = below || begin + x >= component->blocks_across;

                    take(jpeg, component, outside ? NULL : blocks + x);
                }
            }
        }
    }
}

static void note_block(struct jpeg_encoder *jpeg, struct component *component,
                       const struct forward_block *block)
{
    uint32_t table = component->table;

    jpeg->words_end =
        block ? symbols_of_block(block, &component->dc_before, table, jpeg->counts, jpeg->words_end)
              : symbols_of_filler(table, jpeg->counts, jpeg->words_end);
}

static void put_block(struct jpeg_encoder *jpeg, struct component *component,
                      const struct forward_block *block)
{
    const struct huffman_code *dc = &jpeg->dc[component->table];
    const struct huffman_code *ac = &jpeg->ac[component->table];

    if (block) {
        huffman_put_block(&jpeg->bits, block, &component->dc_before, dc, ac);
    } else {
        huffman_put_filler(&jpeg->bits, dc, ac);
    }
}

static int keep_symbols(struct jpeg_encoder *jpeg, size_t n, struct err *err)
{
    if (!jpeg->last || KEPT_WORDS - jpeg->last->n < n) {
        struct kept *more =
            malloc(sizeof(*more)); /* as many as the picture needs: may be refused */

        if (!more) {
            return pixels_refused(err, "a jpeg of this size");
        }
        more->next = NULL;
        more->n = 0;
        *(jpeg->last ? &jpeg->last->next : &jpeg->first) = more;
        jpeg->last = more;
    }
    memcpy(jpeg->last->words + jpeg->last->n, jpeg->words, n * sizeof(*jpeg->words));
    jpeg->last->n += n;
    return 0;
}

static int encode_strip(struct jpeg_encoder *jpeg, uint8_t *const *const *rows, uint32_t first,
                        uint32_t n_mcus, struct err *err)
{
    for (size_t c = 0; c < jpeg->head.n_components; c++) {
        transform_strip(jpeg, &jpeg->components[c], rows[c], first, n_mcus);
    }
    if (!jpeg->encoder->options.optimize) {
        walk_strip(jpeg, first, n_mcus, put_block);
        return put_stuffed(jpeg, err);
    }
    jpeg->words_end = jpeg->words;
    walk_strip(jpeg, first, n_mcus, note_block);
    return keep_symbols(jpeg, (size_t)(jpeg->words_end - jpeg->words), err);
}

/* --- the encoder --- */

static void set_components(struct jpeg_encoder *jpeg)
{
    const struct jpeg_head *head = &jpeg->head;
    uint32_t mcu_w = 8 * head->luma_across, mcu_h = 8 * head->luma_down;

    jpeg->mcus_across = (head->width_px + mcu_w - 1) / mcu_w;
    for (uint32_t c = 0; c < head->n_components; c++) {
        struct component *component = &jpeg->components[c];
        uint32_t across = c ? 1 : head->luma_across, down = c ? 1 : head->luma_down;

        component->across = across;
        component->down = down;
        component->blocks_across = (head->width_px * across + mcu_w - 1) / mcu_w;
        component->blocks_down = (head->height_px * down + mcu_h - 1) / mcu_h;
        component->table = c > 0;
        component->dc_before = 0;
    }
}

static void set_head(struct jpeg_encoder *jpeg)
{
    const struct encode_options *options = &jpeg->encoder->options;
    bool grey = options->model == MODEL_GREY;

    jpeg->head =
        (struct jpeg_head){ .width_px = options->width_px,
                            .height_px = options->height_px,
                            .n_components = grey ? 1 : 3,
                            .luma_across = grey ? 1 : subsampling_px[options->subsampling].across,
                            .luma_down = grey ? 1 : subsampling_px[options->subsampling].down,
                            .dc = jpeg->dc,
                            .ac = jpeg->ac,
                            .exif = options->exif };
    for (uint32_t table = 0; table < SYMBOL_TABLES; table++) {
        jpeg_quantisation(options->quality, table, jpeg->head.steps[table]);
        forward_table_make(&jpeg->steps[table], jpeg->head.steps[table]);
        if (!options->optimize) {
            huffman_standard(&jpeg->dc[table], true, table);
            huffman_standard(&jpeg->ac[table], false, table);
        }
    }
}

int jpeg_encode_open(struct encoder *encoder, struct err *err)
{
    uint32_t width = encoder->options.width_px, height = encoder->options.height_px;
    struct jpeg_encoder *jpeg;

    if (encoder->options.progressive) {
        return jpeg_progressive_open(encoder, err);
    }
    if (width > JPEG_MAX_DIMENSION || height > JPEG_MAX_DIMENSION) {
        return err_limit(err, NULL, JPEG_MAX_DIMENSION, width > height ? width : height,
                         "jpeg takes no side this long");
    }
    jpeg = mem_alloc(sizeof(*jpeg)); /* not zeroed: small pictures use little of it */
    encoder->state = jpeg;
    jpeg->encoder = encoder;
    jpeg->ops = forward_best();
    set_head(jpeg);
    set_components(jpeg);
    memset(jpeg->counts, 0, sizeof(jpeg->counts));
    jpeg->first = jpeg->last = NULL;
    jpeg->bits = (struct huffman_bits){ .at = jpeg->coded };
    jpeg->n_out = 0;
    jpeg->mcu_row = 0;
    return encoder->options.optimize ? 0 : put_head(jpeg, err);
}

int jpeg_encode_rows(struct encoder *encoder, uint8_t *const *const *rows, struct err *err)
{
    struct jpeg_encoder *jpeg = encoder->state;

    if (encoder->options.progressive) {
        return jpeg_progressive_rows(encoder, rows, err);
    }
    for (uint32_t first = 0; first < jpeg->mcus_across; first += STRIP_MCUS) {
        TRY(encode_strip(jpeg, rows, first, least(STRIP_MCUS, jpeg->mcus_across - first), err));
    }
    jpeg->mcu_row++;
    return 0;
}

/* All that was kept, with tables made to its measure. */
static int put_kept(struct jpeg_encoder *jpeg, struct err *err)
{
    for (uint32_t table = 0; table < (jpeg->head.n_components > 1 ? 2 : 1); table++) {
        huffman_optimal(&jpeg->dc[table], jpeg->counts[table].dc);
        huffman_optimal(&jpeg->ac[table], jpeg->counts[table].ac);
    }
    TRY(put_head(jpeg, err));
    for (const struct kept *kept = jpeg->first; kept; kept = kept->next) {
        TRY(put_symbols(jpeg, kept->words, kept->words + kept->n, err));
    }
    return 0;
}

int jpeg_encode_finish(struct encoder *encoder, struct err *err)
{
    static const uint8_t end[] = { 0xff, JPEG_EOI };
    struct jpeg_encoder *jpeg = encoder->state;

    if (encoder->options.progressive) {
        return jpeg_progressive_finish(encoder, err);
    }
    if (encoder->options.optimize) {
        TRY(put_kept(jpeg, err));
    }
    huffman_end(&jpeg->bits);
    TRY(put_stuffed(jpeg, err));
    TRY(put_bytes(jpeg, end, sizeof(end), err));
    return jpeg->n_out > 0 ? send(jpeg, err) : 0;
}

void jpeg_encode_close(struct encoder *encoder)
{
    struct jpeg_encoder *jpeg = encoder->state;

    if (encoder->options.progressive) {
        jpeg_progressive_close(encoder);
        return;
    }
    while (jpeg && jpeg->first) {
        struct kept *next = jpeg->first->next;

        free(jpeg->first);
        jpeg->first = next;
    }
    mem_free(jpeg);
    encoder->state = NULL;
}
