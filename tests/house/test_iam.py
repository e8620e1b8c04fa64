"""Rights: the JSON files are what the templates carry, and hold exactly what the code calls."""
import json
import pathlib
import re

import pytest
import template

TOP = pathlib.Path(__file__).resolve().parents[2]
POLICIES = {path.stem: json.loads(path.read_text()) for path in sorted(TOP.glob("iam/*.json"))}

# What each call of common/aws asks the service for. A call that is not here fails the test below.
ACTIONS = {
    "states_get_task": {"states:GetActivityTask"},
    "states_succeed": {"states:SendTaskSuccess"},
    "states_fail": {"states:SendTaskFailure"},
    "states_heartbeat": {"states:SendTaskHeartbeat"},
    # Without ListBucket S3 answers 403 for a key that is not there: a missing source could not be told from a denied one.
    "s3_head": {"s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket"},
    "s3_get": {"s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket"},
    "s3_get_buf": {"s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket"},
    "s3_get_range": {"s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket"},
    "s3_source": {"s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket"},
    "s3_put": {"s3:PutObject"},
    "s3_upload_new": {"s3:PutObject", "s3:AbortMultipartUpload"},
    "s3_upload_add": set(),
    "s3_upload_finish": set(),
    "dynamodb_get_item": {"dynamodb:GetItem"},
    "dynamodb_put_item": {"dynamodb:PutItem"},
    "dynamodb_update_item": {"dynamodb:UpdateItem"},
}
# Sent by the agents beside a worker, not by its own calls.
AGENTS = {"ecs:UpdateTaskProtection"}
# Media2Cloud's role for the same work; what ours has beside it, with its reason.
UPPER_BOUND = {"s3:ListBucket", "s3:GetObject", "s3:PutObject", "dynamodb:Scan", "dynamodb:Query", "dynamodb:UpdateItem",
               "dynamodb:DeleteItem", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"}
BESIDE = {
    "states:GetActivityTask": "activities are polled",
    "states:SendTaskSuccess": "and answered", "states:SendTaskFailure": "and answered", "states:SendTaskHeartbeat": "and answered",
    "s3:GetObjectVersion": "a parent's message may name a version",
    "s3:AbortMultipartUpload": "a large upload that fails leaves no parts behind",
    # s3:PutObject of update-ingest-table: an output over 256 KiB goes to S3 (key .../state/update-ingest-table.json)
    "dynamodb:GetItem": "a write that is refused is compared with the row that stands",
    "ecs:UpdateTaskProtection": "a busy task is not scaled in",
}
WORKERS = ("run-imageinfo", "make-proxy", "update-ingest-table")


def actions(policy):
    for statement in policy["Statement"]:
        found = statement["Action"]
        yield from [found] if isinstance(found, str) else found


def carried():
    """{policy name: document} and {role: trust} as the templates have them, in the JSON files' text form."""
    policies, trusts = {}, {}
    for name, found in template.every().items():
        for logical, resource in found["Resources"].items():
            properties = resource.get("Properties", {})
            if resource["Type"] == "AWS::IAM::Role":
                trusts[logical] = template.plain(properties["AssumeRolePolicyDocument"])
                for policy in properties["Policies"]:
                    policy = policy["Fn::If"][1] if "Fn::If" in policy else policy
                    policies.setdefault(policy["PolicyName"], []).append(template.plain(policy["PolicyDocument"]))
            elif "PolicyDocument" in properties:
                policies.setdefault(f"{name}:{logical}", []).append(template.plain(properties["PolicyDocument"]))
    return policies, trusts


RESOURCE_POLICIES = {"statemachine/storage.yaml:IngestBucketPolicy": "ingest-bucket-policy",
                     "statemachine/storage.yaml:ProxyBucketPolicy": "proxy-bucket-policy",
                     "statemachine/delivery.yaml:ProxyBucketPolicy": "delivery-bucket-policy",
                     "statemachine/pipeline.yaml:UndeliveredPolicy": "queue-policy"}
TRUSTS = {"RunImageInfoRole": "task-trust", "MakeProxyRole": "task-trust", "UpdateIngestTableRole": "task-trust",
          "ExecutionRole": "task-trust", "StateMachineRole": "state-machine-trust", "BackfillRole": "state-machine-trust",
          "EventsRole": "events-trust"}


def test_templates_carry_the_json_files_and_nothing_else():
    policies, trusts = carried()
    used = set()
    for name, documents in policies.items():
        file = RESOURCE_POLICIES.get(name, name)
        used.add(file)
        assert all(document == POLICIES[file] for document in documents), name
    assert set(trusts) == set(TRUSTS)
    for role, document in trusts.items():
        used.add(TRUSTS[role])
        assert document == POLICIES[TRUSTS[role]], role
    assert used == set(POLICIES)


def test_every_call_of_the_clients_is_known_here():
    declared = set()
    for header in ("s3.h", "dynamodb.h", "states.h"):
        text = (TOP / "common/aws" / header).read_text()
        declared |= set(re.findall(r"\b((?:s3|dynamodb|states)_\w+)\((?:struct (?:s3|dynamodb|states|s3_upload) \*)", text))
    declared -= {name for name in declared if name.endswith(("_free", "_new", "_set_stop", "_release"))} - {"s3_upload_new"}
    assert declared == set(ACTIONS)


def called(worker):
    """The calls in a worker's own sources and in all of common/task that its includes, or worker_main, lead to."""
    sources, names = [TOP / "common/task/worker.c", *TOP.glob(f"workers/{worker}/*.[ch]")], set()
    for path in sources:  # grows while it is walked
        text = path.read_text()
        names |= set(re.findall(r"\b((?:s3|dynamodb|states)_\w+)\(", text)) & set(ACTIONS)
        for room in re.findall(r'#include "task/(\w+)\.h"', text):
            parts = (TOP / f"common/task/{room}.h", TOP / f"common/task/{room}.c")
            sources += [part for part in parts if part.exists() and part not in sources]
    return names


@pytest.mark.parametrize("worker", WORKERS)
def test_a_worker_may_do_exactly_what_its_code_calls(worker):
    needed = set().union(*(ACTIONS[name] for name in called(worker)))
    assert set(actions(POLICIES[worker])) - AGENTS == needed


@pytest.mark.parametrize("worker", WORKERS)
def test_rights_stay_under_the_replaced_role_but_for_what_has_a_reason(worker):
    assert set(actions(POLICIES[worker])) <= UPPER_BOUND | set(BESIDE)


def test_a_star_stands_only_where_the_service_names_no_resource():
    without_resource = {"states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess", "ecr:GetAuthorizationToken",
                        "xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
                        "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:GetLogDelivery",
                        "logs:DescribeResourcePolicies", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery"}
    for name, policy in POLICIES.items():
        for statement in policy["Statement"]:
            if statement.get("Resource") == "*":
                found = statement["Action"]
                assert set([found] if isinstance(found, str) else found) <= without_resource, name
        assert not any("*" in action for statement in policy["Statement"] if statement["Effect"] == "Allow"
                       for action in actions({"Statement": [statement]})), name


def test_services_are_trusted_only_for_this_account():
    for name in set(TRUSTS.values()):
        for statement in POLICIES[name]["Statement"]:
            assert statement["Condition"]["StringEquals"]["aws:SourceAccount"] == "${AccountId}"
            assert "aws:SourceArn" in statement["Condition"]["ArnLike"]


def test_backfill_may_do_what_its_map_does():
    """What AWS lists for a Distributed Map with a result writer, for its redrive, and for executions that are waited for."""
    def resources(action):
        found = [statement["Resource"] for statement in POLICIES["backfill"]["Statement"] if action in actions({"Statement": [statement]})]
        return {each for entry in found for each in ([entry] if isinstance(entry, str) else entry)}
    children = "arn:aws:states:${Region}:${AccountId}:execution:${Stage}-backfill"
    for action in ("s3:PutObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"):
        assert resources(action) == {"arn:aws:s3:::${ProxyBucketName}/backfill/*"}, action
    for action in ("states:DescribeExecution", "states:StopExecution"):
        assert {f"{children}:*", f"{children}/*", "arn:aws:states:${Region}:${AccountId}:execution:${Stage}-image-ingest:*"} == resources(action)
    assert resources("states:RedriveExecution") == {f"{children}/*"}
