#!/usr/bin/env python3
"""Times run-imageinfo beside ExifTool (cold, and kept open) and exiv2, counts what each reads, and writes tests/bench/results.md.

Run by scripts/bench, which installs the peers. Samples: tests/data/metadata/images and tests/data/photos, or --samples. Each
sample is read by each program in turn, --rounds times, so that other load on the machine meets all alike; of a sample the
least is taken, of the samples the median. A cold run is one process of its own, start included: wall time, and CPU time (user
and system) with that of all its children. Loaded: ExifTool's -stay_open, all samples after another, start left out; ours in
one call with many files, each with its own sandbox; "parse and print" is our reader alone, warm, as tests/tools/meta-cost has
it. Memory: the largest process of a cold run. Bytes: what is read of the sample itself, counted by strace (peers), and the
requests and bytes that the same object costs on S3 (ours, as the worker reports them)."""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import time

import results

TOP = pathlib.Path(__file__).resolve().parents[2]
WORK = TOP / "build/bench"
BIN = TOP / "build/plain/bin"
EXIFTOOL = WORK / "node/node_modules/exiftool-vendored.pl/bin/exiftool"
WEB = re.compile(r"\.(jpe?g|webp|hei[cf]|avif)$", re.IGNORECASE)
BIG = 256 * 1024
ASKED_MS, ASKED_LOADED_MS = 2.5, 0.2  # of one run; of parsing and printing


def commands(options):
    """name -> argv without the file."""
    found = {"run-imageinfo": [BIN / "run-imageinfo"]}
    if EXIFTOOL.exists() and shutil.which("perl"):
        found["exiftool"] = ["perl", EXIFTOOL, "-json", "-coordFormat", "%d %d %.8f"]
    if shutil.which("exiv2"):
        found["exiv2"] = ["exiv2", "-pa"]
    return {name: [str(word) for word in argv] for name, argv in found.items() if name in ["run-imageinfo", *options.peers.split(",")]}


def cold(argv):
    """Wall and CPU milliseconds of one process, and the MiB of its largest one."""
    text = subprocess.run([BIN / "time-run", *argv], capture_output=True, text=True, check=True).stdout
    wall, cpu, kib = map(int, text.split())
    return wall / 1e3, cpu / 1e3, kib / 1024


