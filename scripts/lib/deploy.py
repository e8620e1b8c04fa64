"""scripts/deploy and scripts/destroy: the stacks of one stage in an account."""
import argparse
import base64
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import time

import botocore.exceptions
import jsonschema

from account import clients, command, identity
from gallery import upload_page
from stacks import NEVER_MADE, TOP, WORKER_PROFILE, StackError, Stacks, create_activities
from template import every

PROFILE_FOLDER = TOP / "statemachine/profiles"
PROFILES = ("media2cloud", "thumbnail", "compress", "watermark", "metadata")
MACHINES = {"X86_64": "x86_64", "ARM64": "aarch64"}  # architecture -> what `uname -m` says there
# Option -> what its value must look like, and in words. Existing buckets may have names that a new one may not.
FORMS = {
    "ingest_bucket": (r"[A-Za-z0-9._-]{3,255}", "a bucket's name (no s3://, no ARN)"),
    "proxy_bucket": (r"[A-Za-z0-9._-]{3,255}", "a bucket's name (no s3://, no ARN)"),
    "table": (r"[A-Za-z0-9._-]{3,255}", "a table's name of 3 to 255 letters, digits, dots, hyphens or underscores"),
    "alarm_topic": (r"arn:[\w-]+:sns:[\w-]+:\d{12}:[\w-]+", "the ARN of an SNS topic"),
}
NEW_BUCKET = r"(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"
WAIT_SECONDS = 1800  # CloudFront takes its time


def arguments_of(arguments):
    parser = argparse.ArgumentParser(prog="scripts/deploy", description="From this clone to a running system in the account of your credentials.")
    parser.add_argument("--stage", default="prod", help="begins the name of everything (prod)")
    parser.add_argument("--profile", default="media2cloud", metavar="NAME|FILE",
                        help=f"what is made of each image: {', '.join(PROFILES)} (media2cloud), or a JSON file in statemachine/profiles/")
    parser.add_argument("--ingest-bucket", help="bucket of the sources, new or existing (STAGE-ingest-ACCOUNT)")
    parser.add_argument("--proxy-bucket", help="bucket of the outputs, new or existing (STAGE-proxy-ACCOUNT)")
    parser.add_argument("--table", help="table of the records, new or existing (STAGE-ingest-table)")
    parser.add_argument("--image", help="a container image that is there already, public or in the registry of the stage; without it one is built and pushed")
    parser.add_argument("--architecture", default="X86_64", choices=("X86_64", "ARM64"), help="what the image is built for (X86_64)")
    parser.add_argument("--delivery", action="store_true", help="CloudFront before the proxy bucket, and the page")
    parser.add_argument("--private", action="store_true", help="no way to the internet: VPC endpoints instead")
    parser.add_argument("--spot", action="store_true", help="Fargate Spot")
    parser.add_argument("--tracing", action="store_true", help="a collector beside each worker sends X-Ray segments")
    parser.add_argument("--to-zero", action="store_true", help="no worker runs while there is no work")
    parser.add_argument("--alarm-topic", default="", help="ARN of the SNS topic that alarms are sent to")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE",
                        help="a parameter of the templates, as MaxTasks=32 or Objects=all; may be said again")
    parser.add_argument("--emulated", action="store_true", help="leaves out what the local stack has not (scripts/local-stack)")
    parser.add_argument("--dry-run", action="store_true", help="shows what would change, and changes nothing")
    options = parser.parse_args(arguments)
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,15}", options.stage):
        raise StackError(f"--stage is '{options.stage}': a lower case letter, then up to 15 letters, digits or hyphens expected")
    if options.emulated:
        options.image = options.image or "image-ingest:local"  # nothing runs there
    for name, (form, words) in FORMS.items():
        value = getattr(options, name)
        if value and not re.fullmatch(form, value):
            raise StackError(f"--{name.replace('_', '-')} is '{value}': {words} expected")
    return options


def profile_of(name):
    """The profile as JSON: one of ours, or a file that goes into the image with them."""
    path = PROFILE_FOLDER / f"{name}.json" if name in PROFILES else pathlib.Path(name).resolve()
    if path.parent != PROFILE_FOLDER or not path.is_file():
        raise StackError(f"--profile is '{name}': {', '.join(PROFILES)}, or a JSON file in statemachine/profiles/ expected: the image holds those")
    try:
        profile = json.loads(path.read_text())
        jsonschema.validate(profile, json.loads((PROFILE_FOLDER / "profile.schema.json").read_text()))
    except jsonschema.ValidationError as error:
        raise StackError(f"the profile '{name}' is not sound: {error.json_path}: {error.message}") from error
    except ValueError as error:
        raise StackError(f"the profile '{name}' is not JSON: {error}") from error
    return profile


def profile_values(name, profile):
    """What the templates take of it: a file is `custom` to the storage stack, and a path to the workers."""
    if name in PROFILES:
        return {"Profile": name}
    key = next(iter(profile.get("record", {}).get("key", {})), "uuid")
    return {"Profile": "custom", "TableKey": key, WORKER_PROFILE: f"/app/profiles/{pathlib.Path(name).name}"}


