"""scripts/gallery: items.js of the page, from the executions of a stage. Written whole each time, so writers lose nothing to each other."""
import argparse
import json
import pathlib

from account import clients, command
from ingest import outputs_of

PAGE = pathlib.Path(__file__).resolve().parents[2] / "statemachine/page"
KINDS = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


def item_of(execution):
    """One execution's end as the page shows it; None where it has none, or nothing can be said of it."""
    if execution["status"] != "SUCCEEDED":
        return failed(execution)
    try:
        envelope = json.loads(execution["output"])
        data = envelope.get("data", {})
        info, transcode = data.get("imageinfo", {}), data.get("transcode", {})
        summary = info.get("summary", {})
        item = {"uuid": envelope["uuid"], "bucket": envelope["input"]["bucket"], "key": envelope["input"]["key"],
                "status": envelope["status"], "message": envelope.get("reason"), "imageinfo": info.get("output"),
                "blurHash": transcode.get("insight", {}).get("blurHash"),
                "renditions": [{name: each[name] for name in ("key", "width", "height")} for each in transcode.get("renditions", [])]}
        return item | {name: summary.get(name) for name in ("camera", "lens", "time", "tags", "place", "width", "height")}
    except (KeyError, ValueError, AttributeError, TypeError):
        return None


def parsed(text):
    try:
        return json.loads(text or "{}")
    except ValueError:
        return {}


def text_at(document, *places):
    """The first of these places that holds a text: what failed may have had anything for its input."""
    for place in places:
        found = document
        for name in place.split("."):
            found = found.get(name) if isinstance(found, dict) else None
        if found and isinstance(found, str):
            return found
    return None


def failed(execution):
    cause, document = parsed(execution.get("cause")), parsed(execution.get("input"))
    return {"uuid": execution["executionArn"], "status": "ERROR", "error": execution.get("error", execution["status"]),
            "message": text_at(cause, "message"), "renditions": [],
            "bucket": text_at(cause, "bucket") or text_at(document, "input.bucket", "detail.bucket.name", "bucket") or "",
            "key": text_at(cause, "key") or text_at(document, "input.key", "detail.object.key", "Key") or execution["name"]}


def items_of(states, machine, most=10000):
    """Newest first; of several ingests of one object in one state only the newest."""
    seen, items = set(), []
    for page in states.get_paginator("list_executions").paginate(stateMachineArn=machine):
        for execution in page["executions"]:
            if execution["status"] == "RUNNING":
                continue
            item = item_of(states.describe_execution(executionArn=execution["executionArn"]))
            if item is not None and item["uuid"] not in seen:
                seen.add(item["uuid"])
                items.append({name: value for name, value in item.items() if value is not None})
            if len(items) == most:
                return items
    return items


def script_of(items):
    """items.js: JSON behind an assignment, so that the page works from a file as well as from a server."""
    text = json.dumps(items, ensure_ascii=False).replace("<", "\\u003c")
    return f"globalThis.galleryItems = {text};\n".encode(errors="replace").decode()  # half a surrogate pair is JSON, and no UTF-8


def pages():
    """(name, bytes, content type) of the page's own files."""
    return [(path.name, path.read_bytes(), KINDS[path.suffix]) for path in sorted(PAGE.iterdir())]


def whole_page(states, machine, most=10000):
    """The page's files and its list, as pages() has them."""
    return [*pages(), ("items.js", script_of(items_of(states, machine, most)).encode(), KINDS[".js"])]


def upload_page(s3, states, outputs, most=10000):
    """Into the proxy bucket. A cache keeps it for a minute, so that photos of today are seen today."""
    for name, body, kind in whole_page(states, outputs["MachineArn"], most):
        s3.put_object(Bucket=outputs["ProxyBucketName"], Key=name, Body=body, ContentType=kind, CacheControl="max-age=60")


@command("gallery")
def gallery(arguments):
    parser = argparse.ArgumentParser(prog="scripts/gallery", description="Writes the page and its list of photos into the proxy bucket.")
    parser.add_argument("--stage", default="prod")
    parser.add_argument("--most", type=int, default=10000, help="photos at most, newest first (10000)")
    options = parser.parse_args(arguments)
    if options.most < 1:
        parser.error("argument --most: 1 or more expected")
    outputs = outputs_of(options.stage)
    upload_page(*clients("s3", "stepfunctions"), outputs, options.most)
    print(f"written: s3://{outputs['ProxyBucketName']}/index.html")
    return 0


if __name__ == "__main__":
    gallery()
