import assert from "node:assert/strict";
import test from "node:test";

import { digitsAt, readModels, sentenceAt, unitOrder, valueAt } from "../../../../seqviz/ui/widgets/gate_canvas/numbers.js";
import { given } from "../given.js";

const { data, digits } = given("traces.json");
const [, now] = readModels(data);

test("each value is written with the digits that Python writes", () => {
  assert.equal(digits.length, 3);
  digits.forEach((gates, k) => {
    for (const [gate, tokens] of Object.entries(gates)) {
      const found = tokens.map((units, token) => units.map((_, unit) => digitsAt(now, now.traces[k], gate, unit, token)));
      assert.deepEqual(found, tokens, `${now.traces[k].title}, ${gate}`);
    }
  });
});

test("where there is no value, unit or gate there is null, and a dash", () => {
  const [trace] = now.traces;
  assert.equal(valueAt(now, trace, "cell_state", 0, 1), null);
  assert.equal(valueAt(now, trace, "cell_state", 3, 0), null);
  assert.equal(valueAt(now, trace, "update_gate", 0, 0), null);
  assert.equal(digitsAt(now, trace, "update_gate", 0, 0), "–");
});

test("units go by number, by their value here from the largest, or as an order lists them, the others after", () => {
  const value = (unit) => valueAt(now, now.traces[0], "forget_gate", unit, 2);
  const byValue = unitOrder(now, { order: "value here", gate: "forget_gate", sortedAt: 2 });
  assert.deepEqual(byValue.toSorted(), [0, 1, 2]);
  assert.ok(value(byValue[0]) > value(byValue[1]) && value(byValue[1]) > value(byValue[2]));
  assert.deepEqual(unitOrder(now, { order: "number", gate: "cell_state" }), [0, 1, 2]);
  assert.deepEqual(unitOrder(now, { order: "variance", gate: "cell_state" }), [2, 0, 1]);
  assert.deepEqual(unitOrder(now, { order: "variance", gate: "forget_gate" }), [0, 1, 2]);
});

test("a place is told by trace, token, gate, unit and value", () => {
  const value = digits[1].forget_gate[3][2];
  assert.equal(sentenceAt(now, now.traces[1], "forget_gate", 2, 3), `two, token 4 of 4, “film”: forget gate f, unit 2: ${value}`);
});

test("each moment has its own values and the same texts", () => {
  const [before] = readModels(data);
  assert.deepEqual(before.traces[0].tokens, now.traces[0].tokens);
  assert.notEqual(digitsAt(before, before.traces[0], "forget_gate", 0, 0), digits[0].forget_gate[0][0]);
});
