"""The AWS clients against the local stack: every call once, seen from the other side with botocore."""
import hashlib
import json
import os
import subprocess
import time
import uuid

import botocore.session
import pytest

ENV = {"AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true"}
KEYS = ["plain.jpg", "a b+c%20d é/../x.JPG", "//two//slashes/", "/lead", "../up", "\U0001f4f7 photo", "q?a=b&c#d", "%25%2F", "'\"<>\\^`{|}~",
        "a//b/./c/../d", "tab\tand=equals;", "x" * 1024]


class Side:
    """Both sides of one endpoint: ours (the executable) and botocore."""

    def __init__(self, tool, endpoint):
        self.tool, self.env, self.run = tool, {**ENV, "AWS_ENDPOINT_URL": endpoint}, uuid.uuid4().hex[:8]
        session = botocore.session.get_session()
        self.s3, self.dynamodb, self.sfn = (
            session.create_client(name, region_name="us-east-1", endpoint_url=endpoint, aws_access_key_id="test", aws_secret_access_key="test")
            for name in ("s3", "dynamodb", "stepfunctions"))
        self.bucket = f"wire-{self.run}"
        self.s3.create_bucket(Bucket=self.bucket)

    def wire(self, *words, data=b"", ok=True):
        done = subprocess.run([self.tool, *words], input=data, capture_output=True, env=self.env)
        assert (done.returncode == 0) == ok, f"{words[:3]}: exit {done.returncode}: {done.stdout[-600:]!r} {done.stderr[-2000:]!r}"
        return done.stdout if ok else json.loads(done.stdout.splitlines()[-1])

    def body_of(self, key):
        return self.s3.get_object(Bucket=self.bucket, Key=key)["Body"].read()


@pytest.fixture(scope="module")
def side(request, emulator):
    return Side(os.path.join(request.config.getoption("--bin"), "aws-wire"), emulator.endpoint)


def test_keys_of_every_kind(side):
    """Keys of every kind, written by ours, read by botocore, and back."""
    for key in KEYS:
        data = key.encode() * 3
        etag = side.wire("put", side.bucket, key, data=data).decode().strip()
        assert etag == hashlib.md5(data).hexdigest(), (key, etag)
        assert side.body_of(key) == data, key
        assert side.wire("get", side.bucket, key) == data, key
        head = json.loads(side.wire("head", side.bucket, key))
        assert head["size"] == len(data) and head["etag"] == etag and head["contentType"] == "image/jpeg", (key, head)
        assert head["lastModifiedMs"] > 0 and head["storageClass"] == "STANDARD", head


def test_cache_control_is_kept(side):
    """Cache-control is kept."""
    assert side.s3.head_object(Bucket=side.bucket, Key="plain.jpg")["CacheControl"] == "max-age=60"


def test_ranges(side):
    """Ranges."""
    side.s3.put_object(Bucket=side.bucket, Key="r", Body=bytes(range(256)) * 100)
    assert side.wire("range", side.bucket, "r", "10", "20") == bytes(range(10, 30))
    assert side.wire("range", side.bucket, "r", "25590", "100") == bytes(range(246, 256))
    assert side.wire("range", side.bucket, "r", "30000", "1", ok=False)["error"] == "Ingest.SourceChanged"


def test_empty_object(side):
    """Empty object."""
    side.wire("put", side.bucket, "empty", data=b"")
    assert side.wire("get", side.bucket, "empty") == b""


def test_if_match(side):
    """If-Match."""
    etag = hashlib.md5(b"one").hexdigest()
    side.s3.put_object(Bucket=side.bucket, Key="m", Body=b"one")
    assert side.wire("get", side.bucket, "m", etag) == b"one"
    side.s3.put_object(Bucket=side.bucket, Key="m", Body=b"two")
    assert side.wire("get", side.bucket, "m", etag, ok=False)["error"] == "Ingest.SourceChanged"
    assert side.wire("head", side.bucket, "m", etag, ok=False)["error"] == "Ingest.SourceChanged"


