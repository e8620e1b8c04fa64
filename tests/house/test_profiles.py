"""The profiles: the JSON Schema and the C code accept and refuse the same, over the shipped ones and thousands of variations."""
import copy
import json
import pathlib
import random
import subprocess

import jsonschema
import pytest

TOP = pathlib.Path(__file__).resolve().parents[2]
FOLDER = TOP / "statemachine/profiles"
SCHEMA = json.loads((FOLDER / "profile.schema.json").read_text())
SHIPPED = {path.stem: json.loads(path.read_text()) for path in sorted(FOLDER.glob("*.json")) if path.stem != "profile.schema"}
WHOLE = {"name": "n", "match": {"suffixes": [".jpg"], "ingestBucketOnly": True}, "imageinfo": {"key": "{prefix}/i.json", "inline": True},
         "renditions": [{"name": "r", "key": "{stem}.{ext}", "width": 10, "height": 20, "fit": "cover", "enlarge": True, "gravity": {"x": 0.5, "y": 1},
                         "background": "#0af", "format": "webp", "quality": 80, "minQuality": 40, "subsampling": "4:4:4", "progressive": True, "optimize": False, "lossless": True,
                         "effort": 4, "maxBytes": 5000, "keep": "all", "cacheControl": "max-age=1", "optional": True,
                         "mark": [{"text": "é", "gravity": "north", "offset": {"x": 1, "y": -2}, "shadow": {"color": "#123456", "x": 1, "y": 2}, "size": 12, "opacity": 0.5},
                                  {"image": "logo.png", "x": 1, "y": 2, "tile": True, "size": 0.5, "color": "#11223344", "font": "f.ttf"}]}],
         "record": {"key": {"id": "$.uuid"}, "set": {"a": "$.data.x[0].y", "t": {"time": "$.execution.startTime", "as": "ms"}, "l": [1, None], "o": {"p": 1}},
                    "setIfAbsent": {"b": {"template": "{basename}"}}, "onFailure": {"s": "ERROR"}, "standalone": {"set": {"c": 1.5}}}}
VALUES = [None, True, 0, 1, -1, 0.5, 1.5, 80.0, 101, 65500, 65501, 1e300, "", "x", ".", ".x", "#fff", "#ffff", "#ff00ff", "#ff00ff00", "#GGG", "center", "attention", "fill",
          "{stem}", "{nothing}", "{", "}", "$.", "$.a", "$.a..b", "$.a[0]", "$.a[12345]", "$.a b", "é" * 64, "é" * 65, "x" * 128, "x" * 129, "x" * 256, "x" * 257, "x" * 512, "x" * 513,
          "a\nb", "#fff\n", "$.a\n", "x\n", "a\0b", [["\0"]], {"a": {"\0": 1}}, [], [1], ["x"], [".jpg"] * 33, {}, {"x": 1}, {"x": 0, "y": 1}, {"x": 2, "y": 1}, {"text": "t"}, {"text": "t", "image": "i"}, [{"text": "t"}] * 9,
          {"time": "$.a", "as": "iso"}, {"time": "$.a"}, {"time": None}, {"template": "{key}"}, {"template": 1}, {"ingest": 1}, {"a": None}]


def places(node, path=()):
    """Every place in a document, as a path."""
    yield path
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, child in children:
        yield from places(child, (*path, name))


def changed(document, path, value):
    if not path:
        return value
    document = copy.deepcopy(document)
    inner = document
    for name in path[:-1]:
        inner = inner[name]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return document


def variations():
    yield from SHIPPED.values()
    yield WHOLE
    for path in places(WHOLE):
        for value in [*VALUES, ...]:
            if path or value is not ...:
                yield changed(WHOLE, path, value)
        if path:
            yield changed(WHOLE, (*path[:-1], "unknown"), 1) if isinstance(path[-1], str) else WHOLE
    chosen = random.Random(3)
    for _ in range(3000):
        document = WHOLE
        for _ in range(chosen.randint(2, 4)):
            path = chosen.choice(list(places(document))[1:])
            document = changed(document, path, chosen.choice([*VALUES, ...]))
        yield document


@pytest.fixture(scope="module")
def tool():
    path = TOP / "build/plain/bin/check-profile"
    assert path.exists(), "build first: scripts/test does"
    return path


def test_schema_and_code_accept_and_refuse_the_same(tool):
    documents = list(variations())
    text = "\n".join(json.dumps(document) for document in documents) + "\n"
    answers = subprocess.run([tool], input=text, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(answers) == len(documents) > 5000
    validator = jsonschema.Draft202012Validator(SCHEMA)
    differing = []
    for document, answer in zip(documents, answers):
        problem = next(validator.iter_errors(document), None)
        if (problem is None) != (answer == "ok"):
            differing.append((answer, problem and f"{problem.json_path}: {problem.message}", json.dumps(document)[:3000]))
    assert differing == [], f"{len(differing)} of {len(documents)}; the first: {differing[0]}"
    assert 300 < answers.count("ok") < len(answers) - 1000


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_is_named_as_its_file(name):
    assert SHIPPED[name]["name"] == name


def test_the_five_are_there():
    assert set(SHIPPED) == {"media2cloud", "thumbnail", "compress", "watermark", "metadata"}
