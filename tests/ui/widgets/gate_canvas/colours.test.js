import assert from "node:assert/strict";
import test from "node:test";

import { colourOf, css, ends, inkOn, level, ramp, rgb } from "../../../../seqviz/ui/widgets/gate_canvas/colours.js";

const RED_TO_BLUE = ramp(["#ff0000", "#0000ff"]);
const THEME = { sequential: ramp(["#000000", "#ffffff"]), signed: RED_TO_BLUE };

test("a colour is read as it may be written", () => {
  for (const written of ["#2a6fbb", " #2A6FBB ", "#2a6fbb66", "rgb(42, 111, 187)", "rgba(42, 111, 187, 0.5)"]) {
    assert.deepEqual(rgb(written), [42, 111, 187], written);
  }
  assert.deepEqual(rgb("#fa0"), [255, 170, 0]);
});

test("a ramp goes evenly through its stops", () => {
  const through = ramp(["#000000", "#ff0000", "#ff00ff"]);
  const at = (share) => [...through.slice(3 * share, 3 * share + 3)];
  assert.deepEqual([at(0), at(255)], [[0, 0, 0], [255, 0, 255]]);
  assert.deepEqual(at(51), [102, 0, 0]); // a fifth of the way is two fifths to the second of three stops
  assert.deepEqual(at(204), [255, 0, 153]);
});

test("a value stands at its share of the scale, and beyond the bound at the end", () => {
  const signed = { signed: true, bound: 2 };
  assert.deepEqual([-2, 0, 2, 9, -9].map((value) => level(value, signed)), [0, 128, 255, 255, 0]);
  assert.deepEqual([0, 0.2, 1, -1].map((value) => level(value, { signed: false, bound: 1 })), [0, 51, 255, 0]);
});

test("a value has the colour of its own scale", () => {
  assert.deepEqual(colourOf(0.2, { signed: false, bound: 1 }, THEME), [51, 51, 51]);
  assert.deepEqual(colourOf(-3, { signed: true, bound: 3 }, THEME), [255, 0, 0]);
  assert.equal(css(colourOf(3, { signed: true, bound: 3 }, THEME)), "rgb(0, 0, 255)");
});

/** WCAG's relative luminance and contrast, which the ink has to be readable by. */
function contrast(one, other) {
  const bright = (colour) => {
    const [r, g, b] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark, light] = [bright(one), bright(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test("ink is readable on every grey and on the ends of the scale", () => {
  const greys = Array.from({ length: 256 }, (_, part) => [part, part, part]);
  for (const ground of [...greys, [255, 0, 0], [0, 0, 255], [255, 255, 0]]) {
    assert.ok(contrast(ground, rgb(inkOn(ground))) >= 3, css(ground));
  }
  assert.deepEqual([inkOn([250, 250, 250]), inkOn([10, 10, 10])], ["#000000", "#ffffff"]);
});

test("a scale tells its ends", () => {
  assert.deepEqual(ends({ signed: true, bound: 1.5 }), ["−1.5", "+1.5"]);
  assert.deepEqual(ends({ signed: false, bound: 1 }), ["0", "1"]);
});
