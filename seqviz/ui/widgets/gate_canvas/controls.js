// What is chosen beside the picture: gate, order, unit and moment; and what a screen reader hears of it all.

import { element } from "../shared/elements.js";
import { sentenceAt } from "./numbers.js";
import { write } from "./readout.js";
import { ordersOf } from "./view.js";

function chip(group, value, label, hasSwatch) {
  const swatch = hasSwatch ? [element("i", { class: "swatch", "data-gate": value })] : [];
  return element("label", { class: "chip" }, element("input", { type: "radio", name: group, value }), ...swatch, label);
}

export class Controls {
  constructor(root) {
    this.root = root;
    this.find = (selector) => root.querySelector(selector);
    this.stage = this.find(".stage");
  }

  /** Offer what a model and its data have. */
  build(model, data) {
    const group = `gate-${Math.random()}`;
    const gates = model.gates.map(({ name, label }) => chip(group, name, label, true));
    const legend = this.find(".gates legend");
    this.find(".gates").replaceChildren(legend, chip(group, "all", "all", false), ...gates);
    this.find(".order").replaceChildren(...ordersOf(model).map((label) => element("option", { value: label }, label)));
    this.find(".inspector").setAttribute("aria-label", data.label);
    write(this.find(".alternative"), data.alt);
    this.stage.setAttribute("aria-label", `${data.label}: token`);
    this.stage.setAttribute("aria-valuemax", model.columns);
    this.find(".numbers").setAttribute("aria-label", "The numbers at the token and at the pins");
    this.find(".unit").max = model.units - 1;
  }

  /** Show which gate, order and moment of training are chosen. */
  showChoices(view, theme, moments) {
    const chosen = view.all ? "all" : view.gate;
    for (const radio of this.root.querySelectorAll(".gates input")) radio.checked = radio.value === chosen;
    for (const swatch of this.root.querySelectorAll(".swatch")) swatch.style.background = theme.gates[swatch.dataset.gate];
    this.find(".order").value = view.order;
    this.find(".moments").hidden = moments.length < 2;
    this.find(".moment").max = moments.length - 1;
    this.find(".moment").value = view.moment;
    this.find(".moment").setAttribute("aria-valuetext", moments[view.moment].label);
    write(this.find(".moments output"), moments[view.moment].label);
  }

  /** Write the chosen unit into its field, unless somebody is typing there. */
  showUnit(unit) {
    const field = this.find(".unit");
    if (!field.matches(":focus")) field.value = unit;
  }

  /** Tell the value under the pointer at x, y, beside it and within the picture; found is null where there is none. */
  showTip(model, found, x, y, { width, zoom }) {
    const tip = this.find(".tip");
    tip.hidden = !found || found.unit === null;
    if (tip.hidden) return;
    write(tip, sentenceAt(model, found.panel.trace, found.panel.gate, found.unit, found.column));
    const left = Math.min(x * zoom + 14, width * zoom - tip.offsetWidth - 4);
    tip.style.transform = `translate(${Math.max(0, left)}px, ${y * zoom + 16}px)`;
  }

  showPlaying(isPlaying) {
    this.find(".play").setAttribute("aria-pressed", String(isPlaying));
    write(this.find(".play"), isPlaying ? "Pause" : "Play");
  }

  speak(model, view) {
    const trace = model.traces.find((candidate) => candidate.values.has(view.gate));
    this.stage.setAttribute("aria-valuenow", view.token + 1);
    this.stage.setAttribute("aria-valuetext", sentenceAt(model, trace, view.gate, view.unit, view.token));
  }
}
