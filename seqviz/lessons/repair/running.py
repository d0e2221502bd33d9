"""Runs the snippets that come with the app, and watches what each line makes.

Only text from `assets/snippets.toml` is ever run: a person chooses a line and a mending by their numbers, and what
they type reaches no program.
"""

from __future__ import annotations

import ast
import builtins
import io
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from types import FrameType
from typing import Any

from seqviz.lessons.repair.inputs import given_to
from seqviz.lessons.repair.snippets import snippet_named
from seqviz.lessons.repair.values import written

_FILE = "<snippet>"
_MODULE = "<module>"
RETURNED = "what it returns"


@dataclass
class Outcome:
    """What became of a program.

    Attributes:
        printed: what it printed.
        error: the exception that ended it, as Python says it, or None.
        stopped_at: the line where that was, counted from 1.
        made: line -> what it had made when it was last run: variable, or `RETURNED`, -> its value in a few words.
        variables: its own at the end.
    """

    printed: str = ""
    error: str | None = None
    stopped_at: int | None = None
    made: dict[int, dict[str, str]] = field(default_factory=dict)
    variables: dict[str, Any] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """What a terminal would show."""
        return self.printed + (f"line {self.stopped_at}: {self.error}" if self.error else "")


@cache
def outcome(name: str, mending: int | None = None) -> Outcome:
    """Run a snippet as it stands, or mended; it is run once, for it always does the same.

    Args:
        name: the snippet's.
        mending: the place of a mending among the snippet's, or None.
    """
    snippet = snippet_named(name)
    source = snippet.code if mending is None else snippet.mended(snippet.mendings[mending])
    return run(source, given_to(snippet))


def run(source: str, given: dict[str, Any]) -> Outcome:
    """Run a program of the app's own.

    Args:
        source: the program; never what a person wrote.
        given: what it finds defined.
    """
    out = io.StringIO()
    variables = given | {"__builtins__": builtins, "print": lambda *things: print(*things, file=out)}
    found = Outcome(variables=variables)
    with _watched(_Watch(_assigned(source), found.made)):
        try:
            exec(compile(source, _FILE, "exec"), variables)
        except Exception as error:  # whatever it is, the page says it
            found.error = f"{type(error).__name__}: {error}"
            lines = traceback.extract_tb(error.__traceback__)
            found.stopped_at = [line.lineno for line in lines if line.filename == _FILE][-1]
    found.printed = out.getvalue()
    return found


def _assigned(source: str) -> dict[int, set[str]]:
    """Return the variables that each line assigns to."""
    names: dict[int, set[str]] = {}
    for statement in ast.walk(ast.parse(source)):
        if isinstance(statement, ast.Assign | ast.AugAssign | ast.For):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            stored = (
                node
                for target in targets
                for node in ast.walk(target)
                if isinstance(node, ast.Name) and node.id != "_"
            )
            names.setdefault(statement.lineno, set()).update(node.id for node in stored)
    return names


@contextmanager
def _watched(watch: _Watch) -> Iterator[None]:
    """Call the watch at every line of a snippet; other code of this thread is left alone."""
    before = sys.gettrace()
    sys.settrace(watch)
    try:
        yield
    finally:
        sys.settrace(before)


class _Watch:
    """Notes what each line of a snippet makes, as the interpreter goes from line to line."""

    def __init__(self, assigned: dict[int, set[str]], made: dict[int, dict[str, str]]) -> None:
        self.assigned, self.made = assigned, made
        self.last: dict[FrameType, int] = {}

    def __call__(self, frame: FrameType, event: str, value: Any) -> _Watch | None:
        name = frame.f_code.co_name
        if frame.f_code.co_filename != _FILE or (name.startswith("<") and name != _MODULE):
            return None  # another file, or what stands in brackets within a line
        if event == "call" and name != _MODULE:
            self._note(frame.f_lineno, dict(frame.f_locals))
        elif event in ("line", "return"):
            self._note_last(frame)
        if event == "return" and name != _MODULE and value is not None:
            self._note(frame.f_lineno, {RETURNED: value})
        self.last[frame] = frame.f_lineno
        return self

    def _note_last(self, frame: FrameType) -> None:
        """Note what the line before this one has assigned."""
        line = self.last.get(frame, 0)
        names = self.assigned.get(line, set()) & frame.f_locals.keys()
        if names:
            self._note(line, {name: frame.f_locals[name] for name in sorted(names)})

    def _note(self, line: int, values: dict[str, Any]) -> None:
        self.made[line] = {name: written(value) for name, value in values.items()}
