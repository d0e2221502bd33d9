"""The faulty snippets and their possible mendings, read from `assets/snippets.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).resolve().parents[3] / "assets" / "snippets.toml"


@dataclass(frozen=True)
class Mending:
    """What may be written in place of the fault.

    Attributes:
        code: one line or several.
        says: what it does, Markdown; a variable of the snippet may stand in braces.
        is_right: whether the snippet then does what it is meant to do.
    """

    code: str
    says: str
    is_right: bool = False


@dataclass(frozen=True)
class Snippet:
    """A short program with one fault.

    Attributes:
        name: in the address.
        title: what the page calls it.
        lesson: the page that teaches what it is about.
        term: the word of the glossary that it is about.
        wants: what it is meant to do.
        given: names that it finds defined.
        code: the program as it stands.
        fault: what of it is wrong: a line of it, or several in a row.
        why: what is wrong about them, Markdown.
        mendings: what may be written there instead.
        notes: line -> a sentence for who takes it for the faulty one.
        stops: whether it ends with an error as it stands.
        text: what it is given as `text`.
        bars: names of its variables that are drawn: numbers, or dictionaries of numbers.
        bars_title: what the bars show.
        bars_axis: the quantity, with its unit.
    """

    name: str
    title: str
    lesson: str
    term: str
    wants: str
    given: tuple[str, ...]
    code: str
    fault: str
    why: str
    mendings: tuple[Mending, ...]
    notes: dict[str, str]
    stops: bool = False
    text: str = ""
    bars: tuple[str, ...] = ()
    bars_title: str = ""
    bars_axis: str = ""

    @property
    def lines(self) -> list[str]:
        """The program's lines; an empty one parts it."""
        return self.code.splitlines()

    @property
    def faulty_lines(self) -> range:
        """The numbers of the lines that are wrong, counted from 1."""
        before = self.code.partition(self.fault)[0].count("\n")
        return range(before + 1, before + 2 + self.fault.count("\n"))

    def mended(self, mending: Mending) -> str:
        """Return the program with a mending in place of its fault."""
        return self.code.replace(self.fault, mending.code)


@cache
def snippets() -> tuple[Snippet, ...]:
    """Return all snippets, in the order of the course."""
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))["snippet"]
    return tuple(map(_snippet, entries))


def snippet_named(name: str) -> Snippet:
    """Return the snippet of a name."""
    return next(snippet for snippet in snippets() if snippet.name == name)


def _snippet(entry: dict[str, Any]) -> Snippet:
    mendings = tuple(Mending(**mending) for mending in entry.pop("mending"))
    notes = {note["line"]: note["says"] for note in entry.pop("note", [])}
    lists = {key: tuple(value) for key, value in entry.items() if isinstance(value, list)}
    return Snippet(**entry | lists, mendings=mendings, notes=notes)
