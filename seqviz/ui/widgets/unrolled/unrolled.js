// A plain recurrent net, folded (one neuron with a loop) and unrolled (a copy for each step), in step with a slider.
// data: {inputs: [str], outputs: [str], states: [[number]], fromInput: [[number]], U: [[number]], bias: [number],
//        V: [number], answer: str, activation: str, label: str, colour: str, positive: str, negative: str}

import { component } from "../shared/component.js";
import { SVG, svgElement } from "../shared/elements.js";
import { saveSvg } from "../shared/saving.js";
import { shown, writtenOut } from "./numbers.js";

const SHOWN = 6; // copies in sight
const PACE = 700; // milliseconds a step
const FOLDED = 120, FIRST = 330, APART = 122, MIDDLE = 190; // where the drawing's parts stand

const short = (text) => (text.length > 12 ? `${text.slice(0, 11)}…` : text);

class Unrolled {
  constructor(root) {
    this.root = root;
    this.step = 0;
    this.unit = 0;
    this.find = (selector) => root.querySelector(selector);
    this.ending = new AbortController();
    this.listen();
  }

  update(data) {
    const fresh = JSON.stringify([data.inputs, data.activation]);
    if (fresh !== this.seen) this.step = Math.min(data.start, data.inputs.length - 1);
    this.seen = fresh;
    this.data = data;
    this.unit = Math.min(this.unit, data.V.length - 1);
    this.find(".place").max = data.inputs.length;
    this.find(".unit").max = data.V.length - 1;
    this.find(".net").setAttribute("aria-label", data.label);
    const style = getComputedStyle(this.find(".net"));
    this.ground = style.getPropertyValue("--st-background-color").trim();
    this.ink = { color: style.getPropertyValue("--st-text-color").trim(), "font-family": style.getPropertyValue("--st-font").trim() };
    this.draw();
  }

  listen() {
    const on = (selector, name, react) => this.find(selector).addEventListener(name, react, { signal: this.ending.signal });
    on(".back", "click", () => this.go(this.step - 1));
    on(".on", "click", () => this.go(this.step + 1));
    on(".play", "click", () => this.play());
    on(".svg", "click", () => this.download());
    on(".place", "input", (event) => this.go(Number(event.target.value) - 1));
    on(".unit", "change", (event) => this.look(Math.round(Number(event.target.value))));
    on(".stage", "keydown", (event) => {
      const actions = { ArrowRight: () => this.go(this.step + 1), ArrowLeft: () => this.go(this.step - 1), Home: () => this.go(0),
        End: () => this.go(Infinity), ArrowUp: () => this.look(this.unit - 1), ArrowDown: () => this.look(this.unit + 1), " ": () => this.play() };
      if (!actions[event.key]) return;
      event.preventDefault();
      actions[event.key]();
    });
  }

  go(step) {
    this.step = Math.max(0, Math.min(this.data.inputs.length - 1, step));
    this.draw();
  }

  look(unit) {
    this.unit = Math.max(0, Math.min(this.data.V.length - 1, unit || 0));
    this.draw();
  }

  play() {
    const stop = this.timer || this.step === this.data.inputs.length - 1;
    clearInterval(this.timer);
    this.timer = stop ? 0 : setInterval(() => {
      this.go(this.step + 1);
      if (this.step === this.data.inputs.length - 1) this.play();
    }, PACE);
    this.find(".play").textContent = stop ? "Play" : "Pause";
    this.find(".play").setAttribute("aria-pressed", String(!stop));
  }

  download() {
    saveSvg(this.find(".stage svg"), "seqviz-unrolled.svg");
  }

  draw() {
    const svg = svgElement("svg", { viewBox: "0 0 1080 400", xmlns: SVG, "aria-hidden": "true", "font-size": 15, ...this.ink });
    const first = Math.max(0, Math.min(this.step - SHOWN + 1, this.data.inputs.length - SHOWN));
    this.drawFolded(svg);
    for (let k = 0; k < Math.min(SHOWN, this.data.inputs.length); k++) this.drawCopy(svg, first + k, FIRST + APART * k, k, first);
    this.find(".stage").replaceChildren(svg);
    this.find(".place").value = this.step + 1;
    this.find(".unit").value = this.unit;
    this.speak();
  }

  text(svg, x, y, text, more = {}) {
    svg.append(svgElement("text", { x, y, "text-anchor": "middle", fill: "currentColor", ...more }, text));
  }

