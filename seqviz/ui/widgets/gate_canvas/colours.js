// Numbers to colours: one sequential scale for 0..1, one signed scale whose middle is the page's ground.

/** "#rrggbb", "#rgb" or "rgb(r, g, b)" -> [r, g, b]. */
export function rgb(colour) {
  const text = colour.trim();
  if (!text.startsWith("#")) return text.match(/[\d.]+/g).slice(0, 3).map(Number);
  const hex = text.length < 7 ? [...text.slice(1, 4)].map((digit) => digit + digit) : text.slice(1).match(/../g);
  return hex.slice(0, 3).map((pair) => parseInt(pair, 16));
}

/** A table of 256 colours through evenly spaced stops, as bytes r, g, b. */
export function ramp(stops) {
  const table = new Uint8Array(256 * 3);
  const known = stops.map(rgb);
  for (let i = 0; i < 256; i++) {
    const place = (i / 255) * (known.length - 1);
    const low = Math.min(Math.floor(place), known.length - 2);
    for (let c = 0; c < 3; c++)
      table[3 * i + c] = Math.round(known[low][c] + (known[low + 1][c] - known[low][c]) * (place - low));
  }
  return table;
}

/** The theme in force, read from Streamlit's variables on the component's own ground. */
export function readTheme(root, palette) {
  const style = getComputedStyle(root);
  const variable = (name, otherwise) => style.getPropertyValue(name).trim() || otherwise;
  const ground = variable("--st-background-color", "#ffffff");
  const dark = luminance(rgb(ground)) < 0.5;
  const scales = dark ? palette.dark : palette.light;
  return {
    ground,
    dark,
    text: variable("--st-text-color", "#222222"),
    accent: variable("--st-primary-color", "#2a6fbb"),
    line: variable("--st-border-color", "#88888866"),
    font: variable("--st-font", "sans-serif"),
    gates: scales.gates,
    sequential: ramp(scales.sequential),
    signed: ramp(scales.signed),
  };
}

function luminance([r, g, b]) {
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
}

/** Where a value lies on its scale, 0 to 255. */
export function level(value, scale) {
  const share = scale.signed ? (value / scale.bound + 1) / 2 : value / scale.bound;
  return Math.max(0, Math.min(255, Math.round(share * 255)));
}

/** The colour of a value as [r, g, b]. */
export function colourOf(value, scale, theme) {
  const table = scale.signed ? theme.signed : theme.sequential;
  const start = 3 * level(value, scale);
  return [table[start], table[start + 1], table[start + 2]];
}

export function css([r, g, b]) {
  return `rgb(${r}, ${g}, ${b})`;
}

/** Black or white, whichever reads better on a colour. */
export function inkOn(colour) {
  return luminance(colour) > 0.55 ? "#000000" : "#ffffff";
}

/** What stands at the ends of a scale. */
export function ends(scale) {
  return scale.signed ? [`−${scale.bound}`, `+${scale.bound}`] : ["0", String(scale.bound)];
}

/** One pixel per value, units down in the given order, columns across: the heat map that is only scaled later. */
export function heatImage(model, trace, gate, order, theme) {
  const picture = document.createElement("canvas");
  const values = trace.values.get(gate);
  const units = order.filter((unit) => unit < trace.units);
  picture.width = model.columns;
  picture.height = units.length;
  const context = picture.getContext("2d");
  const pixels = context.createImageData(picture.width, picture.height);
  const table = values.signed ? theme.signed : theme.sequential;
  let at = 0;
  for (const unit of units) {
    for (let i = unit * model.columns; i < (unit + 1) * model.columns; i++, at += 4) {
      if (values.cells[i] === values.missing) continue;
      const start = 3 * level(values.cells[i] / values.size, values);
      pixels.data[at] = table[start];
      pixels.data[at + 1] = table[start + 1];
      pixels.data[at + 2] = table[start + 2];
      pixels.data[at + 3] = 255;
    }
  }
  context.putImageData(pixels, 0, 0);
  return picture;
}