def test_what_is_missing_or_cannot_be(side):
    """Missing key, missing bucket, bad key."""
    missing = side.wire("get", side.bucket, "no", ok=False)
    assert missing["error"] == "Ingest.SourceMissing" and missing["code"] == "NoSuchKey" and missing["status"] == 404, missing
    assert side.wire("head", side.bucket, "no", ok=False)["error"] == "Ingest.SourceMissing"
    assert side.wire("get", side.bucket + "-no", "k", ok=False)["code"] == "NoSuchBucket"
    assert side.wire("put", side.bucket + "-no", "k", data=b"x", ok=False)["error"] == "Ingest.BadInput"
    assert side.wire("get", side.bucket, "x" * 1025, ok=False)["error"] == "Ingest.BadInput"
    assert side.wire("get", "no/bucket", "k", ok=False)["error"] == "Ingest.BadInput"


def test_uploads(side):
    """Upload: one request when small, parts when large, nothing left when given up."""
    for size in (0, 5, 16 << 20, (16 << 20) + 1, 40 << 20):
        data = (b"%d " % size) * (size // 8 + 1)
        data = data[:size]
        etag = side.wire("upload", side.bucket, "up", data=data).decode().strip()
        assert ("-" in etag) == (size > 16 << 20), (size, etag)
        assert side.body_of("up") == data, size
        assert side.wire("get", side.bucket, "up") == data, size
    side.wire("abort", side.bucket, "given-up", data=b"x" * (17 << 20))
    assert not side.s3.list_multipart_uploads(Bucket=side.bucket).get("Uploads")
    assert side.wire("get", side.bucket, "given-up", ok=False)["code"] == "NoSuchKey"


def test_items_and_conditions(side):
    """DynamoDB: put, get, update, conditions."""
    table = f"wire-{side.run}"
    side.dynamodb.create_table(TableName=table, BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "uuid", "KeyType": "HASH"}],
                          AttributeDefinitions=[{"AttributeName": "uuid", "AttributeType": "S"}])

    def item(verb, request, ok=True):
        return side.wire("item", verb, data=json.dumps({"TableName": table, **request}).encode(), ok=ok)
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


def test_the_item_that_stands_comes_with_a_failed_condition(side):
    """DynamoDB: the item that stands comes with a failed condition."""
    table = f"wire-{side.run}"
    request = {"TableName": table, "Item": {"uuid": {"S": "é-1"}}, "ConditionExpression": "attribute_not_exists(#u)",
               "ExpressionAttributeNames": {"#u": "uuid"}, "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
    done = subprocess.run([side.tool, "item", "put"], input=json.dumps(request).encode(), capture_output=True, env=side.env)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 1 and json.loads(lines[0])["n"] == {"N": "2"}, lines


def test_activities(side):
    """Activities: poll, beat, succeed, fail, closed tokens."""
    activity = side.sfn.create_activity(name=f"wire-{side.run}")["activityArn"]
    states = {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": activity, "End": True}}}
    machine = side.sfn.create_state_machine(name=f"wire-{side.run}", definition=json.dumps(states), roleArn="arn:aws:iam::000000000000:role/r")
    for verb, status in (("succeed", "SUCCEEDED"), ("fail", "FAILED")):
        run = side.sfn.start_execution(stateMachineArn=machine["stateMachineArn"], input='{"key": "é \U0001f4f7"}')["executionArn"]
        task = json.loads(side.wire("poll", activity))
        assert json.loads(task["input"]) == {"key": "é \U0001f4f7"}, task
        side.wire("beat", task["token"])
        side.wire(verb, task["token"], data='{"done": "é"}'.encode())
        for _ in range(100):
            answer = side.sfn.describe_execution(executionArn=run)
            if answer["status"] != "RUNNING":
                break
            time.sleep(0.1)
        assert answer["status"] == status, answer
        closed = side.wire("succeed", task["token"], data=b"{}", ok=False)
        assert closed["code"] in ("TaskDoesNotExist", "TaskTimedOut", "InvalidToken"), closed
        assert task["token"] not in json.dumps(closed)
    assert side.wire("succeed", "token", data=b"{", ok=False)["error"] == "Ingest.OutputTooLarge"
    assert side.wire("poll", activity + "-no", ok=False)["code"] == "ActivityDoesNotExist"
