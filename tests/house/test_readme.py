"""The README says what the program says: settings, errors, commands, files."""
import pathlib
import re
import subprocess

import pytest
from test_names import error_kinds

TOP = pathlib.Path(__file__).resolve().parents[2]
README = (TOP / "README.md").read_text()


def section(title):
    """From its heading to the next of any depth."""
    return re.search(rf"^## {title}\n(.*?)(?=^##+ |\Z)", README, re.M | re.S)[1]


def rows(text):
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in text.splitlines() if line.startswith("| `")]


@pytest.mark.parametrize("worker", ["make-proxy", "run-imageinfo", "update-ingest-table"])
def test_settings_are_those_of_help(worker):
    program = TOP / "build/plain/bin" / worker
    assert program.exists(), "build first"
    text = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
    assert len(text.splitlines()) < 60
    shown = re.findall(r"^  ((?:INGEST|PROXY|ACTIVITY)_\w+) +(\S+) +(.*?)(?: \(([^()]*\.\.[^()]*)\))?$", text, re.M)
    assert len(shown) > 10
    written = [[cell.strip("`") for cell in row] for row in rows(section("Settings"))]
    assert written == [[name, preset if preset != "-" else "", limits, help_] for name, preset, help_, limits in shown]


def test_errors_are_those_of_the_code():
    assert sorted(row[0].strip("`") for row in rows(section("Errors"))) == sorted(error_kinds())


def test_it_begins_with_what_it_is_for_and_the_demo():
    titles = re.findall(r"^## (.*)$", README, re.M)
    assert titles[:7] == ["The demo", "What came out", "The test command", "The three executables on files", "Settings", "Errors",
                          "How to read the code"]


def test_files_that_it_names_exist():
    names = set(re.findall(r"`((?:scripts|iam|statemachine|workers|tests|common)/[\w./-]*\w/?)`", README))
    names |= set(re.findall(r"\]\(([\w./-]+)\)", README)) | set(re.findall(r"^    (scripts/[\w-]+)", README, re.M))
    missing = [name for name in sorted(names) if not (TOP / name).exists()]
    assert len(names) > 20 and missing == []


def test_one_test_command_and_continuous_integration_calls_it():
    assert re.findall(r"^    (\S.*)$", section("The test command"), re.M) == ["scripts/test"]
    assert "exec scripts/test" in (TOP / ".ci/run").read_text()
