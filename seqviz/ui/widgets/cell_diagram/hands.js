// Hands: buttons and keys. Everything ends in `move`, `open`, `stepInside`, `play`, `slow` or `commit`.

const SETTLED = 350; // milliseconds without a key before the server hears of it

export function listen(diagram) {
  const on = (selector, name, react) => diagram.find(selector).addEventListener(name, react, { signal: diagram.ending.signal });
  on(".back", "click", () => diagram.move({ token: diagram.view.token - 1 }, true));
  on(".on", "click", () => diagram.move({ token: diagram.view.token + 1 }, true));
  on(".play", "click", () => diagram.play());
  on(".slow", "click", () => diagram.slow());
  on(".sub", "click", () => diagram.stepInside());
  on(".svg", "click", () => diagram.drawing.download());
  on(".unit input", "change", (event) => diagram.move({ unit: Math.round(Number(event.target.value)) }, true));
  on(".which select", "change", (event) => diagram.move({ which: Number(event.target.value) }, true));
  listenToKeys(diagram, on);
}

function listenToKeys(diagram, on) {
  const { view } = diagram;
  const actions = {
    ArrowRight: () => diagram.move({ token: view.token + 1 }),
    ArrowLeft: () => diagram.move({ token: view.token - 1 }),
    Home: () => diagram.move({ token: 0 }),
    End: () => diagram.move({ token: Infinity }),
    ArrowUp: () => diagram.move({ unit: view.unit - 1 }),
    ArrowDown: () => diagram.move({ unit: view.unit + 1 }),
    n: () => diagram.stepInside(),
    m: () => diagram.slow(),
    " ": () => diagram.play(),
    Escape: () => diagram.open(null),
  };
  let settle = 0;
  on(".stage", "keydown", (event) => {
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    clearTimeout(settle);
    action();
    settle = setTimeout(() => diagram.commit(), SETTLED);
  });
}
