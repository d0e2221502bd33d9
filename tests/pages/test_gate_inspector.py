from __future__ import annotations

import pytest

from tests.pages.open_page import open_page


def test_it_opens_with_a_net_a_sentence_and_its_arithmetic():
    at = open_page("gate_inspector")
    assert at.text_area(key="sentence").value.startswith("The film was not good")
    assert [heading.value for heading in at.subheader][:3] == [
        "The arithmetic behind the numbers",
        "What excites unit 0",
        "Find a unit that follows …",
    ]
    assert not at.info


@pytest.mark.parametrize(
    ("sentence", "said"),
    [("", "There is no word"), ("   ☃☃ \n", "There is no word"), ("<script>alert(1)</script>", None), ("word " * 1500, None)],
)
def test_bad_input_gets_a_sentence_and_no_traceback(sentence, said):
    at = open_page("gate_inspector")
    at.text_area(key="sentence").set_value(sentence).run()
    assert not at.exception
    assert said is None or at.info[0].value.startswith(said)
