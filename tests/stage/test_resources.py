"""A worker on a machine that runs out of things: an error by name, nothing left behind, and the worker goes on."""
import concurrent.futures
import fcntl
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import time

import pytest
from PIL import Image
from test_worker import TOP, aws, native, program, start  # noqa: F401 (fixtures)


@pytest.fixture
def copied(program):  # noqa: F811
    """The executables in a folder of their own, which every user may read."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        for each in ("make-proxy", "run-imageinfo", "image-sandbox"):
            shutil.copy(program(each), folder / each)
        yield folder


@pytest.fixture
def start_copied(aws, copied, tmp_path):  # noqa: F811
    """start_copied(worker, **of Popen): process and log; killed in the end."""
    running = []

    def make(worker, settings={}, **how):
        log = tmp_path / f"{worker}-{len(running)}.log"
        environment = aws.environment(worker, INGEST_SLOTS="1", INGEST_STOP_SECONDS="1", INGEST_HEARTBEAT_SECONDS="3", **settings)
        with open(log, "wb") as errors:
            running.append(subprocess.Popen([copied / worker], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                            stderr=errors, **how))
        return running[-1], log
    yield make
    for process in running:
        process.kill()
        process.wait()


def succeed(aws, worker="make-proxy"):  # noqa: F811
    answer = aws.answer(aws.task(worker, native()), 30)
    assert answer[0] == "success", answer


def fail_until(aws, worker, name, most=4):  # noqa: F811
    """The decoder that was started ahead still serves; the next task has none."""
    answers = [aws.answer(aws.task(worker, native()), 30) for _ in range(most)]
    assert {answer[1] for answer in answers if answer[0] == "failure"} == {name}, answers
    return [answer for answer in answers if answer[0] == "failure"]


def test_without_its_decoder_a_worker_does_not_start_and_says_what_is_missing(copied, start_copied):
    (copied / "image-sandbox").unlink()
    process, log = start_copied("make-proxy")
    assert process.wait(5) == 70
    assert "Ingest.Internal" in log.read_text() and "image-sandbox" in log.read_text()


def remove(path):
    path.rename(path.with_suffix(".away"))


def lock(path):
    path.chmod(0)


def break_it(path):
    path.with_suffix(".away").write_bytes(path.read_bytes())
    path.unlink()
    path.write_bytes(b"no executable at all")
    path.chmod(0o755)


@pytest.mark.parametrize("worker", ["make-proxy", "run-imageinfo"])
@pytest.mark.parametrize("how", [remove, lock, break_it])
def test_when_the_decoder_cannot_be_executed_tasks_fail_by_name_until_it_can(aws, copied, start_copied, worker, how):  # noqa: F811
    process, _ = start_copied(worker)
    succeed(aws, worker)
    sandbox = copied / "image-sandbox"
    how(sandbox)
    for answer in fail_until(aws, worker, "Ingest.Internal"):
        assert "decoder process" in answer[2]["message"]
    if how is not lock:
        os.replace(sandbox.with_suffix(".away"), sandbox)
    sandbox.chmod(0o755)
    succeed(aws, worker)
    assert process.poll() is None


@pytest.mark.skipif(os.geteuid() != 0, reason="another user's limit can be set by root alone")
def test_when_no_process_can_be_forked_tasks_fail_by_name_until_one_can(aws, start_copied):  # noqa: F811
    someone = {"user": 59999, "group": 59999, "extra_groups": []}
    process, _ = start_copied("make-proxy", **someone)
    succeed(aws)

    def let(processes):  # as the same user: no capability is needed
        subprocess.run(["prlimit", f"--pid={process.pid}", f"--nproc={processes}:"], check=True, **someone)
    let(1)
    fail_until(aws, "make-proxy", "Ingest.Transient")
    let(4096)
    succeed(aws)
    assert process.poll() is None


def virtual_bytes(pid):
    return int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[0]) * resource.getpagesize()


def test_a_worker_that_reaches_its_memory_limit_ends_with_a_message_or_goes_on(aws, start_copied):  # noqa: F811
    """What a worker keeps of one task is bounded; a limit that it meets all the same ends it loudly, never in silence."""
    process, log = start_copied("make-proxy")
    succeed(aws)
    before = resource.prlimit(process.pid, resource.RLIMIT_AS)
    resource.prlimit(process.pid, resource.RLIMIT_AS, (virtual_bytes(process.pid) + (1 << 20), before[1]))
    big = aws.task("make-proxy", native() | {"ballast": "x" * (900 << 10)})
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline and big not in aws.answers and process.poll() is None:
        time.sleep(0.1)
    if process.poll() is not None:
        assert "memory" in log.read_text().splitlines()[-1], log.read_text()
        return
    assert aws.answer(big, 1)[0] in ("success", "failure")
    resource.prlimit(process.pid, resource.RLIMIT_AS, before)
    succeed(aws)


TIMES = re.compile(r'"(milliseconds|lastModified|order)": ?("[^"]*"|[0-9]+)')


@pytest.mark.parametrize("worker, everything", [("make-proxy", False), ("make-proxy", True), ("run-imageinfo", False), ("update-ingest-table", True)])
def test_a_refused_allocation_changes_no_answer(aws, program, worker, everything):  # noqa: F811
    """One of many, or all from one on: the task is done right, or ends with a name and status 74; nothing is sent unsigned or stored wrong."""
    preload = program("refuse_memory.so")
    if b"__asan_init" in program(worker).read_bytes():
        pytest.skip("address sanitizer has an allocator of its own")
    aws.put("in", "small.png", (TOP / "tests/data/images/rgb8.png").read_bytes())

    def run(**refusing):
        for place in [place for place in aws.objects if place[0] == "proxy"]:
            del aws.objects[place]
        aws.items.clear()
        done = subprocess.run([program(worker), "--task", "-"], input=json.dumps(native("small.png")).encode(), capture_output=True,
                              env=aws.environment(worker, **refusing), timeout=60)
        return done, (TIMES.sub("", done.stdout.decode()), {place: found.etag for place, found in aws.objects.items()})

    right = run()[1]
    ended = 0
    for at in [*range(1, 400, 9), *range(400, 9000, 211)]:
        done, found = run(LD_PRELOAD=str(preload), REFUSE_AT=str(at), **({"REFUSE_ALL": "1"} if everything else {}))
        if done.returncode == 0:
            assert found == right, at
        elif done.returncode != 127:  # the loader's own: before main() nobody can help
            ended += 1
            assert done.returncode == 74, (at, done.stderr)
            assert json.loads(done.stderr.splitlines()[-1])["error"] in ("Ingest.Io", "Ingest.Transient"), (at, done.stderr)
    assert ended > 20 and aws.refused == []


def test_what_a_large_input_took_is_given_back(aws, start):  # noqa: F811
    """A MiB of JSON takes 25 MiB as a tree: a worker of many slots must not keep that of each."""
    worker = start("run-imageinfo")
    pages = pathlib.Path(f"/proc/{worker.process.pid}/statm")
    for _ in range(3):
        succeed(aws, "run-imageinfo")
    before = int(pages.read_text().split()[1])
    for _ in range(3):
        assert aws.answer(aws.task("run-imageinfo", native() | {"ballast": [0] * 340_000}))[0] == "success"
    succeed(aws, "run-imageinfo")  # the next task comes when the last one is tidied up
    grown = (int(pages.read_text().split()[1]) - before) * resource.getpagesize()
    assert grown < 8 << 20, f"{grown >> 20} MiB are kept"


def decoders_of(process):
    return [int(child) for task in pathlib.Path(f"/proc/{process.pid}/task").iterdir() for child in (task / "children").read_text().split()]


def kill_decoders(process):
    """As the kernel does when the container's memory runs out."""
    for child in decoders_of(process):
        try:
            os.kill(child, signal.SIGKILL)
        except ProcessLookupError:
            pass


