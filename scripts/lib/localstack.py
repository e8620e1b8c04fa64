"""LocalStack as a second opinion on Step Functions: real heartbeats, time-outs and a strict parser."""
from local_stack import TOP, Emulator

VENV = TOP / ".venv/localstack"
START_SECONDS = 90


class LocalStack(Emulator):
    """One LocalStack process. It listens on all interfaces whatever it is told: for test machines only."""

    HEALTH = "/_localstack/health"

    def start(self, detached=False):
        self.launch([VENV / "bin/python", "-m", "localstack.runtime.main"], "localstack", START_SECONDS, detached,
                    GATEWAY_LISTEN=f"127.0.0.1:{self.port}", LOCALSTACK_VOLUME_DIR=str(self.folder), DISABLE_EVENTS="1",
                    SKIP_SSL_CERT_DOWNLOAD="1", DNS_ADDRESS="0")
        return self
