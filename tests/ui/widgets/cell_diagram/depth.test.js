import assert from "node:assert/strict";
import test from "node:test";

import { equation } from "../../../../seqviz/ui/widgets/cell_diagram/depth.js";
import { Layer } from "../../../../seqviz/ui/widgets/cell_diagram/numbers.js";
import { given } from "../given.js";

for (const { name, data, gates } of given("readings.json")) {
  test(`the written parts give the written sum, and that torch's gate: ${name}`, () => {
    const layer = new Layer(data);
    const [reading] = layer.readings;
    for (const gate of layer.blocks) {
      const isReset = layer.equations.resets === gate;
      const parts = layer.parts(reading, gate, 1, 0);
      const text = equation(parts, layer.moment(reading, 1, 0), gate, isReset);
      const written = text.match(/−?\d+\.\d{4}/g).map((number) => Number(number.replace("−", "-")));
      const [Wx, b, reset, Uh, bh] = isReset ? written : [...written.slice(0, 2), 1, ...written.slice(2)];
      const [p, c] = parts.peephole ? written.slice(4, 6) : [0, 0];
      const [sum, , value] = written.slice(-3);
      assert.ok(Math.abs(Wx + b + reset * (Uh + bh) + p * c - sum) < 5e-4, text);
      const squashed = gate.endsWith("_gate") ? 1 / (1 + Math.exp(-sum)) : Math.tanh(sum);
      assert.ok(Math.abs(squashed - value) < 2e-4, text);
      assert.ok(Math.abs(value - gates[gate][1][0]) < 1e-4, text);
    }
  });
}

test("a reset sum names the reset gate, another does not", () => {
  const values = { candidate_sum: 2.5, reset_gate: 0.5, candidate: Math.tanh(2.5), computed: {} };
  const parts = { Wx: 0.5, Uh: 3, b: 0.25, bh: 0.5 };
  const written = "W·x + b = 0.5000 + 0.2500;  r·(U·h + b′) = 0.5000 · (3.0000 + 0.5000);  sum 2.5000;  tanh(2.5000) = 0.9866";
  assert.equal(equation(parts, values, "candidate", true), written);
  assert.match(equation(parts, values, "candidate", false), /;  U·h \+ b′ = 3\.0000 \+ 0\.5000;/);
});
