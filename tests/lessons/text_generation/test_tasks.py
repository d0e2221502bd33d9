from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.experiments.language_model.trained import FORBIDDEN
from seqviz.lessons.text_generation import memory, nets
from seqviz.lessons.text_generation.tasks import (
    TASKS,
    Screen,
    a_word_it_cannot_write,
    frozen,
    no_words,
    words_written,
)
from seqviz.lessons.text_generation.written import Written, repetition
from seqviz.models.sampling import SamplingRule, write
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.text.vocabulary import UNKNOWN
from seqviz.ui.runs.shown_run import ShownRun, shown_bundled

BUNDLED = shown_bundled(nets.HARBOUR)
LOOP = "a great deal of it of it of it of it"


class Model:
    """Of a net: its text, and the words it knows."""

    prose = SimpleNamespace(train="It was a Great deal of sea.")
    vocabulary = SimpleNamespace(tokens=("<pad>", "<unk>", "sea", " sea"))

    def unknown(self, text):
        return [piece for piece in text.split() if piece not in self.vocabulary.tokens]


def screen(
    new=LOOP, place=12, temperature=0.0, writer="net", run=BUNDLED, prompt="It was ", net_id="r"
) -> Screen:
    return Screen(
        Written(net_id, Model(), writer, temperature, prompt, tuple("It was "), tuple(new), place), run
    )


@pytest.mark.parametrize("place", [10, 12, 17, 20])
def test_the_loop_may_be_found_where_its_first_or_second_round_begins(place):
    assert frozen(screen(place=place)).said == (
        "From symbol 13 on it writes “ of it”, 6 symbols long, again and again: 4.0 times."
    )
    assert frozen(screen(place=place)).is_done


def test_another_place_another_temperature_or_no_loop_is_told():
    assert "after the one" in frozen(screen(place=9)).said
    assert "it begins before" in frozen(screen(place=21)).said
    assert "The temperature is 0.6" in frozen(screen(temperature=0.6)).said
    assert "do not end in a loop" in frozen(screen(new="a great deal")).said


def test_a_word_that_the_text_does_not_have_must_be_chosen():
    strange = screen(new="greasy sea deal of", place=3, writer="n-grams")
    assert no_words(strange).said == (
        "“greasy” stands nowhere in the text that was counted; so do 1 of the 3 words written."
    )
    assert no_words(strange).is_done
    assert (
        "“sea” is a word of that text"
        in no_words(screen(new="greasy sea deal of", place=8, writer="n-grams")).said
    )
    assert "No whole word" in no_words(screen(new="greasy sea deal of", place=6, writer="n-grams")).said
    assert "The net writes" in no_words(replace(strange, written=replace(strange.written, writer="net"))).said


def test_a_word_that_the_prompt_begins_or_the_end_cuts_is_not_one_of_the_nets():
    text = replace(screen(new="ish sea gre").written, before=tuple("It was gre"))
    assert [word for *_, word in words_written(text)] == ["sea"]


def test_a_net_of_words_is_compared_by_bits_and_given_a_word_it_does_not_know():
    config = to_config(LanguageModelExperiment(unit="words"))
    run = ShownRun("r", config, {"bits_per_character": 2.0}, History(), (), SimpleNamespace(is_live=False))
    result = a_word_it_cannot_write(screen(run=run, prompt="Emma sea"))
    assert result.is_done
    bits = nets.run_of(nets.BUNDLED).result["bits_per_character"]
    assert (
        f"needs 2.000 bits per character; the net of characters that comes with the app needs {bits:.3f}"
        in result.said
    )
    assert "It knows 4 symbols, and not “Emma”" in result.said
    assert "Begin with a word" in a_word_it_cannot_write(screen(run=run, prompt="sea")).said
    assert "Let the run on this page write" in a_word_it_cannot_write(screen(run=run, net_id=nets.EMMA)).said
    assert "train one" in a_word_it_cannot_write(screen()).said
    assert "train one" in a_word_it_cannot_write(screen(run=replace(run, result={}))).said


def test_where_nothing_was_written_nothing_is_done():
    assert not any(task.check(Screen(None, BUNDLED)).is_done for task in TASKS)


def test_the_facts_to_keep_are_what_the_lesson_shows():
    model = nets.reader(nets.EMMA)
    cold = write(model.stepper, model.ids("Emma was "), 300, SamplingRule(0.0, 0, 1.0), 0, FORBIDDEN)
    assert repetition(tuple(model.vocabulary.tokens_of(cold.symbols))) is not None
    shares = dict(zip(memory.measured()["temperatures"], memory.measured()["shares"], strict=True))
    assert shares[0.2] > shares[1.0]
    assert UNKNOWN in FORBIDDEN, "a word that a net does not know can never be written"
