/* make-proxy: the renditions of an image, as a worker of the activity or on files. */
#include "local.h"
#include "sandbox/sandbox.h"
#include "step.h"

static int open_pool(const struct settings *settings, void **shared, struct err *err)
{
    return sandbox_pool_new(settings, (struct sandbox_pool **)shared, err);
}

static void close_pool(void *shared)
{
    sandbox_pool_free(shared);
}

static const struct worker_spec spec = {
    .name = "make-proxy",
    .summary = "every rendition of an image from one decode",
    .usage = "  make-proxy IN -o OUT                                the proxy, JPEG\n"
             "  make-proxy IN --rendition NAME -o OUT               another one of media2cloud's\n"
             "  make-proxy IN... --profile NAME|FILE -o FOLDER/     all of a profile's\n"
             "  make-proxy IN --profile NAME|FILE --repeat N -o FOLDER/   N times, for benchmarks\n"
             "  IN is a regular file, or - for standard input.\n",
    .open = open_pool,
    .close = close_pool,
    .step = proxy_step,
    .local = local_main,
};

int main(int argc, char **argv)
{
    return worker_main(argc, argv, &spec);
}
