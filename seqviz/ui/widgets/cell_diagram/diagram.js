// The conductor: holds the token, the unit and the depth; draws them; tells Python when a hand lets go.

import { element } from "../shared/elements.js";
import { Depth } from "./depth.js";
import { Drawing } from "./drawing.js";
import { listen } from "./hands.js";
import { Layer } from "./numbers.js";

const READING_PACE = 700; // milliseconds a token
const SLOW_PACE = 1600; // milliseconds a step inside the cell

export class Diagram {
  constructor(root) {
    this.root = root;
    this.view = { token: 0, unit: 0, gate: null, which: 0 };
    this.sub = -1;
    this.find = (selector) => root.querySelector(selector);
    this.ending = new AbortController();
    listen(this);
  }

  update(data, setStateValue) {
    this.setStateValue = setStateValue;
    if (data !== this.data) {
      this.data = data;
      this.layer = new Layer(data);
      const command = JSON.stringify(data.command);
      if (command !== this.command) Object.assign(this.view, data.command.view);
      this.command = command;
      this.settle();
      this.buildTokens();
    }
    this.dress();
    this.show();
  }

  get reading() {
    return this.layer.readings[this.view.which];
  }

  settle() {
    const { layer, view } = this;
    if (layer.readings.length !== this.numReadings) view.which = layer.readings.length - 1; // surgery shows itself
    this.numReadings = layer.readings.length;
    view.token = Math.max(0, Math.min(this.reading.tokens.length - 1, view.token));
    view.unit = Math.max(0, Math.min(layer.units - 1, view.unit));
    if (view.gate && !layer.blocks.includes(view.gate)) view.gate = null;
    this.find(".cell").setAttribute("aria-label", this.data.label);
    this.find(".unit input").max = layer.units - 1;
    this.find(".which").hidden = layer.readings.length < 2;
    this.find(".which select").replaceChildren(...layer.readings.map(({ title }, k) => element("option", { value: k }, title)));
  }

  dress() {
    const style = getComputedStyle(this.find(".cell"));
    const variable = (name) => style.getPropertyValue(name).trim();
    this.look = { ...this.data.look, ground: variable("--st-background-color"), text: variable("--st-text-color"), font: variable("--st-font") };
    const open = (gate) => this.open(gate);
    this.drawing = new Drawing(this.find(".stage"), this.layer.cell, this.look, open);
    this.depth = new Depth(this.root, this.look, { open, unit: (unit) => this.move({ unit }, true) });
  }

  buildTokens() {
    const chips = this.reading.tokens.map((token, k) => {
      const chip = element("button", { type: "button", tabindex: "-1" }, token);
      chip.onclick = () => this.move({ token: k }, true);
      return chip;
    });
    this.find(".tokens").replaceChildren(...chips);
  }

  /** Take a hand's wish, within bounds. */
  move(wish, isDone = false) {
    const { reading, layer, view } = this;
    const other = wish.which !== undefined && wish.which !== view.which;
    Object.assign(view, wish);
    view.token = Math.max(0, Math.min(reading.tokens.length - 1, view.token));
    view.unit = Math.max(0, Math.min(layer.units - 1, view.unit || 0));
    if (other) this.buildTokens();
    if (wish.token !== undefined) this.sub = -1;
    this.show();
    if (isDone) this.commit();
  }

  open(gate) {
    this.view.gate = gate;
    this.show();
    this.commit();
  }

  /** The next step inside the cell; after the last one the next token begins. */
  stepInside() {
    if (this.sub + 1 < this.drawing.plan.steps.length) this.sub += 1;
    else if (this.readOn()) this.sub = 0;
    else return false;
    this.show();
    return true;
  }

  /** Go to the token read next, from right to left where the layer does so; say whether there was one. */
  readOn() {
    const token = this.layer.after(this.reading, this.view.token);
    if (token !== null) this.move({ token });
    return token !== null;
  }

  run(pace, advance, button) {
    const starting = this.running !== button;
    this.halt();
    if (!starting) return this.commit();
    this.running = button;
    this.find(button).setAttribute("aria-pressed", "true");
    this.find(button).textContent = "Pause";
    this.timer = setInterval(() => advance() === false && this.run(0, null, button), pace);
    return advance();
  }

  halt() {
    clearInterval(this.timer);
    this.running = null;
    for (const [selector, text] of [[".play", "Play"], [".slow", "Slow motion"]]) {
      this.find(selector).setAttribute("aria-pressed", "false");
      this.find(selector).textContent = text;
    }
  }

  play() {
    this.run(READING_PACE, () => this.readOn(), ".play");
  }

  slow() {
    this.run(SLOW_PACE, () => this.stepInside(), ".slow");
  }

  show() {
    const { view, layer, reading } = this;
    const values = layer.moment(reading, view.token, view.unit);
    const vector = Array.from(reading.inputs.subarray(view.token * layer.inputSize, (view.token + 1) * layer.inputSize));
    const step = this.drawing.plan.steps[this.sub];
    this.drawing.show(values, vector, step);
    const chips = this.find(".tokens").children;
    this.find(".tokens [aria-current]")?.removeAttribute("aria-current");
    chips[view.token]?.setAttribute("aria-current", "true");
    this.find(".unit input").value = view.unit;
    this.find(".which select").value = view.which;
    this.speak(values, step);
    this.depth.show(layer, reading, view);
  }

  speak(values, step) {
    const { view, reading } = this;
    const { steps } = this.drawing.plan;
    const place = `“${reading.tokens[view.token]}”, unit ${view.unit}`;
    const said = step ? `${this.sub + 1} of ${steps.length} · ${step.name}. ${step.says(values)}` : `${place}: ${steps[steps.length - 1].says(values)}`;
    this.find(".says").textContent = said;
    const stage = this.find(".stage");
    stage.setAttribute("aria-label", `${this.data.label}: token`);
    stage.setAttribute("aria-valuemax", reading.tokens.length);
    stage.setAttribute("aria-valuenow", view.token + 1);
    stage.setAttribute("aria-valuetext", `token ${view.token + 1} of ${reading.tokens.length}, ${place}: ${said}`);
  }

  commit() {
    const { token, unit, gate, which } = this.view;
    const report = { token, unit, gate, which, answers: this.data.command };
    const words = JSON.stringify(report);
    if (words === this.reported) return;
    this.reported = words;
    this.setStateValue("view", report);
  }

  close() {
    this.closed = true;
    this.halt();
    this.ending.abort();
  }
}
