"""The three executables as processes beside a deployment on the local stack."""
import json
import pathlib
import signal
import subprocess

from local_stack import TOP, WORKERS, StackError

STOP_SECONDS = 20


class Worker:
    """One process with a log file of its own. stop() is SIGTERM, as the service does it."""

    def __init__(self, name, environment, log, folder=None):
        self.name, self.log = name, pathlib.Path(log)
        program = pathlib.Path(folder or TOP / "build/plain/bin") / name
        if not program.exists():
            raise StackError(f"{program} is not there: build first (scripts/demo and scripts/test do)")
        with open(self.log, "wb") as errors:
            self.process = subprocess.Popen([str(program)], stdin=subprocess.DEVNULL, stdout=errors, stderr=errors, env=environment)

    def lines(self):
        """The log so far, one object a line; what is no JSON comes as {"text": …}."""
        for line in self.log.read_text(errors="replace").splitlines():
            try:
                yield json.loads(line)
            except ValueError:
                yield {"text": line}

    def alive(self):
        return self.process.poll() is None

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        """The exit status; a worker that does not end in time is killed (and gives -9)."""
        if self.alive():
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            return self.process.returncode


class Workers:
    """One of each, for as long as the with block lasts."""

    def __init__(self, deployment, logs, folder=None, names=tuple(WORKERS), **settings):
        self.deployment, self.logs, self.folder, self.names = deployment, pathlib.Path(logs), folder, names
        self.settings = {"INGEST_STOP_SECONDS": "1", **settings}
        self.running = {}

    def start(self, name, **settings):
        environment = self.deployment.worker_environment(name, **self.settings, **settings)
        self.running[name] = Worker(name, environment, self.logs / f"{name}.log", self.folder)
        return self.running[name]

    def check(self):
        """Called while waiting: a worker that has ended would never answer."""
        for name, worker in self.running.items():
            if not worker.alive():
                last = worker.log.read_text(errors="replace").strip().splitlines()[-1:]
                raise StackError(f"{name} has ended with status {worker.process.returncode}: {''.join(last)}")

    def __enter__(self):
        self.logs.mkdir(parents=True, exist_ok=True)
        try:
            for name in self.names:
                self.start(name)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for worker in self.running.values():  # all at once: each may use its whole stop time
            if worker.alive():
                worker.process.send_signal(signal.SIGTERM)
        for worker in self.running.values():
            worker.stop()
