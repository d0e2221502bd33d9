// The drawings, one a cell: where everything stands, in which order it is worked out (steps), and its equations in
// PyTorch's convention, over the numbers of one unit at one token: h0 and c0 are the states before, h and c those
// after; each gate has its value, and its sum as gate_sum. `wires` gives what a wire carries beside these, `states`
// the states that follow.

import { GRU } from "./plans/gru.js";
import { LSTM } from "./plans/lstm.js";

export const PLANS = { lstm: LSTM, gru: GRU };

/** The plan of a cell; a cell that is not known is an error. */
export function planOf(cell) {
  if (!Object.hasOwn(PLANS, cell)) {
    throw new Error(`The cell has to be one of ${Object.keys(PLANS).join(", ")}, not “${cell}”.`);
  }
  return PLANS[cell];
}
