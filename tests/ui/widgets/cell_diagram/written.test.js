import assert from "node:assert/strict";
import test from "node:test";

import { isHeld, outcome, shown } from "../../../../seqviz/ui/widgets/cell_diagram/written.js";

test("a number has four decimals, a true minus, and no minus before nought", () => {
  const written = { 0.12344: "0.1234", "-0.5": "−0.5000", "-0.00001": "0.0000", 2: "2.0000", NaN: "–" };
  for (const [number, text] of Object.entries(written)) assert.equal(shown(Number(number)), text);
});

test("a value that surgery holds is told from a computed one", () => {
  const held = { h: 0.5, computed: { h: 0.25 } };
  assert.deepEqual([isHeld(held, "h"), outcome(held, "h")], [true, "0.2500, but it is held at 0.5000"]);
  const free = { h: 0.25, computed: { h: 0.25 + 1e-6 } };
  assert.deepEqual([isHeld(free, "h"), outcome(free, "h")], [false, "0.2500"]);
});
