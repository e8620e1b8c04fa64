"""scripts/deploy, ingest and destroy, against the local stack as the account."""
import os
import pathlib
import subprocess

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


def test_ingest_ends_with_status_1_when_one_fails(stage, small, tmp_path):
    (tmp_path / "good.jpg").write_bytes(small)
    (tmp_path / "bad.jpg").write_bytes(small[:100])
    status, out, _ = run(stage.endpoint, "ingest", "--stage", stage.stage, tmp_path / "good.jpg", tmp_path / "bad.jpg")
    assert status == 1 and "FAILED     Ingest.MalformedImage: " in out and "1 of 2 came through" in out


@pytest.mark.parametrize("arguments, words", [
    (["EMPTY"], "holds no files"),
    (["no/such/file.jpg"], "No such file"),
    (["s3://no-such-bucket-at-all/x"], "bucket"),
    (["s3://THERE/none/"], "nothing is there"),
    (["--stage", "nowhere", "EMPTY/../f"], "no stage 'nowhere'"),
])
def test_ingest_says_in_one_line_what_is_wrong(stage, tmp_path, arguments, words):
    (tmp_path / "empty").mkdir()
    (tmp_path / "f").write_bytes(b"x")
    arguments = [text.replace("EMPTY", str(tmp_path / "empty")).replace("THERE", stage.ingest_bucket) for text in arguments]
    if "--stage" not in arguments:
        arguments = ["--stage", stage.stage, *arguments]
    status, out, errors = run(stage.endpoint, "ingest", *arguments)
    assert (status, out) == (2, "") and words in errors and errors.count("\n") == 1


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
])
def test_deploy_says_in_one_line_what_is_missing(emulator, environment, arguments, words):
    status, _, errors = run(emulator.endpoint, "deploy", "--dry-run", *arguments, **environment)
    assert status == 2 and words in errors and errors.count("\n") == 1


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
