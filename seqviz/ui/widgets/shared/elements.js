// Elements of a page and of a drawing. What they hold is always data, never markup.

export const SVG = "http://www.w3.org/2000/svg";

function dressed(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** An HTML element with attributes, and with texts or elements in it. */
export function element(name, attributes = {}, ...children) {
  return dressed(document.createElement(name), attributes, children);
}

/** An element of a drawing, likewise. */
export function svgElement(name, attributes = {}, ...children) {
  return dressed(document.createElementNS(SVG, name), attributes, children);
}
