"""coverage_by_room.py SUMMARY: gcovr's summary of files as a table of rooms (common/base, workers/make-proxy, ...)."""
import collections
import json
import pathlib
import sys

COUNTS = ("line_covered", "line_total", "branch_covered", "branch_total")


def percent(part, whole):
    return f"{100 * part / whole:5.1f} %" if whole else "      -"


def main(path):
    rooms = collections.defaultdict(collections.Counter)
    for file in json.loads(pathlib.Path(path).read_text())["files"]:
        for name in ("/".join(file["filename"].split("/")[:2]), "all"):
            rooms[name].update({count: file[count] for count in COUNTS})
    print(f"{'room':32} {'lines':>7} {'run':>7} {'branches':>9} {'run':>7}")
    for name in sorted(rooms, key=lambda name: (name == "all", name)):
        found = rooms[name]
        print(f"{name:32} {found['line_total']:7} {percent(found['line_covered'], found['line_total'])} "
              f"{found['branch_total']:9} {percent(found['branch_covered'], found['branch_total'])}")


main(sys.argv[1])
