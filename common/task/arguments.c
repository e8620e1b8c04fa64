#include "task/arguments.h"

#include <string.h>

#include "base/log.h"

static int parse_option(const struct option *options, size_t n_options, int argc, char **argv,
                        int *i, struct err *err)
{
    for (size_t k = 0; k < n_options; k++) {
        const struct option *option = &options[k];

        if (strcmp(argv[*i], option->name) != 0) {
            continue;
        }
        if (option->value == NULL) {
            *option->flag = true;
            return 0;
        }
        if (*i + 1 >= argc || *option->value != NULL) {
            return err_set(err, ERR_USAGE, "%s expects %s", option->name, option->expects);
        }
        *option->value = argv[++*i];
        return 0;
    }
    return err_set(err, ERR_USAGE, "unknown option '%s'", argv[*i]);
}

int arguments_parse(int argc, char **argv, const struct option *options, size_t n_options,
                    const char **inputs, size_t *n_inputs, struct err *err)
{
    bool inputs_only = false;

    *n_inputs = 0;
    for (int i = 1; i < argc; i++) {
        if (!inputs_only && strcmp(argv[i], "--") == 0) {
            inputs_only = true;
        } else if (!inputs_only && argv[i][0] == '-' && argv[i][1] != '\0') {
            TRY(parse_option(options, n_options, argc, argv, &i, err));
        } else {
            inputs[(*n_inputs)++] = argv[i];
        }
    }
    return *n_inputs > 0 ? 0 : err_set(err, ERR_USAGE, "no file given");
}

void input_failed(const struct err *err, struct err *last)
{
    if (last->kind != ERR_NONE) {
        log_failure(last);
    }
    *last = *err;
    err_on_files(last);
}
