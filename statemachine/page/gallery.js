"use strict";
/* The gallery: galleryItems (items.js, written by scripts/gallery) as a list, newest first; a click or Enter opens the card. */

const BATCH = 120; /* items added when the end of the list comes near */
const BLUR_PX = 24;
const all = globalThis.galleryItems ?? [];
const list = document.getElementById("photos");
const words = document.getElementById("words");
const status = document.getElementById("status");
const card = document.getElementById("card");
let shown = [], added = 0;

/* Keys are any text: each part is encoded, so that no key leads out of this folder or to another host. */
const reachable = (key) => !key.split("/").some((part) => part === "." || part === ".."); /* a browser folds these, encoded or not */
const address = (key) => "./" + key.split("/").map(encodeURIComponent).join("/");
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const text = (item) => [item.key, item.camera, item.lens, item.time, item.tags, item.error, item.status].filter(Boolean).join(" ").toLowerCase();
all.forEach((item) => {
  item.text = text(item);
  item.renditions = item.renditions.filter((each) => reachable(each.key));
});

function blurred(item) {
  const pixels = blurHashPixels(item.blurHash, BLUR_PX, BLUR_PX);
  const canvas = element("canvas", { width: BLUR_PX, height: BLUR_PX });
  if (pixels) canvas.getContext("2d").putImageData(new ImageData(pixels, BLUR_PX, BLUR_PX), 0, 0);
  return canvas;
}

function picture(item, sizes, lazy) {
  const renditions = [...item.renditions].sort((a, b) => a.width - b.width);
  const photo = element("img", { alt: "", decoding: "async", loading: lazy ? "lazy" : "eager" });
  if (renditions.length) {
    photo.sizes = sizes;
    photo.srcset = renditions.map((each) => `${address(each.key)} ${each.width}w`).join(", ");
    photo.src = address(renditions[0].key);
  }
  return photo;
}

function tile(item) {
  const name = item.key.split("/").pop() || item.key;
  const frame = element("span", { className: "picture" }, blurred(item));
  if (item.renditions.length) frame.append(picture(item, "260px", true));
  const badge = element("span", { className: `badge ${item.status}`, textContent: item.status });
  const button = element("button", { type: "button" }, frame, element("span", { className: "name", textContent: name }),
    element("span", { className: "note" }, badge, ` ${item.error ?? item.camera ?? ""}`));
  button.addEventListener("click", () => open(item));
  return element("li", {}, button);
}

function facts(item) {
  const place = item.place && Number.isFinite(item.place.latitude) && Number.isFinite(item.place.longitude) ? item.place : null;
  const map = place && element("a", { textContent: `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`, target: "_blank", rel: "noreferrer",
    href: `https://www.openstreetmap.org/?mlat=${place.latitude}&mlon=${place.longitude}#map=15/${place.latitude}/${place.longitude}` });
  const metadata = item.imageinfo && reachable(item.imageinfo) && element("a", { textContent: "imageinfo.json", href: address(item.imageinfo) });
  return [["Status", item.status], ["Error", item.error], ["Why", item.message], ["Taken", item.time], ["Camera", item.camera], ["Lens", item.lens],
    ["Tags", item.tags], ["Pixels", item.width && `${item.width} × ${item.height}`], ["Place", map], ["Object", `s3://${item.bucket}/${item.key}`], ["All metadata", metadata]];
}

function open(item) {
  document.getElementById("card-title").textContent = item.key;
  const photo = picture(item, "(max-width: 900px) 94vw, 900px", false);
  photo.id = "card-photo";
  photo.alt = item.key;
  document.getElementById("card-photo").replaceWith(photo);
  const rows = facts(item).filter(([, value]) => value);
  document.getElementById("card-facts").replaceChildren(...rows.flatMap(([name, value]) => [element("dt", { textContent: name }), element("dd", {}, value)]));
  card.showModal();
}

function more() {
  list.append(...shown.slice(added, added + BATCH).map(tile));
  added = Math.min(shown.length, added + BATCH);
}

function search() {
  const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
  shown = all.filter((item) => (!status.value || item.status === status.value) && wanted.every((word) => item.text.includes(word)));
  added = 0;
  list.replaceChildren();
  more();
  document.getElementById("count").textContent = `${shown.length} of ${all.length}`;
}

/* Arrow keys walk over the tiles, as the eye does. */
list.addEventListener("keydown", (event) => {
  const across = getComputedStyle(list).gridTemplateColumns.split(" ").length;
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -across, ArrowDown: across }[event.key];
  const at = [...list.children].indexOf(event.target.closest("li"));
  if (step === undefined || at < 0) return;
  event.preventDefault();
  if (at + step >= added - across) more();
  list.children[at + step]?.firstElementChild.focus();
});
document.querySelector("header form").addEventListener("submit", (event) => event.preventDefault());
words.addEventListener("input", search);
status.addEventListener("change", search);
addEventListener("scroll", () => {
  if (added < shown.length && scrollY + 2 * innerHeight > document.documentElement.scrollHeight) more();
}, { passive: true });
search();
