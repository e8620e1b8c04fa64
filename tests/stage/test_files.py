"""run-imageinfo and make-proxy on files, as the user meets them: outputs, exit statuses, errors, limits, and nothing left behind."""
import io
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
import zlib

import hostile
import pytest
from PIL import Image

TOP = pathlib.Path(__file__).resolve().parents[2]
PHOTO_FILE = TOP / "tests/data/photos/Apple_iPhone_5.jpg"
PHOTO = PHOTO_FILE.read_bytes()
STATUSES = {0: None, 64: "Ingest.Usage", 65: "Ingest.MalformedImage", 66: "Ingest.LimitExceeded", 69: "Ingest.UnsupportedType", 74: "Ingest.Io"}
AS_ROOT = os.geteuid() == 0


class Run:
    def __init__(self, status, out, errors, seconds, rss_kib):
        self.status, self.out, self.errors, self.seconds, self.rss_kib = status, out, errors, seconds, rss_kib

    @property
    def lines(self):
        return [json.loads(line) for line in self.errors.splitlines()]

    @property
    def error(self):
        return self.lines[-1] if self.errors else None


@pytest.fixture
def place(tmp_path, request):
    """A folder with in/, out/, tmp/ and the ways to run a program in it."""
    return Place(tmp_path, pathlib.Path(request.config.getoption("--bin")))


