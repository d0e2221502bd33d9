import assert from "node:assert/strict";
import test from "node:test";

import { Layer, isHeld, outcome, shown } from "../../../../seqviz/ui/widgets/cell_diagram/numbers.js";
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

test("the nets that torch has read are of both cells, both directions, with and without a reset", () => {
  assert.equal(READINGS.length, 12);
});

test("reading on follows the layer's own direction", () => {
  const reading = { tokens: ["a", "b", "c"] };
  for (const [isReverse, read] of [[false, [0, 1, 2, null]], [true, [2, 1, 0, null]]]) {
    const { data } = READINGS.find((found) => found.data.reverse === isReverse);
    const layer = new Layer(data);
    assert.deepEqual(read.slice(0, 3).map((token) => layer.after(reading, token)), read.slice(1));
  }
});

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

test("a cell whose equations are not known is refused", () => {
  const data = { ...READINGS[0].data, cell: "peephole" };
  assert.throws(() => new Layer(data), { message: "The cell has to be one of lstm, gru, not “peephole”." });
});
