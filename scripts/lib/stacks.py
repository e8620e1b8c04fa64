"""The project's CloudFormation stacks, deployed in their order: the same code for an account and for the local stack."""
import json
import pathlib
import re
import time

import botocore.exceptions

TOP = pathlib.Path(__file__).resolve().parents[2]
# Executable -> the beginning of its names in the templates.
WORKERS = {"run-imageinfo": "RunImageInfo", "make-proxy": "MakeProxy", "update-ingest-table": "UpdateIngestTable"}
CAPABILITIES = ["CAPABILITY_IAM"]
NEVER_MADE = ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED")  # its first deployment did not succeed
WORKER_PROFILE = "WorkerProfile"  # the workers' value of Profile where the storage stack has another
NOT_YET = "known-after-deployment"  # stands for an output of a stack that a dry run did not make


class StackError(Exception):
    """What went wrong, in words for a person."""


def printable(text):
    """Somebody else's words on one line of a terminal: what moves the cursor or turns a line round is shown as an escape."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in str(text))


def create_activities(states, stage):
    """CloudFormation of the local stack has no activities: they are there before it."""
    for worker in WORKERS:
        try:
            states.create_activity(name=f"{stage}-{worker}-v1")
        except states.exceptions.ActivityAlreadyExists:
            pass


def template_text(path):
    """The template with its local state machine definitions written in, as `aws cloudformation package` would upload them."""
    def inline(match):
        definition = json.loads((TOP / "statemachine" / match[2]).read_text())
        return f"{match[1]}DefinitionString: {json.dumps(json.dumps(definition))}"
    return re.sub(r"^( +)DefinitionS3Location: ([\w.-]+\.asl\.json)$", inline, (TOP / path).read_text(), flags=re.M)


class Stacks:
    """values: parameters by name, for whichever template has them; outputs of a stack are added for those after it."""

    def __init__(self, cloudformation, stage, values, delivery=True, poll_seconds=0.05, wait_seconds=60):
        self.cloudformation, self.stage = cloudformation, stage
        self.values, self.outputs = {"Stage": stage, **values}, {}
        self.with_delivery, self.poll_seconds, self.wait_seconds = delivery, poll_seconds, wait_seconds

    def list(self):
        """(stack, template, parameters of its own) in the order of deployment."""
        yield "storage", "statemachine/storage.yaml", {}
        yield "network", "statemachine/network.yaml", {}
        yield "roles", "iam/roles.yaml", {}
        yield "pipeline", "statemachine/pipeline.yaml", {}
        for worker, name in WORKERS.items():
            own = {"Worker": worker, "TaskRoleArn": self.outputs.get(f"{name}RoleArn", NOT_YET),
                   "ActivityArn": self.outputs.get(f"{name}ActivityArn", NOT_YET)}
            if WORKER_PROFILE in self.values:
                own["Profile"] = self.values[WORKER_PROFILE]
            yield f"worker-{worker}", "statemachine/worker.yaml", own
        if self.with_delivery:
            yield "delivery", "statemachine/delivery.yaml", {}
        yield "observability", "statemachine/observability.yaml", {}

    def arguments(self, name, template, own, dry_run=False):
        text = template_text(template)
        values = self.values | self.outputs | own
        section = re.search(r"^Parameters:\n((?:[ #].*\n|\n)*)", text, re.M)
        parameters = []
        for parameter, rest in re.findall(r"^  (\w+):((?:.*\n)(?:    .*\n)*)", section[1], re.M):
            if parameter in values:
                parameters.append({"ParameterKey": parameter, "ParameterValue": values[parameter]})
            elif dry_run and "Default" not in rest:
                parameters.append({"ParameterKey": parameter, "ParameterValue": NOT_YET})
        return {"StackName": f"{self.stage}-{name}", "TemplateBody": text, "Parameters": parameters, "Capabilities": CAPABILITIES}

    def deploy(self, only=None, say=lambda text: None):
        for name, template, own in self.list():
            if only is None or name in only:
                say(f"stack {self.stage}-{name}")
                self.deploy_one(self.arguments(name, template, own))

    def describe(self, name):
        """The stack, None where there is none."""
        try:
            return self.cloudformation.describe_stacks(StackName=name)["Stacks"][0]
        except botocore.exceptions.ClientError as error:
            if "does not exist" in str(error):
                return None
            raise

    def deploy_one(self, arguments):
        name = arguments["StackName"]
        found = self.describe(name)
        if found is not None and found["StackStatus"] in NEVER_MADE:  # it takes no update, only its removal
            self.delete_one(name)
            found = None
        try:
            if found is None or found["StackStatus"] == "REVIEW_IN_PROGRESS":
                self.cloudformation.create_stack(**arguments)
            else:
                self.cloudformation.update_stack(**arguments)
        except botocore.exceptions.ClientError as error:
            if "No updates" not in str(error):
                raise
        stack = self.wait(name)
        if stack["StackStatus"] not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
            events = self.cloudformation.describe_stack_events(StackName=name)["StackEvents"]
            reasons = [event["ResourceStatusReason"] for event in events
                       if event.get("ResourceStatusReason") and "FAILED" in event["ResourceStatus"]]
            raise StackError(f"stack {name}: {stack['StackStatus']}: {'; '.join(reversed(reasons[-3:]))}")
        self.take_outputs(stack)

    def take_outputs(self, stack):
        self.outputs |= {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}

    def wait(self, name):
        """The stack once nothing is in progress any more; None when it has gone."""
        deadline = time.monotonic() + self.wait_seconds
        while True:
            stack = self.describe(name)
            if stack is None or not stack["StackStatus"].endswith("IN_PROGRESS"):
                return stack
            if time.monotonic() > deadline:
                raise StackError(f"stack {name} is still {stack['StackStatus']} after {self.wait_seconds} s")
            time.sleep(self.poll_seconds)

    def show_changes(self, say):
        """What deploy() would do. Leaves neither change set nor stack behind."""
        for name, template, own in self.list():
            arguments = self.arguments(name, template, own, dry_run=True)
            found = self.describe(arguments["StackName"])
            if found is not None and found["StackStatus"] in NEVER_MADE:
                say(f"stack {arguments['StackName']}: {found['StackStatus']}, is taken away and made anew")
                continue
            new = found is None or found["StackStatus"] == "REVIEW_IN_PROGRESS"
            if not new:
                self.take_outputs(found)
            change_set = self.cloudformation.create_change_set(ChangeSetName="dry-run", ChangeSetType="CREATE" if new else "UPDATE",
                                                               **arguments)
            try:
                self.show_one(arguments["StackName"], change_set["Id"], say)
            finally:
                self.cloudformation.delete_change_set(ChangeSetName=change_set["Id"])
                if new:
                    self.cloudformation.delete_stack(StackName=arguments["StackName"])

    def show_one(self, name, change_set, say):
        deadline = time.monotonic() + self.wait_seconds
        while True:
            found = self.cloudformation.describe_change_set(ChangeSetName=change_set)
            if found["Status"] in ("CREATE_COMPLETE", "FAILED"):
                break
            if time.monotonic() > deadline:
                raise StackError(f"the change set of {name} is still {found['Status']} after {self.wait_seconds} s")
            time.sleep(self.poll_seconds)
        say(f"stack {name}" + ("" if found["Changes"] else ": nothing to do"))
        for change in found["Changes"]:
            resource = change["ResourceChange"]
            say(f"  {resource['Action']:<7} {resource['ResourceType']:<45} {resource['LogicalResourceId']}")

    def destroy(self, say=lambda text: None):
        """Takes the stacks away, last first. What is retained stays: the buckets and the table."""
        for name, _, _ in reversed(list(self.list())):
            full = f"{self.stage}-{name}"
            if self.describe(full) is not None:
                say(f"stack {full} goes")
                self.delete_one(full)

    def delete_one(self, name):
        self.cloudformation.delete_stack(StackName=name)
        left = self.wait(name)
        if left is not None and left["StackStatus"] != "DELETE_COMPLETE":
            raise StackError(f"stack {name}: {left['StackStatus']}: see its events")
