#include "meta/tag.h"

#include "meta/scan.h"

/* The first row whose id is not lower. */
static size_t lower_bound(const struct tag_table *table, uint32_t id)
{
    size_t low = 0, high = table->n_rows;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (table->rows[middle].id < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const struct tag *tag_find(const struct tag_table *table, uint32_t id)
{
    size_t at = table->unsorted ? 0 : lower_bound(table, id);

    while (table->unsorted && at < table->n_rows && table->rows[at].id != id) {
        at++;
    }
    return at < table->n_rows && table->rows[at].id == id ? &table->rows[at] : NULL;
}

const struct tag *tag_choose(struct meta_scan *scan, const struct tag_table *table, uint32_t id,
                             const struct value *raw)
{
    const struct tag *row = tag_find(table, id), *end = table->rows + table->n_rows;

    for (; row != NULL && row < end && row->id == id; row++) {
        struct tag_env env = { scan, row, raw, raw->format };

        if (row->when == NULL || row->when(&env)) {
            return row;
        }
    }
    return NULL;
}
