"""The scripts of a browser component: ES modules on the disk, one module for Streamlit.

Streamlit takes a component's script as one text without an address, which can import nothing; it serves files only
for components of an installed distribution. So the modules that a script imports are put before it, each in a
function of its own: what a module does not export stays unknown to the others.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

_IMPORT = re.compile(r'^import \{(?P<names>[^{}]+)\} from "(?P<path>\.{1,2}/[\w./]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|class|function) (?P<name>\w+))", re.MULTILINE)
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)
_UNKNOWN = re.compile(r"^\s*(?:import|export)\b.*|\bimport\s*[.(].*", re.MULTILINE)


@dataclass(frozen=True)
class _Module:
    """A module's code without its imports and exports.

    Attributes:
        imports: the names that are imported from each file.
        exports: the names that other modules may import.
        has_default: it exports the function that Streamlit calls.
    """

    code: str
    imports: dict[Path, tuple[str, ...]]
    exports: tuple[str, ...]
    has_default: bool


def one_module(entry: Path) -> str:
    """Return a script and what it imports, directly or not, as the text of one ES module.

    Args:
        entry: the file whose default export is the component.

    Raises:
        ValueError: if a module imports what is not there, imports itself by a detour, exports a name twice, or is
            written in a way that is not understood here. A statement is `import { a, b } from "./c.js";`,
            `export` before a const, class or function, or, in the entry alone, `export default`.
    """
    modules = _in_order(entry.resolve())
    parts = [_part(path, modules, entry.resolve()) for path in modules]
    return "\n".join(["const modules = {};", *parts])


def _in_order(path: Path, importers: tuple[Path, ...] = ()) -> dict[Path, _Module]:
    """Return a module after all that it needs."""
    if path in importers:
        circle = " imports ".join(file.name for file in (*importers, path))
        raise ValueError(f"Modules may not import each other in a circle, but {circle}.")
    module = _read(path)
    found: dict[Path, _Module] = {}
    for needed, names in module.imports.items():
        found |= _in_order(needed, (*importers, path))
        missing = [name for name in names if name not in found[needed].exports]
        if missing:
            raise ValueError(
                f"{path.name} imports {', '.join(missing)}, which {needed.name} does not export."
            )
    return found | {path: module}


def _read(path: Path) -> _Module:
    if not path.exists():
        raise ValueError(f"There is no module {path}, which is imported.")
    text = path.read_text("utf-8")
    imports: dict[Path, tuple[str, ...]] = {}
    for found in _IMPORT.finditer(text):
        names = tuple(name.strip() for name in found["names"].split(",") if name.strip())
        needed = (path.parent / found["path"]).resolve()
        if needed in imports or not all(name.isidentifier() for name in names):
            raise ValueError(f"{path.name} has to import each module once and by plain names: {found[0]!r}.")
        imports[needed] = names
    exports = tuple(found["name"] for found in _EXPORT.finditer(text))
    twice = {name for name in exports if exports.count(name) > 1}
    if twice:
        raise ValueError(f"{path.name} exports {', '.join(sorted(twice))} twice.")
    code = _EXPORT.sub("", _IMPORT.sub("", text))
    rest, num_defaults = _DEFAULT.subn("", code, count=1)
    unknown = _UNKNOWN.search(rest)
    if unknown:
        raise ValueError(f"{path.name} imports or exports in a way not known here: {unknown[0].strip()!r}.")
    return _Module(code, imports, exports, bool(num_defaults))


def _part(path: Path, modules: dict[Path, _Module], entry: Path) -> str:
    """Return a module's code, its imports looked up; all but the entry in a function of their own."""

    def looked_up(file: Path) -> str:
        return f'modules["{Path(os.path.relpath(file, entry.parent)).as_posix()}"]'

    module = modules[path]
    if module.has_default != (path == entry):
        raise ValueError(
            f"Only the entry, {entry.name}, and that always, has a default export: not {path.name}."
        )
    imports = [
        f"const {{ {', '.join(names)} }} = {looked_up(file)};" for file, names in module.imports.items()
    ]
    code = "\n".join([*imports, module.code])
    if path == entry:
        return code
    return f"{looked_up(path)} = (() => {{\n{code}\nreturn {{ {', '.join(module.exports)} }};\n}})();"
