import assert from "node:assert/strict";
import test from "node:test";

import keepOneEntryAPage from "../../../../seqviz/ui/widgets/browser_history/browser_history.js";

/** A tab with a history like a browser's: its entries, and what it has been scrolled to. */
function tab(innerWidth = 1440) {
  const entries = ["http://x/home"];
  let at = 0;
  const place = { get href() { return entries[at]; }, get pathname() { return new URL(entries[at]).pathname; } };
  const full = (url) => new URL(url, entries[at]).href;
  const scrolls = [];
  const menu = { closed: 0, click() { this.closed += 1; } };
  Object.assign(globalThis, {
    window: Object.assign(new EventTarget(), { innerWidth }),
    location: place,
    setTimeout: (act) => act(),
    document: {
      querySelector: (what) => (what.includes("Sidebar") ? menu : { scrollTo: (...to) => scrolls.push(to) }),
    },
    history: {
      pushState: (state, title, url) => { entries.splice(at + 1, Infinity, full(url)); at += 1; },
      replaceState: (state, title, url) => { entries[at] = full(url); },
    },
  });
  const back = () => { at -= 1; globalThis.window.dispatchEvent(new Event("popstate")); };
  const click = () => globalThis.window.dispatchEvent(new Event("click"));
  keepOneEntryAPage();
  return { entries, scrolls, menu, back, click, push: (url) => globalThis.history.pushState(null, "", url), here: () => entries[at] };
}

test("a changed setting changes the page's entry", () => {
  const { entries, push } = tab();
  push("?seed=1");
  push("?seed=2");
  assert.deepEqual(entries, ["http://x/home?seed=2"]);
});

test("another page adds an entry, opens at its top, and leaves to the one before the settings seen there", () => {
  const { entries, scrolls, push, click } = tab();
  push("?seed=1");
  click();
  push("?seed=1&of=the+next+page"); // Streamlit writes it to the page that is being left
  push("/gru_cell?unit=3");
  assert.deepEqual(entries, ["http://x/home?seed=1", "http://x/gru_cell?unit=3"]);
  assert.deepEqual(scrolls, [[0, 0]]);
});

test("a menu that covers the page is closed once another page is chosen", () => {
  for (const [width, closed] of [[390, 1], [1440, 0]]) {
    const { menu, push } = tab(width);
    push("?seed=1");
    push("/gru_cell");
    assert.equal(menu.closed, closed);
  }
});

test("after Back the page that was left is not gone forward to, until somebody clicks", () => {
  const { entries, push, click, back, here } = tab();
  click();
  push("/gru_cell");
  back();
  push("/gru_cell");
  assert.equal(here(), "http://x/home");
  click();
  push("/lstm_cell");
  assert.deepEqual(entries, ["http://x/home", "http://x/lstm_cell"]);
});

test("a history is watched once, though the component appears on every page", () => {
  const { entries, push } = tab();
  const watched = globalThis.history.pushState;
  keepOneEntryAPage();
  assert.equal(globalThis.history.pushState, watched);
  push("/glossary");
  assert.equal(entries.length, 2);
});
