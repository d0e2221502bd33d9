"""Values of a program, in a few words."""

from __future__ import annotations

import math
from types import FunctionType
from typing import Any

_FEW = 8  # numbers of a table, or things in a list, that are written out
_LONGEST = 90  # characters of a text


def written(value: Any) -> str:
    """Return a value as a person reads it: shortened, and of a large table its shape."""
    shape = getattr(value, "shape", None)
    if shape is not None:
        small = math.prod(shape) <= _FEW and hasattr(value, "tolist")
        return written(value.tolist()) if small else f"numbers of shape {tuple(shape)}"
    if isinstance(value, dict):
        return f"{{{_some([f'{written(key)}: {written(one)}' for key, one in value.items()])}}}"
    if isinstance(value, list | tuple | set):
        brackets = {list: "[]", tuple: "()", set: "{}"}[type(value)]
        one_by_one = sorted(value) if isinstance(value, set) else value
        return f"{brackets[0]}{_some([written(one) for one in one_by_one])}{brackets[1]}"
    return _single(value)


def _some(parts: list[str]) -> str:
    return ", ".join(parts[:_FEW] + ["…"] * (len(parts) > _FEW))


def _single(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, FunctionType):
        return f"the function {value.__name__}"
    if value is None or isinstance(value, str | int):
        text = repr(value)
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return f"a {type(value).__name__}"
