"""Who owns what a page's controls hold: the session.

It takes the settings from the address when the page is entered, and when Back or Forward has brought another
address; from then on it writes them to the address. A message that was on its way while the address changed
can so not undo what a person has just chosen.

Streamlit's own binding of a control to the address is not used: on the way to another page it adds an entry to the
browser's history that has lost the settings, and it gives a control's text up where two pages share its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from seqviz.corpora.records import CorpusError
from seqviz.corpora.uploads import PREFIX
from seqviz.ui.server.doors import upload_allowances
from seqviz.ui.server.engine import store
from seqviz.ui.state import session
from seqviz.ui.state.address import Choice, Number, Setting, Text
from seqviz.ui.state.address_check import fault_of
from seqviz.ui.state.address_lists import Several

#: A longer text is kept with the uploads, and the address holds its key.
LONGEST_IN_ADDRESS = 2_000

#: The run that a page shows; "" for the one that comes with the app.
RUN = Text("run", "", 64, is_typed=False)


@dataclass
class PageState:
    """What the session knows of the page that it is on.

    Attributes:
        settings: the page's, by their names.
        personal: those that belong to the person rather than to a page, by their names.
        good: page and setting's name -> the last value that could be used.
        refused: setting's name -> what its control is called, where it holds something that cannot be used.
        before: what the settings held before they were set together, for *Undo*; None where there is nothing to undo.
        adopted: whether this run of the script has taken the settings from the address or from memory.
        kept: a long text -> its key among the uploads.
        moved: names of settings that the address, memory or a task has set to other than their defaults.
    """

    settings: dict[str, Setting] = field(default_factory=dict)
    personal: dict[str, Setting] = field(default_factory=dict)
    good: dict[tuple[str, str], Any] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    before: dict[str, Any] | None = None
    adopted: bool = False
    kept: dict[str, str] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)


def adopt(settings: Sequence[Setting]) -> None:
    """Begin a page: where it is entered, or entered again by Back or Forward, take its settings up.

    They come from the address; where that names none of them and the page was chosen from the menu, from what
    the page held when it was left.

    Args:
        settings: everything the page keeps in the address; call it before any control is drawn.
    """
    state, found, by_history = session.remember(PageState), session.found(), _came_by_history()
    state.settings = {setting.name: setting for setting in settings}
    state.adopted = found is not None or by_history
    if state.adopted:
        state.refused, state.before = {}, None
        if by_history or not found or any(name in st.query_params for name in state.settings):
            values = {setting.name: _in_address(setting) for setting in settings}
            state.good |= {(session.page(), name): value for name, value in values.items()}
        else:
            values = {setting.name: _option(setting, found.get(setting.name)) for setting in settings}
        session.set_controls(values)
        state.moved = {setting.name for setting in settings if values[setting.name] != default(setting)}
    _write_address(is_sure=not by_history)


def adopt_once(settings: Sequence[Setting]) -> None:
    """Take settings that belong to the person rather than to a page from the address that the session began with."""
    session.remember(PageState).personal = {setting.name: setting for setting in settings}
    if all(session.held(setting.name) is None for setting in settings):
        session.set_controls({setting.name: _in_address(setting) for setting in settings})


def was_adopted() -> bool:
    """Tell whether this run has taken the page's settings up: who keeps a copy of them begins it again."""
    return session.remember(PageState).adopted


def _came_by_history() -> bool:
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _in_address(setting: Setting) -> Any:
    texts = st.query_params.get_all(setting.name)
    if not texts or fault_of(setting, texts) is not None:
        return (isinstance(setting, Several) and setting.read(texts)) or default(setting)
    return _long_text(setting, texts[-1]) if isinstance(setting, Text) else setting.read(texts)


def _long_text(setting: Text, text: str) -> str:
    """Return the text that the address holds, or whose key it holds."""
    if setting.longest <= LONGEST_IN_ADDRESS or not text.startswith(PREFIX):
        return text
    try:
        long = store().uploads.read(text).decode("utf-8")
    except (CorpusError, UnicodeDecodeError):  # it is a text that only looks like a key, or the file is gone
        return text
    session.remember(PageState).kept[long] = text
    return long


def _option(setting: Setting, found: Any) -> Any:
    gone = found is None or (isinstance(setting, Choice) and found not in setting.options)
    return default(setting) if gone else found


def default(setting: Setting) -> Any:
    """Return a setting's default as its control holds it."""
    return list(setting.default) if isinstance(setting.default, tuple) else setting.default


def value(setting: Setting) -> Any:
    """Return what a setting holds on this page, whether its control is drawn or not."""
    held = session.held(setting.name)
    return default(setting) if held is None else held


def put(setting: Setting, new: Any) -> None:
    """Set a setting, in its control (if that is not drawn yet) and in the address."""
    session.set_controls({setting.name: new})
    publish(setting, new)


def publish(setting: Setting, new: Any) -> None:
    """Tell the address what a setting holds; what is the default it need not say."""
    if st.query_params.get_all(setting.name) != _texts(setting, new):
        _write_address({setting.name: (setting, new)})


def _write_address(changed: Mapping[str, tuple[Setting, Any]] | None = None, *, is_sure: bool = True) -> None:
    """Tell the address all that holds, in one message: the browser may have sent an older one along.

    Args:
        changed: settings that hold something else than their controls yet tell: name -> setting and value.
        is_sure: the browser's address is what it sent; after Back it may have changed meanwhile.
    """
    state = session.remember(PageState)
    known = state.personal | state.settings
    held = {name: (setting, usable(setting)) for name, setting in known.items()} | dict(changed or {})
    texts = {name: _texts(setting, new) for name, (setting, new) in held.items()}
    wanted = {name: said for name, said in texts.items() if said}
    if not is_sure or wanted != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(wanted)


def usable(setting: Setting) -> Any:
    """Return what a setting holds, or held before something was typed that cannot be used."""
    held = value(setting)
    if wanted(setting, held) is None:
        return held
    return session.remember(PageState).good.get((session.page(), setting.name), default(setting))


def _texts(setting: Setting, new: Any) -> list[str]:
    if new == default(setting):
        return []
    if isinstance(setting, Text) and len(new) > LONGEST_IN_ADDRESS:
        return _kept_text(new)
    return setting.write(new)


def _kept_text(text: str) -> list[str]:
    kept = session.remember(PageState).kept
    if text not in kept:
        try:
            kept[text] = store().uploads.keep(
                text.encode(),
                "a long text",
                owner=session.owner(),
                use="text",
                allowances=upload_allowances(),
            )
        except CorpusError:
            return []  # it stays with the session
    return [kept[text]]


def wanted(setting: Setting, typed: Any) -> str | None:
    """Say what should have been typed, or None where that can be used; only boxes can hold anything else."""
    return setting.fault(setting.write(typed)[0]) if isinstance(setting, Number | Text) else None
