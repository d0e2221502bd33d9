import assert from "node:assert/strict";
import test from "node:test";

import { columnWithin, ordersOf, pinned, settled, unitBelow, unitWithin } from "../../../../seqviz/ui/widgets/gate_canvas/view.js";

const MODEL = { columns: 5, units: 3, gates: [{ name: "forget_gate" }, { name: "hidden_state" }], orders: [{ label: "variance" }] };

test("a view of another text or net is brought within bounds, and what is in bounds stays", () => {
  const view = { gate: "update_gate", token: 99, unit: 99, pins: [1, 7, 4], order: "nonsense", first: 2 };
  const wanted = { gate: "hidden_state", token: 4, unit: 2, pins: [1, 4], order: "number", first: 2 };
  assert.deepEqual(settled(view, MODEL), wanted);
  assert.deepEqual(settled({ ...wanted, order: "variance" }, MODEL), { ...wanted, order: "variance" });
});

test("units can be sorted by number, by each order given, and by their value here", () => {
  assert.deepEqual(ordersOf(MODEL), ["number", "variance", "value here"]);
});

test("a column or a unit beyond the last is the last", () => {
  assert.deepEqual([-1, 2, 5].map((token) => columnWithin(MODEL, token)), [0, 2, 4]);
  assert.deepEqual([-4, 1.4, 1.6, 50].map((unit) => unitWithin(MODEL, unit)), [0, 1, 2, 2]);
});

test("a step down goes to the unit drawn below", () => {
  assert.deepEqual([unitBelow([2, 0, 1], 2, 1), unitBelow([2, 0, 1], 0, -1), unitBelow([2, 0, 1], 1, 1)], [0, 2, 1]);
});

test("a pin is set and taken off, and a fifth drops the oldest", () => {
  assert.deepEqual(pinned([3, 1], 2), [3, 1, 2]);
  assert.deepEqual(pinned([3, 1], 3), [1]);
  assert.deepEqual(pinned([1, 2, 3, 4], 0), [2, 3, 4, 0]);
});
