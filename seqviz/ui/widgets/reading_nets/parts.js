// The parts of a drawing of nets: boxes with a state's units, arrows between them, links to words and answers.

import { svgElement } from "../shared/elements.js";

export const TALL = 48; // of a state's box
export const ROW = 74; // from one row of boxes to the next
const FAINT = 0.22;

export function text(svg, x, y, words, more = {}) {
  svg.append(svgElement("text", { x, y, "text-anchor": "middle", fill: "currentColor", ...more }, words));
}

/** A horizontal arrow from one box to the next. */
export function arrow(svg, x0, x, y, faint) {
  const opacity = faint ? FAINT : 1, way = Math.sign(x - x0);
  svg.append(svgElement("line", { x1: x0, y1: y, x2: x, y2: y, stroke: "currentColor", "stroke-width": 2, opacity }));
  svg.append(svgElement("path", { d: `M${x},${y} l${-7 * way},-4 l0,8 Z`, fill: "currentColor", opacity }));
}

/** From a word up to a box, past another box where one stands between them. */
export function fromWord(svg, x, y, bottom, beside, faint) {
  const past = bottom - y > ROW ? [[x - beside, bottom], [x - beside, y + 9], [x, y + 9]] : [[x, bottom]];
  link(svg, [...past, [x, y]], faint);
}

/** From a box up to the answer, likewise. */
export function toAnswer(svg, x, y, top, beside) {
  const past = y - top > ROW ? [[x, y - 9], [x + beside, y - 9], [x + beside, top + 5], [x, top + 5]] : [[x, top]];
  link(svg, [[x, y], ...past], false);
}

function link(svg, points, faint) {
  svg.append(svgElement("polyline", { points: points.join(" "), fill: "none", stroke: "currentColor", "stroke-width": 1.2, opacity: faint ? FAINT : 0.8 }));
}

/** The units of a state as bars in a box, upward and blue above 0; look: {edge, thick, faint, ground, positive, negative}. */
export function stateBox(svg, state, x, y, half, look) {
  const opacity = look.faint ? FAINT : 1;
  svg.append(svgElement("rect", { x: x - half, y, width: 2 * half, height: TALL, rx: 6, fill: look.ground, stroke: look.edge,
    "stroke-width": look.thick ? 3.5 : 1.2, opacity }));
  const strongest = Math.max(1, ...state.map(Math.abs));
  const wide = (2 * half - 6) / state.length;
  state.forEach((value, unit) => {
    const tall = ((TALL / 2 - 3) * Math.abs(value)) / strongest;
    svg.append(svgElement("rect", { class: "unit", x: x - half + 3 + unit * wide, y: y + TALL / 2 - (value > 0 ? tall : 0),
      width: Math.max(0.5, wide - 0.6), height: Math.max(0.5, tall), fill: value > 0 ? look.positive : look.negative, opacity }));
  });
}
