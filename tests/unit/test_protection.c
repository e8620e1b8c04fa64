/* task/protection: asked for once while there is work, renewed, given back after a quiet minute. */
#include "lib/unit.h"

#include "task/protection.h"

#define MINUTE_MS ((uint64_t)60 * 1000)

static char asked[256];
static int status = 200;

static int scripted(void *ctx, const struct http_request *req, struct http_response *res,
                    struct err *err)
{
    (void)ctx;
    (void)err;
    assert_string_equal(req->url, "http://169.254.170.2/api/x/task-protection/v1/state");
    snprintf(asked, sizeof asked, "%.*s", (int)req->body.len, (const char *)req->body.data);
    res->status = status;
    return 0;
}

static const struct http_transport http = { scripted, NULL };

static uint64_t tick(struct protection *protection, bool busy, uint64_t now_ms)
{
    asked[0] = '\0';
    return protection_tick(protection, busy, now_ms, http);
}

static void held_while_busy_and_a_minute_longer(void **state)
{
    struct protection protection = { .agent_uri = "http://169.254.170.2/api/x" };

    (void)state;
    assert_int_equal(tick(&protection, false, 1), UINT64_MAX);
    assert_string_equal(asked, "");
    assert_int_equal(tick(&protection, true, 1000), 1000 + 20 * MINUTE_MS);
    assert_string_equal(asked, "{\"ProtectionEnabled\":true,\"ExpiresInMinutes\":30}");
    tick(&protection, true, 2000);
    assert_string_equal(asked, "");
    tick(&protection, true, 1000 + 20 * MINUTE_MS);
    assert_string_equal(asked, "{\"ProtectionEnabled\":true,\"ExpiresInMinutes\":30}");
    assert_int_equal(tick(&protection, false, 21 * MINUTE_MS), 22 * MINUTE_MS);
    assert_string_equal(asked, "");
    assert_int_equal(tick(&protection, false, 22 * MINUTE_MS), UINT64_MAX);
    assert_string_equal(asked, "{\"ProtectionEnabled\":false}");
}

static void nothing_outside_ecs_and_nowhere_else(void **state)
{
    struct protection none = { 0 };
    struct protection elsewhere = { .agent_uri = "http://192.0.2.1/api" };

    (void)state;
    assert_int_equal(tick(&none, true, 1), UINT64_MAX);
    tick(&elsewhere, true, 1);
    assert_string_equal(asked, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(held_while_busy_and_a_minute_longer),
        cmocka_unit_test(nothing_outside_ecs_and_nowhere_else),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
