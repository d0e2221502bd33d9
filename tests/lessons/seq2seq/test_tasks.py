from __future__ import annotations

from dataclasses import replace

from seqviz.experiments.translation.config import TranslationExperiment
from seqviz.lessons.seq2seq.tasks import Screen, another_best, without_attention, without_teacher
from seqviz.runs.events import Metrics
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History
from seqviz.ui.runs.shown_run import ShownRun


def run(experiment: TranslationExperiment, *, ended: bool = True) -> ShownRun:
    history = History()
    history.add(Metrics(k, float(k), 0.0, {"exact_match": k / 4}) for k in (1, 2))
    result = {"exact_match": 0.5} if ended else {}
    return ShownRun("r", to_config(experiment), result, history, ())


SCREEN = Screen(run(TranslationExperiment()), 4, "une *maison*", "la maison")


def test_the_beam_must_find_another_sentence():
    found = another_best(SCREEN)
    assert found.is_done and found.said == r"Greedy: “une \*maison\*”. Beam of 4: “la maison”."
    assert "is greedy writing" in another_best(replace(SCREEN, width=1)).said
    assert not another_best(replace(SCREEN, best=SCREEN.greedy)).is_done


def test_dates_must_have_passed_through_one_vector():
    bare = TranslationExperiment(task="dates", attention="none")
    found = without_attention(replace(SCREEN, run=run(bare)))
    assert found.is_done and "50.0%" in found.said and f"of {bare.hidden_size} numbers" in found.said
    assert "another one" in without_attention(SCREEN).said
    assert "not finished" in without_attention(replace(SCREEN, run=run(bare, ended=False))).said


def test_the_decoder_must_have_learned_from_its_own_words():
    alone = TranslationExperiment(teacher_forcing=0.0)
    found = without_teacher(replace(SCREEN, run=run(alone)))
    assert found.is_done and found.said == "Without a mistake, by epochs: 25% after 1, 50% after 2."
    assert "*Set it up*" in without_teacher(SCREEN).said
    assert "not finished" in without_teacher(replace(SCREEN, run=run(alone, ended=False))).said
