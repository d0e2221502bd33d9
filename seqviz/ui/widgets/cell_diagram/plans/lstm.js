// The LSTM, drawn.

import { outcome, shown } from "../written.js";
import { BELT, BUS, GATES, box, op, port, wire } from "./parts.js";

export const LSTM = {
  height: 540,
  vector: [150, 492],
  nodes: [
    port(14, BELT - 22, "c before", "start"), port(986, BELT - 22, "c", "end"), port(986, 215 - 22, "h", "end"),
    port(14, BUS - 22, "h before", "start"), port(110, 530, "x, the token", "middle"),
    op("forget", 250, BELT, "×"), op("add", 520, BELT, "+"), op("write", 520, 215, "×"), op("show", 860, 215, "×"),
    op("tanh", 860, 142, "tanh"),
    box("forget_gate", 250, GATES, "σ"), box("input_gate", 430, GATES, "σ"), box("candidate", 610, GATES, "tanh"),
    box("output_gate", 760, GATES, "σ"),
  ],
  wires: [
    wire("c0", "cell_state", [[14, BELT], [234, BELT]], [130, BELT]),
    wire("kept", "cell_state", [[266, BELT], [504, BELT]], [385, BELT]),
    wire("c", "cell_state", [[536, BELT], [986, BELT]], [690, BELT]),
    wire(null, "cell_state", [[860, BELT], [860, 120]]),
    wire("squashed", "cell_state", [[860, 164], [860, 199]], [925, 180]),
    wire("h", "hidden_state", [[876, 215], [986, 215]], [936, 248]),
    wire("h0", "hidden_state", [[14, BUS], [760, BUS]], [60, BUS + 24]),
    wire(null, "x", [[110, 510], [110, BUS]]),
    wire("forget_gate_sum", "forget_gate", [[250, BUS], [250, 358]], [250, 394]),
    wire("input_gate_sum", "input_gate", [[430, BUS], [430, 358]], [430, 394]),
    wire("candidate_sum", "candidate", [[610, BUS], [610, 358]], [610, 394]),
    wire("output_gate_sum", "output_gate", [[760, BUS], [760, 358]], [760, 394]),
    wire("forget_gate", "forget_gate", [[250, 302], [250, 86]], [250, 190]),
    wire("input_gate", "input_gate", [[430, 302], [430, 215], [504, 215]], [430, 262]),
    wire("candidate", "candidate", [[610, 302], [610, 215], [536, 215]], [610, 262]),
    wire("output_gate", "output_gate", [[760, 302], [760, 215], [844, 215]], [760, 262]),
    wire("written", "cell_state", [[520, 199], [520, 86]], [520, 145]),
  ],
  steps: [
    { name: "The token arrives", keys: ["h0", "x"], parts: ["x", "hidden_state"],
      says: (v) => `The token's vector x and the state before, h = ${shown(v.h0)} in this unit, go to all four layers.` },
    { name: "Forget gate", keys: ["forget_gate_sum", "forget_gate"], boxes: ["forget_gate"],
      says: (v) => `f = σ(${shown(v.forget_gate_sum)}) = ${outcome(v, "forget_gate")}: so much of the memory is kept.` },
    { name: "Input gate", keys: ["input_gate_sum", "input_gate"], boxes: ["input_gate"],
      says: (v) => `i = σ(${shown(v.input_gate_sum)}) = ${outcome(v, "input_gate")}: so much of the candidate is let in.` },
    { name: "Candidate", keys: ["candidate_sum", "candidate"], boxes: ["candidate"],
      says: (v) => `g = tanh(${shown(v.candidate_sum)}) = ${outcome(v, "candidate")}: what could be written.` },
    { name: "New memory", keys: ["c0", "kept", "c", "written", "forget_gate", "input_gate", "candidate"], boxes: [], ops: ["forget", "add", "write"],
      says: (v) => `c = f·c₋₁ + i·g = ${shown(v.forget_gate)} · ${shown(v.c0)} + ${shown(v.input_gate)} · ${shown(v.candidate)} = ${outcome(v, "c")}.` },
    { name: "Output gate", keys: ["output_gate_sum", "output_gate"], boxes: ["output_gate"],
      says: (v) => `o = σ(${shown(v.output_gate_sum)}) = ${outcome(v, "output_gate")}: so much of the memory is shown.` },
    { name: "New state", keys: ["squashed", "output_gate", "h", "c"], parts: ["cell_state"], boxes: [], ops: ["tanh", "show"],
      says: (v) => `h = o·tanh(c) = ${shown(v.output_gate)} · ${shown(v.squashed)} = ${outcome(v, "h")}.` },
  ],
  equations: {
    resets: null,
    wires: (v) => ({ kept: v.forget_gate * v.c0, written: v.input_gate * v.candidate, squashed: Math.tanh(v.c) }),
    states: (v) => ({ c: v.kept + v.written, h: v.output_gate * v.squashed }),
  },
};
