"""The gallery page in headless Chromium: list, card, keyboard, search, hostile names, ten thousand items; no console error."""
import functools
import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import threading

import gallery
import pytest
import template

TOP = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
EVIL = "<img src=x onerror=document.title='taken'>&\"'.jpg"

# Drives the page as a person does, then leaves what it saw in the document's title.
DRIVE = """
const seen = {};
const press = (node, key) => node.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
addEventListener("load", () => {
  const buttons = () => [...document.querySelectorAll("#photos button")];
  seen.tiles = buttons().length;
  seen.count = document.getElementById("count").textContent;
  seen.names = buttons().slice(0, 3).map((b) => b.querySelector(".name").textContent);
  buttons()[0].focus();
  press(buttons()[0], "ArrowRight");
  seen.walked = document.activeElement === buttons()[1];
  buttons()[0].click();
  const card = document.getElementById("card");
  seen.open = card.open;
  seen.title = document.getElementById("card-title").textContent;
  seen.facts = document.getElementById("card-facts").textContent;
  seen.map = card.querySelector("dl a")?.href;
  seen.srcset = document.getElementById("card-photo").srcset;
  card.close();
  const words = document.getElementById("words");
  words.value = "canon"; words.dispatchEvent(new Event("input"));
  seen.found = buttons().length;
  words.value = "lake"; words.dispatchEvent(new Event("input"));
  seen.tagged = buttons().length;
  words.value = ""; words.dispatchEvent(new Event("input"));
  const status = document.getElementById("status");
  status.value = "ERROR"; status.dispatchEvent(new Event("change"));
  seen.errors = buttons().map((b) => b.textContent);
  document.title = "seen " + JSON.stringify(seen);
});
"""


def items(count):
    first = {"uuid": "1", "bucket": "b", "key": "in/a b#c?.jpg", "status": "COMPLETED", "camera": "Apple iPhone 5", "time": "2012:09:29 16:11:25",
             "place": {"latitude": 47.627, "longitude": -122.337}, "width": 30, "height": 20, "blurHash": "LVFYcJ01%LWB%gROoMofI:bCWBWX",
             "renditions": [{"key": "p/a b#c?.jpg", "width": 30, "height": 20}, {"key": "p/../../out.jpg", "width": 60, "height": 40}],
             "imageinfo": "p/imageinfo.json", "tags": "mountain,lake"}
    second = {"uuid": "2", "bucket": "b", "key": EVIL, "status": "ERROR", "error": "Ingest.MalformedImage", "message": "cut short", "renditions": []}
    return [first, second] + [{"uuid": str(i), "bucket": "b", "key": f"{i}.jpg", "status": "COMPLETED", "camera": "Canon EOS 5D" if i % 100 == 0 else "x",
                               "renditions": []} for i in range(3, count + 1)]


class Handler(http.server.SimpleHTTPRequestHandler):
    """The page under the security headers of the delivery template."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", policy())
        super().end_headers()

    def log_message(self, *_):
        pass


@functools.cache
def policy():
    headers = template.load("statemachine/delivery.yaml")["Resources"]["Headers"]["Properties"]["ResponseHeadersPolicyConfig"]
    return headers["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]


@pytest.fixture
def site(tmp_path, small):
    """make(items): the page served with these, and the driving script."""
    servers = []

    def make(found):
        for name, body, _ in gallery.pages():
            (tmp_path / name).write_bytes(body)
        page = (tmp_path / "index.html").read_text()
        (tmp_path / "index.html").write_text(page.replace("</head>", '<script src="drive.js" defer></script></head>'))
        (tmp_path / "drive.js").write_text(DRIVE)
        (tmp_path / "items.js").write_text(gallery.script_of(found))
        (tmp_path / "p").mkdir(exist_ok=True)
        (tmp_path / "p/a b#c?.jpg").write_bytes(small)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(tmp_path)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/index.html"
    yield make
    for server in servers:
        server.shutdown()


def visit(address, profile, *options):
    """(what the driving script saw, lines of the console)."""
    done = subprocess.run([CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1000,700",
                           f"--user-data-dir={profile}", "--enable-logging=stderr", "--virtual-time-budget=4000", "--dump-dom", *options, address],
                          capture_output=True, text=True, timeout=90, env={"PATH": os.environ["PATH"], "HOME": str(profile)})
    title = re.search(r"<title>seen (.*?)</title>", done.stdout, re.S)
    assert title, done.stdout[:500] + done.stderr[-2000:]
    text = title[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return json.loads(text), re.findall(r"CONSOLE.*", done.stderr)


def test_list_card_keyboard_and_search(site, tmp_path):
    seen, console = visit(site(items(250)), tmp_path / "profile")
    assert console == []
    assert seen["count"] == "250 of 250" and seen["names"][:2] == ["a b#c?.jpg", EVIL.split("/")[-1]]
    assert seen["walked"] and seen["open"] and seen["title"] == "in/a b#c?.jpg"
    assert "Apple iPhone 5" in seen["facts"] and "30 × 20" in seen["facts"]
    assert seen["map"].startswith("https://www.openstreetmap.org/?mlat=47.627&mlon=-122.337")
    assert seen["srcset"] == "./p/a%20b%23c%3F.jpg 30w"
    assert (seen["found"], seen["tagged"]) == (2, 1) and "mountain,lake" in seen["facts"]
    assert len(seen["errors"]) == 1 and "Ingest.MalformedImage" in seen["errors"][0]


def test_ten_thousand_items_are_not_all_laid_out(site, tmp_path):
    seen, console = visit(site(items(10000)), tmp_path / "profile")
    assert console == [] and seen["count"] == "10000 of 10000" and seen["tiles"] <= 200


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_screenshot_shows_something(site, tmp_path, scheme):
    shot = tmp_path / f"{scheme}.png"
    options = ["--force-dark-mode"] if scheme == "dark" else []
    address = site(items(50))
    subprocess.run([CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1000,700", *options,
                    f"--user-data-dir={tmp_path / 'profile'}", f"--screenshot={shot}", address], capture_output=True, timeout=90, check=True,
                   env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)})
    assert shot.stat().st_size > 10000
