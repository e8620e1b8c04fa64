"""The real executables against the scripted fake: what one worker does with one task, and with every fault on its way."""
import json
import os
import pathlib
import random
import re
import resource
import signal
import socket
import subprocess
import time
import uuid

import pytest
from PIL import Image
from fake_aws import ACCESS_KEY, SECRET_KEY, FakeAws

TOP = pathlib.Path(__file__).resolve().parents[2]
PHOTO = (TOP / "tests/data/photos/Apple_iPhone_5.jpg").read_bytes()
WORKERS = ("run-imageinfo", "make-proxy", "update-ingest-table")
HOSTILE_KEY = "in/a b+c%20d é/../x.JPG"


def native(key="a.jpg", **more):
    return {"uuid": "u-1", "operation": "op", "status": "STARTED", "progress": 0, "data": {}, "execution": {
        "id": "arn:execution", "startTime": "2026-11-21T09:00:00.123Z", "stateMachine": "machine"},
        "input": {"bucket": "in", "key": key, "destination": {"bucket": "proxy", "prefix": "p"}, **more}}


def event(key="a.jpg", etag=None, **more):
    return {"id": "e", "detail-type": "Object Created", "execution": native()["execution"],
            "detail": {"bucket": {"name": "in"}, "object": {"key": key, "sequencer": "0065AB", **({"etag": etag} if etag else {}), **more}}}


