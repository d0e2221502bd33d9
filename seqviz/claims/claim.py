"""A claim as data: what it says, who says it, and what is run to find out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Literal

from seqviz.runs.experiment import Experiment

Level = str | int | float
#: Dial -> level: the circumstances under which two arms are compared. A part of a claim stands among them.
Condition = Mapping[str, Level]
#: The first entry of every condition: which part of the claim it belongs to.
PART = "part"


@dataclass(frozen=True)
class Measure:
    """What is measured, and what of it matters.

    Attributes:
        name: with its unit, as an axis is titled.
        margin: the smallest difference that a teacher would care about, in the measure's unit.
        higher_is_better: False where less is better (time, bits).
        relative: differences are shares of the second arm's value, not plain ones.
        as_share: values are shares from 0 to 1, written in percent.
    """

    name: str
    margin: float
    higher_is_better: bool = True
    relative: bool = False
    as_share: bool = False


@dataclass(frozen=True)
class Dial:
    """Something that may decide the matter.

    Attributes:
        name: for people.
        levels: that can be tried, in order.
        default: those that are tried unless others are asked for; empty stands for all.
    """

    name: str
    levels: tuple[Level, ...]
    default: tuple[Level, ...] = ()

    @property
    def usual(self) -> tuple[Level, ...]:
        """The levels that are tried unless others are asked for."""
        return self.default or self.levels


@dataclass(frozen=True)
class Reading:
    """Where a finished run holds the value of an arm.

    Attributes:
        experiment: whose run it is; several arms may be read from one run. None where a formula suffices.
        function: "module:name" of what reads it, called with the run (`outcome.Outcome`) and `arguments`.
        arguments: further ones, by name.
    """

    experiment: Experiment | None
    function: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


def in_result(*path: str) -> tuple[str, dict[str, Any]]:
    """Return the function and the arguments of a reading that takes a number of the run's result.

    Args:
        path: the names that lead to it.
    """
    return "seqviz.claims.outcome:result_value", {"path": path}


@dataclass(frozen=True)
class Part:
    """One comparison that a claim makes: an arm against another, or against a fixed value.

    Attributes:
        name: a short statement ("LSTM longer than GRU").
        measure: what is compared.
        dials: every combination of their levels is a condition.
        arm: of which the claim says something.
        against: the arm it is compared with, or a fixed value.
        read: (condition, arm, seed) -> where its value comes from; None where there is none under this condition.
        expects_more: the claim says that `arm` is better; False where it says that it is no better.
        beside: further arms that are run and shown; the claim says nothing of them, so they enter no verdict.
    """

    name: str
    measure: Measure
    dials: tuple[Dial, ...]
    arm: str
    against: str | float
    read: Callable[[Condition, str, int], Reading | None]
    expects_more: bool = True
    beside: tuple[str, ...] = ()

    @property
    def arms(self) -> tuple[str, ...]:
        """The arms that are compared."""
        return (self.arm, self.against) if isinstance(self.against, str) else (self.arm,)

    @property
    def arms_run(self) -> tuple[str, ...]:
        """The arms that are compared, and those that are shown beside them."""
        return (*self.arms, *self.beside)

    def conditions(self, levels: Mapping[str, tuple[Level, ...]] | None = None) -> Iterator[Condition]:
        """Yield every combination of levels.

        Args:
            levels: dial -> the levels to try instead of the usual ones.
        """
        chosen = [(levels or {}).get(dial.name, dial.usual) for dial in self.dials]
        for combination in product(*chosen):
            names = (dial.name for dial in self.dials)
            yield {PART: self.name, **dict(zip(names, combination, strict=True))}


@dataclass(frozen=True)
class Claim:
    """A claim as articles make it.

    Attributes:
        id: "E4".
        told: the sentence as it is told.
        told_by: who says so, or where it is discussed; one Markdown line each.
        parts: the comparisons that it makes.
        pages: the lessons it belongs to, by their files' names; the one that teaches it first.
        setting: what is run, in a sentence or two of Markdown.
        changes: what would change the verdict, a sentence.
        kind: "seeds" where runs differ by chance; "exact" where a formula decides.
        is_timing: whether the numbers hold for the computer they were measured on alone.
    """

    id: str
    told: str
    told_by: tuple[str, ...]
    parts: tuple[Part, ...]
    pages: tuple[str, ...]
    setting: str
    changes: str
    kind: Literal["seeds", "exact"] = "seeds"
    is_timing: bool = False

    def part(self, name: str) -> Part:
        """Return a part by its name."""
        return next(part for part in self.parts if part.name == name)

    @property
    def dials(self) -> tuple[Dial, ...]:
        """All dials of all parts, each once; of two by one name, the first."""
        found = {dial.name: dial for part in reversed(self.parts) for dial in reversed(part.dials)}
        return tuple(reversed(found.values()))

    def conditions(self, levels: Mapping[str, tuple[Level, ...]] | None = None) -> list[Condition]:
        """Return every condition of every part."""
        return [condition for part in self.parts for condition in part.conditions(levels)]
