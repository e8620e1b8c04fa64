"""The whole machine with the real workers, profile media2cloud: from an object in the bucket to its row."""
import json
import re
import time
import urllib.parse

import pytest
from boto3.dynamodb.types import TypeDeserializer
from pictures import jpeg_size

HARD_KEY = "in/a b+c%20d é/../x.JPG"


@pytest.fixture(scope="module")
def stage(with_workers):
    return with_workers()


def rows(stage):
    found = stage.dynamodb.scan(TableName=stage.table, ConsistentRead=True)["Items"]
    return [{name: TypeDeserializer().deserialize(value) for name, value in row.items()} for row in found]


def row(stage, uuid):
    (found,) = [row for row in rows(stage) if row["uuid"] == uuid]
    return found


def objects(stage, prefix=""):
    """{key: body} of the proxy bucket."""
    found = stage.s3.list_objects_v2(Bucket=stage.proxy_bucket, Prefix=prefix).get("Contents", [])
    return {each["Key"]: stage.s3.get_object(Bucket=stage.proxy_bucket, Key=each["Key"])["Body"].read() for each in found}


def put(stage, key, body):
    stage.s3.put_object(Bucket=stage.ingest_bucket, Key=key, Body=body, ContentType="image/jpeg")


def put_and_wait(stage, key, body, seconds=60):
    """Puts an object and waits for the end of the execution that its event starts."""
    def known():
        return stage.states.list_executions(stateMachineArn=stage.outputs["MachineArn"])["executions"]
    before = {execution["executionArn"] for execution in known()}
    put(stage, key, body)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        stage.workers.check()
        for execution in known():
            if execution["executionArn"] not in before:
                return stage.wait(execution["executionArn"], seconds)
        time.sleep(0.05)
    raise AssertionError("the event started no execution")


def native(stage, key, uuid, **members):
    return {"uuid": uuid, "operation": "any thing", "status": "STARTED", "progress": 0, "data": {},
            "input": {"bucket": stage.ingest_bucket, "key": key,
                      "destination": {"bucket": stage.proxy_bucket, "prefix": f"{uuid}/out"}}} | members


def cause(execution):
    return json.loads(execution["cause"])


def test_a_photo_put_into_the_bucket_comes_out_whole(stage, photo):
    done = put_and_wait(stage, "photos/IMG_1.jpg", photo)
    assert done["status"] == "SUCCEEDED"
    output = json.loads(done["output"])
    assert {"uuid", "stateMachine", "operation", "status", "progress", "input", "data"} <= set(output)
    assert (output["status"], output["progress"]) == ("COMPLETED", 100)
    prefix = output["input"]["destination"]["prefix"]
    assert prefix == f"{output['uuid']}/IMG_1"
    written = objects(stage, prefix)
    assert set(written) == {f"{prefix}/imageinfo/imageinfo.json", f"{prefix}/transcode/proxy/IMG_1.jpg",
                            f"{prefix}/transcode/proxy/IMG_1_thumbnail.jpg"}
    info = json.loads(written[f"{prefix}/imageinfo/imageinfo.json"])
    assert info["SourceFile"] == "photos/IMG_1.jpg" and info["Model"] == "iPhone 5"
    assert info["GPSPosition"] == "47 37 37.80000000 N, 122 20 14.40000000 W"
    assert not [name for name in info if name.startswith(("FileName", "Directory"))]
    assert jpeg_size(written[f"{prefix}/transcode/proxy/IMG_1.jpg"]) == (3264, 2448)
    assert jpeg_size(written[f"{prefix}/transcode/proxy/IMG_1_thumbnail.jpg"]) == (360, 270)
    for key in written:
        kind = stage.s3.head_object(Bucket=stage.proxy_bucket, Key=key)["ContentType"]
        assert kind == ("application/json" if key.endswith(".json") else "image/jpeg")


