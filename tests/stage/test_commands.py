"""scripts/deploy, ingest and destroy, against the local stack as the account."""
import os
import pathlib
import signal
import subprocess
import sys
import time
import uuid

import pytest
from local_stack import KEYS, REGION, client
from test_ingest import objects, rows

TOP = pathlib.Path(__file__).resolve().parents[2]


def run(endpoint, command, *arguments, **environment):
    settings = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "AWS_ENDPOINT_URL": endpoint, "AWS_REGION": REGION, **KEYS} | environment
    done = subprocess.run([TOP / "scripts" / command, *map(str, arguments)], capture_output=True, text=True, timeout=120,
                          stdin=subprocess.DEVNULL, env={name: value for name, value in settings.items() if value is not None})
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def stage(with_workers):
    return with_workers()


def test_ingest_puts_a_folder_in_and_says_what_came_out(stage, small, tmp_path):
    folder = tmp_path / "album"
    (folder / "inner").mkdir(parents=True)
    (folder / "a b.jpg").write_bytes(small)
    (folder / "inner/ü.jpg").write_bytes(small)
    status, out, _ = run(stage.endpoint, "ingest", "--stage", stage.stage, folder)
    assert status == 0 and out.count("COMPLETED") == 2 and "2 of 2 came through" in out
    assert {row["key"] for row in rows(stage)} == {"album/a b.jpg", "album/inner/ü.jpg"}
    assert len(objects(stage)) == 6


def test_ingest_takes_objects_that_are_there(stage, small):
    stage.s3.create_bucket(Bucket=f"{stage.stage}-there")
    stage.s3.put_object(Bucket=f"{stage.stage}-there", Key="x/1.jpg", Body=small)
    status, out, _ = run(stage.endpoint, "ingest", "--stage", stage.stage, f"s3://{stage.stage}-there/x/")
    assert status == 0 and "1 of 1 came through" in out


def test_ingest_names_the_version_as_the_event_of_its_put_does(stage, small, tmp_path):
    """Else one photo in a versioned bucket would be two ingests: the identity is made of the version where there is one."""
    (tmp_path / "versioned.jpg").write_bytes(small)
    stage.s3.put_bucket_versioning(Bucket=stage.ingest_bucket, VersioningConfiguration={"Status": "Enabled"})
    try:
        status, _, errors = run(stage.endpoint, "ingest", "--stage", stage.stage, tmp_path / "versioned.jpg")
    finally:
        stage.s3.put_bucket_versioning(Bucket=stage.ingest_bucket, VersioningConfiguration={"Status": "Suspended"})
    assert status == 0, errors
    version = stage.s3.list_object_versions(Bucket=stage.ingest_bucket, Prefix="versioned.jpg")["Versions"][0]["VersionId"]
    identity = uuid.uuid5(uuid.NAMESPACE_URL, f"s3://{stage.ingest_bucket}/versioned.jpg\n{version}")
    assert str(identity) in {row["uuid"] for row in rows(stage)}


def test_ingest_ends_with_status_1_when_one_fails(stage, small, tmp_path):
    (tmp_path / "good.jpg").write_bytes(small)
    (tmp_path / "bad.jpg").write_bytes(small[:100])
    status, out, _ = run(stage.endpoint, "ingest", "--stage", stage.stage, tmp_path / "good.jpg", tmp_path / "bad.jpg")
    assert status == 1 and "FAILED     Ingest.MalformedImage: " in out and "1 of 2 came through" in out


