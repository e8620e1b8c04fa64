"""update-ingest-table against the local stack's real conditions: whatever order events arrive in, the newest record stays."""
import concurrent.futures
import itertools
import json
import pathlib
import random
import subprocess

import pytest
from local_stack import KEYS, REGION, client

ORDERS = ["0065A0", "0065A1", "0065A1FF", "0065B000"]


@pytest.fixture(scope="module")
def dynamodb(emulator):
    return client(emulator.endpoint, "dynamodb")


@pytest.fixture
def table(dynamodb, request, _number=itertools.count(1)):
    name = f"rows-{next(_number)}"
    attribute = getattr(request, "param", "uuid")
    dynamodb.create_table(TableName=name, BillingMode="PAY_PER_REQUEST", AttributeDefinitions=[{"AttributeName": attribute, "AttributeType": "S"}],
                          KeySchema=[{"AttributeName": attribute, "KeyType": "HASH"}])
    return name


@pytest.fixture
def update(emulator, table, request):
    """update(document): the worker's answer, or its error."""
    program = pathlib.Path(request.config.getoption("--bin")) / "update-ingest-table"
    environment = {**KEYS, "AWS_REGION": REGION, "AWS_ENDPOINT_URL": emulator.endpoint, "INGEST_TABLE": table, "PROXY_BUCKET": "proxy"}

    def run(document, **settings):
        done = subprocess.run([program, "--task", "-"], input=json.dumps(document).encode(), capture_output=True, env={**environment, **settings}, timeout=60)
        return json.loads(done.stdout) if done.returncode == 0 else json.loads(done.stderr.splitlines()[-1])
    return run


def ingest(order=None, modified="2026-11-21T08:00:00.000Z", failed=False, native=False, **data):
    where = {"input": {"bucket": "in", "key": "a/b.jpg", "destination": {"bucket": "proxy", "prefix": "p"}}} if native else \
        {"detail": {"bucket": {"name": "in"}, "object": {"key": "a/b.jpg", **({"sequencer": order} if order else {})}}}
    source = {"bucket": "in", "key": "a/b.jpg", "size": 7, "etag": f"etag-{order or modified}", "contentType": "image/jpeg", "lastModified": modified}
    made = {"key": "processed-b.jpg", "bucket": "proxy", "bytes": 5, "width": 2, "height": 1, "contentType": "image/jpeg"}
    return {"uuid": "u", "execution": {"id": f"arn:{order or modified}", "startTime": "2026-11-21T09:00:00.123Z", "stateMachine": "m"},
            "data": {"source": source, "imageinfo": {"output": f"info-{order or modified}"}, "transcode": {"renditions": [made]}, **data},
            **({"failure": {"Error": "Ingest.MalformedImage", "Cause": "{}"}} if failed else {}), **where}


def rows(dynamodb, table):
    return dynamodb.scan(TableName=table)["Items"]


def order_of(row):
    return row["ingest"]["M"]["order"]["S"]


@pytest.mark.parametrize("orders", list(itertools.permutations(ORDERS[:3])), ids="-".join)
def test_events_out_of_order_leave_the_newest_record(dynamodb, table, update, orders):
    newest = ""
    for order in orders:
        answer = update(ingest(order))
        assert answer["status"] == ("COMPLETED" if order >= newest else "SKIPPED"), answer
        newest = max(newest, order)
    (row,) = rows(dynamodb, table)
    assert order_of(row) == ORDERS[2] and row["imageinfo"]["S"] == f"info-{ORDERS[2]}" and row["status"]["S"] == "COMPLETED"


def test_concurrent_events_leave_the_newest_record(dynamodb, table, update):
    documents = [ingest(order) for order in ORDERS * 4]
    random.Random(1).shuffle(documents)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(update, documents))
    assert {answer["status"] for answer in answers} <= {"COMPLETED", "SKIPPED"}
    (row,) = rows(dynamodb, table)
    assert order_of(row) == ORDERS[-1] and row["imageinfo"]["S"] == f"info-{ORDERS[-1]}"


def test_the_same_event_twice_leaves_the_same_item(dynamodb, table, update):
    assert update(ingest("0065"))["status"] == "COMPLETED"
    first = rows(dynamodb, table)
    assert update(ingest("0065"))["status"] == "COMPLETED"
    assert rows(dynamodb, table) == first


