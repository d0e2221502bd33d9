// The picture: titles, scales, heat maps, labels; and over it the cursor, drawn again for every move.

import { ends, inkOn, rgb } from "./colours.js";
import { LEFT, STRIP, TITLE } from "./layout.js";

/** Draw everything but the cursor with a pen. */
export function paint(pen, scene) {
  const { places, theme } = scene;
  pen.rect(0, 0, places.width, places.height, { fill: theme.ground });
  for (const panel of places.panels) {
    paintTitle(pen, panel, scene);
    if (panel.empty) continue;
    if (panel.strip) paintPrediction(pen, panel, scene);
    paintHeat(pen, panel, scene);
    paintUnitLabels(pen, panel, scene);
    if (panel.labels) paintTokenLabels(pen, panel, scene);
  }
}

function paintTitle(pen, panel, { model, theme, view, places, bars }) {
  const y = panel.y + 11;
  const label = model.labels.get(panel.gate);
  const name = model.traces.length > 1 ? `${panel.trace.title} · ${label}` : label;
  if (panel.empty) {
    pen.text(cut(`${panel.trace.title}: its cell has no ${label}`, panel.width, 6), panel.x, y, { fill: theme.text });
    return;
  }
  const scale = panel.trace.values.get(panel.gate);
  const [low, high] = ends(scale);
  const bar = 48;
  const right = panel.x + Math.max(places.columnWidth * places.shown, Math.min(panel.width, 300));
  const start = right - high.length * 6.5 - bar - 6;
  pen.rect(panel.x, y - 5, 10, 10, { fill: theme.gates[panel.gate] });
  const room = start - low.length * 6.5 - panel.x - 24;
  pen.text(cut(name, room, 6.4), panel.x + 16, y, { fill: theme.text, size: 12, bold: true });
  pen.text(low, start - 4, y, { fill: theme.text, align: "right" });
  pen.image(scale.signed ? bars.signed : bars.sequential, [0, 0, 256, 1], start, y - 5, bar, 10);
  pen.text(high, right, y, { fill: theme.text, align: "right" });
}

function cut(words, width, perLetter) {
  const most = Math.max(4, Math.floor(width / perLetter));
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
}

function paintHeat(pen, panel, { heats, places, theme }) {
  const picture = heats.get(panel);
  const width = places.columnWidth * places.shown;
  pen.image(picture, [places.first, 0, places.shown, picture.height], panel.x, panel.top, width, panel.height);
  pen.rect(panel.x - 0.5, panel.top - 0.5, width + 1, panel.height + 1, { stroke: theme.line });
}

function paintUnitLabels(pen, panel, { order, places, theme }) {
  const every = Math.ceil(12 / places.rowHeight);
  const units = order.filter((unit) => unit < panel.trace.units);
  units.forEach((unit, row) => {
    if (row % every) return;
    const y = panel.top + (row + 0.5) * places.rowHeight;
    pen.text(String(unit), panel.x - 5, y, { fill: theme.text, size: 10, align: "right" });
  });
}

function paintTokenLabels(pen, panel, { places, theme }) {
  const slanted = panel.labels > 20;
  const every = slanted ? Math.ceil(15 / places.columnWidth) : 1;
  const y = panel.top + panel.height + (slanted ? 6 : 10);
  for (let column = 0; column < places.shown; column += every) {
    const token = panel.trace.tokens[places.first + column];
    if (token === null) continue;
    const x = panel.x + (column + 0.5) * places.columnWidth;
    const look = slanted ? { align: "right", turn: -45 } : { align: "center" };
    pen.text(cut(token, 60, 6), x, y, { fill: theme.text, size: 11, ...look });
  }
}

function paintPrediction(pen, panel, { places, theme }) {
  const top = panel.y + TITLE;
  const tall = STRIP - 8;
  const width = places.columnWidth * places.shown;
  pen.rect(panel.x, top, width, tall, { stroke: theme.line });
  pen.line([[panel.x, top + tall / 2], [panel.x + width, top + tall / 2]], { stroke: theme.line });
  pen.text("1", panel.x - 5, top + 4, { fill: theme.text, size: 10, align: "right" });
  pen.text("0", panel.x - 5, top + tall - 4, { fill: theme.text, size: 10, align: "right" });
  const points = [];
  for (let column = 0; column < places.shown; column++) {
    const chance = panel.trace.prediction[places.first + column];
    if (chance !== null) points.push([panel.x + (column + 0.5) * places.columnWidth, top + (1 - chance) * tall]);
  }
  pen.line(points, { stroke: theme.accent, thickness: 2 });
  paintPredictionName(pen, panel.x + width, points, { top, tall, theme });
}

