"""Texts that nobody means, but that an address, a file's name or a box may hold."""

from __future__ import annotations

from hypothesis import strategies as st

#: Markdown in every form that the page knows, and a mark to look for.
MARKDOWN = (
    "[x](https://e.org) **b** :red[x] $x$ <b> https://e.org www.e.org a@e.org :smile: :material/check: ->"
)
#: Numbers that are none, or are but only for some.
NUMBERS = (
    "inf", "-inf", "Infinity", "nan", "1e309", "-1e309", "9" * 400, "-" + "9" * 400, "9" * 5_000, "0" * 400 + "5",
    "١٢", "１２", "1_000", "_1", "0x10", "1.0", "1.5", "5e2", "1e-400", "-0", "+1", " 3 ", "3\n", "1,5", "½", "²",
    "9007199254740993", "1970-01-01", "1970-01-01T00:00:00.000005", "00:00", "1j", "None", "True",
)  # fmt: skip
WORDS = (
    "", " ", "\t\n", "\0", "\x1b[31m", "\u202ereverse", "\ufeff", "a" * 10_000, "🦉" * 3_000, "1", "0", "TRUE", "tRuE",
    "true ", "../../etc/passwd", "<script>alert(1)</script>", "'; drop table runs; --", "%00", "&lt;",
)  # fmt: skip
TEXTS = (*NUMBERS, *WORDS, MARKDOWN)


def hostile_texts() -> st.SearchStrategy[str]:
    """Return texts of every kind that can be written into an address: no half of a surrogate pair can."""
    numbers = st.one_of(st.integers().map(str), st.floats().map(repr), st.decimals().map(str))
    return st.one_of(st.sampled_from(TEXTS), numbers, st.text(st.characters(exclude_categories=["Cs"])))
