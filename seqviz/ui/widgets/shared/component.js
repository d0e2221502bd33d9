// The door to Streamlit, which calls a component when it appears, and again for new data or another theme.

/**
 * The function that Streamlit calls, for a component that is one object in each of its places on the page.
 * `make(root, before)` makes the object, before being the closed one that was there, if any. The object has
 * `update(data, setStateValue)` and `close()`, which sets its `closed`.
 */
export function component(make) {
  const mounted = new WeakMap();
  const turns = new WeakMap();
  return ({ data, parentElement, setStateValue }) => {
    const before = mounted.get(parentElement);
    const object = before && !before.closed ? before : make(parentElement, before);
    mounted.set(parentElement, object);
    object.update(data, setStateValue);
    const turn = (turns.get(object) ?? 0) + 1; // a call overtaken by the next is cleaned up too: only the last may close
    turns.set(object, turn);
    return () => {
      if (turn === turns.get(object)) object.close();
    };
  };
}
