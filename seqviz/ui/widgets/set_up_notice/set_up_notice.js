// Scrolls to what was set up, marks it for two seconds, and offers to take it back.
// data: {said: str, changed: [str], back_to: str, turn: str}, see set_up_notice.py

import { placesOf } from "./places.js";

const MARKED = 2000; // milliseconds
const SHOWN = 15000; // milliseconds
const AGAIN = [0, 150, 400, 900]; // milliseconds after which it is looked whether the controls are there
const turns = new Set();

function isCalm() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function scrollTo(element) {
  element.scrollIntoView({ behavior: isCalm() ? "auto" : "smooth", block: "center" });
}

function mark(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-primary-color") || "currentColor";
  const ring = { outline: `3px solid ${colour}`, outlineOffset: "4px", borderRadius: "4px" };
  const last = isCalm() ? ring : { ...ring, outlineColor: "transparent" };
  element.animate([ring, { ...ring, offset: 0.7 }, last], MARKED);
}

function show(changed) {
  const places = placesOf(changed);
  if (places.length === 0) return false;
  const { top, bottom } = places[0].getBoundingClientRect();
  if (top < 80 || bottom > window.innerHeight) scrollTo(places[0]);
  places.forEach(mark);
  // Who works by keyboard goes on from there; a finger would only bring up the phone's keys.
  if (document.activeElement?.matches(":focus-visible")) {
    places[0].querySelector("input, textarea, button, [role=slider], summary")?.focus({ preventScroll: true });
  }
  return true;
}

function showWhenThere(changed, attempt = 0) {
  if (attempt === AGAIN.length || changed.length === 0) return;
  setTimeout(() => show(changed) || showWhenThere(changed, attempt + 1), AGAIN[attempt]);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const notice = parentElement.querySelector(".notice");
  const hide = () => { notice.hidden = true; };
  notice.querySelector(".close").onclick = hide;
  notice.querySelector(".undo").onclick = () => { hide(); setTriggerValue("undo", true); };
  notice.querySelector(".back").onclick = () => placesOf([data.back_to]).slice(0, 1).forEach(scrollTo);
  if (turns.has(data.turn)) return;
  turns.add(data.turn);
  notice.querySelector("[role=status]").textContent = data.said;
  notice.hidden = false;
  showWhenThere(data.changed);
  setTimeout(() => { if (!notice.matches(":hover, :focus-within")) hide(); }, SHOWN);
}
