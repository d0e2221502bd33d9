from __future__ import annotations

from streamlit.testing.v1 import AppTest


def lesson() -> None:
    from seqviz.ui import controls, frame
    from seqviz.ui.more_settings import more_settings
    from seqviz.ui.state.address import Number

    size, depth = Number("size", 0, 9, 1, 1), Number("depth", 0, 9, 1, 1)
    frame.introduction("A lesson", "Why?", size, depth)
    controls.slider(size, "Size")
    with more_settings(depth):
        controls.slider(depth, "Depth")


def is_open(**address: str) -> bool:
    at = AppTest.from_function(lesson)
    for name, text in address.items():
        at.query_params[name] = text
    (box,) = (box for box in at.run().expander if box.label == "More settings")
    return bool(box.proto.expanded)


def test_the_box_is_open_where_the_address_sets_one_of_its_controls():
    assert not is_open()
    assert not is_open(size="4")
    assert is_open(depth="4")


def test_a_folded_control_works_from_the_address():
    at = AppTest.from_function(lesson)
    at.query_params["depth"] = "4"
    assert at.run().slider(key="depth").value == 4
