#include "aws/profile_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

#define MAX_ROWS 10000

/* section: "profile NAME" or "services NAME"; a row without a key says that the section is there.
 */
struct row {
    char *section, *key, *value;
};

struct profile_files {
    struct row *rows;
    size_t n, room;
};

struct profile_files *profile_files_new(void)
{
    return mem_zalloc(sizeof(struct profile_files));
}

void profile_files_free(struct profile_files *files)
{
    if (files == NULL) {
        return;
    }
    for (size_t i = 0; i < files->n; i++) {
        mem_free(files->rows[i].section);
        mem_free(files->rows[i].key);
        mem_free_secret(files->rows[i].value);
    }
    mem_free(files->rows);
    mem_free(files);
}

static struct row *find(const struct profile_files *files, const char *section, const char *key)
{
    for (size_t i = 0; i < files->n; i++) {
        const struct row *row = &files->rows[i];

        if (strcmp(row->section, section) == 0 &&
            (key == NULL ? row->key == NULL : row->key != NULL && strcmp(row->key, key) == 0)) {
            return &files->rows[i];
        }
    }
    return NULL;
}

/* Takes over key and value; key NULL announces the section. */
static void put(struct profile_files *files, const char *section, char *key, char *value)
{
    struct row *old = find(files, section, key);

    if (old != NULL || files->n == MAX_ROWS) {
        mem_free(key);
        if (old != NULL) {
            mem_free_secret(old->value);
            old->value = value;
        } else {
            mem_free_secret(value);
        }
        return;
    }
    if (files->n == files->room) {
        files->room = files->room > 0 ? 2 * files->room : 16;
        files->rows = mem_realloc(files->rows, files->room * sizeof *files->rows);
    }
    files->rows[files->n++] = (struct row){ mem_strdup(section), key, value };
}

