"""Predict, then look: the answer shows once a person has committed to a guess."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import streamlit as st

from seqviz.ui.frame.parts import PARTS
from seqviz.ui.progress import memory as progress
from seqviz.ui.state import session


def predict(
    question: str,
    options: Sequence[str],
    reveal: str | Callable[[], None],
    *,
    key: str = "prediction",
    answer: str | None,
) -> None:
    """Ask before telling: the answer shows once a person has committed to a guess.

    Args:
        question: what will happen?
        options: the possible guesses.
        reveal: the explanation as Markdown, or a function that draws it.
        key: unique on the page.
        answer: which option is right, computed from what is at hand; None where that cannot tell, and nobody is asked.
    """
    st.subheader(PARTS[1])
    guess = _guess(question, options)
    if answer is None:
        st.markdown(question)
        st.info("What is chosen above cannot tell: choose what comes with the app.", icon=":material/info:")
        return
    if guess is None:
        st.radio(question, options, index=None, key=key, on_change=_commit, args=(question, options, key))
        st.caption("Choose first; the answer shows then.")
        return
    st.markdown(question)
    _say_verdict(guess, answer)
    if callable(reveal):
        reveal()
    else:
        st.markdown(reveal)


@dataclass
class _Guesses:
    """What a person guessed in this session: question -> option."""

    made: dict[str, str] = field(default_factory=dict)


def _guess(question: str, options: Sequence[str]) -> str | None:
    """Return what was guessed, in this session or, as far as the browser remembers, in one before."""
    made = session.remember(_Guesses).made
    number = progress.predicted(question)
    if question not in made and number is not None and number < len(options):
        made[question] = options[number]
    return made.get(question)


def _commit(question: str, options: Sequence[str], key: str) -> None:
    guess = session.held(key)
    session.remember(_Guesses).made[question] = guess
    progress.note_prediction(question, options.index(guess))


def _say_verdict(guess: str, answer: str) -> None:
    if guess == answer:
        st.success(f"You said: {guess}. That is right.", icon=":material/check:")
    else:
        st.info(f"You said: {guess}. It is: {answer}.", icon=":material/lightbulb:")
