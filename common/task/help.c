#include "task/help.h"

#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "base/json.h"
#include "net/http.h"

static void print_settings(void)
{
    const struct setting_row *row;

    printf("\nSettings (environment), with what they are unless set:\n");
    for (size_t i = 0; (row = settings_row(i)) != NULL; i++) {
        printf("  %-29s %-13s %s", row->name, row->preset != NULL ? row->preset : "-", row->help);
        printf(strcmp(row->range, "text") == 0 ? "\n" : " (%s)\n", row->range);
    }
    printf(
        "AWS_REGION, AWS_ENDPOINT_URL, AWS_PROFILE, AWS_CA_BUNDLE, AWS_MAX_ATTEMPTS and the other"
        "\nnames of the AWS SDKs mean what they mean there. AWS_XRAY_DAEMON_ADDRESS turns tracing"
        " on.\n");
}

static void print_help(const struct worker_spec *spec)
{
    const char *profile;

    printf("%s: %s\n\n", spec->name, spec->summary);
    printf("  %-44s polls ACTIVITY_ARN until SIGTERM or SIGINT\n", spec->name);
    printf("  %-16s --task FILE|-              one task's input, its output on standard output\n",
           spec->name);
    if (spec->plan != NULL) {
        printf("  %-16s --task FILE|- --dry-run    prints the request instead of sending it\n",
               spec->name);
    }
    printf("  %-16s --check-health             asks the running worker; status 0 when it is well\n",
           spec->name);
    printf("  %-16s --version | --help\n", spec->name);
    if (spec->usage[0] != '\0') {
        printf("\nOn files (no network, no credentials; status 0, or 64 to 74 by the error):\n%s",
               spec->usage);
    }
    print_settings();
    printf("\nProfiles:");
    for (size_t i = 0; (profile = profile_builtin_name(i)) != NULL; i++) {
        printf(" %s", profile);
    }
    printf(", or a JSON file (INGEST_PROFILE)\n");
}

static void print_version(const struct worker_spec *spec)
{
    printf("%s %s\n%s\n%s\n%s\n", spec->name, INGEST_VERSION, http_library_version(),
           digest_library_version(), json_library_version());
}

bool help_answer(const char *argument, const struct worker_spec *spec)
{
    if (strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0) {
        print_help(spec);
        return true;
    }
    if (strcmp(argument, "--version") == 0) {
        print_version(spec);
        return true;
    }
    return false;
}
