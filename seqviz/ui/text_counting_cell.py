"""One cell of the document-term matrix, its calculation unfolded."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.text.weighting import WEIGHTINGS, Cell, unfold
from seqviz.ui import controls
from seqviz.ui.address import plain
from seqviz.ui.text_counting import TERM, Counted


def show_cell(counted: Counted, document: int) -> None:
    """Unfold the calculation of a document's cell for a term under both formulas, side by side."""
    st.markdown("**One cell, step by step**")
    term = controls.line(TERM, "Term (or click a cell above)").strip().lower()
    if term not in counted.matrix.terms:
        term = counted.matrix.terms[int(np.argmax(counted.weights[document].toarray()))]
        st.info(plain(f"No document holds the term asked for; “{term}” is taken."), icon=":material/info:")
    st.caption(plain(f"“{term}” in document {counted.label(document)}"))
    left, right = st.columns(2)
    with left.container(border=True):
        st.markdown(f"**{WEIGHTINGS['textbook']}**")
        _textbook(unfold(counted.matrix, document, term, "textbook"))
    with right.container(border=True):
        st.markdown(f"**{WEIGHTINGS['smooth']}**")
        _smooth(unfold(counted.matrix, document, term, "smooth"))


def _textbook(cell: Cell) -> None:
    n, df = cell.num_documents, cell.document_frequency
    tf, idf, weight = f"{cell.tf:.4f}", f"{cell.idf:.4f}", rf"\mathbf{{{cell.weight:.6f}}}"
    _lines(
        r"\text{tf}", rf"{_over(r'\text{count}', r'\text{length}')} = {_over(cell.count, cell.length)} = {tf}"
    )
    _lines(r"\text{idf}", rf"\ln{_over('N', r'\text{df}')} = \ln{_over(n, df)} = {idf}")
    _lines(r"\text{tf}\cdot\text{idf}", rf"{tf}\cdot{idf} = {weight}")


def _smooth(cell: Cell) -> None:
    n, df = cell.num_documents, cell.document_frequency
    idf, product, weight = f"{cell.idf:.4f}", f"{cell.product:.4f}", rf"\mathbf{{{cell.weight:.6f}}}"
    _lines(r"\text{tf}", rf"\text{{count}} = {cell.count}")
    _lines(
        r"\text{idf}", rf"\ln{_over('1+N', r'1+\text{df}')} + 1", rf"\ln{_over(1 + n, 1 + df)} + 1 = {idf}"
    )
    _lines(r"\text{tf}\cdot\text{idf}", rf"{cell.count}\cdot{idf} = {product}")
    _lines(
        _over(r"\text{tf}\cdot\text{idf}", r"\text{length of the row}"),
        rf"{_over(product, f'{cell.norm:.4f}')} = {weight}",
    )


def _lines(name: str, *steps: str) -> None:
    """Set an equation, one step a line, so that it fits a narrow screen."""
    st.latex(rf"\begin{{aligned}}{name} {r' \\ '.join(f'&= {step}' for step in steps)}\end{{aligned}}")


def _over(above: object, below: object) -> str:
    return rf"\frac{{{above}}}{{{below}}}"
