from __future__ import annotations

import json

import numpy as np
import pytest
from scipy.stats import binomtest

from seqviz.corpora.reviews import review_corpus
from seqviz.lessons.bags.readers import READERS, accuracies, accuracies_in_words, probabilities
from seqviz.lessons.bags.sentences import PAIRS
from seqviz.lessons.bags.shuffles import different_answers, option_of
from seqviz.lessons.bags.synonyms import OPPOSITES, SYNONYMS, exchanged
from seqviz.lessons.bags.trial import NUM_SEEDS, Trial, run_trial
from seqviz.lessons.bags.trial import verdict as judged
from seqviz.ui.sentences.readers import bundled
from tests.pages.open_page import as_opened, open_page, typed_over


@pytest.fixture(autouse=True)
def measure_less(monkeypatch):
    monkeypatch.setattr("seqviz.lessons.bags.growth.MEASURED", 30_000)


def charts(at):
    return {
        json.loads(c.proto.spec)["layout"]["title"]["text"]: json.loads(c.proto.spec)
        for c in at.get("plotly_chart")
    }


def test_a_bag_of_words_says_the_same_of_the_same_words_and_the_net_does_not():
    said = probabilities(PAIRS["Good, not bad"])
    assert said[0, 0] == pytest.approx(said[0, 1])
    assert said[2, 0] > 0.5 > said[2, 1]


def test_the_net_hears_the_not_in_i_do_not_love():
    said = probabilities(PAIRS["With and without not"])
    assert said[2, 0] > 0.5 > said[2, 1]


def test_the_net_is_right_where_bags_are_not():
    words, pairs, net = accuracies()
    assert words < pairs < net
    assert net > 0.95


def test_each_accuracy_stands_with_its_interval():
    said, test = accuracies_in_words(), review_corpus().test
    for share in accuracies():
        between = binomtest(round(share * len(test)), len(test)).proportion_ci(0.95, method="wilson")
        assert f"{share:.1%} ({between.low:.1%} to {between.high:.1%})" in said


@pytest.mark.parametrize("pair", PAIRS)
def test_every_pair_opens(pair):
    at = typed_over("bags")
    at.button(key=f"pair:{pair}").click().run()
    assert not at.exception
    assert at.text_input(key="one").value == PAIRS[pair][0]


def test_typed_texts_survive_a_ready_pair():
    at = open_page("bags", one="mine", other="yours")
    at.button(key="pair:But").click().run()
    at.button(key="typed:one").click().run()
    assert (at.text_input(key="one").value, at.text_input(key="other").value) == ("mine", "yours")


def test_synonyms_are_orthogonal_and_bikes_meet_halfway():
    at = open_page("bags", one="old bike", other="used bike")
    bars = charts(at)["How alike the two texts are to a bag"]["data"]
    assert bars[0]["text"][0] == "0.500"
    at.text_input(key="one").set_value("old")
    at.text_input(key="other").set_value("used").run()
    assert charts(at)["How alike the two texts are to a bag"]["data"][0]["text"][0] == "0.000"


def test_shuffling_keeps_every_word_and_the_button_takes_the_next():
    at = open_page("bags", shuffle="30")
    (survivors,) = [text.value for text in at.markdown if text.value.startswith("Still there")]
    assert "13 of 13 words and marks" in survivors
    next(button for button in at.button if button.label == "Shuffle").click().run()
    assert at.slider(key="shuffle").value == 1


def test_the_shuffles_of_a_bag_of_words_are_one_point():
    (shuffles, *_) = charts(as_opened("bags"))["The text and 30 shuffles of it"]["data"]
    answers = dict.fromkeys(READERS, ())
    for reader, answer in zip(shuffles["y"], _numbers(shuffles["x"]), strict=True):
        answers[reader] += (answer,)
    assert max(answers[READERS[0]]) - min(answers[READERS[0]]) < 1e-6
    assert max(answers[READERS[2]]) - min(answers[READERS[2]]) > 0.1


def test_the_claim_is_tried_and_judged_by_its_numbers():
    at = open_page("bags", trial="true")
    (verdict,) = [text.value for text in at.markdown if text.value.startswith("For the order")]
    assert "For the order it **holds**" in verdict
    assert "For negations it **does not hold here**" in verdict
    found = run_trial()
    assert found.shuffled.shape == (3, NUM_SEEDS)
    assert found.shuffled[0].max() == 0
    assert found.turned[0] < found.turned[2]


def test_a_synonym_moves_the_net_less_than_the_bag_and_an_opposite_more():
    synonym, opposite = exchanged(SYNONYMS), exchanged(OPPOSITES)
    assert synonym.num_reviews > 100
    assert synonym.moved[2] < synonym.moved[0] < opposite.moved[0] < opposite.moved[2]
    assert opposite.vectors < synonym.vectors
    assert opposite.bags == pytest.approx(synonym.bags, abs=0.01)
    at = open_page("bags", one="The film was superb.", other="The film was superb.")
    assert any(f"moves by {synonym.moved[2]:.3f}, less" in text.value for text in at.markdown)
    assert any("have a cosine of **1.000**" in text.value for text in at.markdown)


def test_the_mean_of_word_vectors_is_that_of_the_embedding():
    net = bundled().reader
    encoded = net.encode("film film zyzzyva")
    film, unknown = net.vocabulary.ids(["film", "<unk>"])
    table = net.net.state_dict()["embedding.weight"].numpy()
    assert net.mean_word_vector(encoded) == pytest.approx((2 * table[film] + table[unknown]) / 3)


def test_other_numbers_give_another_verdict():
    shares = np.array([[0.3, 0.2], [0.9, 0.9], [0.1, 0.2]])
    said = judged(Trial(shares, np.array([0.0, 0.1, 0.9]), np.array([0.0, 0.1, 0.9]), 7))
    assert "For the order it **does not hold here**" in said
    assert "For negations it **holds**" in said


def _numbers(packed):
    import base64

    import numpy as np

    if isinstance(packed, dict):
        return np.frombuffer(base64.b64decode(packed["bdata"]), packed["dtype"]).tolist()
    return packed


@pytest.mark.parametrize("text", ["", "!!!", "😀", "שלום", "<b>", "word", "word " * 90])
def test_any_text_is_compared_or_answered_in_a_sentence(text):
    at = typed_over("bags")
    at.text_input(key="one").set_value(text)
    at.text_input(key="review").set_value(text).run()
    assert not at.exception
    if not any(character.isalpha() for character in text):
        assert any(note.value.startswith("Write at least one word") for note in at.info)
        assert any(note.value.startswith("There is nothing to shuffle") for note in at.info)


@pytest.mark.parametrize("typos", ["0", "50"])
def test_misspellings_swell_the_vocabulary(typos):
    clean, misspelt = charts(open_page("bags", typos=typos))["The vocabulary grows"]["data"]
    assert (_numbers(misspelt["y"])[-1] > _numbers(clean["y"])[-1]) == (typos != "0")


def test_the_guess_is_judged_by_counted_answers():
    assert different_answers()[0] == 1
    assert [option_of(number) for number in (1, 2, 50, 51, 100)] == ["one"] + ["a few"] * 2 + [
        "a hundred"
    ] * 2
    at = open_page("bags")
    at.radio(key="prediction").set_value("one").run()
    assert any("That is right" in note.value for note in at.success)
    assert any("different answers: a bag of words **1**" in text.value for text in at.markdown)


def test_what_is_said_of_old_used_and_banana_is_counted():
    said = " ".join(text.value for text in as_opened("bags").markdown)
    assert "their cosines are 0 and 0" in said
    assert "have the cosine 1" in said
