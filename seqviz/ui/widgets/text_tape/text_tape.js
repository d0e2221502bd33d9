// A text as a tape of pieces; one piece is chosen by click or arrow key and told to the page.
// data: {pieces: [str], fixed: number, marked: [0|1], values: [number]|null, limit: number, chosen: number, label: str}

import { signedGround } from "../shared/signed_ground.js";

function pieceElement(text, k, data) {
  const element = document.createElement("span");
  element.textContent = text;
  element.className = "piece";
  element.dataset.place = k;
  element.classList.toggle("fixed", k < data.fixed);
  element.classList.toggle("marked", Boolean(data.marked[k]));
  if (data.values) element.style.background = signedGround(data.values[k], data.limit);
  return element;
}

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const tape = parentElement.querySelector(".tape");
  tape.setAttribute("aria-label", data.label);
  tape.replaceChildren(...data.pieces.map((text, k) => pieceElement(text, k, data)));
  const first = data.fixed, last = data.pieces.length - 1;
  let chosen = data.chosen;

  const show = () => {
    tape.querySelector(".chosen")?.classList.remove("chosen");
    const element = tape.children[chosen];
    element?.classList.add("chosen");
    tape.setAttribute("aria-valuetext", `piece ${chosen + 1}: ${data.pieces[chosen] ?? ""}`);
    return element;
  };
  const choose = (place) => {
    if (!(place >= first && place <= last)) return;
    chosen = place;
    show()?.scrollIntoView({ block: "nearest" });
  };
  const tell = () => setStateValue("place", chosen);

  tape.onclick = (event) => {
    const place = Number(event.target.dataset?.place ?? NaN);
    if (place >= first) { choose(place); tell(); }
  };
  tape.onkeydown = (event) => {
    const to = { ArrowRight: chosen + 1, ArrowLeft: chosen - 1, Home: first, End: last }[event.key];
    if (to === undefined) return;
    choose(Math.max(first, Math.min(last, to)));
    event.preventDefault();
  };
  tape.onkeyup = (event) => {
    if (["ArrowRight", "ArrowLeft", "Home", "End"].includes(event.key)) tell();
  };
  show();
}
