"use strict";
/* BlurHash to pixels, from the format's description: a grid of cosines whose factors are base 83 digits. */

const blurHashPixels = (() => {
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

  const number = (text) => [...text].reduce((sum, digit) => sum * 83 + DIGITS.indexOf(digit), 0);
  const linear = (byte) => { const v = byte / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const byte = (v) => {
    const c = Math.min(1, Math.max(0, v));
    return Math.round(255 * (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055));
  };
  const signedSquare = (v) => Math.sign(v) * v * v;

  function factors(hash, count) {
    const most = (number(hash[1]) + 1) / 166;
    const average = number(hash.slice(2, 6));
    const list = [[linear(average >> 16), linear((average >> 8) & 255), linear(average & 255)]];
    for (let i = 1; i < count; i++) {
      const value = number(hash.slice(4 + 2 * i, 6 + 2 * i));
      list.push([Math.floor(value / 361), Math.floor(value / 19) % 19, value % 19].map((q) => signedSquare((q - 9) / 9) * most));
    }
    return list;
  }

  /* RGBA of a small picture; null for what is no BlurHash. */
  return (hash, width, height) => {
    if (typeof hash !== "string" || hash.length < 6) return null;
    const size = number(hash[0]), across = size % 9 + 1, down = Math.floor(size / 9) + 1;
    if (hash.length !== 4 + 2 * across * down) return null;
    const list = factors(hash, across * down), out = new Uint8ClampedArray(4 * width * height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const sum = [0, 0, 0];
        list.forEach((colour, i) => {
          const basis = Math.cos(Math.PI * x * (i % across) / width) * Math.cos(Math.PI * y * Math.floor(i / across) / height);
          for (let c = 0; c < 3; c++) sum[c] += colour[c] * basis;
        });
        out.set([byte(sum[0]), byte(sum[1]), byte(sum[2]), 255], 4 * (y * width + x));
      }
    }
    return out;
  };
})();
