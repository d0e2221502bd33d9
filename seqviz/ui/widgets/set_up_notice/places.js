// Where on the page a control stands, by its key.

/** The class by which Streamlit marks the element of a key. */
export function classOf(key) {
  return `st-key-${key.trim().replaceAll(/[^a-zA-Z0-9_-]/g, "-")}`;
}

/** The elements of some keys that can be seen, in the page's order; for one in a closed box the box. */
export function placesOf(keys) {
  const found = keys.flatMap((key) => [...document.getElementsByClassName(classOf(key))]);
  const seen = new Set(found.map((element) => element.closest("details:not([open])") ?? element));
  return [...seen].filter((element) => element.getClientRects().length > 0).sort(inOrder);
}

function inOrder(one, other) {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
