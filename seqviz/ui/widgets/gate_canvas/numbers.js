// The numbers: fixed-point values in, exact digits out.

/** Base64 of little-endian whole numbers, unit after unit -> {cells, unit size in digits, …}. */
function unpack(packed) {
  const text = atob(packed.base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const cells = new { 8: Int8Array, 16: Int16Array, 32: Int32Array }[packed.bits](bytes.buffer);
  return { ...packed, cells, size: 10 ** packed.decimals };
}

/** The data from Python -> one model a moment of training, which everything below reads. */
export function readModels(data) {
  const labels = new Map(data.gates.map((gate) => [gate.name, gate.label]));
  const { columns, units, gates, orders } = data;
  return data.moments.map((moment) => ({ columns, units, gates, orders, labels, traces: moment.traces.map(readTrace) }));
}

function readTrace(trace) {
  const values = Object.entries(trace.values).map(([name, packed]) => [name, unpack(packed)]);
  return { ...trace, values: new Map(values) };
}

/** The value of a gate's unit at a column, or null where there is none. */
export function valueAt(model, trace, gate, unit, column) {
  const values = trace.values.get(gate);
  if (!values || unit >= trace.units) return null;
  const cell = values.cells[unit * model.columns + column];
  return cell === values.missing ? null : cell / values.size;
}

/** The same value with the digits that are true, no more. */
export function digitsAt(model, trace, gate, unit, column) {
  const value = valueAt(model, trace, gate, unit, column);
  if (value === null) return "–";
  const digits = Math.abs(value).toFixed(Math.max(0, trace.values.get(gate).decimals));
  const negative = value < 0 ? "−" : trace.is_difference && value > 0 ? "+" : "";
  return negative + digits;
}

/** Units from top to bottom: in the order chosen, or by their value at the current token. */
export function unitOrder(model, view) {
  const units = Array.from({ length: model.units }, (_, unit) => unit);
  if (view.order === "value here") {
    const worth = (unit) => valueAt(model, model.traces[0], view.gate, unit, view.sortedAt) ?? -Infinity;
    return units.sort((a, b) => worth(b) - worth(a) || a - b);
  }
  const named = model.orders.find((order) => order.label === view.order);
  const listed = named && named.units[view.gate];
  if (!listed) return units;
  return listed.concat(units.filter((unit) => !listed.includes(unit)));
}

/** The words for one place: token, gate, unit, value. */
export function sentenceAt(model, trace, gate, unit, column) {
  const token = trace.tokens[column] ?? "no token";
  const where = model.traces.length > 1 ? `${trace.title}, ` : "";
  const value = digitsAt(model, trace, gate, unit, column);
  return `${where}token ${column + 1} of ${model.columns}, “${token}”: ${model.labels.get(gate)}, unit ${unit}: ${value}`;
}