class Place:
    def __init__(self, folder, programs):
        self.folder, self.programs = folder, programs
        for name in ("in", "out", "tmp", "work"):
            (folder / name).mkdir()

    def file(self, name, data):
        path = self.folder / "in" / name
        path.write_bytes(data)
        return path

    @property
    def out(self):
        return self.folder / "out"

    def command(self, program, *arguments):
        return [str(self.programs / program), *map(str, arguments)]

    def environment(self, **settings):
        return {"PATH": "/usr/bin:/bin", "TMPDIR": str(self.folder / "tmp"), **settings}

    def run(self, program, *arguments, stdin=b"", stdout=subprocess.PIPE, before=None, **settings):
        begun = time.monotonic()
        process = subprocess.Popen(self.command(program, *arguments), stdin=subprocess.PIPE if isinstance(stdin, bytes) else stdin,
                                   stdout=stdout, stderr=subprocess.PIPE, cwd=self.folder / "work", env=self.environment(**settings),
                                   preexec_fn=before)
        out, errors = process.communicate(stdin if isinstance(stdin, bytes) else None, timeout=60)
        run = Run(process.returncode, out, errors, time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
        self.check(run)
        return run

    def check(self, run):
        """What holds for every run, whatever it was given."""
        assert run.status in STATUSES, (run.status, run.errors)
        for line in run.errors.splitlines():
            assert isinstance(json.loads(line.decode()), dict)
        if run.status != 0:
            assert run.error["error"] == STATUSES[run.status] and run.error["cause"]
            assert len(run.error["cause"].encode()) <= 32768 and all(ord(c) >= 32 for c in run.error["cause"])
        assert not any((self.folder / "tmp").iterdir()) and not any((self.folder / "work").iterdir())
        assert not [p for p in self.out.rglob("*") if p.name.startswith(".")]
        assert not self.decoders()

    def decoders(self):
        """Processes whose working folder is ours."""
        found = []
        for entry in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                if os.readlink(entry / "cwd") == str(self.folder / "work"):
                    found.append((entry.name, (entry / "cmdline").read_bytes()))
            except OSError:
                pass
        return found


def test_a_proxy_and_a_thumbnail(place):
    for name, size in (("proxy", (3264, 2448)), ("thumbnail", (360, 270))):
        run = place.run("make-proxy", PHOTO_FILE, "--rendition", name, "-o", place.out / f"{name}.jpg")
        assert run.status == 0 and run.out == b"" and run.errors == b""
        assert Image.open(place.out / f"{name}.jpg").size == size
    assert place.run("make-proxy", PHOTO_FILE, "-o", place.out / "same.jpg").status == 0
    assert (place.out / "same.jpg").read_bytes() == (place.out / "proxy.jpg").read_bytes()
    assert sorted(p.name for p in place.out.iterdir()) == ["proxy.jpg", "same.jpg", "thumbnail.jpg"]


def test_the_proxy_stands_upright_and_has_no_place(place):
    place.run("make-proxy", PHOTO_FILE, "-o", place.out / "p.jpg")
    made = json.loads(place.run("run-imageinfo", place.out / "p.jpg").out)[0]
    assert made.get("Orientation", "Horizontal (normal)") == "Horizontal (normal)"
    assert not [name for name in made if name.startswith("GPS")]
    small = Image.open(place.out / "p.jpg").convert("L").resize((16, 12))
    turned = Image.open(PHOTO_FILE).convert("L").rotate(180).resize((16, 12))
    assert max(abs(a - b) for a, b in zip(small.tobytes(), turned.tobytes())) < 12


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_every_orientation(place, orientation, kind):
    picture = Image.new("RGB", (60, 40), "white")
    picture.paste((255, 0, 0), (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x112] = orientation
    out = io.BytesIO()
    picture.save(out, kind, exif=exif, quality=95)
    place.run("make-proxy", place.file("turned", out.getvalue()), "-o", place.out / "p.jpg")
    upright = Image.open(place.out / "p.jpg")
    assert upright.size == ((60, 40) if orientation < 5 else (40, 60))
    right, bottom = upright.width - 5, upright.height - 5
    corner = {1: (5, 5), 2: (right, 5), 3: (right, bottom), 4: (5, bottom), 5: (5, 5), 6: (right, 5), 7: (right, bottom), 8: (5, bottom)}
    red, green, _ = upright.getpixel(corner[orientation])
    assert red > 200 and green < 80


def test_a_profile_into_a_folder(place):
    run = place.run("make-proxy", PHOTO_FILE, "--profile", "media2cloud", "-o", f"{place.out}/new/")
    summary = json.loads(run.out)
    assert sorted(p.name for p in (place.out / "new").iterdir()) == ["Apple_iPhone_5.jpg", "Apple_iPhone_5_thumbnail.jpg"]
    for made in summary["renditions"]:
        assert os.path.getsize(made["file"]) == made["bytes"]
        assert Image.open(made["file"]).size == (made["width"], made["height"])
    assert summary["image"]["format"] == "jpeg" and summary["warnings"] == []


def test_a_compressed_palette_stays_one(place):
    """As the replaced code kept it: true colour would be larger than the source."""
    photo = Image.open(PHOTO_FILE).resize((400, 300)).quantize(200)
    for suffix in ("png", "gif"):
        source = place.folder / "in" / f"photo.{suffix}"
        photo.save(source, optimize=True)
        assert place.run("make-proxy", source, "--profile", "compress", "-o", f"{place.out}/").status == 0
        made = Image.open(place.out / f"resized-photo.{suffix}")
        assert made.mode == "P" and made.convert("RGB").tobytes() == photo.convert("RGB").tobytes()
    assert os.path.getsize(place.out / "resized-photo.png") < 1.02 * os.path.getsize(place.folder / "in/photo.png")


def test_a_profile_of_ones_own_and_its_errors(place):
    profile = place.folder / "mine.json"
    profile.write_text(json.dumps({"name": "mine", "renditions": [{"name": "a", "key": "{prefix}/{stem}-a.webp", "format": "webp", "width": 100}]}))
    assert place.run("make-proxy", PHOTO_FILE, "--profile", profile, "-o", f"{place.out}/").status == 0
    assert Image.open(place.out / "Apple_iPhone_5-a.webp").size == (100, 75)
    profile.write_text(json.dumps({"name": "mine", "renditions": [{"name": "a", "key": "x", "widht": 100}]}))
    run = place.run("make-proxy", PHOTO_FILE, "--profile", profile, "-o", f"{place.out}/")
    assert run.status == 64 and "widht" in run.error["cause"]


def test_repeating_gives_the_same_and_only_the_last_stays(place):
    run = place.run("make-proxy", PHOTO_FILE, "--profile", "media2cloud", "--repeat", "3", "-o", f"{place.out}/")
    assert run.status == 0 and len(run.out.splitlines()) == 1
    first = {p.name: p.read_bytes() for p in place.out.iterdir()}
    place.run("make-proxy", PHOTO_FILE, "--profile", "media2cloud", "-o", f"{place.out}/")
    assert first == {p.name: p.read_bytes() for p in place.out.iterdir()}


def test_several_files_and_one_that_fails(place):
    text = place.file("notes.jpg", b"no image\n")
    run = place.run("run-imageinfo", PHOTO_FILE, text, PHOTO_FILE)
    assert run.status == 69 and str(text) in run.error["cause"]
    assert [one["SourceFile"] for one in json.loads(run.out)] == [str(PHOTO_FILE)] * 2
    copy = place.file("copy.png", PHOTO)  # what it is shows in its bytes
    run = place.run("make-proxy", PHOTO_FILE, text, copy, "--profile", "media2cloud", "-o", f"{place.out}/")
    assert run.status == 69 and len(run.out.splitlines()) == 2 and len(list(place.out.iterdir())) == 4


def test_metadata_flat_grouped_and_into_a_file(place):
    flat = json.loads(place.run("run-imageinfo", PHOTO_FILE).out)
    assert isinstance(flat, list) and flat[0]["Model"] == "iPhone 5" and flat[0]["SourceFile"] == str(PHOTO_FILE)
    grouped = json.loads(place.run("run-imageinfo", "-G", PHOTO_FILE).out)[0]
    assert any(":" in name for name in grouped)
    assert place.run("run-imageinfo", PHOTO_FILE, "-o", place.out / "imageinfo.json").out == b""
    assert json.loads((place.out / "imageinfo.json").read_text()) == flat[0]


@pytest.mark.parametrize("piped", [True, False])
def test_standard_input(place, piped):
    with open(PHOTO_FILE, "rb") as opened:
        run = place.run("make-proxy", "-", "--rendition", "thumbnail", "-o", place.out / "t.jpg", stdin=PHOTO if piped else opened)
        assert run.status == 0
        run = place.run("run-imageinfo", "-", stdin=PHOTO if piped else opened)
    assert json.loads(run.out)[0]["Model"] == "iPhone 5" and json.loads(run.out)[0]["SourceFile"] == "-"
    place.run("make-proxy", PHOTO_FILE, "--rendition", "thumbnail", "-o", place.out / "u.jpg")
    assert (place.out / "t.jpg").read_bytes() == (place.out / "u.jpg").read_bytes()


# The kernel counts what a process was before it was exec'ed too; this parent is small.
PEAK = "import os,sys;p=os.posix_spawn(sys.argv[2],sys.argv[2:],os.environ);_,s,u=os.wait4(p,0);open(sys.argv[1],'w').write(str(u.ru_maxrss));sys.exit(s!=0)"


def test_a_pipe_of_4_gib_is_not_read_to_its_end(place):
    peak = place.folder / "peak"
    process = subprocess.Popen([sys.executable, "-SIc", PEAK, peak, *place.command("run-imageinfo", "-")], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, cwd=place.folder / "work", env=place.environment())
    sent = [0]

    def feed():
        try:
            process.stdin.write(PHOTO)
            for _ in range(4096):
                process.stdin.write(bytes(1 << 20))
                sent[0] += 1
            process.stdin.close()
        except BrokenPipeError:
            pass

    feeder = threading.Thread(target=feed)
    feeder.start()
    out = process.stdout.read()
    assert process.wait(60) == 0 and json.loads(out)[0]["Model"] == "iPhone 5"
    feeder.join(60)
    process.stdout.close()
    assert sent[0] < 64
    if not sanitized(place):
        assert int(peak.read_text()) < 24 * 1024


def sanitized(place):
    return b"__asan_init" in (place.programs / "image-sandbox").read_bytes()


USAGE = [
    ("make-proxy", [PHOTO_FILE], "-o"),
    ("make-proxy", [PHOTO_FILE, "-o"], "-o"),
    ("make-proxy", ["-o", "x.jpg"], "no file"),
    ("make-proxy", [PHOTO_FILE, "-o", "x.jpg", "--rendition", "nonesuch"], "nonesuch"),
    ("make-proxy", [PHOTO_FILE, "-o", "x.jpg", "--profile", "nonesuch"], "nonesuch"),
    ("make-proxy", [PHOTO_FILE, "-o", "x.jpg", "--quality", "3"], "--quality"),
    ("make-proxy", [PHOTO_FILE, "-o", "x.jpg", "--repeat", "0"], "--repeat"),
    ("make-proxy", [PHOTO_FILE, PHOTO_FILE, "-o", "x.jpg"], "folder"),
    ("make-proxy", [PHOTO_FILE, PHOTO_FILE, "-o", "x/"], "twice"),
    ("run-imageinfo", ["-o", "x.json"], "no file"),
    ("run-imageinfo", [PHOTO_FILE, PHOTO_FILE, "-o", "x.json"], "one file"),
    ("run-imageinfo", [PHOTO_FILE, "-x"], "-x"),
]


@pytest.mark.parametrize("program, arguments, named", USAGE)
def test_wrong_arguments(place, program, arguments, named):
    run = place.run(program, *arguments)
    assert run.status == 64 and named in run.error["cause"] and run.seconds < 1 and run.out == b""


@pytest.mark.parametrize("settings, named", [
    ({"INGEST_MAX_PIXLES": "5"}, "INGEST_MAX_PIXLES"), ({"INGEST_MAX_PIXELS": "0"}, "INGEST_MAX_PIXELS"),
    ({"INGEST_MAX_DECODE_SECONDS": "soon"}, "INGEST_MAX_DECODE_SECONDS")])
def test_wrong_settings(place, settings, named):
    run = place.run("make-proxy", PHOTO_FILE, "-o", place.out / "p.jpg", **settings)
    assert run.status == 64 and named in run.error["cause"]


@pytest.mark.parametrize("program", ["make-proxy", "run-imageinfo"])
def test_what_cannot_be_read(place, program):
    os.mkfifo(place.folder / "in/fifo")
    for name in ("missing", ".", "fifo", "/dev/null", "/dev/zero"):
        run = place.run(program, place.folder / "in" / name, "-o", place.out / "p")
        assert run.status == 74 and run.seconds < 1, name
    assert not list(place.out.iterdir())


@pytest.mark.parametrize("program", ["make-proxy", "run-imageinfo"])
def test_what_cannot_be_written(place, program):
    for out in ("/nonexistent/folder/x", "/dev/full", "/proc/x", place.out / "file" / "x"):
        (place.out / "file").write_text("a file")
        run = place.run(program, PHOTO_FILE, "-o", out)
        assert run.status == 74, out
    assert pathlib.Path("/dev/full").is_char_device()
    with open("/dev/full", "wb") as full:
        assert place.run("run-imageinfo", PHOTO_FILE, stdout=full).status == 74


@pytest.mark.skipif(not AS_ROOT, reason="mounting needs root")
@pytest.mark.parametrize("program, room", [("make-proxy", "64k"), ("run-imageinfo", "4k")])
def test_a_full_disk(place, program, room):
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(place.out)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("tmpfs cannot be mounted here")
    try:
        (place.out / "old").write_bytes(b"x" * 4096)
        run = place.run(program, PHOTO_FILE, "-o", place.out / "old")
        assert run.status == 74 and "No space left" in run.error["cause"]
        assert [p.name for p in place.out.iterdir()] == ["old"] and (place.out / "old").read_bytes() == b"x" * 4096
    finally:
        subprocess.run(["umount", str(place.out)], check=True)


def test_what_stands_there_stays_when_the_work_fails(place):
    old = place.out / "p.jpg"
    old.write_bytes(b"old")
    assert place.run("make-proxy", place.file("bad", PHOTO[:500]), "-o", old).status == 65
    assert old.read_bytes() == b"old"
    link = place.out / "link.jpg"
    link.symlink_to(old)
    assert place.run("make-proxy", PHOTO_FILE, "--rendition", "thumbnail", "-o", link).status == 0
    assert link.is_symlink() and Image.open(old).size == (360, 270)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_ended_leaves_nothing(place, how):
    for delay in (0, 0.002, 0.005, 0.01, 0.02, 0.04):
        process = subprocess.Popen(place.command("make-proxy", PHOTO_FILE, "--profile", "media2cloud", "--repeat", "1000", "-o", f"{place.out}/"),
                                   cwd=place.folder / "work", env=place.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.send_signal(how)
        process.wait(10)
        assert not list(place.out.iterdir())
    for _ in range(100):
        if not place.decoders():
            break
        time.sleep(0.02)
    assert not place.decoders()


def test_odd_surroundings(place):
    out = place.out / "t.jpg"
    plain = place.run("make-proxy", PHOTO_FILE, "--rendition", "thumbnail", "-o", out)
    assert plain.status == 0
    link = place.folder / "in/through-a-link"
    link.symlink_to(place.programs / "make-proxy")
    arguments = [str(link), str(PHOTO_FILE), "--rendition", "thumbnail", "-o", str(out)]
    for surroundings in ({"cwd": "/"}, {"env": {}}, {"env": {"TMPDIR": "/nonexistent", "LANG": "de_DE.UTF-8", "TZ": "Asia/Tokyo"}},
                         {"preexec_fn": lambda: [os.close(fd) for fd in (0, 1, 2)]}, {"preexec_fn": lambda: os.umask(0o077)}):
        before = out.read_bytes()
        out.unlink()
        assert subprocess.run(arguments, **surroundings).returncode == 0
        assert out.read_bytes() == before


@pytest.mark.parametrize("descriptors", range(3, 12))
def test_no_descriptors_left(place, descriptors):
    """So few that even the loader may find none for a library (127)."""
    process = subprocess.run(place.command("make-proxy", PHOTO_FILE, "--rendition", "thumbnail", "-o", place.out / "t.jpg"),
                             env=place.environment(), capture_output=True, cwd=place.folder / "work",
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors)))
    assert process.returncode in (0, 74, 127)
    if process.returncode == 74:
        assert json.loads(process.stderr.splitlines()[-1])["error"] == "Ingest.Io"


@pytest.mark.parametrize("program", ["make-proxy", "run-imageinfo"])
@pytest.mark.parametrize("arguments, stream", [(("{}",), 1), (("-",), 0)])
def test_a_standard_stream_that_is_closed_and_needed(place, program, arguments, stream):
    into = ("--profile", "thumbnail", "-o", place.out) if program == "make-proxy" else ()
    run = place.run(program, *(a.format(PHOTO_FILE) for a in arguments), *into, before=lambda: os.close(stream))
    assert run.status == 74 and "Bad file descriptor" in run.error["cause"]


@pytest.mark.parametrize("mebibytes", [4, 8, 12, 16, 24, 48, 300])
@pytest.mark.parametrize("program", ["make-proxy", "run-imageinfo"])
def test_little_address_space(place, program, mebibytes):
    """Too little for the program, for its decoder, for the picture (INGEST_MAX_DECODE_MEMORY_MIB is more), and enough."""
    if sanitized(place):
        pytest.skip("address sanitizer takes terabytes")
    size = mebibytes << 20
    run = place.run(program, PHOTO_FILE, "-o", place.out / "o", before=lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size)))
    assert run.status in ((66, 74) if mebibytes <= 8 else (0, 66, 74) if mebibytes <= 24 else (0,)), run.error
    assert (place.out / "o").exists() == (run.status == 0)