def test_a_decoder_that_the_kernel_ends_is_tried_once_more(aws, start_copied, tmp_path):  # noqa: F811
    """Another slot's image may have taken the memory. Each time: the limit is named, and the worker goes on."""
    aws.put("in", "big.png", big_output(tmp_path), content_type="image/png")
    process, _ = start_copied("make-proxy", {"INGEST_MAX_DECODE_SECONDS": "60"})
    succeed(aws)
    time.sleep(0.2)  # the next one is up
    assert {pathlib.Path(f"/proc/{pid}/oom_score_adj").read_text().strip() for pid in decoders_of(process)} == {"1000"}
    token = aws.task("make-proxy", native("big.png"))
    reads = aws.count("GetObject")
    aws.wait(lambda: aws.count("GetObject") > reads)
    time.sleep(0.1)
    kill_decoders(process)
    assert aws.answer(token, 60)[0] == "success"
    token = aws.task("make-proxy", native("big.png", renditions=LARGE))
    while token not in aws.answers:
        kill_decoders(process)
        time.sleep(0.002)
    how, name, cause = aws.answer(token, 1)
    assert how == "failure" and name in ("Ingest.LimitExceeded", "Ingest.Transient") and "was killed" in cause["message"]
    succeed(aws)
    assert process.poll() is None and aws.uploads == {}


