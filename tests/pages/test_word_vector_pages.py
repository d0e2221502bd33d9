import numpy as np
import pytest

from seqviz.corpora.world import occupations
from seqviz.experiments.word_vectors.config import METHODS
from seqviz.ui.vectors.measures import LOSSES, speed_label
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
    assert "(brown, the), (brown, quick), (brown, fox), (brown, jumps)" in texts(at)
    at.session_state["examples"] = "CBOW"
    assert "(the, quick, fox, jumps) → brown" in texts(at.run())


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
        ("analogy", "king + man + woman", "one to take away"),
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


def with_a_file(content, name="mine.txt", page="space"):
    at = open_page(page, source="A vector file")
    return at.file_uploader(key="vector_upload").upload(name, content, "text/plain").run()


def answers(at):
    """The words nearest to the analogy's end point: query words left out, and left in."""
    tables = [frame.value for frame in at.dataframe if list(frame.value.columns) == ["word", "cosine"]]
    return [table["word"].tolist() for table in tables if len(table) == 5]


def table_with(at, column):
    return next(frame.value for frame in at.dataframe if column in frame.value.columns)


def test_an_analogy_is_read_by_its_signs():
    at = open_page("space")
    expected = answers(at)
    assert expected[0][0] == "queen"
    at.text_input(key="analogy").set_value("king + woman - man").run()
    assert answers(at) == expected


@pytest.mark.parametrize("asked", ["king - man + man", "man - man + king", "king - king + king"])
def test_a_word_may_stand_twice_in_an_analogy(asked):
    at = open_page("space")
    at.text_input(key="analogy").set_value(asked).run()
    assert not at.exception
    assert answers(at)[1][0] == "king"


@pytest.mark.parametrize("page", ["space", "bias"])
def test_a_broken_file_is_named_for_as_long_as_it_lies_there(page):
    at = with_a_file(b"a 1 2\nb *3\n", "my_*file*.txt", page)
    assert r"my\_\*file\*.txt\: Line 2" in texts(at)
    at.run()
    assert "Line 2" in texts(at)
    at.file_uploader(key="vector_upload").set_value(None).run()
    assert "Line 2" not in texts(at)
    assert not at.exception


def test_a_file_is_read_anew_when_more_words_are_asked_for():
    at = with_a_file(b"".join(b"w%d %d 1\n" % (i, i) for i in range(3_000)))
    assert "mine.txt: 3\u202f000 words" in texts(at)
    at.slider(key="words").set_value(1_000).run()
    assert "mine.txt: 1\u202f000 words" in texts(at)


@pytest.mark.parametrize(
    "content",
    [
        b"man 1 0\n",
        b"man 1 0\nking 1 1\nwoman -1 0\n",
        b"man 0 0\nking 0 0\nwoman 0 0\nqueen 0 0\n",
        b"man 1\nking 2\nwoman 3\nqueen 4\n",
        b"a 1 2\nb 1 2\nc 1 2\nd 1 2\ne 1 2\n",
    ],
    ids=["one word", "the query words alone", "zeros", "one number each", "all alike"],
)
@pytest.mark.parametrize("page", ["space", "bias"])
def test_small_and_empty_spaces_are_borne(page, content):
    at = with_a_file(content, page=page)
    assert not at.exception
    at.radio(key="prediction").set_value(at.radio(key="prediction").options[0]).run()
    assert not at.exception


def test_a_zero_vector_points_nowhere_and_the_page_says_so():
    at = with_a_file(b"man 1 0\nking 0 0\nwoman -1 0\nqueen -1 1\n")
    assert "points nowhere" in texts(at)


def test_files_of_ratings_and_of_questions_score_the_vectors():
    at = open_page("space")
    uploader = at.file_uploader(key="score_files")
    uploader.upload(
        "simlex.txt", b"word1\tword2\tPOS\tSimLex999\nking\tqueen\tN\t8\nking\tdog\tN\t1\n", "text/plain"
    )
    uploader.upload("questions.txt", b"man king woman queen\n", "text/plain")
    uploader.upload("broken.txt", b"king queen 1\nking\n", "text/plain").run()
    assert table_with(at, "file").iloc[0].tolist() == ["simlex.txt", "1.000", "2 of 2"]
    assert table_with(at, "section")["questions with known words"].iloc[-1] == "1 of 1"
    assert r"broken.txt\: Line 2" in texts(at)


@pytest.mark.parametrize("source", ["A trained run", "A vector file"])
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


def test_every_method_says_what_its_own_loss_is():
    assert set(LOSSES) == set(METHODS)
    assert {method for method in METHODS if speed_label(method) == "Cells per second"} == {"glove"}
    assert "objective J" in texts(open_page("glove_fasttext"))
    assert "objective J" not in texts(open_page("word2vec"))


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


def test_only_the_small_worlds_vectors_are_set_beside_its_sentences():
    assert "small marks" in texts(open_page("bias"))
    rng = np.random.default_rng(0)
    words = ["she", "he", "woman", "man", *occupations()]
    lines = [f"{word} {' '.join(f'{value:.3f}' for value in rng.normal(size=9))}" for word in words]
    at = with_a_file("\n".join(lines).encode(), page="bias")
    assert "random sides do as well" in texts(at)
    assert "small marks" not in texts(at)


def test_a_word_that_a_person_wants_neutral_is_made_so():
    at = open_page("bias")
    at.text_input(key="neutral").set_value("sir nurse doctor").run()
    checked = [text.value for text in at.markdown if text.value.startswith(":material/check:")]
    assert sum("largest" in text for text in checked) == 2


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