LIMITS = [
    ("INGEST_MAX_PIXELS", "1000000", 1000000, 3264 * 2448),
    ("INGEST_MAX_SOURCE_BYTES", "100000", 100000, len(PHOTO)),
]


@pytest.mark.parametrize("mebibytes", ["64", "96"])  # refused to the encoder's rows, and inside libwebp
def test_an_encoder_that_memory_runs_out_for_names_the_setting(place, mebibytes):
    if sanitized(place):
        pytest.skip("address sanitizer takes terabytes")
    place.file("webp.json", json.dumps({"name": "w", "renditions": [{"name": "w", "key": "w.webp", "format": "webp", "lossless": True}]}).encode())
    run = place.run("make-proxy", PHOTO_FILE, "--profile", place.folder / "in/webp.json", "-o", place.out, INGEST_MAX_DECODE_MEMORY_MIB=mebibytes)
    assert run.status == 66 and run.error["setting"] == "INGEST_MAX_DECODE_MEMORY_MIB", run.error
    assert not list(place.out.iterdir())


@pytest.mark.parametrize("setting, text, limit, value", LIMITS)
def test_limits_name_value_and_setting(place, setting, text, limit, value):
    run = place.run("make-proxy", PHOTO_FILE, "-o", place.out / "p.jpg", **{setting: text})
    assert run.status == 66 and setting in run.error["cause"] and run.seconds < 1
    assert run.error["limit"] == limit and run.error["value"] == value and run.error["setting"] == setting


