"""Fills the code templates: `$name` at the start of a line keeps its indentation for every line put there."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import Any

SHARED = Path(__file__).parent / "templates"
_PLACE = re.compile(r"^(?P<indent>[ ]*)\$(?P<line>\w+)$|\$(?P<word>\w+)", re.MULTILINE)


def fill(template: str, values: dict[str, Any], folder: Path = SHARED) -> str:
    """Return a template with its places filled.

    Args:
        template: the file's name without `.py.txt`.
        values: name -> what stands for it, written with `str`; a whole-line place that gets "" vanishes.
        folder: where the template lies: those that several kinds share, or a kind's own.

    Raises:
        KeyError: if the template has a place that no value is given for.
    """

    def place(match: re.Match[str]) -> str:
        if match["word"]:
            return str(values[match["word"]])
        return textwrap.indent(textwrap.dedent(str(values[match["line"]])).strip("\n"), match["indent"])

    text = (folder / f"{template}.py.txt").read_text(encoding="utf-8")
    return re.sub(r"\n{4,}", "\n\n\n", _PLACE.sub(place, text))
