"""What the page's address may hold: every setting says its bounds, and a wrong value is named in a sentence.

Streamlit swaps an impossible value for the default without a word; so a page checks its settings before it
draws any control.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import streamlit as st

from seqviz.ui.session import set_controls

N = TypeVar("N", int, float)
_SHOWN = 40


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
            value = type(self.default)(text)
        except ValueError:
            value = type(self.default)(self.low) - 1
        inside = math.isfinite(value) and self.low <= value <= self.high
        return None if inside else f"{wanted} from {self.low:.10g} to {self.high:.10g}"


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
        return None if text.lower() in ("true", "false", "1", "0") else "true or false"


@dataclass(frozen=True)
class Text:
    """A short text of the person's own. Longer ones belong in the store.

    Attributes:
        name: the setting's name in the address, and its control's key.
        default: taken when the address says nothing.
        longest: most characters allowed.
    """

    name: str
    default: str
    longest: int = 2000

    @property
    def written(self) -> str:
        """The default, in quotation marks."""
        return repr(self.default)

    def fault(self, text: str) -> str | None:
        """Say what the address's text should have been, or None when it is right."""
        return None if len(text) <= self.longest else f"a text of at most {self.longest} characters"


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
        """What becomes of a wrong word."""
        return "what is known of it"

    def fault(self, text: str) -> str | None:
        """Say what the address's words, one a line, should have been, or None when they are right."""
        labels = [self.label(option) for option in self.options]
        return None if set(text.split("\n")) <= {"", *labels} else f"some of {', '.join(labels)}"


Setting = Number[int] | Number[float] | Choice | Several | Flag | Text


def faults(settings: tuple[Setting, ...], address: dict[str, str]) -> list[str]:
    """Return one sentence for each setting that the address gets wrong.

    Args:
        settings: what the page knows.
        address: the address's parameters, name -> text.
    """
    said = ((setting, address[setting.name]) for setting in settings if setting.name in address)
    return [_sentence(setting, text) for setting, text in said if setting.fault(text) is not None]


def _sentence(setting: Setting, text: str) -> str:
    shown = f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
    return (
        f"{setting.name} needs {setting.fault(text)}; the address says {shown!r}: {setting.written} is taken."
    )


def check(*settings: Setting) -> None:
    """Show a sentence for each setting that the address gets wrong. Call it before drawing any control."""
    address = st.query_params.to_dict()
    for setting in settings:
        if isinstance(setting, Several) and setting.name in address:
            address[setting.name] = "\n".join(st.query_params.get_all(setting.name))
    for sentence in faults(settings, address):
        st.warning(plain(sentence), icon=":material/link_off:")


def defaults(settings: tuple[Setting, ...]) -> dict[str, Any]:
    """Return every setting's default: control key -> value."""
    return {
        setting.name: list(setting.default) if isinstance(setting, Several) else setting.default
        for setting in settings
    }


def take_up(settings: Sequence[Setting], values: Mapping[str, Any]) -> None:
    """Put settings back to some values, in their controls and in the address, unless the address says something.

    Args:
        settings: those of the page, whose controls are not drawn yet.
        values: a setting's name -> what its control shall hold; one without a value, or whose value is no option
            any more, stays at its default.
    """
    if any(setting.name in st.query_params for setting in settings):
        return
    for setting in settings:
        value = values.get(setting.name)
        if value is None or (isinstance(setting, Choice) and value not in setting.options):
            continue
        set_controls({setting.name: value})
        if isinstance(setting, Several):
            if tuple(value) != setting.default:
                st.query_params[setting.name] = [setting.label(word) for word in value]
        elif value != setting.default:
            is_text = isinstance(setting, Text)
            st.query_params[setting.name] = value if is_text else replace(setting, default=value).written


def plain(sentence: str) -> str:
    """Escape Markdown, so that text from the address is shown as it is."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()<>#+-!|~$:" else c for c in sentence)
