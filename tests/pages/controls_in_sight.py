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
    """The labels of a page's controls in no closed box, the prediction's not counted; of tabs those of the fullest."""
    found = (element for element in _in_sight(at.main) if element.type in KINDS)
    return [
        str(element.proto.label)
        for element in found
        if not str(getattr(element, "key", "")).startswith("prediction")
    ]


def _in_sight(block: Block) -> Iterator[Element]:
    tabs = [child for child in block.children.values() if child.type == "tab"]
    if tabs:
        yield from max((list(_in_sight(tab)) for tab in tabs), key=_num_controls)
    for child in block.children.values():
        if not isinstance(child, Block):
            yield child
        elif not (_is_closed(child) or child in tabs):
            yield from _in_sight(child)


def _num_controls(elements: list[Element]) -> int:
    return sum(element.type in KINDS for element in elements)


def _is_closed(block: Block) -> bool:
    is_box = isinstance(block, Expander) and not block.proto.expanded
    return is_box or block.type == "popover"
