#!/usr/bin/env python3
"""The AWS clients against a local stack: every call once, seen from the other side with botocore.

  AWS_ENDPOINT_URL=http://127.0.0.1:PORT tests/stage/aws_wire.py build/plain/bin/aws-wire
"""
import hashlib
import json
import os
import subprocess
import sys
import uuid

import botocore.session

TOOL = sys.argv[1]
ENV = {"AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true",
       "AWS_ENDPOINT_URL": os.environ["AWS_ENDPOINT_URL"]}
os.environ.update(ENV, AWS_DEFAULT_REGION="us-east-1")
session = botocore.session.get_session()
s3, dynamodb, sfn = (session.create_client(name) for name in ("s3", "dynamodb", "stepfunctions"))
RUN = uuid.uuid4().hex[:8]
BUCKET = f"wire-{RUN}"
KEYS = ["plain.jpg", "a b+c%20d é/../x.JPG", "//two//slashes/", "/lead", "../up", "\U0001f4f7 photo", "q?a=b&c#d", "%25%2F", "'\"<>\\^`{|}~",
        "a//b/./c/../d", "tab\tand=equals;", "x" * 1024]
failures = []


def wire(*words, data=b"", env=None, ok=True):
    done = subprocess.run([TOOL, *words], input=data, capture_output=True, env={**ENV, **(env or {})})
    if (done.returncode == 0) != ok:
        raise AssertionError(f"{words[:3]}: exit {done.returncode}: {done.stdout[-600:]!r} {done.stderr[-2000:]!r}")
    return done.stdout if ok else json.loads(done.stdout.splitlines()[-1])


def check(name):
    def run(function):
        try:
            function()
            print(f"ok   {name}")
        except Exception as problem:  # noqa: BLE001 - each check is told, the run goes on
            failures.append(name)
            print(f"FAIL {name}: {problem}")
    return run


def body_of(key):
    return s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()


s3.create_bucket(Bucket=BUCKET)


@check("keys of every kind, written by ours, read by botocore, and back")
def _():
    for key in KEYS:
        data = key.encode() * 3
        etag = wire("put", BUCKET, key, data=data).decode().strip()
        assert etag == hashlib.md5(data).hexdigest(), (key, etag)
        assert body_of(key) == data, key
        assert wire("get", BUCKET, key) == data, key
        head = json.loads(wire("head", BUCKET, key))
        assert head["size"] == len(data) and head["etag"] == etag and head["contentType"] == "image/jpeg", (key, head)
        assert head["lastModifiedMs"] > 0 and head["storageClass"] == "STANDARD", head


@check("cache-control is kept")
def _():
    assert s3.head_object(Bucket=BUCKET, Key="plain.jpg")["CacheControl"] == "max-age=60"


@check("ranges")
def _():
    s3.put_object(Bucket=BUCKET, Key="r", Body=bytes(range(256)) * 100)
    assert wire("range", BUCKET, "r", "10", "20") == bytes(range(10, 30))
    assert wire("range", BUCKET, "r", "25590", "100") == bytes(range(246, 256))
    assert wire("range", BUCKET, "r", "30000", "1", ok=False)["error"] == "Ingest.SourceChanged"


@check("empty object")
def _():
    wire("put", BUCKET, "empty", data=b"")
    assert wire("get", BUCKET, "empty") == b""


@check("If-Match")
def _():
    etag = hashlib.md5(b"one").hexdigest()
    s3.put_object(Bucket=BUCKET, Key="m", Body=b"one")
    assert wire("get", BUCKET, "m", etag) == b"one"
    s3.put_object(Bucket=BUCKET, Key="m", Body=b"two")
    assert wire("get", BUCKET, "m", etag, ok=False)["error"] == "Ingest.SourceChanged"
    assert wire("head", BUCKET, "m", etag, ok=False)["error"] == "Ingest.SourceChanged"


@check("missing key, missing bucket, bad key")
def _():
    missing = wire("get", BUCKET, "no", ok=False)
    assert missing["error"] == "Ingest.SourceMissing" and missing["code"] == "NoSuchKey" and missing["status"] == 404, missing
    assert wire("head", BUCKET, "no", ok=False)["error"] == "Ingest.SourceMissing"
    assert wire("get", BUCKET + "-no", "k", ok=False)["code"] == "NoSuchBucket"
    assert wire("put", BUCKET + "-no", "k", data=b"x", ok=False)["error"] == "Ingest.BadInput"
    assert wire("get", BUCKET, "x" * 1025, ok=False)["error"] == "Ingest.BadInput"
    assert wire("get", "no/bucket", "k", ok=False)["error"] == "Ingest.BadInput"


