"""A scripted fake of the services that a worker talks to: S3, DynamoDB, Step Functions activities, on loopback.

What no emulator shows, it does by script: closed tasks, refused outputs, answers that are dropped or come late, throttling,
expired credentials, skewed clocks, bodies that are cut, slow or flipped, objects that change between two reads. Every
request's signature is checked by botocore, the second implementation.

    with FakeAws() as aws:
        aws.put("in", "a.jpg", data)
        aws.fault("GetObject", status=503, code="SlowDown", times=2)
        token = aws.task("make-proxy", {...})
        answer = aws.answer(token)          # ("success", output) or ("failure", error, cause)
"""
import base64
import collections
import datetime
import email.utils
import hashlib
import http.server
import itertools
import json
import socket
import struct
import threading
import time
import urllib.parse
import zlib

import botocore.auth
import botocore.awsrequest
import botocore.credentials

REGION = "us-east-1"
ACCESS_KEY, SECRET_KEY = "AKIDFAKE", "wJalrFakeSecretKey"
ACTIVITY = "arn:aws:states:us-east-1:000000000000:activity:{}-{}"  # worker, port: no other test on this machine has it
LONG_POLL_SECONDS = 60


class Fault:
    """One row of the script: what happens to the next `times` requests of an operation."""

    def __init__(self, operation, times=1, when=None, **how):
        self.operation, self.times, self.when, self.how = operation, times, when, how


class Object:
    def __init__(self, body, content_type="image/jpeg", age=0):
        self.body, self.content_type = body, content_type
        self.etag = hashlib.md5(body).hexdigest()
        self.modified = int(time.time()) - age
        self.headers = {}


class FakeAws:
    def __init__(self, secret=SECRET_KEY, token=None):
        self.lock = threading.Condition()
        self.objects, self.items = {}, {}
        self.queues = collections.defaultdict(collections.deque)
        self.answers, self.closed, self.beats = {}, {}, collections.Counter()
        self.beat_times = collections.defaultdict(list)
        self.faults, self.calls, self.refused = [], [], []
        self.keys = {ACCESS_KEY: (secret, token)}
        self.clock_skew = 0
        self.uploads = {}
        self.numbers = itertools.count(1)
        self.stopped = False

    # Life.

    def __enter__(self):
        handler = type("Handler", (Handler,), {"aws": self})
        self.server = Server(("127.0.0.1", 0), handler)
        self.endpoint = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        with self.lock:
            self.stopped = True
            self.lock.notify_all()
        self.server.shutdown()
        self.server.server_close()

    def activity(self, worker):
        return ACTIVITY.format(worker, self.server.server_address[1])

    def environment(self, worker=None, **more):
        return {"AWS_REGION": REGION, "AWS_ENDPOINT_URL": self.endpoint, "AWS_ACCESS_KEY_ID": ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY": self.keys[ACCESS_KEY][0], "AWS_EC2_METADATA_DISABLED": "true",
                "PROXY_BUCKET": "proxy", "INGEST_BUCKET": "in", "INGEST_TABLE": "table",
                **({"ACTIVITY_ARN": self.activity(worker)} if worker else {}), **more}

    # The script.

    def fault(self, operation, **how):
        with self.lock:
            self.faults.append(Fault(operation, how.pop("times", 1), how.pop("when", None), **how))

    def take_fault(self, operation, request):
        with self.lock:
            for fault in self.faults:
                if fault.operation == operation and fault.times > 0 and (fault.when is None or fault.when(request)):
                    fault.times -= 1
                    return fault.how
        return None

    def put(self, bucket, key, body, **how):
        with self.lock:
            self.objects[bucket, key] = Object(body, **how)
        return self.objects[bucket, key]

    def body(self, bucket, key):
        return self.objects[bucket, key].body

    def keys_of(self, bucket):
        return sorted(key for where, key in self.objects if where == bucket)

    def task(self, worker, document):
        """Queues a task; gives its token. A str goes out as it is."""
        token = f"token-{next(self.numbers)}-{'x' * 40}"
        text = document if isinstance(document, str) else json.dumps(document)
        with self.lock:
            self.queues[self.activity(worker)].append((token, text))
            self.lock.notify_all()
        return token

    def close(self, token, how="TaskTimedOut"):
        with self.lock:
            self.closed[token] = how

    def answer(self, token, seconds=20):
        """Waits for the one answer to a task."""
        with self.lock:
            if not self.lock.wait_for(lambda: token in self.answers, seconds):
                raise AssertionError(f"no answer within {seconds} s; calls: {[c[0] for c in self.calls[-20:]]}")
            return self.answers[token][0]

    def wait(self, condition, seconds=20):
        with self.lock:
            assert self.lock.wait_for(condition, seconds), "did not happen in time"

    def count(self, operation):
        return sum(1 for call in self.calls if call[0] == operation)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, request, client_address):
        pass  # a worker that ends in the middle of a request is part of the script


