"""The local stack: ministack on loopback, and the project's own CloudFormation templates deployed to it.

Used by scripts/local-stack, scripts/demo and the stage tests. Nothing here knows about images."""
import json
import os
import pathlib
import socket
import subprocess
import sys
import time
import urllib.request

import boto3
import botocore.config

from stacks import TOP, WORKERS, StackError, Stacks, create_activities

REGION = "us-east-1"
START_SECONDS = 30
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}  # the emulator checks none


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Emulator:
    """One ministack process. Use as a context manager, or stop() it."""

    HEALTH = "/_ministack/health"

    def __init__(self, folder, port=None):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = port or free_port()
        self.endpoint = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self, detached=False):
        # Only what it needs: no credentials or settings of the caller reach the emulator.
        self.launch([TOP / ".venv/tools/bin/ministack"], "ministack", START_SECONDS, detached,
                    BIND_HOST="127.0.0.1", GATEWAY_PORT=str(self.port), MINISTACK_REGION=REGION, LOG_LEVEL="WARNING")
        return self

    def launch(self, words, name, seconds, detached=False, **settings):
        """Starts the process and waits until it answers; what it says is in NAME.log."""
        path = self.folder / f"{name}.log"
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), **settings}
        with open(path, "wb") as log:
            self.process = subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            env=environment, cwd=self.folder, start_new_session=detached)
        deadline = time.monotonic() + seconds
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise StackError(f"{name} did not start: see {path}")
            time.sleep(0.05)

    def answers(self):
        try:
            with urllib.request.urlopen(self.endpoint + self.HEALTH, timeout=1):
                return True
        except OSError:
            return False

    def stop(self):
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(1)  # it waits for open polls; there is nothing in it to save
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()


def client(endpoint, service):
    config = botocore.config.Config(retries={"max_attempts": 2}, s3={"addressing_style": "path"}, read_timeout=70,
                                    max_pool_connections=32)
    return boto3.client(service, endpoint_url=endpoint, region_name=REGION, aws_access_key_id=KEYS["AWS_ACCESS_KEY_ID"],
                        aws_secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"], config=config)


class Deployment:
    """The stacks of one stage on an emulator. After deploy(), outputs holds every output by name."""

    def __init__(self, endpoint, stage="demo", profile="media2cloud", objects="all", ingest_bucket=None, proxy_bucket=None,
                 table=None):
        self.endpoint, self.stage, self.profile, self.objects = endpoint, stage, profile, objects
        self.ingest_bucket = ingest_bucket or f"{stage}-ingest"
        self.proxy_bucket = proxy_bucket or f"{stage}-proxy"
        self.table = table or f"{stage}-ingest-table"
        self.s3, self.states = client(endpoint, "s3"), client(endpoint, "stepfunctions")
        self.dynamodb = client(endpoint, "dynamodb")
        self.stacks = Stacks(client(endpoint, "cloudformation"), stage, {
            "Emulated": "true", "Profile": profile, "IngestBucketName": self.ingest_bucket, "ProxyBucketName": self.proxy_bucket,
            "TableName": self.table, "Objects": objects, "Image": "image-ingest:local"})
        self.outputs = self.stacks.outputs

    def deploy(self, only=None, say=lambda text: None):
        create_activities(self.states, self.stage)
        self.stacks.deploy(only, say)
        return self

    def activity(self, worker):
        return self.outputs[f"{WORKERS[worker]}ActivityArn"]

    def worker_environment(self, worker, **settings):
        """The whole environment of one worker's process on this deployment."""
        return {"PATH": "/usr/bin:/bin", "AWS_ENDPOINT_URL": self.endpoint, "AWS_REGION": REGION, **KEYS,
                "AWS_EC2_METADATA_DISABLED": "true", "ACTIVITY_ARN": self.activity(worker),
                "INGEST_BUCKET": self.ingest_bucket, "PROXY_BUCKET": self.proxy_bucket, "INGEST_TABLE": self.table,
                "INGEST_PROFILE": self.profile, **settings}

    def execution(self, arn):
        return self.states.describe_execution(executionArn=arn)

    def wait(self, arn, seconds=60, each=lambda: None):
        deadline = time.monotonic() + seconds
        while True:
            found = self.execution(arn)
            if found["status"] != "RUNNING":
                return found
            if time.monotonic() > deadline:
                raise StackError(f"the execution is still running after {seconds} s: {arn}")
            each()
            time.sleep(0.05)

    def run(self, document, seconds=60):
        """Starts an execution with this input and waits for its end."""
        started = self.states.start_execution(stateMachineArn=self.outputs["MachineArn"], input=json.dumps(document))
        return self.wait(started["executionArn"], seconds)


def running(state):
    """{pid, endpoint} of the stack that stays; None where there is none, though its number may be another process's by now."""
    try:
        found = json.loads(state.read_text())
        return found if b"ministack" in pathlib.Path(f"/proc/{found['pid']}/cmdline").read_bytes() else None
    except (OSError, ValueError):
        return None


def start_to_stay(folder, state, port):
    emulator = Emulator(folder, port).start(detached=True)
    state.write_text(json.dumps({"pid": emulator.process.pid, "endpoint": emulator.endpoint}))
    return running(state)


def main(arguments):
    """local-stack start [PORT] | deploy | stop: a stack that stays, for one's own experiments."""
    folder = TOP / "build/local-stack"
    state = folder / "state.json"
    command = arguments[0] if arguments else "help"
    found = running(state)
    if command == "start":
        port = arguments[1] if len(arguments) > 1 else None
        if port is not None and not (port.isdecimal() and 0 < int(port) < 65536):
            raise StackError(f"PORT is '{port}': 1 to 65535 expected")
        found = found or start_to_stay(folder, state, port and int(port))
        print(f"export AWS_ENDPOINT_URL={found['endpoint']} AWS_REGION={REGION} AWS_DEFAULT_REGION={REGION}",
              *(f"{name}={value}" for name, value in KEYS.items()))
    elif command == "deploy":
        if found is None:
            raise StackError("nothing runs: scripts/local-stack start comes first")
        deployment = Deployment(found["endpoint"]).deploy(say=lambda text: print(text, file=sys.stderr))
        print(json.dumps(deployment.outputs, indent=2))
    elif command == "stop":
        if found is not None:
            os.kill(found["pid"], 15)
        state.unlink(missing_ok=True)
    else:
        raise StackError("start [PORT], deploy or stop expected")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except StackError as problem:
        sys.exit(f"local-stack: {problem}")
