import assert from "node:assert/strict";
import test from "node:test";

import { Layer } from "../../../../seqviz/ui/widgets/cell_diagram/numbers.js";
import { PLANS, planOf } from "../../../../seqviz/ui/widgets/cell_diagram/plans.js";
import { given } from "../given.js";

const READ = given("readings.json").filter(({ name, data }) => name.startsWith(`${data.cell},`)); // by its own plan
const LAYERS = new Map(READ.map(({ data }) => [data.cell, new Layer(data)]));

test("there is a plan for each cell that torch has read", () => {
  assert.deepEqual(Object.keys(PLANS).sort(), [...LAYERS.keys()].sort());
});

for (const [cell, plan] of Object.entries(PLANS)) {
  const layer = LAYERS.get(cell);
  const values = layer.moment(layer.readings[0], 1, 0);

  test(`${cell}: every wire that shows a number carries one, and every gate has its box`, () => {
    const keys = plan.wires.filter(({ key }) => key !== null).map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
    for (const key of keys) assert.ok(Number.isFinite(values[key]), key);
    const boxes = plan.nodes.filter(({ kind }) => kind === "box").map(({ gate }) => gate);
    assert.deepEqual(boxes.sort(), layer.blocks.toSorted());
  });

  test(`${cell}: each step lights up wires, boxes and operations that are there, and all are lit in the end`, () => {
    const there = (kind, name) => plan.nodes.filter((node) => node.kind === kind).map((node) => node[name]);
    const known = { keys: plan.wires.map(({ key }) => key), boxes: there("box", "gate"), ops: there("op", "id") };
    for (const [what, names] of Object.entries(known)) {
      const lit = plan.steps.flatMap((step) => step[what] ?? []).filter((name) => name !== "x"); // x has no number
      assert.deepEqual(lit.filter((name) => !names.includes(name)), [], what);
      assert.deepEqual(names.filter((name) => name !== null && !lit.includes(name)), [], what);
    }
  });

  test(`${cell}: everything stands within the drawing`, () => {
    const points = [...plan.wires.flatMap(({ points, label }) => [...points, ...(label ? [label] : [])]), ...plan.nodes.map(({ x, y }) => [x, y])];
    for (const [x, y] of points) assert.ok(x >= 0 && x <= 1000 && y >= 0 && y <= plan.height, `${x}, ${y}`);
  });

  test(`${cell}: the last step says the new state, as the equations give it`, () => {
    const said = plan.steps.at(-1).says(values);
    const written = said.match(/−?\d+\.\d{4}/g).map((text) => Number(text.replace("−", "-")));
    const result = written.pop();
    const [a, b, c = 0, d = 0] = written;
    assert.ok(Math.abs(a * b + c * d - result) < 2e-4, said);
    assert.ok(Math.abs(result - values.h) < 1e-4, said);
  });
}

test("a step says its gate's sum and value, and at what it is held", () => {
  const [, forget] = PLANS.lstm.steps;
  const values = { forget_gate_sum: 0, forget_gate: 0.5, computed: { forget_gate: 0.5 } };
  assert.equal(forget.says(values), "f = σ(0.0000) = 0.5000: so much of the memory is kept.");
  assert.match(forget.says({ ...values, forget_gate: 1 }), /^f = σ\(0\.0000\) = 0\.5000, but it is held at 1\.0000:/);
});

test("a cell whose plan is not known is refused", () => {
  assert.throws(() => planOf("transformer"), { message: /^The cell has to be one of lstm, gru.*, not “transformer”\.$/ });
});
