"""What to try with the chain of cleaning steps, and by what it is seen that it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from seqviz.lessons.cleaning.controls import EXAMPLES, KEPT_LETTERS, STEMMER, TYPED
from seqviz.text.chain import STEPS, USUAL, Options, Stage, clean, stages
from seqviz.text.losses import equal_after, warnings_for
from seqviz.text.stop_words import negations_in
from seqviz.text.symbols import BETWEEN_Z_AND_A
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped

SLIP = "[^a-zA-z]"


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        text: the text that is cleaned.
        order: the chain's steps, first step first.
        options: what the steps leave to choose.
        sentences: the two sentences that are compared.
    """

    text: str
    order: tuple[str, ...]
    options: Options
    sentences: tuple[str, str]

    def stage(self, step: str) -> Stage | None:
        """Return the text before and after a step; None where the chain has no such step."""
        return next((one for one in stages(self.text, self.order, self.options) if one.step == step), None)

    def cleaned(self) -> str:
        """Return the text as it leaves the chain."""
        return clean(self.text, self.order, self.options)


def negations_dropped(screen: Screen) -> Result:
    """Check that a text has lost all its negations to the stop words."""
    if not (before := negations_in(screen.text)):
        return missing("The text has no negation that could go: take the example *Not good*.")
    after = screen.cleaned()
    if left := negations_in(after):
        return missing(
            f"Negations left at the end of the chain: {len(left)} of {len(before)} ({_named(left)})."
        )
    stop = screen.stage("stop")
    if stop is None or not negations_in(stop.before):
        return missing("The negations are gone, but not as stop words: see which step lost them.")
    step = equal_after(*screen.sentences, screen.order, screen.options)
    become = f"become one after *{STEPS[step].title}*" if step else "stay different"
    return done(
        f"Negations left: 0 of {len(before)}; the text is “{escaped(after)}” now. The two sentences {become}."
    )


def apostrophes_first(screen: Screen) -> Result:
    """Check that special characters go before contractions are expanded, and that this costs the text a negation."""
    order = screen.order
    if not {"special", "contractions"} <= set(order):
        return missing("The chain needs *Remove special characters* and *Expand contractions*.")
    if order.index("contractions") < order.index("special"):
        return missing("Contractions are still expanded first: move *Remove special characters* before that.")
    others = [step for step in order if step != "special"]
    after = others.index("contractions") + 1
    usual = clean(screen.text, (*others[:after], "special", *others[after:]), screen.options)
    kept, left = len(negations_in(usual)), len(negations_in(screen.cleaned()))
    if left >= kept:
        return missing("In this text that costs no negation: take the example *A heading*.")
    return done(
        f"In this order the chain ends with “{escaped(screen.cleaned())}” (negations: {left}); with contractions "
        f"expanded first it ends with “{escaped(usual)}” ({kept}). Without its apostrophe the contraction is a word "
        "that no later step knows."
    )


def slip_of_the_pen(screen: Screen) -> Result:
    """Check that the faulty class was run on a text in which it keeps a sign."""
    special = screen.stage("special")
    if special is None or screen.options.kept != SLIP:
        return missing(
            f"Special characters are told by *{KEPT_LETTERS.label(screen.options.kept)}*: choose `{SLIP}`."
        )
    stay = [sign for sign in BETWEEN_Z_AND_A if sign in special.after]
    gone = [sign for sign in dict.fromkeys(special.before) if sign.isalpha() and sign not in special.after]
    if not stay:
        return missing(
            "None of the six signs between `Z` and `a` stands in this text: take the example *Z and a*."
        )
    return done(f"Signs that stay: {_named(stay)}. Letters that go: {_named(gone) or 'none'}.")


def lancaster_stems(screen: Screen) -> Result:
    """Check that Lancaster's rules were run, and that they made something that is no word."""
    stem = screen.stage("stem")
    if stem is None or screen.options.stemmer != "lancaster":
        return missing(f"The stemmer is {STEMMER.label(screen.options.stemmer)}: choose Lancaster.")
    odd = [said for said in warnings_for(stem) if said.startswith("Not English words")]
    if not odd:
        return missing("Here every stem is a word still: take the example *Stems*.")
    porter = replace(screen, options=replace(screen.options, stemmer="porter")).stage("stem")
    return done(
        f"{escaped(odd[0])} Porter makes of the same text “{escaped(porter.after if porter else '')}”."
    )


def _named(found: Sequence[str]) -> str:
    return escaped(", ".join(dict.fromkeys(found)))


TASKS = (
    Task(
        "Make negations stop words. What becomes of *not good*, and of the two sentences?",
        {"drop_negations": False, "source": "typed", "text": EXAMPLES["Not good"], "steps": list(USUAL)},
        negations_dropped,
    ),
    Task(
        "Remove special characters *before* contractions are expanded. Where did the *not* go?",
        {"source": "typed", "text": TYPED.default, "steps": list(USUAL)},
        apostrophes_first,
    ),
    Task(
        f"Run the class that articles print for “everything but letters”, `{SLIP}`. Which signs stay, and which "
        "letters go?",
        {
            "letters": KEPT_LETTERS.default,
            "source": "typed",
            "text": EXAMPLES["Z and a"],
            "steps": ["special"],
        },
        slip_of_the_pen,
    ),
    Task(
        "Cut with Lancaster and read the warning: which stems are no longer words?",
        {"stemmer": STEMMER.default, "source": "typed", "text": EXAMPLES["Stems"], "steps": ["stem"]},
        lancaster_stems,
    ),
)
