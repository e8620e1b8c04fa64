"""The scripts that people call: help, names of others on a terminal, and stacks in every state."""
import json
import pathlib
import subprocess

import botocore.exceptions
import demo
import deploy
import gallery
import ingest
import pytest
import stacks

TOP = pathlib.Path(__file__).resolve().parents[2]
SCRIPTS = sorted(path.name for path in (TOP / "scripts").iterdir() if path.is_file())


@pytest.mark.parametrize("name", SCRIPTS)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_script_has_help_and_does_nothing_else_then(name, option):
    done = subprocess.run([TOP / "scripts" / name, option], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL, check=False)
    assert (done.returncode, done.stderr) == (0, "") and len(done.stdout) > 60


def test_setup_installs_what_the_plain_cmake_command_of_the_readme_takes():
    """Without -G CMake asks for make, and Debian's cmake only recommends it."""
    assert "    cmake -S . -B build -DCMAKE_BUILD_TYPE=Release" in (TOP / "README.md").read_text()
    packages = (TOP / "scripts/setup").read_text().partition("build=(")[2].partition(")")[0].split()
    assert {"gcc", "cmake", "make", "pkg-config"} <= set(packages)


@pytest.mark.parametrize("text, shown", [
    ("a b.jpg", "a b.jpg"), ("Überß 📷.jpg", "Überß 📷.jpg"), ("a\nb\x1b[2J", "a\\nb\\x1b[2J"), ("\u202egpj.exe", "\\u202egpj.exe"),
    ("\udcff", "\\udcff"), ("\x9b", "\\x9b"), (5, "5"),
])
def test_words_of_others_stay_on_their_line(text, shown):
    assert stacks.printable(text) == shown


@pytest.mark.parametrize("key", ["p/x.jpg", "p/" + "é" * 120 + "_thumbnail.jpg", "é" * 300 + ".jpg", "x" * 900 + "_thumbnail.jpg"])
def test_a_key_of_any_length_has_a_file_name(key):
    name = demo.local_name(key)
    assert len(name.encode()) <= 255 and name.endswith(".jpg") and "/" not in name
    assert name != demo.local_name(key.replace(".jpg", "2.jpg"))  # long ones that begin alike stay two


@pytest.mark.parametrize("error, words", [
    (botocore.exceptions.ClientError({"Error": {"Code": "EntityTooLarge", "Message": "too large"}}, "PutObject"), "PutObject: too large"),
    (FileNotFoundError(2, "No such file or directory", "a.jpg"), "cannot read 'a.jpg': No such file or directory"),
])
def test_one_object_that_is_refused_does_not_end_the_others(error, words):
    def refused():
        raise error
    assert ingest.outcome(ingest.attempted(refused)) == f"FAILED     not done: {words}"
    assert ingest.attempted(lambda: {"status": "SUCCEEDED"}) == {"status": "SUCCEEDED"}


@pytest.mark.parametrize("document, bucket, key", [
    ({"input": {"bucket": "b", "key": "k"}}, "b", "k"),
    ({"detail": {"bucket": {"name": "b"}, "object": {"key": "k"}}}, "b", "k"),
    ({"bucket": "b", "Key": "k"}, "b", "k"),
    ({"input": {"bucket": 5, "key": {"a": 1}}}, "", "e1"),
    ({"detail": "x", "input": [1]}, "", "e1"),
    (["x"], "", "e1"), (None, "", "e1"), ("text", "", "e1"),
    ({"input": {"bucket": "b", "key": "\ud800<"}}, "b", "\ud800<"),
])
def test_a_failed_ingest_of_any_input_is_on_the_page_and_does_not_end_it(document, bucket, key):
    item = gallery.item_of({"status": "FAILED", "executionArn": "arn", "name": "e1", "error": "Ingest.BadInput", "input": json.dumps(document),
                            "cause": '["no object"]'})
    assert (item["bucket"], item["key"], item["status"], item["error"]) == (bucket, key, "ERROR", "Ingest.BadInput")
    text = gallery.script_of([item]).encode().decode()
    assert "<" not in text and json.loads(text.removeprefix("globalThis.galleryItems = ").removesuffix(";\n"))


