"""Each executable alone against the local stack: as a poller of its activity, and with --task."""
import json
import os
import signal
import subprocess
import time

import pytest
from local_stack import WORKERS
from pictures import jpeg_size
from test_ingest import native, objects, put, rows
from workers import Worker


@pytest.fixture(scope="module")
def stage(deploy):
    return deploy()


def environment(stage, worker, **settings):
    return stage.worker_environment(worker, INGEST_STOP_SECONDS="1", **settings)


def task(stage, programs, worker, document, *options):
    """The worker's --task on this document; (exit status, output, standard error)."""
    done = subprocess.run([programs / worker, "--task", "-", *options], input=json.dumps(document).encode(), capture_output=True,
                          env=environment(stage, worker), timeout=60)
    return done.returncode, json.loads(done.stdout) if done.stdout.strip() else None, done.stderr.decode()


def polled(stage, programs, tmp_path, worker, document):
    """A machine of one state, this worker's activity, with the worker as a process."""
    role = "arn:aws:iam::000000000000:role/x"
    definition = {"StartAt": "Only", "States": {"Only": {"Type": "Task", "Resource": stage.activity(worker), "End": True}}}
    machine = stage.states.create_state_machine(name=f"{stage.stage}-{worker}-{time.monotonic_ns()}", definition=json.dumps(definition),
                                                roleArn=role)["stateMachineArn"]
    process = Worker(worker, environment(stage, worker), tmp_path / f"{worker}.log", programs)
    try:
        started = stage.states.start_execution(stateMachineArn=machine, input=json.dumps(document))
        return stage.wait(started["executionArn"], 30)
    finally:
        assert process.stop() == 0


def test_run_imageinfo_alone(stage, programs, tmp_path, photo):
    put(stage, "alone/a.jpg", photo)
    done = polled(stage, programs, tmp_path, "run-imageinfo", native(stage, "alone/a.jpg", "alone-1"))
    output = json.loads(done["output"])
    key = output["data"]["imageinfo"]["output"]
    assert list(objects(stage, "alone-1/")) == [key] and "transcode" not in output["data"]
    assert json.loads(objects(stage, "alone-1/")[key])["Model"] == "iPhone 5"
    assert output["data"]["imageinfo"]["bytesRead"] <= 65536 and output["data"]["imageinfo"]["requests"] <= 2


def test_make_proxy_alone(stage, programs, tmp_path, photo):
    put(stage, "alone/b.jpg", photo)
    done = polled(stage, programs, tmp_path, "make-proxy", native(stage, "alone/b.jpg", "alone-2"))
    output = json.loads(done["output"])
    assert "imageinfo" not in output["data"]
    written = objects(stage, "alone-2/")
    assert {jpeg_size(body) for body in written.values()} == {(3264, 2448), (360, 270)}
    assert {rendition["key"] for rendition in output["data"]["transcode"]["renditions"]} == set(written)


def test_update_ingest_table_alone(stage, programs, tmp_path):
    document = native(stage, "alone/c.jpg", "alone-3") | {"data": {
        "source": {"bucket": stage.ingest_bucket, "key": "alone/c.jpg", "lastModified": "2026-01-01T00:00:00.000Z"},
        "imageinfo": {"output": "alone-3/out/imageinfo/imageinfo.json"}, "transcode": {"output": "x", "renditions": []}}}
    done = polled(stage, programs, tmp_path, "update-ingest-table", document)
    assert json.loads(done["output"])["status"] == "COMPLETED"
    (row,) = [row for row in rows(stage) if row["uuid"] == "alone-3"]
    assert row["imageinfo"] == "alone-3/out/imageinfo/imageinfo.json"


def test_the_three_by_hand_one_after_another(stage, programs, small):
    put(stage, "hand/d.jpg", small)
    document = native(stage, "hand/d.jpg", "hand-1")
    for worker in WORKERS:
        status, document, errors = task(stage, programs, worker, document)
        assert status == 0, errors
    assert {"source", "imageinfo", "transcode"} <= set(document["data"]) and document["status"] == "COMPLETED"
    assert [row for row in rows(stage) if row["uuid"] == "hand-1"]


