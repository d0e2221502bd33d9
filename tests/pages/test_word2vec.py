"""The Word2vec page: how many pairs a training sees, and how near words are that never met."""

from __future__ import annotations

import json
import re

import numpy as np
import pytest

from seqviz.embeddings.company import SecondOrder
from seqviz.lessons.word2vec.network import FAR, NEAR, NEVER_MET, option_of
from seqviz.lessons.word2vec.reach import drawn_reach_in_words
from seqviz.ui.vectors.source import bundled
from tests.pages.open_page import as_opened, open_page, texts, typed_over


def test_the_reach_that_a_training_draws_is_told_beside_the_fixed_window():
    at = open_page("word2vec")
    (said,) = [text.value for text in at.markdown if text.value.startswith("Skip-gram learns")]
    assert "**14** pairs" in said and "it sees **11.0** in a pass" in said
    at.segmented_control(key="examples").set_value("CBOW").run()
    assert any("CBOW learns **5** examples" in t.value and "**11.0**" in t.value for t in at.markdown)


@pytest.mark.parametrize(("num_tokens", "window"), [(5, 1), (1, 4), (0, 3)])
def test_where_there_is_nothing_to_draw_nothing_is_said(num_tokens, window):
    assert drawn_reach_in_words(num_tokens, window) == ""


def test_the_words_that_never_met_are_shown_beside_any_two_words():
    at = open_page("word2vec")
    at.radio(key="prediction").set_value(NEAR).run()
    assert any("That is right" in note.value for note in at.success)
    (said,) = [text.value for text in at.markdown if text.value.startswith("The control")]
    mean, high = (float(number) for number in re.findall(r"\*\*(0\.\d\d)\*\*", said)[:2])
    units = bundled().vectors.units
    cosines = (units @ units.T)[np.triu_indices(len(units), 1)]
    assert mean == pytest.approx(cosines.mean(), abs=0.005)
    assert high == pytest.approx(np.percentile(cosines, 90), abs=0.005)


@pytest.mark.parametrize(("alike", "option"), [(0.8, NEAR), (0.05, NEVER_MET), (0.3, FAR), (-0.5, FAR)])
def test_other_vectors_would_make_another_option_right(alike, option):
    assert option_of(SecondOrder(10, 5, mean=0.2, high=0.5, alike=alike)) == option


def test_an_arrow_has_the_colour_of_its_words_kind():
    specs = [json.loads(chart.proto.spec) for chart in as_opened("word2vec").get("plotly_chart")]
    drawn = next(s["data"] for s in specs if s["layout"]["title"]["text"] == "How the vectors move")
    points = [trace for trace in drawn if trace["mode"] == "markers+text"]
    kinds = [trace["marker"]["color"] for trace in points for _ in trace["customdata"]]
    arrows = [trace for trace in drawn if trace["mode"] == "lines+markers"]
    assert [trace["name"] for trace in points] == ["focus word", "context word", "noise"]
    assert [arrow["line"]["color"] for arrow in arrows] == kinds
    assert [arrow["marker"]["color"] for arrow in arrows] == kinds
    assert [arrow["name"] for arrow in arrows] == [word for t in points for word in t["customdata"]]
    window = next(s["data"][0] for s in specs if s["layout"]["title"]["text"] == "What the window sees")
    (_, _), (_, context), (_, focus) = window["colorscale"]
    assert [trace["marker"]["color"] for trace in points[:2]] == [focus, context]


def test_word2vec_counts_the_pairs_of_the_worked_example():
    at = open_page("word2vec")
    assert "**14** pairs" in texts(at)
    table = next(frame for frame in at.dataframe if "focus (given)" in frame.value.columns)
    assert table.value.iloc[0].tolist() == ["the", "quick"]
    assert "(brown, the), (brown, quick), (brown, fox), (brown, jumps)" in texts(at)
    at.session_state["examples"] = "CBOW"
    assert "(the, quick, fox, jumps) → brown" in texts(at.run())


@pytest.mark.parametrize("sentence", ["", "alone", "word " * 500, "<b>[x](y)</b> ' \" &"])
def test_word2vec_bears_any_sentence(sentence):
    at = typed_over("word2vec")
    at.text_input(key="sentence").set_value(sentence[:300]).run()
    at.slider(key="focus").set_value(40).run()
    assert not at.exception


def test_one_update_lowers_the_pairs_loss():
    at = as_opened("word2vec")
    sentence = next(text.value for text in at.markdown if "loss of this pair went from" in text.value)
    before, after = (
        float(part)
        for part in sentence.replace("**", " ").split()
        if part.count(".") == 1 and part[0].isdigit() and len(part) > 3
    )
    assert after < before


def test_an_update_of_one_word_with_itself_is_refused_in_a_sentence():
    at = open_page("word2vec")
    at.text_input(key="pair").set_value("king king").run()
    assert "Two different words" in texts(at)


def test_training_is_asked_for_once():
    at = open_page("word2vec")
    next(button for button in at.button if button.label == "Train").click().run()
    assert not at.exception
    assert at.query_params["run"]


def test_the_net_of_cbow_is_drawn_for_context_words_of_ones_own():
    at = open_page("word2vec", net="CBOW", context="dog barks unheard")
    assert not at.exception
    assert any("each of 2 context words" in text.value for text in at.markdown)
    at.text_input(key="context").set_value("unheard").run()
    assert any("knows none of these words" in note.value for note in at.info)
