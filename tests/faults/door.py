"""The door with faults: what happens to requests in production, at random by a seed, between the workers and the services.

It knows each operation, checks each signature with botocore, keeps the clocks of tasks and of requests, and rotates keys."""
import collections
import datetime
import email.utils
import json
import random
import re
import socket
import struct
import threading
import time

import botocore.auth
import botocore.awsrequest
import botocore.credentials
from clocked import Clocked

REGION = "us-east-1"
KEY_LIFE_SECONDS = 10
CLOCK_SECONDS = 15  # how long the services' clock differs by the same ten minutes
SKEW_SECONDS = 300  # what the services allow

# Kind of fault: the operations that it can meet, and how often of a thousand of them.
S3 = ("GET", "PUT", "HEAD")
TABLE = ("UpdateItem", "PutItem", "GetItem")
STATES = ("GetActivityTask", "SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat")
FAULTS = {
    "503 SlowDown": (S3, 45), "500 in XML": (S3, 30), "502 with HTML": (S3 + TABLE + STATES, 18),
    "throttled table": (TABLE, 80), "throttled states": (STATES[1:], 45), "500 in JSON": (TABLE + STATES, 30),
    "reset before": (S3 + TABLE + STATES, 24), "reset after": (S3 + TABLE + STATES[1:], 24), "no answer": (S3 + TABLE, 3),
    "cut body": (("GET",), 60), "flipped body": (("GET",), 60), "crawling body": (("GET",), 30),
    "changed between ranges": (("GET",), 15), "expired token": (S3 + TABLE + STATES[1:], 15),
    "task dropped": (("GetActivityTask",), 24), "task doubled": (("GetActivityTask",), 24),
    "task null": (("GetActivityTask",), 30), "task timed out": (("SendTaskHeartbeat", "SendTaskSuccess"), 15),
}


