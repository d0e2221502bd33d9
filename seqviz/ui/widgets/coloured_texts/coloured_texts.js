// Several texts, each word on the colour of its value, in the scales of the gate canvas.

import { colourOf, css, inkOn, readTheme } from "../gate_canvas/colours.js";

export default function ({ data, parentElement }) {
  const list = parentElement.querySelector(".coloured");
  const theme = readTheme(list, data.palette);
  list.setAttribute("aria-label", data.label);
  list.replaceChildren(...data.texts.map((text) => paintText(text, data.scale, theme)));
}

function paintText({ tokens, values, shown, peak }, scale, theme) {
  const line = document.createElement("li");
  const best = document.createElement("span");
  best.className = "peak";
  best.textContent = shown[peak];
  line.append(best);
  tokens.forEach((token, k) => {
    const word = document.createElement("span");
    const colour = colourOf(values[k], scale, theme);
    word.className = k === peak ? "word highest" : "word";
    word.textContent = token;
    word.title = `${token}: ${shown[k]}`;
    word.style.background = css(colour);
    word.style.color = inkOn(colour);
    line.append(word, " ");
  });
  return line;
}
