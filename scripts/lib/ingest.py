"""scripts/ingest: puts files in, starts and watches their executions, prints what came out."""
import argparse
import concurrent.futures
import json
import mimetypes
import pathlib
import re
import sys
import time

import botocore.exceptions

from account import clients, command, explained
from stacks import StackError, Stacks, printable

KEY_BYTES = 1024  # Amazon S3 User Guide, Creating object key names
AT_ONCE = 16
POLL_SECONDS = 0.2
BAR = 30


def arguments_of(arguments):
    parser = argparse.ArgumentParser(prog="scripts/ingest", description="Puts files in and watches their ingests to the end. Exit status 1 when one fails.")
    parser.add_argument("sources", nargs="+", metavar="FILE|FOLDER|s3://BUCKET/PREFIX")
    parser.add_argument("--stage", default="prod")
    parser.add_argument("--prefix", default="", help="put files under this key prefix")
    parser.add_argument("--timeout", type=int, default=3600, help="seconds to wait for all (3600)")
    options = parser.parse_args(arguments)
    if options.timeout < 1:
        parser.error("argument --timeout: 1 or more expected")
    return options


def files_of(path):
    """(file, key) of a file, or of every file of a folder. Everything is known to be readable before the first is put."""
    if path.is_dir():
        inside = ((each, each.relative_to(path)) for each in sorted(path.rglob("*")) if each.is_file())
        found = [(each, name) for each, name in inside if not any(part.startswith(".") for part in name.parts)]
        if not found:
            raise StackError(f"the folder '{path}' holds no files")
        return [(each, f"{path.resolve().name}/{name.as_posix()}".lstrip("/")) for each, name in found]
    if path.exists() and not path.is_file():
        raise StackError(f"'{path}' is neither a file nor a folder")
    return [(path, path.name)]


def check_file(path, key):
    """A StackError or an OSError for what could not be put; asked of every file before the first is."""
    try:
        size = len(key.encode())
    except UnicodeEncodeError as error:
        raise StackError(f"the name of '{path}' is not UTF-8, as a key must be: rename it") from error
    if size > KEY_BYTES:
        raise StackError(f"the key of '{path}' would have {size} bytes, and may have {KEY_BYTES}: shorten --prefix or the name")
    with open(path, "rb") as body:
        body.read(1)


def check_bucket(s3, name, advice):
    """A StackError that names the bucket where it cannot be had."""
    if not re.fullmatch(r"[A-Za-z0-9._-]{3,255}", name):
        raise StackError(f"'{name}' is no name of a bucket: s3://BUCKET/PREFIX expected")
    try:
        s3.head_bucket(Bucket=name)
    except botocore.exceptions.ClientError as error:
        status = error.response["ResponseMetadata"]["HTTPStatusCode"]
        reasons = {404: f"is not there: {advice}", 403: "may not be used with these credentials", 301: "is in another region"}
        raise StackError(f"the bucket '{name}' {reasons.get(status, explained(error))}") from error


def objects_of(s3, address):
    """(bucket, key, state) of everything under s3://bucket/prefix."""
    bucket, _, prefix = address.removeprefix("s3://").partition("/")
    check_bucket(s3, bucket, "is its name right?")
    found = [(bucket, each["Key"], {"Etag": each["ETag"]})
             for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
             for each in page.get("Contents", []) if each["Size"] > 0]
    if not found:
        raise StackError(f"nothing is there under '{address}'")
    return found


def outputs_of(stage):
    (cloudformation,) = clients("cloudformation")
    stacks = Stacks(cloudformation, stage, {})
    for name in ("storage", "pipeline"):
        stack = stacks.describe(f"{stage}-{name}")
        if stack is None:
            raise StackError(f"there is no stage '{stage}' here: run scripts/deploy, or name another with --stage")
        stacks.take_outputs(stack)
    return stacks.outputs


