"""What a cleaning step loses: in one text, and in a whole corpus."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seqviz.text.chain import STEPS, Options, Stage, stages
from seqviz.text.stop_words import negations_in, stop_word_stems, stop_words
from seqviz.text.symbols import BETWEEN_Z_AND_A
from seqviz.text.tokens import words_as_written
from seqviz.text.word_patterns import written_word

_NAMED = 6


def warnings_for(stage: Stage) -> list[str]:
    """Return a sentence for each kind of meaning that a step took out of a text."""
    if not stage.before.strip():
        return []
    if not stage.after.strip():
        return ["Nothing is left of the text."]
    found = [_lost_negations(stage)]
    special = {
        "stem": _no_words,
        "special": _cut_by_a_class,
        "digits": _lost_numbers,
        "lower": _lost_capitals,
        "accents": _lost_accents,
        "stop": _stems_that_stay,
    }
    if stage.step in special:
        found.append(special[stage.step](stage))
    return [sentence for sentence in found if sentence]


def _lost_negations(stage: Stage) -> str:
    before, after = negations_in(stage.before), negations_in(stage.after)
    if len(after) >= len(before):
        return ""
    gone = _named(list((Counter(before) - Counter(after)).elements()))
    if stage.step == "stop":
        return f"A negation is gone: {gone}. The text may now say the opposite."
    return f"A negation is lost to all later steps, which no longer recognise it: {gone}."


def _no_words(stage: Stage) -> str:
    import simplemma

    odd = [
        f"{old} → {new}"
        for old, new in _pairs(stage)
        if simplemma.is_known(old, "en") and not simplemma.is_known(new, "en")
    ]
    return f"Not English words: {_named(odd)}. A stem need not be a word." if odd else ""


def _stems_that_stay(stage: Stage) -> str:
    import simplemma

    words = (word.lower() for word in written_word(stage.after).findall(stage.after))
    odd = [word for word in words if word in stop_word_stems() and not simplemma.is_known(word, "en")]
    named = _named([f"{word} (of “{stop_word_stems()[word]}”)" for word in odd])
    return (
        f"Stop words that stay, because stemming had cut them before the list was asked: {named}."
        if odd
        else ""
    )


def _cut_by_a_class(stage: Stage) -> str:
    """Say which letters and numbers went with the special characters, and which special characters did not go."""
    gone = [sign for sign in dict.fromkeys(stage.before) if sign.isalnum() and sign not in stage.after]
    letters = [sign for sign in gone if sign.isalpha()]
    numbers = [sign for sign in gone if not sign.isalpha()]
    stay = [sign for sign in BETWEEN_Z_AND_A if sign in stage.after]
    sentences = (
        f"Letters are gone, and their words are in pieces: {_named(letters)}." if letters else "",
        f"Numbers are gone too: {_named(numbers)}." if numbers else "",
        f"Special characters that stay: {_named(stay)}." if stay else "",
    )
    return " ".join(filter(None, sentences))


def _lost_numbers(stage: Stage) -> str:
    gone = re.findall(r"\d+", stage.before)
    return f"Numbers are gone, and every later step will miss them: {_named(gone)}." if gone else ""


def _lost_capitals(stage: Stage) -> str:
    merged = [
        f"{old} → {new}"
        for old, new in _pairs(stage)
        if len(old) > 1 and old.isupper() and new in stop_words()
    ]
    return f"Two words became one: {_named(merged)}." if merged else ""


def _lost_accents(stage: Stage) -> str:
    import simplemma

    merged = [f"{old} → {new}" for old, new in _pairs(stage) if simplemma.is_known(new, "en")]
    return f"Now spelt like another English word, or like itself without accents: {_named(merged)}." * bool(
        merged
    )


def _pairs(stage: Stage) -> Iterator[tuple[str, str]]:
    """Yield each word that changed with what became of it, where a step changes words one by one."""
    before, after = (written_word(text).findall(text) for text in (stage.before, stage.after))
    if len(before) == len(after):
        yield from dict.fromkeys((old, new) for old, new in zip(before, after, strict=True) if old != new)


def _named(found: Sequence[str]) -> str:
    distinct = list(dict.fromkeys(found))
    more = f" and {len(distinct) - _NAMED} more" if len(distinct) > _NAMED else ""
    return ", ".join(distinct[:_NAMED]) + more


@dataclass(frozen=True)
class Effect:
    """A corpus after a step of the chain.

    Attributes:
        step: key of `STEPS`, or "" for the corpus as it came.
        num_tokens: words and punctuation marks in all.
        num_words: different ones among them: the vocabulary's size.
        num_negations: "not", "never", "n't" and the like in all.
        num_texts: different texts.
        merged: two texts, different before this step and equal after it, with what they became; or None.
    """

    step: str
    num_tokens: int
    num_words: int
    num_negations: int
    num_texts: int
    merged: tuple[str, str, str] | None


def corpus_effects(texts: Sequence[str], order: Sequence[str], options: Options) -> list[Effect]:
    """Measure a corpus as it came and after every step of a chain."""
    effects = [_measure("", texts, texts)]
    for step in order:
        cleaned = [STEPS[step].apply(text, options) for text in texts]
        effects.append(_measure(step, texts, cleaned))
        texts = cleaned
    return effects


def _measure(step: str, before: Sequence[str], after: Sequence[str]) -> Effect:
    counts = Counter(token for text in after for token in words_as_written(text))
    return Effect(
        step,
        counts.total(),
        len(counts),
        sum(len(negations_in(text)) for text in after),
        len(set(after)),
        _merged(before, after),
    )


def _merged(before: Sequence[str], after: Sequence[str]) -> tuple[str, str, str] | None:
    """Find two texts that a step made equal: the shortest such text that is not empty."""
    first: dict[str, str] = {}
    found = []
    for old, new in zip(before, after, strict=True):
        if new.strip() and first.setdefault(new, old) != old:
            found.append((first[new], old, new))
    return min(found, key=lambda merge: len(merge[2]), default=None)


def equal_after(first: str, second: str, order: Sequence[str], options: Options) -> str | None:
    """Return the step after which two different texts are equal, or None if they never are."""
    pairs = zip(stages(first, order, options), stages(second, order, options), strict=True)
    return next((one.step for one, two in pairs if one.before != two.before and one.after == two.after), None)
