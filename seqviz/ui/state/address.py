"""What the page's address may hold: every setting says its bounds, and a wrong value is named in a sentence.

Streamlit swaps an impossible value for the default without a word; so a page checks its settings before it
draws any control.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from seqviz.text.numbers_written import with_minus
from seqviz.ui.markdown import escaped

N = TypeVar("N", int, float)
_SHOWN = 40
#: A run's id, alone or in brackets at the end of its name.
_RUN_ID = re.compile(r"(?:^|\()([\w-]{1,64})\)?$")


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


@dataclass(frozen=True)
class Several:
    """Some of a few words, in an order of the person's own.

    Attributes:
        name: the setting's name in the address, and its control's key.
        options: the words to choose from.
        default: taken when the address says nothing.
        label: how an option is written on the control, and in the address.
    """

    name: str
    options: tuple[str, ...]
    default: tuple[str, ...]
    label: Callable[[str], str] = str

    @property
    def written(self) -> str:
        """The default, as the control would show it."""
        return ", ".join(map(self.label, self.default)) or "nothing"

    def fault(self, text: str) -> str | None:
        """Say what the address's words, one a line, should have been, or None when they are right."""
        labels = [self.label(option) for option in self.options]
        return None if set(text.split("\n")) <= {"", *labels} else f"some of {', '.join(labels)}"

    def read(self, texts: Sequence[str]) -> list[str]:
        """Return the options that the address's texts stand for, each once; a word that is none is left out."""
        by_label = {self.label(option): option for option in self.options}
        return list(dict.fromkeys(by_label[text] for text in texts if text in by_label))

    def write(self, value: Sequence[str]) -> list[str]:
        """Return the texts by which the address tells some options, an empty one for none."""
        return [self.label(option) for option in value] or [""]


@dataclass(frozen=True)
class RunIds:
    """Some runs, by their ids; which of them there are, the page says.

    Attributes:
        name: the setting's name in the address, and its control's key.
        most: how many at most.
        default: taken when the address says nothing.
    """

    name: str
    most: int
    default: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """The default, as the address would write it."""
        return "none"

    def fault(self, text: str) -> str | None:
        """Say what the address's runs, one a line, should have been, or None when they are right."""
        runs = [line for line in text.split("\n") if line]
        right = len(runs) <= self.most and all(_RUN_ID.search(run) for run in runs)
        return None if right else f"the ids of at most {self.most} runs"

    def read(self, texts: Sequence[str]) -> list[str]:
        """Return the ids in the address's texts, each once; older addresses name a run before its id."""
        found = (_RUN_ID.search(text) for text in texts)
        return list(dict.fromkeys(match[1] for match in found if match))

    def write(self, value: Sequence[str]) -> list[str]:
        """Return the texts by which the address tells some runs, an empty one for none."""
        return list(value) or [""]


Setting = Number[int] | Number[float] | Choice | Several | Flag | Text | RunIds


def faults(settings: Sequence[Setting], address: Mapping[str, Sequence[str]]) -> list[str]:
    """Return one sentence for each setting that the address gets wrong.

    Args:
        settings: what the page knows.
        address: the address's parameters, name -> its texts, more than one where the name is repeated.
    """
    said = ((setting, address[setting.name]) for setting in settings if address.get(setting.name))
    return [_sentence(setting, texts) for setting, texts in said if fault_of(setting, texts) is not None]


def fault_of(setting: Setting, texts: Sequence[str]) -> str | None:
    """Say what the address's texts for a setting should have been, or None when they are right."""
    if len(texts) > 1 and not isinstance(setting, Several | RunIds):
        return "one value"
    return setting.fault("\n".join(texts))


def _sentence(setting: Setting, texts: Sequence[str]) -> str:
    said = ", ".join(texts)
    shown = f"{said[:_SHOWN]}…" if len(said) > _SHOWN else said
    known = ", ".join(map(setting.label, setting.read(texts))) if isinstance(setting, Several) else ""
    return (
        f"{setting.name} needs {fault_of(setting, texts)}; the address says {shown!r}: "
        f"{known or setting.written} is taken."
    )


def check(*settings: Setting) -> None:
    """Show a sentence for each setting that the address gets wrong. Call it before drawing any control."""
    address = {setting.name: st.query_params.get_all(setting.name) for setting in settings}
    for sentence in faults(settings, address):
        st.warning(escaped(sentence), icon=":material/link_off:")
