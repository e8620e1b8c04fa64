#!/usr/bin/env python3
"""Signs random requests with our signer and with botocore and compares every part of the answer.

  sigv4_differential.py SIGV4-SIGN [COUNT [SEED]]

Exit 0: all agree; 1: a difference, printed; 77: botocore is not installed.
"""
import base64
import json
import random
import subprocess
import sys

try:
    from botocore.auth import S3SigV4Auth, SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials
except ImportError:
    print("sigv4_differential: botocore is not installed, skipped")
    sys.exit(77)

BATCH = 500
WORDS = ["a", "b", "B", "key", "X-Amz-Date", "uploads", "prefix", "a b", "%", "%20", "+", "=", "&", "/", "//", "..", ".", "~", "-_.",
         "é", "漢字", "\U0001f4f7", "'", "(", ")", "*", "!", "@", ":", ";", ",", "$", "\"", "<", "\\", "|", "^", "`", "{", "0", "\t", "\0", "\n", ""]
HEADERS = ["My-Header1", "my-header1", "MY-HEADER2", "X-Amz-Meta-A", "Content-Type", "Range", "If-Match", "A", "Zoo", "x-b3",
           "User-Agent", "Expect", "X-Amzn-Trace-Id", "Date", "x-amz-checksum-crc32", "Content-MD5"]
VALUES = ["a", "value1", "  lead", "trail  ", "a   b   c", "\"quoted  inner\"", "", "bytes=0-1", "é", "a,b", "x;y", "0"]


def text(rng, most=6):
    return "".join(rng.choice(WORDS) for _ in range(rng.randrange(most)))


def raw_path(rng):
    """What may stand in a request line: no '?' or '#', which would end the path."""
    return "/" + "/".join(rng.choice(["a", "b c", "%20", "é", "..", ".", "", "x+y", "~", "a:b", "{}", "%2F"])
                          for _ in range(rng.randrange(6)))


def case(rng):
    s3 = rng.random() < 0.5
    request = {
        "method": rng.choice(["GET", "PUT", "POST", "HEAD", "DELETE"]),
        "query": [[text(rng, 4), text(rng, 4)] for _ in range(rng.randrange(5))],
        "headers": [["Host", rng.choice(["example.amazonaws.com", "127.0.0.1:4566", "b.s3.eu-west-1.amazonaws.com"])]] +
                   [[rng.choice(HEADERS), rng.choice(VALUES)] for _ in range(rng.randrange(6))],
        "region": rng.choice(["us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1"]),
        "service": "s3" if s3 else rng.choice(["service", "dynamodb", "states", "sts"]),
        "timestamp": "20%02d%02d%02dT%02d%02d%02dZ" % (rng.randrange(100), rng.randrange(1, 13), rng.randrange(1, 29), rng.randrange(24),
                                                      rng.randrange(60), rng.randrange(60)),
        "credentials": {"access_key_id": "AKID%d" % rng.randrange(10**9), "secret_access_key": text(rng, 9) + "/K+s",
                        "session_token": rng.choice([None, "tok+en/%d==" % rng.randrange(10**9)])},
        "options": {"normalize_path": not s3, "double_encode": not s3, "signed_body_header": s3},
    }
    rng.shuffle(request["headers"])
    if rng.random() < 0.5:
        request["key"] = (text(rng, 9) or "k")[:300]
        request["bucket"] = rng.choice([None, "bucket", "my.bucket-1"])
    else:
        request["path"] = raw_path(rng)
    if rng.random() < 0.5:
        request["body"] = text(rng, 20)
    else:
        request["body_base64"] = base64.b64encode(rng.randbytes(rng.randrange(50))).decode()
    return request


def body_of(request):
    return request["body"].encode() if "body" in request else base64.b64decode(request["body_base64"])


def expected(request, path):
    kind = S3SigV4Auth if request["options"]["signed_body_header"] else SigV4Auth
    keys = request["credentials"]
    auth = kind(Credentials(keys["access_key_id"], keys["secret_access_key"], keys["session_token"]), request["service"], request["region"])
    aws = AWSRequest(method=request["method"], url="https://host.invalid" + path, data=body_of(request))
    aws.params = [tuple(pair) for pair in request["query"]]
    aws.context["timestamp"] = request["timestamp"]
    for name, value in request["headers"]:
        aws.headers.add_header(name, value)
    aws.headers["X-Amz-Date"] = request["timestamp"]
    if keys["session_token"]:
        aws.headers["X-Amz-Security-Token"] = keys["session_token"]
    if request["options"]["signed_body_header"]:
        aws.context["payload_signing_enabled"] = True
        aws.headers["X-Amz-Content-SHA256"] = auth.payload(aws)
    canonical = auth.canonical_request(aws)
    to_sign = auth.string_to_sign(aws, canonical)
    return {"canonical_request": canonical, "string_to_sign": to_sign, "signature": auth.signature(to_sign, aws)}


def run_batch(tool, requests):
    lines = "".join(json.dumps(request, ensure_ascii=False) + "\n" for request in requests)
    done = subprocess.run([tool], input=lines.encode(), capture_output=True, check=True)
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    if len(answers) != len(requests):
        sys.exit(f"{len(requests)} requests, {len(answers)} answers")
    for request, answer in zip(requests, answers):
        want = expected(request, answer.get("path", "/"))
        for name, value in want.items():
            if answer.get(name) != value:
                print(json.dumps({"request": request, "differs": name, "ours": answer, "botocore": want}, indent=1, ensure_ascii=False))
                sys.exit(1)


def main():
    tool = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    rng = random.Random(seed)
    for start in range(0, count, BATCH):
        run_batch(tool, [case(rng) for _ in range(min(BATCH, count - start))])
    print(f"sigv4_differential: {count} requests, seed {seed}: ours and botocore's signatures are equal")


main()
