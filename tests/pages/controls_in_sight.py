"""How many controls of a lesson a person sees before opening any box: those with which the picture is changed."""

from __future__ import annotations

from collections.abc import Iterator

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element, Expander

#: Kinds of elements that hold a setting. Buttons are none: they set what others hold, or begin something.
KINDS = (
    "button_group",
    "checkbox",
    "file_uploader",
    "multiselect",
    "number_input",
    "radio",
    "select_slider",
    "selectbox",
    "slider",
    "text_area",
    "text_input",
    "toggle",
)


def controls_in_sight(at: AppTest) -> list[str]:
    """The labels of a page's controls that stand in no closed box and behind no tab, the prediction's not counted."""
    found = (element for element in _in_sight(at.main) if element.type in KINDS)
    return [
        str(element.proto.label)
        for element in found
        if not str(getattr(element, "key", "")).startswith("prediction")
    ]


def _in_sight(block: Block) -> Iterator[Element]:
    tabs = [child for child in block.children.values() if child.type == "tab"]
    for child in block.children.values():
        if not isinstance(child, Block):
            yield child
        elif not (_is_closed(child) or child in tabs[1:]):
            yield from _in_sight(child)


def _is_closed(block: Block) -> bool:
    is_box = isinstance(block, Expander) and not block.proto.expanded
    return is_box or block.type == "popover"
