#!/usr/bin/env python3
"""Times make-proxy beside its peers on the same sources and writes tests/bench/results.md and results.svg.

Run by scripts/bench, which installs the peers. A work is timed cold (one process, its start included) and warm (one
process, many images: (N + 1 images - 1 image) / N). CPU is user + system time of all processes, ours with its sandbox;
the least of several runs is taken. Memory is the sum of the peaks of the processes of one run."""
import argparse
import json
import os
import pathlib
import platform
import subprocess
import threading
import time

import results as results_file

TOP = pathlib.Path(__file__).resolve().parents[2]
HERE = TOP / "tests/bench"
WORK = TOP / "build/bench"
W1 = {"name": "w1", "key": "W1.jpg", "width": 480, "height": 270, "format": "jpeg", "quality": 80}
W2 = {"name": "w2", "key": "W2.jpg", "width": 1024, "height": 1024, "format": "jpeg", "quality": 70, "optimize": True}
W3 = {"name": "w3", "key": "W3.jpg", "width": 800, "height": 600, "fit": "fill", "format": "jpeg", "quality": 80,
      "mark": {"text": "Watermark", "x": 10, "y": 10, "size": 24}}
W4 = {"name": "w4", "key": "W4.jpg", "format": "jpeg", "quality": 80}
WORKS = {"W1": [W1], "W2": [W2], "W3": [W3], "W4": [W4], "W5": [W1, W2, W3]}
QUALITY = {"W1": 80, "W2": 70}  # W3 has a text on it
PYTHON = ["pyvips-shared", "pyvips", "pillow", "pillow-naive"]
NODE = ["sharp", "sharp-shared", "jimp"]
# What the work is to reach: (label, source, work, timed how, against, at least).
TARGETS = [
    ("W5, 24 MP", "24mp.jpg", "W5", "warm", "best", 1.4), ("W5, 24 MP", "24mp.jpg", "W5", "warm", "sharp", 3.0),
    ("W5, 24 MP", "24mp.jpg", "W5", "warm", "pillow-naive", 12), ("W5, 24 MP", "24mp.jpg", "W5", "warm", "jimp", 50),
    ("W5, 6 MP", "6mp.jpg", "W5", "warm", "best", 1.9), ("W1, 24 MP", "24mp.jpg", "W1", "warm", "best", 1.1),
    ("W2, 24 MP", "24mp.jpg", "W2", "warm", "best", 1.15), ("W3, 24 MP", "24mp.jpg", "W3", "warm", "best", 1.35),
    ("W4, 24 MP", "24mp.jpg", "W4", "warm", "best", 1.35), ("W5 cold, 24 MP", "24mp.jpg", "W5", "cold", "best", 2.2),
    ("W5, 24 MP progressive", "24mp-progressive.jpg", "W5", "warm", "best", 2.2),
    ("W5, 24 MP PNG", "24mp.png", "W5", "warm", "best", 1.5),
]


