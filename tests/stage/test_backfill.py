"""The backfill machine: every object of a bucket, or of a prefix, through image-ingest."""
import json

import pytest
from stand_ins import Failure, StandIns


@pytest.fixture(scope="module")
def stage(deploy):
    return deploy()


@pytest.fixture(scope="module")
def stand_ins(stage):
    return StandIns(stage)


@pytest.fixture(scope="module")
def photos(stage):
    """A bucket that was there before the rule."""
    stage.s3.create_bucket(Bucket="t-old-photos")
    keys = {"album/a b+c%20d é.jpg", "album/2.jpg", "other/3.jpg"}
    for key in keys:
        stage.s3.put_object(Bucket="t-old-photos", Key=key, Body=b"x")
    return keys


def backfill(stage, **document):
    started = stage.states.start_execution(stateMachineArn=stage.outputs["BackfillArn"],
                                           input=json.dumps({"bucket": "t-old-photos", **document}))
    return stage.wait(started["executionArn"])


def test_every_object_gets_an_execution_of_its_own(stage, stand_ins, photos):
    with stand_ins.answering() as workers:
        assert backfill(stage)["status"] == "SUCCEEDED"
    seen = workers.seen["make-proxy"]
    assert {task["Key"] for task in seen} == photos and len(seen) == len(photos)
    assert {task["bucket"] for task in seen} == {"t-old-photos"}
    assert all(task["execution"]["stateMachine"] == f"{stage.stage}-image-ingest" for task in seen)


def test_a_prefix_bounds_it(stage, stand_ins, photos):
    with stand_ins.answering() as workers:
        assert backfill(stage, prefix="other/", concurrency=1)["status"] == "SUCCEEDED"
    assert [task["Key"] for task in workers.seen["make-proxy"]] == ["other/3.jpg"]


def test_more_failures_than_tolerated_end_it(stage, stand_ins, photos):
    def fail(task):
        raise Failure("Ingest.MalformedImage", "{}")
    with stand_ins.answering(make_proxy=fail):
        done = backfill(stage)
    assert (done["status"], done["error"]) == ("FAILED", "States.ExceedToleratedFailureThreshold")