def parameters_of(options):
    """{name: value} of --set, each a parameter that a template has and no option stands for."""
    found = {}
    for text in options.set:
        name, equals, value = text.partition("=")
        if not equals or not any("Default" in each.get("Parameters", {}).get(name, {}) for each in every().values()):
            raise StackError(f"--set is '{text}': NAME=VALUE expected, a parameter with a default of the templates in statemachine/ and iam/")
        found[name] = value
    if options.private and options.tracing and "CollectorImage" not in found:
        raise StackError("--tracing with --private: the collector's image is out of reach there; push it to the registry of the stage "
                         "and say --set CollectorImage=IMAGE")
    return found


def say(text):
    print(text, flush=True)


def owned(cloudformation, stage):
    """Physical names that the storage stack made in an earlier run: they are its own and not 'existing'. What is retained of a
    run that was rolled back is nobody's."""
    name = f"{stage}-storage"
    found = Stacks(cloudformation, stage, {}).describe(name)
    if found is None or found["StackStatus"] in NEVER_MADE:
        return set()
    return {resource.get("PhysicalResourceId") for resource in cloudformation.describe_stack_resources(StackName=name)["StackResources"]}


def bucket_is_new(s3, name):
    """True: it may be made. False: it is there and ours. A StackError where it belongs to somebody else."""
    try:
        s3.head_bucket(Bucket=name)
        return False
    except botocore.exceptions.ClientError as error:
        status = error.response["ResponseMetadata"]["HTTPStatusCode"]
        if status == 404:
            if not re.fullmatch(NEW_BUCKET, name):
                raise StackError(f"there is no bucket '{name}', and a new one has 3 to 63 lower case letters, digits, dots or hyphens") from error
            return True
        if status == 301:
            raise StackError(f"the bucket '{name}' is in another region: take another name, or deploy there") from error
        raise StackError(f"the name '{name}' is taken by a bucket that these credentials may not use: take another name") from error


def table_is_new(dynamodb, name, profile):
    """As bucket_is_new(). A table that is there has the key that the profile's record writes."""
    record = profile.get("record", {})
    try:
        found = dynamodb.describe_table(TableName=name)["Table"]
    except dynamodb.exceptions.ResourceNotFoundException:
        if len(record.get("key", {})) > 1:
            raise StackError(f"profile {profile['name']} writes a table with a sort key: make it, and name it with --table") from None
        return True
    types = {each["AttributeName"]: each["AttributeType"] for each in found["AttributeDefinitions"]}
    has = [(each["AttributeName"], types[each["AttributeName"]]) for each in found["KeySchema"]]
    wants = list(record.get("key", {}))
    if wants and sorted(attribute for attribute, _ in has) != sorted(wants):
        key = " and ".join(f"{attribute} ({kind})" for attribute, kind in has)
        raise StackError(f"the table '{name}' has the key {key}, profile {profile['name']} writes {' and '.join(wants)}: name another with --table")
    return False


def values_of(options, profile, account, cloudformation):
    s3, dynamodb = clients("s3", "dynamodb")
    ingest = options.ingest_bucket or f"{options.stage}-ingest-{account}"
    proxy = options.proxy_bucket or f"{options.stage}-proxy-{account}"
    table = options.table or f"{options.stage}-ingest-table"
    if ingest == proxy:
        raise StackError("--ingest-bucket and --proxy-bucket must differ, or every output would start an ingest")
    ours = owned(cloudformation, options.stage)
    flag = {True: "true", False: "false"}
    return {
        **profile_values(options.profile, profile), "IngestBucketName": ingest, "ProxyBucketName": proxy, "TableName": table,
        "CreateIngestBucket": flag[ingest in ours or bucket_is_new(s3, ingest)],
        "CreateProxyBucket": flag[proxy in ours or bucket_is_new(s3, proxy)],
        "CreateTable": flag[table_is_new(dynamodb, table, profile) or table in ours],
        "WithDelivery": flag[options.delivery], "Private": flag[options.private], "Spot": flag[options.spot],
        "Tracing": flag[options.tracing], "Architecture": options.architecture, "AlarmTopicArn": options.alarm_topic,
        "Emulated": flag[options.emulated],
    } | ({"MinTasks": "0"} if options.to_zero else {})


def engine():
    """What scripts/image will build with, asked for before anything is made; and the settings that find its images again."""
    if shutil.which("docker") and subprocess.run(["docker", "info"], capture_output=True, check=False).returncode == 0:
        return "docker", {}
    if shutil.which("podman"):
        return "podman", {}
    if os.geteuid() == 0 and shutil.which("apt-get"):
        return "buildah", {"CONTAINERS_STORAGE_CONF": str(TOP / "build/image/storage.conf")}
    raise StackError("no docker or podman here to build the image with: install one, or name an image that is there with --image")


def check_builder(architecture):
    """A StackError where the image could not be built here."""
    tool, _ = engine()
    if tool == "buildah" and platform.machine() != MACHINES[architecture]:
        raise StackError(f"this machine cannot build for {architecture}: take docker or podman, a machine of that kind, or --image")


