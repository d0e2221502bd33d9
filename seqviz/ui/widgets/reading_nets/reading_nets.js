// Nets that read a sentence, drawn one below the other with the state of each direction at each position.
// data: {tokens: [str], labels: [str], asked: int, label: str, colour: str, positive: str, negative: str,
//        nets: [{title: str, states: {forward: [[number]], reverse?: [[number]]}, answers: [[number]]}]}

import { component } from "../shared/component.js";
import { SVG, svgElement } from "../shared/elements.js";
import { saveSvg } from "../shared/saving.js";
import { ROW, TALL, arrow, fromWord, stateBox, text, toAnswer } from "./parts.js";
import { hasRead, largest, spoken, wordsRead } from "./reading.js";

const PACE = 800; // milliseconds a position
const LEFT = 130, WIDTH = 1080, NARROWEST = 72, WIDEST = 120; // of the rows' names, the drawing, a column
const ABOVE = 84, BELOW = 46; // what a net takes above its boxes, and below them
const TITLE = 330, NARROW = 480; // about what a net's title takes; the drawing of a word or two
const REM = 16; // pixels, so that a presenter's size enlarges the drawing
const SMALLEST = 0.66; // the drawing is scaled down to this, then scrolls
const NAMES = { forward: "reads forward →", reverse: "← reads from the end" };

const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

class ReadingNets {
  constructor(root) {
    this.find = (selector) => root.querySelector(selector);
    this.ending = new AbortController();
    this.listen();
    this.watching = new ResizeObserver(() => this.hint());
    this.watching.observe(this.find(".stage"));
  }

  update(data) {
    const tokens = JSON.stringify(data.tokens), isNew = tokens !== this.seen;
    if (isNew) this.position = data.asked;
    this.seen = tokens;
    this.data = data;
    this.apart = Math.max(NARROWEST, Math.min(WIDEST, (WIDTH - LEFT) / data.tokens.length));
    this.find(".nets").setAttribute("aria-label", data.label);
    const style = getComputedStyle(this.find(".nets"));
    this.ground = style.getPropertyValue("--st-background-color").trim();
    this.primary = style.getPropertyValue("--st-primary-color").trim();
    this.ink = { color: style.getPropertyValue("--st-text-color").trim(), "font-family": style.getPropertyValue("--st-font").trim() };
    this.draw();
    if (isNew) this.bringIntoSight();
  }

  listen() {
    const on = (selector, name, react) => this.find(selector).addEventListener(name, react, { signal: this.ending.signal });
    on(".back", "click", () => this.go(this.position - 1));
    on(".on", "click", () => this.go(this.position + 1));
    on(".play", "click", () => this.play());
    on(".svg", "click", () => saveSvg(this.find(".stage svg"), "seqviz-reading-nets.svg"));
    on(".stage", "keydown", (event) => {
      const actions = { ArrowRight: () => this.go(this.position + 1), ArrowLeft: () => this.go(this.position - 1),
        Home: () => this.go(0), End: () => this.go(Infinity), " ": () => this.play() };
      if (!actions[event.key]) return;
      event.preventDefault();
      actions[event.key]();
    });
  }

  go(position) {
    this.position = Math.max(0, Math.min(this.data.tokens.length - 1, position));
    this.draw();
    this.bringIntoSight();
  }

  /** Scroll to the position that is asked, where it is out of sight. */
  bringIntoSight() {
    const stage = this.find(".stage"), scale = stage.scrollWidth / this.width;
    const from = (LEFT + this.apart * this.position) * scale, to = from + this.apart * scale;
    if (from < stage.scrollLeft || to > stage.scrollLeft + stage.clientWidth) stage.scrollLeft = (from + to - stage.clientWidth) / 2;
  }

  play() {
    const last = this.data.tokens.length - 1;
    const stop = Boolean(this.timer);
    clearInterval(this.timer);
    if (!stop && this.position === last) this.go(0);
    this.timer = stop ? 0 : setInterval(() => (this.position === last ? this.play() : this.go(this.position + 1)), PACE);
    this.find(".play").textContent = stop ? "Play" : "Pause";
    this.find(".play").setAttribute("aria-pressed", String(!stop));
  }

