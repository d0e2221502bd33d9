"""What a person has answered: for each snippet a line and a mending, both in the address."""

from __future__ import annotations

from seqviz.lessons.repair.snippets import Mending, Snippet, snippets
from seqviz.ui.state.address import Choice
from seqviz.ui.state.page_state import value

NONE = "none"
_TITLES = {snippet.name: snippet.title for snippet in snippets()}
SNIPPET = Choice("snippet", tuple(_TITLES), next(iter(_TITLES)), label=lambda name: _TITLES[name])


def line_of(snippet: Snippet) -> Choice:
    """Return the setting that keeps which line was chosen, by its number; empty lines cannot be."""
    numbers = [str(k) for k, line in enumerate(snippet.lines, start=1) if line.strip()]
    return Choice(f"{snippet.name}_line", (NONE, *numbers), NONE)


def mending_of(snippet: Snippet) -> Choice:
    """Return the setting that keeps which mending was chosen, by its number from 1 on."""
    return Choice(f"{snippet.name}_mending", (NONE, *map(str, range(1, len(snippet.mendings) + 1))), NONE)


SETTINGS = (
    SNIPPET,
    *(setting(snippet) for snippet in snippets() for setting in (line_of, mending_of)),
)


def is_found(snippet: Snippet) -> bool:
    """Tell whether the chosen line is a faulty one."""
    line = value(line_of(snippet))
    return line != NONE and int(line) in snippet.faulty_lines


def chosen_mending(snippet: Snippet) -> int | None:
    """Return the place of the chosen mending among the snippet's, or None."""
    number = value(mending_of(snippet))
    return None if number == NONE else int(number) - 1


def is_repaired(snippet: Snippet) -> bool:
    """Tell whether the line was found and repaired correctly."""
    place = chosen_mending(snippet)
    mending: Mending | None = None if place is None else snippet.mendings[place]
    return is_found(snippet) and mending is not None and mending.is_right


def afresh(name: str) -> dict[str, str]:
    """Return settings that open a snippet unanswered: control's key -> value."""
    snippet = next(one for one in snippets() if one.name == name)
    return {SNIPPET.name: name, line_of(snippet).name: NONE, mending_of(snippet).name: NONE}
