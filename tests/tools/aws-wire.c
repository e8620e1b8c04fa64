/*
 * The AWS clients at a shell, for tests against an emulator or a scripted server; settings come
 * from the environment, as a worker's do.
 *
 *   aws-wire head BUCKET KEY [ETAG]          aws-wire get BUCKET KEY [ETAG]        (body on stdout)
 *   aws-wire range BUCKET KEY OFFSET LEN     aws-wire put BUCKET KEY               (body on stdin)
 *   aws-wire upload BUCKET KEY               (body on stdin, by pieces)
 *   aws-wire abort BUCKET KEY                (the same, not finished)
 *   aws-wire item get|put|update             (request on stdin)
 *   aws-wire poll ARN                        aws-wire succeed|fail|beat TOKEN      (output on
 * stdin) aws-wire credentials                     (which provider answers, and for which key)
 *
 * Exit 0, or 1 with one line of JSON: {"error": kind, "code": …, "status": …, "message": …}.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "aws/dynamodb.h"
#include "aws/s3.h"
#include "aws/states.h"
#include "base/mem.h"

#define MAX_INPUT_BYTES ((size_t)256 * 1024 * 1024)
#define PIECE_BYTES     ((size_t)100000)

extern char **environ;

struct clients {
    struct aws_config *config;
    struct http *http;
    struct s3 *s3;
    struct dynamodb *dynamodb;
    struct states *states;
};

static void clients_release(struct clients *clients)
{
    s3_free(clients->s3);
    dynamodb_free(clients->dynamodb);
    states_free(clients->states);
    http_free(clients->http);
    aws_config_free(clients->config);
}

static void print_json(struct json_object *node)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(MAX_INPUT_BYTES);

    json_write(node, &text);
    printf("%s\n", buf_cstr(&text));
}

static void read_input(struct buf *out)
{
    uint8_t piece[65536];
    size_t got;

    while ((got = fread(piece, 1, sizeof piece, stdin)) > 0) {
        buf_add(out, piece, got);
    }
}

static int print_head(const struct s3_head *head)
{
    CLEANUP(json_releasep) struct json_object *out = json_new_object();

    json_set_u64(out, "size", head->size);
    json_set_str(out, "etag", head->etag);
    json_set_str(out, "versionId", head->version_id);
    json_set_str(out, "contentType", head->content_type);
    json_set_str(out, "storageClass", head->storage_class);
    json_set_u64(out, "lastModifiedMs", (uint64_t)head->last_modified_unix_ms);
    json_set_str(out, "checksumKind", head->checksum_kind);
    json_set_str(out, "checksum", head->checksum);
    print_json(out);
    return 0;
}

static int to_stdout(void *ctx, const struct s3_head *head, struct span piece, struct err *err)
{
    (void)ctx;
    (void)head;
    return fwrite(piece.data, 1, piece.len, stdout) == piece.len
               ? 0
               : err_set(err, ERR_IO, "cannot write standard output");
}

static int do_head(struct clients *clients, char **words, struct err *err)
{
    struct s3_object object = { words[0], words[1], words[1] != NULL ? words[2] : NULL, NULL };
    struct s3_head head;

    TRY(s3_head(clients->s3, &object, &head, err));
    return print_head(&head);
}

static int do_get(struct clients *clients, char **words, struct err *err)
{
    struct s3_object object = { words[0], words[1], words[1] != NULL ? words[2] : NULL, NULL };
    struct s3_sink sink = { to_stdout, NULL };

    return s3_get(clients->s3, &object, 0, &sink, NULL, err);
}

static int do_range(struct clients *clients, char **words, struct err *err)
{
    CLEANUP(json_releasep) struct json_object *offset = NULL;
    CLEANUP(json_releasep) struct json_object *len = NULL;
    CLEANUP(mem_freep) uint8_t *out = NULL;
    struct s3_object object = { words[0], words[1], NULL, NULL };
    size_t got;

    TRY(json_parse(span_str(words[2]), &offset, err));
    TRY(json_parse(span_str(words[3]), &len, err));
    out = mem_alloc((size_t)json_to_i64(len));
    TRY(s3_get_range(clients->s3, &object, (uint64_t)json_to_i64(offset), (size_t)json_to_i64(len),
                     out, &got, err));
    return to_stdout(NULL, NULL, (struct span){ out, got }, err);
}

static int do_put(struct clients *clients, char **words, struct err *err)
{
    CLEANUP(buf_release) struct buf body = BUF_INIT(MAX_INPUT_BYTES);
    struct s3_put put = { words[0], words[1], "image/jpeg", "max-age=60" };
    char etag[S3_ETAG_MAX];

    read_input(&body);
    TRY(s3_put(clients->s3, &put, buf_span(&body), etag, err));
    printf("%s\n", etag);
    return 0;
}

static int add_all(struct s3_upload *upload, struct span body, struct err *err)
{
    while (body.len > 0) {
        size_t len = body.len < PIECE_BYTES ? body.len : PIECE_BYTES;

        TRY(s3_upload_add(upload, (struct span){ body.data, len }, err));
        body = span_from(body, len);
    }
    return 0;
}

static int do_upload(struct clients *clients, char **words, struct err *err)
{
    CLEANUP(buf_release) struct buf body = BUF_INIT(MAX_INPUT_BYTES);
    struct s3_put put = { words[0], words[1], "image/jpeg", NULL };
    CLEANUP(s3_upload_freep) struct s3_upload *upload = s3_upload_new(clients->s3, &put);
    char etag[S3_ETAG_MAX];

    read_input(&body);
    TRY(add_all(upload, buf_span(&body), err));
    TRY(s3_upload_finish(upload, etag, err));
    printf("%s\n", etag);
    return 0;
}

static int do_abort(struct clients *clients, char **words, struct err *err)
{
    CLEANUP(buf_release) struct buf body = BUF_INIT(MAX_INPUT_BYTES);
    struct s3_put put = { words[0], words[1], NULL, NULL };
    CLEANUP(s3_upload_freep) struct s3_upload *upload = s3_upload_new(clients->s3, &put);

    read_input(&body);
    return add_all(upload, buf_span(&body), err);
}

static int do_item(struct clients *clients, char **words, struct err *err)
{
    CLEANUP(buf_release) struct buf text = BUF_INIT(MAX_INPUT_BYTES);
    CLEANUP(json_releasep) struct json_object *request = NULL;
    CLEANUP(json_releasep) struct json_object *item = NULL;
    int result;

    read_input(&text);
    TRY(json_parse(buf_span(&text), &request, err));
    result = (strcmp(words[0], "get") == 0 ? dynamodb_get_item
              : strcmp(words[0], "put") == 0
                  ? dynamodb_put_item
                  : dynamodb_update_item)(clients->dynamodb, request, &item, err);
    print_json(item);
    return result;
}

static int do_poll(struct clients *clients, char **words, struct err *err)
{
    CLEANUP(states_task_release) struct states_task task = { 0 };
    CLEANUP(json_releasep) struct json_object *out = json_new_object();

    TRY(states_get_task(clients->states, words[0], "aws-wire", &task, err));
    if (task.token != NULL) {
        json_set_str(out, "token", task.token);
        json_set(out, "input", json_new_span(buf_span(&task.input)));
    }
    print_json(out);
    return 0;
}

static int do_succeed(struct clients *clients, char **words, struct err *err)
{
    CLEANUP(buf_release) struct buf output = BUF_INIT(MAX_INPUT_BYTES);

    read_input(&output);
    return states_succeed(clients->states, words[0], buf_span(&output), err);
}

static int do_fail(struct clients *clients, char **words, struct err *err)
{
    CLEANUP(buf_release) struct buf cause = BUF_INIT(MAX_INPUT_BYTES);

    read_input(&cause);
    return states_fail(clients->states, words[0], "Ingest.Transient", buf_span(&cause), err);
}

static int do_beat(struct clients *clients, char **words, struct err *err)
{
    return states_heartbeat(clients->states, words[0], err);
}

static int do_credentials(struct clients *clients, char **words, struct err *err)
{
    CLEANUP(credentials_release) struct credentials found = { 0 };

    (void)words;
    TRY(credentials_get(aws_config_credentials(clients->config), http_transport(clients->http),
                        &found, err));
    printf("%s %s\n", found.provider, found.access_key_id);
    return 0;
}

static const struct {
    const char *name;
    int words;
    int (*run)(struct clients *clients, char **words, struct err *err);
} commands[] = {
    { "head", 2, do_head }, { "get", 2, do_get },       { "range", 4, do_range },
    { "put", 2, do_put },   { "upload", 2, do_upload }, { "abort", 2, do_abort },
    { "item", 1, do_item }, { "poll", 1, do_poll },     { "succeed", 1, do_succeed },
    { "fail", 1, do_fail }, { "beat", 1, do_beat },     { "credentials", 0, do_credentials },
};

static int run(int argc, char **argv, struct err *err)
{
    CLEANUP(clients_release) struct clients clients = { 0 };
    struct http_transport http;

    TRY(aws_config_new(environ, &clients.config, err));
    clients.http = http_new(aws_config_ca_bundle(clients.config));
    http = http_transport(clients.http);
    clients.s3 = s3_new(clients.config, http);
    clients.dynamodb = dynamodb_new(clients.config, http);
    clients.states = states_new(clients.config, http);
    for (size_t i = 0; i < ARRAY_LEN(commands) && argc >= 2; i++) {
        if (strcmp(argv[1], commands[i].name) == 0 && argc - 2 >= commands[i].words) {
            return commands[i].run(&clients, argv + 2, err);
        }
    }
    return err_set(err, ERR_USAGE, "see tests/tools/aws-wire.c");
}

int main(int argc, char **argv)
{
    CLEANUP(json_releasep) struct json_object *failure = json_new_object();
    struct err err = { 0 };

    if (run(argc, argv, &err) == 0) {
        return 0;
    }
    json_set_str(failure, "error", err_name(err.kind));
    json_set_u64(failure, "kind", err.kind);
    json_set_str(failure, "code", err.code);
    json_set_u64(failure, "status", (uint64_t)err.http_status);
    json_set_str(failure, "message", err.message);
    print_json(failure);
    return 1;
}
