// The door to Streamlit: called when the component appears, and again for new data or another theme.

import { Diagram } from "./diagram.js";

const mounted = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  const before = mounted.get(parentElement);
  const diagram = before && !before.closed ? before : new Diagram(parentElement);
  mounted.set(parentElement, diagram);
  diagram.update(data, setStateValue);
  diagram.turn = (diagram.turn ?? 0) + 1;
  const turn = diagram.turn; // a call overtaken by the next one is cleaned up too: only the last may close
  return () => turn === diagram.turn && diagram.close();
}
