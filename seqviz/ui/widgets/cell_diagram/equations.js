// Each cell's equations in PyTorch's convention, over the numbers of one unit at one token:
// h0 and c0 are the states before, h and c those after; each gate has its value, and its sum as gate_sum.

/** What the wires of a cell carry beside gates and states, and the states that its equations give. */
const EQUATIONS = {
  lstm: {
    resets: null,
    wires: (v) => ({ kept: v.forget_gate * v.c0, written: v.input_gate * v.candidate, squashed: Math.tanh(v.c) }),
    states: (v) => ({ c: v.kept + v.written, h: v.output_gate * v.squashed }),
  },
  gru: {
    resets: "candidate", // its sum hears the state through the reset gate
    wires: (v) => {
      const past = v.reset_gate * v.candidate_h;
      const open = 1 - v.update_gate;
      return { past, candidate_sum: v.candidate_x + past, kept: v.update_gate * v.h0, open, fresh: open * v.candidate };
    },
    states: (v) => ({ h: v.fresh + v.kept }),
  },
};

/** The equations of a cell; a cell that is not known is an error. */
export function equationsOf(cell) {
  if (!Object.hasOwn(EQUATIONS, cell)) {
    throw new Error(`The cell has to be one of ${Object.keys(EQUATIONS).join(", ")}, not “${cell}”.`);
  }
  return EQUATIONS[cell];
}
