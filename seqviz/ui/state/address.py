"""What the page's address may hold: every setting says its bounds, how it is read and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from seqviz.text.numbers_written import with_minus
from seqviz.ui.state.address_lists import RunIds, Several

N = TypeVar("N", int, float)


@dataclass(frozen=True)
class Number(Generic[N]):
    """A number with bounds, both included.

    Attributes:
        name: the setting's name in the address, and its control's key.
        low: the least value.
        high: the greatest value.
        default: taken when the address says nothing.
        step: the control's step.
    """

    name: str
    low: N
    high: N
    default: N
    step: N

    @property
    def written(self) -> str:
        """The default, as the address would write it."""
        return f"{self.default:.10g}"

    def fault(self, text: str) -> str | None:
        """Say what the address's text should have been, or None when it is right."""
        wanted = "a whole number" if isinstance(self.default, int) else "a number"
        try:
            is_inside = self.low <= type(self.default)(text) <= self.high
        except ValueError:
            is_inside = False
        return (
            None
            if is_inside
            else f"{wanted} from {with_minus(self.low, '.10g')} to {with_minus(self.high, '.10g')}"
        )

    def read(self, texts: Sequence[str]) -> N:
        """Return the value that the address's texts stand for; they have no fault."""
        return type(self.default)(texts[-1])

    def write(self, value: N) -> list[str]:
        """Return the texts by which the address tells a value."""
        return [str(value) if isinstance(value, int) else f"{value:.10g}"]


@dataclass(frozen=True)
class Choice:
    """One of a few words.

    Attributes:
        name: the setting's name in the address, and its control's key.
        options: the words to choose from.
        default: taken when the address says nothing.
        label: how an option is written on the control, and in the address.
    """

    name: str
    options: tuple[str, ...]
    default: str
    label: Callable[[str], str] = str

    @property
    def written(self) -> str:
        """The default, as the address would write it."""
        return self.label(self.default)

    def fault(self, text: str) -> str | None:
        """Say what the address's text should have been, or None when it is right."""
        labels = [self.label(option) for option in self.options]
        return None if text in labels else f"one of {', '.join(labels)}"

    def read(self, texts: Sequence[str]) -> str:
        """Return the option that the address's texts stand for; they have no fault."""
        return next(option for option in self.options if self.label(option) == texts[-1])

    def write(self, value: str) -> list[str]:
        """Return the texts by which the address tells an option."""
        return [self.label(value)]


@dataclass(frozen=True)
class Flag:
    """Yes or no.

    Attributes:
        name: the setting's name in the address, and its control's key.
        default: taken when the address says nothing.
    """

    name: str
    default: bool = False

    @property
    def written(self) -> str:
        """The default, as the address would write it."""
        return str(self.default).lower()

    def fault(self, text: str) -> str | None:
        """Say what the address's text should have been, or None when it is right."""
        return None if text.lower() in ("true", "false") else "true or false"

    def read(self, texts: Sequence[str]) -> bool:
        """Return what the address's texts stand for; they have no fault."""
        return texts[-1].lower() == "true"

    def write(self, value: bool) -> list[str]:
        """Return the texts by which the address tells yes or no."""
        return [str(value).lower()]


@dataclass(frozen=True)
class Text:
    """A short text of the person's own. Longer ones belong in the store.

    Attributes:
        name: the setting's name in the address, and its control's key.
        default: taken when the address says nothing.
        longest: most characters allowed.
        is_typed: whether a person types it, rather than a program.
    """

    name: str
    default: str
    longest: int = 2000
    is_typed: bool = True

    @property
    def written(self) -> str:
        """The default, in quotation marks."""
        return repr(self.default) if self.default else "nothing"

    def fault(self, text: str) -> str | None:
        """Say what the address's text should have been, or None when it is right."""
        return None if len(text) <= self.longest else f"a text of at most {self.longest:,} characters"

    def read(self, texts: Sequence[str]) -> str:
        """Return the address's text."""
        return texts[-1]

    def write(self, value: str) -> list[str]:
        """Return the text as the address tells it."""
        return [value]


Setting = Number[int] | Number[float] | Choice | Several | Flag | Text | RunIds
