/* run-imageinfo: the metadata of an image as JSON, as a worker of the activity or on files. */
#include "local.h"
#include "sandbox/sandbox.h"
#include "step.h"

static int open_pool(const struct settings *settings, void **shared, struct err *err)
{
    return sandbox_pool_new_for_metadata(settings, (struct sandbox_pool **)shared, err);
}

static void close_pool(void *shared)
{
    sandbox_pool_free(shared);
}

static const struct worker_spec spec = {
    .name = "run-imageinfo",
    .summary = "the metadata of an image, as ExifTool prints it, from a few kilobytes of it",
    .usage = "  run-imageinfo IN...            imageinfo of each file as a JSON array\n"
             "  run-imageinfo IN -o OUT        imageinfo.json as it would be stored\n"
             "  run-imageinfo -G IN...         grouped names, with the instances that hide else\n"
             "  IN is a regular file, or - for standard input.\n",
    .open = open_pool,
    .close = close_pool,
    .step = imageinfo_step,
    .local = local_main,
};

int main(int argc, char **argv)
{
    return worker_main(argc, argv, &spec);
}