def tree(pid):
    """pid and all below it."""
    found = [pid]
    for parent in found:
        try:
            for task in pathlib.Path(f"/proc/{parent}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            pass
    return found


class Peak(threading.Thread):
    """Watches the resident peaks of a process and of those below it; MiB."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.peaks, self.over = pid, {}, False

    def run(self):
        while not self.over:
            for pid in tree(self.pid):
                try:
                    line = next(x for x in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines() if x.startswith("VmHWM"))
                    self.peaks[pid] = int(line.split()[1]) / 1024
                except (OSError, StopIteration):
                    pass
            time.sleep(0.002)

    def total(self):
        """The main process and the largest of its children: they follow one another."""
        below = [mib for pid, mib in self.peaks.items() if pid != self.pid]
        return self.peaks.get(self.pid, 0) + max(below, default=0)


def run(argv):
    """Wall and CPU seconds, peak MiB and standard output; None when it failed."""
    began = time.perf_counter()
    process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    peak = Peak(process.pid)
    peak.start()
    text = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    peak.over = True
    peak.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return None
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, peak.total(), text


def peer_command(peer, work, source, folder, count):
    if peer in PYTHON:
        return [WORK / "venv/bin/python", HERE / "workers/peer.py", peer, work, source, folder, str(count)]
    return ["node", WORK / "node/peer.js", peer, work, source, folder, str(count)]


def magick_command(work, source, folder):
    text = ["-fill", "white", "-pointsize", "24", "-gravity", "NorthWest", "-annotate", "+10+10", "Watermark"]
    w1 = ["-thumbnail", "480x270>", "-quality", "80"]
    w2 = ["-resize", "1024x1024>", "-quality", "70"]
    w3 = ["-resize", "800x600!", *text, "-quality", "80", f"{folder}/W3.jpg"]
    whole = {"W1": [*w1, f"{folder}/W1.jpg"], "W2": [*w2, f"{folder}/W2.jpg"], "W3": w3, "W4": ["-quality", "80", f"{folder}/W4.jpg"],
             "W5": ["(", "+clone", *w1, "-write", f"{folder}/W1.jpg", "+delete", ")",
                    "(", "+clone", *w2, "-write", f"{folder}/W2.jpg", "+delete", ")", *w3]}
    size = {"W1": "960x540", "W3": "1600x1200", "W4": None}.get(work, "2048x2048")
    return ["convert", *(["-define", f"jpeg:size={size}"] if size else []), source, *whole[work]]


def ours_command(work, source, folder, count):
    profile = WORK / f"profiles/{work}.json"
    profile.parent.mkdir(parents=True, exist_ok=True)
    profile.write_text(json.dumps({"name": f"bench-{work.lower()}", "renditions": WORKS[work]}))
    return [TOP / "build/plain/bin/make-proxy", source, "--profile", profile, "--repeat", str(count), "-o", f"{folder}/"]


def least(runs):
    return {"wall": min(r[0] for r in runs) * 1e3, "cpu": min(r[1] for r in runs) * 1e3, "mib": max(r[2] for r in runs)}


def time_one(name, work, source, count, repeats):
    """{"cold": {...}, "warm": {...}} in ms and MiB; {} where the peer cannot do it."""
    folder = WORK / "out" / source.stem / name
    folder.mkdir(parents=True, exist_ok=True)
    if name == "imagemagick":
        runs = [run(magick_command(work, source, folder)) for _ in range(repeats)]
        return {"cold": least(runs)} if all(runs) else {}
    command = ours_command if name == "ours" else lambda *a: peer_command(name, *a)
    count = 2 if name == "jimp" else count
    repeats = 1 if name == "jimp" else repeats
    cold = [run(command(work, source, folder, 1)) for _ in range(repeats)]
    many = [run(command(work, source, folder, count + 1)) for _ in range(repeats)]
    if not all(cold) or not all(many):
        return {}
    one, all_of_it = least(cold), least(many)
    warm = {key: (all_of_it[key] - one[key]) / count for key in ("wall", "cpu")}
    if name != "ours":  # these tell each image's time themselves
        told = [json.loads(r[3].splitlines()[-1]) for r in many]
        warm = {key: min(min(t[key][1:]) for t in told) * 1e3 for key in ("wall", "cpu")}
    return {"cold": one, "warm": {**warm, "mib": all_of_it["mib"]}}


def qualities(source, names):
    files = [f"{quality}={WORK / 'out' / source.stem / name / (work + '.jpg')}" for name in names for work, quality in QUALITY.items()
             if (WORK / "out" / source.stem / name / (work + ".jpg")).exists()]
    text = subprocess.run([WORK / "venv/bin/python", HERE / "quality.py", source, *files], capture_output=True, text=True, check=True).stdout
    return {tuple(pathlib.Path(path).parts[-2:]): value for path, value in json.loads(text).items()}


def best(times, how):
    peers = {name: value[how]["cpu"] for name, value in times.items() if name != "ours" and how in value}
    return min(peers, key=peers.get) if peers else None


def table_of_targets(results):
    lines = ["| work | against | CPU time, theirs / ours | asked for |", "| --- | --- | --- | --- |"]
    for label, source, work, how, against, wanted in TARGETS:
        times = results.get((source, work), {})
        peer = best(times, how) if against == "best" else against
        if "ours" not in times or how not in times.get(peer, {}):
            continue
        ratio = times[peer][how]["cpu"] / times["ours"][how]["cpu"]
        who = f"best peer ({peer})" if against == "best" else peer
        lines.append(f"| {label} | {who} | {ratio:.2f}x | {wanted}x{'' if ratio >= wanted else ' (short)'} |")
    return lines


def table_of_times(results):
    lines = ["| source | work | program | CPU ms | wall ms | cold CPU ms | peak MiB |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for (source, work), times in results.items():
        for name, value in sorted(times.items(), key=lambda x: x[1].get("warm", x[1].get("cold", {})).get("cpu", 1e9)):
            if not value:
                continue
            warm, cold = value.get("warm", {}), value["cold"]
            cells = [f"{warm[key]:.1f}" if warm else "" for key in ("cpu", "wall")]
            lines.append(f"| {source} | {work} | {name} | {cells[0]} | {cells[1]} | {cold['cpu']:.1f} | {max(warm.get('mib', 0), cold['mib']):.0f} |")
    return lines


def table_of_quality(found):
    lines = ["| rendition | program | PSNR dB | ceiling dB | SSIM |", "| --- | --- | --- | --- | --- |"]
    for (name, file), value in sorted(found.items(), key=lambda x: (x[0][1], -x[1]["psnr"])):
        lines.append(f"| {file[:2]} | {name} | {value['psnr']:.2f} | {value['ceiling']:.2f} | {value['ssim']:.4f} |")
    return lines


def plot(times):
    """Bars of CPU time an image, W5 from the 24 MP photo, as SVG."""
    rows = sorted(((value["warm"]["cpu"], name) for name, value in times.items() if "warm" in value and name != "jimp"))
    top = rows[-1][0] if rows else 1
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="{44 + 30 * len(rows)}" font-family="sans-serif" font-size="13">',
             '<text x="8" y="20">CPU time an image: 480x270, 1024 and 800x600 with text, from one 24 MP JPEG</text>']
    for i, (ms, name) in enumerate(rows):
        y, fill = 34 + 30 * i, "#2b7a4b" if name == "ours" else "#9aa5b1"
        parts.append(f'<text x="120" y="{y + 16}" text-anchor="end">{"make-proxy" if name == "ours" else name}</text>'
                     f'<rect x="128" y="{y}" width="{420 * ms / top:.0f}" height="22" fill="{fill}"/>'
                     f'<text x="{134 + 420 * ms / top:.0f}" y="{y + 16}">{ms:.0f} ms</text>')
    return "\n".join([*parts, "</svg>", ""])


def versions():
    code = "import PIL, pyvips; print('Pillow', PIL.__version__ + ', pyvips', pyvips.__version__, 'with libvips', '.'.join(str(pyvips.version(i)) for i in range(3)))"
    python = subprocess.run([WORK / "venv/bin/python", "-c", code], capture_output=True, text=True).stdout.strip()
    node = [f"{name} {json.loads((WORK / 'node/node_modules' / name / 'package.json').read_text())['version']}" for name in ("sharp", "jimp")
            if (WORK / "node/node_modules" / name).exists()]
    model = next((line.split(":")[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line), platform.machine())
    return ", ".join([model, python, *node])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", default="24mp.jpg,6mp.jpg,24mp-progressive.jpg,24mp.png,96mp.jpg")
    parser.add_argument("--works", default="W1,W2,W3,W4,W5", help="of the first source; W5 alone of the others")
    parser.add_argument("--peers", default=",".join([*PYTHON, *NODE, "imagemagick"]))
    parser.add_argument("--count", type=int, default=8, help="images of a warm run")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--print", action="store_true", help="do not write the results")
    options = parser.parse_args()
    names, results, found = ["ours", *options.peers.split(",")], {}, {}
    for i, file in enumerate(options.sources.split(",")):
        source = WORK / "samples" / file
        for work in options.works.split(",") if i == 0 else ["W5"]:
            results[file, work] = {}
            for name in names:
                if (name == "jimp" and (file, work) != ("24mp.jpg", "W5")) or (name.endswith("-shared") and work != "W5"):
                    continue
                results[file, work][name] = time_one(name, work, source, options.count, options.repeats)
                print(file, work, name, json.dumps(results[file, work][name]), flush=True)
        if i == 0:
            found = qualities(source, names)
    text = "\n".join(["# Bench", "", f"Written by `scripts/bench` on {versions()}. CPU time is what a container pays for.", "",
                      "![CPU time an image](results.svg)", "", *table_of_targets(results), "", "## Times", "", *table_of_times(results), "",
                      "## Closeness to a full-resolution Lanczos reference (luma, 24 MP)", "", *table_of_quality(found), ""])
    print(text)
    if not options.print:
        results_file.write_part(text)
        (HERE / "results.svg").write_text(plot(results.get(("24mp.jpg", "W5"), {})))


main()
