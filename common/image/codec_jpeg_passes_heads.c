/* What stands between the scans of a progressive file: tables and the next scan's header. */
#include <string.h>

#include "image/codec_jpeg_passes.h"

#define SOS 0xda /* T.81, table B.1 */
#define DHT 0xc4
#define COM 0xfe

void passes_take_tables(JHUFF_TBL tables[2][NUM_HUFF_TBLS],
                        const struct jpeg_decompress_struct *cinfo)
{
    for (size_t i = 0; i < NUM_HUFF_TBLS; i++) {
        const JHUFF_TBL *from[2] = { cinfo->dc_huff_tbl_ptrs[i], cinfo->ac_huff_tbl_ptrs[i] };

        for (size_t kind = 0; kind < 2; kind++) {
            if (from[kind]) {
                tables[kind][i] = *from[kind];
                tables[kind][i].sent_table = TRUE;
            }
        }
    }
}

bool passes_first_head(const struct jpeg_decompress_struct *cinfo, struct passes_head *out)
{
    *out = (struct passes_head){ .n = (size_t)cinfo->comps_in_scan,
                                 .first = (uint32_t)cinfo->Ss,
                                 .last = (uint32_t)cinfo->Se,
                                 .high = (uint32_t)cinfo->Ah,
                                 .low = (uint32_t)cinfo->Al };
    for (size_t i = 0; i < out->n && out->n <= PLANES_MAX; i++) {
        const jpeg_component_info *info = cinfo->cur_comp_info[i];

        out->components[i] = (size_t)info->component_index;
        out->tables[i][0] = (size_t)info->dc_tbl_no;
        out->tables[i][1] = (size_t)info->ac_tbl_no;
        if (info->dc_tbl_no >= NUM_HUFF_TBLS || info->ac_tbl_no >= NUM_HUFF_TBLS) {
            return false;
        }
    }
    return out->n >= 1 && out->n <= PLANES_MAX;
}

/* T.81, B.2.4.2. body: without marker and length. */
static bool read_tables(struct span body, JHUFF_TBL tables[2][NUM_HUFF_TBLS])
{
    while (body.len > 0) {
        JHUFF_TBL table = { .sent_table = TRUE };
        size_t n = 0, kind = body.data[0] >> 4, number = body.data[0] & 15;

        if (body.len < 17 || kind > 1 || number >= NUM_HUFF_TBLS) {
            return false;
        }
        for (size_t length = 1; length <= 16; length++) {
            table.bits[length] = body.data[length];
            n += body.data[length];
        }
        body = span_from(body, 17);
        if (n > 256 || n > body.len) {
            return false;
        }
        memcpy(table.huffval, body.data, n);
        body = span_from(body, n);
        tables[kind][number] = table;
    }
    return true;
}

static bool component_of(const struct jpeg_decompress_struct *cinfo, uint8_t id, size_t *index)
{
    size_t found = 0;

    for (int c = 0; c < cinfo->num_components; c++) {
        if (cinfo->comp_info[c].component_id == id) {
            *index = (size_t)c;
            found++;
        }
    }
    return found == 1;
}

/* T.81, B.2.3. body: without marker and length. */
static bool read_head(struct span body, const struct jpeg_decompress_struct *cinfo,
                      struct passes_head *out)
{
    const uint8_t *tail;

    *out = (struct passes_head){ .n = body.len > 0 ? body.data[0] : 0 };
    if (out->n < 1 || out->n > PLANES_MAX || body.len != 4 + 2 * out->n) {
        return false;
    }
    for (size_t i = 0; i < out->n; i++) {
        const uint8_t *at = body.data + 1 + 2 * i;

        out->tables[i][0] = at[1] >> 4;
        out->tables[i][1] = at[1] & 15;
        if (!component_of(cinfo, at[0], &out->components[i]) ||
            out->tables[i][0] >= NUM_HUFF_TBLS || out->tables[i][1] >= NUM_HUFF_TBLS) {
            return false;
        }
    }
    tail = body.data + 1 + 2 * out->n;
    out->first = tail[0];
    out->last = tail[1];
    out->high = tail[2] >> 4;
    out->low = tail[2] & 15;
    return true;
}

/* Where a kept span ends the next one goes on. */
static size_t go_on(struct span file, const struct kept_spans *kept, size_t at)
{
    for (size_t i = 0; i + 1 < kept->n; i++) {
        if (kept->spans[i].data + kept->spans[i].len == file.data + at) {
            return (size_t)(kept->spans[i + 1].data - file.data);
        }
    }
    return at;
}

enum passes_next passes_next_head(struct span file, const struct kept_spans *kept,
                                  const struct jpeg_decompress_struct *cinfo, size_t *at,
                                  JHUFF_TBL tables[2][NUM_HUFF_TBLS], struct passes_head *out)
{
    for (;;) {
        struct span segment, body, end;

        *at = go_on(file, kept, *at);
        if (span_slice(file, *at, 2, &end) && end.data[0] == 0xff && end.data[1] == JPEG_EOI) {
            return PASSES_END;
        }
        segment = jpeg_segment_at(file, *at);
        if (segment.len < 4) {
            return PASSES_UNSOUND;
        }
        body = span_from(segment, 4);
        *at += segment.len;
        if (segment.data[1] == SOS) {
            return read_head(body, cinfo, out) ? PASSES_SCAN : PASSES_UNSOUND;
        }
        if (segment.data[1] == DHT) {
            if (!read_tables(body, tables)) {
                return PASSES_UNSOUND;
            }
        } else if (segment.data[1] != COM && segment.data[1] >> 4 != JPEG_APP0 >> 4) {
            return PASSES_UNSOUND; /* quantisation, restart intervals: they may hold for a part */
        }
    }
}
