// The numbers of a plain net's step as they are written: what is written adds up.

const DECIMALS = 3;
const MOST_DECIMALS = 8;
const ACTIVATIONS = { tanh: Math.tanh, relu: (x) => Math.max(0, x) };

/** A number with so many decimals and a true minus sign. */
export function shown(value, decimals = DECIMALS) {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** Two terms, their sum and the state as they are written: the written terms give the written sum, and that the state. */
export function writtenOut(fromInput, past, state, activation) {
  for (let decimals = DECIMALS; ; decimals++) {
    const [first, second] = [fromInput, past].map((term) => Number(term.toFixed(decimals)));
    const sum = Number((first + second).toFixed(decimals));
    if (shown(ACTIVATIONS[activation](sum)) === shown(state) || decimals === MOST_DECIMALS)
      return [...[first, second, sum].map((number) => shown(number, decimals)), shown(state)];
  }
}
