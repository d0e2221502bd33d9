// Where a person looks: gate, token, unit, pins, order of the units, moment of training. No element is touched here.

const MOST_PINS = 4;
const BY_NUMBER = "number";
const BY_VALUE = "value here";

const within = (number, count) => Math.max(0, Math.min(count - 1, number));

/** The ways to sort a model's units. */
export function ordersOf(model) {
  return [BY_NUMBER, ...model.orders.map((order) => order.label), BY_VALUE];
}

/** A view that was made for another text or net, brought within this model's bounds. */
export function settled(view, model) {
  const known = model.gates.map((gate) => gate.name);
  return {
    ...view,
    gate: known.includes(view.gate) ? view.gate : known.at(-1),
    token: within(view.token, model.columns),
    unit: within(view.unit, model.units),
    pins: view.pins.filter((token) => token < model.columns),
    order: ordersOf(model).includes(view.order) ? view.order : BY_NUMBER,
  };
}

/** The column nearest to one that may lie outside the text. */
export function columnWithin(model, token) {
  return within(token, model.columns);
}

/** The unit nearest to a number that somebody typed. */
export function unitWithin(model, unit) {
  return within(Math.round(unit), model.units);
}

/** The unit so many rows below another, in the order in which they are drawn. */
export function unitBelow(order, unit, rows) {
  return order[within(order.indexOf(unit) + rows, order.length)];
}

/** The pins with a token pinned, or taken off where it was; beyond four the oldest goes. */
export function pinned(pins, token) {
  return pins.includes(token) ? pins.filter((pin) => pin !== token) : [...pins, token].slice(-MOST_PINS);
}
