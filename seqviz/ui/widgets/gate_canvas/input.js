// Hands: drag, touch, keys. Everything ends in `move`, `pick`, `pin` or `commit` of the inspector.

import { LEFT, hit } from "./layout.js";

const CLICK = 4; // pixels a pointer may wander and still be a click
const SETTLED = 350; // milliseconds without a key before the server hears of it

function listen(inspector, target, name, react) {
  target.addEventListener(name, react, { signal: inspector.hands.signal });
}

export function listenToPointer(inspector, stage) {
  let drag = null;
  const place = (event) => {
    const box = stage.getBoundingClientRect();
    const { zoom } = inspector.picture;
    return [(event.clientX - box.left) / zoom, (event.clientY - box.top) / zoom];
  };
  listen(inspector, stage, "pointerdown", (event) => {
    const [x, y] = place(event);
    const found = hit(inspector.places, inspector.order, x, y);
    if (!found || event.button) return;
    stage.setPointerCapture(event.pointerId);
    drag = { panel: found.panel, x, y, moved: false, unit: found.unit };
    inspector.move(found.column);
  });
  listen(inspector, stage, "pointermove", (event) => {
    const [x, y] = place(event);
    inspector.hover(hit(inspector.places, inspector.order, x, y), x, y);
    if (!drag) return;
    drag.moved ||= Math.hypot(x - drag.x, y - drag.y) > CLICK;
    if (drag.moved) inspector.scrub(drag.panel, x);
  });
  const release = (event) => {
    if (!drag) return;
    const clicked = !drag.moved && event.type === "pointerup";
    if (clicked && drag.unit !== null) inspector.pick(drag.panel.gate, drag.unit);
    drag = null;
    if (event.pointerType === "touch") inspector.hover(null);
    inspector.commit();
  };
  listen(inspector, stage, "pointerup", release);
  listen(inspector, stage, "pointercancel", release);
  listen(inspector, stage, "dblclick", () => inspector.pin(true));
  listen(inspector, stage, "pointerleave", () => inspector.hover(null));
}

export function listenToKeys(inspector, stage) {
  let settle = 0;
  const actions = {
    ArrowRight: () => inspector.move(inspector.view.token + 1),
    ArrowLeft: () => inspector.move(inspector.view.token - 1),
    PageDown: () => inspector.move(inspector.view.token + 10),
    PageUp: () => inspector.move(inspector.view.token - 10),
    Home: () => inspector.move(0),
    End: () => inspector.move(inspector.model.columns - 1),
    ArrowUp: () => inspector.stepUnit(-1),
    ArrowDown: () => inspector.stepUnit(1),
    p: () => inspector.pin(),
    P: () => inspector.pin(),
    Enter: () => inspector.pin(),
    Escape: () => inspector.unpin(),
    " ": () => inspector.play(),
  };
  listen(inspector, stage, "keydown", (event) => {
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    clearTimeout(settle);
    action();
  });
  listen(inspector, stage, "keyup", (event) => {
    if (!actions[event.key]) return;
    clearTimeout(settle);
    settle = setTimeout(() => inspector.commit(), SETTLED);
  });
  listen(inspector, stage, "blur", () => {
    if (!settle) return;
    clearTimeout(settle);
    inspector.commit();
  });
}

export function listenToOverview(inspector, overview) {
  let dragging = false;
  const go = (event) => {
    const x = (event.clientX - overview.getBoundingClientRect().left) / inspector.picture.zoom;
    const share = (x - LEFT) / inspector.places.plotWidth;
    inspector.move(Math.floor(share * inspector.model.columns));
  };
  listen(inspector, overview, "pointerdown", (event) => {
    overview.setPointerCapture(event.pointerId);
    dragging = true;
    go(event);
  });
  listen(inspector, overview, "pointermove", (event) => dragging && go(event));
  const release = () => {
    if (dragging) inspector.commit();
    dragging = false;
  };
  listen(inspector, overview, "pointerup", release);
  listen(inspector, overview, "pointercancel", release);
}

export function listenToUnit(inspector, field) {
  let settle = 0;
  listen(inspector, field, "input", () => inspector.turnTo(field.valueAsNumber));
  listen(inspector, field, "change", () => {
    field.value = inspector.view.unit; // what was typed may be no unit of this layer
    clearTimeout(settle);
    settle = setTimeout(() => inspector.commit(), SETTLED);
  });
  listen(inspector, field, "blur", () => inspector.showUnit());
}

export function listenToTools(inspector, find) {
  listen(inspector, find(".gates"), "change", (event) => inspector.show(event.target.value));
  listen(inspector, find(".order"), "change", (event) => inspector.sort(event.target.value));
  listen(inspector, find(".moment"), "input", (event) => inspector.travel(Number(event.target.value)));
  listen(inspector, find(".moment"), "change", () => inspector.commit());
  listen(inspector, find(".play"), "click", () => inspector.play());
  listen(inspector, find(".pin"), "click", () => inspector.pin(true));
  listen(inspector, find(".unpin"), "click", () => inspector.unpin(true));
  listen(inspector, find(".png"), "click", () => inspector.picture.downloadPng());
  listen(inspector, find(".svg"), "click", () => inspector.picture.downloadSvg(inspector.data.alt));
  listen(inspector, find(".texts"), "click", (event) => {
    const column = event.target.dataset?.column;
    if (column === undefined) return;
    inspector.move(Number(column));
    inspector.commit();
  });
}
