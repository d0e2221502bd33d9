"""The verdict in words, composed from the numbers."""

from __future__ import annotations

from collections.abc import Sequence

from seqviz.claims.claim import PART, Claim, Level
from seqviz.claims.turning import crossing, levels_by_side, turns_at
from seqviz.claims.verdicts import FEWEST_SEEDS, ConditionVerdict, Verdict
from seqviz.claims.words import level_in_words, listed

#: A verdict on a condition, as it stands in a sentence.
SAID = {"no difference": "without a difference that matters", "too few seeds": "with too few seeds"}
#: How a run ended that gave no value, as it stands in a sentence.
ENDED = {"diverged": "diverged", "stopped": "was stopped", "lost": "was lost", "failed": "failed"}


def verdict_sentence(claim: Claim, verdict: Verdict) -> str:
    """Say what a trial says of its claim, in Markdown: the verdict, what it rests on, and where it turns."""
    if verdict.word == "too few seeds":
        return _too_few(verdict)
    what = {
        "holds here": "The claim **holds here**",
        "does not hold here": "The claim **does not hold here**",
        "depends": f"The claim **depends on {depends_on(verdict)}**",
        "undecided": "The claim is **undecided** so far",
    }[verdict.word]
    said = f"{what}: {condition_counts(verdict)}{_seeds(claim, verdict)}."
    return " ".join(
        filter(None, (said, *_turns(verdict), _single_levels(claim, verdict), _waiting_for(verdict)))
    )


def short_verdict(verdict: Verdict) -> str:
    """Write a verdict in a few words: "depends on the lag", and where it is neither yes nor no, how often it is yes."""
    if verdict.word not in ("depends", "undecided"):
        return verdict.word
    yes = sum(one.side is True for one in verdict.conditions)
    word = f"depends on {depends_on(verdict)}" if verdict.word == "depends" else verdict.word
    return f"{word}: {yes} of {len(verdict.conditions)}"


def depends_on(verdict: Verdict) -> str:
    """Name the dials that the verdict depends on."""
    names = ["which part of it" if dial == PART else f"the {dial}" for dial in verdict.dials]
    return listed(names)


def _too_few(verdict: Verdict) -> str:
    if not verdict.conditions:
        return "Nothing has been measured yet, so there is **no verdict**."
    pairs = max(len(one.differences.values) for one in verdict.conditions)
    whole = f"{pairs or 'no'} seed{' has' if pairs <= 1 else 's have'} all that is compared"
    return (
        f"**Too few seeds** for a verdict: {whole}, and {FEWEST_SEEDS} are needed. "
        f"What has been measured is shown.{_broken(verdict.conditions, ' Left out: ', '.')}"
    )


def condition_counts(verdict: Verdict) -> str:
    """Count the conditions by what each comes to."""
    number = len(verdict.conditions)
    words = ("supported", "contradicted", "no difference", "undecided", "too few seeds")
    found = {word: sum(one.word == word for one in verdict.conditions) for word in words}
    parts = [f"{count} {SAID.get(word, word)}" for word, count in found.items() if count]
    return f"of {number} condition{'' if number == 1 else 's'}, {listed(parts)}"


def _seeds(claim: Claim, verdict: Verdict) -> str:
    if claim.kind == "exact":
        return ", by formula"
    return f", over {verdict.num_seeds} seeds{_broken(verdict.conditions, ' (left out: ', ')')}"


def _broken(conditions: Sequence[ConditionVerdict], before: str, after: str) -> str:
    """Count the measurements that came to nothing."""
    found: dict[str, int] = {}
    for one in conditions:
        for state, count in one.differences.broken.items():
            found[state] = found.get(state, 0) + count
    if not found:
        return ""
    parts = [
        f"{count} measurement{'' if count == 1 else 's'} whose run {ENDED.get(state, f'has {state}')}"
        for state, count in found.items()
    ]
    return f"{before}{listed(parts)}{after}"


def _turns(verdict: Verdict) -> list[str]:
    """Say on which side each level of a deciding dial lies, and where a dial in numbers turns."""
    if verdict.word != "depends" or len(verdict.dials) > 1:
        return []
    dial = verdict.dials[0]
    yes, no = levels_by_side(verdict, dial)
    between = turns_at(yes, no)
    said = f"It is supported at {_levels(dial, yes)} and not at {_levels(dial, no)}"
    if between is None:
        return [f"{said}."]
    at = crossing(verdict, dial)
    about = f", by interpolation at about {float(f'{at:.2g}'):,.10g}" if at is not None else ""
    return [f"{said}: it turns between {between[0]:,.10g} and {between[1]:,.10g}{about}."]


def _levels(dial: str, levels: Sequence[Level]) -> str:
    words = [level_in_words(level) for level in levels]
    return listed([f"“{word}”" for word in words]) if dial == PART else f"{dial} {listed(words)}"


def _single_levels(claim: Claim, verdict: Verdict) -> str:
    """Say of which dials one level alone was tried, so that the trial cannot tell whether they matter."""
    single = []
    for dial in claim.dials:
        tried = {one.condition[dial.name] for one in verdict.conditions if dial.name in one.condition}
        if len(tried) == 1 and len(dial.levels) > 1:
            single.append(f"{dial.name} ({level_in_words(next(iter(tried)))})")
    if not single:
        return ""
    return f"One level alone was tried of {listed(single)}: whether that matters cannot be told from this."


def _waiting_for(verdict: Verdict) -> str:
    undecided = [one for one in verdict.conditions if one.word == "undecided"]
    more = [one.more_seeds for one in undecided if one.more_seeds is not None]
    if not undecided:
        return ""
    if not more:
        return "No number of seeds in sight would decide what is open: the mean lies on the margin."
    return (
        f"By their spread, about {min(more):,} to {max(more):,} more seeds would decide what is open."
        if (min(more) != max(more))
        else f"By its spread, about {more[0]:,} more seed{'' if more[0] == 1 else 's'} would decide what is open."
    )


def chance_sentence(verdict: Verdict) -> str:
    """Say how many marks chance alone would be expected to make; nothing where there is nothing to mark."""
    number = sum(one.interval is not None for one in verdict.conditions)
    if not number:
        return ""
    return (
        f"Of {number} condition{'' if number == 1 else 's'}, chance alone would be expected to put up to "
        f"{verdict.by_chance:.1f} wholly on one side of 0."
    )
