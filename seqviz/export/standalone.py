"""The source of functions and classes with everything of this app that they use, so that they run elsewhere."""

from __future__ import annotations

import ast
import builtins
import inspect
import re
import sys
import textwrap
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any


@cache
def standalone(*functions: Callable[..., Any]) -> str:
    """Return code that defines functions and classes and needs nothing of this app.

    Imports come first, then constants and helpers, each before what uses it. Annotations are not looked into,
    so the code has to stand below `from __future__ import annotations`.

    Raises:
        ValueError: if a function uses something that cannot be written down: neither a function, a module,
            a pattern nor a plain constant.
    """
    found = _Found({}, {})
    for function in functions:
        found.add_function(function)
    return "\n\n".join(["\n".join(sorted(found.imports)), *found.definitions.values()])


class _Found:
    """What has been collected so far: import lines, and name -> definition, helpers first."""

    def __init__(self, imports: dict[str, None], definitions: dict[str, str]) -> None:
        self.imports, self.definitions = imports, definitions

    def add_function(self, function: Callable[..., Any]) -> None:
        function = inspect.unwrap(function)
        if function.__name__ in self.definitions:
            return
        source = textwrap.dedent(inspect.getsource(function))
        module = sys.modules[function.__module__]
        for name in _names(source):
            if name in vars(module) and name != function.__name__:
                self.add(name, module)
        self.definitions[function.__name__] = source

    def add(self, name: str, module: ModuleType) -> None:
        """Collect one global of a module that a function there uses."""
        value = vars(module)[name]
        if isinstance(value, ModuleType):
            self.imports[f"import {value.__name__}" + (f" as {name}" if name != value.__name__ else "")] = (
                None
            )
        elif isinstance(value, re.Pattern):
            flags = value.flags & ~re.UNICODE
            self.imports["import re"] = None
            self.definitions[name] = f"{name} = re.compile({value.pattern!r}, {flags})"
        elif isinstance(value, str | int | float | tuple | frozenset | dict):
            self.definitions[name] = f"{name} = {value!r}"
        elif callable(value) and _is_ours(value):
            self.add_function(value)
        elif callable(value):
            self.imports[f"from {_imported_from(module)[name]} import {name}"] = None
        else:
            raise ValueError(f"{name} = {value!r:.40} cannot be written into a script")


def _is_ours(value: Any) -> bool:
    return str(getattr(value, "__module__", "")).startswith("seqviz")


@cache
def _imported_from(module: ModuleType) -> dict[str, str]:
    """Return where a module imports its names from: `logsigmoid` names a private place itself, the import does not."""
    imports = (
        node for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.ImportFrom)
    )
    return {alias.name: str(node.module) for node in imports for alias in node.names}


def _names(source: str) -> list[str]:
    """The global names that a function's code and decorators use, annotations left out."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        if isinstance(node, ast.arg):
            node.annotation = None
        if isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
    names = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return [name for name in dict.fromkeys(names) if not hasattr(builtins, name)]
