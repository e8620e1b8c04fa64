"""What is right is what a run without faults leaves: the same bytes under the same keys, and the same row."""
import hashlib
import json
import re

TRANSIENT = {"Ingest.Transient", "Ingest.SourceChanged", "Ingest.Interrupted", "Ingest.Internal"}
# Hexadecimal of 64 digits beside "Signature" would be a signature; task tokens and keys are known word for word.
SIGNATURE = re.compile(r"Signature=[0-9a-f]{64}|AWS4-HMAC-SHA256 Credential")


def left(deployment, uuids):
    """{uuid: (objects by key, rows)} of all that the executions left."""
    found = {uuid: ({}, []) for uuid in uuids}
    for page in deployment.s3.get_paginator("list_objects_v2").paginate(Bucket=deployment.proxy_bucket):
        for each in page.get("Contents", []):
            body = deployment.s3.get_object(Bucket=deployment.proxy_bucket, Key=each["Key"])["Body"].read()
            found[each["Key"].split("/")[0]][0][each["Key"]] = hashlib.sha256(body).hexdigest()
    for page in deployment.dynamodb.get_paginator("scan").paginate(TableName=deployment.table, ConsistentRead=True):
        for row in page["Items"]:
            row.get("ingest", {}).get("M", {}).pop("executionArn", None)
            found[row["uuid"]["S"]][1].append(json.dumps(row, sort_keys=True))
    return found


def judge(reference, after, executions):
    """{verdict: [uuid, …]}: succeeded, failed (by a transient name), lost, wrong, doubled."""
    verdicts = {name: [] for name in ("succeeded", "failed", "lost", "wrong", "doubled")}
    for uuid, execution in executions.items():
        objects, rows = after[uuid]
        if execution["status"] == "RUNNING":
            verdicts["lost"].append(uuid)
        elif execution["status"] == "FAILED" and execution.get("error") in TRANSIENT:
            verdicts["failed"].append(uuid)
        elif execution["status"] != "SUCCEEDED" or objects != reference[uuid][0]:
            verdicts["wrong"].append(uuid)
        elif len(rows) > 1:
            verdicts["doubled"].append(uuid)
        elif rows != reference[uuid][1]:
            verdicts["wrong"].append(uuid)
        else:
            verdicts["succeeded"].append(uuid)
    return verdicts


def explain(uuid, reference, after):
    """Prints what differs."""
    for key in sorted(reference[0].keys() | after[0].keys()):
        if reference[0].get(key) != after[0].get(key):
            print(f"{uuid}: '{key}' {'is missing' if key not in after[0] else 'has other bytes' if key in reference[0] else 'is too much'}")
    if reference[1] != after[1]:
        print(f"{uuid}: row {after[1]} where {reference[1]} is right")


def leaks(logs, secrets):
    """Lines of the workers' logs that hold what no log may hold."""
    found = []
    for path in sorted(logs.glob("*.log")):
        for line in path.read_text(errors="replace").splitlines():
            if SIGNATURE.search(line) or any(secret in line for secret in secrets):
                found.append(f"{path.name}: {line[:60]}…")
    return found


def sanitizer_reports(logs):
    return [path.name for path in sorted(logs.glob("*.log"))
            if re.search(r"AddressSanitizer|runtime error:|LeakSanitizer", path.read_text(errors="replace"))]
