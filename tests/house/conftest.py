"""Checks of what is written down: names, templates, policies, settings, README, linters. Nothing is started here."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts" / "lib"))


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: left out by scripts/test --quick")