class Refused(Exception):
    def __init__(self, status, code, message=""):
        super().__init__(code)
        self.status, self.code, self.message = status, code, message


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    aws = None

    def log_message(self, *_):
        pass

    def date_time_string(self, timestamp=None):
        return email.utils.formatdate(time.time() + self.aws.clock_skew, usegmt=True)

    def setup(self):
        super().setup()
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def do(self):
        self.body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.startswith("/container-credentials"):
            self.how = {}
            return self.container_credentials()
        if self.path.startswith("/ecs-agent/"):
            self.how = {}
            return self.ecs_agent()
        target = self.headers.get("X-Amz-Target")
        self.json = target is not None
        operation = target.split(".")[-1] if self.json else self.s3_operation()
        with self.aws.lock:
            self.aws.calls.append((operation, self.path, dict(self.headers), len(self.body)))
            self.aws.lock.notify_all()
        try:
            self.check_signature("states" if "StepFunctions" in (target or "") else "dynamodb" if self.json else "s3")
            how = self.aws.take_fault(operation, self) or {}
            if self.before(how):
                return
            self.how = how
            getattr(self, operation)(*([json.loads(self.body)] if self.json else []))
        except Refused as refused:
            self.refuse(refused.status, refused.code, refused.message)

    do_GET = do_PUT = do_POST = do_HEAD = do_DELETE = do

    # Faults that come before the operation; True: there is no more to say.

    def before(self, how):
        time.sleep(how.get("delay", 0))
        if how.get("call"):
            how["call"](self.aws)
        if how.get("drop") == "before":
            self.hang_up()
            return True
        if "status" in how:
            self.refuse(how["status"], how.get("code", ""), how.get("message", ""), how.get("raw"))
            return True
        return False

    def hang_up(self):
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    # Answers.

    def send(self, status, body=b"", **headers):
        if getattr(self, "how", {}).get("drop") == "after":
            self.hang_up()
            return
        self.send_response(status)
        length = headers.pop("content_length", len(body))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.send_header("Content-Length", str(length))
        self.send_header("x-amz-request-id", "FAKE")
        self.end_headers()
        if self.command != "HEAD":
            self.send_body(body)

    def send_body(self, body):
        how = getattr(self, "how", {})
        body = body[:how["cut"]] if "cut" in how else body
        if "flip" in how and body:
            body = bytes([body[0]]) + bytes([body[len(body) // 2] ^ 255]).join([body[1:len(body) // 2], body[len(body) // 2 + 1:]])
        step = how.get("crawl")
        for at in range(0, len(body), step or len(body) or 1):
            self.wfile.write(body[at:at + (step or len(body))])
            if step:
                time.sleep(how.get("pause", 0.05))
        if "cut" in how:
            self.hang_up()

    def refuse(self, status, code, message="", raw=None):
        if raw is not None:
            self.send(status, raw, Content_Type="text/html")
        elif self.json:
            self.send(status, json.dumps({"__type": f"com.amazonaws#{code}", "message": message}).encode(),
                      Content_Type="application/x-amz-json-1.0")
        else:
            self.send(status, f"<Error><Code>{code}</Code><Message>{message}</Message></Error>".encode(), Content_Type="application/xml")

    def send_json(self, document):
        self.send(200, json.dumps(document).encode(), Content_Type="application/x-amz-json-1.0")

    # Signatures, by botocore.

    def check_signature(self, service):
        fields = dict(part.strip().split("=", 1) for part in self.headers.get("Authorization", " ").split(" ", 1)[1].split(",") if "=" in part)
        access_key = fields.get("Credential", "").split("/")[0]
        if access_key not in self.aws.keys:
            raise Refused(403, "InvalidClientTokenId" if self.json else "InvalidAccessKeyId")
        secret, token = self.aws.keys[access_key]
        if token is not None and self.headers.get("X-Amz-Security-Token") != token:
            raise Refused(400, "ExpiredTokenException" if self.json else "ExpiredToken")
        when = datetime.datetime.strptime(self.headers["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc).timestamp()
        if abs(when - time.time() - self.aws.clock_skew) > 300:
            raise Refused(403, "RequestTimeTooSkewed" if not self.json else "InvalidSignatureException", "Signature expired")
        if fields["Signature"] != self.expected_signature(service, secret, fields["SignedHeaders"].split(";")):
            self.aws.refused.append((self.command, self.path))
            raise Refused(403, "SignatureDoesNotMatch")

    def expected_signature(self, service, secret, signed):
        kind = botocore.auth.S3SigV4Auth if service == "s3" else botocore.auth.SigV4Auth
        auth = kind(botocore.credentials.Credentials("x", secret), service, REGION)
        request = botocore.awsrequest.AWSRequest(self.command, f"http://{self.headers['Host']}{self.path}",
                                                 {name: self.headers[name] for name in signed if name != "host"}, self.body)
        request.context["timestamp"] = self.headers["X-Amz-Date"]
        auth.credentials.access_key = "x"
        return auth.signature(auth.string_to_sign(request, auth.canonical_request(request)), request)

    def ecs_agent(self):
        """Task metadata (version 4) and task protection."""
        with self.aws.lock:
            self.aws.calls.append((self.path, self.body, dict(self.headers), len(self.body)))
            self.aws.lock.notify_all()
        self.send_json({"TaskARN": "arn:aws:ecs:us-east-1:000000000000:task/cluster/0123456789abcdef", "Cluster": "cluster"})

    def container_credentials(self):
        """What the ECS agent answers: the newest key, for an hour."""
        access_key, (secret, token) = list(self.aws.keys.items())[-1]
        expires = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3600))
        self.aws.calls.append(("Credentials", self.path, dict(self.headers), 0))
        self.send_json({"AccessKeyId": access_key, "SecretAccessKey": secret, "Token": token, "Expiration": expires})

    # S3.

    def s3_operation(self):
        path, _, query = self.path.partition("?")
        self.query = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))
        self.bucket, _, self.key = urllib.parse.unquote(path[1:]).partition("/")
        if self.command == "GET":
            return "GetObjectRange" if "Range" in self.headers else "GetObject"
        if self.command == "PUT":
            return "UploadPart" if "partNumber" in self.query else "PutObject"
        if self.command == "POST":
            return "CreateMultipartUpload" if "uploads" in self.query else "CompleteMultipartUpload"
        return {"HEAD": "HeadObject", "DELETE": "AbortMultipartUpload"}[self.command]

    def found(self):
        found = self.aws.objects.get((self.bucket, self.key))
        if found is None:
            raise Refused(404, "NoSuchKey" if any(b == self.bucket for b, _ in self.aws.objects) else "NoSuchBucket")
        wanted = self.headers.get("If-Match", "").strip('"')
        if wanted and wanted != found.etag:
            raise Refused(412, "PreconditionFailed")
        return found

    def object_headers(self, found):
        return {"ETag": f'"{found.etag}"', "Content_Type": found.content_type, "Accept_Ranges": "bytes",
                "Last_Modified": email.utils.formatdate(found.modified, usegmt=True), **found.headers}

    def HeadObject(self):
        found = self.found()
        self.send(200, b"", content_length=len(found.body), **self.object_headers(found))

    def GetObject(self):
        found = self.found()
        self.send(200, found.body, content_length=self.how.get("size", len(found.body)), **self.object_headers(found))

    def GetObjectRange(self):
        found = self.found()
        first, _, last = self.headers["Range"].removeprefix("bytes=").partition("-")
        first, last = int(first), min(int(last) if last else len(found.body) - 1, len(found.body) - 1)
        if first >= len(found.body):
            raise Refused(416, "InvalidRange")
        self.send(206, found.body[first:last + 1], Content_Range=f"bytes {first}-{last}/{len(found.body)}", **self.object_headers(found))

    def check_checksum(self):
        crc = self.headers.get("x-amz-checksum-crc32")
        if crc and base64.b64decode(crc) != struct.pack(">I", zlib.crc32(self.body)):
            raise Refused(400, "BadDigest")

    def PutObject(self):
        self.check_checksum()
        stored = self.aws.put(self.bucket, self.key, self.body, content_type=self.headers.get("Content-Type"))
        stored.cache_control = self.headers.get("Cache-Control")
        self.send(200, b"", ETag=f'"{stored.etag}"')

    def CreateMultipartUpload(self):
        number = f"upload-{next(self.aws.numbers)}"
        self.aws.uploads[number] = {"parts": {}, "type": self.headers.get("Content-Type")}
        self.send(200, f"<InitiateMultipartUploadResult><UploadId>{number}</UploadId></InitiateMultipartUploadResult>".encode())

    def UploadPart(self):
        self.check_checksum()
        self.aws.uploads[self.query["uploadId"]]["parts"][int(self.query["partNumber"])] = self.body
        self.send(200, b"", ETag=f'"{hashlib.md5(self.body).hexdigest()}"')

    def CompleteMultipartUpload(self):
        upload = self.aws.uploads.pop(self.query["uploadId"])
        stored = self.aws.put(self.bucket, self.key, b"".join(body for _, body in sorted(upload["parts"].items())), content_type=upload["type"])
        self.send(200, f'<CompleteMultipartUploadResult><ETag>"{stored.etag}-1"</ETag></CompleteMultipartUploadResult>'.encode())

    def AbortMultipartUpload(self):
        self.aws.uploads.pop(self.query.get("uploadId"), None)
        self.send(204)

    # DynamoDB: requests are kept; conditions are the emulator's matter, or the script's.

    def UpdateItem(self, request):
        with self.aws.lock:
            self.aws.items[json.dumps(request["Key"], sort_keys=True)] = request
        self.send_json({})

    # Step Functions.

    def GetActivityTask(self, request):
        queue = self.aws.queues[request["activityArn"]]
        with self.aws.lock:
            self.aws.lock.wait_for(lambda: queue or self.aws.stopped, LONG_POLL_SECONDS if "null" not in self.how else 0)
            token, text = queue.popleft() if queue else (None, None)
            if token:
                self.aws.last_poll = request
        self.send_json({"taskToken": token, "input": text})

    def check_open(self, token):
        how = self.aws.closed.get(token)
        if how:
            raise Refused(400, how)

    def SendTaskHeartbeat(self, request):
        with self.aws.lock:
            self.aws.beats[request["taskToken"]] += 1
            self.aws.beat_times[request["taskToken"]].append(time.monotonic())
            self.aws.lock.notify_all()
        self.check_open(request["taskToken"])
        self.send_json({})

    def keep_answer(self, request, *answer):
        with self.aws.lock:
            token = request["taskToken"]
            self.aws.answers.setdefault(token, []).append(answer)
            self.aws.closed.setdefault(token, "TaskTimedOut")
            self.aws.lock.notify_all()
        self.send_json({})

    def SendTaskSuccess(self, request):
        self.check_open(request["taskToken"])
        self.keep_answer(request, "success", json.loads(request["output"]))

    def SendTaskFailure(self, request):
        self.check_open(request["taskToken"])
        self.keep_answer(request, "failure", request["error"], json.loads(request["cause"]))
