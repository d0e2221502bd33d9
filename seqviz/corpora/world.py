"""The bundled corpus for word vectors: a small world with structure, told by a seeded grammar.

Kings and queens, families, countries with capitals, work with a gender tilt, animals and verb tenses recur
in it, so that a few seconds of training give clusters, analogies and a measurable bias. The words and the
sentence patterns stand in assets/corpora/world.toml.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).resolve().parents[2] / "assets" / "corpora" / "world.toml"
NUM_SENTENCES = 12_000
PRONOUNS = {
    "male": {"he": "he", "him": "him", "his": "his", "himself": "himself"},
    "female": {"he": "she", "him": "her", "his": "her", "himself": "herself"},
}
TOPICS = ("royal", "family", "plain", "work", "places", "animals", "verbs")

Slots = dict[str, str]


@cache
def table() -> Mapping[str, Any]:
    """Read the grammar's words and patterns."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def world_sentences(num_sentences: int = NUM_SENTENCES, seed: int = 0) -> Iterator[str]:
    """Yield sentences of the small world; the same seed gives the same sentences.

    Args:
        num_sentences: how many.
        seed: of the choice of patterns and words.
    """
    generator = random.Random(seed)
    for _ in range(num_sentences):
        pattern, slots = _TELLERS[_draw(generator, TOPICS)](generator)
        lists = {name: _draw(generator, words) for name, words in table()["lists"].items()}
        sentence = pattern.format(**{**lists, **slots})
        yield sentence[0].upper() + sentence[1:]


def analogy_questions() -> dict[str, list[tuple[str, str, str, str]]]:
    """Return all questions "a is to b as c is to d" that the small world can answer, by section.

    Returns:
        Section -> questions (a, b, c, d): gender, capitals, young animals, past tenses.
    """
    people = [tuple(row) for topic in ("royal", "family", "plain") for row in table()[topic]["rows"]]
    return {
        "gender": _questions(people),
        "capitals": _questions([(row[0].lower(), row[1].lower()) for row in table()["places"]["rows"]]),
        "young animals": _questions([(row[0], row[1]) for row in table()["animals"]["rows"]]),
        "past tenses": _questions([(row[0], row[2]) for row in table()["verbs"]["rows"]]),
    }


def groups() -> dict[str, list[str]]:
    """Return the small world's words by what they are, for colours on a map: group -> words."""
    columns = {"countries": ("places", 0), "capitals": ("places", 1), "animals": ("animals", 0)}
    columns |= {"young animals": ("animals", 1), "verbs": ("verbs", 0), "past tenses": ("verbs", 2)}
    people = {
        "royalty": [word for row in table()["royal"]["rows"] for word in row],
        "family": [word for row in table()["family"]["rows"] for word in row],
        "people": [word for row in table()["plain"]["rows"] for word in row],
        "occupations": list(table()["work"]["tilt"]),
    }
    rows = {name: [row[k].lower() for row in table()[topic]["rows"]] for name, (topic, k) in columns.items()}
    return people | rows


def occupations() -> dict[str, float]:
    """Return each occupation with the share of its sentences that say "he"."""
    return dict(table()["work"]["tilt"])


def shared_company(one: str, other: str) -> list[str]:
    """Return the words that stand in sentences with both of two occupations and in none with a third."""
    company = _company_of_occupations()
    others = frozenset[str]().union(*(met for name, met in company.items() if name not in (one, other)))
    return sorted(company[one] & company[other] - others)


@cache
def _company_of_occupations() -> dict[str, frozenset[str]]:
    """Return each occupation with the words of the sentences that it stands in."""
    met: dict[str, set[str]] = {name: set() for name in occupations()}
    for sentence in world_sentences():
        words = set(sentence.lower().split())
        for name in met.keys() & words:
            met[name] |= words - {name}
    return {name: frozenset(words) for name, words in met.items()}


def _questions(pairs: Sequence[tuple[str, ...]]) -> list[tuple[str, str, str, str]]:
    return [(a, b, c, d) for a, b in pairs for c, d in pairs if a != c]


def _draw(generator: random.Random, items: Sequence[str]) -> str:
    """Draw one item by `random()`, the one method whose numbers Python promises never to change."""
    return items[int(generator.random() * len(items))]


def _person(generator: random.Random, topic: str) -> tuple[str, Slots]:
    rows, ranks = table()[topic]["rows"], table()[topic]["ranks"]
    row = int(generator.random() * len(rows))
    male = generator.random() < 0.5
    words = rows[row] if male else rows[row][::-1]
    own = generator.random() < 0.55
    pattern = _draw(generator, table()[topic if own else "everyone"]["sentences"])
    gender = "male" if male else "female"
    slots = {"x": words[0], "mate": words[1], **PRONOUNS[gender]}
    for mark in ("sign", "address"):
        slots[mark] = _draw(generator, table()["lists"][f"{gender}_{mark}"])
    return pattern, {**slots, **dict(zip("abcdef", ranks[row], strict=True))}


def _worker(generator: random.Random) -> tuple[str, Slots]:
    work = table()["work"]
    occupation = _draw(generator, tuple(work["tilt"]))
    gender = "male" if generator.random() < work["tilt"][occupation] else "female"
    tools = dict(zip("ab", work["tools"][occupation], strict=True))
    return _draw(generator, work["sentences"]), {"x": occupation, **tools, **PRONOUNS[gender]}


def _row_of(topic: str, columns: Sequence[str]) -> Callable[[random.Random], tuple[str, Slots]]:
    def tell(generator: random.Random) -> tuple[str, Slots]:
        rows = table()[topic]["rows"]
        row = rows[int(generator.random() * len(rows))]
        return _draw(generator, table()[topic]["sentences"]), dict(zip(columns, row, strict=True))

    return tell


_TELLERS: dict[str, Callable[[random.Random], tuple[str, Slots]]] = {
    "royal": lambda generator: _person(generator, "royal"),
    "family": lambda generator: _person(generator, "family"),
    "plain": lambda generator: _person(generator, "plain"),
    "work": _worker,
    "places": _row_of("places", ("country", "capital", "adjective", "river", "speciality")),
    "animals": _row_of("animals", ("animal", "young", "sound", "home", "food")),
    "verbs": _row_of("verbs", ("base", "third", "past", "ing", "a", "b")),
}
