// Where everything stands: blocks (one per gate), in each a stack of panels (one per trace).

export const LEFT = 34;
const RIGHT = 8;
export const TITLE = 24;
const GAP = 12;
export const STRIP = 34;
const MOST_COLUMNS = 200;

/** Places for all panels at a width in CSS pixels. */
export function layOut(model, view, width) {
  const gates = view.all ? model.gates.map((gate) => gate.name) : [view.gate];
  const across = view.all ? Math.max(1, Math.min(3, Math.floor(width / 320))) : 1;
  const plotWidth = (width - GAP * (across - 1)) / across - LEFT - RIGHT;
  const narrowest = view.all ? 1.5 : 4;
  const shown = Math.min(model.columns, MOST_COLUMNS, Math.max(4, Math.floor(plotWidth / narrowest)));
  const columnWidth = Math.min(110, plotWidth / shown);
  const room = view.all ? 150 : 420 / Math.sqrt(model.traces.length);
  const rowHeight = Math.max(view.all ? 1 : 2, Math.min(view.all ? 12 : 22, room / model.units));
  const grid = { gates, across, shown, columnWidth, rowHeight, plotWidth };
  const first = Math.max(0, Math.min(view.first, model.columns - shown));
  const { panels, height } = placePanels(model, view, grid, width);
  return { width, height, panels, first, shown, columnWidth, rowHeight, plotWidth };
}

function placePanels(model, view, { gates, across, columnWidth, rowHeight, plotWidth }, width) {
  const panels = [];
  const labels = labelSpace(model, columnWidth);
  const alike = model.traces.every((trace) => trace.tokens.join("\n") === model.traces[0].tokens.join("\n"));
  let top = 0;
  let height = 0;
  gates.forEach((gate, i) => {
    const column = i % across;
    if (column === 0) top = height;
    const x = column * ((width - GAP * (across - 1)) / across + GAP) + LEFT;
    let y = top;
    model.traces.forEach((trace, t) => {
      const panel = { trace, gate, x, y, empty: !trace.values.has(gate), strip: 0, labels: 0 };
      panel.strip = !view.all && trace.prediction ? STRIP : 0;
      panel.labels = !panel.empty && (!alike || t === model.traces.length - 1) ? labels : 0;
      panel.top = y + TITLE + panel.strip;
      panel.height = panel.empty ? 0 : trace.units * rowHeight;
      panel.width = plotWidth;
      y = panel.top + panel.height + panel.labels + GAP;
      panels.push(panel);
    });
    height = Math.max(height, y);
  });
  return { panels, height: Math.ceil(height) };
}

/** How tall the token labels are: one line where every word fits, else slanted. */
function labelSpace(model, columnWidth) {
  const longest = Math.max(...model.traces.flatMap((trace) => trace.tokens.map((token) => (token ?? "").length)));
  return Math.min(longest, 10) * 6.6 + 4 <= columnWidth ? 18 : 48;
}

/** The panel, column and unit under a point, or null. */
export function hit(places, order, x, y) {
  for (const panel of places.panels) {
    const column = Math.floor((x - panel.x) / places.columnWidth);
    const row = Math.floor((y - panel.top) / places.rowHeight);
    const inside = y >= panel.y && y < panel.top + panel.height + panel.labels;
    if (panel.empty || !inside || column < 0 || column >= places.shown) continue;
    const units = order.filter((unit) => unit < panel.trace.units);
    return { panel, column: places.first + column, unit: units[row] ?? null };
  }
  return null;
}

/** The column nearest to x in a panel: scrubbing goes on outside the picture. */
export function columnAt(places, panel, x) {
  const column = Math.floor((x - panel.x) / places.columnWidth);
  return places.first + Math.max(0, Math.min(places.shown - 1, column));
}

/** The first column of a window that holds the token, moved as little as possible. */
export function windowAround(first, token, shown, columns) {
  const low = Math.min(first, token);
  return Math.max(0, Math.min(Math.max(low, token - shown + 1), columns - shown));
}
