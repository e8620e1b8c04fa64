"""The names that C, the state machine, the presets and the templates share are the same everywhere."""
import json
import pathlib
import re

TOP = pathlib.Path(__file__).resolve().parents[2]
MACHINE = json.loads((TOP / "statemachine/image-ingest.asl.json").read_text())
FILES_ONLY = {"Ingest.Usage", "Ingest.Io"}  # of the command line; never reported by a task
SUBSTITUTIONS = {"RunImageInfoActivityArn", "MakeProxyActivityArn", "UpdateIngestTableActivityArn",
                 "IngestBucket", "ProxyBucket", "IngestTable"}


def error_kinds():
    """{name: retried} of the rows of ERR_KINDS that have a name."""
    text = (TOP / "common/base/err.h").read_text()
    rows = re.findall(r'X\(ERR_\w+, "(Ingest\.\w+)", (true|false), \d+\)', text)
    assert len(rows) > 10, "ERR_KINDS was not understood"
    return {name: retry == "true" for name, retry in rows if name not in FILES_ONLY}


def states(machine, path=""):
    for name, state in machine["States"].items():
        yield path + name, state
        for branch in state.get("Branches", []):
            yield from states(branch, f"{path}{name}/")
        if "ItemProcessor" in state:
            yield from states(state["ItemProcessor"], f"{path}{name}/")


def tasks():
    return {name: state for name, state in states(MACHINE) if state["Type"] == "Task"}


def test_every_task_retries_what_c_calls_retried_and_nothing_else():
    kinds = error_kinds()
    permanent = {name for name, retried in kinds.items() if not retried}
    retried = {name for name, retried in kinds.items() if retried}
    assert len(tasks()) == 4
    for name, state in tasks().items():
        first, second = state["Retry"]
        assert set(first["ErrorEquals"]) == permanent and first["MaxAttempts"] == 0, name
        # A lost heartbeat is matched under both of the names that the service uses for it.
        assert set(second["ErrorEquals"]) == retried | {"States.Timeout", "States.HeartbeatTimeout"}, name
        assert second["MaxDelaySeconds"] >= second["IntervalSeconds"] and second["JitterStrategy"] == "FULL", name


def test_the_machine_throws_only_names_of_the_table():
    thrown = {state["Error"] for _, state in states(MACHINE) if state["Type"] == "Fail" and "Error" in state}
    assert thrown and thrown <= set(error_kinds())


def test_times_are_bounded_everywhere():
    assert MACHINE["TimeoutSeconds"] > sum(state["TimeoutSeconds"] for state in tasks().values())
    for name, state in tasks().items():
        assert 0 < state["HeartbeatSeconds"] < state["TimeoutSeconds"], name


def test_heartbeat_is_one_number_in_machine_and_preset():
    settings = (TOP / "common/base/settings.c").read_text()
    preset = re.search(r'"INGEST_HEARTBEAT_SECONDS", heartbeat_seconds, "(\d+)"', settings)[1]
    assert {state["HeartbeatSeconds"] for state in tasks().values()} == {int(preset)}


def test_every_state_says_what_it_is_for():
    for name, state in states(MACHINE):
        assert len(state.get("Comment", "")) > 20, name


def test_what_the_input_brought_goes_through_one_branch_only():
    """The answers of a Parallel's branches together may have 256 KiB; one hands the input on, of the other only data goes on."""
    found = tasks()
    assert found["Extract/MakeProxy"]["ResultSelector"] == {"data.$": "$.data"}
    assert "ResultSelector" not in found["Extract/RunImageInfo"]


def test_substitutions_are_the_six_and_stand_inside_strings():
    text = (TOP / "statemachine/image-ingest.asl.json").read_text()
    assert set(re.findall(r"\$\{(\w+)\}", text)) == SUBSTITUTIONS  # json.loads above proves "inside strings"


def test_every_failure_of_a_step_is_recorded():
    for name in ("Extract", "UpdateIngestTable"):
        (catch,) = MACHINE["States"][name]["Catch"]
        assert catch["ErrorEquals"] == ["States.ALL"] and catch["Next"] == "RecordFailure"
        assert catch["ResultPath"] == "$.failure"


def test_the_image_holds_every_library_that_is_loaded_by_name():
    sources = [path.read_text() for room in ("common", "workers") for path in (TOP / room).rglob("*.c")]
    loaded = {name for text in sources for name in re.findall(r'library_load\("([^"]+)"', text)}
    listed = re.search(r"^loaded=\((.*)\)$", (TOP / "scripts/lib/closure").read_text(), re.M)[1].split()
    assert len(loaded) > 5, "library_load was not understood"
    assert loaded == set(listed)