def test_no_limit_on_size_for_metadata(place):
    large = place.folder / "in/large.jpg"
    shutil.copy(PHOTO_FILE, large)
    os.truncate(large, 3 << 30)
    run = place.run("run-imageinfo", large)
    assert run.status == 0 and run.seconds < 1 and json.loads(run.out)[0]["Model"] == "iPhone 5"
    run = place.run("make-proxy", large, "-o", place.out / "p.jpg")
    assert run.status == 66 and run.error["setting"] == "INGEST_MAX_SOURCE_BYTES" and run.seconds < 1


def test_a_name_cannot_start_a_log_line(place):
    odd = place.file("a\n{\"error\":\"forged\"}\x1b[2J\udcff.jpg", b"no image")
    run = place.run("run-imageinfo", odd)
    assert run.status == 69 and len(run.lines) == 1


def test_no_socket_is_opened(place):
    if shutil.which("strace") is None:
        pytest.skip("strace is not there")
    for program, *arguments in (("make-proxy", PHOTO_FILE, "-o", place.out / "p.jpg"), ("run-imageinfo", PHOTO_FILE)):
        trace = place.folder / "trace"
        traced = subprocess.run(["strace", "-f", "-o", trace, "-e", "trace=network,openat", *place.command(program, *arguments)],
                                capture_output=True, env=place.environment(AWS_PROFILE="none", HOME="/root", AWS_ACCESS_KEY_ID="x"))
        if traced.returncode != 0:
            pytest.skip("strace cannot trace here")
        text = trace.read_text()
        assert "socket(" not in text and "socketpair(" not in text and "connect(" not in text and ".aws" not in text and "libcurl" not in text and "libcrypto" not in text


