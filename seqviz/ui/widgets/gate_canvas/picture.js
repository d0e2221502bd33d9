// The picture on the page: laid out when its size or content changes, its cursor drawn again for every move.

import { save, saveSvg } from "../shared/saving.js";
import { heatImage } from "./colours.js";
import { layOut, windowAround } from "./layout.js";
import { unitOrder } from "./numbers.js";
import { paint, paintCursor, paintOverview, scaleBars } from "./painting.js";
import { CanvasPen, SvgPen } from "./pens.js";

export class Picture {
  constructor(find) {
    this.find = find;
    this.stage = find(".stage");
    this.width = 0;
    this.zoom = 1; // in the lecture hall all type is larger: the picture grows with the page's own
  }

  /** Take another text, theme or palette. */
  dress(model, theme) {
    [this.model, this.theme] = [model, theme];
    this.bars = scaleBars(theme);
  }

  /** Is the room another than the one last drawn in? */
  outgrown() {
    const before = [this.width, this.zoom].join();
    return this.measure() > 0 && before !== [this.width, this.zoom].join();
  }

  measure() {
    this.zoom = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    this.width = Math.floor(this.stage.clientWidth / this.zoom);
    return this.width;
  }

  get scene() {
    const { model, view, places, theme, order, bars, heats } = this;
    return { model, view, places, theme, order, bars, heats };
  }

  /** Lay out and draw all but the cursor; the heat maps are made again only when what they show has changed. */
  draw(view) {
    if (!this.measure()) return;
    this.view = view;
    this.places = layOut(this.model, view, this.width);
    this.places.first = windowAround(this.places.first, view.token, this.places.shown, this.model.columns);
    this.order = unitOrder(this.model, view);
    this.makeHeats();
    paint(new CanvasPen(this.canvas(".heat", this.places.height), this.theme.font), this.scene);
    this.canvas(".overlay", this.places.height);
    this.stage.style.height = `${this.places.height * this.zoom}px`;
  }

  makeHeats() {
    const { model, order, theme } = this;
    const filled = this.places.panels.filter((panel) => !panel.empty);
    const key = JSON.stringify([order, theme.ground, filled.map((panel) => panel.gate)]);
    if (key !== this.heatKey || this.heatModel !== model) {
      this.images = filled.map(({ trace, gate }) => heatImage(model, trace, gate, order, theme));
      [this.heatKey, this.heatModel] = [key, model];
    }
    this.heats = new Map(filled.map((panel, i) => [panel, this.images[i]]));
  }

  /** A canvas as sharp as the screen, its context scaled to CSS pixels. */
  canvas(selector, height) {
    const canvas = this.find(selector);
    const sharp = Math.min(2, window.devicePixelRatio || 1) * this.zoom; // finer costs frames and shows nothing
    canvas.width = Math.round(this.width * sharp);
    canvas.height = Math.round(height * sharp);
    canvas.style.width = `${this.width * this.zoom}px`;
    canvas.style.height = `${height * this.zoom}px`;
    const context = canvas.getContext("2d");
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    return context;
  }

  drawCursor() {
    const context = this.find(".overlay").getContext("2d");
    context.clearRect(0, 0, this.width, this.places.height);
    paintCursor(new CanvasPen(context, this.theme.font), this.scene);
    this.drawOverview();
  }

  drawOverview() {
    const { model, view, places, theme } = this;
    const strip = this.find(".overview");
    strip.hidden = places.shown === model.columns;
    if (strip.hidden) return;
    const key = JSON.stringify([view.gate, view.unit, theme.ground]);
    if (key !== this.rowKey || this.rowModel !== model) {
      const trace = model.traces.find((candidate) => candidate.values.has(view.gate));
      this.row = heatImage(model, trace, view.gate, [Math.min(view.unit, trace.units - 1)], theme);
      [this.rowKey, this.rowModel] = [key, model];
    }
    paintOverview(new CanvasPen(this.canvas(".overview", 19), theme.font), this.scene, this.row, places.plotWidth);
  }

  // --- taking the picture away ---

  drawWith(pen) {
    paint(pen, this.scene);
    paintCursor(pen, this.scene);
  }

  downloadSvg(title) {
    const pen = new SvgPen(this.width, this.places.height, this.theme.font, title);
    this.drawWith(pen);
    saveSvg(pen.root, "gates.svg");
  }

  downloadPng() {
    const canvas = document.createElement("canvas");
    canvas.width = 2 * this.width;
    canvas.height = 2 * this.places.height;
    const context = canvas.getContext("2d");
    context.scale(2, 2);
    this.drawWith(new CanvasPen(context, this.theme.font));
    canvas.toBlob((blob) => save(blob, "gates.png"));
  }
}
