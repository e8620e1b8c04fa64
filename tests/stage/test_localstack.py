"""A second opinion on the state machines: LocalStack, with its strict parser and real heartbeats and time-outs.

Only with scripts/test --localstack. Its DynamoDB needs a JVM, so the last step is a stand-in here."""
import json
import re
import time

import local_stack
import pytest
from local_stack import TOP, WORKERS
from localstack import VENV, LocalStack
from stand_ins import Failure, StandIns, envelope
from workers import Worker

NATIVE = {"uuid": "u1", "operation": "any", "status": "STARTED", "progress": 0, "data": {},
          "input": {"bucket": "b", "key": "k", "destination": {"bucket": "d", "prefix": "p"}}}


class Peer:
    """The machine and its activities on LocalStack, as far as StandIns and Worker need a deployment."""

    wait, run, execution = local_stack.Deployment.wait, local_stack.Deployment.run, local_stack.Deployment.execution

    def __init__(self, endpoint, name, *changes, heartbeat_seconds=None):
        self.endpoint, self.states, self.s3 = endpoint, local_stack.client(endpoint, "stepfunctions"), local_stack.client(endpoint, "s3")
        self.arns = {worker: self.states.create_activity(name=f"{name}-{worker}-v1")["activityArn"] for worker in WORKERS}
        text = (TOP / "statemachine/image-ingest.asl.json").read_text()
        for worker, begin in WORKERS.items():
            text = text.replace(f"${{{begin}ActivityArn}}", self.arns[worker])
        # Without a heartbeat of the test's own there is none: an answer faster than LocalStack's history counts as lost there.
        beat = rf'"HeartbeatSeconds": {heartbeat_seconds}, ' if heartbeat_seconds else ""
        text = re.sub(r'"HeartbeatSeconds": 30,\s*', beat, text)
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        machine = self.states.create_state_machine(name=f"{name}-image-ingest", definition=text, roleArn="arn:aws:iam::000000000000:role/x")
        self.outputs = {"MachineArn": machine["stateMachineArn"]}

    def activity(self, worker):
        return self.arns[worker]


@pytest.fixture(scope="module")
def peer(request, tmp_path_factory):
    if not request.config.getoption("--localstack"):
        pytest.skip("only with --localstack")
    if not VENV.exists():
        pytest.skip("LocalStack is not installed: scripts/setup localstack")
    with LocalStack(tmp_path_factory.mktemp("localstack")) as running:
        yield running.endpoint


@pytest.mark.parametrize("machine", ["image-ingest", "backfill"])
def test_the_strict_parser_takes_the_definitions(peer, machine):
    text = (TOP / f"statemachine/{machine}.asl.json").read_text()
    text = re.sub(r'"\$\{\w+Arn\}"', '"arn:aws:states:us-east-1:000000000000:activity:x"', text)
    text = text.replace('"InputType": "MANIFEST"', '"InputType": "JSON"')  # a type of AWS that LocalStack does not know
    answer = local_stack.client(peer, "stepfunctions").validate_state_machine_definition(definition=text)
    assert (answer["result"], answer["diagnostics"]) == ("OK", [])


def test_happy_path(peer):
    stage = Peer(peer, "happy")
    StandIns(stage)
    output = json.loads(stage.run(NATIVE)["output"])
    assert output["data"] == {"imageinfo": {"output": "i"}, "transcode": {"output": "p"}, "source": {"etag": "e"}}


def test_a_failure_ends_by_its_name(peer):
    stage = Peer(peer, "fail")
    workers = StandIns(stage)

    def fail(task):
        raise Failure("Ingest.MalformedImage", "why")
    with workers.answering(make_proxy=fail):
        done = stage.run(NATIVE)
    assert (done["status"], done["error"], done["cause"]) == ("FAILED", "Ingest.MalformedImage", "why")
    assert workers.seen["update-ingest-table"][0]["failure"]["Error"] == "Ingest.MalformedImage"


def test_workers_that_all_fall_silent_end_it_by_a_name_of_ours(peer):
    """In the last step: LocalStack itself fails where that happens inside a Parallel."""
    stage = Peer(peer, "late", ('"MaxAttempts": 5', '"MaxAttempts": 0'), heartbeat_seconds=2)
    workers = StandIns(stage)
    slow = {name: lambda task: time.sleep(0.2) or envelope(task) for name in ("run_imageinfo", "make_proxy")}
    with workers.answering(update_ingest_table=lambda task: time.sleep(0.2 if "failure" in task else 4) or envelope(task), **slow):
        done = stage.run(NATIVE)
    assert (done["status"], done["error"]) == ("FAILED", "Ingest.Interrupted")


def test_a_worker_that_falls_silent_loses_the_task_and_another_gets_it(peer):
    stage = Peer(peer, "silent", heartbeat_seconds=2)
    workers = StandIns(stage)
    tries = []

    def silent_once(task):
        tries.append(time.monotonic())
        time.sleep(5 if len(tries) == 1 else 0.2)
        return envelope(task, transcode={"output": "p"})

    def slow(task):
        time.sleep(0.2)
        return envelope(task, imageinfo={"output": "i"})
    with workers.answering(make_proxy=silent_once, run_imageinfo=slow, update_ingest_table=lambda task: time.sleep(0.2) or envelope(task)):
        done = stage.run(NATIVE)
    assert done["status"] == "SUCCEEDED" and len(tries) == 2


def test_a_real_worker_answers_through_localstack(peer, programs, photo, tmp_path):
    stage = Peer(peer, "real")
    for bucket in ("b", "d"):
        stage.s3.create_bucket(Bucket=f"real-{bucket}")
    stage.s3.put_object(Bucket="real-b", Key="k.jpg", Body=photo)
    document = NATIVE | {"input": {"bucket": "real-b", "key": "k.jpg", "destination": {"bucket": "real-d", "prefix": "p"}}}
    machine = {"StartAt": "Only", "States": {"Only": {"Type": "Task", "Resource": stage.activity("make-proxy"), "HeartbeatSeconds": 30,
                                                      "TimeoutSeconds": 60, "End": True}}}
    arn = stage.states.create_state_machine(name="real-only", definition=json.dumps(machine),
                                            roleArn="arn:aws:iam::000000000000:role/x")["stateMachineArn"]
    settings = {"PATH": "/usr/bin:/bin", "AWS_ENDPOINT_URL": peer, "AWS_REGION": local_stack.REGION, **local_stack.KEYS,
                "ACTIVITY_ARN": stage.activity("make-proxy"), "INGEST_STOP_SECONDS": "1"}
    worker = Worker("make-proxy", settings, tmp_path / "log", programs)
    try:
        done = stage.wait(stage.states.start_execution(stateMachineArn=arn, input=json.dumps(document))["executionArn"])
    finally:
        worker.stop()
    assert done["status"] == "SUCCEEDED"
    assert len(json.loads(done["output"])["data"]["transcode"]["renditions"]) == 2
