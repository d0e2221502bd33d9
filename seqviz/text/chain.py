"""Cleaning as a chain: steps that are switched on and off and put in any order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from seqviz.text.accents import fold_accents
from seqviz.text.contractions import expand_contractions
from seqviz.text.lemmas import Dictionary, best_dictionary, lemmatise_words
from seqviz.text.markup import strip_html
from seqviz.text.stems import Stemmer, stem_words
from seqviz.text.stop_words import remove_stop_words, stop_words
from seqviz.text.symbols import Kept, remove_digits, remove_special_characters


@dataclass(frozen=True)
class Options:
    """What the steps leave to choose.

    Attributes:
        stemmer: whose rules cut the endings.
        dictionary: where lemmas are looked up.
        dropped: the stop words, lower-case.
        kept: what is no special character.
    """

    stemmer: Stemmer = "porter"
    dictionary: Dictionary = field(default_factory=best_dictionary)
    dropped: frozenset[str] = field(default_factory=stop_words)
    kept: Kept = "every script"


@dataclass(frozen=True)
class Step:
    """A link of the chain.

    Attributes:
        title: what the page calls it.
        apply: text and options -> text.
        code: the function behind it, for the page to show.
    """

    title: str
    apply: Callable[[str, Options], str]
    code: Callable[..., str]


@dataclass(frozen=True)
class Stage:
    """A text before and after one step of a chain."""

    step: str
    before: str
    after: str


STEPS: dict[str, Step] = {
    "html": Step("Strip HTML", lambda text, _: strip_html(text), strip_html),
    "accents": Step("Fold accents", lambda text, _: fold_accents(text), fold_accents),
    "contractions": Step(
        "Expand contractions", lambda text, _: expand_contractions(text), expand_contractions
    ),
    "special": Step(
        "Remove special characters",
        lambda text, options: remove_special_characters(text, options.kept),
        remove_special_characters,
    ),
    "digits": Step("Remove digits", lambda text, _: remove_digits(text), remove_digits),
    "lower": Step("Lower-case", lambda text, _: text.lower(), str.lower),
    "stem": Step("Stem", lambda text, options: stem_words(text, options.stemmer), stem_words),
    "lemma": Step(
        "Lemmatise", lambda text, options: lemmatise_words(text, options.dictionary), lemmatise_words
    ),
    "stop": Step(
        "Remove stop words", lambda text, options: remove_stop_words(text, options.dropped), remove_stop_words
    ),
}
#: The chain that the lesson starts with: digits and capitals stay.
USUAL = ("html", "accents", "contractions", "special", "stem", "lemma", "stop")


def stages(text: str, order: Sequence[str], options: Options) -> list[Stage]:
    """Send a text through a chain and return it before and after every step.

    Args:
        text: as it came.
        order: keys of `STEPS`, first step first.
        options: what the steps leave to choose.
    """
    passed = []
    for step in order:
        after = STEPS[step].apply(text, options)
        passed.append(Stage(step, text, after))
        text = after
    return passed


def clean(text: str, order: Sequence[str], options: Options) -> str:
    """Return a text as it leaves the chain."""
    for step in order:
        text = STEPS[step].apply(text, options)
    return text
