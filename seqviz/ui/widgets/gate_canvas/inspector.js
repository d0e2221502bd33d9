// The inspector: one object per mounted component. It holds the view, draws it, tells Python when a hand lets go.

import { readTheme } from "./colours.js";
import { Controls } from "./controls.js";
import { listen } from "./input.js";
import { columnAt, windowAround } from "./layout.js";
import { readModels } from "./numbers.js";
import { Picture } from "./picture.js";
import { ColouredText, Readout } from "./readout.js";
import { columnWithin, pinned, settled, unitBelow, unitWithin } from "./view.js";

const READING_PACE = 350; // milliseconds a token

export class Inspector {
  constructor(root, view) {
    this.view = view;
    this.closed = false;
    this.hands = new AbortController();
    this.find = (selector) => root.querySelector(selector);
    this.stage = this.find(".stage");
    this.controls = new Controls(root);
    this.readout = new Readout(this.find(".readout"));
    this.text = new ColouredText(this.find(".texts"));
    this.picture = new Picture(this.find);
    listen(this, this.find);
    this.resizing = new ResizeObserver(() => this.resize());
    this.resizing.observe(this.stage);
  }

  get places() {
    return this.picture.places;
  }

  get order() {
    return this.picture.order;
  }

  /** Take data from Python; the view stays the person's unless Python asks for another one. */
  update(data, setStateValue) {
    this.setStateValue = setStateValue;
    const fresh = data !== this.data;
    this.data = data;
    if (fresh) {
      this.models = readModels(data);
      const command = JSON.stringify(data.command);
      if (command !== this.command) this.view = { first: 0, ...this.view, ...data.command };
      this.command = command;
      this.view.sortedAt = this.view.token;
      this.view.moment = Math.min(this.view.moment ?? 0, this.models.length - 1);
      this.model = this.models[this.view.moment];
      this.view = settled(this.view, this.model);
      this.controls.build(this.model, data);
      this.text.build(this.model);
      this.text.current = -1;
    }
    this.theme = readTheme(this.find(".inspector"), data.palette);
    this.picture.dress(this.model, this.theme);
    this.redraw();
  }

  // --- what hands do ---

  move(token) {
    this.view.token = columnWithin(this.model, token);
    const { first, shown } = this.places;
    this.view.first = windowAround(first, this.view.token, shown, this.model.columns);
    this.view.first === first ? this.requestCursor() : this.requestAll();
  }

  scrub(panel, x) {
    const beyond = x - panel.x < 0 ? -1 : x > panel.x + this.places.shown * this.places.columnWidth ? 1 : 0;
    this.move(columnAt(this.places, panel, x) + beyond);
  }

  pick(gate, unit) {
    this.view.unit = unit;
    if (gate !== this.view.gate) this.view.gate = gate;
    this.requestCursor();
  }

  stepUnit(step) {
    this.view.unit = unitBelow(this.order, this.view.unit, step);
    this.requestCursor();
  }

  /** Go to the unit whose number was typed; an empty field changes nothing. */
  turnTo(unit) {
    if (Number.isNaN(unit)) return;
    this.view.unit = unitWithin(this.model, unit);
    this.requestCursor();
  }

  pin(fromButton = false) {
    this.view.pins = pinned(this.view.pins, this.view.token);
    this.requestCursor();
    if (fromButton) this.commit();
  }

  unpin(fromButton = false) {
    this.view.pins = [];
    this.requestCursor();
    if (fromButton) this.commit();
  }

  show(gate) {
    this.view.all = gate === "all";
    if (!this.view.all) this.view.gate = gate;
    this.redraw();
    this.commit();
  }

  /** Go to another moment of training; texts and gates are the same, values differ. */
  travel(moment) {
    this.view.moment = moment;
    this.model = this.models[moment];
    this.picture.dress(this.model, this.theme);
    this.text.recolour(this.model);
    this.requestAll();
  }

  sort(order) {
    this.view.order = order;
    this.view.sortedAt = this.view.token;
    this.redraw();
    this.commit();
  }

  play() {
    const stop = this.playing || this.view.token === this.model.columns - 1;
    clearInterval(this.playing);
    this.playing = stop ? 0 : setInterval(() => this.step(), READING_PACE);
    this.controls.showPlaying(!stop);
    if (stop) this.commit();
  }

  step() {
    this.move(this.view.token + 1);
    if (this.view.token === this.model.columns - 1) this.play();
  }

  hover(found, x, y) {
    this.controls.showTip(this.model, found, x, y, this.picture);
  }

  /** Tell Python, once, what the hand let go of. */
  commit() {
    const { gate, all, token, unit, pins, order, moment } = this.view;
    const report = { gate, all, token, unit, pins, order, moment, answers: this.data.command };
    const words = JSON.stringify(report);
    if (words === this.reported) return;
    this.reported = words;
    this.setStateValue("view", report);
  }

  // --- showing it ---

  resize() {
    if (this.model && this.picture.outgrown()) this.redraw();
  }

  requestAll() {
    this.everything = true;
    this.requestCursor();
  }

  requestCursor() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.everything ? this.redraw() : this.drawCursor();
    });
  }

  redraw() {
    this.everything = false;
    this.picture.draw(this.view);
    if (!this.picture.width) return;
    this.view.first = this.places.first;
    this.controls.showChoices(this.view, this.theme, this.data.moments);
    this.drawCursor();
  }

  drawCursor() {
    const { scene } = this.picture;
    this.picture.drawCursor();
    this.readout.show(scene);
    this.text.colour(scene);
    this.text.point(this.view.token);
    this.controls.showUnit(this.view.unit);
    this.controls.speak(this.model, this.view);
  }

  close() {
    this.closed = true;
    this.hands.abort();
    clearInterval(this.playing);
    this.resizing.disconnect();
  }
}
