// The door to Streamlit: called when the component appears, and again for new data or another theme.

import { Inspector } from "./inspector.js";

const mounted = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  const before = mounted.get(parentElement);
  const inspector = before && !before.closed ? before : new Inspector(parentElement, before?.view);
  mounted.set(parentElement, inspector);
  inspector.update(data, setStateValue);
  const turn = ++inspector.turn; // a call overtaken by the next one is cleaned up too: only the last may close
  return () => turn === inspector.turn && inspector.close();
}
