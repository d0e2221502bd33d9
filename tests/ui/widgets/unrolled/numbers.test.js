import assert from "node:assert/strict";
import test from "node:test";

import { shown, writtenOut } from "../../../../seqviz/ui/widgets/unrolled/numbers.js";

test("a number has so many decimals, a true minus, and no minus before nought", () => {
  assert.deepEqual([shown(-0.5), shown(-0.0001), shown(1.23456, 4)], ["−0.500", "0.000", "1.2346"]);
});

/** A written number in steps of 1e-8, exactly. */
function exact(text) {
  return BigInt(Math.round(Number(text.replace("−", "-")) * 1e8));
}

test("written terms add up to the written sum, and the state of that sum is the written state", () => {
  const activations = { tanh: Math.tanh, relu: (x) => Math.max(0, x) };
  for (const [name, activation] of Object.entries(activations)) {
    for (let k = -60; k <= 60; k++) {
      const fromInput = 1.7 * Math.sin(k), past = 0.9 * Math.cos(3 * k) + 0.000049;
      const [first, second, sum, state] = writtenOut(fromInput, past, activation(fromInput + past), name);
      assert.equal(exact(first) + exact(second), exact(sum), `${first} + ${second} = ${sum}`);
      assert.equal(shown(activation(Number(sum.replace("−", "-")))), state);
      assert.equal(state, shown(activation(fromInput + past)));
    }
  }
});

test("three decimals are enough where they add up, and more are written only where they do not", () => {
  assert.deepEqual(writtenOut(0.25, 0.5, Math.tanh(0.75), "tanh"), ["0.250", "0.500", "0.750", "0.635"]);
  const [first] = writtenOut(0.0004, 0.0004, 0.0008, "relu"); // 0.000 and 0.000 would make 0.000, not 0.001
  assert.equal(first, "0.0004");
});
