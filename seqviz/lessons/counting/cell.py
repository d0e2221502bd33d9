"""One cell of the document-term matrix, its calculation unfolded."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.lessons.counting.matrix import TERM, Counted
from seqviz.text.weighting import WEIGHTINGS, Cell, unfold
from seqviz.ui import controls
from seqviz.ui.markdown import escaped

TF, IDF, PRODUCT = r"\text{tf}", r"\text{idf}", r"\text{tf}\cdot\text{idf}"
LENGTH = r"\text{length}_{\text{row}}"


def show_cell(counted: Counted, document: int) -> None:
    """Unfold the calculation of a document's cell for a term under both formulas, side by side."""
    st.markdown("**One cell, step by step**")
    term = controls.line(TERM, "Term (or click a cell above)").strip().lower()
    if term not in counted.matrix.terms:
        heaviest = counted.matrix.terms[int(np.argmax(counted.weights[document].toarray()))]
        if term:
            st.info(escaped(f"No document contains “{term}”; “{heaviest}” is taken."), icon=":material/info:")
        term = heaviest
    st.caption(escaped(f"“{term}” in document {counted.label(document)}"))
    left, right = st.columns(2)
    with left.container(border=True):
        st.markdown(f"**{WEIGHTINGS['textbook']}**")
        _textbook(unfold(counted.matrix, document, term, "textbook"))
    with right.container(border=True):
        st.markdown(f"**{WEIGHTINGS['smooth']}**")
        _smooth(unfold(counted.matrix, document, term, "smooth"))


def _textbook(cell: Cell) -> None:
    tf, idf = _number(cell.tf), _number(cell.idf)
    numbers = _over(cell.num_documents, cell.document_frequency)
    _lines(TF, r"\frac{\text{count}}{\text{length}}" + f" = {_over(cell.count, cell.length)}", tf)
    _lines(IDF, r"\ln\frac{N}{\text{df}}" + rf" = \ln{numbers}", idf)
    _lines(PRODUCT, rf"{tf}\cdot{idf}", _result(cell.weight))


def _smooth(cell: Cell) -> None:
    idf, product, norm = _number(cell.idf), _number(cell.product), _number(cell.norm)
    numbers = _over(1 + cell.num_documents, 1 + cell.document_frequency)
    _lines(TF, rf"\text{{count}} = {cell.count}")
    _lines(IDF, r"\ln\frac{1+N}{1+\text{df}} + 1", rf"\ln{numbers} + 1", idf)
    _lines(PRODUCT, rf"{cell.count}\cdot{idf}", product)
    _lines(LENGTH, rf"\sqrt{{\sum_{{\text{{row}}}}({PRODUCT})^2}}", norm)
    _lines(_over(PRODUCT, LENGTH), _over(product, norm), _result(cell.weight))


def _number(value: float) -> str:
    """Write a number with so many digits that the result follows from what is shown."""
    return f"{value:.9g}"


def _result(weight: float) -> str:
    return rf"\mathbf{{{weight:.6f}}}"


def _lines(name: str, *steps: str) -> None:
    """Set an equation, one step a line, so that it fits a narrow screen."""
    equals = r" \\ ".join(f"&= {step}" for step in steps)
    st.latex(rf"\begin{{aligned}}{name} {equals}\end{{aligned}}")


def _over(above: object, below: object) -> str:
    return rf"\frac{{{above}}}{{{below}}}"