def test_a_worker_needs_no_folder_to_write_to(aws, start_copied, tmp_path):  # noqa: F811
    """TMPDIR is full and read-only: tasks do not notice."""
    folder = tmp_path / "full"
    folder.mkdir(mode=0o555)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4k,ro", "tmpfs", folder], capture_output=True).returncode == 0
    try:
        process, _ = start_copied("make-proxy", {"TMPDIR": str(folder), "HOME": str(folder)}, cwd=folder)
        for _ in range(3):
            succeed(aws)
        assert process.poll() is None and not list(folder.iterdir())
        process.terminate()
        assert process.wait(10) == 0
    finally:
        if mounted:
            subprocess.run(["umount", "-l", folder], check=True)


def test_a_limit_on_the_size_of_files_fails_large_objects_by_name(aws, start_copied):  # noqa: F811
    """It holds for memory that is shared with the decoder as well, and comes with a signal that ends who does not expect it."""
    least = 1 << 20
    aws.put("in", "small.png", (TOP / "tests/data/images/grey16.png").read_bytes(), content_type="image/png")
    process, _ = start_copied("make-proxy", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (least, least)))
    answer = aws.answer(aws.task("make-proxy", native()), 30)
    assert answer[0] == "failure" and answer[1] in ("Ingest.Internal", "Ingest.Io", "Ingest.Transient"), answer
    assert aws.answer(aws.task("make-proxy", native("small.png")), 30)[0] == "success"
    assert process.poll() is None


def test_a_log_that_cannot_be_written_stops_no_task(aws, start_copied, copied):  # noqa: F811
    with open("/dev/full", "wb") as full:
        process = subprocess.Popen([copied / "make-proxy"], env=aws.environment("make-proxy", INGEST_SLOTS="1"), stderr=full)
        try:
            succeed(aws)
            assert process.poll() is None
        finally:
            process.kill()
            process.wait()


def test_a_log_that_nobody_reads_stops_no_task_and_tells_what_is_missing(aws, copied):  # noqa: F811
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    process = subprocess.Popen([copied / "make-proxy"], env=aws.environment("make-proxy", INGEST_SLOTS="2", INGEST_STOP_SECONDS="2"), stderr=writer)
    os.close(writer)
    for _ in range(30):
        succeed(aws)
    with open(reader, "rb") as end, concurrent.futures.ThreadPoolExecutor() as other:
        log = other.submit(end.read)  # it reads again, to the end
        succeed(aws)
        process.terminate()
        assert process.wait(10) == 0
    lines = [line for line in log.result().splitlines() if line]
    whole = [json.loads(line) for line in lines if line.startswith(b"{") and line.endswith(b"}")]
    assert len(lines) - len(whole) <= 1  # the one that was cut
    assert sum(line["lines"] for line in whole if line["event"] == "log.dropped") + len(whole) > 30
    assert whole[-1]["event"] == "worker.stopped"


# Uploads in parts.

def big_output(tmp_path):
    """A picture whose lossless rendition is over 16 MiB, so that it goes up in parts."""
    noise = random.Random(5).randbytes(1 << 20) * 24
    Image.frombytes("RGB", (2048, 4096), noise).save(tmp_path / "big.png", compress_level=1)
    return (tmp_path / "big.png").read_bytes()


LARGE = [{"name": "large", "key": "{prefix}/large.png", "format": "png", "effort": 1}]


@pytest.mark.parametrize("how", ["TaskTimedOut", "TaskDoesNotExist"])
def test_a_task_that_is_closed_during_an_upload_in_parts_leaves_no_parts(aws, start, tmp_path, how):  # noqa: F811
    aws.put("in", "big.png", big_output(tmp_path), content_type="image/png")
    aws.fault("UploadPart", delay=4, times=9)
    worker = start("make-proxy", INGEST_MAX_DECODE_SECONDS="60")
    token = aws.task("make-proxy", native("big.png", renditions=LARGE))
    aws.wait(lambda: aws.count("UploadPart") > 0, 40)
    aws.close(token, how)
    aws.wait(lambda: aws.count("AbortMultipartUpload") > 0, 15)
    assert aws.answer(aws.task("make-proxy", native()), 20)[0] == "success"
    assert aws.uploads == {} and token not in aws.answers and aws.count("CompleteMultipartUpload") == 0
    assert "p/large.png" not in aws.keys_of("proxy") and len(worker.lines("task.closed")) == 1


def test_an_upload_in_parts_that_fails_leaves_no_parts(aws, start, tmp_path):  # noqa: F811
    aws.put("in", "big.png", big_output(tmp_path), content_type="image/png")
    aws.fault("UploadPart", status=403, code="AccessDenied", times=9)
    start("make-proxy", INGEST_MAX_DECODE_SECONDS="60")
    answer = aws.answer(aws.task("make-proxy", native("big.png", renditions=LARGE)), 60)
    assert answer[:2] == ("failure", "Ingest.AccessDenied")
    assert aws.uploads == {} and aws.count("AbortMultipartUpload") == 1