def test_a_profile_of_ones_own_is_custom_to_storage_and_a_path_to_the_workers(tmp_path, monkeypatch):
    monkeypatch.setattr(deploy, "PROFILE_FOLDER", tmp_path)
    (tmp_path / "profile.schema.json").write_text((TOP / "statemachine/profiles/profile.schema.json").read_text())
    own = tmp_path / "own.json"
    own.write_text(json.dumps({"name": "own", "renditions": [], "record": {"key": {"id": "$.uuid"}}}))
    values = deploy.profile_values(str(own), deploy.profile_of(str(own)))
    assert values == {"Profile": "custom", "TableKey": "id", stacks.WORKER_PROFILE: "/app/profiles/own.json"}
    made = stacks.Stacks(None, "s", values)
    assert {parameter["ParameterKey"]: parameter["ParameterValue"] for parameter in made.arguments("storage", "statemachine/storage.yaml", {})["Parameters"]}["Profile"] == "custom"
    ((name, template, extra), *_) = [each for each in made.list() if each[0].startswith("worker")]
    assert {parameter["ParameterKey"]: parameter["ParameterValue"] for parameter in made.arguments(name, template, extra)["Parameters"]}["Profile"] == "/app/profiles/own.json"
    own.write_text("{")
    with pytest.raises(stacks.StackError, match="is not JSON"):
        deploy.profile_of(str(own))


class FakeFormation:
    """One stack whose first deployment did not succeed."""

    def __init__(self, status):
        self.status, self.calls = status, []

    def describe_stacks(self, StackName):
        if self.status is None:
            raise botocore.exceptions.ClientError({"Error": {"Code": "ValidationError", "Message": f"{StackName} does not exist"}}, "DescribeStacks")
        return {"Stacks": [{"StackName": StackName, "StackStatus": self.status}]}

    def describe_stack_resources(self, **_):
        return {"StackResources": [{"PhysicalResourceId": "bucket"}]}

    def delete_stack(self, StackName):
        self.calls.append("delete")
        self.status = None

    def create_stack(self, **_):
        self.calls.append("create")
        self.status = "CREATE_COMPLETE"

    def update_stack(self, **_):
        self.calls.append("update")
        self.status = "UPDATE_COMPLETE"


@pytest.mark.parametrize("status, calls", [
    (None, ["create"]), ("REVIEW_IN_PROGRESS", ["create"]), ("CREATE_COMPLETE", ["update"]), ("UPDATE_ROLLBACK_COMPLETE", ["update"]),
    ("ROLLBACK_COMPLETE", ["delete", "create"]), ("CREATE_FAILED", ["delete", "create"]),
])
def test_a_stack_that_was_never_made_is_made_anew(status, calls):
    formation = FakeFormation(status)
    stacks.Stacks(formation, "s", {}).deploy_one({"StackName": "s-storage", "Parameters": []})
    assert formation.calls == calls


@pytest.mark.parametrize("status, names", [(None, set()), ("ROLLBACK_COMPLETE", set()), ("CREATE_COMPLETE", {"bucket"}), ("UPDATE_ROLLBACK_COMPLETE", {"bucket"})])
def test_what_a_rolled_back_stack_left_is_nobodys(status, names):
    assert deploy.owned(FakeFormation(status), "s") == names


@pytest.mark.parametrize("tools, root, tool", [
    (["docker", "podman"], True, "docker"), (["podman"], False, "podman"), (["apt-get"], True, "buildah"), (["buildah"], False, None),
])
def test_the_image_is_pushed_with_what_it_was_built_with(monkeypatch, tools, root, tool):
    monkeypatch.setattr(deploy.shutil, "which", lambda name: name in tools or None)
    monkeypatch.setattr(deploy.os, "geteuid", lambda: 0 if root else 1000)
    monkeypatch.setattr(deploy.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0))
    if tool is None:
        with pytest.raises(stacks.StackError, match="--image"):
            deploy.engine()
    else:
        found, settings = deploy.engine()
        assert found == tool and ("CONTAINERS_STORAGE_CONF" in settings) == (tool == "buildah")


def test_a_docker_without_its_daemon_is_none(monkeypatch):
    monkeypatch.setattr(deploy.shutil, "which", lambda name: name if name in ("docker", "podman") else None)
    monkeypatch.setattr(deploy.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1))
    assert deploy.engine()[0] == "podman"
