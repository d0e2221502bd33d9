import assert from "node:assert/strict";
import test from "node:test";

import { Layer } from "../../../../seqviz/ui/widgets/cell_diagram/numbers.js";
import { given } from "../given.js";

const READINGS = given("readings.json");
const KEYS = { hidden_state: "h", cell_state: "c" };

function isNear(found, wanted, bound, what) {
  assert.ok(Math.abs(found - wanted) <= bound, `${what}: ${found}, but torch has ${wanted}`);
}

for (const { name, data, gates } of READINGS) {
  test(`the drawing's equations give torch's gates: ${name}`, () => {
    const layer = new Layer(data);
    const [reading] = layer.readings;
    reading.tokens.forEach((_, token) => {
      for (let unit = 0; unit < layer.units; unit++) {
        const found = layer.moment(reading, token, unit);
        for (const [gate, values] of Object.entries(gates)) {
          const key = KEYS[gate] ?? gate;
          isNear(found[key], values[token][unit], 1e-7, key);
          isNear(found.computed[key], values[token][unit], 2e-6, key);
        }
      }
    });
  });
}

test("torch has read every drawn cell in both directions, with and without a reset", () => {
  const cells = Map.groupBy(READINGS, ({ name }) => name.split(",")[0]);
  assert.ok(cells.has("lstm") && cells.has("gru") && cells.has("peephole"), [...cells.keys()].join());
  for (const found of cells.values()) assert.equal(found.length, 6);
});

test("a gate sees the cell state of its own unit through its peephole, the output gate the new one", () => {
  const { data, gates } = READINGS.find(({ name }) => name.startsWith("peephole, layer 0, forward"));
  const layer = new Layer(data);
  const [reading] = layer.readings;
  const [, now] = gates.cell_state;
  const seen = (gate) => layer.peephole(reading, gate, 1, 2);
  isNear(seen("forget_gate").value, gates.cell_state[0][2], 1e-7, "c before");
  isNear(seen("output_gate").value, now[2], 1e-7, "c");
  assert.deepEqual([seen("forget_gate").letter, seen("output_gate").letter, seen("candidate")], ["c₋₁", "c", null]);
  const { [`output_gate_seen`]: product } = layer.moment(reading, 1, 2);
  isNear(product, seen("output_gate").weight * now[2], 1e-7, "p·c");
});

test("reading on follows the layer's own direction", () => {
  const reading = { tokens: ["a", "b", "c"] };
  for (const [isReverse, read] of [[false, [0, 1, 2, null]], [true, [2, 1, 0, null]]]) {
    const { data } = READINGS.find((found) => found.data.reverse === isReverse);
    const layer = new Layer(data);
    assert.deepEqual(read.slice(0, 3).map((token) => layer.after(reading, token)), read.slice(1));
  }
});