def ran(*command, **options):
    if subprocess.run(command, check=False, **options).returncode != 0:
        raise StackError(f"'{' '.join(map(str, command[:2]))}' did not succeed: see above")


def pushed_image(registry, architecture):
    """Builds the image and pushes it; its name with the digest's place taken by a tag of this moment."""
    (ecr,) = clients("ecr")
    image = f"{registry}:{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}"
    ran(TOP / "scripts/image", "--architecture", architecture, image)
    token = ecr.get_authorization_token()["authorizationData"][0]
    user, _, password = base64.b64decode(token["authorizationToken"]).decode().partition(":")
    tool, settings = engine()
    ran(tool, "login", "--username", user, "--password-stdin", registry.split("/")[0], input=password.encode(), env=os.environ | settings)
    ran(tool, "push", image, env=os.environ | settings)
    return image


def turn_events_on(values, dry_run=False):
    """An existing bucket sends its events to EventBridge too; what it sends elsewhere stays as it is."""
    if values["CreateIngestBucket"] == "true":
        return
    (s3,) = clients("s3")
    configuration = s3.get_bucket_notification_configuration(Bucket=values["IngestBucketName"])
    configuration.pop("ResponseMetadata", None)
    if "EventBridgeConfiguration" not in configuration:
        say(f"events of {values['IngestBucketName']} go to EventBridge as well")
        if not dry_run:
            configuration["EventBridgeConfiguration"] = {}
            s3.put_bucket_notification_configuration(Bucket=values["IngestBucketName"], NotificationConfiguration=configuration)


def check_delivery(stacks):
    """The bucket's one policy is the delivery stack's while that is there."""
    if not stacks.with_delivery and stacks.describe(f"{stacks.stage}-delivery") is not None:
        raise StackError(f"stage {stacks.stage} has the stack {stacks.stage}-delivery: say --delivery again, or take it away with "
                         f"`aws cloudformation delete-stack --stack-name {stacks.stage}-delivery`")


@command("deploy")
def deploy(arguments):
    options = arguments_of(arguments)
    chosen, profile = parameters_of(options), profile_of(options.profile)
    account, region = identity()
    (cloudformation,) = clients("cloudformation")
    say(f"account {account}, region {region}, stage {options.stage}")
    values = values_of(options, profile, account, cloudformation)
    twice = sorted(chosen.keys() & {"Stage", "Image", *values})
    if twice:
        raise StackError(f"--set {', '.join(twice)}: an option says that, see --help")
    values |= chosen
    if options.image:
        values["Image"] = options.image
    stacks = Stacks(cloudformation, options.stage, values, options.delivery, poll_seconds=1, wait_seconds=WAIT_SECONDS)
    check_delivery(stacks)
    if options.dry_run:
        stacks.show_changes(say)
        turn_events_on(values, dry_run=True)
        return 0
    if not options.image:
        check_builder(options.architecture)
    if options.emulated:
        create_activities(*clients("stepfunctions"), options.stage)
    before = ("storage", "network", "roles", "pipeline")
    stacks.deploy(before, say)
    if not options.image:
        stacks.values["Image"] = pushed_image(stacks.outputs["RegistryUri"], options.architecture)
    stacks.deploy({name for name, _, _ in stacks.list()} - set(before), say)
    turn_events_on(values)
    if options.delivery:
        upload_page(*clients("s3", "stepfunctions"), stacks.outputs)
    for name, value in sorted(stacks.outputs.items()):
        say(f"  {name:<30}{value}")
    if options.delivery:
        say(f"The page: https://{stacks.outputs['DistributionDomain']}/ (scripts/gallery --stage {options.stage} brings it up to date)")
    say(f"Put a photo into s3://{values['IngestBucketName']}/, or run: scripts/ingest --stage {options.stage} PHOTO")
    return 0


@command("destroy")
def destroy(arguments):
    parser = argparse.ArgumentParser(prog="scripts/destroy", description="Takes the stacks of a stage away. Buckets and table stay.")
    parser.add_argument("--stage", default="prod")
    parser.add_argument("--yes", action="store_true", help="does not ask")
    options = parser.parse_args(arguments)
    account, region = identity()
    (cloudformation,) = clients("cloudformation")
    stacks = Stacks(cloudformation, options.stage, {}, poll_seconds=1, wait_seconds=WAIT_SECONDS)
    storage = stacks.describe(f"{options.stage}-storage")
    if storage is None:
        raise StackError(f"there is no stage '{options.stage}' in account {account}, region {region}")
    if not options.yes:
        if not sys.stdin.isatty():
            raise StackError("this takes the stacks away: say --yes where no one can be asked")
        if input(f"Take stage {options.stage} out of account {account}, region {region}? Type its name: ") != options.stage:
            raise StackError("nothing was changed")
    stacks.destroy(say)
    kept = {output["OutputKey"]: output["OutputValue"] for output in storage.get("Outputs", [])}
    say(f"what stays: s3://{kept.get('IngestBucketName')}, s3://{kept.get('ProxyBucketName')}, table {kept.get('TableName')}")
    return 0


if __name__ == "__main__":
    sys.argv.pop(1) == "destroy" and destroy()
    deploy()
