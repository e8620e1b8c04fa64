"""One local stack for the whole run; each test module deploys its own stage to it, so that no test meets another's objects."""
import itertools
import os
import pathlib
import sys

import pytest

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / "scripts/lib"), str(TOP / "tests/lib")]

import local_stack  # noqa: E402

STAGES = itertools.count(1)


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
        return local_stack.Deployment(emulator.endpoint, stage=f"t{next(STAGES)}", **settings).deploy(
            only=("storage", "roles", "pipeline"))
    return make
