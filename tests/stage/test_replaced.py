"""The five replaced systems: each one's documented event or message, unchanged, through the profile that stands for it."""
import json
import pathlib
import re

import pytest
from pictures import jpeg_size, png_size
from test_ingest import objects, put, put_and_wait, rows

TOP = pathlib.Path(__file__).resolve().parents[2]


def only(stage, key):
    """The one row whose source is this key (a stage's table holds those of all its tests)."""
    (found,) = [row for row in rows(stage) if row.get("sourceKey") == key]
    return found


# (a) Media2Cloud: the message that its parent machine sends.

@pytest.fixture(scope="module")
def media2cloud(with_workers):
    return with_workers(profile="media2cloud")


def test_media2cloud_s_ingest_message(media2cloud, photo):
    put(media2cloud, "demo/IMG_0001.JPG", photo)
    message = {"operation": "StateMachine#Ingest", "uuid": "b72f9a5e-0000-4000-8000-4d1d8a3a1f00", "status": "NOT_STARTED", "progress": 0,
               "input": {"bucket": media2cloud.ingest_bucket, "key": "demo/IMG_0001.JPG",
                         "destination": {"bucket": media2cloud.proxy_bucket, "prefix": "b72f9a5e/IMG_0001/"}}, "data": {}}
    done = media2cloud.run(message)
    output = json.loads(done["output"])
    assert done["status"] == "SUCCEEDED"
    assert {name: output[name] for name in ("uuid", "operation", "status", "progress", "input")} == {
        "uuid": message["uuid"], "operation": message["operation"], "status": "COMPLETED", "progress": 100, "input": message["input"]}
    info, proxy = output["data"]["imageinfo"]["output"], output["data"]["transcode"]["output"]
    written = objects(media2cloud, "b72f9a5e/")
    assert json.loads(written[info])["Model"] == "iPhone 5"
    assert jpeg_size(written[f"{proxy}/IMG_0001.jpg"]) == (3264, 2448)
    assert jpeg_size(written[f"{proxy}/IMG_0001_thumbnail.jpg"]) == (360, 270)
    (row,) = [row for row in rows(media2cloud) if row["uuid"] == message["uuid"]]
    assert row["imageinfo"] == info


# (b) The ExifTool function: object created, metadata as JSON in the output.

@pytest.fixture(scope="module")
def metadata(with_workers):
    return with_workers(profile="metadata")


def test_exiftool_function_s_object_created(metadata, photo):
    done = put_and_wait(metadata, "in/photo.jpg", photo)
    output = json.loads(done["output"])
    assert done["status"] == "SUCCEEDED"
    found = output["data"]["imageinfo"]
    (inline,) = [value for value in found.values() if isinstance(value, dict) and "SourceFile" in value]
    assert inline["Model"] == "iPhone 5" and inline["SourceFile"] == "in/photo.jpg"
    assert json.loads(objects(metadata)[found["output"]]) == inline
    assert list(objects(metadata)) == [found["output"]], "no pixels are decoded or stored"
    assert found["bytesRead"] < len(photo) / 4


# (c) The image processing pipeline: 200x200 thumbnails, an audit row each.

@pytest.fixture(scope="module")
def thumbnail(with_workers):
    return with_workers(profile="thumbnail", ingest_bucket="image-proc-uploads-my-tp-proj",
                        proxy_bucket="image-proc-processed-my-tp-proj", table="ImageMetaDAta")


def test_thumbnail_of_an_upload(thumbnail, photo):
    done = put_and_wait(thumbnail, "2024/cat.JPG", photo)
    assert done["status"] == "SUCCEEDED"
    assert jpeg_size(objects(thumbnail)["2024/cat.JPG"]) == (200, 150)
    row = only(thumbnail, "2024/cat.JPG")
    assert set(row) == {"imageId", "sourceBucket", "sourceKey", "destBucket", "destKey", "contentType", "width", "height",
                        "sizeOriginal", "sizeProcessed", "status", "processedAt", "ingest"}
    assert (row["destBucket"], row["destKey"], row["width"], row["height"]) == (thumbnail.proxy_bucket, "2024/cat.JPG", 200, 150)
    assert row["sizeOriginal"] == len(photo) and row["sizeProcessed"] == len(objects(thumbnail)["2024/cat.JPG"])


def test_thumbnail_failure_leaves_a_row_too(thumbnail, small):
    done = put_and_wait(thumbnail, "bad/half.jpg", small[:30])
    assert done["status"] == "FAILED"
    row = only(thumbnail, "bad/half.jpg")
    assert row["status"] != "COMPLETED" and row["ingest"]["error"] == done["error"]


