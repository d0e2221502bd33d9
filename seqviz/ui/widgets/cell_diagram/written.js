// Numbers as they are written, and the word for a value that surgery holds.

/** A number with four decimals and a true minus sign. */
export function shown(value) {
  if (!Number.isFinite(value)) return "–";
  const text = Math.abs(value).toFixed(4);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** Whether surgery holds the value of this key: it is not what the equations give. */
export function isHeld(v, key) {
  const computed = v.computed[key];
  return computed !== undefined && Math.abs(computed - v[key]) > 1e-4 * Math.max(1, Math.abs(computed));
}

/** A result as the equations give it, and at what it is held if it is. */
export function outcome(v, key) {
  return isHeld(v, key) ? `${shown(v.computed[key])}, but it is held at ${shown(v[key])}` : shown(v[key]);
}
