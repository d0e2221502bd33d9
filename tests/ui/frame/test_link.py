from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from seqviz.ui.frame.link import qr_code
from tests.pages.open_page import open_page


def test_a_code_is_drawn_dark_on_white_with_its_quiet_zone():
    drawing = qr_code("http://192.168.1.20:8501/lstm_cell?review=not+bad")
    assert drawing.startswith("<svg ")
    assert "#fff" in drawing and 'stroke="#000"' in drawing
    side = int(re.search(r'viewBox="0 0 (\d+) ', drawing)[1])
    assert (side - 2 * 4 - 17) % 4 == 0  # ISO/IEC 18004: a code is 17 + 4 · version modules wide


@pytest.mark.parametrize(("length", "is_drawn"), [(1_200, True), (1_300, False), (5_000, False)])
def test_an_address_too_long_for_a_phone_gets_no_code(length, is_drawn):
    assert (qr_code("x" * length) is not None) == is_drawn


def shown(at: AppTest) -> str:
    at.session_state["copy link"] = True
    at.run()
    (field,) = (
        element.proto.json
        for element in at.get("bidi_component")
        if "Address of what you see" in element.proto.json
    )
    return field


def test_the_link_has_what_is_set_on_the_page_and_not_what_the_person_prefers():
    at = open_page("cleaning", presenter="true")
    at.text_area(key="text").set_value("so & so?").run()
    at.multiselect(key="steps").set_value(["stem", "html"]).run()
    found = shown(at)
    assert "text=so+%26+so%3F" in found and "steps=Stem&steps=Strip+HTML" in found
    assert "presenter" not in found