def test_thumbnail_skips_what_it_does_not_match(thumbnail, small):
    done = put_and_wait(thumbnail, "other/movie.gif", small)
    output = json.loads(done["output"])
    assert (done["status"], output["status"]) == ("SUCCEEDED", "SKIPPED")
    assert ".gif" in output["data"]["skipped"]["reason"] or "suffix" in output["data"]["skipped"]["reason"]
    assert not objects(thumbnail, "other/") and not [row for row in rows(thumbnail) if row.get("sourceKey") == "other/movie.gif"]


# (d) Compression: fits in 1024, quality 70, resized-<basename>.

@pytest.fixture(scope="module")
def compress(with_workers):
    return with_workers(profile="compress", ingest_bucket="source-image", proxy_bucket="resized-image", table="ImageMetadata")


def test_compress_an_upload(compress, photo):
    done = put_and_wait(compress, "holiday/sea.jpeg", photo)
    assert done["status"] == "SUCCEEDED"
    body = objects(compress)["resized-sea.jpeg"]
    assert jpeg_size(body) == (1024, 768)
    row = only(compress, "holiday/sea.jpeg")
    assert set(row) == {"imageId", "sourceBucket", "sourceKey", "destBucket", "destKey", "contentType", "sizeOriginal", "resizedAt",
                        "ingest"}
    assert (row["destBucket"], row["destKey"], row["contentType"]) == ("resized-image", "resized-sea.jpeg", "image/jpeg")
    assert row["sizeOriginal"] == len(photo)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?", row["resizedAt"])


def test_compress_a_notification(compress, photo):
    put(compress, "two words.jpg", photo)
    done = compress.run({"Records": [{"eventSource": "aws:s3", "eventName": "ObjectCreated:Put", "s3": {
        "bucket": {"name": "source-image"}, "object": {"key": "two+words.jpg", "size": len(photo)}}}]})
    assert done["status"] == "SUCCEEDED" and "resized-two words.jpg" in objects(compress)


def test_compress_skips_other_buckets(compress, small):
    compress.s3.create_bucket(Bucket="another-bucket")
    compress.s3.put_object(Bucket="another-bucket", Key="x.jpg", Body=small)
    done = compress.run({"Records": [{"s3": {"bucket": {"name": "another-bucket"}, "object": {"key": "x.jpg"}}}]})
    assert (done["status"], json.loads(done["output"])["status"]) == ("SUCCEEDED", "SKIPPED")
    assert "resized-x.jpg" not in objects(compress)


def test_compress_adds_no_second_row_for_a_repeat(compress, small):
    assert put_and_wait(compress, "again.jpg", small)["status"] == "SUCCEEDED"
    etag = compress.s3.head_object(Bucket="source-image", Key="again.jpg")["ETag"].strip('"')
    repeat = {"Records": [{"s3": {"bucket": {"name": "source-image"}, "object": {"key": "again.jpg", "eTag": etag}}}]}
    assert compress.run(repeat)["status"] == "SUCCEEDED"
    assert only(compress, "again.jpg")["imageId"]


# (e) Resize and watermark: exactly 800x600, its own test event.

@pytest.fixture(scope="module")
def watermark(with_workers):
    return with_workers(profile="watermark", ingest_bucket="raw-image-bucket", proxy_bucket="processed-image-bucket",
                        table="ImageMetadata-watermark")


def test_watermark_s_own_test_event(watermark, photo):
    put(watermark, "test-image.jpg", photo)
    done = watermark.run({"Records": [{"s3": {"bucket": {"name": "raw-image-bucket"}, "object": {"key": "test-image.jpg"}}}]})
    assert done["status"] == "SUCCEEDED"
    body = objects(watermark)["processed-test-image.jpg"]
    assert jpeg_size(body) == (800, 600)
    (row,) = [row for row in rows(watermark) if row["filename"] == "processed-test-image.jpg"]
    assert set(row) == {"filename", "size", "timestamp", "ingest"} and row["size"] == len(body)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?", row["timestamp"])


def test_watermark_keeps_the_format(watermark):
    png = next(iter(sorted((TOP / "tests/data").rglob("*.png"))))
    done = put_and_wait(watermark, "album/drawing.png", png.read_bytes())
    assert done["status"] == "SUCCEEDED"
    assert png_size(objects(watermark)["processed-drawing.png"]) == (800, 600)
