"""The CloudFormation templates: what they carry, what they promise, and what the emulator is spared."""
import json
import pathlib
import re

import pytest
import template
from test_names import tasks

TOP = pathlib.Path(__file__).resolve().parents[2]
TEMPLATES = template.every()
# What the local stack has not. Nothing else may stand under OnAws: it would escape the demo and the tests.
ONLY_ON_AWS = {"AWS::StepFunctions::Activity", "AWS::StepFunctions::StateMachineVersion", "AWS::StepFunctions::StateMachineAlias",
               "AWS::ApplicationAutoScaling::ScalableTarget", "AWS::ApplicationAutoScaling::ScalingPolicy", "AWS::ECS::Service",
               "AWS::CloudWatch::Alarm"}  # alarms on metric math alone


def resources(kind=None):
    for name, found in TEMPLATES.items():
        for logical, resource in found["Resources"].items():
            if kind is None or resource["Type"] == kind:
                yield f"{name}:{logical}", resource


def test_no_nested_stacks():
    assert not list(resources("AWS::CloudFormation::Stack"))


def test_only_the_known_types_are_kept_from_the_emulator():
    kept = {resource["Type"] for _, resource in resources() if resource.get("Condition") == "OnAws"}
    assert kept == ONLY_ON_AWS


def test_plain_alarms_are_not_kept_from_it():
    for name, alarm in resources("AWS::CloudWatch::Alarm"):
        assert ("Metrics" in alarm["Properties"]) == (alarm.get("Condition") == "OnAws"), name


def test_the_emulated_condition_is_the_same_everywhere():
    for name, found in TEMPLATES.items():
        if "Emulated" in found.get("Parameters", {}):
            assert found["Conditions"]["OnAws"] == {"Fn::Equals": [{"Ref": "Emulated"}, "false"]}, name
            assert found["Parameters"]["Emulated"]["Default"] == "false", name


def test_data_outlives_its_stack():
    for kind in ("AWS::S3::Bucket", "AWS::DynamoDB::Table"):
        found = list(resources(kind))
        assert found
        for name, resource in found:
            assert resource["DeletionPolicy"] == resource["UpdateReplacePolicy"] == "Retain", name
            assert name.startswith("statemachine/storage.yaml:")


def test_buckets_are_closed():
    for name, bucket in resources("AWS::S3::Bucket"):
        properties = bucket["Properties"]
        assert set(properties["PublicAccessBlockConfiguration"].values()) == {True}, name
        assert properties["OwnershipControls"]["Rules"] == [{"ObjectOwnership": "BucketOwnerEnforced"}], name
        assert properties["BucketEncryption"] and properties["LifecycleConfiguration"], name


@pytest.mark.parametrize("profile", ["media2cloud", "thumbnail", "compress", "watermark", "metadata"])
def test_the_table_has_the_key_of_the_profile(profile):
    record = json.loads((TOP / f"statemachine/profiles/{profile}.json").read_text()).get("record")
    keys = TEMPLATES["statemachine/storage.yaml"]["Mappings"]["TableKeys"]
    if record is not None:
        assert list(record["key"]) == [keys[profile]["Name"]]
    else:
        assert profile in keys


def worker_container():
    task = TEMPLATES["statemachine/worker.yaml"]["Resources"]["Task"]["Properties"]
    return task["ContainerDefinitions"][0]


def test_a_worker_runs_without_rights_on_its_container():
    container = worker_container()
    assert container["User"] == "10001:10001" and container["ReadonlyRootFilesystem"] is True
    assert container["LinuxParameters"]["Capabilities"] == {"Drop": ["ALL"]}
    assert container["HealthCheck"]["Command"][-1] == "--check-health"
    stop = next(entry["Value"] for entry in container["Environment"] if entry.get("Name") == "INGEST_STOP_SECONDS")
    assert int(stop) + 5 < container["StopTimeout"] == 120  # gone 5 s after its stop time at most


def test_heartbeats_of_machine_and_template_are_equal():
    beat = next(entry["Value"] for entry in worker_container()["Environment"] if entry.get("Name") == "INGEST_HEARTBEAT_SECONDS")
    assert {state["HeartbeatSeconds"] for state in tasks().values()} == {int(beat)}


def test_settings_in_the_template_exist():
    known = set(re.findall(r'(?:TEXT|NUMBER)_ROW\("(\w+)"', (TOP / "common/base/settings.c").read_text()))
    names = {entry["Name"] for entry in worker_container()["Environment"] if "Name" in entry}
    assert names and names <= known


