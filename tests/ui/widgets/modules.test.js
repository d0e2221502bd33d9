// Every module of every component: it can be read and linked, and each of its names is declared and used.

import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { FOLDER } from "./given.js";
import { namesOf } from "./names.js";

const WIDGETS = join(import.meta.dirname, "../../../seqviz/ui/widgets");
const MODULES = globSync("*/*.js", { cwd: WIDGETS });
const MOST_LINES = 200;
const COMPONENTS = globSync("*.mjs", { cwd: FOLDER });

test("a name that is declared nowhere, or used nowhere, is found", () => {
  const wrong = `import { a, b } from "./c.js";
    const used = ({ x, y: [z] }) => { const late = a; return (other) => x + z + other + late; };
    export class Shown { constructor() { missing(used, document, Math.max(1)); } }
    function alone(first) { let count = 0; count = first; unknown = 1; for (const k of []) k.length; }
    { const inner = 1; inner.b; } inner.c;`;
  assert.deepEqual(namesOf(wrong), { undeclared: ["missing", "unknown", "inner"], unused: ["b", "alone", "count"] });
});

for (const module of MODULES) {
  test(`${module} can be imported, each of its names is declared and used, and it fits a few screens`, async () => {
    await import(join(WIDGETS, module));
    const text = readFileSync(join(WIDGETS, module), "utf-8");
    assert.deepEqual(namesOf(text), { undeclared: [], unused: [] });
    assert.ok(text.split("\n").length <= MOST_LINES + 1);
  });
}

test("every component is one module that exports a function", async () => {
  assert.ok(COMPONENTS.length >= 9, COMPONENTS.join());
  for (const component of COMPONENTS) {
    const path = join(FOLDER, component);
    assert.equal(typeof (await import(path)).default, "function", component);
    assert.deepEqual(namesOf(readFileSync(path, "utf-8")).undeclared, [], component);
  }
});
