"""Addresses from before a page was divided: the lesson that took over the part which the address shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(frozen=True)
class Part:
    """A part of a former page.

    Attributes:
        lesson: the page that it is on now.
        settings: the names of its settings in an address, as shell patterns; "*" for an address without any, too.
    """

    lesson: str
    settings: tuple[str, ...]

    def is_shown(self, names: Iterable[str]) -> bool:
        """Whether an address with these names shows this part."""
        return "*" in self.settings or any(
            fnmatchcase(name, pattern) for name in names for pattern in self.settings
        )


#: The page that an address names -> the parts that have left it; of those that an address shows, the first is opened.
MOVED: dict[str, tuple[Part, ...]] = {
    "glove_fasttext": (
        Part("subwords", ("subword", "shortest", "longest", "compared", "unseen", "change", "change_seed")),
        Part("glove", ("*",)),
    ),
    "why_sequence": (
        Part("recurrent_neuron", ("terms", "start_one", "start_two", "reads", "net", "fib_*", "state_*")),
    ),
    "gradients": (
        Part("remembering", ("recall_*", "country", "fillers")),
        Part("clipping", ("clip_*",)),
    ),
    "directions": (
        Part("filling_gap", ("story", "blank", "fill_*", "next_*")),
        Part("stacks", ("brackets", "bracket_*", "way", "stack_*")),
    ),
    "seq2seq": (Part("attention", ("force", "grid_*")),),
}


def moved_to(page: str, names: Iterable[str]) -> str | None:
    """Return the page that shows what an address asks for, where that is another one than it names; else None.

    Args:
        page: that the address names.
        names: of the settings in it.
    """
    known = list(names)
    return next((part.lesson for part in MOVED.get(page, ()) if part.is_shown(known)), None)
