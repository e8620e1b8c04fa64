"""The field's own checkers are silent on templates, policies, state machines, scripts and the Dockerfile."""
import json
import pathlib
import re
import subprocess

import pytest

TOP = pathlib.Path(__file__).resolve().parents[2]
TOOLS = TOP / ".venv/tools/bin"
MACHINES = sorted(path.relative_to(TOP).as_posix() for path in TOP.glob("statemachine/*.asl.json"))
POLICIES = sorted(path.relative_to(TOP).as_posix() for path in TOP.glob("iam/*.json"))
# statelint does not know the field that Step Functions asks for beside s3:getObject.
STATELINT_GAPS = ['Field "InputType" not allowed in State Machine.States.OverInventory.ItemReader.ReaderConfig']

# It asks for DescribeExecution on express executions too; ours are STANDARD.
PARLIAMENT_GAPS = ["'required_format': 'arn:*:states:*:*:express:*:*:*'"]


def run(*command, text=None):
    return subprocess.run([str(part) for part in command], cwd=TOP, input=text, capture_output=True, text=True, timeout=120)


def filled(text):
    """Placeholders as real values, for checkers that parse ARNs."""
    values = {"Region": "us-east-1", "AccountId": "123456789012", "Stage": "prod"}
    text = re.sub(r'"\$\{\w+Arn\}"', '"arn:aws:states:us-east-1:123456789012:activity:x"', text)
    return re.sub(r"\$\{(\w+)\}", lambda match: values.get(match[1], "name"), text)


def test_cfn_lint_is_silent():
    done = run(TOOLS / "cfn-lint")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.slow
def test_checkov_finds_nothing_that_has_no_reason():
    templates = [argument for path in sorted([*TOP.glob("statemachine/*.yaml"), *TOP.glob("iam/*.yaml")])
                 for argument in ("-f", path)]
    done = run(TOP / ".venv/checkov/bin/checkov", "--framework", "cloudformation", "--skip-download", "--compact", "--quiet",
               "-o", "json", *templates)
    report = json.loads(done.stdout)
    failed = [f"{check['check_id']} {check['file_path']} {check['resource']}"
              for check in report.get("results", {}).get("failed_checks", [])]
    assert failed == []


@pytest.mark.parametrize("policy", POLICIES)
def test_parliament_is_silent(policy):
    if policy.endswith("-trust.json"):
        pytest.skip("parliament reads no trust policies")
    done = run(TOOLS / "parliament", text=filled((TOP / policy).read_text()))
    lines = [line for line in done.stdout.splitlines() if not any(gap in line for gap in PARLIAMENT_GAPS)]
    assert (lines, done.stderr) == ([], "")


@pytest.mark.parametrize("machine", MACHINES)
def test_statelint_is_silent(machine, tmp_path):
    path = tmp_path / "machine.json"
    path.write_text(filled((TOP / machine).read_text()))
    done = run(TOOLS / "statelint", path)
    lines = [line.strip() for line in done.stdout.splitlines() if not re.match(r"(One|\d+) errors?:", line)]
    assert [line for line in lines if line and line not in STATELINT_GAPS] == []


@pytest.mark.parametrize("machine", MACHINES)
def test_asl_validator_agrees(machine):
    validator = TOP / ".venv/npm/node_modules/.bin/asl-validator"
    if not validator.exists():
        pytest.skip("no npm on this machine: asl-validator is not installed")
    done = run(validator, "--json-path", machine)
    assert done.returncode == 0, done.stdout + done.stderr


def test_hadolint_is_silent():
    done = run(TOOLS / "hadolint", "workers/Dockerfile")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.slow
def test_checkov_finds_nothing_in_the_dockerfile():
    done = run(TOP / ".venv/checkov/bin/checkov", "--framework", "dockerfile", "--skip-download", "--compact", "--quiet", "-f", "workers/Dockerfile")
    assert done.returncode == 0, done.stdout


def test_shellcheck_is_silent():
    files = run("git", "ls-files", "-co", "--exclude-standard").stdout.split("\n")
    scripts = [name for name in files if name and (TOP / name).is_file()
               and (TOP / name).read_bytes()[:64].split(b"\n")[0].endswith((b"bash", b"/sh"))]
    assert len(scripts) > 5
    done = run("shellcheck", "-x", *scripts)
    assert done.returncode == 0, done.stdout
