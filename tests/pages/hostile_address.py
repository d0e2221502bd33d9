"""A page opened at an address that nobody means, and what it says and shows of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from unittest import mock

from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from seqviz.ui import controls
from seqviz.ui.state import address_check
from seqviz.ui.state.address import Setting, Text
from tests.pages.open_page import open_page
from tests.ui.hostile import TEXTS

#: Fits into every text's box; each part would be drawn otherwise by Markdown or by Plotly.
MARKED = "[x](//e) :red[x] $x$ **b** <b>x</b>"
#: What of it must not reach what draws Markdown, and what must not reach a figure.
IN_MARKDOWN = ("[x](", ":red[", "$x$", "**b**", "<b>x")
IN_FIGURES = ("<b>x</b>",)
#: Fields that Streamlit shows as they are: what a box holds, code, plain text, and our components' data.
SHOWN_AS_THEY_ARE = ("value", "default", "code_text", "body_text", "json", "data", "options", "placeholder")


@dataclass
class Opened:
    """A page as it stands.

    Attributes:
        at: the page.
        checked: every setting that it checks, by name.
        drawn: the names of those whose controls it draws.
    """

    at: AppTest
    checked: dict[str, Setting]
    drawn: set[str]


def opened(page: str, **texts: str) -> Opened:
    """Open a page and note what it checks and draws."""
    checked: list[Setting] = []
    drawn: set[str] = set()
    check, publish, settle = address_check.check, controls.publish, controls.settle

    def noting_checks(*settings: Setting) -> None:
        checked.extend(settings)
        check(*settings)

    def noting(function: Callable[..., Any]) -> Callable[..., Any]:
        def noted(setting: Setting, *what: Any) -> Any:
            drawn.add(setting.name)
            return function(setting, *what)

        return noted

    with (
        mock.patch.object(address_check, "check", noting_checks),
        mock.patch.object(controls, "publish", noting(publish)),
        mock.patch.object(controls, "settle", noting(settle)),
    ):
        at = open_page(page, **texts)
    return Opened(at, {setting.name: setting for setting in checked}, drawn)


def hostile_texts(settings: dict[str, Setting]) -> dict[str, str]:
    """Choose a text for each setting, the same each time: name -> text."""
    draw = random.Random(" ".join(settings))
    return {
        name: MARKED if isinstance(setting, Text) else draw.choice(TEXTS)
        for name, setting in settings.items()
    }


def rendered(at: AppTest) -> Iterator[tuple[str, str]]:
    """Give every string that is drawn as Markdown or in a figure: (kind of element, string)."""
    for block in at._tree.children.values():
        for element in block:
            proto = getattr(element, "proto", None)
            if isinstance(proto, Message) and element.type != "text":
                for field, text in _strings(proto):
                    if field not in SHOWN_AS_THEY_ARE:
                        yield element.type, text


def _strings(message: Message) -> Iterator[tuple[str, str]]:
    for field, value in message.ListFields():
        each: list[Any] = list(value) if field.is_repeated else [value]
        for one in each:
            if isinstance(one, Message):
                yield from _strings(one)
            elif isinstance(one, str):
                yield field.name, one
