// The names in a module: which are used and declared nowhere, which are declared and used nowhere.
// The parser is the one inside Node (`--expose-internals`), so that no package has to be fetched.

import { createRequire } from "node:module";
import vm from "node:vm";

const require = createRequire(import.meta.url);
const { parse } = require("internal/deps/acorn/acorn/dist/acorn");
const { ancestor } = require("internal/deps/acorn/acorn-walk/dist/walk");

const LANGUAGE = vm.runInNewContext("Object.getOwnPropertyNames(globalThis)");
/** What the components use of the browser. */
const BROWSER = [
  "AbortController", "Blob", "Node", "ResizeObserver", "URL", "XMLSerializer", "atob", "clearInterval", "clearTimeout", "document",
  "getComputedStyle", "history", "location", "navigator", "requestAnimationFrame", "setInterval", "setTimeout", "window",
];
const KNOWN = new Set([...LANGUAGE, ...BROWSER]);
const SCOPE = /^(Program|BlockStatement|CatchClause|Class(Declaration|Expression)|For(Of|In)?Statement|.*Function.*)$/;

/** The names that a pattern such as `{ a, b: [c, d = 1], ...e }` declares. */
function namesIn(pattern) {
  if (!pattern) return [];
  if (pattern.type === "Identifier") return [pattern.name];
  const inner = { ObjectPattern: pattern.properties, ArrayPattern: pattern.elements, Property: [pattern.value],
    AssignmentPattern: [pattern.left], RestElement: [pattern.argument] }[pattern.type];
  return inner.flatMap(namesIn);
}

/** A map from each scope's node to its names, each with whether something uses or exports it. */
function declarations(tree) {
  const scopes = new Map();
  const declare = (scope, names, isUsed) => {
    if (!scopes.has(scope)) scopes.set(scope, new Map());
    for (const name of names) scopes.get(scope).set(name, isUsed);
  };
  const around = (ancestors) => ancestors.slice(0, -1).findLast(({ type }) => SCOPE.test(type));
  const isExported = (ancestors) => /^Export/.test(ancestors.at(-2)?.type);
  const inner = (node, _, ancestors) => {
    if (node.id && /Declaration/.test(node.type)) declare(around(ancestors), [node.id.name], isExported(ancestors));
    declare(node, (node.params ?? []).flatMap(namesIn), true); // a caller gives what it gives
  };
  ancestor(tree, {
    Function: inner,
    Class: inner,
    CatchClause: (node) => declare(node, namesIn(node.param), false),
    VariableDeclaration: (node, _, ancestors) =>
      declare(around(ancestors), node.declarations.flatMap(({ id }) => namesIn(id)), isExported(ancestors)),
    ImportDeclaration: (node) => declare(tree, node.specifiers.map(({ local }) => local.name), false),
  });
  return scopes;
}

/** Returns the names that are `undeclared` and those that are `unused` in the text of a module. */
export function namesOf(text) {
  const tree = parse(text, { ecmaVersion: "latest", sourceType: "module" });
  const scopes = declarations(tree);
  const undeclared = new Set();
  const use = ({ name }, _, ancestors, isRead = true) => {
    const names = ancestors.map((node) => scopes.get(node)).findLast((found) => found?.has(name));
    if (!names && !KNOWN.has(name)) undeclared.add(name);
    if (names && isRead) names.set(name, true);
  };
  ancestor(tree, { Identifier: use, VariablePattern: (node, state, ancestors) => use(node, state, ancestors, false) });
  const unused = [...scopes.values()].flatMap((names) => [...names].filter(([, isUsed]) => !isUsed).map(([name]) => name));
  return { undeclared: [...undeclared], unused };
}
