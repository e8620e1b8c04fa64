#!/usr/bin/env python3
"""Damages images, seeded, and runs make-proxy and run-imageinfo on them: every run must end with a documented status, in time,
with valid JSON, without leftovers, and twice the same. What breaks that is kept.

    tests/tools/mutate_images.py [--count 2000] [--seed 1] [--bin build/plain/bin] [--keep build/mutants] [IMAGE or FOLDER ...]
"""
import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
STATUSES = {0, 65, 66, 69}
SECONDS = 15
INTERESTING = [0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFFF0, 100_000_000]


def flip(rng, data, _):
    for _ in range(rng.choice((1, 1, 2, 8, 64))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def flip_in_head(rng, data, _):
    for _ in range(rng.choice((1, 2, 4, 16))):
        data[rng.randrange(min(len(data), 1024))] = rng.randrange(256)


def number(rng, data, _):
    size, order = rng.choice((1, 2, 4, 8)), rng.choice(("big", "little"))
    at = rng.randrange(min(len(data), rng.choice((64, 1024, len(data)))))
    data[at:at + size] = (rng.choice(INTERESTING) & (1 << 8 * size) - 1).to_bytes(size, order)


def cut(rng, data, _):
    del data[rng.randrange(len(data)):]


def remove(rng, data, _):
    at = rng.randrange(len(data))
    del data[at:at + rng.choice((1, 2, 4, 16, 1000))]


def repeat(rng, data, _):
    at, size = rng.randrange(len(data)), rng.choice((1, 4, 12, 100, 5000))
    data[at:at] = data[at:at + size] * rng.choice((1, 2, 50))


def fill(rng, data, _):
    at, size = rng.randrange(len(data)), rng.choice((4, 64, 4096))
    data[at:at + size] = bytes([rng.choice((0, 0xFF, 0x41))]) * size


def swap(rng, data, _):
    size = rng.choice((2, 12, 64))
    a, b = rng.randrange(len(data)), rng.randrange(len(data))
    data[a:a + size], data[b:b + size] = data[b:b + size], data[a:a + size]


def splice(rng, data, others):
    other = rng.choice(others)
    at, from_ = rng.randrange(len(data)), rng.randrange(len(other))
    data[at:at + rng.choice((0, 16, 1000))] = other[from_:from_ + rng.choice((16, 1000, 20000))]


WAYS = [flip, flip, flip_in_head, flip_in_head, number, number, number, cut, remove, repeat, fill, swap, splice]


def mutant(seed, index, sources):
    rng = random.Random(f"{seed}/{index}")
    data = bytearray(rng.choice(sources))
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        if data:
            rng.choice(WAYS)(rng, data, sources)
    return bytes(data[:4 << 20])


class Bench:
    def __init__(self, programs, folder, seconds):
        self.programs, self.folder, self.seconds = programs, folder, seconds

    def run(self, program, image, out, *more):
        begun = time.monotonic()
        done = subprocess.run([self.programs / program, image, *more, "-o", out], capture_output=True, timeout=4 * self.seconds,
                              env={"TMPDIR": str(self.folder)}, cwd=self.folder)
        return done, time.monotonic() - begun

    def faults(self, program, image, more):
        """What is wrong with one run of this image, and its status."""
        out = image.with_suffix(".out")
        done, took = self.run(program, image, out, *more)
        if done.returncode not in STATUSES:
            yield f"status {done.returncode}: {done.stderr[-300:]!r}"
        if took > self.seconds:
            yield f"{took:.1f} s"
        try:
            lines = [json.loads(line) for line in done.stderr.decode().splitlines()]
            if (done.returncode != 0) != bool(lines and lines[-1].get("error")):
                yield f"standard error {done.stderr[-300:]!r}"
        except ValueError as why:
            yield f"standard error is no JSON: {why}"
        if (done.returncode == 0) != out.exists():
            yield "an output that does not go with the status"
        first = hashlib.sha256(out.read_bytes()).digest() if out.exists() else b""
        if done.returncode == 0 and program == "run-imageinfo":
            json.loads(out.read_bytes().decode())
        out.unlink(missing_ok=True)
        again, _ = self.run(program, image, out, *more)
        second = hashlib.sha256(out.read_bytes()).digest() if out.exists() else b""
        out.unlink(missing_ok=True)
        if (again.returncode, second) != (done.returncode, first):
            yield f"twice is not the same: {done.returncode}, {again.returncode}"
        self.last = done.returncode

    def judge(self, index, data):
        image = self.folder / f"mutant-{index}"
        image.write_bytes(data)
        found, statuses = [], []
        for program, *more in (("make-proxy", "--rendition", "thumbnail"), ("run-imageinfo",)):
            try:
                found += [f"{program}: {fault}" for fault in self.faults(program, image, more)]
                statuses.append((program, self.last))
            except (ValueError, subprocess.TimeoutExpired) as why:
                found.append(f"{program}: {why}")
        image.unlink()
        return index, data, found, statuses


def images(paths):
    for path in paths:
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        yield from (p.read_bytes() for p in files if p.suffix not in (".json", ".md", ".py") and 0 < p.stat().st_size < 4 << 20)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--first", type=int, default=0, help="index of the first mutant")
    parser.add_argument("--bin", type=pathlib.Path, default=TOP / "build/plain/bin")
    parser.add_argument("--keep", type=pathlib.Path, default=TOP / "build/mutants")
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("paths", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    sources = list(images(options.paths or [TOP / "tests/data"]))
    statuses, broken = collections.Counter(), 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        def one(index):
            return Bench(options.bin.resolve(), pathlib.Path(folder), options.seconds).judge(index, mutant(options.seed, index, sources))

        for index, data, found, ended in pool.map(one, range(options.first, options.first + options.count)):
            statuses.update(ended)
            if found:
                broken += 1
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"{options.seed}-{index}").write_bytes(data)
                print(f"mutant {index}: {'; '.join(found)}", flush=True)
        left = [p for p in pathlib.Path(folder).iterdir()]
    for (program, status), n in sorted(statuses.items()):
        print(f"{program:14} {status:3} {n:7}")
    print(f"{options.count} mutants of {len(sources)} images, seed {options.seed}: {broken} broken, {len(left)} leftovers")
    return 1 if broken or left else 0


if __name__ == "__main__":
    sys.exit(main())