@pytest.mark.parametrize("arguments, words", [
    (["EMPTY"], "holds no files"),
    (["no/such/file.jpg"], "No such file"),
    (["s3://no-such-bucket-at-all/x"], "the bucket 'no-such-bucket-at-all' is not there"),
    (["s3://"], "'' is no name of a bucket"),
    (["/dev/null"], "'/dev/null' is neither a file nor a folder"),
    (["HIDDEN"], "holds no files"),
    (["NOTUTF8"], "is not UTF-8"),
    (["--prefix", "p" * 1024, "EMPTY/../f"], "would have 1025 bytes"),
    (["s3://THERE/none/"], "nothing is there"),
    (["--stage", "nowhere", "EMPTY/../f"], "no stage 'nowhere'"),
])
def test_ingest_says_in_one_line_what_is_wrong(stage, tmp_path, arguments, words):
    (tmp_path / "empty").mkdir()
    (tmp_path / "hidden/.git").mkdir(parents=True)
    (tmp_path / "hidden/.git/config").write_bytes(b"x")
    (tmp_path / "f").write_bytes(b"x")
    strange = tmp_path / os.fsdecode(b"\xff.jpg")
    strange.write_bytes(b"x")
    arguments = [text.replace("HIDDEN", str(tmp_path / "hidden")).replace("NOTUTF8", str(strange)) for text in arguments]
    arguments = [text.replace("EMPTY", str(tmp_path / "empty")).replace("THERE", stage.ingest_bucket) for text in arguments]
    if "--stage" not in arguments:
        arguments = ["--stage", stage.stage, *arguments]
    status, out, errors = run(stage.endpoint, "ingest", *arguments)
    assert (status, out) == (2, "") and words in errors and errors.count("\n") == 1