  arrow(svg, x0, y0, x, y, faint) {
    const turn = (Math.atan2(y - y0, x - x0) * 180) / Math.PI;
    const look = { opacity: faint ? 0.25 : 1 };
    svg.append(svgElement("line", { x1: x0, y1: y0, x2: x, y2: y, stroke: "currentColor", "stroke-width": 1.5, ...look }));
    svg.append(svgElement("path", { d: "M0,0 L-8,-4 L-8,4 Z", fill: "currentColor", transform: `translate(${x},${y}) rotate(${turn})`, ...look }));
  }

  drawFolded(svg) {
    this.text(svg, FOLDED, 30, "folded", { "font-style": "italic" });
    this.text(svg, FIRST + APART * 2.5, 30, "unrolled: the same weights at every step", { "font-style": "italic" });
    svg.append(svgElement("path", { d: `M ${FOLDED + 48} ${MIDDLE - 20} C ${FOLDED + 110} ${MIDDLE - 90}, ${FOLDED + 110} ${MIDDLE + 90}, ${FOLDED + 50} ${MIDDLE + 20}`,
      fill: "none", stroke: "currentColor", "stroke-width": 1.5 }));
    this.text(svg, FOLDED + 112, MIDDLE + 5, "U");
    this.drawBox(svg, FOLDED, this.step, false);
    this.drawEnds(svg, FOLDED, this.step, false);
    this.text(svg, FOLDED - 14, MIDDLE + 82, "W");
    this.text(svg, FOLDED - 14, MIDDLE - 72, "V");
    svg.append(svgElement("line", { x1: 255, y1: 20, x2: 255, y2: 380, stroke: "currentColor", opacity: 0.2 }));
  }

  drawCopy(svg, step, x, k, first) {
    const faint = step > this.step;
    if (k || first) this.arrow(svg, x - APART + (k ? 48 : 72), MIDDLE, x - 48, MIDDLE, faint);
    this.drawBox(svg, x, step, faint);
    this.drawEnds(svg, x, step, faint);
  }

  /** The units of the state as bars, upward and blue above 0. */
  drawBox(svg, x, step, faint) {
    const state = this.data.states[step], opacity = faint ? 0.25 : 1;
    const edge = step === this.step ? 3.5 : 1.5;
    svg.append(svgElement("rect", { x: x - 48, y: MIDDLE - 48, width: 96, height: 96, rx: 10, fill: this.ground, stroke: this.data.colour, "stroke-width": edge, opacity }));
    const strongest = Math.max(1, ...this.data.states.flat().map(Math.abs).filter(Number.isFinite));
    const wide = 84 / state.length;
    state.forEach((value, unit) => {
      const tall = (40 * Math.abs(value)) / strongest;
      svg.append(svgElement("rect", { x: x - 42 + unit * wide, y: MIDDLE - (value > 0 ? tall : 0), width: Math.max(1, wide - 1), height: Math.max(0.5, tall), opacity,
        fill: value > 0 ? this.data.positive : this.data.negative, stroke: unit === this.unit ? "currentColor" : "none" }));
    });
  }

  drawEnds(svg, x, step, faint) {
    const opacity = faint ? 0.25 : 1;
    this.arrow(svg, x, MIDDLE + 108, x, MIDDLE + 50, faint);
    this.arrow(svg, x, MIDDLE - 50, x, MIDDLE - 104, faint);
    this.text(svg, x, MIDDLE + 130, short(this.data.inputs[step]), { opacity, "font-weight": step === this.step ? 600 : 400 });
    this.text(svg, x, MIDDLE - 114, this.data.outputs[step], { opacity });
    this.text(svg, x, MIDDLE + 152, `h ${shown(this.data.states[step][this.unit])}`, { opacity, "font-size": 13 });
  }

  speak() {
    const { inputs, outputs, states, fromInput, U, bias, activation, answer } = this.data;
    const { step, unit } = this;
    const before = step ? states[step - 1] : states[0].map(() => 0);
    const past = U[unit].reduce((sum, weight, k) => sum + weight * before[k], bias[unit]);
    const [first, second, sum, state] = writtenOut(fromInput[step][unit], past, states[step][unit], activation);
    const said = `Step ${step + 1}, “${inputs[step]}”, unit ${unit}: W·x + b = ${first}, U·h₋₁ + b′ = ${second}; ` +
      `h = ${activation}(${sum}) = ${state}. The answer from all units, ${answer}: ${outputs[step]}.`;
    this.find(".says").textContent = said;
    const stage = this.find(".stage");
    stage.setAttribute("aria-label", `${this.data.label}: step`);
    stage.setAttribute("aria-valuemax", inputs.length);
    stage.setAttribute("aria-valuenow", step + 1);
    stage.setAttribute("aria-valuetext", said);
  }

  close() {
    this.closed = true;
    clearInterval(this.timer);
    this.ending.abort();
  }
}

export default component((root) => new Unrolled(root));
