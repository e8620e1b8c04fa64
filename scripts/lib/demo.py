"""scripts/demo: one photo through the real state machine and the real workers, on this machine alone."""
import hashlib
import json
import mimetypes
import os
import pathlib
import shutil
import signal
import sys
import time

from boto3.dynamodb.types import TypeDeserializer
from gallery import items_of, pages, script_of
from local_stack import TOP, Deployment, Emulator, StackError
from stacks import printable
from workers import Workers

OUT = TOP / "out"
WORK = TOP / "build/demo"
WAIT_SECONDS = 120
EVENT_SECONDS = 20
NAME_BYTES = 255  # of a file; a key has up to 1,024
TERMINAL = sys.stdout.isatty()

# What a person asks a photo first: label, and the metadata that answers it.
PERSONAL = (
    ("camera", ("Make", "Model")),
    ("lens", ("LensID", "LensModel", "Lens")),
    ("taken", ("SubSecDateTimeOriginal", "DateTimeOriginal", "CreateDate")),
    ("exposure", ("ExposureTime", "FNumber", "ISO", "FocalLength")),
    ("size", ("ImageSize",)),
    ("place", ("GPSPosition",)),
)
JOINED = {"camera", "exposure"}  # all members of these are shown, of the others the first that is there


def heading(text):
    print(f"\n\033[1m{text}\033[0m" if TERMINAL else f"\n{text}", flush=True)


class Progress:
    """A moving line on a terminal; elsewhere one line for each new thing that happens."""

    def __init__(self):
        self.started, self.last = time.monotonic(), None

    def __call__(self, text):
        text = printable(text)
        if TERMINAL:
            print(f"\r\033[K  {time.monotonic() - self.started:4.1f} s  {text}", end="", flush=True)
        elif text != self.last:
            print(f"  {time.monotonic() - self.started:4.1f} s  {text}", flush=True)
        self.last = text

    def end(self):
        if TERMINAL:
            print("\r\033[K", end="", flush=True)


def history(deployment, arn):
    return deployment.states.get_execution_history(executionArn=arn, maxResults=1000)["events"]


def steps(events):
    """(state, entered, seconds) in order; seconds is None for one that did not end."""
    open_states, found = {}, []
    for event in events:
        if event["type"].endswith("StateEntered"):
            name = event["stateEnteredEventDetails"]["name"]
            open_states[name] = len(found)
            found.append([name, event["timestamp"], None])
        elif event["type"].endswith("StateExited"):
            name = event["stateExitedEventDetails"]["name"]
            if name in open_states:
                row = found[open_states.pop(name)]
                row[2] = (event["timestamp"] - row[1]).total_seconds()
    return found


def started_execution(deployment, workers, progress):
    """The one execution that the S3 event started."""
    deadline = time.monotonic() + EVENT_SECONDS
    while time.monotonic() < deadline:
        workers.check()
        found = deployment.states.list_executions(stateMachineArn=deployment.outputs["MachineArn"])["executions"]
        if found:
            return found[0]["executionArn"]
        progress("the S3 event is on its way to the rule")
        time.sleep(0.05)
    raise StackError(f"no execution was started by the event within {EVENT_SECONDS} s: see {WORK}")


def show_steps(deployment, execution, workers):
    heading(f"Execution {execution['name']}: {execution['status']} in "
            f"{(execution['stopDate'] - execution['startDate']).total_seconds():.2f} s")
    print("  state               begun after  took")
    for name, entered, seconds in steps(history(deployment, execution["executionArn"])):
        took = "" if seconds is None else f"{seconds:.3f} s"
        print(f"  {name:<20}{(entered - execution['startDate']).total_seconds():>9.3f} s  {took}")
    print("  worker              task took, of it fetching, decoding, storing")
    for name, worker in workers.running.items():
        for line in worker.lines():
            if str(line.get("event", "")).startswith("task.") and "ms" in line:
                print(f"  {name:<20}{line['ms']:>6} ms  {line.get('fetchMs', 0):>6} ms {line.get('decodeMs', 0):>6} ms "
                      f"{line.get('storeMs', 0):>6} ms   {line.get('outcome', '')}")


def show_row(deployment):
    heading(f"Row in {deployment.table}")
    items = deployment.dynamodb.scan(TableName=deployment.table, ConsistentRead=True)["Items"]
    if not items:
        print("  none")
    deserializer = TypeDeserializer()
    for item in items:
        for name, value in sorted(item.items()):
            plain = deserializer.deserialize(value)
            if isinstance(plain, dict):
                for member, inner in plain.items():
                    show_attribute(f"{name}.{member}", inner)
            else:
                show_attribute(name, plain)


def show_attribute(name, value):
    print(f"  {name:<22}{printable(json.dumps(value, default=int, ensure_ascii=False))}")


def show_photo(metadata):
    heading("The photo")
    for label, names in PERSONAL:
        values = [str(metadata[name]) for name in names if metadata.get(name) not in (None, "")]
        if values:
            print(f"  {label:<10}{printable(' · '.join(values) if label in JOINED else values[0])}")
    latitude, longitude = (coordinate(metadata.get(name)) for name in ("GPSLatitude", "GPSLongitude"))
    if latitude is not None and longitude is not None:
        print(f"  {'map':<10}https://www.openstreetmap.org/?mlat={latitude:.6f}&mlon={longitude:.6f}#map=15/{latitude:.6f}/{longitude:.6f}")