def test_output_and_row_of_an_event(stage, small):
    done = put_and_wait(stage, "row/b.jpg", small)
    output = json.loads(done["output"])
    prefix = output["input"]["destination"]["prefix"]
    source, transcode = output["data"]["source"], output["data"]["transcode"]
    assert output["stateMachine"] == f"{stage.stage}-image-ingest"
    assert output["data"]["imageinfo"]["output"] == f"{prefix}/imageinfo/imageinfo.json"
    assert {"bytesRead", "requests"} <= set(output["data"]["imageinfo"])
    assert transcode["output"] == f"{prefix}/transcode/proxy"
    for rendition in transcode["renditions"]:
        assert {"name", "bucket", "key", "bytes", "width", "height", "contentType", "md5"} <= set(rendition)
    assert (source["bucket"], source["key"], source["size"]) == (stage.ingest_bucket, "row/b.jpg", len(small))
    assert {"etag", "contentType", "lastModified", "storageClass"} <= set(source)
    found = row(stage, output["uuid"])
    assert found["status"] == "COMPLETED" and found["imageinfo"] == output["data"]["imageinfo"]["output"]
    assert (found["bucket"], found["key"], found["basename"], found["fileSize"]) == (stage.ingest_bucket, "row/b.jpg", "b.jpg", len(small))
    assert found["type"] == "image" and found["mime"] == "image/jpeg" and found["schemaVersion"] == 1
    assert re.fullmatch(r"[0-9a-f]{32}", found["md5"]) and found["timestamp"] > 1_500_000_000_000
    assert set(found) == {"uuid", "imageinfo", "status", "bucket", "key", "basename", "fileSize", "mime", "type", "lastModified",
                          "storageClass", "md5", "timestamp", "schemaVersion", "destination", "ingest"}


def test_native_input_sets_one_attribute_and_keeps_what_it_does_not_know(stage, small):
    put(stage, "native/c.jpg", small)
    document = native(stage, "native/c.jpg", "native-1", extra={"kept": [1, "two"]}, data={"before": True})
    output = json.loads(stage.run(document)["output"])
    assert output["extra"] == {"kept": [1, "two"]} and output["operation"] == "any thing"
    assert output["data"]["before"] is True and output["input"] == document["input"]
    assert set(row(stage, "native-1")) == {"uuid", "imageinfo", "ingest"}
    assert row(stage, "native-1")["imageinfo"] == "native-1/out/imageinfo/imageinfo.json"


def test_a_notification_s_key_is_decoded_once_and_no_other_s(stage, small):
    put(stage, "n/a b+%20é.jpg", small)
    encoded = urllib.parse.quote_plus("n/a b+%20é.jpg", safe="/")
    done = stage.run({"Records": [{"s3": {"bucket": {"name": stage.ingest_bucket}, "object": {"key": encoded}}}]})
    assert done["status"] == "SUCCEEDED"
    assert json.loads(done["output"])["input"]["key"] == "n/a b+%20é.jpg"


def test_two_records_in_a_notification_are_refused(stage):
    record = {"s3": {"bucket": {"name": stage.ingest_bucket}, "object": {"key": "x.jpg"}}}
    done = stage.run({"Records": [record, record]})
    assert (done["status"], done["error"]) == ("FAILED", "Ingest.BadInput")


def test_a_backfill_item_has_its_bucket_beside_it(stage, small):
    put(stage, "old/d.jpg", small)
    done = stage.run({"bucket": stage.ingest_bucket, "Key": "old/d.jpg", "Size": len(small)})
    assert done["status"] == "SUCCEEDED"
    assert json.loads(done["output"])["input"]["key"] == "old/d.jpg"


def test_a_hard_key_goes_through_as_it_is(stage, small):
    done = put_and_wait(stage, HARD_KEY, small)
    assert done["status"] == "SUCCEEDED"
    output = json.loads(done["output"])
    prefix = output["input"]["destination"]["prefix"]
    written = objects(stage, f"{output['uuid']}/")
    assert set(written) == {f"{prefix}/imageinfo/imageinfo.json", f"{prefix}/transcode/proxy/x.jpg",
                            f"{prefix}/transcode/proxy/x_thumbnail.jpg"}
    assert json.loads(written[f"{prefix}/imageinfo/imageinfo.json"])["SourceFile"] == HARD_KEY
    assert row(stage, output["uuid"])["key"] == HARD_KEY


