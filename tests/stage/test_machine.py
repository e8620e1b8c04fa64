"""The state machine alone, with stand-ins for the workers: what it hands on, merges, retries, records and throws."""
import json
import time

import pytest
from stand_ins import Failure, StandIns, envelope

NATIVE = {"uuid": "u1", "operation": "anything", "status": "STARTED", "progress": 0, "extra": {"kept": True},
          "input": {"bucket": "b", "key": "k", "destination": {"bucket": "d", "prefix": "p"}}, "data": {"before": 1}}
EVENT = {"version": "0", "id": "e1", "detail-type": "Object Created", "source": "aws.s3",
         "detail": {"bucket": {"name": "b"}, "object": {"key": "a b+c", "etag": "e", "sequencer": "1"}}}
NOTIFICATION = {"Records": [{"s3": {"bucket": {"name": "b"}, "object": {"key": "a+b%20c"}}}]}
BACKFILL = {"bucket": "b", "Key": "k", "Etag": "e", "Size": 3}


@pytest.fixture(scope="module")
def stage(deploy):
    return deploy(objects="images")


@pytest.fixture(scope="module")
def stand_ins(stage):
    return StandIns(stage)


@pytest.mark.parametrize("document", [NATIVE, EVENT, NOTIFICATION, BACKFILL], ids=["native", "event", "notification", "backfill"])
def test_input_goes_in_as_it_came_with_the_execution_beside_it(stage, stand_ins, document):
    with stand_ins.answering() as workers:
        done = stage.run(document)
    assert done["status"] == "SUCCEEDED"
    for worker in ("run-imageinfo", "make-proxy"):
        (seen,) = workers.seen[worker]
        execution = seen.pop("execution")
        assert seen == document
        assert execution["id"] == done["executionArn"]
        assert execution["stateMachine"] == f"{stage.stage}-image-ingest"
        assert execution["startTime"].startswith("20") and "T" in execution["startTime"]


def test_data_of_both_branches_is_merged_and_unknown_members_stay(stage, stand_ins):
    with stand_ins.answering() as workers:
        output = json.loads(stage.run(NATIVE)["output"])
    assert workers.seen["update-ingest-table"][0]["data"].keys() == {"before", "imageinfo", "transcode", "source"}
    assert output["data"]["imageinfo"] == {"output": "i"} and output["data"]["transcode"] == {"output": "p"}
    assert output["extra"] == {"kept": True} and output["stateMachine"] == f"{stage.stage}-image-ingest"


def test_a_large_input_is_handed_on_whole(stage, stand_ins):
    with stand_ins.answering():
        done = stage.run(NATIVE | {"extra": "x" * 150_000})
    assert json.loads(done["output"])["extra"] == "x" * 150_000


@pytest.mark.parametrize("worker", ["run_imageinfo", "make_proxy"])
def test_a_reason_to_skip_reaches_the_last_step_from_either_branch(stage, stand_ins, worker):
    def skip(task):
        return envelope(task, skipped={"reason": "superseded"}) | {"status": "SKIPPED"}
    with stand_ins.answering(**{worker: skip}) as workers:
        assert stage.run(NATIVE)["status"] == "SUCCEEDED"
    assert workers.seen["update-ingest-table"][0]["data"]["skipped"] == {"reason": "superseded"}


@pytest.mark.parametrize("error", ["Ingest.MalformedImage", "Ingest.BadInput", "Ingest.SourceMissing"])
def test_a_permanent_error_is_recorded_once_and_thrown_by_its_name(stage, stand_ins, error):
    def fail(task):
        raise Failure(error, '{"code":"x"}')
    with stand_ins.answering(make_proxy=fail) as workers:
        done = stage.run(EVENT)
    assert (done["status"], done["error"], done["cause"]) == ("FAILED", error, '{"code":"x"}')
    assert len(workers.seen["make-proxy"]) == 1
    (record,) = workers.seen["update-ingest-table"]
    assert record["failure"] == {"Error": error, "Cause": '{"code":"x"}'}
    assert record["detail"] == EVENT["detail"]


def test_a_transient_error_is_tried_again(stage, stand_ins):
    tries = []

    def fail_once(task):
        tries.append(task)
        if len(tries) == 1:
            raise Failure("Ingest.Transient", "{}")
        return envelope(task, transcode={"output": "p"})
    with stand_ins.answering(make_proxy=fail_once):
        assert stage.run(NATIVE)["status"] == "SUCCEEDED"
    assert tries[0] == tries[1]


def test_an_error_of_the_service_is_mapped_to_a_name_of_ours(stage, stand_ins):
    def fail(task):
        raise Failure("States.TaskFailed", "gone")
    with stand_ins.answering(run_imageinfo=fail):
        done = stage.run(NATIVE)
    assert (done["status"], done["error"], done["cause"]) == ("FAILED", "Ingest.Interrupted", "gone")


def test_a_failing_record_does_not_hide_the_first_error(stage, stand_ins):
    def fail(error):
        def answer(task):
            raise Failure(error, "why")
        return answer
    with stand_ins.answering(make_proxy=fail("Ingest.MalformedImage"), update_ingest_table=fail("Ingest.AccessDenied")):
        done = stage.run(NATIVE)
    assert (done["error"], done["cause"]) == ("Ingest.MalformedImage", "why")


def test_a_failing_last_step_is_recorded_too(stage, stand_ins):
    def fail_unless_recording(task):
        if "failure" not in task:
            raise Failure("Ingest.AccessDenied", "table")
        return envelope(task)
    with stand_ins.answering(update_ingest_table=fail_unless_recording) as workers:
        done = stage.run(NATIVE)
    assert (done["status"], done["error"]) == ("FAILED", "Ingest.AccessDenied")
    assert workers.seen["update-ingest-table"][1]["failure"]["Error"] == "Ingest.AccessDenied"


def executions(stage):
    return stage.states.list_executions(stateMachineArn=stage.outputs["MachineArn"])["executions"]


def test_the_rule_starts_one_execution_for_an_image_in_any_letter_case_and_none_for_others(stage, stand_ins):
    before = {execution["executionArn"] for execution in executions(stage)}
    keys = ["in/a b+c%20d é.JPG", "x.Heic", "notes.txt", "jpg"]
    with stand_ins.answering() as workers:
        for key in keys:
            stage.s3.put_object(Bucket=stage.ingest_bucket, Key=key, Body=b"x")
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            started = [execution for execution in executions(stage) if execution["executionArn"] not in before]
            if len(started) == 2 and all(execution["status"] == "SUCCEEDED" for execution in started):
                break
            time.sleep(0.05)
    assert len(started) == 2
    assert sorted(task["detail"]["object"]["key"] for task in workers.seen["make-proxy"]) == sorted(keys[:2])
