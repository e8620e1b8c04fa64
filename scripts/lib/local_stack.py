"""The local stack: ministack on loopback, and the project's own CloudFormation templates deployed to it.

Used by scripts/local-stack, scripts/demo and the stage tests. Nothing here knows about images."""
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import time
import urllib.request

import boto3
import botocore.config
import botocore.exceptions

TOP = pathlib.Path(__file__).resolve().parents[2]
REGION = "us-east-1"
# Executable -> the beginning of its names in the templates.
WORKERS = {"run-imageinfo": "RunImageInfo", "make-proxy": "MakeProxy", "update-ingest-table": "UpdateIngestTable"}
START_SECONDS = 30
STACK_SECONDS = 60
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}  # the emulator checks none


class StackError(Exception):
    """What went wrong, in words for a person."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Emulator:
    """One ministack process. Use as a context manager, or stop() it."""

    def __init__(self, folder, port=None):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = port or free_port()
        self.endpoint = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self, detached=False):
        # Only what it needs: no credentials or settings of the caller reach the emulator.
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "BIND_HOST": "127.0.0.1",
                       "GATEWAY_PORT": str(self.port), "MINISTACK_REGION": REGION, "LOG_LEVEL": "WARNING"}
        with open(self.folder / "ministack.log", "wb") as log:
            self.process = subprocess.Popen([str(TOP / ".venv/tools/bin/ministack")], stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=log, env=environment, cwd=self.folder, start_new_session=detached)
        deadline = time.monotonic() + START_SECONDS
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise StackError(f"the local stack did not start: see {self.folder / 'ministack.log'}")
            time.sleep(0.05)
        return self

    def answers(self):
        try:
            with urllib.request.urlopen(f"{self.endpoint}/_ministack/health", timeout=1):
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
        self.dynamodb, self.events = client(endpoint, "dynamodb"), client(endpoint, "events")
        self.cloudformation = client(endpoint, "cloudformation")
        self.outputs = {}

    def stacks(self):
        """(stack, template) in the order of deployment; outputs of one are parameters of the next."""
        yield "storage", "statemachine/storage.yaml", {}
        yield "network", "statemachine/network.yaml", {}
        yield "roles", "iam/roles.yaml", {}
        yield "pipeline", "statemachine/pipeline.yaml", {}
        for worker, name in WORKERS.items():
            yield (f"worker-{worker}", "statemachine/worker.yaml",
                   {"Worker": worker, "TaskRoleArn": self.outputs.get(f"{name}RoleArn"), "ActivityArn": self.activity(worker)})
        yield "delivery", "statemachine/delivery.yaml", {}
        yield "observability", "statemachine/observability.yaml", {}

    def deploy(self, only=None, say=lambda text: None):
        for worker in WORKERS:  # CloudFormation of the emulator has no activities: they are there before it
            try:
                self.states.create_activity(name=f"{self.stage}-{worker}-v1")
            except self.states.exceptions.ActivityAlreadyExists:
                pass
        for name, template, own in self.stacks():
            if (TOP / template).exists() and (only is None or name in only):
                say(f"stack {self.stage}-{name}")
                self.deploy_stack(f"{self.stage}-{name}", (TOP / template).read_text(), own)
        return self

    def parameters(self, template, own):
        """Those of our values that the template has a parameter for."""
        values = {"Stage": self.stage, "Emulated": "true", "Profile": self.profile, "IngestBucketName": self.ingest_bucket,
                  "ProxyBucketName": self.proxy_bucket, "TableName": self.table, "Objects": self.objects,
                  "Image": "image-ingest:local", **self.outputs, **own}
        section = re.search(r"^Parameters:\n((?:[ #].*\n|\n)*)", template, re.M)
        names = re.findall(r"^  (\w+):", section[1], re.M) if section else []
        return [{"ParameterKey": name, "ParameterValue": values[name]} for name in names if name in values]

    def packaged(self, template):
        """What `aws cloudformation package` does: local definitions are uploaded and named by bucket and key."""
        def upload(match):
            key = match[1]
            self.s3.create_bucket(Bucket=f"{self.stage}-artifacts")
            self.s3.put_object(Bucket=f"{self.stage}-artifacts", Key=key, Body=(TOP / "statemachine" / key).read_bytes())
            return f"DefinitionS3Location: {{Bucket: {self.stage}-artifacts, Key: {key}}}"
        return re.sub(r"DefinitionS3Location: ([\w.-]+\.asl\.json)", upload, template)

    def deploy_stack(self, name, template, own):
        arguments = {"StackName": name, "TemplateBody": self.packaged(template), "Parameters": self.parameters(template, own),
                     "Capabilities": ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"]}
        try:
            self.cloudformation.create_stack(**arguments)
        except self.cloudformation.exceptions.AlreadyExistsException:
            try:
                self.cloudformation.update_stack(**arguments)
            except botocore.exceptions.ClientError as error:
                if "No updates" not in str(error):
                    raise
        deadline = time.monotonic() + STACK_SECONDS
        while True:
            stack = self.cloudformation.describe_stacks(StackName=name)["Stacks"][0]
            if not stack["StackStatus"].endswith("IN_PROGRESS"):
                break
            if time.monotonic() > deadline:
                raise StackError(f"stack {name} is still {stack['StackStatus']} after {STACK_SECONDS} s")
            time.sleep(0.05)
        if stack["StackStatus"] not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
            events = self.cloudformation.describe_stack_events(StackName=name)["StackEvents"]
            reasons = [event["ResourceStatusReason"] for event in events if event.get("ResourceStatusReason")]
            raise StackError(f"stack {name}: {stack['StackStatus']}: {'; '.join(reasons[:3])}")
        self.outputs |= {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}

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


def main(arguments):
    """local-stack start [PORT] | deploy | stop: a stack that stays, for one's own experiments."""
    folder = TOP / "build/local-stack"
    state = folder / "state.json"
    command = arguments[0] if arguments else "help"
    if command == "start":
        emulator = Emulator(folder, int(arguments[1]) if len(arguments) > 1 else None).start(detached=True)
        state.write_text(json.dumps({"pid": emulator.process.pid, "endpoint": emulator.endpoint}))
        print(f"export AWS_ENDPOINT_URL={emulator.endpoint} AWS_REGION={REGION}",
              *(f"{name}={value}" for name, value in KEYS.items()))
    elif command == "deploy":
        if not state.exists():
            raise StackError("nothing runs: scripts/local-stack start comes first")
        deployment = Deployment(json.loads(state.read_text())["endpoint"]).deploy(say=lambda text: print(text, file=sys.stderr))
        print(json.dumps(deployment.outputs, indent=2))
    elif command == "stop":
        if state.exists():
            try:
                os.kill(json.loads(state.read_text())["pid"], 15)
            except ProcessLookupError:
                pass
            state.unlink()
    else:
        raise StackError("start [PORT], deploy or stop expected")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except StackError as problem:
        sys.exit(f"local-stack: {problem}")
