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
    try:
        envelope = json.loads(execution.get("output") or execution["input"])
        if execution["status"] != "SUCCEEDED":
            return failed(execution, json.loads(execution["input"]))
        data = envelope.get("data", {})
        info, transcode = data.get("imageinfo", {}), data.get("transcode", {})
        summary = info.get("summary", {})
        item = {"uuid": envelope["uuid"], "bucket": envelope["input"]["bucket"], "key": envelope["input"]["key"],
                "status": envelope["status"], "message": envelope.get("reason"), "imageinfo": info.get("output"),
                "blurHash": transcode.get("insight", {}).get("blurHash"),
                "renditions": [{name: each[name] for name in ("key", "width", "height")} for each in transcode.get("renditions", [])]}
        return item | {name: summary.get(name) for name in ("camera", "lens", "time", "place", "width", "height")}
    except (KeyError, ValueError, AttributeError, TypeError):
        return None


def failed(execution, document):
    try:
        cause = json.loads(execution.get("cause") or "{}")
    except ValueError:
        cause = {}
    detail = document.get("detail", {})
    source = document.get("input", {})
    return {"uuid": execution["executionArn"], "status": "ERROR", "error": execution.get("error", execution["status"]),
            "message": cause.get("message"), "renditions": [],
            "bucket": cause.get("bucket") or source.get("bucket") or detail.get("bucket", {}).get("name") or document.get("bucket", ""),
            "key": cause.get("key") or source.get("key") or detail.get("object", {}).get("key") or document.get("Key", "")}


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
    return "globalThis.galleryItems = " + json.dumps(items, ensure_ascii=False).replace("<", "\\u003c") + ";\n"


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
    outputs = outputs_of(options.stage)
    upload_page(*clients("s3", "stepfunctions"), outputs, options.most)
    print(f"written: s3://{outputs['ProxyBucketName']}/index.html")
    return 0


if __name__ == "__main__":
    gallery()
