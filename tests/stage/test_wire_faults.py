"""What a network and hostile services do to the AWS clients, on real sockets: each row of the behaviour has its test."""
import base64
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import zlib

import pytest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / "tests/lib")]

from wire_server import OK, WireServer, answer, certificate, reset, then_close, tls  # noqa: E402

SECRET = "wJalrXUtnFEMI-K7MDENG-bPxRfiCYEXAMPLEKEY"
TOKEN = "a-session-token-that-nobody-may-see"
BODY = bytes(range(256)) * 1000
CRC = base64.b64encode(zlib.crc32(BODY).to_bytes(4, "big")).decode()
ETAG = '"an-etag"'


@pytest.fixture
def wire(request):
    """wire(endpoint, *words): exit, answer or error, seconds. No secret is in any output."""
    tool = os.path.join(request.config.getoption("--bin"), "aws-wire")

    def run(endpoint, *words, data=b"", **env):
        base = {"AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_SESSION_TOKEN": TOKEN,
                "AWS_EC2_METADATA_DISABLED": "true", "AWS_ENDPOINT_URL": endpoint, "HOME": "/none"}
        start = time.monotonic()
        done = subprocess.run([tool, *words], input=data, capture_output=True, env={**base, **env}, timeout=120)
        seconds = time.monotonic() - start
        for hidden in (SECRET, TOKEN, "Signature="):
            assert hidden.encode() not in done.stdout + done.stderr
        if done.returncode == 0:
            return done.stdout, seconds
        assert done.returncode == 1, done.stderr
        return json.loads(done.stdout[done.stdout.rindex(b'{"error"'):]), seconds
    return run


def whole(body=BODY, **headers):
    return answer(200, body, ETag=ETAG, x_amz_checksum_crc32=CRC, **headers)


def cut(at):
    head, _, body = whole().partition(b"\r\n\r\n")
    return then_close(head + b"\r\n\r\n" + body[:at])


def rest(first):
    return answer(206, BODY[first:], ETag=ETAG, Content_Range=f"bytes {first}-{len(BODY) - 1}/{len(BODY)}")


def test_a_cut_body_is_resumed_from_the_byte_reached(wire):
    with WireServer([cut(100000), cut_rest(100000, 50000), rest(150000)]) as server:
        got, _ = wire(server.url, "get", "b", "k")
    assert got == BODY
    assert "\r\nRange: bytes=100000-\r\n" in server.requests[1] and f"\r\nIf-Match: {ETAG}\r\n" in server.requests[1]
    assert "\r\nRange: bytes=150000-\r\n" in server.requests[2]


def cut_rest(first, more):
    head, _, body = rest(first).partition(b"\r\n\r\n")
    return then_close(head + b"\r\n\r\n" + body[:more])


def test_a_flipped_byte_is_told(wire):
    with WireServer([whole(BODY[:-1] + b"\0")]) as server:
        got, _ = wire(server.url, "get", "b", "k")
    assert got["code"] == "ChecksumMismatch" and got["error"] == "Ingest.Transient"


def test_an_object_that_changes_between_ranges_is_told(wire):
    with WireServer([cut(1000), answer(412)]) as server:
        got, _ = wire(server.url, "get", "b", "k")
    assert got["error"] == "Ingest.SourceChanged"


@pytest.mark.parametrize("fault", [answer(503, b"<Error><Code>SlowDown</Code></Error>"), answer(500), answer(502, b"<html>Bad Gateway"),
                                   reset, then_close(b""), then_close(b"HTTP/1.1 200 OK\r\nContent-Le"),
                                   answer(400, b"<Error><Code>RequestTimeout</Code></Error>")])
def test_faults_are_tried_again(wire, fault):
    with WireServer([fault, whole()]) as server:
        got, _ = wire(server.url, "get", "b", "k")
        assert got == BODY
    with WireServer([fault]) as server:
        got, _ = wire(server.url, "get", "b", "k")
        assert got["error"] == "Ingest.Transient", got


def test_no_answer_for_ten_seconds_then_again(wire):
    def silent(connection, _):
        connection.recv(1)
        return False
    with WireServer([silent, whole()]) as server:
        got, seconds = wire(server.url, "get", "b", "k")
    assert got == BODY and 10 <= seconds < 14


NO_KEYS = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "AWS_SESSION_TOKEN": ""}


@pytest.fixture
def key_file(tmp_path):
    """A credentials file and a server's answer that refuses the keys and at the same moment puts others there."""
    path = tmp_path / "credentials"

    def put(name):
        path.write_text(f"[default]\naws_access_key_id = {name}\naws_secret_access_key = {SECRET}\n")

    def refusal(code, next_name=None):
        def refuse(connection, _):
            if next_name:
                put(next_name)
            connection.sendall(answer(400, f"<Error><Code>{code}</Code></Error>".encode()))
            return True
        return refuse
    put("FIRST")
    return {**NO_KEYS, "AWS_SHARED_CREDENTIALS_FILE": str(path)}, refusal


def keys_of(server):
    return [re.search("Credential=([A-Z]+)/", request)[1] for request in server.requests]


@pytest.mark.parametrize("code", ["ExpiredToken", "InvalidAccessKeyId"])
def test_refused_keys_are_fetched_once(wire, key_file, code):
    env, refusal = key_file
    with WireServer([refusal(code, "SECOND"), whole()]) as server:
        got, _ = wire(server.url, "get", "b", "k", **env)
    assert got == BODY and keys_of(server) == ["FIRST", "SECOND"]


