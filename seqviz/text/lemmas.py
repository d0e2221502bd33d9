"""Lemmas: the dictionary form of a word, looked up, not cut."""

from __future__ import annotations

import contextlib
import threading
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from seqviz.data_dir import data_directory
from seqviz.text.stop_words import negations, stop_words
from seqviz.text.word_patterns import replace_words

Dictionary = Literal["wordnet", "simplemma"]
PARTS_OF_SPEECH = {"verb": "v", "noun": "n", "adjective": "a"}  # and what WordNet calls them
SOURCES: dict[Dictionary, str] = {
    "wordnet": "WordNet, through NLTK's WordNetLemmatizer: verb first, then noun.",
    "simplemma": "simplemma's bundled English word list (MIT licence), used because WordNet is not on this "
    "computer. It knows one lemma for each form, whatever the part of speech.",
}
_AUXILIARIES = ("be", "have", "do")
_loading = threading.Lock()


def lemmatise_words(text: str, dictionary: Dictionary | None = None) -> str:
    """Put every word of a text in its dictionary form; the case and everything between the words stays.

    Args:
        text: any text.
        dictionary: which one to look in; None for the best one on this computer.
    """
    chosen = dictionary or best_dictionary()
    return replace_words(text, lambda word: lemma(word, chosen))


@lru_cache(maxsize=200_000)
def lemma(word: str, dictionary: Dictionary) -> str:
    """Return the dictionary form of a lower-case word, or the word itself where there is none."""
    return _wordnet_lemma(word) if dictionary == "wordnet" else _bundled_lemma(word)


def lemmas_by_part_of_speech(word: str) -> dict[str, str]:
    """Return WordNet's dictionary form of a lower-case word for each of `PARTS_OF_SPEECH`.

    Returns:
        part of speech -> lemma, the word itself where it is no such part of speech; empty where WordNet is not on this
        computer: the bundled dictionary knows no parts of speech.
    """
    lemmatizer = _wordnet()
    if lemmatizer is None:
        return {}
    with _loading:
        return {part: lemmatizer.lemmatize(word, letter) for part, letter in PARTS_OF_SPEECH.items()}


def best_dictionary() -> Dictionary:
    """Return "wordnet" when its data is on this computer, else "simplemma"."""
    return "wordnet" if _wordnet() is not None else "simplemma"


def nltk_folder() -> Path:
    """Return the folder for NLTK's data, within seqviz's own."""
    return data_directory() / "nltk_data"


def fetch_wordnet() -> bool:
    """Download WordNet into seqviz's folder (about 11 MB) and return whether it is there now."""
    import nltk

    with contextlib.suppress(OSError, ValueError):  # no network, or a broken index
        nltk.download("wordnet", download_dir=str(nltk_folder()), quiet=True)
    return best_dictionary() == "wordnet"


def _wordnet_lemma(word: str) -> str:
    """Look a word up as a verb, and if that changes nothing as a noun.

    WordNet has no pronouns and prepositions: as nouns, "us" would become "u" and "as" would become "a". So
    function words are looked up as verbs only.
    """
    lemmatizer = _wordnet()
    assert lemmatizer is not None
    with _loading:
        as_verb = lemmatizer.lemmatize(word, "v")
        if as_verb != word or word in stop_words() or word in negations():
            return as_verb
        return lemmatizer.lemmatize(word, "n")


def _wordnet() -> Any:
    """Return NLTK's lemmatizer, or None where WordNet's data is missing."""
    import nltk

    folder = str(nltk_folder())
    if folder not in nltk.data.path:
        nltk.data.path.append(folder)
    try:
        nltk.data.find("corpora/wordnet.zip")
    except LookupError:
        try:
            nltk.data.find("corpora/wordnet")
        except LookupError:
            return None
    return _loaded_wordnet()


@cache
def _loaded_wordnet() -> Any:
    from nltk.corpus import wordnet
    from nltk.stem import WordNetLemmatizer

    with _loading:
        wordnet.ensure_loaded()
    return WordNetLemmatizer()


def _bundled_lemma(word: str) -> str:
    """Look a word up; of the function words only verbs, for "us" would become "we"."""
    import simplemma

    if len(word) == 1:
        return word
    found: str = simplemma.lemmatize(word, lang="en").lower()
    return word if word in stop_words() and found not in _AUXILIARIES else found
