/* recipe/profile: any text is refused by name or is a profile whose every template and record
 * value can be expanded. */
#include <stdlib.h>
#include <string.h>

#include "recipe/profile.h"
#include "recipe/template.h"
#include "target.h"
#include "task/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char input[] = "{\"input\":{\"bucket\":\"b\",\"key\":\"a/b.jpg\",\"destination\":"
                                "{\"bucket\":\"d\",\"prefix\":\"p\"}},\"data\":{\"x\":[1,2]}}";
    struct settings settings = { .prefix = "{uuid}" };
    CLEANUP(profile_release) struct profile profile = { 0 };
    CLEANUP(envelope_release) struct envelope envelope = { 0 };
    CLEANUP(json_releasep) struct json_object *request = NULL;
    struct err err = { 0 };

    if (profile_parse((struct span){ data, size }, &profile, &err) != 0) {
        return err.message[0] != '\0' ? 0 : (abort(), 0);
    }
    if (envelope_parse(span_str(input), &settings, 0, &envelope, &err) != 0) {
        abort();
    }
    for (size_t i = 0; i < profile.n_renditions; i++) {
        struct key_parts parts = envelope_key_parts(&envelope);
        char key[KEY_MAX_BYTES + 1];

        if (template_expand(profile.renditions[i].key, &parts, key, &err) == 0 &&
            (key[0] == '\0' || strlen(key) > KEY_MAX_BYTES)) {
            abort();
        }
    }
    if (record_request(&profile, &envelope, "table", &request, &err) != 0) {
        return err.message[0] != '\0' ? 0 : (abort(), 0);
    }
    return 0;
}
