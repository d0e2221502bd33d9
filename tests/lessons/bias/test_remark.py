import numpy as np
import pytest

from seqviz.corpora.world import occupations, shared_company, world_sentences
from seqviz.lessons.bias.both_ways import ask, places
from seqviz.lessons.bias.remark import mean_component, remark
from tests.lessons.bias.benches import bench


def said(word, **of):
    one = bench(**of)
    return remark(one, word, ask(one.before, word, one.ends, one.meaning_it))


def test_the_opening_question_tells_what_bolukbasi_and_others_found():
    one = bench()
    told = said("doctor")
    assert "*she* gets **nurse** and *he* gets **physician**" in told
    she, he = places(one, one.before, "doctor", "nurse")
    assert she == 1 < 20 < he
    assert (
        f"at place **1** for *she* and at place **{he}** for *he*; now it stands at **place 1 for both**"
        in told
    )
    assert "Nearest to it is still *nurse*" in told and "no longer because of *she*" in told


def test_where_another_word_is_nearest_now_it_is_named():
    told = said("surgeon")
    assert "*she* gets **nurse** and *he* gets **physician**" in told
    assert "**place 2 for both**" in told and "Nearest to it is *physician*" in told


def test_in_the_small_world_the_company_is_known():
    told = said("doctor", of_the_world=True)
    assert "Nearest to it is *nurse*" in told
    assert "*patients* appears with *doctor* and *nurse* and with no other occupation" in told


def test_shared_company_is_that_of_the_sentences():
    sentences = [set(sentence.lower().split()) for sentence in world_sentences()]
    with_patients = {
        name for words in sentences if "patients" in words for name in occupations().keys() & words
    }
    assert with_patients == {"doctor", "nurse"}
    assert shared_company("doctor", "nurse") == ["patients"]
    assert shared_company("mechanic", "programmer") == []


@pytest.mark.parametrize("strength", [0, 50])
def test_without_full_debiasing_the_step_is_not_called_all_direction(strength):
    told = said("doctor", strength=strength)
    assert "all direction" not in told
    assert ("both tables are the same" in told) == (strength == 0)


def test_a_word_that_means_it_is_not_called_neutral():
    assert "all direction" not in said("mother")


def test_the_mean_component_is_that_of_the_answers_before_debiasing():
    one = bench()
    answers = ask(one.before, "doctor", one.ends).for_low
    expected = np.mean([one.before.unit(n.word) @ one.direction.direction for n in answers])
    assert mean_component(one, answers) == pytest.approx(expected, abs=1e-6)
