from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def asked(answer: str | None) -> None:
    from seqviz.ui import frame

    frame.predict("Open or shut?", ["open", "shut"], "It shuts at *not*.", answer=answer)


def opened(answer):
    return AppTest.from_function(asked, args=(answer,), default_timeout=30).run()


@pytest.mark.parametrize(("guess", "verdict"), [("shut", "That is right."), ("open", "It is: shut.")])
def test_every_guess_is_judged_and_the_answer_told_only_then(guess, verdict):
    at = opened("shut")
    assert not any("It shuts" in text.value for text in at.markdown)
    at.radio(key="prediction").set_value(guess).run()
    assert at.markdown[-1].value == "It shuts at *not*."
    assert verdict in [*at.success, *at.info][0].value


def test_nobody_is_asked_what_cannot_be_judged():
    at = opened(None)
    assert not at.radio
    assert "cannot tell" in at.info[0].value