static bool blank(uint8_t c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static struct span trim(struct span text)
{
    while (text.len > 0 && blank(text.data[0])) {
        text = span_from(text, 1);
    }
    while (text.len > 0 && blank(text.data[text.len - 1])) {
        text.len--;
    }
    return text;
}

/* "value # remark": a mark with a blank before it begins a remark. */
static struct span without_remark(struct span text)
{
    for (size_t i = 1; i < text.len; i++) {
        if ((text.data[i] == '#' || text.data[i] == ';') && blank(text.data[i - 1])) {
            return (struct span){ text.data, i };
        }
    }
    return text;
}

static struct span next_line(struct span *rest)
{
    const uint8_t *end = memchr(rest->data, '\n', rest->len);
    struct span line = { rest->data, end != NULL ? (size_t)(end - rest->data) : rest->len };

    *rest = span_from(*rest, line.len + 1);
    return line;
}

/* "[…]" as "profile NAME" or "services NAME"; NULL for what is nothing of ours. Caller frees. */
static char *section_of(enum profile_file_kind kind, struct span line)
{
    const uint8_t *end = memchr(line.data, ']', line.len);
    struct span inside, name;

    if (end == NULL) {
        return NULL;
    }
    inside = trim((struct span){ line.data + 1, (size_t)(end - line.data) - 1 });
    if (kind == PROFILE_FILE_CREDENTIALS || span_equal(inside, span_str("default"))) {
        return mem_printf("profile %.*s", (int)inside.len, (const char *)inside.data);
    }
    for (size_t i = 0; i < inside.len; i++) {
        if (blank(inside.data[i])) {
            bool profile = i == 7 && span_starts(inside, span_str("profile"));
            bool services = i == 8 && span_starts(inside, span_str("services"));

            name = trim(span_from(inside, i));
            return profile || services ? mem_printf("%s %.*s", profile ? "profile" : "services",
                                                    (int)name.len, (const char *)name.data)
                                       : NULL;
        }
    }
    return NULL;
}

/* One "key = value"; parent: the key that an indented one stands under, or NULL. The key is
 * returned in *key when it is a top one. */
static void take_pair(struct profile_files *files, const char *section, char **parent, bool nested,
                      struct span line)
{
    const uint8_t *equals = memchr(line.data, '=', line.len);
    struct span key, value;

    if (equals == NULL) {
        return;
    }
    key = trim((struct span){ line.data, (size_t)(equals - line.data) });
    value =
        trim(without_remark(span_from(line, key.len > 0 ? (size_t)(equals - line.data) + 1 : 0)));
    if (key.len == 0 || memchr(line.data, '\0', line.len) != NULL) {
        return;
    }
    if (nested && *parent != NULL) {
        put(files, section, mem_printf("%s.%.*s", *parent, (int)key.len, (const char *)key.data),
            mem_strndup(value.data, value.len));
        return;
    }
    mem_free(*parent);
    *parent = mem_strndup(key.data, key.len);
    put(files, section, mem_strndup(key.data, key.len), mem_strndup(value.data, value.len));
}

void profile_files_parse(struct profile_files *files, enum profile_file_kind kind, struct span text)
{
    CLEANUP(mem_freep) char *section = NULL;
    CLEANUP(mem_freep) char *parent = NULL;

    while (text.len > 0) {
        struct span line = next_line(&text);
        struct span content = trim(line);

        if (content.len == 0 || content.data[0] == '#' || content.data[0] == ';') {
            continue;
        }
        if (line.data[0] == '[') {
            mem_freep(&parent);
            mem_free(section);
            section = section_of(kind, content);
            if (section != NULL) {
                put(files, section, NULL, NULL);
            }
        } else if (section != NULL) {
            take_pair(files, section, &parent, blank(line.data[0]), content);
        }
    }
}

int profile_read_file(const char *path, struct buf *out, struct err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t got = fd >= 0 ? 1 : -1;

    while (got > 0) {
        uint8_t piece[4096];

        got = read(fd, piece, sizeof piece);
        if (got < 0 && errno == EINTR) {
            got = 1;
            continue;
        }
        buf_add(out, piece, got > 0 ? (size_t)got : 0);
        mem_wipe(piece, sizeof piece);
        if (out->overflowed) {
            close(fd);
            return err_set(err, ERR_USAGE, "file '%s' is over %zu bytes", path, out->max);
        }
    }
    if (got < 0) {
        err_set(err, ERR_USAGE, "cannot read '%s': %s", path, strerror(errno));
    }
    if (fd >= 0) {
        close(fd);
    }
    return got < 0 ? -1 : 0;
}

int profile_files_read(struct profile_files *files, enum profile_file_kind kind, const char *path,
                       struct err *err)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(PROFILE_FILE_MAX_BYTES);
    int result = 0;

    if (access(path, R_OK) != 0) {
        return 0; /* a home that is not ours is as good as none */
    }
    result = profile_read_file(path, &text, err);
    if (result == 0) {
        profile_files_parse(files, kind, buf_span(&text));
    }
    if (text.data != NULL) {
        mem_wipe(text.data, text.len);
    }
    return result;
}

static const char *get(const struct profile_files *files, const char *type, const char *name,
                       const char *key)
{
    CLEANUP(mem_freep) char *section = mem_printf("%s %s", type, name);
    const struct row *row = find(files, section, key);

    return row == NULL ? NULL : key == NULL ? "" : row->value;
}

bool profile_exists(const struct profile_files *files, const char *profile)
{
    return get(files, "profile", profile, NULL) != NULL;
}

const char *profile_get(const struct profile_files *files, const char *profile, const char *key)
{
    const char *value = get(files, "profile", profile, key);

    return value != NULL && value[0] != '\0' ? value : NULL;
}

const char *profile_services_get(const struct profile_files *files, const char *services,
                                 const char *service, const char *key)
{
    CLEANUP(mem_freep) char *full = mem_printf("%s.%s", service, key);
    const char *value = get(files, "services", services, full);

    return value != NULL && value[0] != '\0' ? value : NULL;
}
