// One gate from near: its value in every unit, then every product, sum and squashing of one unit.

import { element } from "../shared/elements.js";
import { outcome, shown } from "./written.js";

/** A gate's sum and value written out, from the parts of the sum; a reset one hears the past through the reset gate. */
export function equation({ Wx, Uh, b, bh, peephole }, values, gate, isReset) {
  const squash = gate.endsWith("_gate") ? "σ" : "tanh";
  const sum = shown(values[`${gate}_sum`]);
  const past = isReset ? `r·(U·h + b′) = ${shown(values.reset_gate)} · (${shown(Uh)} + ${shown(bh)})` : `U·h + b′ = ${shown(Uh)} + ${shown(bh)}`;
  const seen = peephole ? `;  p·${peephole.letter} = ${shown(peephole.weight)} · ${shown(peephole.value)}` : "";
  return `W·x + b = ${shown(Wx)} + ${shown(b)};  ${past}${seen};  sum ${sum};  ${squash}(${sum}) = ${outcome(values, gate)}`;
}

export class Depth {
  constructor(root, look, hands) {
    this.find = (selector) => root.querySelector(selector);
    this.panel = this.find(".depth");
    this.look = look;
    this.hands = hands;
  }

  show(layer, reading, view) {
    this.panel.hidden = !view.gate;
    if (!view.gate) return;
    const name = this.look.names[view.gate];
    this.panel.style.setProperty("--gate", this.look.gates[view.gate]);
    const back = element("button", { type: "button" }, "Cell");
    back.onclick = () => this.hands.open(null);
    this.find(".crumbs").replaceChildren(back, "›", element("b", {}, name), element("span", {}, `› unit ${view.unit} › “${reading.tokens[view.token]}”`));
    this.showUnits(layer, reading, view);
    this.showSums(layer, reading, view);
  }

  showUnits(layer, reading, view) {
    const signed = !view.gate.endsWith("_gate");
    const bars = Array.from({ length: layer.units }, (_, unit) => {
      const value = layer.value(reading, view.gate, view.token, unit);
      const tall = Math.min(1, Math.abs(value)) * (signed ? 50 : 100);
      const bar = element("i");
      bar.style.cssText = `height:${tall}%;${signed && value < 0 ? "top:50%" : `bottom:${signed ? 50 : 0}%`}`;
      const button = element("button", { type: "button", tabindex: "-1", title: `unit ${unit}: ${shown(value)}`, "aria-label": `unit ${unit}: ${shown(value)}` }, bar);
      if (unit === view.unit) button.setAttribute("aria-current", "true");
      button.onclick = () => this.hands.unit(unit);
      return button;
    });
    this.find(".units").replaceChildren(...bars);
  }

  showSums(layer, reading, view) {
    const { gate, token, unit } = view;
    const terms = layer.terms(reading, gate, token, unit);
    const parts = layer.parts(reading, gate, token, unit);
    const values = layer.moment(reading, token, unit);
    this.find(".equation").textContent = equation(parts, values, gate, layer.equations.resets === gate);
    this.find(".sums").replaceChildren(
      element("span", {}, `W·x: one product for each of the token's ${terms.fromInput.length} numbers, together `, element("b", {}, shown(parts.Wx))),
      this.products(terms.fromInput),
      element("span", {}, `U·h: one product for each of the ${terms.fromState.length} units' states before, together `, element("b", {}, shown(parts.Uh))),
      this.products(terms.fromState),
    );
    this.showTable(terms);
  }

  /** Each product as a bar, upward and blue where it raises the sum, downward and orange where it lowers it. */
  products(pairs) {
    const products = pairs.map(([weight, value]) => weight * value);
    const strongest = Math.max(1e-9, ...products.map(Math.abs));
    const bars = products.map((product, k) => {
      const bar = element("i", { title: `${shown(pairs[k][0])} · ${shown(pairs[k][1])} = ${shown(product)}` });
      const tall = (50 * Math.abs(product)) / strongest;
      bar.style.cssText = `--tall:${tall}%;--top:${product > 0 ? 50 - tall : 50}%;--fill:${product > 0 ? this.look.positive : this.look.negative}`;
      return bar;
    });
    return element("div", { class: "products", role: "img", "aria-label": `${products.length} products, the strongest ±${shown(strongest)}` }, ...bars);
  }

  showTable({ fromInput, fromState, peephole }) {
    const row = (name, weight, value) =>
      element("tr", {}, ...[name, shown(weight), shown(value), shown(weight * value)].map((text) => element("td", {}, text)));
    const rows = (pairs, letter) => pairs.map(([weight, value], k) => row(`${letter} ${k}`, weight, value));
    const all = [...rows(fromInput, "x"), ...rows(fromState, "h"), ...(peephole ? [row(peephole.letter, peephole.weight, peephole.value)] : [])];
    this.find(".all summary").textContent = `All ${all.length} products as a table`;
    const head = element("tr", {}, ...["of", "weight", "value", "product"].map((text) => element("th", { scope: "col" }, text)));
    this.find(".all table").replaceChildren(element("thead", {}, head), element("tbody", {}, ...all));
  }
}