@check("upload: one request when small, parts when large, nothing left when given up")
def _():
    for size in (0, 5, 16 << 20, (16 << 20) + 1, 40 << 20):
        data = (b"%d " % size) * (size // 8 + 1)
        data = data[:size]
        etag = wire("upload", BUCKET, "up", data=data).decode().strip()
        assert ("-" in etag) == (size > 16 << 20), (size, etag)
        assert body_of("up") == data, size
        assert wire("get", BUCKET, "up") == data, size
    wire("abort", BUCKET, "given-up", data=b"x" * (17 << 20))
    assert not s3.list_multipart_uploads(Bucket=BUCKET).get("Uploads")
    assert wire("get", BUCKET, "given-up", ok=False)["code"] == "NoSuchKey"


@check("DynamoDB: put, get, update, conditions")
def _():
    table = f"wire-{RUN}"
    dynamodb.create_table(TableName=table, BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "uuid", "KeyType": "HASH"}],
                          AttributeDefinitions=[{"AttributeName": "uuid", "AttributeType": "S"}])

    def item(verb, request, ok=True):
        return wire("item", verb, data=json.dumps({"TableName": table, **request}).encode(), ok=ok)
    key = {"uuid": {"S": "é-1"}}
    assert json.loads(item("get", {"Key": key})) is None
    item("put", {"Item": {**key, "n": {"N": "1"}}})
    assert json.loads(item("get", {"Key": key})) == {**key, "n": {"N": "1"}}
    update = {"Key": key, "UpdateExpression": "SET n = :v", "ExpressionAttributeValues": {":v": {"N": "2"}, ":o": {"N": "1"}},
              "ConditionExpression": "n = :o", "ReturnValues": "ALL_NEW", "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
    assert json.loads(item("update", update))["n"] == {"N": "2"}
    refused = item("update", update, ok=False)
    assert refused["code"] == "ConditionalCheckFailedException", refused
    assert item("get", {"Key": key, "TableName": table + "-no"}, ok=False)["error"] == "Ingest.SourceMissing"


@check("DynamoDB: the item that stands comes with a failed condition")
def _():
    table = f"wire-{RUN}"
    request = {"TableName": table, "Item": {"uuid": {"S": "é-1"}}, "ConditionExpression": "attribute_not_exists(#u)",
               "ExpressionAttributeNames": {"#u": "uuid"}, "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
    done = subprocess.run([TOOL, "item", "put"], input=json.dumps(request).encode(), capture_output=True, env=ENV)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 1 and json.loads(lines[0])["n"] == {"N": "2"}, lines


@check("activities: poll, beat, succeed, fail, closed tokens")
def _():
    activity = sfn.create_activity(name=f"wire-{RUN}")["activityArn"]
    states = {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": activity, "End": True}}}
    machine = sfn.create_state_machine(name=f"wire-{RUN}", definition=json.dumps(states), roleArn="arn:aws:iam::000000000000:role/r")
    for verb, status in (("succeed", "SUCCEEDED"), ("fail", "FAILED")):
        run = sfn.start_execution(stateMachineArn=machine["stateMachineArn"], input='{"key": "é \U0001f4f7"}')["executionArn"]
        task = json.loads(wire("poll", activity))
        assert json.loads(task["input"]) == {"key": "é \U0001f4f7"}, task
        wire("beat", task["token"])
        wire(verb, task["token"], data='{"done": "é"}'.encode())
        for _ in range(100):
            answer = sfn.describe_execution(executionArn=run)
            if answer["status"] != "RUNNING":
                break
        assert answer["status"] == status, answer
        closed = wire("succeed", task["token"], data=b"{}", ok=False)
        assert closed["code"] in ("TaskDoesNotExist", "TaskTimedOut", "InvalidToken"), closed
        assert task["token"] not in json.dumps(closed)
    assert wire("succeed", "token", data=b"{", ok=False)["error"] == "Ingest.OutputTooLarge"
    assert wire("poll", activity + "-no", ok=False)["code"] == "ActivityDoesNotExist"


sys.exit(f"{len(failures)} failed" if failures else 0)