def all_cold(programs, samples, rounds):
    """(program, sample) -> least wall, least CPU, most memory."""
    runs = {}
    for n in range(rounds):
        for sample in samples:
            for name, argv in programs.items():
                if name != "exiftool" or n < max(1, rounds // 5):  # the slow one less often
                    runs.setdefault((name, sample), []).append(cold([*argv, str(sample)]))
    return {key: (min(r[0] for r in found), min(r[1] for r in found), max(r[2] for r in found)) for key, found in runs.items()}


def cpu_of(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def stay_open(argv, samples, rounds):
    """Median wall and mean CPU milliseconds a file, and MiB, of an ExifTool that is kept open."""
    process = subprocess.Popen([*argv[:2], "-stay_open", "True", "-@", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def one(sample):
        process.stdin.write("\n".join([*argv[2:], str(sample), "-execute", ""]).encode())
        process.stdin.flush()
        while not process.stdout.readline().startswith(b"{ready"):
            pass

    for sample in samples[:5]:
        one(sample)
    least, before = {}, cpu_of(process.pid)
    for _ in range(rounds):
        for sample in samples:
            began = time.perf_counter()
            one(sample)
            least[sample] = min(least.get(sample, 1e9), (time.perf_counter() - began) * 1e3)
    cpu = (cpu_of(process.pid) - before) * 1e3 / (rounds * len(samples))
    peak = next(line for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
    process.stdin.write(b"-stay_open\nFalse\n")
    process.stdin.close()
    process.wait()
    return statistics.median(least.values()), cpu, int(peak.split()[1]) / 1024


def many_files(argv, samples, rounds):
    """Least wall and CPU milliseconds a file of one call of ours with all of them: (all - one) / others."""
    def least(files):
        found = [cold([*argv, *map(str, files)]) for _ in range(rounds)]
        return [min(run[i] for run in found) for i in (0, 1)]

    one, whole = least(samples[:1]), least(samples)
    return [(b - a) / (len(samples) - 1) for a, b in zip(one, whole)]


def read_of_file(argv, sample):
    """Bytes and calls that read of a local file, by strace; None where it maps the file or strace is missing."""
    if not shutil.which("strace"):
        return None
    with tempfile.NamedTemporaryFile("r") as log:
        subprocess.run(["strace", "-f", "-qq", "-o", log.name, "-e", "trace=read,pread64,mmap", "-P", sample, *argv, sample],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        text = log.read()
    if "mmap(" in text:
        return None
    got = [int(n) for n in re.findall(r"= (\d+)$", text, re.MULTILINE)]
    return sum(got), len(got)


def costs(samples):
    """meta-cost's line of each sample."""
    text = subprocess.run([BIN / "meta-cost", "-n", "20", *samples], capture_output=True, text=True, check=True).stdout
    return {pathlib.Path(line["file"]): line for line in map(json.loads, text.splitlines())}


def spread(values):
    ordered = sorted(values)
    return f"{statistics.median(ordered):,.0f} ({ordered[len(ordered) * 9 // 10]:,.0f})"


def table_of_times(programs, samples, runs, found, options):
    lines = ["| program | how | wall ms | CPU ms | MiB |", "| --- | --- | --- | --- | --- |"]
    for name in programs:
        wall, cpu, _ = (statistics.median(runs[name, sample][i] for sample in samples) for i in range(3))
        most = max(runs[name, sample][2] for sample in samples)
        lines.append(f"| {name} | cold, one file | {wall:.2f} | {cpu:.2f} | {most:.1f} |")
        if name == "exiftool":
            wall, cpu, most = stay_open(programs[name], samples, max(1, options.rounds // 5))
            lines.append(f"| exiftool | -stay_open, a file | {wall:.2f} | {cpu:.2f} | {most:.1f} |")
        if name == "run-imageinfo":
            wall, cpu = many_files(programs[name], samples, max(2, options.rounds // 5))
            lines.append(f"| run-imageinfo | many files in a call, a file | {wall:.2f} | {cpu:.2f} | |")
            parse = statistics.median(line["parseMicroseconds"] for line in found.values()) / 1000
            lines.append(f"| run-imageinfo | parse and print, warm | | {parse:.3f} | |")
    return lines


def table_of_reads(programs, samples, found):
    lines = ["| program | from | samples | bytes, median (nine of ten within) | reads or requests |", "| --- | --- | --- | --- | --- |"]
    groups = [("all", samples), ("JPEG, WebP, HEIF over 256 KiB", [s for s in samples if WEB.search(s.name) and s.stat().st_size > BIG])]
    for label, members in groups:
        if not members:
            continue
        lines.append(f"| run-imageinfo | S3 | {len(members)}, {label} | {spread([found[s]['bytes'] for s in members])} | "
                     f"{spread([found[s]['requests'] for s in members])} |")
        for name, argv in programs.items():
            reads = [read_of_file(argv, s) for s in members]
            reads = [read for read in reads if read is not None]
            if len(reads) * 2 > len(members):
                lines.append(f"| {name} | a local file | {len(reads)}, {label} | {spread([r[0] for r in reads])} | {spread([r[1] for r in reads])} |")
        lines.append(f"| (the whole objects) | | {len(members)}, {label} | {spread([s.stat().st_size for s in members])} | |")
    return lines


def verdict(runs, samples, found):
    one = statistics.median(runs["run-imageinfo", sample][0] for sample in samples)
    parse = statistics.median(line["parseMicroseconds"] for line in found.values()) / 1000
    return [f"One run of ours on a file: {one:.2f} ms in the median ({ASKED_MS} asked for{'' if one <= ASKED_MS else ', short'}); "
            f"parse and print {parse:.3f} ms ({ASKED_LOADED_MS} asked for{'' if parse <= ASKED_LOADED_MS else ', short'})."]


def versions(programs):
    told = [subprocess.run([*programs["exiftool"][:2], "-ver"], capture_output=True, text=True).stdout.strip()] if "exiftool" in programs else []
    lines = [f"ExifTool {told[0]}"] if told else []
    if "exiv2" in programs:
        lines.append(subprocess.run(["exiv2", "--version"], capture_output=True, text=True).stdout.split("\n")[0])
    model = next((x.split(":")[1].strip() for x in pathlib.Path("/proc/cpuinfo").read_text().splitlines() if "model name" in x), "?")
    return ", ".join([model, *lines])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samples", type=pathlib.Path, nargs="*", default=[TOP / "tests/data/metadata/images", TOP / "tests/data/photos"],
                        help="folders")
    parser.add_argument("--peers", default="exiftool,exiv2")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--print", action="store_true", help="do not write the results")
    options = parser.parse_args()
    samples = sorted(path.resolve() for folder in options.samples for path in folder.iterdir() if path.is_file() and path.suffix != ".md")
    found = costs(samples)
    samples = [sample for sample in samples if "error" not in found[sample]]
    found = {sample: found[sample] for sample in samples}
    programs = commands(options)
    runs = all_cold(programs, samples, options.rounds)
    text = "\n".join(["# Metadata", "", f"Written by `scripts/bench metadata` on {versions(programs)}; {len(samples)} files of tests/data, "
                      "the median of each file's least; CPU time of -stay_open and of many files in a call is the mean.", "", *verdict(runs, samples, found), "",
                      *table_of_times(programs, samples, runs, found, options), "", "## What is read", "",
                      *table_of_reads(programs, samples, found), ""])
    print(text)
    if not options.print:
        results.write_part(text)


if __name__ == "__main__":
    main()
