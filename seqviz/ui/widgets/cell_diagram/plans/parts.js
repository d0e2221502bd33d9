// What plans are made of: the heights at which things stand, and the things. A wire carries the number of its key.

export const BUS = 430;
export const TOKEN = 450;
export const GATES = 330;
export const BELT = 70;

export const wire = (key, gate, points, label) => ({ key, gate, points, label });
export const box = (gate, x, y, text) => ({ kind: "box", gate, x, y, text });
export const op = (id, x, y, text) => ({ kind: "op", id, x, y, text });
export const dot = (gate, x, y) => ({ kind: "dot", gate, x, y });
export const port = (x, y, text, anchor) => ({ kind: "port", x, y, text, anchor });