  draw() {
    const { nets, tokens } = this.data;
    const heights = nets.map((net) => ABOVE + ROW * (Object.keys(net.states).length - 1) + TALL + BELOW);
    this.width = Math.max(NARROW, LEFT + this.apart * tokens.length);
    const tall = heights.reduce((sum, height) => sum + height, 0);
    const svg = svgElement("svg", { viewBox: `0 0 ${this.width} ${tall}`, xmlns: SVG, "aria-hidden": "true", "font-size": 14, ...this.ink });
    svg.style.minWidth = `${(this.width * SMALLEST) / REM}rem`;
    svg.style.maxWidth = `${this.width / REM}rem`;
    nets.reduce((top, net, k) => this.drawNet(svg, net, top) ?? top + heights[k], 0);
    tokens.forEach((_, place) => this.column(svg, place, tall));
    this.find(".stage").replaceChildren(svg);
    this.hint();
    this.speak();
  }

  middle(place) {
    return LEFT + this.apart * (place + 0.5);
  }

  /** A place to click: the whole column. */
  column(svg, place, tall) {
    const box = svgElement("rect", { class: "column", x: LEFT + this.apart * place, y: 0, width: this.apart, height: tall, fill: "transparent" });
    box.addEventListener("click", () => this.go(place));
    svg.append(box);
  }

  drawNet(svg, net, top) {
    const ways = Object.keys(net.states).sort().reverse(); // the reverse row above the forward one
    const read = wordsRead(ways, this.data.tokens.length, this.position);
    const bottom = top + ABOVE + ROW * (ways.length - 1) + TALL;
    const count = `has read ${read.filter(Boolean).length} of ${read.length} words`;
    const x = Math.max(0, Math.min(this.middle(this.position), this.width - TITLE / 2) - TITLE / 2); // in sight with the position
    text(svg, x, top + 18, `${net.title}: at “${short(this.data.tokens[this.position], 20)}” it ${count}`, { "text-anchor": "start", "font-weight": 600 });
    ways.forEach((way, row) => this.drawRow(svg, net, way, top + ABOVE + ROW * row, { top: top + ABOVE - 16, bottom: bottom + 16 }));
    text(svg, 0, top + 50, "answer", { "text-anchor": "start", "font-size": 12 });
    this.data.tokens.forEach((token, place) => {
      this.answer(svg, net.answers[place], place, top + 44);
      this.word(svg, token, place, bottom + 34, read[place]);
    });
  }

  drawRow(svg, net, way, y, ends) {
    const states = net.states[way];
    text(svg, 0, y + TALL / 2 + 4, NAMES[way], { "text-anchor": "start", "font-size": 12 });
    const half = this.apart / 2 - 12, side = way === "forward" ? 1 : -1;
    states.forEach((state, place) => {
      const x = this.middle(place), faint = !hasRead(way, place, this.position);
      const isAsked = place === this.position, before = place - side;
      if (before >= 0 && before < states.length) arrow(svg, this.middle(before) + side * half, x - side * half, y + TALL / 2, faint);
      fromWord(svg, x, y + TALL, ends.bottom, half + 5, faint);
      if (isAsked) toAnswer(svg, x, y, ends.top, half + 5);
      const { colour: edge, positive, negative } = this.data;
      stateBox(svg, state, x, y, half, { edge, thick: isAsked, faint, ground: this.ground, positive, negative });
    });
  }

  answer(svg, shares, place, y) {
    const best = largest(shares), isAsked = place === this.position;
    const look = { "font-size": 12, "font-weight": isAsked ? 700 : 400, opacity: isAsked ? 1 : 0.55 };
    text(svg, this.middle(place), y, this.data.labels[best], look);
    text(svg, this.middle(place), y + 15, shares[best].toFixed(2), look);
  }

  /** A word; framed where the net has read it. */
  word(svg, token, place, y, isRead) {
    const x = this.middle(place), half = this.apart / 2 - 6;
    if (isRead) svg.append(svgElement("rect", { x: x - half, y: y - 17, width: 2 * half, height: 24, rx: 5, fill: "none", stroke: this.primary, "stroke-width": 1.5 }));
    text(svg, x, y, short(token, Math.floor(this.apart / 9)), { opacity: isRead ? 1 : 0.5, "font-weight": place === this.position ? 700 : 400 });
  }

  hint() {
    const stage = this.find(".stage");
    this.find(".wide").hidden = stage.scrollWidth <= stage.clientWidth + 1;
  }

  speak() {
    const said = spoken(this.data, this.position), stage = this.find(".stage");
    this.find(".says").textContent = said;
    stage.setAttribute("aria-label", `${this.data.label}: position`);
    stage.setAttribute("aria-valuemax", this.data.tokens.length);
    stage.setAttribute("aria-valuenow", this.position + 1);
    stage.setAttribute("aria-valuetext", said);
  }

  close() {
    this.closed = true;
    clearInterval(this.timer);
    this.watching.disconnect();
    this.ending.abort();
  }
}

export default component((root) => new ReadingNets(root));
