/* update-ingest-table: the row of an ingest in the table, and its end. */
#include "step.h"

static const struct worker_spec spec = {
    .name = "update-ingest-table",
    .summary = "writes the profile's record of an ingest to the table, by condition",
    .usage = "",
    .needs_table = true,
    .records_failures = true,
    .step = table_step,
    .plan = table_plan,
};

int main(int argc, char **argv)
{
    return worker_main(argc, argv, &spec);
}
