"""A door before the emulator that keeps the heartbeat clock which the emulator lacks.

Workers use Clocked.endpoint. A task whose worker is silent for heartbeat_seconds fails as the service fails it
(States.HeartbeatTimeout). on_done(operation, path) is called when the service has done a request and before its answer goes
back: an operation's name, or the method of an S3 request. A subclass may do more with a request (before) and its answer (send)."""
import http.client
import http.server
import json
import threading
import time
import urllib.parse

import local_stack


class Clocked:
    def __init__(self, endpoint, heartbeat_seconds, on_done=lambda operation, path: None):
        self.target = urllib.parse.urlsplit(endpoint).netloc
        self.states = local_stack.client(endpoint, "stepfunctions")
        self.heartbeat_seconds, self.on_done = heartbeat_seconds, on_done
        self.deadlines, self.lost = {}, []
        self.lock, self.closed = threading.Lock(), threading.Event()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.server.daemon_threads = True
        self.endpoint = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        threading.Thread(target=self.watch, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.closed.set()
        self.server.shutdown()

    def watch(self):
        while not self.closed.wait(0.1):
            with self.lock:
                late = [token for token, deadline in self.deadlines.items() if deadline < time.monotonic()]
            for token in late:
                self.lose(token)

    def lose(self, token):
        """The clock of a task has run out."""
        with self.lock:
            if self.deadlines.pop(token, None) is None:
                return
            self.lost.append(token)
        try:
            self.states.send_task_failure(taskToken=token, error="States.HeartbeatTimeout", cause="")
        except (self.states.exceptions.TaskDoesNotExist, self.states.exceptions.TaskTimedOut):
            pass  # its end and the clock's crossed

    def seen(self, operation, request, answer):
        """Keeps the clock: a task that came, a sign of life, an end."""
        if operation == "GetActivityTask":
            token = json.loads(answer or b"{}").get("taskToken")
            if token:
                self.set(token)
        elif operation == "SendTaskHeartbeat":
            self.set(json.loads(request)["taskToken"])
        elif operation in ("SendTaskSuccess", "SendTaskFailure"):
            with self.lock:
                self.deadlines.pop(json.loads(request)["taskToken"], None)

    def set(self, token):
        with self.lock:
            self.deadlines[token] = time.monotonic() + self.heartbeat_seconds

    def before(self, handler, operation, body):
        """True: the request has been answered, the service does not see it."""
        return False

    def send(self, handler, operation, response, answer):
        handler.answer(response.status, response.getheaders(), answer, response.getheader("Content-Length"))

    def handler(self):
        clocked = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def forward(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                operation = self.headers.get("X-Amz-Target", "").rpartition(".")[2] or self.command
                if clocked.before(self, operation, body):
                    return
                upstream = http.client.HTTPConnection(clocked.target, timeout=80)
                upstream.request(self.command, self.path, body, dict(self.headers))
                response = upstream.getresponse()
                answer = response.read()
                upstream.close()
                clocked.seen(operation, body, answer)
                clocked.on_done(operation, self.path)
                clocked.send(self, operation, response, answer)

            def answer(self, status, headers, body, head_length=None):
                self.send_response(status)
                for name, value in headers:
                    if name.lower() not in ("transfer-encoding", "connection", "content-length", "date", "server"):
                        self.send_header(name, value)
                length = head_length if self.command == "HEAD" else len(body)
                self.send_header("Content-Length", length or 0)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

            def handle(self):
                try:
                    super().handle()
                except (OSError, http.client.HTTPException):
                    pass  # a worker that was killed, or the emulator at its end

            do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = forward

            def log_message(self, *_):
                pass

        return Handler
