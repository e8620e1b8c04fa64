#!/usr/bin/env python3
"""Adds up the JUnit files of one run of scripts/test: names what failed, ends with "N passed, N failed".

count_results.py FOLDER BROKEN   BROKEN: steps that could not run at all; each counts as a failure.
Exit status 1 when anything failed, or when nothing ran."""
import pathlib
import sys
import xml.etree.ElementTree as ElementTree


def outcomes(path):
    """(name, outcome) of each case; ctest and pytest write the same shape but for the status attribute."""
    for case in ElementTree.parse(path).iter("testcase"):
        name = f"{path.stem}: {case.get('classname', '')}.{case.get('name')}"
        if case.find("failure") is not None or case.find("error") is not None or case.get("status") == "fail":
            yield name, "failed"
        elif case.find("skipped") is not None or case.get("status") in ("disabled", "notrun"):
            yield name, "skipped"
        else:
            yield name, "passed"


def main(folder, broken):
    cases = [case for path in sorted(pathlib.Path(folder).glob("*.xml")) for case in outcomes(path)]
    count = {kind: sum(1 for _, outcome in cases if outcome == kind) for kind in ("passed", "failed", "skipped")}
    failed = count["failed"] + int(broken)
    for name, outcome in cases:
        if outcome != "passed":
            print(f"{outcome}: {name}")
    if count["skipped"]:
        print(f"{count['skipped']} skipped")
    print(f"{count['passed']} passed, {failed} failed")
    return 1 if failed or not count["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
