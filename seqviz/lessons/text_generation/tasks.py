"""What to try with nets that write, and by what it is seen that it was done."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seqviz.corpora.records import CorpusError
from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.figures.language import visible
from seqviz.lessons.text_generation import nets
from seqviz.lessons.text_generation.training import LANGUAGE
from seqviz.lessons.text_generation.written import Written, repetition, written_on_screen
from seqviz.ui.durations import counted
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import BUNDLED

NEARLY = 2  # symbols beside the place where a text begins to repeat itself
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        written: the text, and which of its symbols is chosen; None where nothing could be written.
        run: the run that is shown.
    """

    written: Written | None
    run: ShownRun


def on_screen() -> Screen:
    """Return what is on the screen at the moment."""
    return Screen(written_on_screen(), LANGUAGE.on_screen())


_NOTHING = missing("Nothing has been written.")


def frozen(screen: Screen) -> Result:
    """Check that the likeliest symbol is always taken, and that the place is chosen where repetition begins."""
    if (text := screen.written) is None:
        return _NOTHING
    if text.temperature > 0:
        return missing(f"The temperature is {text.temperature:g}: freeze it at 0.")
    found = repetition(text.new)
    if found is None:
        return missing(f"These {counted(len(text.new), 'symbol')} do not end in a loop: let it write more.")
    # the loop begins with its first round; that it is one is seen where the second begins
    if text.place < found.start - NEARLY:
        return missing(
            "Symbols are chosen by a click. It begins to repeat itself after the one that is chosen."
        )
    if text.place > found.start + found.period + NEARLY:
        return missing("The symbol that is chosen lies within the loop: it begins before.")
    loop = escaped("".join(text.new[found.start : found.start + found.period]))
    rounds = (len(text.new) - found.start) / found.period
    return done(
        f"From symbol {found.start + 1} on it writes “{loop}”, {counted(found.period, 'symbol')} long, again and "
        f"again: {rounds:.1f} times."
    )


def no_words(screen: Screen) -> Result:
    """Check that n-grams write, and that a word is chosen which the text they were counted in does not have."""
    if (text := screen.written) is None:
        return _NOTHING
    if text.writer != "n-grams":
        return missing("The net writes: let the n-grams do it.")
    try:
        known = set(map(str.casefold, _WORD.findall(text.model.prose.train)))
    except CorpusError:
        return _NOTHING
    found = words_written(text)
    strange = [word for _, _, word in found if word.casefold() not in known]
    place = len("".join(text.before)) + len("".join(text.new[: text.place]))
    chosen = next((word for start, end, word in found if start <= place < end), None)
    if chosen is None or chosen not in strange:
        here = f"“{escaped(chosen)}” is a word of that text" if chosen else "No whole word is chosen"
        return missing(
            f"{here}. Of {counted(len(found), 'word')} written, {len(strange)} stand nowhere in the text that was "
            "counted: click a letter of one."
        )
    return done(
        f"“{escaped(chosen)}” stands nowhere in the text that was counted; so do {len(strange)} of the "
        f"{counted(len(found), 'word')} written."
    )


def words_written(text: Written) -> list[tuple[int, int, str]]:
    """Return (start, end, word) of every word that was written whole: neither the prompt's nor one cut off."""
    given, whole = len("".join(text.before)), "".join((*text.before, *text.new))
    found = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(whole)]
    return [(start, end, word) for start, end, word in found if start >= given and end < len(whole)]


def a_word_it_cannot_write(screen: Screen) -> Result:
    """Check that a net of words has been trained, and that it is given a word that it does not know."""
    run, text = screen.run, screen.written
    if run.record is None or run.config["unit"] != "words" or not run.result:
        return missing("No finished net of words of yours is shown: train one.")
    bits = run.result["bits_per_character"]
    letters = nets.run_of(BUNDLED)
    beside = ""
    if letters.config["corpus"] == run.config["corpus"]:
        beside = f"; the net of characters that comes with the app needs {letters.result['bits_per_character']:.3f}"
    said = f"The net of words needs {bits:.3f} bits per character{beside}"
    if text is None or text.net_id != run.id:
        return missing(f"{said}. Let the run on this page write.")
    unknown = text.model.unknown(text.prompt)
    if not unknown:
        return missing(f"{said}. Begin with a word that it can never write.")
    return done(
        f"{said}. It knows {counted(len(text.model.vocabulary.tokens), 'symbol')}, and not "
        f"“{escaped(visible(unknown[0]))}”: it has no number for it, so it can never write it."
    )


TASKS = (
    Task(
        "Freeze it: temperature 0 always takes the likeliest symbol. Choose the symbol at which the text begins to "
        "repeat itself.",
        {"temperature": 0.6, "top_k": 0, "top_p": 1.0, "length": 600, "place": 0},
        frozen,
    ),
    Task(
        "Let the 5-grams of our own text write. Choose one of their words that is not a word. Where does a sentence "
        "lose its thread?",
        {"net": BUNDLED, "writer": "net", "temperature": 0.8, "place": 0},
        no_words,
    ),
    Task(
        "Train on words in place of characters. Such a net cannot misspell; which words can it never write? Let it "
        "begin with one.",
        LANGUAGE.controls.values_of(LanguageModelExperiment(unit="words", num_epochs=12))
        | {"net": nets.SHOWN},
        a_word_it_cannot_write,
    ),
)
