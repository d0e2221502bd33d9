// The words around the picture: the table of numbers, the coloured text, what a screen reader hears.

import { element } from "../shared/elements.js";
import { colourOf, css, inkOn } from "./colours.js";
import { digitsAt, valueAt } from "./numbers.js";

/** Write text only where it changed: the DOM is slow, comparing is not. */
export function write(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

export class Readout {
  constructor(table) {
    this.table = table;
    this.shape = "";
  }

  /** The chosen unit's gates at the current token and at every pin, trace beside trace. */
  show({ model, view, theme }) {
    const columns = [view.token, ...view.pins].flatMap((column) => model.traces.map((trace) => ({ column, trace })));
    const shape = JSON.stringify([columns.length, model.traces.map((trace) => trace.title)]);
    if (shape !== this.shape || model !== this.model) this.build(model, columns, shape);
    write(this.caption, `Unit ${view.unit} at the current token${view.pins.length ? " and at the pins" : ""}`);
    columns.forEach(({ column, trace }, i) => {
      const pinned = i >= model.traces.length ? "pin " : "";
      write(this.heads[i], `${pinned}${column + 1}: ${trace.tokens[column] ?? "–"}`);
    });
    for (const row of this.rows) this.fill(row, columns, { model, view, theme });
  }

  build(model, columns, shape) {
    this.shape = shape;
    this.model = model;
    this.caption = element("caption");
    this.table.replaceChildren(this.caption);
    if (model.traces.length > 1) this.addRow("trace", "", "th", columns, ({ trace }) => trace.title);
    this.heads = this.addRow("head", "token", "th", columns).cells.map(({ words }) => words);
    const gates = model.gates.map(({ name, label }) => ({ name, ...this.addRow("gate", label, "td", columns) }));
    const predicted = model.traces.some((trace) => trace.prediction);
    const ending = predicted ? [this.addRow("prediction", "positive, if it ended here", "td", columns)] : [];
    this.rows = [...gates, ...ending];
  }

  addRow(kind, label, cellName, columns, words = () => "") {
    const row = this.table.appendChild(element("tr", { class: kind }));
    const heading = row.appendChild(element("th", { scope: "row" }, label));
    const cells = columns.map((column) => {
      const cell = row.appendChild(element(cellName, cellName === "th" ? { scope: "col" } : {}));
      const made = { bar: element("span", { class: "bar" }), words: element("span", {}, words(column)) };
      cell.append(made.bar, made.words);
      return made;
    });
    return { heading, cells };
  }

  fill({ name, heading, cells }, columns, { model, view, theme }) {
    if (name) heading.style.borderLeftColor = theme.gates[name];
    cells.forEach(({ bar, words }, i) => {
      const { trace, column } = columns[i];
      if (!name) return write(words, trace.prediction?.[column]?.toFixed(4) ?? "–");
      write(words, digitsAt(model, trace, name, view.unit, column));
      const value = valueAt(model, trace, name, view.unit, column);
      bar.style.transform = value === null ? "scaleX(0)" : barOf(value, trace.values.get(name));
      bar.style.background = theme.gates[name];
    });
  }
}

/** A bar from 0 to the value, as a transform of one that is as wide as its cell. */
export function barOf(value, scale) {
  const share = Math.min(1, Math.abs(value) / scale.bound) / (scale.signed ? 2 : 1);
  const start = !scale.signed ? 0 : value < 0 ? 0.5 - share : 0.5;
  return `translateX(${100 * start}%) scaleX(${share})`;
}

export class ColouredText {
  constructor(holder) {
    this.holder = holder;
    this.words = [];
    this.current = -1;
  }

  /** Write the texts' words as data; they are coloured by `colour`. */
  build(model) {
    this.lines = model.traces
      .filter((trace) => !trace.is_difference)
      .map((trace) => {
        const line = element("p", { class: "text" });
        const heading = line.appendChild(element("span", { class: "heading" }));
        const words = trace.tokens.map((token, column) => {
          const word = element("span", { class: "token", "data-column": column }, token ?? "");
          line.append(word, " ");
          return word;
        });
        return { trace, line, heading, words };
      });
    this.holder.replaceChildren(...this.lines.map(({ line }) => line));
    this.painted = "";
  }

  /** Take the same texts with other values. */
  recolour(model) {
    const traces = model.traces.filter((trace) => !trace.is_difference);
    this.lines = this.lines.map((line, i) => ({ ...line, trace: traces[i] }));
    this.painted = "";
  }

  /** Colour every word by the chosen unit of the chosen gate. */
  colour({ model, view, theme }) {
    const look = JSON.stringify([view.gate, view.unit, theme.ground]);
    if (look === this.painted) return;
    this.painted = look;
    for (const { trace, words, heading } of this.lines) {
      const title = model.traces.length > 1 ? `${trace.title}, ` : "The text, ";
      write(heading, `${title}coloured by the ${model.labels.get(view.gate)} of unit ${view.unit}: `);
      words.forEach((word, column) => {
        const value = valueAt(model, trace, view.gate, view.unit, column);
        const colour = value === null ? null : colourOf(value, trace.values.get(view.gate), theme);
        word.style.background = colour ? css(colour) : "none";
        word.style.color = colour ? inkOn(colour) : "inherit";
      });
    }
  }

  /** Frame the current word. */
  point(column) {
    if (column === this.current) return;
    for (const { words } of this.lines) {
      words[this.current]?.classList.remove("current");
      words[column]?.classList.add("current");
    }
    this.current = column;
  }
}