/** Name the curve in the corner on the right that it leaves free, where there is room. */
function paintPredictionName(pen, right, points, { top, tall, theme }) {
  if (right - 110 < LEFT) return;
  const end = points.at(-1)?.[1] ?? top;
  const y = end < top + tall / 2 ? top + tall - 6 : top + 6;
  pen.text("probability of positive", right - 4, y, { fill: theme.text, size: 10, align: "right" });
}

/** Draw the cursor: the current column, the chosen unit, the pins. */
export function paintCursor(pen, { model, view, places, theme, order }) {
  for (const panel of places.panels) {
    if (panel.empty) continue;
    const column = (token) => panel.x + (token - places.first) * places.columnWidth;
    const visible = (token) => token >= places.first && token < places.first + places.shown;
    const top = panel.top - panel.strip;
    const tall = panel.height + panel.strip;
    const wide = Math.max(places.columnWidth, 3);
    view.pins.filter(visible).forEach((token) => {
      pen.rect(column(token), top, wide, tall, { stroke: theme.ground, thickness: 3 });
      pen.rect(column(token), top, wide, tall, { stroke: theme.text, thickness: 1, dash: [4, 3] });
    });
    paintUnitCursor(pen, panel, { view, places, theme, order });
    if (!visible(view.token)) continue;
    pen.rect(column(view.token) - 1, top - 1, wide + 2, tall + 2, { stroke: theme.ground, thickness: 4 });
    pen.rect(column(view.token) - 1, top - 1, wide + 2, tall + 2, { stroke: theme.accent, thickness: 2 });
    if (panel.labels) paintTag(pen, panel, column(view.token) + wide / 2, { model, view, theme });
  }
}

function paintUnitCursor(pen, panel, { view, places, theme, order }) {
  const row = order.filter((unit) => unit < panel.trace.units).indexOf(view.unit);
  if (row < 0) return;
  const y = panel.top + row * places.rowHeight;
  const width = places.columnWidth * places.shown;
  const tall = Math.max(places.rowHeight, 3);
  pen.rect(panel.x, y, width, tall, { stroke: theme.ground, thickness: 2.5 });
  pen.rect(panel.x, y, width, tall, { stroke: theme.text, thickness: 1 });
  const label = String(view.unit);
  const wide = 8 + 7 * label.length;
  const middle = y + tall / 2;
  pen.rect(panel.x - wide - 2, middle - 7, wide, 14, { fill: theme.text });
  pen.text(label, panel.x - 5, middle, { fill: theme.ground, size: 11, align: "right", bold: true });
}

function paintTag(pen, panel, x, { view, theme }) {
  const words = cut(panel.trace.tokens[view.token] ?? "no token", 130, 7);
  const wide = 10 + 7 * words.length;
  const middle = Math.max(panel.x + wide / 2 - 30, Math.min(x, panel.x + panel.width - wide / 2));
  const y = panel.top + panel.height + 3;
  pen.rect(middle - wide / 2, y, wide, 17, { fill: theme.accent });
  pen.text(words, middle, y + 9, { fill: inkOn(rgb(theme.accent)), size: 12, align: "center", bold: true });
}

/** The scales themselves, 256 by 1, for the titles. */
export function scaleBars(theme) {
  const bar = (table) => {
    const picture = document.createElement("canvas");
    picture.width = 256;
    picture.height = 1;
    const context = picture.getContext("2d");
    const pixels = context.createImageData(256, 1);
    for (let i = 0; i < 256; i++) pixels.data.set([table[3 * i], table[3 * i + 1], table[3 * i + 2], 255], 4 * i);
    context.putImageData(pixels, 0, 0);
    return picture;
  };
  return { sequential: bar(theme.sequential), signed: bar(theme.signed) };
}

/** The whole text in one row, the chosen unit's values, with the window that is shown above framed. */
export function paintOverview(pen, { model, view, places, theme }, picture, width) {
  pen.image(picture, [0, 0, model.columns, 1], LEFT, 2, width, 14);
  const left = LEFT + (places.first / model.columns) * width;
  pen.rect(left, 1, (places.shown / model.columns) * width, 16, { stroke: theme.text, thickness: 2 });
  pen.rect(LEFT + (view.token / model.columns) * width, 0, 2, 18, { fill: theme.accent });
}
