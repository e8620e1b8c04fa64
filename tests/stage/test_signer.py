"""The signer against a second implementation, and its tool's rules of one line in, one line out."""
import hashlib
import json
import os
import pathlib
import subprocess
import sys

import pytest

TOP = pathlib.Path(__file__).resolve().parents[2]
GOOD = {"method": "GET", "path": "/", "query": [], "headers": [["Host", "h"]], "region": "r", "service": "s", "timestamp": "20150830T123600Z",
        "credentials": {"access_key_id": "a", "secret_access_key": "very-secret", "session_token": "very-token"}}


@pytest.fixture
def tool(request):
    return os.path.join(request.config.getoption("--bin"), "sigv4-sign")


def answers(tool, data):
    done = subprocess.run([tool], input=data, capture_output=True, env={}, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def without(*path):
    request = json.loads(json.dumps(GOOD))
    parent = request
    for name in path[:-1]:
        parent = parent[name]
    del parent[path[-1]]
    return request


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_requests_are_signed_as_botocore_signs_them(tool, seed):
    subprocess.run([sys.executable, TOP / "tests/tools/sigv4_differential.py", tool, "3000", str(seed)], check=True)


def test_one_line_for_each_and_on_after_a_refusal(tool):
    lines = [json.dumps(GOOD), "", "{", json.dumps(GOOD), "x" * (1 << 20) + "x", "  ", json.dumps({**GOOD, "body": "x" * 1000000})]
    got = answers(tool, "\n".join(lines).encode())
    assert ["error" in one for one in got] == [False, True, False, True, False]
    assert got[0] == got[2] and got[0]["path"] == "/"


@pytest.mark.parametrize("request_", [
    without("method"), without("path"), without("headers"), without("region"), without("service"), without("timestamp"), without("credentials"),
    without("credentials", "access_key_id"), without("credentials", "secret_access_key"), {**GOOD, "key": "k"}, {**GOOD, "headers": []},
    {**without("path"), "key": ""}, {**without("path"), "key": "é" * 513}, {**GOOD, "headers": [["Host", "h"], ["a b", "c"]]},
    {**GOOD, "headers": [["Host", "h\n"]]}, {**GOOD, "path": "/\r"}, {**GOOD, "timestamp": "2015"}, {**GOOD, "path": "/\0"},
    {**GOOD, "body": "a", "body_base64": "YQ=="}, {**GOOD, "body_base64": "?"}, {**GOOD, "query": [["a"]]}, {**GOOD, "method": 1}, [], "text"],
    ids=lambda request: json.dumps(request)[:60])
def test_refusals_hold_no_secret(tool, request_):
    got, = answers(tool, json.dumps(request_).encode())
    assert set(got) == {"error"} and "very-" not in got["error"]


def test_nul_is_a_byte_like_others_where_it_is_encoded_or_hashed(tool):
    got, = answers(tool, json.dumps({**GOOD, "query": [["a\0", "\0"]], "body": "x\0y"}).encode())
    lines = got["canonical_request"].split("\n")
    assert lines[2] == "a%00=%00" and lines[-1] == hashlib.sha256(b"x\0y").hexdigest()
    for bad in ({**GOOD, "method": "G\0"}, {**GOOD, "region": "\0"}, {**GOOD, "headers": [["Host", "h\0"]]}, {**GOOD, "timestamp": "\0"}):
        assert set(answers(tool, json.dumps(bad).encode())[0]) == {"error"}


@pytest.mark.parametrize("key,bucket,path", [
    ("a b+c%", None, "/a%20b%2Bc%25"), ("/lead", None, "//lead"), ("k", "b", "/b/k"), ("../x//y/", "b", "/b/../x//y/"),
    ("\U0001f4f7é", None, "/%F0%9F%93%B7%C3%A9"), ("x" * 1024, None, "/" + "x" * 1024)])
def test_keys_become_paths(tool, key, bucket, path):
    request = {**without("path"), "key": key, "bucket": bucket, "service": "s3",
               "options": {"normalize_path": False, "double_encode": False, "signed_body_header": True}}
    got, = answers(tool, json.dumps(request).encode())
    assert got["path"] == path and got["canonical_request"].split("\n")[1] == path
