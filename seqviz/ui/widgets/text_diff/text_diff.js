// A text with what changed in it marked by colour and by sign: − removed, + inserted, → replaced by.
// data: {spans: [{kind: "same"|"removed"|"inserted"|"replaced", before: str, after: str}], label: str, empty: str}

function mark(tag, sign, text) {
  const element = document.createElement(tag);
  const before = document.createElement("span");
  before.className = "sign";
  before.textContent = sign;
  element.append(before, text.replaceAll("\n", "↵\n"));
  return element;
}

function pieces({ kind, before, after }) {
  if (kind === "same") return [document.createTextNode(after)];
  const found = [];
  if (before) found.push(mark("del", "−", before));
  if (kind === "replaced") found.push(document.createTextNode("→"));
  if (after) found.push(mark("ins", "+", after));
  return found;
}

export default function (component) {
  const { data, parentElement } = component;
  const text = parentElement.querySelector(".text");
  text.setAttribute("aria-label", data.label);
  text.replaceChildren(...data.spans.flatMap(pieces));
  if (!data.spans.length) {
    text.textContent = data.empty;
    text.classList.add("empty");
  } else {
    text.classList.remove("empty");
  }
}
