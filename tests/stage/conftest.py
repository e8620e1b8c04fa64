"""One local stack for the whole run; each test module deploys its own stage to it, so that no test meets another's objects."""
import contextlib
import itertools
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

import pytest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / "scripts/lib"), str(TOP / "tests/lib")]

import local_stack  # noqa: E402
from workers import Workers  # noqa: E402

STAGES = itertools.count(1)
# Health sockets are named after the activity: programs of other runs on this machine must not answer for ours.
RUN = os.environ.get("PYTEST_XDIST_WORKER", "t")

# A shell starts what it runs in the background with SIGINT ignored, and so would be every program under test: it inherits that.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser):
    parser.addoption("--bin", default=os.environ.get("INGEST_BIN", str(TOP / "build/plain/bin")),
                     help="folder of the executables under test")
    parser.addoption("--localstack", action="store_true", help="the machine tests on LocalStack, not on ministack")


@pytest.fixture(scope="session")
def emulator(tmp_path_factory):
    with local_stack.Emulator(tmp_path_factory.mktemp("ministack")) as running:
        yield running


@pytest.fixture(scope="session")
def deploy(emulator):
    """deploy(**settings): a fresh stage; see local_stack.Deployment."""
    def make(**settings):
        return local_stack.Deployment(emulator.endpoint, stage=f"{RUN}t{next(STAGES)}", **settings).deploy(
            only=("storage", "roles", "pipeline"))
    return make


@pytest.fixture(scope="session")
def programs(request):
    """The folder of the executables under test."""
    folder = pathlib.Path(request.config.getoption("--bin"))
    missing = [name for name in (*local_stack.WORKERS, "image-sandbox") if not (folder / name).exists()]
    assert not missing, f"build first: {', '.join(missing)} not in {folder}"
    return folder


@pytest.fixture(scope="session")
def photo():
    """A camera's JPEG: 3264x2448, turned by 180 degrees, with GPS."""
    return (TOP / "tests/data/photos/Apple_iPhone_5.jpg").read_bytes()


@pytest.fixture(scope="session")
def open_folder():
    """A folder that the executables may write to also as another user (scripts/image --test)."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        yield pathlib.Path(folder)


@pytest.fixture(scope="session")
def small(programs, open_folder):
    """A JPEG of 360x270: quick where the picture does not matter."""
    path = open_folder / "small.jpg"
    subprocess.run([programs / "make-proxy", TOP / "tests/data/photos/Apple_iPhone_5.jpg", "--rendition", "thumbnail", "-o", path],
                   check=True)
    return path.read_bytes()


@pytest.fixture(scope="session")
def with_workers(deploy, programs, tmp_path_factory):
    """with_workers(**settings of the deployment): a stage with one worker of each kind, until the end of the run."""
    with contextlib.ExitStack() as running:
        def make(**settings):
            stage = deploy(**settings)
            stage.workers = running.enter_context(Workers(stage, tmp_path_factory.mktemp(f"{stage.stage}-logs"), programs))
            return stage
        yield make
