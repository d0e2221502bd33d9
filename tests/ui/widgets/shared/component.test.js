import assert from "node:assert/strict";
import test from "node:test";

import { component } from "../../../../seqviz/ui/widgets/shared/component.js";

/** A component whose objects remember what they are given, and all that were made. */
function listed() {
  const made = [];
  const show = component((root, before) => {
    const object = { root, before, seen: [], update: (data) => object.seen.push(data), close: () => { object.closed = true; } };
    made.push(object);
    return object;
  });
  return { made, show };
}

test("one place keeps its object through new data, another place has its own", () => {
  const { made, show } = listed();
  const [here, there] = [{}, {}];
  show({ data: 1, parentElement: here });
  show({ data: 2, parentElement: here });
  show({ data: 3, parentElement: there });
  assert.deepEqual(made.map(({ root, seen }) => [root === here, seen]), [[true, [1, 2]], [false, [3]]]);
});

test("only the last call's cleaning up closes the object", () => {
  const { made, show } = listed();
  const place = {};
  const first = show({ data: 1, parentElement: place });
  const second = show({ data: 2, parentElement: place });
  first();
  assert.equal(made[0].closed, undefined);
  second();
  assert.equal(made[0].closed, true);
});

test("after it was closed a place has a new object, which is told of the one before", () => {
  const { made, show } = listed();
  const place = {};
  show({ data: 1, parentElement: place })();
  show({ data: 2, parentElement: place });
  assert.deepEqual(made.map(({ seen }) => seen), [[1], [2]]);
  assert.equal(made[1].before, made[0]);
});
