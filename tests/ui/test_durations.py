import pytest

from seqviz.ui.durations import about, counted, in_words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "under a second"), (7.6, "8 s"), (60, "1 min 00 s"), (125, "2 min 05 s"), (4200, "1 h 10 min")],
)
def test_durations_are_written_as_people_read_them(seconds, words):
    assert in_words(seconds) == words


def test_counts_agree_with_their_nouns():
    assert counted(1, "review") == "1 review"
    assert counted(2, "review") == "2 reviews"
    assert counted(12000, "class", "classes") == "12,000 classes"


@pytest.mark.parametrize(("seconds", "said"), [(0.2, "under a second"), (7.6, "about 8 s")])
def test_an_estimate_says_that_it_is_one(seconds, said):
    assert about(seconds) == said