def test_limits_of_the_template_are_those_of_the_settings():
    text = (TOP / "README.md").read_text()
    parameters = TEMPLATES["statemachine/worker.yaml"]["Parameters"]
    limits = {entry["Name"]: parameters[entry["Value"]["Ref"]] for entry in worker_container()["Environment"]
              if entry.get("Name", "").startswith("INGEST_MAX_")}
    rows = re.findall(r"^\| `(INGEST_MAX_\w+)` \| `(\d+)` \| (\d+)\.\.(\d+) \|", text, re.M)
    assert {name: (found["Default"], found["MinValue"], found["MaxValue"]) for name, found in limits.items()} == {
        name: tuple(map(int, numbers)) for name, *numbers in rows}


def test_every_parameter_is_described_and_names_of_data_are_held_to_their_form():
    for name, found in TEMPLATES.items():
        for parameter, rest in found["Parameters"].items():
            assert rest.get("Description"), f"{name}:{parameter}"
            if parameter in ("Stage", "IngestBucketName", "ProxyBucketName", "TableName"):
                assert rest["AllowedPattern"], f"{name}:{parameter}"


def test_an_update_leaves_the_number_of_tasks_to_the_scaling():
    assert "DesiredCount" not in TEMPLATES["statemachine/worker.yaml"]["Resources"]["Service"]["Properties"]


def test_workers_scale_on_the_backlog_and_not_on_cpu():
    alarms = [resource["Properties"] for name, resource in resources("AWS::CloudWatch::Alarm") if "worker.yaml" in name]
    metrics = {part["MetricStat"]["Metric"]["MetricName"] for alarm in alarms for part in alarm["Metrics"] if "MetricStat" in part}
    assert metrics == {"ActivitiesScheduled", "ActivitiesStarted", "ActivityScheduleTime"}


def test_backfill_keeps_the_slots_busy():
    machine = json.loads((TOP / "statemachine/backfill.asl.json").read_text())
    parameters = TEMPLATES["statemachine/worker.yaml"]["Parameters"]
    slots = parameters["MaxTasks"]["Default"] * parameters["Slots"]["Default"]
    assert machine["States"]["Defaults"]["Result"]["concurrency"] == 2 * slots


def test_the_rule_knows_suffixes_in_any_letter_case():
    rule = TEMPLATES["statemachine/pipeline.yaml"]["Resources"]["ObjectCreated"]["Properties"]
    _, images, every_object = rule["EventPattern"]["detail"]["object"]["key"]["Fn::If"]
    suffixes = {pattern["suffix"]["equals-ignore-case"] for pattern in images}
    for profile in TOP.glob("statemachine/profiles/*.json"):
        wanted = set(json.loads(profile.read_text()).get("match", {}).get("suffixes", []))
        assert wanted <= suffixes, profile
    assert every_object == [{"exists": True}]
    (target,) = rule["Targets"]
    assert target["DeadLetterConfig"] and target["RetryPolicy"]


def test_the_json_for_the_command_line_is_the_distribution_of_the_template():
    written = json.loads((TOP / "statemachine/cloudfront-config.json").read_text())
    carried = TEMPLATES["statemachine/delivery.yaml"]["Resources"]["Distribution"]["Properties"]["DistributionConfig"]
    for name in ("Enabled", "DefaultRootObject", "HttpVersion"):
        assert written[name] == carried[name], name
    assert written["PriceClass"] == TEMPLATES["statemachine/delivery.yaml"]["Parameters"]["PriceClass"]["Default"]
    assert written["Comment"] == template.plain(carried["Comment"])
    for name in ("TargetOriginId", "ViewerProtocolPolicy", "CachePolicyId", "Compress"):
        assert written["DefaultCacheBehavior"][name] == carried["DefaultCacheBehavior"][name], name
    ((origin,), (made,)) = written["Origins"]["Items"], carried["Origins"]
    assert (origin["Id"], origin["S3OriginConfig"]) == (made["Id"], made["S3OriginConfig"]) and "OriginAccessControlId" in origin
    assert origin["DomainName"] == template.plain(made["DomainName"]).replace("${AWS::URLSuffix}", "amazonaws.com")
    assert json.loads((TOP / "statemachine/notification.json").read_text()) == {"EventBridgeConfiguration": {}}


def test_delivery_is_private_and_encrypted():
    distribution = TEMPLATES["statemachine/delivery.yaml"]["Resources"]["Distribution"]["Properties"]["DistributionConfig"]
    behaviour = distribution["DefaultCacheBehavior"]
    assert behaviour["ViewerProtocolPolicy"] == "redirect-to-https"
    assert behaviour["CachePolicyId"] == "658327ea-f89d-4fab-a63d-7e88639e58f6"  # Managed-CachingOptimized
    assert distribution["DefaultRootObject"] == "index.html"
    (origin,) = distribution["Origins"]
    assert origin["OriginAccessControlId"] and origin["S3OriginConfig"] == {"OriginAccessIdentity": ""}