def test_a_failure_neither_hides_the_same_events_success_nor_a_newer_event(dynamodb, table, update):
    update(ingest("0065B0"))
    for order in ("0065A0", "0065B0"):
        update(ingest(order, failed=True))
        (row,) = rows(dynamodb, table)
        assert row["status"]["S"] == "COMPLETED" and order_of(row) == "0065B0"
    update(ingest("0065C0", failed=True))
    (row,) = rows(dynamodb, table)
    assert (row["status"]["S"], row["ingest"]["M"]["error"]["S"]) == ("ERROR", "Ingest.MalformedImage")
    assert update(ingest("0065C0"))["status"] == "COMPLETED"  # a redrive
    (row,) = rows(dynamodb, table)
    assert row["status"]["S"] == "COMPLETED" and "error" not in row["ingest"]["M"]


def test_without_a_sequencer_the_time_of_change_orders(dynamodb, table, update):
    assert update(ingest(modified="2026-11-21T08:00:01.000Z"))["status"] == "COMPLETED"
    assert update(ingest(modified="2026-11-21T08:00:00.000Z"))["status"] == "SKIPPED"
    assert update(ingest(modified="2026-11-21T08:00:02.000Z"))["status"] == "COMPLETED"
    assert update(ingest("0065"))["status"] == "COMPLETED"  # of another kind: it has read the object as it is
    assert update(ingest(modified="2026-11-21T08:00:00.000Z"))["status"] == "COMPLETED"


def test_a_parents_row_gets_imageinfo_and_keeps_the_rest(dynamodb, table, update):
    dynamodb.put_item(TableName=table, Item={"uuid": {"S": "u"}, "status": {"S": "INGESTING"}, "mine": {"N": "1"}})
    assert update(ingest(native=True))["status"] == "COMPLETED"
    (row,) = rows(dynamodb, table)
    assert row.keys() == {"uuid", "status", "mine", "imageinfo", "ingest"} and row["status"] == {"S": "INGESTING"}
    update(ingest(native=True, failed=True))
    assert rows(dynamodb, table) == [row]


def test_what_stands_is_kept_where_the_profile_says_so(dynamodb, table, update):
    dynamodb.put_item(TableName=table, Item={"uuid": {"S": "u"}, "type": {"S": "mine"}})
    update(ingest("0065"))
    (row,) = rows(dynamodb, table)
    assert row["type"]["S"] == "mine" and row["basename"]["S"] == "b.jpg" and row["schemaVersion"]["N"] == "1"
    assert row["timestamp"]["N"] == "1795251600123" and row["fileSize"]["N"] == "7"


PROMISED = {
    "thumbnail": ("imageId", {"imageId", "sourceBucket", "sourceKey", "destBucket", "destKey", "contentType", "width", "height", "sizeOriginal",
                              "sizeProcessed", "status", "processedAt"}),
    "compress": ("imageId", {"imageId", "sourceBucket", "sourceKey", "destBucket", "destKey", "contentType", "sizeOriginal", "resizedAt"}),
    "watermark": ("filename", {"filename", "size", "timestamp"}),
}


@pytest.mark.parametrize("table, profile", [(PROMISED[name][0], name) for name in PROMISED], indirect=["table"], ids=list(PROMISED))
def test_rows_of_the_other_profiles_hold_what_is_promised_and_ours(dynamodb, table, update, profile):
    for _ in range(2):
        assert update(ingest("0065"), INGEST_PROFILE=profile, INGEST_BUCKET="in")["status"] == "COMPLETED"
    (row,) = rows(dynamodb, table)
    assert row.keys() == PROMISED[profile][1] | {"ingest"}
    moments = [row[name]["S"] for name in ("resizedAt", "timestamp", "processedAt") if name in row]
    assert moments == ["2026-11-21T09:00:00.123000"]
    update(ingest("0066", failed=True) | {"uuid": "other"}, INGEST_PROFILE=profile, INGEST_BUCKET="in")
    failures = [row for row in rows(dynamodb, table) if row["ingest"]["M"]["status"]["S"] == "ERROR"]
    assert len(failures) == (profile == "thumbnail")


def test_an_absent_table_is_named(update):
    failure = update(ingest("0065"), INGEST_TABLE="no-such-table")
    assert "no-such-table" in failure["cause"] and failure["error"] == "Ingest.BadInput"
