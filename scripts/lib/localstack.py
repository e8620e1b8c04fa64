"""LocalStack as a second opinion on Step Functions: real heartbeats, time-outs and a strict parser."""
import os
import subprocess
import time
import urllib.request

from local_stack import TOP, Emulator
from stacks import StackError

VENV = TOP / ".venv/localstack"
START_SECONDS = 90


class LocalStack(Emulator):
    """One LocalStack process. It listens on all interfaces whatever it is told: for test machines only."""

    def start(self, detached=False):
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "GATEWAY_LISTEN": f"127.0.0.1:{self.port}",
                       "LOCALSTACK_VOLUME_DIR": str(self.folder), "DISABLE_EVENTS": "1", "SKIP_SSL_CERT_DOWNLOAD": "1",
                       "DNS_ADDRESS": "0"}
        with open(self.folder / "localstack.log", "wb") as log:
            self.process = subprocess.Popen([str(VENV / "bin/python"), "-m", "localstack.runtime.main"], stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log, env=environment, cwd=self.folder)
        deadline = time.monotonic() + START_SECONDS
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise StackError(f"LocalStack did not start: see {self.folder / 'localstack.log'}")
            time.sleep(0.2)
        return self

    def answers(self):
        try:
            with urllib.request.urlopen(f"{self.endpoint}/_localstack/health", timeout=1):
                return True
        except OSError:
            return False