@pytest.mark.parametrize("key", ["/begins.jpg", "ends.jpg/", "a//b.jpg", "..", "no suffix", "9" * 1020 + ".jpg"])
def test_keys_of_every_kind_come_through(stage, small, key):
    done = put_and_wait(stage, key, small)
    assert done["status"] == "SUCCEEDED"
    found = row(stage, json.loads(done["output"])["uuid"])
    assert (found["key"], found["status"]) == (key, "COMPLETED")
    assert found["imageinfo"] in objects(stage)


def test_a_late_event_of_an_older_version_is_superseded(stage, small, photo):
    def version(body):
        made = stage.s3.put_object(Bucket=stage.ingest_bucket, Key="versions/a.jpg", Body=body, ContentType="image/jpeg")
        return made["VersionId"], made["ETag"].strip('"')

    def event(found):
        return {"detail-type": "Object Created", "source": "aws.s3", "detail": {"bucket": {"name": stage.ingest_bucket}, "object": {
            "key": "versions/a.jpg", "version-id": found[0], "etag": found[1], "sequencer": "00"}}}
    stage.s3.put_bucket_versioning(Bucket=stage.ingest_bucket, VersioningConfiguration={"Status": "Enabled"})
    try:
        old, new = version(small), version(photo)
        late = json.loads(stage.run(event(old))["output"])
        assert late["status"] == "SKIPPED" and "superseded" in late["reason"] and objects(stage, f"{late['uuid']}/") == {}
        output = json.loads(stage.run(event(new))["output"])
        assert output["status"] == "COMPLETED" and output["data"]["source"]["versionId"] == new[0]
    finally:
        stage.s3.put_bucket_versioning(Bucket=stage.ingest_bucket, VersioningConfiguration={"Status": "Suspended"})


def test_a_message_names_the_version_that_is_meant(stage, small, photo):
    """The local S3 answers a range of a named version with the whole of it."""
    stage.s3.put_bucket_versioning(Bucket=stage.ingest_bucket, VersioningConfiguration={"Status": "Enabled"})
    try:
        meant = stage.s3.put_object(Bucket=stage.ingest_bucket, Key="versions/b.jpg", Body=photo, ContentType="image/jpeg")
        put(stage, "versions/b.jpg", small)
        message = native(stage, "versions/b.jpg", "0d9bdc0e-2a5d-4a4e-8f43-9c8d1f0e7a55")
        message["input"]["versionId"] = meant["VersionId"]
        done = stage.run(message)
    finally:
        stage.s3.put_bucket_versioning(Bucket=stage.ingest_bucket, VersioningConfiguration={"Status": "Suspended"})
    assert done["status"] == "SUCCEEDED", done
    data = json.loads(done["output"])["data"]
    assert data["source"]["size"] == len(photo) and data["imageinfo"]["summary"]["camera"]


def test_a_broken_image_fails_by_name_and_leaves_a_row(stage, small):
    done = put_and_wait(stage, "bad/broken.jpg", small[:5])
    assert (done["status"], done["error"]) == ("FAILED", "Ingest.MalformedImage")
    assert {"code", "message", "bucket", "key"} <= set(cause(done))
    assert cause(done)["key"] == "bad/broken.jpg"
    (found,) = [row for row in rows(stage) if row.get("key") == "bad/broken.jpg"]
    assert found["status"] == "ERROR" and found["ingest"]["error"] == "Ingest.MalformedImage"


def test_what_is_no_image_is_refused_by_its_content(stage):
    done = put_and_wait(stage, "bad/notes.jpg", b"only words, whatever the suffix says\n" * 20)
    assert (done["status"], done["error"]) == ("FAILED", "Ingest.UnsupportedType")


