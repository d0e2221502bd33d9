// Hands: drag, touch, keys. Everything ends in `move`, `pick`, `pin` or `commit` of the inspector.

import { LEFT, hit } from "./layout.js";

const CLICK = 4; // pixels a pointer may wander and still be a click
const SETTLED = 350; // milliseconds without a key before the server hears of it

/** Let hands reach an inspector through the elements that `find` finds. */
export function listen(inspector, find) {
  listenToPointer(inspector, find(".stage"));
  listenToKeys(inspector, find(".stage"));
  listenToOverview(inspector, find(".overview"));
  listenToUnit(inspector, find(".unit"));
  listenToTools(inspector, find);
}

function on(inspector, target, name, react) {
  target.addEventListener(name, react, { signal: inspector.hands.signal });
}

function listenToPointer(inspector, stage) {
  let drag = null;
  const place = (event) => {
    const box = stage.getBoundingClientRect();
    const { zoom } = inspector.picture;
    return [(event.clientX - box.left) / zoom, (event.clientY - box.top) / zoom];
  };
  on(inspector, stage, "pointerdown", (event) => {
    const [x, y] = place(event);
    const found = hit(inspector.places, inspector.order, x, y);
    if (!found || event.button) return;
    stage.setPointerCapture(event.pointerId);
    drag = { panel: found.panel, x, y, moved: false, unit: found.unit };
    inspector.move(found.column);
  });
  on(inspector, stage, "pointermove", (event) => {
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
  on(inspector, stage, "pointerup", release);
  on(inspector, stage, "pointercancel", release);
  on(inspector, stage, "dblclick", () => inspector.pin(true));
  on(inspector, stage, "pointerleave", () => inspector.hover(null));
}

function listenToKeys(inspector, stage) {
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
  on(inspector, stage, "keydown", (event) => {
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    clearTimeout(settle);
    action();
  });
  on(inspector, stage, "keyup", (event) => {
    if (!actions[event.key]) return;
    clearTimeout(settle);
    settle = setTimeout(() => inspector.commit(), SETTLED);
  });
  on(inspector, stage, "blur", () => {
    if (!settle) return;
    clearTimeout(settle);
    inspector.commit();
  });
}

function listenToOverview(inspector, overview) {
  let dragging = false;
  const go = (event) => {
    const x = (event.clientX - overview.getBoundingClientRect().left) / inspector.picture.zoom;
    const share = (x - LEFT) / inspector.places.plotWidth;
    inspector.move(Math.floor(share * inspector.model.columns));
  };
  on(inspector, overview, "pointerdown", (event) => {
    overview.setPointerCapture(event.pointerId);
    dragging = true;
    go(event);
  });
  on(inspector, overview, "pointermove", (event) => dragging && go(event));
  const release = () => {
    if (dragging) inspector.commit();
    dragging = false;
  };
  on(inspector, overview, "pointerup", release);
  on(inspector, overview, "pointercancel", release);
}

function listenToUnit(inspector, field) {
  let settle = 0;
  on(inspector, field, "input", () => inspector.turnTo(field.valueAsNumber));
  on(inspector, field, "change", () => {
    field.value = inspector.view.unit; // what was typed may be no unit of this layer
    clearTimeout(settle);
    settle = setTimeout(() => inspector.commit(), SETTLED);
  });
  on(inspector, field, "blur", () => inspector.controls.showUnit(inspector.view.unit));
}

function listenToTools(inspector, find) {
  on(inspector, find(".gates"), "change", (event) => inspector.show(event.target.value));
  on(inspector, find(".order"), "change", (event) => inspector.sort(event.target.value));
  on(inspector, find(".moment"), "input", (event) => inspector.travel(Number(event.target.value)));
  on(inspector, find(".moment"), "change", () => inspector.commit());
  on(inspector, find(".play"), "click", () => inspector.play());
  on(inspector, find(".pin"), "click", () => inspector.pin(true));
  on(inspector, find(".unpin"), "click", () => inspector.unpin(true));
  on(inspector, find(".png"), "click", () => inspector.picture.downloadPng());
  on(inspector, find(".svg"), "click", () => inspector.picture.downloadSvg(inspector.data.alt));
  on(inspector, find(".texts"), "click", (event) => {
    const column = event.target.dataset?.column;
    if (column === undefined) return;
    inspector.move(Number(column));
    inspector.commit();
  });
}
