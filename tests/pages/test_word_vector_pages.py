import pytest

from tests.pages.open_page import open_page


def texts(at):
    return " ".join(
        element.value for kind in (at.markdown, at.info, at.warning, at.caption) for element in kind
    )


def test_word2vec_counts_the_pairs_of_the_worked_example():
    at = open_page("word2vec")
    assert "**14** pairs" in texts(at)
    table = next(frame for frame in at.dataframe if "focus (given)" in frame.value.columns)
    assert table.value.iloc[0].tolist() == ["the", "quick"]


@pytest.mark.parametrize("sentence", ["", "alone", "word " * 500, "<b>[x](y)</b> ' \" &"])
def test_word2vec_bears_any_sentence(sentence):
    at = open_page("word2vec")
    at.text_input(key="sentence").set_value(sentence[:300]).run()
    at.slider(key="focus").set_value(40).run()
    assert not at.exception


def test_one_update_lowers_the_pairs_loss():
    at = open_page("word2vec")
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


def test_the_space_answers_the_famous_analogy_both_ways():
    at = open_page("space")
    tables = [frame.value for frame in at.dataframe if list(frame.value.columns) == ["word", "cosine"]]
    answers = [table["word"].iloc[0] for table in tables]
    assert "queen" in answers


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("analogy", "king minus", "Three words"),
        ("analogy", "king - man + qwertz", "no vector"),
        ("odd", "king", "at least 3 words"),
        ("pairs", "woman", "two words"),
        ("along", "", "Name some words"),
        ("word", "*qwertz*", "no vector"),
    ],
)
def test_the_space_says_what_it_needs(key, text, said):
    at = open_page("space")
    at.text_input(key=key).set_value(text).run()
    assert not at.exception
    assert said in texts(at)


@pytest.mark.parametrize("source", ["A run of mine", "A vector file"])
@pytest.mark.parametrize("page", ["space", "bias"])
def test_without_a_run_or_a_file_the_small_world_is_shown(page, source):
    at = open_page(page, source=source)
    assert "The small world" in texts(at)


def test_the_map_can_be_spatial_and_coloured_by_clusters():
    at = open_page("space")
    at.session_state["dimensions"] = "3-D"
    at.session_state["colours"] = "k-means"
    at.run()
    assert not at.exception
    assert any("typical" in frame.value.columns for frame in at.dataframe)


def test_glove_shows_the_worked_example_and_its_term():
    at = open_page("glove_fasttext")
    table = next(frame.value for frame in at.dataframe if "piece" in frame.value.columns)
    assert table["value"].iloc[0] == 2
    at.text_input(key="cell").set_value("enjoy deep").run()
    assert "never meet" in texts(at)


@pytest.mark.parametrize("sentences", ["", "one", "a " * 50, " ".join(f"w{i}" for i in range(100))])
def test_glove_bears_any_sentences(sentences):
    at = open_page("glove_fasttext")
    at.text_area(key="sentences").set_value(sentences).run()
    assert not at.exception


def test_fasttext_answers_where_the_others_are_silent():
    at = open_page("glove_fasttext")
    assert texts(at).count("There is no vector for kingg") == 2
    at.text_input(key="unseen").set_value("queen").run()
    assert "There is no vector" not in texts(at)


def test_bias_checks_its_guarantees():
    at = open_page("bias")
    checked = [text.value for text in at.markdown if text.value.startswith(":material/check:")]
    assert sum("largest" in text for text in checked) == 2
    at.slider(key="strength").set_value(0).run()
    assert not any("largest" in t.value and t.value.startswith(":material/check:") for t in at.markdown)


def test_bias_needs_words():
    at = open_page("bias")
    at.text_input(key="neutral").set_value("qwertz").run()
    assert "None of these words" in texts(at)
    at.text_input(key="neutral").set_value("nurse doctor").run()
    assert "at least 8 words" in texts(at)


def test_all_leaves_of_the_tree_sum_to_one():
    at = open_page("training_tricks")
    assert "sum to **1.000000**" in texts(at)
    at.session_state["tree_of"] = "small world"
    at.run()
    assert "sum to **1.000000**" in texts(at)


@pytest.mark.parametrize("text", ["", "one", "same same same", "two words"])
def test_the_tree_bears_any_text(text):
    at = open_page("training_tricks")
    at.text_area(key="tree_text").set_value(text).run()
    assert not at.exception
