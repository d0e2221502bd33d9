"""What the check lets pass, the controls take up as it is written; what it refuses, no control reads."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.state.address import Choice, Flag, Number, Setting, Text
from seqviz.ui.state.address_check import fault_of, faults
from seqviz.ui.state.address_lists import Several
from tests.pages import open_page  # noqa: F401  (makes AppTest fast)
from tests.ui.hostile import TEXTS, hostile_texts

DRAWN: dict[str, tuple[Setting, Any]] = {
    setting.name: (setting, draw)
    for setting, draw in (
        (Number("box", 0, 2**31 - 1, 7, 1), controls.number),
        (Number("slider", 1, 500, 7, 1), controls.slider),
        (Number("rate", 0.001, 1.0, 0.01, 0.001), controls.number),
        (Number("power", -3.0, 3.0, 0.0, 0.1), controls.slider),
        (Choice("buttons", ("rnn", "lstm"), "lstm", str.upper), controls.choice),
        (Choice("pills", ("rnn", "lstm"), "lstm", str.upper), controls.pills),
        (Choice("menu", ("rnn", "lstm"), "lstm", str.upper), controls.menu),
        (Several("steps", ("html", "stem", "lower"), ("html",), str.upper), controls.several),
        (Flag("switch"), controls.flag),
        (Flag("switched_on", True), controls.flag),
        (Text("line", "not bad", 40), controls.line),
        (Text("passage", "not bad", 2_000), controls.passage),
    )
}


def script(drawn: dict, values: dict) -> None:  # Streamlit reads it as text: no names from outside
    from seqviz.ui.state import address_check, page_state

    settings = [setting for setting, _ in drawn.values()]
    address_check.check(*settings)
    page_state.adopt(settings)
    for name, (setting, draw) in drawn.items():
        values[name] = draw(setting, name)


def meant(setting: Setting, texts: list[str]) -> Any:
    """What a text that passes the check means, read in its own way."""
    match setting:
        case Number():
            return type(setting.default)(texts[0])
        case Flag():
            return texts[0].lower() == "true"
        case Several():
            by_label = {setting.label(option): option for option in setting.options}
            known = tuple(dict.fromkeys(by_label[text] for text in texts if text in by_label))
            return known if known or not any(texts) else setting.default
        case Choice():
            return next(option for option in setting.options if setting.label(option) == texts[0])
    return texts[0]


def assert_held_as_said(drawn: dict[str, tuple[Setting, Any]], address: dict[str, list[str]]) -> None:
    values: dict[str, Any] = {}
    at = AppTest.from_function(script, args=(drawn, values))
    at.query_params.update(address)
    at.run()
    assert not at.exception
    sentences = faults([setting for setting, _ in drawn.values()], address)
    assert [warning.value for warning in at.warning] == [escaped(sentence) for sentence in sentences]
    assert not at.error
    for name, (setting, _) in drawn.items():
        is_wrong = name in address and fault_of(setting, address[name]) is not None
        refused = name not in address or (is_wrong and not isinstance(setting, Several))
        default = tuple(setting.default) if isinstance(setting, Several) else setting.default
        assert values[name] == (default if refused else meant(setting, address[name])), (name, address)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text)[:20])
def test_every_control_holds_what_the_address_says_or_its_default_and_a_sentence(text):
    assert_held_as_said(DRAWN, {name: [text] for name in DRAWN})


def texts_for(setting: Setting) -> st.SearchStrategy[str]:
    right = (
        [st.sampled_from([setting.label(option) for option in setting.options])]
        if _has_options(setting)
        else []
    )
    near = [st.integers(-2, 502).map(str)] if isinstance(setting, Number) else []
    return st.one_of(*right, *near, hostile_texts())


def _has_options(setting: Setting) -> bool:
    return isinstance(setting, Choice | Several)


@settings(max_examples=60, deadline=None)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            name: st.lists(texts_for(setting), min_size=1, max_size=3) for name, (setting, _) in DRAWN.items()
        },
    )
)
def test_any_address_is_held_as_it_is_said(address):
    assert_held_as_said(DRAWN, address)
