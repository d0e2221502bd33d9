import assert from "node:assert/strict";
import test from "node:test";

import { barOf, write } from "../../../../seqviz/ui/widgets/gate_canvas/readout.js";

/** Where a bar begins and ends, as shares of its cell. */
function span(transform) {
  const [start, wide] = transform.match(/^translateX\((.+)%\) scaleX\((.+)\)$/).slice(1).map(Number);
  return [start / 100, start / 100 + wide];
}

test("an unsigned bar begins at the left, a signed one at the middle, towards its sign", () => {
  const unsigned = { signed: false, bound: 2 }, signed = { signed: true, bound: 2 };
  assert.deepEqual([0, 1, 2, 5].map((value) => span(barOf(value, unsigned))), [[0, 0], [0, 0.5], [0, 1], [0, 1]]);
  assert.deepEqual([1, -1, 2, -2].map((value) => span(barOf(value, signed))), [[0.5, 0.75], [0.25, 0.5], [0.5, 1], [0, 0.5]]);
});

test("a text that is there already is not written again", () => {
  const writes = [];
  const node = { get textContent() { return writes.at(-1) ?? ""; }, set textContent(words) { writes.push(words); } };
  for (const words of ["a", "a", "b", "b"]) write(node, words);
  assert.deepEqual(writes, ["a", "b"]);
});
