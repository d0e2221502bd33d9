// The ground under a word for a signed number: blue above 0 and orange below.

const BLUE = [44, 123, 182];
const ORANGE = [230, 120, 20];
const STRONGEST = 0.62; // of the colour, so that ink stays readable on it

/** The ground of a value, whose strongest colour is that of the limit. */
export function signedGround(value, limit) {
  const strength = Math.min(1, Math.abs(value) / (limit || 1));
  const [red, green, blue] = value < 0 ? ORANGE : BLUE;
  return `rgba(${red}, ${green}, ${blue}, ${(STRONGEST * strength).toFixed(3)})`;
}
