"""A worker killed in the middle of a task, at the worst moment: what it did is done, and nobody has heard of it.

The heartbeat clock runs out, another worker does the task again, and what is left is what one clean run leaves."""
import pytest
from clocked import Clocked
from test_ingest import native, objects, rows
from workers import Workers


def left(stage, uuid):
    return objects(stage, uuid), [row for row in rows(stage) if row["uuid"] == uuid]


@pytest.mark.parametrize("victim, moment", [
    ("make-proxy", "/transcode/proxy/"), ("run-imageinfo", "/imageinfo.json"), ("update-ingest-table", "UpdateItem")])
def test_another_finishes_and_nothing_is_lost_or_doubled(deploy, programs, tmp_path, photo, victim, moment):
    stage = deploy()
    quiet = f"{stage.stage}-quiet"  # a bucket without a rule: one execution is enough
    stage.s3.create_bucket(Bucket=quiet)
    stage.s3.put_object(Bucket=quiet, Key="in/a.jpg", Body=photo)
    document = native(stage, "in/a.jpg", "killed")
    document["input"]["bucket"] = quiet
    killed = []

    def kill_once(operation, path):
        if (operation == moment or operation == "PUT" and moment in path) and not killed:
            killed.append(operation)
            workers.running[victim].kill()
            workers.start(victim)

    with Clocked(stage.endpoint, heartbeat_seconds=3, on_done=kill_once) as door:
        stage.endpoint = door.endpoint  # for the workers; the stage's own clients go straight
        # One slot each: a worker that is killed has no open poll, whose task would be lost as well.
        with Workers(stage, tmp_path, programs, INGEST_HEARTBEAT_SECONDS="3", INGEST_SLOTS="1") as workers:
            done = stage.run(document)
            after_kill = left(stage, "killed")
            again = stage.run(document)
            after_clean_run = left(stage, "killed")
    assert done["status"] == again["status"] == "SUCCEEDED"
    assert killed and len(door.lost) == 1, "the task was lost once and came back by its heartbeat"
    assert len(after_kill[0]) == 3 and after_kill[0] == after_clean_run[0]
    assert len(after_kill[1]) == 1
    for found in (*after_kill[1], *after_clean_run[1]):
        del found["ingest"]["executionArn"]
    assert after_kill[1] == after_clean_run[1]