class Ingests:
    """Starts one execution an object and watches them all. The event of a put starts one too; both write the same."""

    def __init__(self, start_arn, total):
        self.states, self.start_arn, self.total = clients("stepfunctions")[0], start_arn, total
        self.ended = 0

    def run(self, bucket, key, state, deadline):
        """{status, error, cause, output} of one object. state: Etag and, in a versioned bucket, VersionId: the ingest is the event's own."""
        document = json.dumps({"bucket": bucket, "Key": key} | state)
        arn = self.states.start_execution(stateMachineArn=self.start_arn, input=document)["executionArn"]
        while True:
            found = self.states.describe_execution(executionArn=arn)
            if found["status"] != "RUNNING":
                return found
            if time.monotonic() > deadline:
                return {"status": "TIMED_OUT", "error": "still running", "executionArn": arn}
            time.sleep(POLL_SECONDS)

    def done(self):
        self.ended += 1
        if sys.stderr.isatty():
            full = BAR * self.ended // self.total
            print(f"\r[{'#' * full}{'.' * (BAR - full)}] {self.ended} of {self.total}", end="", file=sys.stderr, flush=True)
            if self.ended == self.total:
                print(file=sys.stderr)


def outcome(found):
    """One line for a person."""
    if found["status"] != "SUCCEEDED":
        try:
            reason = json.loads(found.get("cause", "")).get("message", "")
        except (AttributeError, ValueError):
            reason = found.get("cause", "")
        return f"FAILED     {found.get('error', found['status'])}: {reason}"
    output = json.loads(found["output"])
    if output.get("status") == "SKIPPED":
        return f"SKIPPED    {output.get('data', {}).get('skipped', {}).get('reason', '')}"
    renditions = output.get("data", {}).get("transcode", {}).get("renditions", [])
    names = ", ".join(f"{each['name']} {each['width']}x{each['height']}" for each in renditions)
    return f"COMPLETED  {output['input']['destination']['prefix']}  {names}"


def put(s3, bucket, key, path):
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    with open(path, "rb") as body:
        made = s3.put_object(Bucket=bucket, Key=key, Body=body, ContentType=kind)
    return {"Etag": made["ETag"]} | ({"VersionId": made["VersionId"]} if made.get("VersionId", "null") != "null" else {})


def attempted(work):
    """What work() finds; a refusal is one object's failure, and the others go on."""
    try:
        return work()
    except (botocore.exceptions.BotoCoreError, botocore.exceptions.ClientError, OSError) as error:
        return {"status": "FAILED", "error": "not done", "cause": explained(error)}


@command("ingest")
def ingest(arguments):
    options = arguments_of(arguments)
    local = [pathlib.Path(source) for source in options.sources if not source.startswith("s3://")]
    files = [pair for path in local for pair in files_of(path)]
    for path, key in files:
        check_file(path, options.prefix + key)
    outputs, (s3,) = outputs_of(options.stage), clients("s3")
    check_bucket(s3, outputs["IngestBucketName"], "run scripts/deploy again")
    objects = [found for source in options.sources if source.startswith("s3://") for found in objects_of(s3, source)]
    ingests = Ingests(outputs["StartArn"], len(files) + len(objects))
    deadline = time.monotonic() + options.timeout
    failed = 0

    def whole(bucket, key, state, path=None):
        return ingests.run(bucket, key, state or put(s3, bucket, key, path), deadline)

    def named(job):
        return f"s3://{job[0]}/{job[1]}", attempted(lambda: whole(*job))

    jobs = [(outputs["IngestBucketName"], options.prefix + key, None, path) for path, key in files] + objects
    lines = []
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        for finished in concurrent.futures.as_completed([pool.submit(named, job) for job in jobs]):
            name, found = finished.result()
            failed += found["status"] != "SUCCEEDED"
            lines.append(printable(f"{name}  {outcome(found)}"))
            ingests.done()
    print("\n".join(sorted(lines)))
    print(f"{len(jobs) - failed} of {len(jobs)} came through")
    return 1 if failed else 0


if __name__ == "__main__":
    ingest()