def test_ingest_keeps_names_of_files_on_their_line(stage, small, tmp_path):
    folder = tmp_path / "album"
    folder.mkdir()
    (folder / "good\n\x1b[2J.jpg").write_bytes(small)
    stage.s3.put_object(Bucket=stage.ingest_bucket, Key="gone/1.jpg", Body=b"no image")
    status, out, _ = run(stage.endpoint, "ingest", "--stage", stage.stage, folder, f"s3://{stage.ingest_bucket}/gone/")
    assert status == 1 and "1 of 2 came through" in out and out.count("\n") == 3
    assert "album/good\\n\\x1b[2J.jpg  COMPLETED" in out


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_demo_that_is_stopped_leaves_no_process(number):
    if not (TOP / "build/plain/bin/make-proxy").exists():
        pytest.skip("the demo runs build/plain")
    demo = subprocess.Popen([sys.executable, TOP / "scripts/lib/demo.py"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            start_new_session=True)
    try:
        assert any("three workers poll" in line for line in demo.stdout)
        demo.send_signal(number)
        _, errors = demo.communicate(timeout=30)
        assert demo.returncode == 2 and errors == "demo: stopped\n"
        with pytest.raises(ProcessLookupError):
            deadline = time.monotonic() + 5
            while time.monotonic() < deadline:
                os.killpg(demo.pid, 0)
                time.sleep(0.05)
    finally:
        try:
            os.killpg(demo.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def test_the_gallery_of_nothing_is_refused(stage):
    status, _, errors = run(stage.endpoint, "gallery", "--stage", stage.stage, "--most", "0")
    assert status == 2 and "--most: 1 or more expected" in errors


def test_a_dry_run_shows_the_changes_and_makes_nothing(emulator):
    status, out, errors = run(emulator.endpoint, "deploy", "--dry-run", "--emulated", "--stage", "dry", "--delivery")
    assert status == 0, errors
    for kind in ("AWS::S3::Bucket", "AWS::StepFunctions::StateMachine", "AWS::ECS::TaskDefinition", "AWS::CloudFront::Distribution"):
        assert kind in out
    stacks = client(emulator.endpoint, "cloudformation").describe_stacks()["Stacks"]
    assert not [stack for stack in stacks if stack["StackName"].startswith("dry-") and stack["StackStatus"] != "DELETE_COMPLETE"]
    assert not [bucket for bucket in client(emulator.endpoint, "s3").list_buckets()["Buckets"] if bucket["Name"].startswith("dry-")]


@pytest.mark.parametrize("environment, arguments, words", [
    ({"AWS_ACCESS_KEY_ID": None, "AWS_SECRET_ACCESS_KEY": None, "AWS_EC2_METADATA_DISABLED": "true"}, [], "no AWS credentials"),
    ({"AWS_REGION": None}, [], "no region"),
    ({}, ["--stage", "Not Allowed"], "--stage is 'Not Allowed'"),
    ({}, ["--ingest-bucket", "same", "--proxy-bucket", "same"], "must differ"),
    ({}, ["--ingest-bucket", "s3://x"], "--ingest-bucket is 's3://x'"),
    ({}, ["--ingest-bucket", "New_Name"], "there is no bucket 'New_Name'"),
    ({}, ["--profile", "nope"], "--profile is 'nope'"),
    ({}, ["--profile", "tests/lib/requirements.txt"], "a JSON file in statemachine/profiles/ expected"),
    ({}, ["--profile", "statemachine/profiles/profile.schema.json"], "is not sound: "),
    ({}, ["--table", "a/b"], "--table is 'a/b'"),
    ({}, ["--alarm-topic", "me"], "--alarm-topic is 'me'"),
    ({}, ["--set", "NoSuch=1"], "--set is 'NoSuch=1'"),
    ({}, ["--set", "Stage=x"], "--set Stage"),
    ({}, ["--private", "--tracing"], "CollectorImage"),
])
def test_deploy_says_in_one_line_what_is_missing(emulator, environment, arguments, words):
    status, _, errors = run(emulator.endpoint, "deploy", "--dry-run", *arguments, **environment)
    assert status == 2 and words in errors and errors.count("\n") == 1


def test_deploy_takes_what_is_there_and_says_when_it_does_not_fit(emulator):
    s3, dynamodb = client(emulator.endpoint, "s3"), client(emulator.endpoint, "dynamodb")
    for name in ("there-in", "there-out"):
        s3.create_bucket(Bucket=name)
    dynamodb.create_table(TableName="there-table", BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "imageId", "KeyType": "HASH"}],
                          AttributeDefinitions=[{"AttributeName": "imageId", "AttributeType": "S"}])
    names = ["--emulated", "--stage", "there", "--ingest-bucket", "there-in", "--proxy-bucket", "there-out", "--table", "there-table"]
    status, _, errors = run(emulator.endpoint, "deploy", *names)
    assert status == 2 and "has the key imageId (S), profile media2cloud writes uuid" in errors
    status, out, errors = run(emulator.endpoint, "deploy", *names, "--profile", "thumbnail", "--dry-run")
    assert status == 0 and "events of there-in go to EventBridge as well" in out, errors
    assert "EventBridgeConfiguration" not in s3.get_bucket_notification_configuration(Bucket="there-in")
    for _ in range(2):
        status, out, errors = run(emulator.endpoint, "deploy", *names, "--profile", "thumbnail", "--delivery", "--set", "MaxTasks=32")
        assert status == 0, errors
    assert "EventBridgeConfiguration" in s3.get_bucket_notification_configuration(Bucket="there-in")
    assert s3.head_object(Bucket="there-out", Key="index.html")["CacheControl"] == "max-age=60"
    activities = client(emulator.endpoint, "stepfunctions").list_activities()["activities"]
    assert "there-make-proxy-v1" in {activity["name"] for activity in activities}
    status, _, errors = run(emulator.endpoint, "deploy", *names, "--profile", "thumbnail")
    assert status == 2 and "say --delivery again" in errors


def test_destroy_asks_and_leaves_the_data(deploy):
    stage = deploy()
    stage.s3.put_object(Bucket=stage.proxy_bucket, Key="kept", Body=b"x")
    status, _, errors = run(stage.endpoint, "destroy", "--stage", stage.stage)
    assert status == 2 and "--yes" in errors
    status, out, errors = run(stage.endpoint, "destroy", "--stage", stage.stage, "--yes")
    assert status == 0 and "what stays" in out, errors
    assert stage.s3.get_object(Bucket=stage.proxy_bucket, Key="kept")["Body"].read() == b"x"
    names = {stack["StackName"] for stack in stage.stacks.cloudformation.describe_stacks()["Stacks"]
             if stack["StackStatus"] != "DELETE_COMPLETE"}
    assert not [name for name in names if name.startswith(f"{stage.stage}-")]
