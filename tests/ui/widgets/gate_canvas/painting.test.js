import assert from "node:assert/strict";
import test from "node:test";

import { layOut } from "../../../../seqviz/ui/widgets/gate_canvas/layout.js";
import { readModels } from "../../../../seqviz/ui/widgets/gate_canvas/numbers.js";
import { paint, paintCursor } from "../../../../seqviz/ui/widgets/gate_canvas/painting.js";
import { given } from "../given.js";

const [, MODEL] = readModels(given("traces.json").data);
const THEME = { ground: "#ffffff", text: "#111111", accent: "#00f000", line: "#888888", gates: {} };

/** A pen that remembers its strokes as [kind, …]. */
function recorder() {
  const strokes = [];
  const keep = (kind) => (...stroke) => strokes.push([kind, ...stroke]);
  return { strokes, rect: keep("rect"), line: keep("line"), text: keep("text"), image: keep("image") };
}

function scene(view) {
  const places = layOut(MODEL, { gate: "cell_state", all: false, first: 0, ...view }, 900);
  const heats = new Map(places.panels.map((panel) => [panel, { height: MODEL.units }]));
  const order = [0, 1, 2];
  return { model: MODEL, view: { gate: "cell_state", token: 2, unit: 1, pins: [], ...view }, places, theme: THEME, order, heats, bars: {} };
}

test("each trace has its title, the ends of its scale, and the words below the last one", () => {
  const pen = recorder();
  paint(pen, scene({}));
  const words = pen.strokes.filter(([kind]) => kind === "text").map(([, text]) => text);
  const { bound } = MODEL.traces[0].values.get("cell_state");
  for (const text of ["one · cell state c", "two · cell state c", `−${bound}`, `+${bound}`]) assert.ok(words.includes(text), text);
  assert.equal(words.filter((text) => text === "good").length, 1); // all traces hold the same words
});

test("a trace whose cell has no such gate says so, and has no picture", () => {
  const pen = recorder();
  const without = { ...MODEL, traces: [{ ...MODEL.traces[0], values: new Map() }] };
  const places = layOut(without, { gate: "cell_state", all: false, first: 0 }, 900);
  paint(pen, { ...scene({}), model: without, places });
  assert.ok(pen.strokes.some(([, text]) => text === "one: its cell has no cell state c"));
  assert.ok(!pen.strokes.some(([kind]) => kind === "image"));
});

test("the cursor frames the token and each pin, in every trace, where they are drawn", () => {
  const pen = recorder();
  const shown = scene({ pins: [0] });
  paintCursor(pen, shown);
  const frames = (wanted) => pen.strokes.filter(([kind, , , , , look]) => kind === "rect" && wanted(look)).map(([, x]) => x);
  const { panels, columnWidth } = shown.places;
  assert.deepEqual(frames((look) => look.stroke === THEME.accent), panels.map(({ x }) => x + 2 * columnWidth - 1));
  assert.deepEqual(frames((look) => look.dash), panels.map(({ x }) => x));
});
