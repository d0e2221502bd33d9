// Hands: buttons and keys. Everything ends in `move`, `open`, `stepInside`, `play`, `slow` or `commit`.

Diagram.prototype.listen = function () {
  const on = (selector, name, react) => this.find(selector).addEventListener(name, react, { signal: this.ending.signal });
  on(".back", "click", () => this.move({ token: this.view.token - 1 }, true));
  on(".on", "click", () => this.move({ token: this.view.token + 1 }, true));
  on(".play", "click", () => this.play());
  on(".slow", "click", () => this.slow());
  on(".sub", "click", () => this.stepInside());
  on(".svg", "click", () => this.drawing.download());
  on(".unit input", "change", (event) => this.move({ unit: Math.round(Number(event.target.value)) }, true));
  on(".which select", "change", (event) => this.move({ which: Number(event.target.value) }, true));
  listenToKeys(this, on);
};

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