def coordinate(text):
    """Degrees of a printed coordinate, `47 37 37.80000000 N` with or without deg and quotes; None where it is none."""
    try:
        words = str(text).replace("deg", " ").replace("'", " ").replace('"', " ").split()
        sign = -1 if words[-1] in "SW" else 1
        numbers = [float(word) for word in words if word not in "NSEW"]
        return sign * sum(number / 60**power for power, number in enumerate(numbers[:3]))
    except (ValueError, IndexError):
        return None


def local_name(key):
    """What follows the key's last '/', as a file's name: one that is too long is cut and marked with its digest."""
    name = key.rsplit("/", 1)[-1].encode()
    if len(name) <= NAME_BYTES:
        return name.decode()
    stem, _, suffix = name.rpartition(b".")
    mark = f"~{hashlib.sha256(name).hexdigest()[:8]}.{suffix.decode()}"
    return stem[:NAME_BYTES - len(mark.encode())].decode(errors="ignore") + mark


def fetch(deployment):
    """Every object of the proxy bucket into out/, flat; returns the paths."""
    if OUT.exists():
        shutil.rmtree(OUT)
    OUT.mkdir()
    files = []
    for found in deployment.s3.list_objects_v2(Bucket=deployment.proxy_bucket).get("Contents", []):
        path = OUT / local_name(found["Key"])
        path.write_bytes(deployment.s3.get_object(Bucket=deployment.proxy_bucket, Key=found["Key"])["Body"].read())
        files.append((found["Key"], path))
    for name, body, _ in pages():
        (OUT / name).write_bytes(body)
    return files


def write_list(deployment, files):
    """The gallery's list, with the keys of the bucket as the names in out/."""
    items = items_of(deployment.states, deployment.outputs["MachineArn"])
    names = {key: path.name for key, path in files}
    for item in items:
        item["renditions"] = [each | {"key": names[each["key"]]} for each in item["renditions"] if each["key"] in names]
        if item.get("imageinfo") in names:
            item["imageinfo"] = names[item["imageinfo"]]
    (OUT / "items.js").write_text(script_of(items))


def show_files(deployment, files):
    heading(f"Files in {deployment.proxy_bucket}, copied to out/")
    for key, path in files:
        kind = deployment.s3.head_object(Bucket=deployment.proxy_bucket, Key=key)["ContentType"]
        print(f"  {path.stat().st_size:>10,} bytes  {kind:<17} {printable(path.relative_to(TOP))}")


def show_failure(execution):
    heading("Why")
    print(f"  error   {execution.get('error', '')}")
    try:
        cause = json.loads(execution.get("cause", ""))
        for name, value in cause.items():
            print(f"  {name:<8}{printable(value)}")
    except (AttributeError, ValueError):
        print(f"  cause   {printable(execution.get('cause', ''))}")
    print("  What each error means and what to do: README.md, Errors.")


def run(photo):
    body = photo.read_bytes()
    key = "photos/" + os.fsencode(photo.name).decode(errors="replace")  # a name need not be UTF-8, a key is
    progress = Progress()
    shutil.rmtree(WORK, ignore_errors=True)
    heading(f"Local stack: everything runs on this machine, on loopback; logs are in {WORK.relative_to(TOP)}/")
    with Emulator(WORK) as emulator:
        deployment = Deployment(emulator.endpoint).deploy(say=progress)
        with Workers(deployment, WORK) as workers:
            progress(f"three workers poll; putting {key.removeprefix('photos/')} into {deployment.ingest_bucket}")
            deployment.s3.put_object(Bucket=deployment.ingest_bucket, Key=key, Body=body,
                                     ContentType=mimetypes.guess_type(photo.name)[0] or "application/octet-stream")
            arn = started_execution(deployment, workers, progress)

            def follow():
                workers.check()
                entered = steps(history(deployment, arn))
                progress(f"state {entered[-1][0]}" if entered else "the execution begins")
            execution = deployment.wait(arn, WAIT_SECONDS, follow)
            progress.end()
            workers.check()
            return report(deployment, execution, workers)


def report(deployment, execution, workers):
    show_steps(deployment, execution, workers)
    show_row(deployment)
    if execution["status"] != "SUCCEEDED":
        show_failure(execution)
        return 1
    files = fetch(deployment)
    for _, path in files:
        if path.name == "imageinfo.json":
            show_photo(json.loads(path.read_text()))
    show_files(deployment, files)
    write_list(deployment, files)
    heading("Where to look")
    print(f"  the gallery: open {OUT.relative_to(TOP)}/index.html in a browser; all metadata: {OUT.relative_to(TOP)}/imageinfo.json")
    return 0


def stopped(*_):
    raise KeyboardInterrupt


def main(arguments):
    for number in (signal.SIGTERM, signal.SIGHUP):  # a closed terminal too: what was started ends with it
        signal.signal(number, stopped)
    photo = pathlib.Path(arguments[0]) if arguments else TOP / "tests/data/photos/Apple_iPhone_5.jpg"
    try:
        return run(photo)
    except OSError as problem:
        print(f"demo: '{printable(problem.filename)}': {os.strerror(problem.errno or 0)}", file=sys.stderr)
    except StackError as problem:
        print(f"demo: {problem}", file=sys.stderr)
    except KeyboardInterrupt:
        print("demo: stopped", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
