// Words of a text, each on a ground whose colour shows a number; the numbers are one hover or focus away.
// data: {tokens: [str], values: [number], shown: [str], unknown: [bool], limit: number, limitShown: str, label: str,
//        legend: [str, str]}

import { signedGround } from "../shared/signed_ground.js";

function word(token, value, told, unknown, data) {
  const shown = unknown ? `${told}, a word it has never seen` : told;
  const element = document.createElement("span");
  element.className = unknown ? "word unknown" : "word";
  element.textContent = token;
  element.tabIndex = -1;
  element.style.background = signedGround(value, data.limit);
  element.title = `${token}: ${shown}`;
  element.setAttribute("role", "listitem");
  element.setAttribute("aria-label", `${token}, ${shown}`);
  return element;
}

export default function (component) {
  const { data, parentElement } = component;
  const strip = parentElement.querySelector(".strip");
  const readout = parentElement.querySelector(".readout");
  const [left, right] = data.legend;
  const rest = `orange: ${left} · blue: ${right} · strongest colour: ±${data.limitShown}`;
  strip.setAttribute("aria-label", data.label);
  strip.replaceChildren();
  data.tokens.forEach((token, k) => {
    const element = word(token, data.values[k], data.shown[k], data.unknown[k], data);
    const tell = () => { readout.textContent = element.title; };
    element.onpointerenter = tell;
    element.onfocus = () => { tell(); strip.querySelector("[tabindex='0']").tabIndex = -1; element.tabIndex = 0; };
    strip.append(element, document.createTextNode(" "));
  });
  if (strip.firstElementChild) strip.firstElementChild.tabIndex = 0;  // one stop of the Tab key; arrows go on
  strip.onpointerleave = () => { readout.textContent = rest; };
  strip.onkeydown = (event) => {
    const step = { ArrowRight: "nextElementSibling", ArrowLeft: "previousElementSibling" }[event.key];
    const next = step && parentElement.activeElement?.[step];
    if (next) { next.focus(); event.preventDefault(); }
  };
  readout.textContent = rest;
}
