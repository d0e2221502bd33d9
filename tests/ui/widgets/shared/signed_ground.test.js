import assert from "node:assert/strict";
import test from "node:test";

import { signedGround } from "../../../../seqviz/ui/widgets/shared/signed_ground.js";

function parts(colour) {
  const [red, green, blue, strength] = colour.match(/[\d.]+/g).map(Number);
  return { red, green, blue, strength };
}

test("above 0 the ground is blue, below orange", () => {
  const [above, below] = [parts(signedGround(1, 1)), parts(signedGround(-1, 1))];
  assert.ok(above.blue > above.green && above.green > above.red);
  assert.ok(below.red > below.green && below.green > below.blue);
});

test("the strength is the value's share of the limit, and never more than the whole", () => {
  const strengths = [0, 0.5, -0.5, 2, 5].map((value) => parts(signedGround(value, 2)).strength);
  assert.deepEqual(strengths, [0, 0.155, 0.155, 0.62, 0.62]);
});

test("where all values are nought none is coloured", () => {
  assert.equal(parts(signedGround(0, 0)).strength, 0);
});
