// The GRU, drawn.

import { outcome, shown } from "../written.js";
import { BELT, BUS, GATES, TOKEN, box, dot, op, port, wire } from "./parts.js";

export const GRU = {
  height: 540,
  vector: [150, 492],
  nodes: [
    port(14, BELT - 22, "h before", "start"), port(986, BELT - 22, "h", "end"), port(110, 530, "x, the token", "middle"),
    op("keep", 520, BELT, "×"), op("add", 760, BELT, "+"), op("one", 640, 150, "1−"), op("fresh", 760, 150, "×"),
    op("reset", 600, GATES, "×"),
    dot("hidden_state", 250, BUS), dot("hidden_state", 430, BUS), dot("x", 250, TOKEN), dot("x", 430, TOKEN),
    box("update_gate", 250, GATES, "σ"), box("reset_gate", 430, GATES, "σ"), box("candidate", 760, GATES, "tanh"),
  ],
  wires: [
    wire("h0", "hidden_state", [[14, BELT], [504, BELT]], [300, BELT]),
    wire(null, "hidden_state", [[60, BELT], [60, BUS], [600, BUS]]),
    wire("kept", "hidden_state", [[536, BELT], [744, BELT]], [640, BELT]),
    wire("h", "hidden_state", [[776, BELT], [986, BELT]], [880, BELT]),
    wire(null, "x", [[110, 510], [110, TOKEN], [760, TOKEN]]),
    wire("update_gate_sum", "update_gate", [[250, TOKEN], [250, 358]], [250, 394]),
    wire("reset_gate_sum", "reset_gate", [[430, TOKEN], [430, 358]], [430, 394]),
    wire("candidate_h", "hidden_state", [[600, BUS], [600, 346]], [600, 390]),
    wire("candidate_x", "candidate", [[760, TOKEN], [760, 358]], [760, 394]),
    wire("update_gate", "update_gate", [[250, 302], [250, 150], [624, 150]], [370, 150]),
    wire(null, "update_gate", [[520, 150], [520, 86]]),
    wire("open", "update_gate", [[656, 150], [744, 150]], [700, 180]),
    wire("reset_gate", "reset_gate", [[430, 302], [430, 240], [600, 240], [600, 314]], [515, 240]),
    wire("past", "reset_gate", [[616, GATES], [718, GATES]], [667, GATES - 24]),
    wire("candidate", "candidate", [[760, 302], [760, 166]], [760, 240]),
    wire("fresh", "candidate", [[760, 134], [760, 86]], [822, 110]),
  ],
  steps: [
    { name: "The token arrives", keys: ["h0"], parts: ["x", "hidden_state"],
      says: (v) => `The token's vector x and the state before, h = ${shown(v.h0)} in this unit, go to all three layers.` },
    { name: "Reset gate", keys: ["reset_gate_sum", "reset_gate"], boxes: ["reset_gate"],
      says: (v) => `r = σ(${shown(v.reset_gate_sum)}) = ${outcome(v, "reset_gate")}: so much of the past's word is heard by the candidate.` },
    { name: "Candidate", keys: ["candidate_x", "candidate_h", "reset_gate", "past", "candidate"], boxes: ["candidate"], ops: ["reset"],
      says: (v) => `n = tanh(${shown(v.candidate_x)} + r · ${shown(v.candidate_h)}) = tanh(${shown(v.candidate_sum)}) = ${outcome(v, "candidate")}. PyTorch resets after the product U·h.` },
    { name: "Update gate", keys: ["update_gate_sum", "update_gate"], boxes: ["update_gate"],
      says: (v) => `z = σ(${shown(v.update_gate_sum)}) = ${outcome(v, "update_gate")}: so much of the old state is kept.` },
    { name: "New state", keys: ["h0", "kept", "open", "fresh", "candidate", "update_gate", "h"], parts: ["update_gate"], boxes: [], ops: ["keep", "add", "one", "fresh"],
      says: (v) => `h = (1 − z)·n + z·h₋₁ = ${shown(v.open)} · ${shown(v.candidate)} + ${shown(v.update_gate)} · ${shown(v.h0)} = ${outcome(v, "h")}.` },
  ],
  equations: {
    resets: "candidate", // its sum hears the state through the reset gate
    wires: (v) => {
      const past = v.reset_gate * v.candidate_h;
      const open = 1 - v.update_gate;
      return { past, candidate_sum: v.candidate_x + past, kept: v.update_gate * v.h0, open, fresh: open * v.candidate };
    },
    states: (v) => ({ h: v.fresh + v.kept }),
  },
};
