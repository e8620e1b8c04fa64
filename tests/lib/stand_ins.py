"""Stand-ins for the three workers: threads that poll the activities and answer by a given function.

They show what the state machine does, apart from what the real executables do."""
import contextlib
import json
import threading

import botocore.exceptions


class Failure(Exception):
    """Raised by an answer function: the task fails with this error and cause."""

    def __init__(self, error, cause=""):
        super().__init__(error)
        self.error, self.cause = error, cause


def envelope(task, **data):
    """A plausible answer to any input: the native shape, with this part of data added."""
    answer = {"uuid": "u", "operation": None, "progress": 100, "input": {"bucket": "b", "key": "k"}, "unknown": 1, **task}
    return answer | {"status": "COMPLETED", "data": task.get("data", {}) | data}


ANSWERS = {
    "run-imageinfo": lambda task: envelope(task, imageinfo={"output": "i"}, source={"etag": "e"}),
    "make-proxy": lambda task: envelope(task, transcode={"output": "p"}, source={"etag": "e"}),
    "update-ingest-table": lambda task: envelope(task) | {"stateMachine": task["execution"]["stateMachine"]},
}


class StandIns:
    """Pollers of one deployment's activities for as long as the program runs.

    One set for all tests of a stage: an open poll cannot be called back, so a second set would lose tasks to the first.
    `with workers.answering(make_proxy=...)` sets the answers for a while; seen[worker] lists the inputs since then."""

    def __init__(self, deployment):
        self.deployment, self.states = deployment, deployment.states
        self.answers, self.seen = dict(ANSWERS), {name: [] for name in ANSWERS}
        for name in ANSWERS:
            threading.Thread(target=self.poll, args=(name,), daemon=True).start()

    @contextlib.contextmanager
    def answering(self, **answers):
        self.answers = ANSWERS | {name.replace("_", "-"): answer for name, answer in answers.items()}
        self.seen = {name: [] for name in ANSWERS}
        yield self
        self.answers = dict(ANSWERS)

    def poll(self, name):
        while True:
            try:
                task = self.states.get_activity_task(activityArn=self.deployment.activity(name), workerName="stand-in")
            except botocore.exceptions.BotoCoreError:
                return  # the emulator has ended, and with it the tests
            if task.get("taskToken"):
                self.answer(name, task)

    def answer(self, name, task):
        document = json.loads(task["input"])
        self.seen[name].append(document)
        try:
            output = json.dumps(self.answers[name](document))
            self.states.send_task_success(taskToken=task["taskToken"], output=output)
        except self.states.exceptions.TaskTimedOut:
            pass  # answered too late, as the test wants it
        except Failure as failure:
            self.states.send_task_failure(taskToken=task["taskToken"], error=failure.error, cause=failure.cause)
