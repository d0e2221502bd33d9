// Taking a picture away.

import { element } from "./elements.js";

const KEPT = 1000; // milliseconds that a browser may need to begin a download

/** Let the browser download a blob under a name. */
export function save(blob, name) {
  const link = element("a", { download: name });
  link.href = URL.createObjectURL(blob);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

/** Let the browser download a drawing. */
export function saveSvg(svg, name) {
  save(new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" }), name);
}
