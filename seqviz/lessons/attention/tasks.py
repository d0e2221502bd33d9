"""What to try with attention, and by what it is seen that it was done."""

from __future__ import annotations

from dataclasses import dataclass

from seqviz.experiments.translation.trained import Translation
from seqviz.lessons.attention.forcing import FORCE, difference, elsewhere, key_of, look_at
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.state import page_state, session
from seqviz.ui.translation import nets
from seqviz.ui.translation.part import STEP
from seqviz.ui.translation.source import source_of

ADJECTIVE = "red"


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        translation: of the source.
        unknown: the tokens of the source that the net does not know.
        step: the decoder's, from 0.
        forced: what is written when the decoder must look elsewhere at this step; None where it need not.
    """

    translation: Translation
    unknown: tuple[str, ...]
    step: int
    forced: tuple[str, ...] | None

    @property
    def looked_at(self) -> str:
        """The source token that the decoder looks at most at this step; "" without attention."""
        if self.translation.attention is None:
            return ""
        return self.translation.source[int(self.translation.attention[self.step].argmax())]

    @property
    def said(self) -> str:
        """Where the decoder looks, and what it writes."""
        written = escaped(self.translation.written[self.step])
        return f"At step {self.step + 1} it looks most at “{escaped(self.looked_at)}” and writes “{written}”"


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    net = nets.reader(nets.net_on_screen(BUNDLED))
    text = source_of(net)
    translation = net.translate(text)
    step = min(page_state.value(STEP), len(translation.written)) - 1
    forced = None
    if page_state.value(FORCE) and translation.attention is not None:
        place = session.held(key_of(translation, step))
        place = elsewhere(translation, step) if place is None else place
        forced = net.translate(text, {step: look_at(translation, place)}).written
    return Screen(translation, tuple(net.unknown(text)), step, forced)


def adjective_found(screen: Screen) -> Result:
    """Check that the step is chosen at which the decoder looks at the adjective."""
    if ADJECTIVE not in screen.translation.source:
        return missing(f"The source has no word *{ADJECTIVE}*: *Set it up*.")
    if screen.looked_at != ADJECTIVE:
        return missing(f"{screen.said}: go to the step at which it looks at *{ADJECTIVE}*.")
    return done(
        f"{screen.said}, though *{ADJECTIVE}* is word {screen.translation.source.index(ADJECTIVE) + 1}."
    )


def forced_to_change(screen: Screen) -> Result:
    """Check that a forced look changed what is written."""
    if screen.forced is None:
        return missing("The decoder looks where it likes: switch *Force the attention* on.")
    said = difference(screen.translation.written, screen.forced)
    if screen.forced == screen.translation.written:
        return missing(f"{said} Make it look at another word, or at another step.")
    return done(said)


def look_at_unknown(screen: Screen) -> Result:
    """Check that the step is chosen at which the decoder looks at a word that the net does not know."""
    if not screen.unknown:
        return missing("The net knows every word of this source: type one that it cannot know.")
    if screen.looked_at not in screen.unknown:
        return missing(f"{screen.said}: go to the step at which it looks at the word that it does not know.")
    return done(
        f"{screen.said}: it cannot know what stands there, and writes what often stands in such a place."
    )


TASKS = (
    Task(
        "Follow an adjective: French puts *red* behind the car. At which step does the decoder look back at it?",
        {"net": nets.SHOWN, "source": "He bought a red car.", "step": 1, "force": False},
        adjective_found,
    ),
    Task(
        "Force the attention to another word, at a step where that changes what is written.",
        {"net": nets.SHOWN, "source": "She does not like my black dog.", "step": 1, "force": False},
        forced_to_change,
    ),
    Task(
        "Put a word into the sentence that the net does not know, a name for instance. Where does it look when it "
        "comes to that word, and what does it write?",
        {"net": nets.SHOWN, "source": "He bought a red car.", "step": 1, "force": False},
        look_at_unknown,
    ),
)
