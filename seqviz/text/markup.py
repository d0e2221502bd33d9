"""HTML out of a text."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, NavigableString, Tag, XMLParsedAsHTMLWarning
from bs4.element import CData
from bs4.exceptions import ParserRejectedMarkup

_MARKUP = re.compile(r"<[!/?a-zA-Z]|&[#a-zA-Z]")
_PARTING = (
    ["address", "article", "aside", "blockquote", "body", "br", "button", "caption", "dd", "details", "div"]
    + ["dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"]
    + ["head", "header", "hr", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "select"]
    + ["summary", "table", "td", "textarea", "th", "title", "tr", "ul"]
)
_UNREAD = ["noscript", "script", "style", "template"]
_SPACES = re.compile(r"[^\S\n]*\n\s*")


def strip_html(text: str) -> str:
    """Return the text that a browser would show: tags gone, entities resolved, scripts and styles left out.

    Where a tag parts paragraphs, cells or lines, a new line parts the words; BeautifulSoup alone would
    glue them together. A text without a tag or an entity comes back unchanged, and so do lone signs as in
    "3 < 5" and "I <3 it".

    Source: BeautifulSoup with Python's own parser, which accepts broken HTML.
    """
    if not _MARKUP.search(text):
        return text
    soup = _parse(text)
    shown = "".join(_strings(soup))
    return _SPACES.sub("\n", shown).strip() if soup.find(_PARTING) else shown


def _strings(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the strings of a document in order, and a new line at both edges of what parts its text."""
    waiting: list[Any] = [soup]
    while waiting:
        element = waiting.pop()
        if not isinstance(element, Tag):
            if type(element) in (str, NavigableString, CData):  # no comment, no declaration
                yield element
        elif element.name not in _UNREAD:
            edge = ["\n"] if element.name in _PARTING else []
            waiting += edge + element.contents[::-1] + edge


def _parse(text: str) -> BeautifulSoup:
    """Parse; what comes after the last ">" opens no tag, whatever it looks like."""
    closed, sign, rest = text.rpartition(">")
    text = closed + sign + rest.replace("<", "&lt;")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        try:
            return BeautifulSoup(text, "html.parser")
        except ParserRejectedMarkup:  # such as "<![": no declaration that a parser knows
            return BeautifulSoup(text.replace("<!", "&lt;!"), "html.parser")
