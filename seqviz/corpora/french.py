"""English sentences with their French, drawn from a small grammar of our own in which words agree and move.

French puts most adjectives behind the noun, marks them and the articles by gender, elides "je" and "ne" before
a vowel, wraps "ne … pas" round the verb, after which "un" becomes "de", and makes its past of two words: small
things for attention to find.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from seqviz.corpora.grammar import draw, table

_VOWELS = tuple("aeiouéèêâh")
_HAVE = ("ai", "as", "a", "avons", "avez", "ont")


@dataclass(frozen=True)
class _Subject:
    english: str
    french: str
    person: int

    @property
    def singular(self) -> bool:
        return self.person == 3


def french_pairs(count: int, seed: int = 0) -> list[tuple[str, str]]:
    """Draw different sentence pairs, lower case but for "I", without end marks.

    Args:
        count: how many; the grammar has some hundred thousand.
        seed: seed of the random numbers.

    Returns:
        (English, French), all different, in the order drawn.
    """
    generator = random.Random(seed)
    pairs: dict[str, str] = {}
    while len(pairs) < count:
        english, french = _sentence(generator)
        pairs.setdefault(english, french)
    return list(pairs.items())


def _sentence(generator: random.Random) -> tuple[str, str]:
    lists = table("french")
    subject = _Subject(*draw(generator, lists["subjects"]))
    verb = draw(generator, lists["verbs"])
    nouns = [noun for noun in lists["nouns"] if noun[3] in verb[5].split()]
    english_verb, french_verb = _verb(generator, subject, verb)
    negated = french_verb.endswith(" pas")
    english_object, french_object = _object(generator, draw(generator, nouns), negated)
    parts = [(english_object, french_object)]
    if generator.random() < 0.5:
        parts.append(tuple(draw(generator, lists["endings"])))
    english = " ".join([subject.english, english_verb, *(part[0] for part in parts)])
    french = " ".join([_elide(subject.french, french_verb), *(part[1] for part in parts)])
    return english, french


def _verb(generator: random.Random, subject: _Subject, verb: list[Any]) -> tuple[str, str]:
    base, third, past, present, participle, _ = verb
    chance, index = generator.random(), subject.person - 1
    if chance < 0.5:
        return (third if subject.singular else base), present[index]
    if chance < 0.75:
        return past, f"{_HAVE[index]} {participle}"
    auxiliary = "does" if subject.singular else "do"
    return f"{auxiliary} not {base}", f"{_elide('ne', present[index])} pas"


def _object(generator: random.Random, noun: list[str], negated: bool) -> tuple[str, str]:
    """A noun with its article and, half of the time, an adjective that agrees; "pas un" is "pas de"."""
    english, french, gender, _ = noun
    definite = generator.random() < 0.6
    if generator.random() < 0.5:
        adjective, masculine, feminine, before = draw(generator, table("french")["adjectives"])
        form = feminine if gender == "f" else ("bel" if masculine == "beau" and _vowel(french) else masculine)
        english, french = f"{adjective} {english}", f"{form} {french}" if before else f"{french} {form}"
    if definite:
        return f"the {english}", _elide("la" if gender == "f" else "le", french)
    article = "an" if english[0] in "aeiou" else "a"
    indefinite = "de" if negated else "une" if gender == "f" else "un"
    return f"{article} {english}", _elide(indefinite, french)


def _elide(word: str, following: str) -> str:
    """Join two words, the first shortened before a vowel: je + ai = j'ai."""
    shortens = word in ("je", "ne", "le", "la", "de") and _vowel(following)
    return f"{word[0]}'{following}" if shortens else f"{word} {following}"


def _vowel(word: str) -> bool:
    return word.startswith(_VOWELS)