class FaultyDoor(Clocked):
    def __init__(self, endpoint, heartbeat_seconds, seed):
        super().__init__(endpoint, heartbeat_seconds)
        self.random, self.counts = random.Random(seed), collections.Counter()
        self.refused, self.ended, self.last_task = [], set(), {}
        self.keys, self.serial, self.secrets = {}, 0, set()
        self.faults_on, self.clock_offset = True, 0
        self.rotate()

    # Keys: a new one every KEY_LIFE_SECONDS, the one before it is revoked at once, whatever its end was said to be.

    def rotate(self):
        self.serial += 1
        name, secret, token = f"ASIAFAULT{self.serial:06}", f"secret{self.serial:04}/{'s' * 30}", f"session{self.serial:04}{'t' * 60}"
        with self.lock:
            self.keys = {name: (secret, token)}
            self.secrets |= {secret, token}

    def watch(self):
        threading.Thread(target=super().watch, daemon=True).start()
        threading.Thread(target=self.shift_clock, daemon=True).start()
        while not self.closed.wait(KEY_LIFE_SECONDS):
            self.rotate()

    def shift_clock(self):
        while not self.closed.wait(CLOCK_SECONDS):
            self.clock_offset = self.random.choice((-600, 0, 600)) if self.faults_on else 0

    def credentials(self, handler):
        with self.lock:
            (name, (secret, token)), = self.keys.items()
        expires = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)
        self.plain(handler, 200, json.dumps({"AccessKeyId": name, "SecretAccessKey": secret, "Token": token,
                                             "Expiration": expires.strftime("%Y-%m-%dT%H:%M:%SZ")}))

    # What a request meets before the service sees it.

    def before(self, handler, operation, body):
        handler.fault = None
        if handler.path.startswith("/credentials"):
            self.credentials(handler)
            return True
        refusal = self.refusal(handler, operation, body)
        if refusal:
            self.refuse(handler, operation, *refusal)
            return True
        token = json.loads(body).get("taskToken") if operation.startswith("SendTask") else None
        if token in self.ended or token in self.lost:
            self.refuse(handler, operation, 400, "TaskTimedOut")
            return True
        handler.activity = json.loads(body)["activityArn"] if operation == "GetActivityTask" else None
        handler.fault = self.choose(handler, operation)
        return self.strike(handler, operation, token)

    def choose(self, handler, operation):
        with self.lock:
            if not self.faults_on:
                return None
            for name, (operations, of_thousand) in FAULTS.items():
                if operation in operations and self.random.random() * 1000 < of_thousand:
                    if name == "flipped body" and handler.headers.get("Range"):
                        continue  # no checksum covers a part of an object: there TLS stands guard
                    if name == "changed between ranges" and not handler.headers.get("If-Match"):
                        continue
                    self.counts[name] += 1
                    return name
        return None

    def strike(self, handler, operation, token):
        """True: the fault was the answer."""
        fault = handler.fault
        answers = {
            "503 SlowDown": (503, "SlowDown"), "500 in XML": (500, "InternalError"), "500 in JSON": (500, "InternalServerError"),
            "throttled table": (400, "ProvisionedThroughputExceededException"), "throttled states": (400, "ThrottlingException"),
            "changed between ranges": (412, "PreconditionFailed"),
            "expired token": (400, "ExpiredTokenException" if handler.headers.get("X-Amz-Target") else "ExpiredToken"),
        }
        if fault in answers:
            self.refuse(handler, operation, *answers[fault])
        elif fault == "502 with HTML":
            self.plain(handler, 502, "<html><h1>502 Bad Gateway</h1></html>", "text/html")
        elif fault == "reset before":
            self.hang_up(handler)
        elif fault == "no answer":
            time.sleep(12)  # longer than a client waits for progress
            self.hang_up(handler)
        elif fault == "task null":
            self.plain(handler, 200, '{"taskToken": null, "input": null}')
        elif fault == "task doubled" and handler.activity in self.last_task:
            self.plain(handler, 200, self.last_task[handler.activity])
        elif fault == "task timed out":
            self.lose(token)
            self.refuse(handler, operation, 400, "TaskTimedOut")
        else:
            return False
        return True

    # And what becomes of the answer.

    def seen(self, operation, request, answer):
        super().seen(operation, request, answer)
        if operation in ("SendTaskSuccess", "SendTaskFailure"):
            self.ended.add(json.loads(request)["taskToken"])

    def send(self, handler, operation, response, answer):
        fault, headers = handler.fault, response.getheaders()
        if operation == "GetActivityTask" and json.loads(answer or b"{}").get("taskToken"):
            self.last_task[handler.activity] = answer
        if fault in ("reset after", "task dropped"):
            self.hang_up(handler)
        elif fault == "cut body" and len(answer) > 1000:
            self.spoiled(handler, response, headers, [answer[:self.random.randrange(1, len(answer))]], len(answer))
            self.hang_up(handler)
        elif fault == "flipped body" and len(answer) > 1000:
            at = self.random.randrange(len(answer))
            self.spoiled(handler, response, headers, [answer[:at], bytes([answer[at] ^ 4]), answer[at + 1:]], len(answer))
        elif fault == "crawling body" and len(answer) > 1000:
            third = len(answer) // 3
            self.spoiled(handler, response, headers, [answer[:third], answer[third:2 * third], answer[2 * third:]], len(answer), 0.4)
        else:
            super().send(handler, operation, response, answer)

    def spoiled(self, handler, response, headers, pieces, length, pause=0):
        handler.send_response(response.status)
        for name, value in headers:
            if name.lower() not in ("transfer-encoding", "connection", "content-length", "date", "server"):
                handler.send_header(name, value)
        handler.send_header("Content-Length", length)
        handler.end_headers()
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(pause)

    def hang_up(self, handler):
        handler.close_connection = True
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.close()

    def plain(self, handler, status, text, content_type="application/json"):
        handler.answer(status, [("Content-Type", content_type)], text if isinstance(text, bytes) else text.encode())

    def refuse(self, handler, operation, status, code, message=None):
        json_answer = bool(handler.headers.get("X-Amz-Target"))
        message = message or code
        body = (json.dumps({"__type": code, "message": message}) if json_answer
                else f"<Error><Code>{code}</Code><Message>{message}</Message></Error>").encode()
        handler.date_time_string = lambda timestamp=None: email.utils.formatdate(time.time() + self.clock_offset, usegmt=True)
        handler.answer(status, [("Content-Type", "application/x-amz-json-1.0" if json_answer else "application/xml")],
                       b"" if handler.command == "HEAD" else body)
        del handler.date_time_string

    # The services' own checks, which the emulator lacks.

    def skewed(self, handler):
        if not handler.headers.get("X-Amz-Target"):
            return 403, "RequestTimeTooSkewed"
        late = self.clock_offset > 0  # the JSON services tell it in words
        return 403, "InvalidSignatureException", "Signature expired: it is too old" if late else "Signature not yet current: it is too new"

    def refusal(self, handler, operation, body):
        match = re.match(r"AWS4-HMAC-SHA256 Credential=([^/]+)/\d+/[^/]+/([^/]+)/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)",
                         handler.headers.get("Authorization", ""))
        if not match:
            return 403, "MissingAuthenticationToken"
        name, service, signed, signature = match.groups()
        with self.lock:
            known = self.keys.get(name)
        json_answer = bool(handler.headers.get("X-Amz-Target"))
        if known is None:
            self.counts["key revoked"] += 1
            return (400, "UnrecognizedClientException") if json_answer else (403, "InvalidAccessKeyId")
        when = datetime.datetime.strptime(handler.headers["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
        if abs(when.timestamp() - time.time() - self.clock_offset) > SKEW_SECONDS:
            self.counts["clock skewed"] += 1
            return self.skewed(handler)
        if self.signature(handler, service, known, signed.split(";"), body) != signature:
            self.refused.append((handler.command, handler.path))
            return 403, "SignatureDoesNotMatch"
        return None

    def signature(self, handler, service, key, signed, body):
        kind = botocore.auth.S3SigV4Auth if service == "s3" else botocore.auth.SigV4Auth
        auth = kind(botocore.credentials.Credentials("x", key[0]), service, REGION)
        request = botocore.awsrequest.AWSRequest(handler.command, f"http://{handler.headers['Host']}{handler.path}",
                                                 {name: handler.headers[name] for name in signed if name != "host"}, body)
        request.context["timestamp"] = handler.headers["X-Amz-Date"]
        return auth.signature(auth.string_to_sign(request, auth.canonical_request(request)), request)
