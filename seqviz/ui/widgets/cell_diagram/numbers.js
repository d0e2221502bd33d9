// The cell's numbers: every value of one unit at one token, worked out from the net's own weights.

import { planOf } from "./plans.js";

/** Base64 of little-endian float32 -> Float32Array. */
function unpack(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return new Float32Array(bytes.buffer);
}

const sigmoid = (x) => 0.5 * (1 + Math.tanh(0.5 * x));

/** One layer in one direction, with one or several readings of a text. */
export class Layer {
  constructor(data) {
    Object.assign(this, { cell: data.cell, units: data.units, inputSize: data.input_size, blocks: data.blocks });
    this.equations = planOf(data.cell).equations;
    this.step = data.reverse ? 1 : -1;
    const { weight_ih, weight_hh, bias_ih, bias_hh } = data.weights;
    this.W = unpack(weight_ih);
    this.U = unpack(weight_hh);
    this.b = unpack(bias_ih);
    this.bh = unpack(bias_hh);
    this.peepholes = Object.fromEntries(Object.entries(data.peepholes).map(([gate, { weight, ...seen }]) => [gate, { ...seen, weights: unpack(data.weights[weight]) }]));
    this.readings = data.readings.map(({ title, tokens, inputs, gates, resets }) => ({
      title, tokens, resets, inputs: unpack(inputs),
      gates: Object.fromEntries(Object.entries(gates).map(([name, packed]) => [name, unpack(packed)])),
    }));
  }

  /** A gate or state of one unit at a token. */
  value(reading, name, token, unit) {
    return reading.gates[name][token * this.units + unit];
  }

  /** What a state was before the token: 0 at the first one read, and where the state was reset. */
  before(reading, name, token, unit) {
    const earlier = token + this.step;
    const none = earlier < 0 || earlier >= reading.tokens.length || reading.resets.includes(token);
    return none ? 0 : this.value(reading, name, earlier, unit);
  }

  /** The token read after this one, in the layer's own direction; null after the last. */
  after(reading, token) {
    const next = token - this.step;
    return next >= 0 && next < reading.tokens.length ? next : null;
  }

  /** The products and biases that make a gate's sum. */
  terms(reading, gate, token, unit) {
    const row = this.blocks.indexOf(gate) * this.units + unit;
    const fromInput = [], fromState = [];
    for (let k = 0; k < this.inputSize; k++) {
      fromInput.push([this.W[row * this.inputSize + k], reading.inputs[token * this.inputSize + k]]);
    }
    for (let k = 0; k < this.units; k++) {
      fromState.push([this.U[row * this.units + k], this.before(reading, "hidden_state", token, k)]);
    }
    return { fromInput, fromState, b: this.b[row], bh: this.bh[row], peephole: this.peephole(reading, gate, token, unit) };
  }

  /** The unit's own weight for a state that the gate sees, and that state's value; null for a gate that sees none. */
  peephole(reading, gate, token, unit) {
    if (!Object.hasOwn(this.peepholes, gate)) return null;
    const { weights, state, isBefore } = this.peepholes[gate];
    const value = isBefore ? this.before(reading, state, token, unit) : this.value(reading, state, token, unit);
    return { weight: weights[unit], value, letter: isBefore ? "c₋₁" : "c" };
  }

  /** The parts of a gate's sum: W·x, U·h, the two biases, and what it sees through a peephole. */
  parts(reading, gate, token, unit) {
    const { fromInput, fromState, ...others } = this.terms(reading, gate, token, unit);
    const total = (pairs) => pairs.reduce((sum, [weight, value]) => sum + weight * value, 0);
    return { Wx: total(fromInput), Uh: total(fromState), ...others };
  }

  /** Every number that a wire carries. */
  moment(reading, token, unit) {
    const at = (name) => this.value(reading, name, token, unit);
    const v = { h0: this.before(reading, "hidden_state", token, unit), h: at("hidden_state") };
    for (const gate of this.blocks) {
      const { Wx, Uh, b, bh, peephole } = this.parts(reading, gate, token, unit);
      v[`${gate}_seen`] = peephole ? peephole.weight * peephole.value : 0;
      v[`${gate}_sum`] = Wx + Uh + b + bh + v[`${gate}_seen`];
      v[`${gate}_x`] = Wx + b;
      v[`${gate}_h`] = Uh + bh;
      v[gate] = at(gate);
    }
    if ("cell_state" in reading.gates) {
      v.c0 = this.before(reading, "cell_state", token, unit);
      v.c = at("cell_state");
    }
    Object.assign(v, this.equations.wires(v));
    v.computed = this.computed(v);
    return v;
  }

  /** What the equations give for each gate and state; a value that surgery holds is another. */
  computed(v) {
    const found = {};
    for (const gate of this.blocks) found[gate] = gate.endsWith("_gate") ? sigmoid(v[`${gate}_sum`]) : Math.tanh(v[`${gate}_sum`]);
    return { ...found, ...this.equations.states(v) };
  }
}
