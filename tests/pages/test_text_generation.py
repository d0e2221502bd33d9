from __future__ import annotations

import pytest

from seqviz.experiments.language_model.config import LanguageModelExperiment
from seqviz.export.bundled_runs import load_bundled_run
from seqviz.runs.experiment import to_config
from tests.pages.open_page import open_page


def text_of(at):
    return [caption.value for caption in at.caption]


def test_it_opens_on_a_trained_net_that_has_written():
    at = open_page("text_generation")
    metrics = {metric.label: metric.value for metric in at.metric}
    assert float(metrics["Bits per character"]) < float(metrics["The same, 5-grams"])
    assert "counted per character" in next(m for m in at.metric if m.label == "Perplexity").help
    assert any("characters of *Austen: Emma*" in caption for caption in text_of(at))


def test_without_the_book_it_says_so_and_offers_it():
    at = open_page("text_generation", writer="n-grams")
    assert any("Emma is not on this computer" in info.value for info in at.info)
    assert any(button.key == "fetch:ngrams" for button in at.button)
    at.segmented_control(key="writer").set_value("net").run()
    assert any("Emma is not on this computer" in caption for caption in text_of(at))
    assert any(button.key == "fetch:memorised" for button in at.button)


def test_with_the_book_it_is_underlined(real_data, monkeypatch):
    monkeypatch.setattr("nltk.data.path", [str(real_data / "nltk_data")])
    at = open_page("text_generation", temperature="0.2")
    assert not any("is not on this computer" in caption for caption in text_of(at))
    assert any("stands word for word" in caption or "all invented" in caption for caption in text_of(at))


def test_the_net_of_our_own_text_can_be_chosen():
    at = open_page("text_generation")
    at.selectbox(key="net").set_value("bundled").run()
    assert any("stands word for word" in caption for caption in text_of(at))
    assert any("*The Harbour Book*" in caption for caption in text_of(at))


def test_the_bundled_net_is_the_default_experiments():
    assert load_bundled_run("harbour_lstm").config == to_config(LanguageModelExperiment())


def test_the_same_seed_writes_the_same_share_and_cutting_changes_it():
    at = open_page("text_generation", net="bundled")
    before = next(caption for caption in text_of(at) if "word for word" in caption and "%" in caption)
    at.slider(key="temperature").set_value(0.0).run()
    assert before not in text_of(at)
    at.slider(key="temperature").set_value(0.6).run()
    assert before in text_of(at)


def test_another_candidate_is_taken_and_the_text_goes_on_from_there():
    at = open_page("text_generation")
    other = next(
        button for button in at.button if (button.key or "").startswith("take:") and not button.disabled
    )
    other.click().run()
    assert not at.exception
    undo = next(button for button in at.button if button.label == "Start over")
    assert not undo.disabled
    undo.click().run()
    assert next(button for button in at.button if button.label == "Start over").disabled


@pytest.mark.parametrize("prompt", ["", "x", "Ω ж 漢", "The " * 49])
def test_any_prompt_is_read(prompt):
    at = open_page("text_generation")
    at.text_input(key="prompt").set_value(prompt).run()
    assert not at.exception
    unknown = [info.value for info in at.info]
    assert any("read as unknown" in sentence for sentence in unknown) == ("Ω" in prompt)


def test_a_text_without_memorised_stretches_is_said_to_be_invented():
    at = open_page("text_generation", net="bundled")
    at.slider(key="span").set_value(100).run()
    assert any("No stretch of 100 characters or more" in caption for caption in text_of(at))


def test_n_grams_write_with_the_same_rule():
    at = open_page("text_generation", net="bundled", writer="n-grams")
    assert any("word for word" in caption for caption in text_of(at))


@pytest.mark.parametrize("feature", ["place in the line", "a vowel"])
def test_the_unit_that_follows_a_feature_is_named(feature):
    at = open_page("text_generation")
    at.toggle(key="units").set_value(True).run()
    at.selectbox(key="feature").set_value(feature).run()
    assert any(f"follows “{feature}” most closely" in text.value for text in at.markdown)


def test_an_address_that_names_no_run_says_so():
    at = open_page("text_generation", run="nothing-1")
    assert not at.exception


def test_the_guess_about_the_temperature_is_judged_by_what_was_written():
    at = open_page("text_generation")
    at.radio(key="prediction").set_value("it rises").run()
    assert at.success
    said = next(text.value for text in at.markdown if text.value.startswith("Measured when the net"))
    cold, _, warm = (int(part.split("%")[0]) for part in said.split("**")[1::2])
    assert cold > warm


def test_what_was_settled_by_hand_is_in_the_address_and_belongs_to_its_beginning():
    at = open_page("text_generation", place="14")
    take = next(b for b in at.button if (b.key or "").startswith("take:") and not b.disabled)
    take.click().run()
    draft = "".join(at.query_params["draft"])
    assert not next(
        b for b in open_page("text_generation", draft=draft).button if b.label == "Start over"
    ).disabled
    for other in ({"prompt": "The sea", "draft": draft}, {"draft": f"{draft} 999999"}, {"draft": "x y"}):
        at = open_page("text_generation", **other)
        assert next(b for b in at.button if b.label == "Start over").disabled
