#include "lib/aws_config.h"

#include "base/mem.h"
#include "lib/unit.h"

#define MAX_VARIABLES 16

static struct aws_config *make(const char *const *variables)
{
    struct aws_config *config = NULL;
    char *copies[MAX_VARIABLES + 1] = { 0 };
    struct err err;
    size_t n = 0;

    for (; variables[n] != NULL; n++) {
        assert_true(n < MAX_VARIABLES);
        copies[n] = mem_strdup(variables[n]);
    }
    if (aws_config_new(copies, &config, &err) != 0) {
        fail_msg("aws_config_new: %s", err.message);
    }
    for (size_t i = 0; i < n; i++) {
        mem_free(copies[i]);
    }
    return config;
}

struct aws_config *test_aws_config_of(const char *const *variables)
{
    const char *all[MAX_VARIABLES + 1] = { "AWS_REGION=us-east-1" };
    size_t n = 1;

    for (; variables[n - 1] != NULL; n++) {
        all[n] = variables[n - 1];
    }
    return make(all);
}

struct aws_config *test_aws_config(const char *first, const char *second, const char *third)
{
    const char *const all[] = { "AWS_REGION=us-east-1",
                                "AWS_ACCESS_KEY_ID=AKIDEXAMPLE",
                                "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                                "AWS_SESSION_TOKEN=session-token-0123456789",
                                first,
                                second,
                                third,
                                NULL };

    return make(all);
}

struct clock_virtual test_clock;
struct aws_config *test_config;

int aws_test_set_up(void **state)
{
    (void)state;
    test_clock = (struct clock_virtual){ .unix_ms = TEST_UNIX_MS };
    clock_use(&test_clock);
    test_config = test_aws_config(NULL, NULL, NULL);
    return 0;
}

int aws_test_tear_down(void **state)
{
    (void)state;
    clock_use(NULL);
    aws_config_free(test_config);
    test_config = NULL;
    return 0;
}
