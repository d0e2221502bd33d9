"""Which tests concern a module: the one that mirrors it, those that import it, and those that do so at second hand."""

from __future__ import annotations

import functools
from pathlib import Path

from tests.conftest import ROOT
from tests.test_layers import imports, python_files

#: Rooms of tests that look at the maths; a page that fails would only say so late.
ROOMS = ("text", "corpora", "embeddings", "models", "runs", "experiments", "new_cell")


def concerning(path: str) -> list[str]:
    """Return the test files for a source file, the one that mirrors it first, then the nearest.

    A test at second hand imports a module that imports this one. Where there are fewer than two tests, those at
    third hand are asked too.
    """
    file = Path("tests", *Path(path).parts[1:])
    mirror = str(file.with_name(f"test_{file.name}"))
    near = {mirror} if (ROOT / mirror).exists() else set()
    users = {_module(path)}
    order = sorted(near)
    for hand in range(3):
        if hand == 2 and len(order) > 1:
            break
        order += sorted(set(_importers("tests", users)) - set(order))
        users |= {_module(file) for file in _importers("seqviz", users)}
    return order


def _importers(root: str, modules: set[str]) -> list[str]:
    return [
        file
        for file, named in _graph(root).items()
        if any(name == module or name.startswith(module + ".") for name in named for module in modules)
    ]


@functools.cache
def _graph(root: str) -> dict[str, frozenset[str]]:
    roots = [f"tests/{room}" for room in ROOMS] if root == "tests" else [root]
    files = [path for path in python_files(*roots) if root != "tests" or path.name.startswith("test_")]
    return {str(path.relative_to(ROOT)): frozenset(imports(path)) for path in files}


def _module(path: str) -> str:
    return ".".join(Path(path).with_suffix("").parts)