def test_a_missing_object(stage):
    done = stage.run(native(stage, "not/there.jpg", "missing-1"))
    assert (done["status"], done["error"]) == ("FAILED", "Ingest.SourceMissing")
    assert cause(done)["key"] == "not/there.jpg"


def test_a_missing_bucket(stage):
    document = native(stage, "x.jpg", "missing-2")
    document["input"]["bucket"] = "no-such-bucket-here"
    done = stage.run(document)
    assert (done["status"], done["error"]) == ("FAILED", "Ingest.SourceMissing")
    assert "no-such-bucket-here" in done["cause"]


def test_native_input_without_destination_is_refused_as_ever(stage):
    document = native(stage, "x.jpg", "bad-1")
    del document["input"]["destination"]
    done = stage.run(document)
    assert (done["status"], done["error"]) == ("FAILED", "Ingest.BadInput")
    assert "input.destination.bucket: string expected" in cause(done)["message"]


@pytest.mark.parametrize("change, path", [
    ({"input": {"bucket": "b", "key": 7, "destination": {"bucket": "d", "prefix": "p"}}}, "input.key"),
    ({"input": "b/k"}, "input"),
    ({"data": []}, "data"),
])
def test_a_wrong_type_is_named_by_its_path(stage, change, path):
    done = stage.run(native(stage, "x.jpg", "bad-2") | change)
    assert (done["status"], done["error"]) == ("FAILED", "Ingest.BadInput")
    assert f"{path}: " in cause(done)["message"]


def test_the_same_input_again_leaves_the_same(stage, small):
    put(stage, "again/e.jpg", small)
    event = {"detail-type": "Object Created", "source": "aws.s3", "detail": {
        "bucket": {"name": stage.ingest_bucket}, "object": {"key": "again/e.jpg", "sequencer": "0A"}}}
    first = json.loads(stage.run(event)["output"])
    before = (row(stage, first["uuid"]), objects(stage, first["uuid"]))
    second = json.loads(stage.run(event)["output"])
    after = (row(stage, first["uuid"]), objects(stage, first["uuid"]))
    assert second["uuid"] == first["uuid"] and before[1] == after[1] and len(after[1]) == 3
    for found in (before[0], after[0]):
        found["ingest"].pop("executionArn")
        found.pop("timestamp", None)
    assert before[0] == after[0]


def test_an_event_that_is_no_longer_true_is_skipped(stage, small):
    put(stage, "late/f.jpg", small)
    event = {"detail-type": "Object Created", "source": "aws.s3", "detail": {"bucket": {"name": stage.ingest_bucket}, "object": {
        "key": "late/f.jpg", "etag": "00000000000000000000000000000000", "sequencer": "0B"}}}
    done = stage.run(event)
    output = json.loads(done["output"])
    assert (done["status"], output["status"], output["progress"]) == ("SUCCEEDED", "SKIPPED", 100)
    assert output["data"]["skipped"]["reason"]
    assert objects(stage, output["uuid"]) == {}
    assert not [found for found in rows(stage) if found["uuid"] == output["uuid"]]


def test_an_older_event_does_not_replace_a_newer_row(stage, small):
    put(stage, "order/g.jpg", small)
    document = native(stage, "order/g.jpg", "order-1")
    document["input"]["sequencer"] = "0000000000000002"
    assert stage.run(document)["status"] == "SUCCEEDED"
    newest = row(stage, "order-1")
    document["input"]["sequencer"] = "0000000000000001"
    done = stage.run(document)
    assert (done["status"], json.loads(done["output"])["status"]) == ("SUCCEEDED", "SKIPPED")
    assert row(stage, "order-1") == newest


def test_no_worker_leaves_secrets_in_its_log(stage):
    for worker in stage.workers.running.values():
        text = worker.log.read_text()
        assert '"event":"task.done"' in text
        assert "Signature=" not in text and "taskToken" not in text and "Credential=" not in text
        for line in text.splitlines():
            assert isinstance(json.loads(line), dict)
