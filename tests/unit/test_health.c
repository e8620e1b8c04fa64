/* task/health: red when polls stop coming back for 150 s, or a slot is past its deadline. */
#include "lib/unit.h"

#include "base/def.h"
#include "task/health.h"

#define NOW_MS 10000000u
#define S      1000u

static void judged_by_the_clock(void **state)
{
    static const struct {
        const char *label;
        struct health_slot slots[2];
        bool well;
        const char *why;
    } cases[] = {
        { "just started",
          { { SLOT_POLLING, NOW_MS, NOW_MS }, { SLOT_POLLING, NOW_MS, NOW_MS } },
          true,
          "well" },
        { "a poll under way",
          { { SLOT_POLLING, NOW_MS - 60 * S, NOW_MS - 60 * S }, { SLOT_ENDED, 0, 0 } },
          true,
          "well" },
        { "polls stopped coming back",
          { { SLOT_POLLING, NOW_MS, NOW_MS }, { SLOT_POLLING, NOW_MS - S, NOW_MS - 151 * S } },
          false,
          "slot 1: no poll came back for 151 s" },
        { "a long task",
          { { SLOT_BUSY, NOW_MS - 600 * S, NOW_MS - 600 * S }, { SLOT_POLLING, NOW_MS, NOW_MS } },
          true,
          "well" },
        { "past its deadline",
          { { SLOT_BUSY, NOW_MS - 901 * S, NOW_MS - 901 * S }, { SLOT_POLLING, NOW_MS, NOW_MS } },
          false,
          "slot 0: at one task for 901 s" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char why[128];

        print_message("case: %s\n", cases[i].label);
        assert_int_equal(health_judge(cases[i].slots, 2, NOW_MS, why, sizeof why), cases[i].well);
        assert_string_equal(why, cases[i].why);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(judged_by_the_clock),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
