import assert from "node:assert/strict";
import test from "node:test";

import { classOf, placesOf } from "../../../../seqviz/ui/widgets/set_up_notice/places.js";

/** An element at a place of the page, in a closed box or in none. */
function at(place, { box = null, isSeen = true } = {}) {
  const element = { place, closest: () => box, getClientRects: () => (isSeen ? [{}] : []) };
  element.compareDocumentPosition = (other) => (other.place > place ? 4 : 2);
  return element;
}

function page(elements) {
  globalThis.Node = { DOCUMENT_POSITION_FOLLOWING: 4 };
  globalThis.document = { getElementsByClassName: (name) => elements[name] ?? [] };
}

test("a key's class is written as Streamlit writes it", () => {
  assert.equal(classOf("clip_factor"), "st-key-clip_factor");
  assert.equal(classOf("example:text:Not good"), "st-key-example-text-Not-good");
});

test("what is there and seen comes in the page's order, and a key that is nowhere is passed over", () => {
  const [low, high, hidden] = [at(2), at(1), at(0, { isSeen: false })];
  page({ "st-key-a": [low], "st-key-b": [high], "st-key-c": [hidden] });
  assert.deepEqual(placesOf(["a", "b", "c", "d"]), [high, low]);
});

test("of controls in a closed box the box is shown, once", () => {
  const box = at(3);
  page({ "st-key-a": [at(4, { box })], "st-key-b": [at(5, { box })] });
  assert.deepEqual(placesOf(["a", "b"]), [box]);
});
