// Two pens with the same strokes: one draws on a canvas, the other writes SVG. Text is always data, never markup.

import { svgElement } from "../shared/elements.js";

export class CanvasPen {
  constructor(context, font) {
    this.context = context;
    this.font = font;
  }

  rect(x, y, width, height, { fill, stroke, thickness = 1, dash = [] }) {
    const pen = this.context;
    if (fill) {
      pen.fillStyle = fill;
      pen.fillRect(x, y, width, height);
    }
    if (!stroke) return;
    pen.strokeStyle = stroke;
    pen.lineWidth = thickness;
    pen.setLineDash(dash);
    pen.strokeRect(x, y, width, height);
  }

  line(points, { stroke, thickness = 1 }) {
    const pen = this.context;
    pen.beginPath();
    points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
    pen.strokeStyle = stroke;
    pen.lineWidth = thickness;
    pen.setLineDash([]);
    pen.stroke();
  }

  text(words, x, y, { fill, size = 11, align = "left", turn = 0, bold = false }) {
    const pen = this.context;
    pen.save();
    pen.translate(x, y);
    pen.rotate((turn * Math.PI) / 180);
    pen.font = `${bold ? "600 " : ""}${size}px ${this.font}`;
    pen.textAlign = align;
    pen.textBaseline = "middle";
    pen.fillStyle = fill;
    pen.fillText(words, 0, 0);
    pen.restore();
  }

  image(picture, [sx, sy, swidth, sheight], x, y, width, height) {
    this.context.imageSmoothingEnabled = false;
    this.context.drawImage(picture, sx, sy, swidth, sheight, x, y, width, height);
  }
}

export class SvgPen {
  constructor(width, height, font, title) {
    this.font = font;
    this.root = svgElement("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
    this.add("title", {}).textContent = title;
  }

  add(name, attributes) {
    return this.root.appendChild(svgElement(name, attributes));
  }

  rect(x, y, width, height, { fill = "none", stroke = "none", thickness = 1, dash = [] }) {
    const line = { stroke, "stroke-width": thickness, "stroke-dasharray": dash.join(" ") };
    this.add("rect", { x, y, width, height, fill, ...line });
  }

  line(points, { stroke, thickness = 1 }) {
    this.add("polyline", { points: points.join(" "), fill: "none", stroke, "stroke-width": thickness });
  }

  text(words, x, y, { fill, size = 11, align = "left", turn = 0, bold = false }) {
    const anchor = { left: "start", center: "middle", right: "end" }[align];
    const look = { "font-family": this.font, "font-size": size, "font-weight": bold ? 600 : 400 };
    const place = { transform: `translate(${x} ${y}) rotate(${turn})`, dy: "0.35em" };
    this.add("text", { fill, "text-anchor": anchor, ...look, ...place }).textContent = words;
  }

  image(picture, [sx, sy, swidth, sheight], x, y, width, height) {
    const enlarged = Math.max(1, Math.min(8, Math.floor(2400 / Math.max(swidth, sheight)))); // many viewers blur
    const part = document.createElement("canvas");
    part.width = swidth * enlarged;
    part.height = sheight * enlarged;
    const context = part.getContext("2d");
    context.imageSmoothingEnabled = false;
    context.drawImage(picture, sx, sy, swidth, sheight, 0, 0, part.width, part.height);
    const sharp = { preserveAspectRatio: "none", style: "image-rendering: pixelated" };
    this.add("image", { href: part.toDataURL(), x, y, width, height, ...sharp });
  }
}