@pytest.mark.parametrize("code, others, error", [
    ("ExpiredToken", None, "Ingest.Transient"), ("ExpiredToken", "SECOND", "Ingest.Transient"),
    ("InvalidAccessKeyId", None, "Ingest.AccessDenied"), ("InvalidAccessKeyId", "SECOND", "Ingest.Transient")])
def test_keys_that_are_refused_twice(wire, key_file, code, others, error):
    """What time mends is for the machine to try again: keys that expired, and new ones that are not known yet."""
    env, refusal = key_file
    with WireServer([refusal(code, others), refusal(code)]) as server:
        got, _ = wire(server.url, "get", "b", "k", **env)
    assert (got["code"], got["error"]) == (code, error) and keys_of(server) == ["FIRST", others or "FIRST"]


def test_expired_keys_of_a_head_are_found_out(wire, tmp_path):
    """A HEAD's refusal has no body: the byte that is then asked for has."""
    expired = answer(400, b"<Error><Code>ExpiredToken</Code></Error>")
    bare = expired.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
    first = answer(206, b"x", Content_Range="bytes 0-0/9")
    with WireServer([bare, expired, first, OK]) as server:
        got, _ = wire(server.url, "head", "b", "k")
    assert json.loads(got)["size"] == 0 and len(server.requests) == 4


@pytest.mark.parametrize("shift_s", [600, -600])
def test_a_clock_that_is_ten_minutes_off_is_corrected_at_once(wire, shift_s):
    def date(when):
        return time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(when))
    with WireServer([answer(403, b"<Error><Code>RequestTimeTooSkewed</Code></Error>", Date=date(time.time() + shift_s)), OK]) as server:
        _, seconds = wire(server.url, "head", "b", "k")
    stamp = next(line for line in server.requests[1].split("\r\n") if line.lower().startswith("x-amz-date:")).split()[1]
    signed = time.mktime(time.strptime(stamp, "%Y%m%dT%H%M%SZ")) - time.timezone
    assert abs(signed - time.time() - shift_s) < 10 and seconds < 5 and len(server.requests) == 2


def test_secrets_in_error_messages_are_left_out(wire):
    message = f"<Error><Code>Odd</Code><Message>you sent {TOKEN}</Message></Error>".encode()
    with WireServer([answer(400, message)]) as server:
        got, _ = wire(server.url, "get", "b", "k")
    assert got["code"] == "Odd"


def test_one_connection_serves_all_requests(wire):
    created = answer(200, b"<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>")
    done = answer(200, b"<CompleteMultipartUploadResult><ETag>\"e\"</ETag></CompleteMultipartUploadResult>")
    part = answer(200, ETag='"p"')
    with WireServer([created, part, part, part, done]) as server:
        got, _ = wire(server.url, "upload", "b", "k", data=b"x" * (40 << 20))
    assert got == b"e\n" and server.connections == 1 and len(server.requests) == 5


def test_connecting_ends_after_three_seconds(wire):
    import socket
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        fillers = [socket.socket() for _ in range(8)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        got, seconds = wire(f"http://127.0.0.1:{full.getsockname()[1]}", "head", "b", "k", AWS_MAX_ATTEMPTS="1")
        for filler in fillers:
            filler.close()
    assert got["code"] == "ConnectTimeout" and 2.9 < seconds < 5


def test_dns_failure_has_a_name(wire):
    got, _ = wire("https://no-such-host.invalid", "head", "b", "k")
    assert got["code"] == "DnsFailure" and got["error"] == "Ingest.Transient"


def test_a_proxy_does_not_see_local_requests(wire):
    with WireServer([OK]) as server:
        wire(server.url, "head", "b", "k", http_proxy="http://127.0.0.1:1", all_proxy="http://127.0.0.1:1")
    assert len(server.requests) == 1


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    certificate(folder, "ca", subject="DNS:ca")
    certificate(folder, "good", subject="IP:127.0.0.1", ca="ca")
    certificate(folder, "other", subject="DNS:example.com,IP:127.0.0.2", ca="ca")
    certificate(folder, "ended", subject="IP:127.0.0.1", ca="ca", days=-1)
    certificate(folder, "alone", subject="IP:127.0.0.1")
    return folder


def test_a_good_certificate_is_taken(wire, certificates):
    with WireServer([OK], tls(certificates, "good")) as server:
        wire(server.url, "head", "b", "k", AWS_CA_BUNDLE=str(certificates / "ca.pem"))
    assert len(server.requests) == 1


@pytest.mark.parametrize("name,bundle", [("other", "ca"), ("ended", "ca"), ("alone", "ca"), ("good", None), ("good", "missing")])
def test_certificates_that_are_not_right_are_refused_before_a_byte_is_sent(wire, certificates, name, bundle):
    env = {"AWS_CA_BUNDLE": str(certificates / f"{bundle}.pem")} if bundle else {}
    with WireServer([OK], tls(certificates, name)) as server:
        got, seconds = wire(server.url, "head", "b", "k", **env)
    assert got["code"] == "TlsRefused" and got["error"] == "Ingest.Transient", got
    assert not server.requests and seconds < 3 and server.connections <= 1
