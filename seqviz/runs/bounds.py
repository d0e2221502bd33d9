"""The bounds of an experiment's settings, written beside each field and checked in one place.

The page draws its sliders from them, the command line its help, and an experiment from a URL or a file
is refused by the same check.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import Field, dataclass, field, fields
from typing import Any

from seqviz.runs.experiment import ConfigError

_LONGEST_SHOWN = 80  # characters of a wrong value in a sentence


@dataclass(frozen=True)
class Range:
    """A number between two bounds, both included; with `sizes`, a list of so many such numbers."""

    low: float
    high: float
    whole: bool
    sizes: tuple[int, int] | None = None

    def problem(self, value: Any) -> str | None:
        """Return what is wrong with a value, or None."""
        if self.sizes is None:
            return self._problem_of_one(value)
        if not isinstance(value, tuple) or not self.sizes[0] <= len(value) <= self.sizes[1]:
            return f"needs {self.sizes[0]} to {self.sizes[1]} numbers, not {_shown(value)}"
        return next((p for p in map(self._problem_of_one, value) if p), None)

    def _problem_of_one(self, value: Any) -> str | None:
        kinds = (int,) if self.whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds):
            return f"needs a {'whole ' if self.whole else ''}number, not {_shown(value)}"
        if not self.low <= value <= self.high:
            return f"needs a number from {self.low:.10g} to {self.high:.10g}, not {_shown(value)}"
        return None


@dataclass(frozen=True)
class Choice:
    """One of a few words, or of those that are registered when it is asked."""

    words: Collection[str]

    @property
    def options(self) -> tuple[str, ...]:
        """The words that are accepted now."""
        return tuple(self.words)

    def problem(self, value: Any) -> str | None:
        """Return what is wrong with a value, or None."""
        return (
            None if value in self.options else f"needs one of {', '.join(self.options)}, not {_shown(value)}"
        )


@dataclass(frozen=True)
class Switch:
    """True or false."""

    def problem(self, value: Any) -> str | None:
        """Return what is wrong with a value, or None."""
        return None if isinstance(value, bool) else f"needs true or false, not {_shown(value)}"


@dataclass(frozen=True)
class Text:
    """A short text; it may name a file, and no file's name holds the character NUL."""

    longest: int

    def problem(self, value: Any) -> str | None:
        """Return what is wrong with a value, or None."""
        if isinstance(value, str) and 0 < len(value) <= self.longest and "\0" not in value:
            return None
        return f"needs a text of 1 to {self.longest} characters, not {_shown(value)}"


Bound = Range | Choice | Switch | Text


def _shown(value: Any) -> str:
    """Write a value out, cut where it is longer than a sentence bears."""
    shown = value if isinstance(value, str) else repr(value)
    cut = f"{shown[:_LONGEST_SHOWN]}…" if len(shown) > _LONGEST_SHOWN else shown
    return repr(cut) if isinstance(value, str) else cut


def whole(default: int, low: int, high: int, meaning: str) -> Any:
    """Declare a field that holds a whole number."""
    return field(default=default, metadata=_metadata(Range(low, high, whole=True), meaning))


def number(default: float, low: float, high: float, meaning: str) -> Any:
    """Declare a field that holds a number."""
    return field(default=default, metadata=_metadata(Range(low, high, whole=False), meaning))


def whole_numbers(default: tuple[int, ...], low: int, high: int, sizes: tuple[int, int], meaning: str) -> Any:
    """Declare a field that holds several whole numbers."""
    return field(default=default, metadata=_metadata(Range(low, high, whole=True, sizes=sizes), meaning))


def one_of(default: str, options: Collection[str], meaning: str) -> Any:
    """Declare a field that holds one of a few words."""
    return field(default=default, metadata=_metadata(Choice(options), meaning))


def switch(default: bool, meaning: str) -> Any:
    """Declare a field that is true or false."""
    return field(default=default, metadata=_metadata(Switch(), meaning))


def text(default: str, longest: int, meaning: str) -> Any:
    """Declare a field that holds a short text."""
    return field(default=default, metadata=_metadata(Text(longest), meaning))


def _metadata(bound: Bound, meaning: str) -> dict[str, Any]:
    return {"bound": bound, "meaning": meaning}


def bound_of(experiment: type, name: str) -> Any:
    """Return the bound declared for a field of an experiment class."""
    return _field(experiment, name).metadata["bound"]


def meaning_of(experiment: type, name: str) -> str:
    """Return the sentence that says what a field of an experiment class means."""
    return _field(experiment, name).metadata["meaning"]


def _field(experiment: type, name: str) -> Field:
    return next(f for f in fields(experiment) if f.name == name)


def check(experiment: Any, *rules: Callable[[Any], str | None]) -> None:
    """Check every field of an experiment against its bound, then rules that join several fields.

    Args:
        experiment: a dataclass whose fields were declared with the functions of this module.
        rules: each returns a sentence on what is wrong, or None.

    Raises:
        ConfigError: with one sentence that says what was needed and what came.
    """
    for each in fields(experiment):
        problem = each.metadata["bound"].problem(getattr(experiment, each.name))
        if problem:
            raise ConfigError(f"The setting {each.name} {problem}.")
    for rule in rules:
        problem = rule(experiment)
        if problem:
            raise ConfigError(problem)
