/* A struct aws_config and a virtual clock for tests of the AWS clients. */
#ifndef TESTS_LIB_AWS_CONFIG_H
#define TESTS_LIB_AWS_CONFIG_H

#include "aws/config.h"
#include "base/clock.h"

#define TEST_UNIX_MS INT64_C(1440938160000) /* 2015-08-30T12:36:00Z */

/* Static keys, us-east-1, no shared files; and more variables, "NAME=value" or NULL. */
struct aws_config *test_aws_config(const char *first, const char *second, const char *third);

/* The same without keys. Up to 8 variables, NULL at the end. */
struct aws_config *test_aws_config_of(const char *const *variables);

/* A group's fixture: from set-up to tear-down the clock is test_clock, begun at TEST_UNIX_MS, and
 * test_config has the static keys. */
extern struct clock_virtual test_clock;
extern struct aws_config *test_config;
int aws_test_set_up(void **state);
int aws_test_tear_down(void **state);

#endif