class Process:
    def __init__(self, program, environment, log):
        self.log = log
        with open(log, "wb") as errors:
            self.process = subprocess.Popen([str(program)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors, env=environment)

    def lines(self, event=None):
        lines = [json.loads(line) for line in self.log.read_text().splitlines()]
        return [line for line in lines if event is None or line.get("event") == event]

    def stop(self, how=signal.SIGTERM, seconds=20):
        self.process.send_signal(how)
        return self.process.wait(seconds)


@pytest.fixture
def aws():
    with FakeAws() as running:
        running.put("in", "a.jpg", PHOTO)
        yield running


@pytest.fixture
def program(request):
    return lambda name: pathlib.Path(request.config.getoption("--bin")) / name


@pytest.fixture
def start(aws, program, tmp_path):
    running = []

    def make(worker, **settings):
        environment = aws.environment(worker, **{"INGEST_STOP_SECONDS": "1", "INGEST_HEARTBEAT_SECONDS": "3", "INGEST_SLOTS": "1", **settings})
        running.append(Process(program(worker), {k: v for k, v in environment.items() if v is not None}, tmp_path / f"{worker}-{len(running)}.log"))
        return running[-1]
    yield make
    for process in running:
        if process.process.poll() is None:
            process.process.kill()
            process.process.wait()
    logs = "".join(process.log.read_text() for process in running)
    assert SECRET_KEY not in logs and "token-" not in logs and "Signature=" not in logs
    assert aws.refused == []


def through_all(aws, start, document, **settings):
    for worker in WORKERS:
        start(worker, **settings)
        answer = aws.answer(aws.task(worker, document))
        assert answer[0] == "success", answer
        document = answer[1]
    return document


# One task.

def test_one_photo_through_the_three_workers(aws, start):
    aws.put("in", HOSTILE_KEY, PHOTO)
    done = through_all(aws, start, event(HOSTILE_KEY))
    name = str(uuid.uuid5(uuid.NAMESPACE_URL, f"s3://in/{HOSTILE_KEY}\n"))
    assert aws.keys_of("proxy") == [f"{name}/x/imageinfo/imageinfo.json", f"{name}/x/transcode/proxy/x.jpg", f"{name}/x/transcode/proxy/x_thumbnail.jpg"]
    assert (done["uuid"], done["status"], done["progress"], done["stateMachine"]) == (name, "COMPLETED", 100, "machine")
    assert done["data"]["imageinfo"]["output"] == f"{name}/x/imageinfo/imageinfo.json"
    assert done["data"]["transcode"]["output"] == f"{name}/x/transcode/proxy"
    assert done["data"]["source"]["size"] == len(PHOTO)
    for made in done["data"]["transcode"]["renditions"]:
        stored = aws.objects["proxy", made["key"]]
        assert (made["bytes"], made["md5"], made["contentType"]) == (len(stored.body), stored.etag, stored.content_type)
    info = json.loads(aws.body("proxy", f"{name}/x/imageinfo/imageinfo.json"))
    assert info["SourceFile"] == HOSTILE_KEY and info["Model"] == "iPhone 5"
    (row,) = aws.items.values()
    assert row["Key"] == {"uuid": {"S": name}} and row["TableName"] == "table"
    assert {"S": "COMPLETED"} in row["ExpressionAttributeValues"].values()


def test_a_second_run_gives_the_same_keys_bytes_and_item(aws, start):
    first = through_all(aws, start, native())
    objects, items = {k: o.etag for k, o in aws.objects.items()}, dict(aws.items)
    second = through_all(aws, start, native())
    assert {k: o.etag for k, o in aws.objects.items()} == objects and aws.items == items
    for done in (first, second):
        done["data"]["transcode"].pop("milliseconds")
    assert first == second


@pytest.mark.parametrize("document, key", [
    (native(), "a.jpg"), (event("a b+c.jpg"), "a b+c.jpg"),
    ({"Records": [{"s3": {"bucket": {"name": "in"}, "object": {"key": "a+b%2Bc%20d.jpg"}}}]}, "a b+c d.jpg"),
    ({"bucket": "in", "Key": "a+b.jpg", "Etag": None, "Size": 5}, "a+b.jpg"),
], ids=["native", "event", "notification", "backfill"])
def test_every_shape_of_input(aws, start, document, key):
    aws.put("in", key, PHOTO)
    start("run-imageinfo")
    how, done = aws.answer(aws.task("run-imageinfo", document))
    assert how == "success" and done["input"]["key"] == key and done["data"]["source"]["key"] == key
    assert {"uuid", "operation", "status", "progress", "input", "data", "execution"} <= done.keys()


def test_unknown_members_are_handed_on(aws, start):
    start("run-imageinfo")
    _, done = aws.answer(aws.task("run-imageinfo", native(mine=[1]) | {"also": {"x": None}}))
    assert done["also"] == {"x": None} and done["input"]["mine"] == [1] and done["status"] == "STARTED"


def test_the_metadata_profile_inlines_and_decodes_nothing(aws, start):
    document = native(profile="metadata")
    start("run-imageinfo"), start("make-proxy")
    _, done = aws.answer(aws.task("run-imageinfo", document))
    assert done["data"]["imageinfo"]["metadata"]["Model"] == "iPhone 5" and done["data"]["imageinfo"]["requests"] <= 2
    before = len(aws.objects)
    _, done = aws.answer(aws.task("make-proxy", document))
    assert done["data"]["transcode"]["renditions"] == [] and aws.count("GetObject") == 0 and len(aws.objects) == before


def test_an_object_that_the_profile_does_not_match_is_skipped_and_nothing_is_written(aws, start):
    aws.put("in", "a.gif", b"GIF89a")
    for worker in WORKERS:
        start(worker, INGEST_PROFILE="compress")
        how, done = aws.answer(aws.task(worker, native("a.gif")))
        assert (how, done["status"], done["progress"]) == ("success", "SKIPPED", 100) and "suffixes" in done["reason"]
    assert aws.keys_of("proxy") == [] and aws.items == {}


def test_renditions_of_the_input_take_the_place_of_the_profiles(aws, start):
    start("make-proxy")
    wanted = [{"name": "s", "key": "{prefix}/{stem}-{etag}.{ext}", "width": 64, "cacheControl": "max-age=60"}]
    _, done = aws.answer(aws.task("make-proxy", native(renditions=wanted, etag=aws.objects["in", "a.jpg"].etag)))
    (made,) = done["data"]["transcode"]["renditions"]
    assert made["key"] == f"p/a-{aws.objects['in', 'a.jpg'].etag}.jpg" and made["width"] == 64
    assert aws.objects["proxy", made["key"]].cache_control == "max-age=60"


def test_marks_come_from_the_bucket_and_never_from_a_file_that_the_input_names(aws, start):
    aws.put("in", "logo.png", (TOP / "tests/data/images/grey16.png").read_bytes())
    start("make-proxy")

    def marked(image):
        return native(renditions=[{"name": "m", "key": "{prefix}/m.jpg", "width": 200, **({"mark": {"image": image, "x": 5, "y": 5}} if image else {})}])
    for image in ("/etc/passwd", "none.png"):
        how, error, cause = aws.answer(aws.task("make-proxy", marked(image)))
        assert (how, error) == ("failure", "Ingest.BadInput") and image in cause["message"]
    plain = aws.answer(aws.task("make-proxy", marked(None)))[1]["data"]["transcode"]["renditions"][0]["md5"]
    answer = aws.answer(aws.task("make-proxy", marked("logo.png")))
    if answer[0] == "failure" and "not built in" in answer[2]["message"]:
        pytest.skip("this build has no marks")
    assert answer[1]["data"]["transcode"]["renditions"][0]["md5"] != plain


def test_a_rendition_may_not_overwrite_its_source(aws, start):
    start("make-proxy", INGEST_PROFILE="thumbnail", PROXY_BUCKET="in")
    how, error, cause = aws.answer(aws.task("make-proxy", event()))
    assert (how, error) == ("failure", "Ingest.BadInput") and "overwrite the source" in cause["message"]


# What is wrong with the input is told once, by name, and the worker goes on.

HOSTILE_TASKS = {
    "no JSON": ("{", "not valid JSON"),
    "empty": ("", "not valid JSON"),
    "1,000 deep": ("[" * 1000 + "]" * 1000, "not valid JSON"),
    "NUL": ('{"input": {"bucket": "a\\u0000b"}}', "NUL in a string"),
    "lone surrogate": ('{"input": {"bucket": "\\ud800"}}', "lone surrogate"),
    "a number": ("1e999", "expected"),
    "1 MiB of no shape": (json.dumps({"x": "y" * (1 << 20)})[:1 << 20], "not valid JSON"),
    "a key of 1,025 bytes": (json.dumps(native("k" * 1025)), "input.key: 1 to 1024 bytes expected"),
    "without destination": (json.dumps({"input": {"bucket": "in", "key": "a.jpg"}}), "input.destination.bucket: string expected"),
    "of a wrong type": (json.dumps(native() | {"data": []}), "data: object expected"),
    "an unknown field": (json.dumps(native(renditions=[{"name": "a", "key": "b", "widht": 1}])), "input.renditions[0].widht: unknown member"),
}


@pytest.mark.parametrize("name", HOSTILE_TASKS)
def test_a_poison_message_fails_once_by_name(aws, start, name):
    worker = start("make-proxy")
    text, message = HOSTILE_TASKS[name]
    token = aws.task("make-proxy", text)
    how, error, cause = aws.answer(token)
    assert (how, error) == ("failure", "Ingest.BadInput") and message in cause["message"]
    assert aws.answer(aws.task("make-proxy", native()))[0] == "success"
    assert len(aws.answers[token]) == 1 and len(worker.lines("task.failed")) == 1


def test_of_duplicate_names_the_last_stands(aws, start):
    start("run-imageinfo")
    text = json.dumps(native()).replace('"uuid": "u-1"', '"uuid": "first", "uuid": "last"')
    assert aws.answer(aws.task("run-imageinfo", text))[1]["uuid"] == "last"


@pytest.mark.parametrize("body, error", [(b"\xff\xd8\xff\xe0\x00", "Ingest.MalformedImage"), (b"hello, world", "Ingest.UnsupportedType"), (b"", "Ingest.UnsupportedType")],
                         ids=["five bytes", "no image", "empty"])
def test_a_broken_image_is_named_and_nothing_is_written(aws, start, body, error):
    aws.put("in", "bad.jpg", body)
    start("make-proxy")
    how, name, cause = aws.answer(aws.task("make-proxy", native("bad.jpg")))
    assert (how, name) == ("failure", error) and (cause["bucket"], cause["key"]) == ("in", "bad.jpg")
    assert {"code", "message"} <= cause.keys() and aws.keys_of("proxy") == []


@pytest.mark.parametrize("worker", WORKERS[:2])
def test_a_missing_object_is_named(aws, start, worker):
    start(worker)
    how, error, cause = aws.answer(aws.task(worker, native("none.jpg")))
    assert (how, error) == ("failure", "Ingest.SourceMissing") and "s3://in/none.jpg" in cause["message"]


def test_an_object_over_the_limit_is_refused_from_its_header(aws, start):
    start("make-proxy")
    aws.fault("GetObject", size=2 << 30, crawl=1000, pause=0.2, times=5)
    begun = time.monotonic()
    how, error, cause = aws.answer(aws.task("make-proxy", native()))
    assert (how, error, cause["setting"], cause["limit"], cause["value"]) == ("failure", "Ingest.LimitExceeded", "INGEST_MAX_SOURCE_BYTES", 268435456, 2 << 30)
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize("worker, operation", [("make-proxy", "GetObject"), ("run-imageinfo", "HeadObject"), ("make-proxy", "PutObject"), ("update-ingest-table", "UpdateItem")])
def test_access_denied_is_named(aws, start, worker, operation):
    start(worker)
    aws.fault(operation, status=403, code="AccessDeniedException" if operation == "UpdateItem" else "AccessDenied", times=99)
    assert aws.answer(aws.task(worker, native()))[1] == "Ingest.AccessDenied"


# Superseded and changed objects.

@pytest.mark.parametrize("worker", WORKERS[:2])
def test_an_event_whose_etag_is_no_longer_current_is_skipped(aws, start, worker):
    start(worker)
    how, done = aws.answer(aws.task(worker, event(etag="0" * 32)))
    assert (how, done["status"]) == ("success", "SKIPPED") and "superseded" in done["reason"]
    assert aws.keys_of("proxy") == []


def test_an_object_that_changes_between_reads_is_read_again_then_named(aws, start):
    start("run-imageinfo")
    changes = iter(range(100))

    def change(running):
        running.put("in", "a.jpg", PHOTO + b"%d" % next(changes))
    aws.fault("GetObjectRange", call=change, times=1)
    assert aws.answer(aws.task("run-imageinfo", native()))[0] == "success"
    aws.fault("GetObjectRange", call=change, times=99)
    assert aws.answer(aws.task("run-imageinfo", native()))[1] == "Ingest.SourceChanged"


# The wire.

FAULTS = [("GetObject", {"status": 503, "code": "SlowDown", "times": 2}), ("GetObject", {"cut": 100000}), ("GetObject", {"flip": True}),
          ("GetObject", {"drop": "before"}), ("GetObject", {"status": 502, "raw": b"<html>bad gateway</html>"}), ("PutObject", {"status": 500, "code": "InternalError", "times": 2}),
          ("PutObject", {"drop": "after"}), ("GetActivityTask", {"status": 400, "code": "ThrottlingException", "times": 3}), ("GetActivityTask", {"drop": "before"}),
          ("GetActivityTask", {"null": True, "times": 3}), ("SendTaskSuccess", {"status": 400, "code": "ThrottlingException", "times": 2}),
          ("SendTaskSuccess", {"status": 500, "code": "InternalServerError", "times": 5}), ("SendTaskSuccess", {"status": 400, "code": "AccessDeniedException", "times": 2}),
          ("SendTaskHeartbeat", {"status": 503, "code": "ServiceUnavailable", "times": 2})]


@pytest.mark.parametrize("operation, how", FAULTS, ids=[f"{o} {' '.join(map(str, h.values()))[:30]}" for o, h in FAULTS])
def test_a_fault_that_passes_is_outlived(aws, start, operation, how):
    aws.fault(operation, **how)
    start("make-proxy")
    assert aws.answer(aws.task("make-proxy", native()), 60)[0] == "success"
    assert sorted(aws.keys_of("proxy")) == ["p/transcode/proxy/a.jpg", "p/transcode/proxy/a_thumbnail.jpg"]


def test_a_fault_that_stays_is_transient(aws, start):
    aws.fault("PutObject", status=503, code="SlowDown", times=99)
    start("make-proxy", AWS_MAX_ATTEMPTS="2")
    how, error, cause = aws.answer(aws.task("make-proxy", native()))
    assert (how, error, cause["code"]) == ("failure", "Ingest.Transient", "SlowDown")


def test_keys_that_rotate_are_fetched_again(aws, start):
    start("run-imageinfo", AWS_ACCESS_KEY_ID=None, AWS_SECRET_ACCESS_KEY=None, AWS_CONTAINER_CREDENTIALS_FULL_URI=f"{aws.endpoint}/container-credentials")
    assert aws.answer(aws.task("run-imageinfo", native()))[0] == "success"
    aws.keys[ACCESS_KEY] = (SECRET_KEY, "a-new-session-token")
    assert aws.answer(aws.task("run-imageinfo", native()))[0] == "success"
    assert aws.count("Credentials") == 2


@pytest.mark.parametrize("skew", [600, -600])
def test_a_skewed_clock_is_corrected(aws, start, skew):
    aws.clock_skew = skew
    start("run-imageinfo")
    assert aws.answer(aws.task("run-imageinfo", native()))[0] == "success"


# Task tokens.

def test_heartbeats_begin_at_once_and_come_every_third(aws, start):
    aws.fault("GetObject", crawl=len(PHOTO) // 40, pause=0.1)
    start("make-proxy")
    token = aws.task("make-proxy", native())
    begun = time.monotonic()
    assert aws.answer(token)[0] == "success"
    times = aws.beat_times[token]
    assert len(times) >= 4 and times[0] - begun < 0.5
    assert all(0.7 < b - a < 1.5 for a, b in zip(times, times[1:]))


@pytest.mark.parametrize("how", ["TaskTimedOut", "TaskDoesNotExist"])
def test_a_closed_task_is_dropped_at_once_in_the_middle_of_its_work(aws, start, how):
    aws.fault("GetObject", crawl=1000, pause=0.2)
    worker = start("make-proxy")
    token = aws.task("make-proxy", native())
    aws.wait(lambda: aws.beats[token] >= 1)
    aws.close(token, how)
    closed = time.monotonic()
    assert aws.answer(aws.task("make-proxy", native()), 5)[0] == "success"
    assert time.monotonic() - closed < 3
    assert token not in aws.answers and aws.uploads == {}
    assert [line["outcome"] for line in worker.lines("task.closed")] == ["closed"]


def test_a_task_that_is_closed_in_the_middle_of_a_decode_is_dropped(aws, start, tmp_path):
    noise = random.Random(5).randbytes(1 << 20) * 18
    Image.frombytes("RGB", (2048, 3072), noise).save(tmp_path / "big.png", compress_level=1)
    aws.put("in", "big.png", (tmp_path / "big.png").read_bytes())
    slow = [{"name": f"{n}", "key": f"{{prefix}}/{n}.webp", "format": "webp", "lossless": True, "effort": 9} for n in range(4)]
    worker = start("make-proxy")
    token = aws.task("make-proxy", native("big.png", renditions=slow))
    aws.wait(lambda: aws.count("GetObject") > 0)
    time.sleep(0.5)
    aws.close(token)
    begun = time.monotonic()
    assert aws.answer(aws.task("make-proxy", native()), 8)[0] == "success"
    assert time.monotonic() - begun < 5 and token not in aws.answers
    assert len(worker.lines("task.closed")) == 1 and not any(key.endswith(".webp") for key in aws.keys_of("proxy"))


def test_a_heartbeat_that_is_refused_does_not_end_the_task(aws, start):
    aws.fault("SendTaskHeartbeat", status=400, code="InvalidToken", times=99)
    aws.fault("GetObject", crawl=len(PHOTO) // 20, pause=0.1)
    start("make-proxy")
    token = aws.task("make-proxy", native())
    assert aws.answer(token)[0] == "success" and aws.count("SendTaskHeartbeat") >= 2


def test_an_output_that_the_service_refuses_is_named(aws, start):
    aws.fault("SendTaskSuccess", status=400, code="InvalidOutput")
    start("run-imageinfo")
    assert aws.answer(aws.task("run-imageinfo", native()))[:2] == ("failure", "Ingest.OutputTooLarge")


def test_an_answer_whose_reply_is_lost_is_not_given_twice(aws, start):
    aws.fault("SendTaskSuccess", drop="after")
    worker = start("run-imageinfo")
    token = aws.task("run-imageinfo", native())
    assert aws.answer(token)[0] == "success"
    assert aws.answer(aws.task("run-imageinfo", native()))[0] == "success"
    assert len(aws.answers[token]) == 1 and worker.process.poll() is None


def test_an_output_over_256_kib_goes_to_s3_and_says_where(aws, start):
    start("run-imageinfo")
    how, done = aws.answer(aws.task("run-imageinfo", native() | {"ballast": "x" * 300000}))
    assert how == "success" and done["state"] == {"bucket": "proxy", "key": "p/state/run-imageinfo.json", "bytes": len(aws.body("proxy", "p/state/run-imageinfo.json"))}
    full = json.loads(aws.body("proxy", "p/state/run-imageinfo.json"))
    assert len(full["ballast"]) == 300000 and done["data"] == full["data"] and done["input"] == full["input"]
    start("update-ingest-table")
    assert aws.answer(aws.task("update-ingest-table", done))[1]["status"] == "COMPLETED"


# The table.

OTHER_ROW = {"uuid": {"S": "u-1"}, "ingest": {"M": {"order": {"S": "0065AC"}}}}


def test_our_own_repeated_write_is_success_and_a_newer_one_ends_as_superseded(aws, start):
    start("update-ingest-table")
    def refused(order):
        item = OTHER_ROW | {"ingest": {"M": {"order": {"S": order}}}}
        return json.dumps({"__type": "ConditionalCheckFailedException", "Item": item}).encode()
    aws.fault("UpdateItem", status=400, raw=refused("0065AB"))
    assert aws.answer(aws.task("update-ingest-table", event()))[1]["status"] == "COMPLETED"
    aws.fault("UpdateItem", status=400, raw=refused("0065AC"))
    done = aws.answer(aws.task("update-ingest-table", event()))[1]
    assert done["status"] == "SKIPPED" and "newer event" in done["reason"]


def test_a_failure_is_recorded_where_the_profile_asks_for_it(aws, start):
    failure = {"failure": {"Error": "Ingest.MalformedImage", "Cause": "{}"}}
    start("update-ingest-table")
    assert aws.answer(aws.task("update-ingest-table", event() | failure))[1]["status"] == "ERROR"
    (row,) = aws.items.values()
    assert {"S": "ERROR"} in row["ExpressionAttributeValues"].values()
    assert any(value.get("M", {}).get("error") == {"S": "Ingest.MalformedImage"} for value in row["ExpressionAttributeValues"].values())
    aws.items.clear()
    assert aws.answer(aws.task("update-ingest-table", native() | failure))[0] == "success"
    assert aws.items == {}  # the parent owns the row


# The machine's limits.

def test_without_descriptors_left_an_error_is_named_and_the_worker_goes_on(aws, start):
    worker = start("make-proxy")
    assert aws.answer(aws.task("make-proxy", native()))[0] == "success"
    soft, hard = resource.prlimit(worker.process.pid, resource.RLIMIT_NOFILE, (3, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    tokens = [aws.task("make-proxy", native()) for _ in range(2)]
    time.sleep(1.5)  # not even an answer can be sent now: it is kept until there are descriptors again
    resource.prlimit(worker.process.pid, resource.RLIMIT_NOFILE, (soft, hard))
    answers = [aws.answer(token, 60) for token in tokens]
    assert {answer[1] for answer in answers if answer[0] == "failure"} <= {"Ingest.Transient", "Ingest.Internal"}, answers
    assert aws.answer(aws.task("make-proxy", native()))[0] == "success" and worker.process.poll() is None


# Signals, health, log.

def test_sigterm_lets_an_idle_worker_go(aws, start):
    worker = start("make-proxy")
    aws.wait(lambda: aws.count("GetActivityTask") > 0)
    begun = time.monotonic()
    assert worker.stop() == 0 and time.monotonic() - begun < 2


@pytest.mark.parametrize("milliseconds", [8, 12, 20, 40, 80])
def test_sigterm_while_the_worker_starts_ends_it_well(aws, start, milliseconds):
    worker = start("make-proxy")
    while b"make-proxy" not in pathlib.Path(f"/proc/{worker.process.pid}/cmdline").read_bytes():
        time.sleep(0.001)
    time.sleep(milliseconds / 1000)
    assert worker.stop() in (0, -signal.SIGTERM if milliseconds < 20 else 0)  # before main() nobody can help


def test_sigterm_finishes_the_task_at_hand(aws, start):
    aws.fault("GetObject", crawl=len(PHOTO) // 20, pause=0.05)
    worker = start("make-proxy", INGEST_STOP_SECONDS="10")
    token = aws.task("make-proxy", native())
    aws.wait(lambda: aws.count("GetObject") > 0)
    assert worker.stop() == 0
    assert aws.answer(token)[0] == "success"


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_task_that_takes_too_long_is_interrupted(aws, start, how):
    aws.fault("GetObject", crawl=1000, pause=0.2)
    worker = start("make-proxy")
    token = aws.task("make-proxy", native())
    aws.wait(lambda: aws.count("GetObject") > 0)
    begun = time.monotonic()
    assert worker.stop(how) == 0 and time.monotonic() - begun < 6
    assert aws.answer(token)[:2] == ("failure", "Ingest.Interrupted")


def test_a_task_that_comes_after_the_signal_is_handed_back(aws, start):
    worker = start("make-proxy", INGEST_STOP_SECONDS="5")
    aws.wait(lambda: aws.count("GetActivityTask") > 0)
    worker.process.send_signal(signal.SIGTERM)
    time.sleep(0.2)
    token = aws.task("make-proxy", native())
    assert aws.answer(token)[:2] == ("failure", "Ingest.Interrupted")
    assert worker.process.wait(5) == 0 and aws.count("GetObject") == 0


def test_a_killed_workers_task_done_again_leaves_what_one_clean_run_leaves(aws, start):
    aws.fault("PutObject", delay=0.3, times=9)
    worker = start("make-proxy")
    aws.task("make-proxy", native())
    aws.wait(lambda: aws.count("PutObject") > 0)
    worker.process.kill()
    start("make-proxy")
    assert aws.answer(aws.task("make-proxy", native()))[0] == "success"
    assert sorted(aws.keys_of("proxy")) == ["p/transcode/proxy/a.jpg", "p/transcode/proxy/a_thumbnail.jpg"]


def check_health(program, aws, worker):
    done = subprocess.run([program(worker), "--check-health"], env=aws.environment(worker), capture_output=True, text=True, timeout=10)
    return done.returncode, json.loads(done.stdout.splitlines()[-1])


def test_health_is_green_while_polls_come_back_and_red_when_nobody_answers(aws, start, program):
    assert check_health(program, aws, "make-proxy")[0] == 1
    worker = start("make-proxy")
    aws.wait(lambda: aws.count("GetActivityTask") > 0)
    status, said = check_health(program, aws, "make-proxy")
    assert status == 0 and said["healthy"] is True
    worker.process.send_signal(signal.SIGSTOP)
    assert check_health(program, aws, "make-proxy")[0] == 1
    worker.process.send_signal(signal.SIGCONT)


def test_one_log_line_an_outcome_is_a_metric_too(aws, start):
    worker = start("run-imageinfo")
    aws.answer(aws.task("run-imageinfo", native()))
    aws.answer(aws.task("run-imageinfo", native("none.jpg")))
    worker.stop()
    (done,), (failed,) = worker.lines("task.done"), worker.lines("task.failed")
    assert (done["uuid"], done["bucket"], done["key"], done["executionArn"], done["profile"]) == ("u-1", "in", "a.jpg", "arn:execution", "media2cloud")
    assert re.fullmatch("[0-9a-f]{8}", done["task"]) and done["delivered"] is True and done["bytesIn"] == 65536
    assert (failed["error"], failed["httpStatus"]) == ("Ingest.SourceMissing", 404)
    (directive,) = done["_aws"]["CloudWatchMetrics"]
    for metric in directive["Metrics"]:
        assert isinstance(done[metric["Name"]], int) and isinstance(failed[metric["Name"]], int)
    for dimensions in failed["_aws"]["CloudWatchMetrics"][0]["Dimensions"]:
        assert all(isinstance(failed[name], str) for name in dimensions)


def test_a_segment_a_task_goes_to_the_tracing_daemon(aws, start):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as daemon:
        daemon.bind(("127.0.0.1", 0))
        daemon.settimeout(10)
        start("make-proxy", AWS_XRAY_DAEMON_ADDRESS="127.0.0.1:%d" % daemon.getsockname()[1])
        aws.answer(aws.task("make-proxy", native()))
        header, segment = daemon.recv(65536).split(b"\n", 1)
        segment = json.loads(segment)
        assert json.loads(header) == {"format": "json", "version": 1}
        assert re.fullmatch("1-[0-9a-f]{8}-[0-9a-f]{24}", segment["trace_id"]) and re.fullmatch("[0-9a-f]{16}", segment["id"])
        assert segment["annotations"] | {"uuid": "u-1", "executionArn": "arn:execution"} == segment["annotations"]
        assert [part["name"] for part in segment["subsegments"]] == ["fetch", "decode", "store"]
        assert all(segment["start_time"] <= p["start_time"] <= p["end_time"] <= segment["end_time"] for p in segment["subsegments"])
        root = "1-5759e988-bd862e3fe1be46a994272793"
        aws.answer(aws.task("make-proxy", native() | {"traceHeader": f"Root={root};Parent=53995c3f42cd8ad8;Sampled=1"}))
        segment = json.loads(daemon.recv(65536).split(b"\n", 1)[1])
        assert (segment["trace_id"], segment["parent_id"]) == (root, "53995c3f42cd8ad8")


def test_in_ecs_the_task_names_the_worker_and_is_protected_while_at_work(aws, start):
    worker = start("run-imageinfo", ECS_CONTAINER_METADATA_URI_V4=f"{aws.endpoint}/ecs-agent/v4", ECS_AGENT_URI=f"{aws.endpoint}/ecs-agent/api")
    for _ in range(3):
        aws.answer(aws.task("run-imageinfo", native()))
    assert aws.last_poll["workerName"] == "0123456789abcdef"
    protections = [json.loads(call[1]) for call in aws.calls if call[0] == "/ecs-agent/api/task-protection/v1/state"]
    assert protections == [{"ProtectionEnabled": True, "ExpiresInMinutes": 30}]
    assert worker.lines("task.done")[0]["workerName"] == "0123456789abcdef" and worker.lines("task.done")[0]["cluster"] == "cluster"


# The command line.

def run(program, worker, *arguments, env, data=b""):
    return subprocess.run([program(worker), *arguments], env=env, input=data, capture_output=True, timeout=30)


@pytest.mark.parametrize("setting, value", [("INGEST_SLOST", "2"), ("INGEST_SLOTS", "0"), ("INGEST_STOP_SECONDS", "111"), ("INGEST_PROFILE", "no-such"),
                                            ("INGEST_PREFIX", "{nobody}"), ("INGEST_LOG_LEVEL", "loud"), ("AWS_XRAY_DAEMON_ADDRESS", "nonsense")])
def test_a_setting_that_is_wrong_stops_the_start_and_is_named(aws, program, setting, value):
    begun = time.monotonic()
    done = run(program, "make-proxy", env=aws.environment("make-proxy", **{setting: value}))
    last = json.loads(done.stderr.splitlines()[-1])
    assert done.returncode == 64 and last["error"] == "Ingest.Usage" and time.monotonic() - begun < 1
    assert setting in last["cause"] or value in last["cause"]


@pytest.mark.parametrize("worker, missing", [("make-proxy", "ACTIVITY_ARN"), ("update-ingest-table", "INGEST_TABLE"), ("make-proxy", "AWS_REGION")])
def test_a_setting_that_is_missing_is_named(aws, program, worker, missing):
    env = aws.environment(worker)
    del env[missing]
    done = run(program, worker, env=env)
    assert done.returncode == 64 and missing.removeprefix("AWS_").lower() in json.loads(done.stderr.splitlines()[-1])["cause"].lower()


@pytest.mark.parametrize("worker", WORKERS)
def test_help_and_version(program, worker):
    help_text = run(program, worker, "--help", env={}).stdout.decode()
    assert len(help_text.splitlines()) < 60 and "INGEST_HEARTBEAT_SECONDS" in help_text and ("On files" in help_text) == (worker != "update-ingest-table")
    version = run(program, worker, "--version", env={}).stdout.decode()
    assert version.startswith(f"{worker} ") and "libcurl/" in version and "OpenSSL " in version and "json-c " in version


@pytest.mark.parametrize("option, status, words", [("--help", 0, b"decodes one image"), ("--version", 0, b"image-sandbox "), ("--other", 64, b"'--other'")])
def test_the_decoder_says_what_it_is(program, option, status, words):
    done = run(program, "image-sandbox", option, env={})
    assert done.returncode == status and words in done.stdout + done.stderr


def test_one_task_by_hand(aws, program):
    env = aws.environment()
    done = run(program, "run-imageinfo", "--task", "-", env=env, data=json.dumps(native()).encode())
    assert done.returncode == 0 and json.loads(done.stdout)["data"]["imageinfo"]["output"] == "p/imageinfo/imageinfo.json"
    assert aws.count("GetActivityTask") == aws.count("SendTaskSuccess") == 0
    done = run(program, "run-imageinfo", "--task", "-", env=env, data=json.dumps(native("none.jpg")).encode())
    assert done.returncode == 74 and json.loads(done.stderr.splitlines()[-1])["error"] == "Ingest.SourceMissing" and done.stdout == b""


@pytest.mark.parametrize("arguments", [("--task", "-"), ("--help",), ("--version",)])
def test_what_cannot_be_printed_is_told(aws, program, arguments):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([program("run-imageinfo"), *arguments], env=aws.environment(), input=json.dumps(native()).encode(),
                              stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 74 and json.loads(done.stderr.splitlines()[-1])["error"] == "Ingest.Io"


@pytest.mark.parametrize("worker", WORKERS)
def test_closed_standard_streams_are_nobodys_socket(aws, program, worker):
    process = subprocess.Popen([program(worker)], env=aws.environment(worker, INGEST_SLOTS="1"), preexec_fn=lambda: [os.close(fd) for fd in range(3)])
    try:
        aws.wait(lambda: aws.count("GetActivityTask") > 0)
        assert {os.readlink(f"/proc/{process.pid}/fd/{fd}") for fd in range(3)} == {"/dev/null"}
    finally:
        process.terminate()
        assert process.wait(10) == 0


def test_a_dry_run_prints_the_request_and_sends_nothing(aws, program, tmp_path):
    (tmp_path / "task.json").write_text(json.dumps(native()))
    done = run(program, "update-ingest-table", "--task", str(tmp_path / "task.json"), "--dry-run", env={"INGEST_TABLE": "t"})
    request = json.loads(done.stdout)
    assert request["TableName"] == "t" and request["Key"] == {"uuid": {"S": "u-1"}} and aws.calls == []


def test_the_executables_run_through_a_symlink_from_any_folder(aws, program, tmp_path):
    (tmp_path / "link").symlink_to(program("make-proxy").resolve())
    done = subprocess.run([tmp_path / "link", "--task", "-"], cwd="/", env=aws.environment(), input=json.dumps(native()).encode(), capture_output=True)
    assert done.returncode == 0, done.stderr