def test_a_dry_run_prints_the_request_and_writes_nothing(stage, programs):
    document = native(stage, "dry/e.jpg", "dry-1") | {"data": {
        "source": {"lastModified": "2026-01-01T00:00:00.000Z"}, "imageinfo": {"output": "k"}, "transcode": {"output": "x"}}}
    status, request, _ = task(stage, programs, "update-ingest-table", document, "--dry-run")
    assert status == 0 and request["TableName"] == stage.table and request["Key"] == {"uuid": {"S": "dry-1"}}
    assert not [row for row in rows(stage) if row["uuid"] == "dry-1"]


def test_a_task_that_fails_says_so_on_standard_error(stage, programs):
    status, output, errors = task(stage, programs, "make-proxy", native(stage, "no/such.jpg", "none-1"))
    last = json.loads(errors.strip().splitlines()[-1])
    assert status != 0 and output is None and last["error"] == "Ingest.SourceMissing" and "no/such.jpg" in json.dumps(last)


@pytest.mark.parametrize("worker", WORKERS)
def test_a_misspelt_setting_stops_the_start_within_a_second(stage, programs, worker):
    begun = time.monotonic()
    done = subprocess.run([programs / worker], env=environment(stage, worker, INGEST_SLOT="2"), capture_output=True, timeout=10)
    assert done.returncode != 0 and b"INGEST_SLOT" in done.stderr and time.monotonic() - begun < 1


@pytest.mark.parametrize("name, value", [("INGEST_SLOTS", "0"), ("INGEST_SLOTS", "many"), ("INGEST_PROFILE", "no-such-profile"),
                                         ("INGEST_STOP_SECONDS", "111")])
def test_a_value_out_of_range_is_named(stage, programs, name, value):
    settings = environment(stage, "make-proxy") | {name: value}
    done = subprocess.run([programs / "make-proxy"], env=settings, capture_output=True, timeout=10)
    assert done.returncode != 0 and value.encode() in done.stderr


@pytest.mark.parametrize("worker", WORKERS)
def test_health_is_asked_of_the_running_worker(stage, programs, tmp_path, open_folder, worker):
    settings = environment(stage, worker) | {"TMPDIR": str(open_folder)}
    check = [programs / worker, "--check-health"]
    assert subprocess.run(check, env=settings, capture_output=True, timeout=10).returncode != 0
    process = Worker(worker, settings, tmp_path / "log", programs)
    try:
        deadline = time.monotonic() + 5
        while subprocess.run(check, env=settings, capture_output=True, timeout=10).returncode != 0:
            assert time.monotonic() < deadline and process.alive()
            time.sleep(0.05)
        for other in WORKERS:  # the image has one health check for the three
            assert subprocess.run([programs / other, "--check-health"], env=settings, capture_output=True, timeout=10).returncode == 0
    finally:
        process.stop()


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_an_idle_worker_with_status_0(stage, programs, tmp_path, stop):
    process = Worker("make-proxy", environment(stage, "make-proxy"), tmp_path / "log", programs)
    time.sleep(0.3)
    begun = time.monotonic()
    process.process.send_signal(stop)
    assert process.process.wait(10) == 0 and time.monotonic() - begun < 6


def test_executables_run_through_a_symlink_and_from_any_folder(programs, open_folder, photo):
    link, source = open_folder / "elsewhere", open_folder / "in"
    link.symlink_to(programs / "make-proxy")
    source.write_bytes(photo)
    subprocess.run([link, source, "-o", open_folder / "out.jpg"], cwd="/", env={"PATH": os.environ["PATH"]}, check=True)
    assert jpeg_size((open_folder / "out.jpg").read_bytes()) == (3264, 2448)
