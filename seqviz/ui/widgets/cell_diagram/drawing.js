// The drawing: one SVG a cell, built once; a step changes numbers and faintness only.

import { SVG, svgElement } from "../shared/elements.js";
import { saveSvg } from "../shared/saving.js";
import { planOf } from "./plans.js";
import { isHeld, shown } from "./written.js";

const BARS = 48; // of the token's vector that are drawn

export class Drawing {
  constructor(stage, cell, look, open) {
    this.plan = planOf(cell);
    this.look = look;
    this.numbers = [];
    this.parts = [];
    this.svg = svgElement("svg", { viewBox: `0 0 1000 ${this.plan.height}`, xmlns: SVG, "aria-hidden": "true",
      "font-family": look.font, color: look.text, "font-size": 15 });
    for (const each of this.plan.wires) this.addWire(each);
    for (const each of this.plan.nodes) this.addNode(each, open);
    for (const each of this.plan.wires) if (each.label) this.addNumber(each);
    this.addVector();
    stage.replaceChildren(this.svg);
  }

  colour(gate) {
    return this.look.gates[gate] ?? this.look.text;
  }

  keep(element, mark) {
    this.parts.push([element, mark]);
    this.svg.append(element);
  }

  addWire({ key, gate, points }) {
    const line = svgElement("polyline", { points: points.map((p) => p.join(",")).join(" "), fill: "none",
      stroke: this.colour(gate), "stroke-width": 2.5, "stroke-linejoin": "round" });
    this.keep(line, { key, gate });
    const [[x0, y0], [x, y]] = points.slice(-2);
    const turn = (Math.atan2(y - y0, x - x0) * 180) / Math.PI;
    if (key) this.keep(svgElement("path", { d: "M0,0 L-9,-5 L-9,5 Z", fill: this.colour(gate), transform: `translate(${x},${y}) rotate(${turn})` }), { key, gate });
  }

  addNode({ kind, id, gate, x, y, text, anchor }, open) {
    const middle = { "text-anchor": "middle", "dominant-baseline": "central", fill: "currentColor" };
    if (kind === "port") return this.svg.append(svgElement("text", { x, y, "text-anchor": anchor, fill: "currentColor", "font-style": "italic" }, text));
    if (kind === "dot") return this.keep(svgElement("circle", { cx: x, cy: y, r: 5, fill: this.colour(gate) }), { key: null, gate });
    const group = svgElement("g", {});
    if (kind === "op") {
      group.append(svgElement("circle", { cx: x, cy: y, r: text.length > 2 ? 22 : 16, fill: this.look.ground, stroke: "currentColor", "stroke-width": 1.5 }));
      group.append(svgElement("text", { x, y, ...middle, "font-size": text.length > 2 ? 14 : 18 }, text));
    } else {
      group.setAttribute("class", "box");
      group.append(svgElement("rect", { x: x - 42, y: y - 28, width: 84, height: 56, rx: 8, fill: this.look.ground, stroke: this.colour(gate), "stroke-width": 3 }));
      group.append(svgElement("text", { x, y: y - 9, ...middle, "font-size": 12 }, this.look.names[gate].replace(/ \(.*/, "")));
      group.append(svgElement("text", { x, y: y + 11, ...middle, "font-size": 17 }, text));
      group.addEventListener("click", () => open(gate));
    }
    this.keep(group, kind === "op" ? { op: id } : { box: gate });
    return undefined;
  }

  addNumber({ key, gate, label: [x, y] }) {
    const group = svgElement("g", {});
    const frame = svgElement("rect", { x: x - 36, y: y - 12, width: 72, height: 24, rx: 12, fill: this.look.ground, stroke: this.colour(gate) });
    group.append(frame);
    const text = svgElement("text", { x, y, "text-anchor": "middle", "dominant-baseline": "central", fill: "currentColor", "font-size": 14 });
    group.append(text);
    this.keep(group, { key, gate });
    this.numbers.push([text, frame, key]);
  }

  addVector() {
    const [x, y] = this.plan.vector;
    this.bars = Array.from({ length: BARS }, (_, k) => svgElement("rect", { x: x + 7 * k, y, width: 6, height: 0 }));
    this.caption = svgElement("text", { x: x + 7 * BARS + 12, y: y + 5, fill: "currentColor", "font-size": 13 });
    this.svg.append(...this.bars, this.caption);
  }

  /** Write the numbers of a moment, held ones in a thick frame, and make faint what a step inside does not touch. */
  show(values, vector, step) {
    for (const [text, frame, key] of this.numbers) {
      text.textContent = shown(values[key]);
      frame.setAttribute("stroke-width", isHeld(values, key) ? 4 : 1);
    }
    const faint = (mark) => step && !(step.keys.includes(mark.key) || step.boxes?.includes(mark.box) || step.ops?.includes(mark.op) ||
      (mark.key === null && step.parts?.includes(mark.gate)));
    for (const [element, mark] of this.parts) element.classList.toggle("faint", Boolean(faint(mark)));
    this.showVector(vector);
  }

  showVector(vector) {
    const strongest = Math.max(1e-9, ...vector.map(Math.abs));
    this.bars.forEach((bar, k) => {
      const tall = k < vector.length ? (18 * Math.abs(vector[k])) / strongest : 0;
      bar.setAttribute("height", tall);
      bar.setAttribute("y", this.plan.vector[1] - (vector[k] > 0 ? tall : 0));
      bar.setAttribute("fill", vector[k] > 0 ? this.look.positive : this.look.negative);
    });
    const drawn = Math.min(BARS, vector.length);
    this.caption.textContent = drawn < vector.length ? `the first ${drawn} of ${vector.length} numbers` : `${drawn} numbers`;
    this.caption.setAttribute("x", this.plan.vector[0] + 7 * drawn + 12);
  }

  download() {
    saveSvg(this.svg, "seqviz-cell.svg");
  }
}
