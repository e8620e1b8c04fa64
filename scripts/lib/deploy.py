"""scripts/deploy and scripts/destroy: the stacks of one stage in an account."""
import argparse
import base64
import re
import shutil
import subprocess
import sys
import time

import botocore.exceptions

from account import clients, command, identity
from gallery import whole_page
from stacks import TOP, StackError, Stacks

PROFILES = ("media2cloud", "thumbnail", "compress", "watermark", "metadata")
WAIT_SECONDS = 1800  # CloudFront takes its time


def arguments_of(arguments):
    parser = argparse.ArgumentParser(prog="scripts/deploy", description="From this clone to a running system in the account of your credentials.")
    parser.add_argument("--stage", default="prod", help="begins the name of everything (prod)")
    parser.add_argument("--profile", default="media2cloud", choices=PROFILES, help="what is made of each image (media2cloud)")
    parser.add_argument("--ingest-bucket", help="bucket of the sources, new or existing (STAGE-ingest-ACCOUNT)")
    parser.add_argument("--proxy-bucket", help="bucket of the outputs, new or existing (STAGE-proxy-ACCOUNT)")
    parser.add_argument("--table", help="table of the records, new or existing (STAGE-ingest-table)")
    parser.add_argument("--image", help="a container image that is there already; without it one is built and pushed")
    parser.add_argument("--architecture", default="X86_64", choices=("X86_64", "ARM64"), help="what the image is built for (X86_64)")
    parser.add_argument("--delivery", action="store_true", help="CloudFront before the proxy bucket, and the page")
    parser.add_argument("--private", action="store_true", help="no way to the internet: VPC endpoints instead")
    parser.add_argument("--spot", action="store_true", help="Fargate Spot")
    parser.add_argument("--tracing", action="store_true", help="a collector beside each worker sends X-Ray segments")
    parser.add_argument("--to-zero", action="store_true", help="no worker runs while there is no work")
    parser.add_argument("--alarm-topic", default="", help="ARN of the SNS topic that alarms are sent to")
    parser.add_argument("--emulated", action="store_true", help="leaves out what the local stack has not (scripts/local-stack)")
    parser.add_argument("--dry-run", action="store_true", help="shows what would change, and changes nothing")
    options = parser.parse_args(arguments)
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,15}", options.stage):
        raise StackError(f"--stage is '{options.stage}': a lower case letter, then up to 15 letters, digits or hyphens expected")
    return options


def say(text):
    print(text, flush=True)


def owned(cloudformation, stage):
    """Physical names that the storage stack made in an earlier run: they are its own and not 'existing'."""
    try:
        resources = cloudformation.describe_stack_resources(StackName=f"{stage}-storage")["StackResources"]
    except botocore.exceptions.ClientError:
        return set()
    return {resource.get("PhysicalResourceId") for resource in resources}


def bucket_is_new(s3, name):
    """True: it may be made. False: it is there and ours. A StackError where it belongs to somebody else."""
    try:
        s3.head_bucket(Bucket=name)
        return False
    except botocore.exceptions.ClientError as error:
        status = error.response["ResponseMetadata"]["HTTPStatusCode"]
        if status == 404:
            return True
        if status == 301:
            raise StackError(f"the bucket '{name}' is in another region: take another name, or deploy there") from error
        raise StackError(f"the name '{name}' is taken by a bucket that these credentials may not use: take another name") from error


def table_is_new(dynamodb, name):
    try:
        dynamodb.describe_table(TableName=name)
        return False
    except dynamodb.exceptions.ResourceNotFoundException:
        return True


def values_of(options, account, cloudformation):
    s3, dynamodb = clients("s3", "dynamodb")
    ingest = options.ingest_bucket or f"{options.stage}-ingest-{account}"
    proxy = options.proxy_bucket or f"{options.stage}-proxy-{account}"
    table = options.table or f"{options.stage}-ingest-table"
    if ingest == proxy:
        raise StackError("--ingest-bucket and --proxy-bucket must differ, or every output would start an ingest")
    ours = owned(cloudformation, options.stage)
    flag = {True: "true", False: "false"}
    return {
        "Profile": options.profile, "IngestBucketName": ingest, "ProxyBucketName": proxy, "TableName": table,
        "CreateIngestBucket": flag[ingest in ours or bucket_is_new(s3, ingest)],
        "CreateProxyBucket": flag[proxy in ours or bucket_is_new(s3, proxy)],
        "CreateTable": flag[table in ours or table_is_new(dynamodb, table)],
        "WithDelivery": flag[options.delivery], "Private": flag[options.private], "Spot": flag[options.spot],
        "Tracing": flag[options.tracing], "Architecture": options.architecture, "MinTasks": "0" if options.to_zero else "1",
        "AlarmTopicArn": options.alarm_topic, "Emulated": flag[options.emulated],
    }


def engine():
    for name in ("docker", "podman", "buildah"):
        if shutil.which(name):
            return name
    raise StackError("no docker, podman or buildah here: install one, or name an image that is there with --image")


def pushed_image(registry):
    """Builds the image and pushes it; its name with the digest's place taken by a tag of this moment."""
    (ecr,) = clients("ecr")
    image = f"{registry}:{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}"
    subprocess.run([TOP / "scripts/image", image], check=True)
    token = ecr.get_authorization_token()["authorizationData"][0]
    user, _, password = base64.b64decode(token["authorizationToken"]).decode().partition(":")
    tool = engine()
    subprocess.run([tool, "login", "--username", user, "--password-stdin", registry.split("/")[0]], input=password.encode(), check=True)
    subprocess.run([tool, "push", image], check=True)
    return image


def upload_page(outputs):
    """The page, where the proxy bucket is delivered; scripts/gallery brings its list up to date."""
    s3, states = clients("s3", "stepfunctions")
    for name, body, kind in whole_page(states, outputs["MachineArn"]):
        s3.put_object(Bucket=outputs["ProxyBucketName"], Key=name, Body=body, ContentType=kind)


def turn_events_on(values):
    """An existing bucket sends its events to EventBridge too; what it sends elsewhere stays as it is."""
    if values["CreateIngestBucket"] == "true":
        return
    (s3,) = clients("s3")
    configuration = s3.get_bucket_notification_configuration(Bucket=values["IngestBucketName"])
    configuration.pop("ResponseMetadata", None)
    if "EventBridgeConfiguration" not in configuration:
        configuration["EventBridgeConfiguration"] = {}
        s3.put_bucket_notification_configuration(Bucket=values["IngestBucketName"], NotificationConfiguration=configuration)
        say(f"events of {values['IngestBucketName']} go to EventBridge as well")


@command("deploy")
def deploy(arguments):
    options = arguments_of(arguments)
    account, region = identity()
    (cloudformation,) = clients("cloudformation")
    say(f"account {account}, region {region}, stage {options.stage}")
    values = values_of(options, account, cloudformation)
    if options.image:
        values["Image"] = options.image
    stacks = Stacks(cloudformation, options.stage, values, options.delivery, poll_seconds=1, wait_seconds=WAIT_SECONDS)
    if options.dry_run:
        stacks.show_changes(say)
        return 0
    before = ("storage", "network", "roles", "pipeline")
    stacks.deploy(before, say)
    if not options.image:
        stacks.values["Image"] = pushed_image(stacks.outputs["RegistryUri"])
    stacks.deploy({name for name, _, _ in stacks.list()} - set(before), say)
    turn_events_on(values)
    if options.delivery:
        upload_page(stacks.outputs)
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
