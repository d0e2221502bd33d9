// Scrolls to where it stands, once for each thing that it is told of.
// data: {about: str}

const shown = new Set();

export default function ({ data, parentElement }) {
  if (shown.has(data.about)) return;
  shown.add(data.about);
  const place = parentElement.host ?? parentElement;
  const top = place.getBoundingClientRect().top;
  if (top >= 0 && top < window.innerHeight / 3) return;  // it is in sight, and so is what follows it
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  place.style.scrollMarginTop = "4rem";  // clear of the bar at the top
  place.scrollIntoView({ behavior: isCalm ? "auto" : "smooth", block: "start" });
}