def hostile_cases():
    return [pytest.param(data, id=name) for name, data in hostile.make(PHOTO)]


@pytest.mark.parametrize("data", hostile_cases())
@pytest.mark.parametrize("program", ["make-proxy", "run-imageinfo"])
def test_hostile_images(place, program, data):
    image = place.file("image", data)
    run = place.run(program, image, "-o", place.out / "out")
    assert run.seconds < (60 if sanitized(place) else 15)
    assert (run.status == 0) == (place.out / "out").exists()
    again = place.run(program, image, "-o", place.out / "again")
    assert again.status == run.status
    if run.status == 0:
        assert (place.out / "out").read_bytes() == (place.out / "again").read_bytes()
        if program == "make-proxy":
            Image.open(place.out / "out").load()


@pytest.mark.parametrize("name, data", [(n, d) for n, d in hostile.huge_canvases(PHOTO)])
def test_huge_canvases_are_refused_from_the_header(place, name, data):
    run = place.run("make-proxy", place.file("image", data), "-o", place.out / "p.jpg")
    assert run.status in (65, 66, 69) and run.seconds < 1, run.error
    if name.startswith(("jpeg", "gif", "png-1", "png-6", "bmp-1", "bmp-6")):
        assert run.status == 66, run.error


def test_too_many_scans_are_refused(place):
    run = place.run("make-proxy", place.file("scans.jpg", hostile.jpeg_of_scans(10_000)), "-o", place.out / "p.jpg")
    assert run.status == 66 and "500" in run.error["cause"]


def test_time_has_a_limit(place):
    slow = place.file("slow.jpg", hostile.jpeg_of_scans(450, side=9900))
    run = place.run("make-proxy", slow, "-o", place.out / "p.jpg", INGEST_MAX_DECODE_SECONDS="1")
    assert run.status == 66 and run.error["setting"] == "INGEST_MAX_DECODE_SECONDS" and run.seconds < 1.5


def test_memory_has_a_limit(place):
    large = hostile.png(9000, 9000, depth=8, colour=6, interlace=1, data=zlib.compress(b"\0" * (9000 * 9000 * 4 // 8), 9))
    run = place.run("make-proxy", place.file("large.png", large), "-o", place.out / "p.jpg", INGEST_MAX_DECODE_MEMORY_MIB="64")
    assert run.status == 66 and run.error["setting"] == "INGEST_MAX_DECODE_MEMORY_MIB"

