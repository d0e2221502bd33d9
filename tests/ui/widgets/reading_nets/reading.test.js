import assert from "node:assert/strict";
import test from "node:test";

import { hasRead, largest, spoken, wordsRead } from "../../../../seqviz/ui/widgets/reading_nets/reading.js";

test("a forward state has read what stands before it, a reverse one what stands after it, both the word itself", () => {
  const places = [0, 1, 2, 3];
  assert.deepEqual(places.map((place) => hasRead("forward", place, 2)), [true, true, true, false]);
  assert.deepEqual(places.map((place) => hasRead("reverse", place, 2)), [false, false, true, true]);
  for (const position of places) {
    assert.equal(wordsRead(["forward"], 4, position).filter(Boolean).length, position + 1);
    assert.deepEqual(wordsRead(["forward", "reverse"], 4, position), [true, true, true, true]);
  }
});

test("the likeliest is the first of the largest", () => {
  assert.equal(largest([0.2, 0.5, 0.3]), 1);
  assert.equal(largest([0.5, 0.5]), 0);
});

test("what is said of a position names what each net has read, what it has not, and its answer", () => {
  const states = { forward: [[0], [0], [0]] };
  const answers = [[1, 0], [0.25, 0.75], [1, 0]];
  const data = { tokens: ["teddy", "bears", "!"], labels: ["other", "toy"],
    nets: [{ title: "forward", states, answers }, { title: "both directions", states: { ...states, reverse: [[0], [0], [0]] }, answers }] };
  assert.equal(spoken(data, 1), "Position 2, “bears”. Forward: the forward state has read words 1 to 2, not “!”; its answer: " +
    "other 0.250, toy 0.750. Both directions: the forward state has read words 1 to 2, the reverse state has read words 2 to 3; " +
    "its answer: other 0.250, toy 0.750.");
});
