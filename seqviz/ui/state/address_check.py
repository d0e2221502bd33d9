"""Whether a page's address is right: a wrong value is named in a sentence.

Streamlit swaps an impossible value for the default without a word; so a page checks its settings before it
draws any control.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Setting
from seqviz.ui.state.address_lists import RunIds, Several
from seqviz.ui.state.session import remember

_SHOWN = 40


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


@dataclass
class _Said:
    """What this session's page said of its address when it was drawn last, and what shall be said once more."""

    shown: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    again: dict[tuple[str, ...], list[str]] = field(default_factory=dict)


def check(*settings: Setting) -> None:
    """Show a sentence for each setting that the address gets wrong. Call it before drawing any control."""
    said, names = remember(_Said), tuple(setting.name for setting in settings)
    address = {name: st.query_params.get_all(name) for name in names}
    sentences = faults(settings, address) or said.again.get(names, [])
    said.again.pop(names, None)
    said.shown[names] = sentences
    for sentence in sentences:
        st.warning(escaped(sentence), icon=":material/link_off:")


def say_again() -> None:
    """Say the same of the address when the page is drawn next: it draws itself, and nobody has done anything."""
    said = remember(_Said)
    said.again = said.shown.copy()
