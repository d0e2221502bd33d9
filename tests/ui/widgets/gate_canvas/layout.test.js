import assert from "node:assert/strict";
import test from "node:test";

import { columnAt, hit, layOut, windowAround } from "../../../../seqviz/ui/widgets/gate_canvas/layout.js";

const GATES = ["forget_gate", "input_gate", "output_gate", "cell_state"].map((name) => ({ name }));

function model(numTokens, numUnits, numTraces = 1) {
  const tokens = Array.from({ length: numTokens }, (_, k) => `word${k}`);
  const values = new Map(GATES.map(({ name }) => [name, {}]));
  const traces = Array.from({ length: numTraces }, () => ({ tokens, values, units: numUnits, prediction: tokens.map(() => 0.5) }));
  return { columns: numTokens, units: numUnits, gates: GATES, traces };
}

const VIEW = { gate: "cell_state", all: false, first: 0 };

function overlap(a, b, columnWidth, shown) {
  const wide = columnWidth * shown;
  return a.x < b.x + wide && b.x < a.x + wide && a.top < b.top + b.height && b.top < a.top + a.height;
}

for (const width of [340, 700, 1200]) {
  for (const all of [false, true]) {
    test(`at ${width} pixels ${all ? "all gates" : "one gate"} of two traces fit in without overlap`, () => {
      const { panels, height, columnWidth, shown } = layOut(model(30, 16, 2), { ...VIEW, all }, width);
      assert.equal(panels.length, all ? 8 : 2);
      panels.forEach((panel, k) => {
        assert.ok(panel.x >= 0 && panel.x + columnWidth * shown <= width, `panel ${k} is ${panel.x} from the left`);
        assert.ok(panel.top + panel.height + panel.labels <= height);
        for (const other of panels.slice(k + 1)) assert.ok(!overlap(panel, other, columnWidth, shown));
      });
    });
  }
}

test("a long text is shown in a window, never beyond its end", () => {
  const places = layOut(model(1000, 8), { ...VIEW, first: 990 }, 800);
  assert.ok(places.shown <= 200 && places.shown < 1000);
  assert.equal(places.first, 1000 - places.shown);
});

test("a gate that a trace does not have takes no room below its title, and cannot be hit", () => {
  const some = model(5, 4);
  some.traces[0].values = new Map();
  const places = layOut(some, VIEW, 600);
  assert.deepEqual(places.panels.map(({ empty, height, labels }) => [empty, height, labels]), [[true, 0, 0]]);
  assert.equal(hit(places, [0, 1, 2, 3], 40, places.panels[0].top), null);
});

test("the middle of every drawn value is hit as its column and unit, in the order drawn", () => {
  const places = layOut(model(5, 4), VIEW, 600);
  const [panel] = places.panels;
  const order = [2, 0, 3, 1];
  order.forEach((unit, row) => {
    for (let column = 0; column < 5; column++) {
      const x = panel.x + (column + 0.5) * places.columnWidth, y = panel.top + (row + 0.5) * places.rowHeight;
      assert.deepEqual(hit(places, order, x, y), { panel, column, unit });
    }
  });
  const [x, y] = [panel.x + 2.5 * places.columnWidth, panel.top + 1];
  assert.equal(hit({ ...places, first: 40 }, order, x, y).column, 42); // in a window that begins further on
  assert.equal(hit(places, order, panel.x - 1, panel.top + 1), null);
  assert.equal(hit(places, order, panel.x + 1, panel.y + 1).unit, null); // a title has a column and no unit
});

test("dragging beyond the picture stays at its first or last column", () => {
  const places = { ...layOut(model(50, 4), VIEW, 300), first: 7 };
  const [panel] = places.panels;
  assert.equal(columnAt(places, panel, -100), 7);
  assert.equal(columnAt(places, panel, 9999), 7 + places.shown - 1);
  assert.equal(columnAt(places, panel, panel.x + 2.5 * places.columnWidth), 9);
});

test("a window moves only as far as the token needs", () => {
  assert.equal(windowAround(10, 12, 5, 100), 10);
  assert.equal(windowAround(10, 4, 5, 100), 4);
  assert.equal(windowAround(10, 20, 5, 100), 16);
  assert.equal(windowAround(10, 99, 5, 100), 95);
  assert.equal(windowAround(10, 3, 8, 8), 0);
});
